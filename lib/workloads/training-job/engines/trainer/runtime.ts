import { jobSetSpec } from '../../job-set-spec';
import type { TrainingPlan } from '../../plan/training-plan';
import { jobNameOf, nodeRole } from './names';

/** `spec` of the TrainingRuntime: the JobSet that Trainer makes, and what it injects. */
export function runtimeSpec(plan: TrainingPlan): object {
  return {
    mlPolicy: mlPolicy(plan),
    template: {
      spec: jobSetSpec(plan, {
        name: (role) => jobNameOf(plan.roles, role.name),
        // Trainer finds by it the Job whose container it changes: that of the program
        labels: (role) =>
          role === plan.roles[0] ? { 'trainer.kubeflow.org/trainjob-ancestor-step': 'trainer' } : undefined,
        // mpirun fails where the SSH server of a worker does not answer yet
        after: (role) => (role.kind === 'launcher' ? nodeRole(plan.roles) : undefined),
      }),
    },
  };
}

/** The environment of XGBoost's policy is read by nobody, and the others have no policy: ours is in the container. */
function mlPolicy(plan: TrainingPlan): object {
  const numNodes = plan.roles[0].replicas;
  if (plan.framework === 'pyTorch') return { numNodes, torch: {} };
  if (plan.framework === 'jax') return { numNodes, jax: {} };
  return plan.framework === 'mpi' ? { numNodes, mpi: mpi(plan) } : { numNodes };
}

/** The launcher trains nothing: the host file has the workers alone, whose number is that of the TrainJob. */
function mpi({ processesPerNode, sshPath }: TrainingPlan): object {
  return {
    mpiImplementation: 'OpenMPI',
    numProcPerNode: processesPerNode,
    sshAuthMountPath: sshPath,
    runLauncherAsNode: false,
  };
}
