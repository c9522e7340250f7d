import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  Checkpoints,
  Cleanup,
  Distribution,
  Fabric,
  FailurePolicy,
  Gpu,
  ModelSource,
  Queue,
  Run,
  Schedule,
  Tracking,
  TrainingEngine,
  TrainingInput,
  TrainingJob,
  type TrainingJobNames,
  type TrainingJobProps,
  TrainingOutput,
} from '../../../lib';
import { call, list, props, propsOf, seconds, type Values } from '../arbitrary-recipes';
import { image, label, subdomain } from '../arbitrary-text';
import {
  checkpoints,
  cleanup,
  command,
  distribution,
  fabric,
  failure,
  input,
  output,
  queue,
  run,
  schedule,
  tracking,
  trainingRuntime,
} from '../arbitrary-training';
import { compute } from '../arbitrary-values';
import { randomOf, valuesOf } from './rows';
import { SHARED_PROPS, SHARED_RECEIVERS } from './shared-props';
import type { PropRows, TestedWorkload } from './types';

/** Not that of the container, by which engines find it. */
const ALL_NAMES: Required<Omit<TrainingJobNames, 'container'>> = {
  config: 'n-config',
  configFiles: 'n-files',
  networkPolicy: 'n-policy',
  serviceAccount: 'n-account',
  checkpoints: 'n-checkpoints',
};

const names: Values = propsOf<TrainingJobNames>({
  container: label(),
  config: subdomain,
  configFiles: subdomain,
  networkPolicy: subdomain,
  serviceAccount: subdomain,
  checkpoints: subdomain,
});

const TWO_NODES = Distribution.pyTorch({ nodes: 2, processesPerNode: 1 });

const ROWS: PropRows<TrainingJobProps> = {
  ...SHARED_PROPS,
  image: {
    value: 'registry.test/trainer:2.1.0',
    trace: 'registry.test/trainer:2.1.0',
    random: image,
    faulty: { value: 'trainer', at: 'image' },
  },
  compute: {
    value: {
      cpu: '3',
      cpuLimit: '5',
      memory: '30Gi',
      memoryLimit: '31Gi',
      ephemeralStorage: '7Gi',
      ephemeralStorageLimit: '8Gi',
      gpu: Gpu.nvidia({ count: 2 }),
    },
    trace: '"requests":{"cpu":"3","ephemeral-storage":"7Gi","memory":"30Gi","nvidia.com/gpu":"2"',
    random: compute,
    faulty: { value: { cpu: '1', memory: '512MB' }, at: 'compute.memory' },
  },
  command: {
    value: ['torchrun', '/p-command.py'],
    trace: '/p-command.py',
    random: command,
    faulty: { value: ['train', 'a\0b'], at: 'command[1]' },
  },
  args: {
    value: ['--p-argument'],
    trace: '--p-argument',
    random: command,
    faulty: { value: ['a\0b'], at: 'args[0]' },
  },
  distribution: {
    value: Distribution.pyTorch({ nodes: 3, processesPerNode: 2 }),
    random: distribution,
    faulty: { value: Distribution.pyTorch({ nodes: 0 }), at: 'distribution.nodes' },
  },
  engine: {
    value: TrainingEngine.kubernetes(),
    // each entry has that of its engine
    random: call('TrainingEngine.kubernetes'),
    faulty: { value: 'kubernetes', at: 'engine' },
  },
  queue: {
    value: Queue.named('p-queue'),
    trace: '"p-queue"',
    random: queue,
    faulty: { value: Queue.named('P_Queue'), at: 'queue.name' },
  },
  fabric: {
    value: Fabric.rdma({ resource: 'rdma/p-adapter', count: 2 }),
    trace: '"rdma/p-adapter":"2"',
    random: fabric,
    faulty: { value: Fabric.rdma({ resource: 'adapter' }), at: 'fabric.resource' },
  },
  failure: {
    value: FailurePolicy.fail(),
    random: failure,
    faulty: { value: FailurePolicy.fail({ configErrorCodes: [0] }), at: 'failure.configErrorCodes[0]' },
  },
  deadline: {
    value: Duration.seconds(4321),
    trace: ':4321',
    random: seconds(60, 99_999, 0),
    faulty: { value: Duration.seconds(0), at: 'deadline' },
  },
  run: {
    value: Run.version('p7'),
    trace: 'p-name-p7"',
    random: run,
    faulty: { value: Run.version('P7'), at: 'run.version' },
  },
  cleanup: {
    value: Cleanup.after(Duration.seconds(7654)),
    trace: ':7654',
    random: cleanup,
    faulty: { value: Cleanup.after(Duration.millis(1500)), at: 'cleanup.time' },
  },
  schedule: {
    value: Schedule.cron('7 3 * * *', { timeZone: 'Etc/UTC' }),
    trace: '"7 3 * * *"',
    random: schedule,
    faulty: { value: Schedule.cron('7 3', { timeZone: 'Etc/UTC' }), at: 'schedule.cron' },
  },
  inputs: {
    value: [TrainingInput.claim('p-input', { path: '/p-input', env: 'P_INPUT' })],
    trace: '"/p-input"',
    random: list(input),
    faulty: { value: [TrainingInput.claim('P_Input', { path: '/p-input' })], at: 'inputs[0].claimName' },
  },
  outputs: {
    value: [TrainingOutput.s3('s3://p-bucket/models', { env: 'P_OUTPUT' })],
    trace: 's3://p-bucket/models/',
    random: list(output),
    faulty: { value: [TrainingOutput.s3('p-bucket', { env: 'P_OUTPUT' })], at: 'outputs[0].uri' },
  },
  checkpoints: {
    value: Checkpoints.claim({ size: '33Gi', path: '/p-checkpoints', resumeEnv: 'P_RESUME' }),
    trace: '"33Gi"',
    random: checkpoints,
    faulty: { value: Checkpoints.claim({ size: 'much', path: '/p-checkpoints' }), at: 'checkpoints.size' },
  },
  tracking: {
    value: Tracking.at('http://p-mlflow:5000', { experiment: 'p-experiment' }),
    trace: 'http://p-mlflow:5000',
    random: tracking,
    faulty: { value: Tracking.at('p-mlflow'), at: 'tracking.uri' },
  },
  names: {
    value: ALL_NAMES,
    trace: '"n-account"',
    random: names,
    faulty: { value: { networkPolicy: 'N_Policy' }, at: 'names.networkPolicy' },
  },
};

