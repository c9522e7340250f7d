import type { EnvVar } from '../../../internal/kubernetes';
import type { DistributionPlan, DistributionRole, RoleValuePlan } from '../../../values/distribution/plan';
import type { Addressing } from '../engines/definition';

/** The environment by which the pods of a role find the others. */
export interface RendezvousEnv {
  /** Variables by reference that must come first: the values of others name them. */
  readonly first: readonly EnvVar[];
  readonly values: Readonly<Record<string, string>>;
}

type Rendezvous = (
  distribution: DistributionPlan,
  role: DistributionRole,
  addressing: Addressing,
  run: string,
) => RendezvousEnv;

const NONE: RendezvousEnv = { first: [], values: {} };

/** What each framework reads; sources in docs/training-job.md. Engines that inject a variable themselves leave ours out. */
const RENDEZVOUS: Readonly<Record<DistributionPlan['framework'], Rendezvous>> = {
  none: () => NONE,
  pyTorch: (distribution, role, addressing, run) =>
    distribution.elastic
      ? elasticPyTorch(distribution, distribution.elastic, role, addressing, run)
      : staticPyTorch(distribution, role, addressing),
  tensorFlow,
  jax: ({ port }, role, addressing) => ({
    first: index('JAX_PROCESS_ID', role, addressing),
    values: {
      // jax.distributed.initialize reads the address alone; the program hands number and index over
      JAX_COORDINATOR_ADDRESS: `${host(role, addressing)}:${port}`,
      JAX_NUM_PROCESSES: String(role.replicas),
    },
  }),
  // XGBoost reads nothing from the environment: the program, or its arguments as $(XGBOOST_TRACKER_URI), hand it over
  xgboost: ({ port }, role, addressing) => ({
    first: index('RANK', role, addressing),
    values: {
      XGBOOST_TRACKER_URI: host(role, addressing),
      XGBOOST_TRACKER_PORT: String(port),
      WORLD_SIZE: String(role.replicas),
    },
  }),
  mpi: () => NONE,
  ray: () => NONE,
  custom: (distribution, role, addressing) => customEnv(distribution, role, addressing),
};

/** The environment of the pods of one role. */
export function rendezvousEnv(
  distribution: DistributionPlan,
  role: DistributionRole,
  addressing: Addressing,
  run: string,
  injected: readonly string[],
): RendezvousEnv {
  const { first, values } = RENDEZVOUS[distribution.framework](distribution, role, addressing, run);
  return {
    first: first.filter(({ name }) => !injected.includes(name)),
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !injected.includes(name))),
  };
}

function staticPyTorch(
  { processesPerNode, port }: DistributionPlan,
  role: DistributionRole,
  addressing: Addressing,
): RendezvousEnv {
  const address = host(role, addressing);
  const isOneProcess = processesPerNode === 1;
  return {
    first: [
      ...index('PET_NODE_RANK', role, addressing),
      // a launcher sets RANK for the processes that it starts; without one, the rank of the process is that of its node
      ...(isOneProcess ? index('RANK', role, addressing) : []),
    ],
    values: {
      PET_NNODES: String(role.replicas),
      PET_NPROC_PER_NODE: String(processesPerNode),
      PET_MASTER_ADDR: address,
      PET_MASTER_PORT: String(port),
      MASTER_ADDR: address,
      MASTER_PORT: String(port),
      WORLD_SIZE: String(role.replicas * processesPerNode),
    },
  };
}

function elasticPyTorch(
  { processesPerNode, port }: DistributionPlan,
  { minNodes, maxNodes, maxRestarts }: NonNullable<DistributionPlan['elastic']>,
  role: DistributionRole,
  addressing: Addressing,
  run: string,
): RendezvousEnv {
  return {
    first: [],
    values: {
      PET_NNODES: `${minNodes}:${maxNodes}`,
      PET_NPROC_PER_NODE: String(processesPerNode),
      PET_RDZV_BACKEND: 'c10d',
      PET_RDZV_ENDPOINT: `${host(role, addressing)}:${port}`,
      PET_RDZV_ID: run,
      PET_MAX_RESTARTS: String(maxRestarts),
    },
  };
}

/** Names of the tasks in TF_CONFIG, https://www.tensorflow.org/guide/distributed_training#setting_up_the_tf_config_environment_variable */
const TASKS: Readonly<Record<string, string>> = {
  chief: 'chief',
  worker: 'worker',
  parameterServer: 'ps',
  evaluator: 'evaluator',
};

/** One pod alone has no cluster. The evaluator is no part of the cluster, but has a task in it. */
function tensorFlow({ roles, port }: DistributionPlan, role: DistributionRole, addressing: Addressing): RendezvousEnv {
  const pods = roles.reduce((sum, { replicas }) => sum + replicas, 0);
  if (pods === 1) return NONE;
  const cluster = Object.fromEntries(
    roles
      .filter(({ kind }) => kind !== 'evaluator')
      .map(({ name, kind, replicas }) => [
        TASKS[kind],
        Array.from({ length: replicas }, (_, i) => `${addressing.host(name, i)}:${port}`),
      ]),
  );
  const first = index('TF_TASK_INDEX', role, addressing);
  const task = role.replicas === 1 ? '0' : '$(TF_TASK_INDEX)';
  const config = `{"cluster":${JSON.stringify(cluster)},"task":{"type":"${TASKS[role.kind]}","index":${task}}}`;
  return { first: role.replicas === 1 ? [] : first, values: { TF_CONFIG: config } };
}

function customEnv(distribution: DistributionPlan, role: DistributionRole, addressing: Addressing): RendezvousEnv {
  const entries = Object.entries(role.env);
  return {
    first: entries.flatMap(([name, value]) => (value.type === 'index' ? index(name, role, addressing) : [])),
    values: Object.fromEntries(
      entries.flatMap(([name, value]) =>
        value.type === 'index' ? [] : [[name, textOf(value, distribution, addressing)]],
      ),
    ),
  };
}

function textOf(
  value: Exclude<RoleValuePlan, { type: 'index' }>,
  { roles }: DistributionPlan,
  addressing: Addressing,
): string {
  switch (value.type) {
    case 'address': {
      const address = addressing.host(value.role, value.index);
      return value.port === undefined ? address : `${address}:${value.port}`;
    }
    case 'count':
      return String(
        roles
          .filter(({ name }) => value.role === undefined || name === value.role)
          .reduce((sum, { replicas }) => sum + replicas, 0),
      );
    case 'text':
      return value.text;
  }
}

/** The index of a pod in its role; 0 where there is one pod, and nothing where the engine tells it only at run time. */
function index(name: string, role: DistributionRole, { indexField }: Addressing): EnvVar[] {
  if (role.replicas === 1) return [{ name, value: '0' }];
  return indexField === undefined ? [] : [{ name, valueFrom: { fieldRef: { fieldPath: indexField } } }];
}

/** Pod 0 of the role; a single pod needs no name. */
function host({ name, replicas }: DistributionRole, addressing: Addressing): string {
  return replicas === 1 ? 'localhost' : addressing.host(name, 0);
}
