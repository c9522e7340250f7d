/**
 * What each controller adds to the environment of the pod with the given index: seen on the real controllers by the
 * tests beside this folder, so that the library's tests can compare without them.
 */
import type { Environment } from './environment';

export interface Run {
  readonly name: string;
  readonly namespace: string;
  readonly nodes: number;
  readonly processes: number;
}

type Injected = (run: Run, index: number) => Environment;

/** Indexed Jobs, alone or below a JobSet: the Job controller adds this, JobSet nothing. */
export const ofIndexedJob: Injected = (_run, index) => ({ JOB_COMPLETION_INDEX: `${index}` });

/** A pod of a JobSet, as others reach it. */
export function jobSetHost(run: Run, role: string, index: number): string {
  return `${run.name}-${role}-0-${index}.${run.name}`;
}

export const ofTrainer: { readonly [policy in 'torch' | 'jax' | 'xgboost' | 'mpi']: Injected } = {
  torch: (run, index) => ({
    ...ofIndexedJob(run, index),
    PET_NNODES: `${run.nodes}`,
    PET_NPROC_PER_NODE: `${run.processes}`,
    PET_NODE_RANK: `${index}`,
    PET_MASTER_ADDR: jobSetHost(run, 'node', 0),
    PET_MASTER_PORT: '29500',
  }),
  jax: (run, index) => ({
    ...ofIndexedJob(run, index),
    JAX_NUM_PROCESSES: `${run.nodes}`,
    JAX_PROCESS_ID: `${index}`,
    JAX_COORDINATOR_ADDRESS: `${jobSetHost(run, 'node', 0)}:29500`,
  }),
  xgboost: (run, index) => ({
    ...ofIndexedJob(run, index),
    DMLC_TRACKER_URI: jobSetHost(run, 'node', 0),
    DMLC_TRACKER_PORT: '29500',
    DMLC_TASK_ID: `${index}`,
    DMLC_NUM_WORKER: `${run.nodes}`,
  }),
  // of the launcher; Open MPI 5 reads PRTE_MCA_prte_default_hostfile instead of the first
  mpi: (run, index) => ({
    ...ofIndexedJob(run, index),
    OMPI_MCA_orte_default_hostfile: '/etc/mpi/hostfile',
    OMPI_MCA_orte_keep_fqdn_hostnames: 'true',
    OMPI_MCA_orte_set_default_slots: `${run.processes}`,
    OMPI_MCA_plm_rsh_args: '-o ConnectionAttempts=10',
  }),
};

/** What an elastic PyTorchJob says of itself. */
export interface Elastic {
  readonly minNodes: number;
  readonly maxRestarts: number;
  readonly port?: number;
  readonly id?: string;
}

/** Workers only, which are all alike; also of a job whose number of nodes is fixed, where it has this policy. */
export function ofElasticPyTorchJob(run: Run, { minNodes, maxRestarts, port = 23456, id }: Elastic): Environment {
  return {
    PYTHONUNBUFFERED: '1',
    PET_RDZV_ENDPOINT: `${run.name}-worker-0:${port}`,
    PET_RDZV_BACKEND: 'c10d',
    ...(id === undefined ? {} : { PET_RDZV_ID: id }),
    PET_NNODES: `${minNodes}:${run.nodes}`,
    PET_NPROC_PER_NODE: `${run.processes}`,
    PET_MAX_RESTARTS: `${maxRestarts}`,
  };
}

/** Pods of a TFJob, by role; the evaluator is in none. */
export type TensorFlowRoles = { readonly [role in 'Chief' | 'PS' | 'Worker']?: number };

export function ofTfJob(run: Run, roles: TensorFlowRoles, role: string, index: number): Environment {
  const hosts = (name: string, pods: number) => {
    return Array.from({ length: pods }, (_, each) => `${run.name}-${name}-${each}.${run.namespace}.svc:2222`);
  };
  const names = Object.entries(roles).map(([name, pods]) => [name.toLowerCase(), pods] as const);
  const cluster = Object.fromEntries(names.sort().map(([name, pods]) => [name, hosts(name, pods)]));
  return { TF_CONFIG: JSON.stringify({ cluster, task: { type: role.toLowerCase(), index }, environment: 'cloud' }) };
}

/** Index 0 is the master, index 1 worker 0. */
function masterHost({ name }: Run): string {
  return `${name}-master-0`;
}

export const ofTrainingOperator: {
  readonly [kind in 'pyTorch' | 'pyTorchElastic' | 'tensorFlow' | 'xgboost' | 'jax']: Injected;
} = {
  pyTorch: (run, index) => ({
    PYTHONUNBUFFERED: '1',
    MASTER_ADDR: masterHost(run),
    MASTER_PORT: '23456',
    PET_MASTER_ADDR: masterHost(run),
    PET_MASTER_PORT: '23456',
    WORLD_SIZE: `${run.nodes * run.processes}`,
    RANK: `${index}`,
    PET_NODE_RANK: `${index}`,
    PET_NNODES: `${run.nodes}`,
    PET_NPROC_PER_NODE: `${run.processes}`,
  }),
  pyTorchElastic: (run) => ofElasticPyTorchJob(run, { minNodes: 1, maxRestarts: 3 }),
  // workers only
  tensorFlow: (run, index) => ofTfJob(run, { Worker: run.nodes }, 'Worker', index),
  xgboost: (run, index) => ({
    PYTHONUNBUFFERED: '1',
    MASTER_ADDR: masterHost(run),
    MASTER_PORT: '9999',
    WORLD_SIZE: `${run.nodes}`,
    RANK: `${index}`,
    WORKER_PORT: '9999',
    WORKER_ADDRS: Array.from({ length: run.nodes - 1 }, (_, each) => `${run.name}-worker-${each}`).join(','),
  }),
  jax: (run, index) => ({
    PYTHONUNBUFFERED: '1',
    COORDINATOR_ADDRESS: `${run.name}-worker-0`,
    COORDINATOR_PORT: '6666',
    NUM_PROCESSES: `${run.nodes}`,
    PROCESS_ID: `${index}`,
  }),
};

export const ofMpiOperator = {
  launcher: (run: Run): Environment => ({
    K_MPI_JOB_ROLE: 'launcher',
    OMPI_MCA_orte_keep_fqdn_hostnames: 'true',
    OMPI_MCA_orte_default_hostfile: '/etc/mpi/hostfile',
    OMPI_MCA_plm_rsh_args: '-o ConnectionAttempts=10',
    OMPI_MCA_orte_set_default_slots: `${run.processes}`,
    NVIDIA_VISIBLE_DEVICES: '',
    NVIDIA_DRIVER_CAPABILITIES: '',
  }),
  worker: (): Environment => ({ K_MPI_JOB_ROLE: 'worker' }),
  hostfile: (run: Run): string => {
    const line = (index: number) =>
      `${run.name}-worker-${index}.${run.name}.${run.namespace}.svc slots=${run.processes}`;
    return `${Array.from({ length: run.nodes }, (_, index) => line(index)).join('\n')}\n`;
  },
};

/** Those that a program may read; KubeRay hands out no rank. */
export const ofKubeRay = {
  head: (): Environment => ({ RAY_ADDRESS: '127.0.0.1:6379', RAY_PORT: '6379' }),
  worker: (cluster: string, namespace: string): Environment => {
    const head = `${cluster}-head-svc.${namespace}.svc.cluster.local`;
    return { RAY_ADDRESS: `${head}:6379`, RAY_PORT: '6379', FQ_RAY_IP: head, RAY_IP: `${cluster}-head-svc` };
  },
};