const MINIMAL: TrainingJobProps = { image: 'registry.test/trainer:1.0.0', compute: { cpu: '500m', memory: '512Mi' } };

const RECEIVES: TestedWorkload<TrainingJobProps>['receives'] = {
  ...SHARED_RECEIVERS,
  Checkpoints: { at: 'checkpoints', props: (checkpoints) => ({ checkpoints }) },
  Cleanup: { at: 'cleanup', props: (cleanup) => ({ cleanup }) },
  Distribution: { at: 'distribution', props: (distribution) => ({ distribution, engine: TrainingEngine.jobSet() }) },
  'Distribution.mpi': {
    at: 'distribution',
    props: (distribution) => ({ distribution, engine: TrainingEngine.trainingOperator() }),
  },
  'Distribution.ray': {
    at: 'distribution',
    props: (distribution) => ({ distribution, engine: TrainingEngine.kubeRay() }),
  },
  Fabric: { at: 'fabric', props: (fabric) => ({ fabric }) },
  FailurePolicy: { at: 'failure', props: (failure) => ({ failure, engine: TrainingEngine.jobSet() }) },
  Queue: { at: 'queue', props: (queue) => ({ queue }) },
  RoleValue: {
    at: 'distribution.roles[0].env.PLACE',
    props: (PLACE) => {
      const ports = [{ name: 'tcp', port: 7000 }];
      const roles = [{ name: 'server', replicas: 2, ports, endsRun: true, env: { PLACE } }];
      return { engine: TrainingEngine.jobSet(), distribution: Distribution.custom({ roles }) };
    },
  },
  Run: { at: 'run', props: (run) => ({ run }) },
  Schedule: { at: 'schedule', props: (schedule) => ({ schedule }) },
  Tracking: { at: 'tracking', props: (tracking) => ({ tracking }) },
  TrainingEngine: {
    at: 'engine',
    props: (engine) => ({ engine, distribution: TWO_NODES, command: ['torchrun', 'train.py'] }),
  },
  TrainingInput: { at: 'inputs[0]', props: (input) => ({ inputs: [input] }) },
  TrainingRuntime: {
    at: 'engine.runtime',
    props: (runtime) => ({ engine: TrainingEngine.trainer({ runtime }), distribution: TWO_NODES }),
  },
  TrainingOutput: { at: 'outputs[0]', props: (output) => ({ outputs: [output] }) },
};

/** How the entries of the engines differ. */
interface Engine extends Pick<TestedWorkload<TrainingJobProps>, 'engine' | 'pod' | 'refuses'> {
  readonly value: TrainingEngine;
  readonly random: Values;
  /** Fewest props beside those of every engine. */
  readonly minimal?: Partial<TrainingJobProps>;
  /** The factories of `Distribution` and `FailurePolicy` that it takes. */
  readonly takes: string;
  /** Whether a failure may name exit codes. */
  readonly knowsCodes?: boolean;
}

type GivenProps = { [prop: string]: any };

