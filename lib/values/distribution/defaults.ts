import { defaultsTable as table } from '../defaults-table';

/** 29500 is the port of torchrun's and of Kubeflow Trainer's rendezvous; 2222 that of TensorFlow's servers in TFJob. */
export const PYTORCH = table('PyTorchOptions', { maxRestarts: 3, port: 29500 });
export const TENSORFLOW = table('TensorFlowOptions', { port: 2222 });
export const JAX = table('JaxOptions', { port: 29500 });
export const XGBOOST = table('XgboostOptions', { port: 29500 });
// the user of the base images of the MPI operator, https://github.com/kubeflow/mpi-operator/tree/master/build/base
export const MPI = table('MpiOptions', { workerCommand: ['/usr/sbin/sshd', '-De'], sshPath: '/home/mpiuser/.ssh' });
export const CUSTOM_ROLE = table('CustomRole', { endsRun: false });
