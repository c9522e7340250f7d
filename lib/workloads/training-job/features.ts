import { Duration } from 'cdk8s';
import { Cleanup, FailurePolicy, InitContainer, Queue, Schedule, Sidecar } from '../../traits';
import { Distribution } from '../../values';
import type { Framework } from '../../values/distribution/plan';
import type { Feature, Features } from '../shared/engine';
import type { RolePlan, TrainingPlan } from './plan/training-plan';

type Plan = TrainingPlan;

const SMALL = { cpu: '1', memory: '1Gi' };

/** A distribution; `none` is one pod, which is asked for by leaving the prop out. */
function distribution(framework: Framework, title: string, example: () => object): Feature<Plan> {
  return {
    prop: 'distribution',
    title,
    example,
    // one that is given and refused has no framework either
    asked: (plan) =>
      plan.framework === framework && (framework !== 'none' || !plan.asked.has('distribution'))
        ? `Distribution.${framework}`
        : undefined,
  };
}

function hasRole(kind: RolePlan['kind']) {
  return ({ roles }: Plan) => (roles.some((role) => role.kind === kind) ? `a role of kind ${kind}` : undefined);
}

function given(prop: string) {
  return ({ asked }: Plan) => (asked.has(prop) ? `the prop ${prop}` : undefined);
}

/** What engines of a `TrainingJob` differ in. Props that every engine can carry are not listed. */
export const TRAINING_FEATURES = {
  onePod: distribution('none', 'one pod', () => ({})),
  pyTorch: distribution('pyTorch', 'PyTorch on several nodes', () => ({
    distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }),
  })),
  elastic: {
    prop: 'distribution',
    title: 'elastic PyTorch',
    example: () => ({ distribution: Distribution.pyTorch({ nodes: 4, minNodes: 2, processesPerNode: 1 }) }),
    asked: ({ elastic }: Plan) => (elastic ? `minNodes ${elastic.minNodes}` : undefined),
  },
  tensorFlow: distribution('tensorFlow', 'TensorFlow', () => ({
    distribution: Distribution.tensorFlow({ workers: { replicas: 2 } }),
  })),
  parameterServers: {
    prop: 'distribution',
    title: 'TensorFlow parameter servers',
    example: () => ({
      distribution: Distribution.tensorFlow({
        chief: { replicas: 1 },
        workers: { replicas: 2 },
        parameterServers: { replicas: 1 },
      }),
    }),
    asked: hasRole('parameterServer'),
  },
  evaluator: {
    prop: 'distribution',
    title: 'a TensorFlow evaluator',
    example: () => ({
      distribution: Distribution.tensorFlow({
        chief: { replicas: 1 },
        workers: { replicas: 1 },
        evaluator: { replicas: 1 },
      }),
    }),
    asked: hasRole('evaluator'),
  },
  jax: distribution('jax', 'JAX', () => ({ distribution: Distribution.jax({ nodes: 2 }) })),
  mpi: distribution('mpi', 'MPI', () => ({
    distribution: Distribution.mpi({ workers: { replicas: 2 }, slotsPerWorker: 1 }),
  })),
  xgboost: distribution('xgboost', 'XGBoost', () => ({ distribution: Distribution.xgboost({ nodes: 2 }) })),
  ray: distribution('ray', 'Ray', () => ({
    distribution: Distribution.ray({ head: { compute: SMALL }, workers: { replicas: 2 } }),
  })),
  customRoles: distribution('custom', 'roles of your own', () => ({
    distribution: Distribution.custom({
      roles: [
        { name: 'server', replicas: 1, ports: [{ name: 'tcp', port: 7000 }] },
        { name: 'client', replicas: 2, endsRun: true },
      ],
    }),
  })),
  restartGang: {
    prop: 'failure',
    title: 'a restart of all pods together',
    example: () => ({
      distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }),
      failure: FailurePolicy.restartGang({ maxRestarts: 3 }),
    }),
    asked: ({ failure }: Plan) =>
      failure.isAsked && failure.restart === 'gang' ? 'FailurePolicy.restartGang' : undefined,
  },
  replacePods: {
    prop: 'failure',
    title: 'the replacement of a failed pod alone',
    example: () => ({ failure: FailurePolicy.replacePods({ maxReplacements: 3 }) }),
    asked: ({ failure }: Plan) =>
      failure.isAsked && failure.restart === 'pod' ? 'FailurePolicy.replacePods' : undefined,
  },
  configErrorCodes: {
    prop: 'failure',
    title: 'exit codes that fail the run at once',
    example: () => ({ failure: FailurePolicy.fail({ configErrorCodes: [2] }) }),
    asked: ({ failure }: Plan) =>
      failure.configErrorCodes.length > 0 ? `configErrorCodes ${failure.configErrorCodes.join(', ')}` : undefined,
  },
  deadline: {
    prop: 'deadline',
    title: 'a deadline',
    example: () => ({ deadline: Duration.hours(2) }),
    asked: given('deadline'),
  },
  cleanup: {
    prop: 'cleanup',
    title: 'the removal of a finished run',
    example: () => ({ cleanup: Cleanup.after(Duration.days(1)) }),
    asked: given('cleanup'),
  },
  queue: {
    prop: 'queue',
    title: 'a queue',
    example: () => ({ queue: Queue.named('research') }),
    asked: ({ queue }: Plan) => queue && `Queue.named('${queue.name}')`,
  },
  rolesInQueue: {
    prop: 'queue',
    title: 'a queue for a run of several roles',
    example: () => ({
      queue: Queue.named('research'),
      distribution: Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 2 } }),
    }),
    asked: ({ queue, roles }: Plan) => (queue && roles.length > 1 ? `Queue.named('${queue.name}')` : undefined),
  },
  topology: {
    prop: 'queue',
    title: 'placement of a run in one topology domain',
    example: () => ({
      distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }),
      queue: Queue.named('research', { near: 'example.com/rack' }),
    }),
    asked: ({ topology }: Plan) => topology && `near ${topology.key}`,
  },
  schedule: {
    prop: 'schedule',
    title: 'a schedule',
    example: () => ({ schedule: Schedule.cron('0 3 * * *', { timeZone: 'Etc/UTC' }) }),
    asked: given('schedule'),
  },
  gangSchedule: {
    prop: 'schedule',
    title: 'a schedule for several pods that train together',
    example: () => ({
      distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }),
      schedule: Schedule.cron('0 3 * * *', { timeZone: 'Etc/UTC' }),
    }),
    asked: ({ schedule, isGang }: Plan) => (schedule && isGang ? 'the prop schedule' : undefined),
  },
  initContainers: {
    prop: 'initContainers',
    title: 'init containers',
    example: () => ({ initContainers: [InitContainer.custom({ name: 'prepare', image: 'registry.test/prepare:1' })] }),
    asked: given('initContainers'),
  },
  sidecars: {
    prop: 'sidecars',
    title: 'sidecars',
    example: () => ({ sidecars: [Sidecar.fluentd()] }),
    asked: given('sidecars'),
  },
} as const satisfies Features<Plan, string>;

export type TrainingFeature = keyof typeof TRAINING_FEATURES;