/** Leaves out what the engine cannot do, and what other props make wrong: with every prop chosen by itself, few sets are accepted. */
function coherent(props: GivenProps, { takes, knowsCodes, refuses = {}, minimal }: Engine): GivenProps {
  const taken = (recipe: any) => (recipe && takes.split(' ').includes(recipe.call.split('.')[1]) ? recipe : undefined);
  const distribution = taken(props.distribution) ?? (minimal && { call: 'Distribution.pyTorch', args: [{ nodes: 2 }] });
  const settled: GivenProps = {
    ...props,
    distribution,
    failure: taken(props.failure) && { ...props.failure, args: knowsCodes ? props.failure.args : [] },
    // all runs of a schedule have one name
    run: props.schedule ? undefined : props.run,
    names: props.names && { ...props.names, container: undefined },
  };
  const kept = Object.entries(settled).filter(([prop, value]) => value !== undefined && !(prop in refuses));
  return Object.fromEntries(kept);
}

function trainingJob(engine: Engine): TestedWorkload<TrainingJobProps> {
  const { value, minimal, pod, refuses } = engine;
  const rows = { ...ROWS, engine: { ...ROWS.engine, value, random: engine.random } };
  const independent = randomOf<TrainingJobProps>(rows, ['image', 'compute']);
  return {
    ...{ engine: engine.engine, pod, refuses, rows },
    name: 'TrainingJob',
    called: 'new TrainingJob',
    within: 'namespace',
    make: (scope, id, props) => new TrainingJob(scope, id, { engine: value, ...props }),
    minimal: { ...MINIMAL, ...minimal },
    // the runs of a schedule are not named by `run`, and what runs stands in a ConfigMap
    exclusive: ['schedule'],
    separable: (scope) => ({
      ...MINIMAL,
      ...valuesOf(SHARED_PROPS, scope),
      ...{ names: {}, command: ['train'], args: ['--all'] },
      inputs: [TrainingInput.fetched('data', ModelSource.http({ url: 'https://example.com/data.csv' }))],
      outputs: [TrainingOutput.claim('results', { path: '/results' })],
    }),
    random: fc.oneof(
      { weight: 6, arbitrary: independent.map((props) => coherent(props as GivenProps, engine)) },
      { weight: 1, arbitrary: independent },
    ),
    receives: RECEIVES,
    compute: { at: 'compute', props: (compute) => ({ compute }) },
  };
}

/** A TrainingJob on each engine. */
export const trainingJobs: readonly TestedWorkload<TrainingJobProps>[] = [
  trainingJob({
    engine: 'kubernetes',
    value: TrainingEngine.kubernetes(),
    random: call('TrainingEngine.kubernetes'),
    takes: 'pyTorch tensorFlow jax xgboost replacePods fail',
    knowsCodes: true,
    pod: { kind: 'Job', container: 'main' },
  }),
  trainingJob({
    engine: 'jobset',
    value: TrainingEngine.jobSet(),
    random: call('TrainingEngine.jobSet'),
    takes: 'pyTorch tensorFlow jax xgboost custom restartGang replacePods fail',
    knowsCodes: true,
    pod: { kind: 'JobSet', container: 'main' },
  }),
  trainingJob({
    engine: 'trainer',
    value: TrainingEngine.trainer(),
    random: fc.oneof(
      { weight: 5, arbitrary: call('TrainingEngine.trainer') },
      // refuses many props, so that it is rare
      { weight: 1, arbitrary: call('TrainingEngine.trainer', props({}, { runtime: trainingRuntime })) },
    ),
    takes: 'pyTorch tensorFlow jax mpi xgboost custom restartGang replacePods fail',
    knowsCodes: true,
    pod: { kind: 'TrainingRuntime', container: 'node' },
    refuses: { cleanup: /a TrainJob has no time to live/ },
  }),
  trainingJob({
    engine: 'training-operator',
    value: TrainingEngine.trainingOperator(),
    random: call('TrainingEngine.trainingOperator'),
    takes: 'pyTorch tensorFlow jax mpi xgboost replacePods fail',
    minimal: { distribution: TWO_NODES },
    pod: { kind: 'PyTorchJob', container: 'pytorch' },
  }),
  trainingJob({
    engine: 'volcano',
    value: TrainingEngine.volcano(),
    random: call('TrainingEngine.volcano'),
    takes: 'pyTorch tensorFlow jax mpi xgboost custom restartGang fail',
    knowsCodes: true,
    pod: { kind: 'Job', container: 'main' },
    refuses: { deadline: /its jobs have no deadline/ },
  }),
  trainingJob({
    engine: 'kuberay',
    value: TrainingEngine.kubeRay(),
    random: call('TrainingEngine.kubeRay', props({}, { operatorNamespace: label() })),
    takes: 'pyTorch ray restartGang fail',
    minimal: { distribution: TWO_NODES },
    // the pods of the program; the head of the Ray cluster runs none of it
    pod: { kind: 'RayJob', container: 'ray', at: 'workerGroupSpecs' },
  }),
];
