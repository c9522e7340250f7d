import { Duration } from 'cdk8s';
import {
  Checkpoints,
  ClusterTarget,
  ConcurrencyPolicy,
  Distribution,
  Fabric,
  FailurePolicy,
  MlNamespace,
  Queue,
  Run,
  Schedule,
  type ScheduleOptions,
  Sidecar,
  TrainingEngine,
  TrainingInput,
  TrainingJob,
  type TrainingJobProps,
  TrainingRuntime,
} from '../../../lib';
import type { Act, Rows } from './rows';

const APIS = ['jobset.x-k8s.io/v1alpha2', 'trainer.kubeflow.org/v1alpha1'];
const NAMED = TrainingEngine.trainer({ runtime: TrainingRuntime.cluster('torch-distributed') });
const TWO = Distribution.pyTorch({ nodes: 2, processesPerNode: 1 });

const DVC = {
  repository: 'https://github.com/acme/data.git',
  revision: 'v1',
  target: 'data',
  path: '/data',
  image: 'registry.test/dvc:3',
};

/** A training job with the required props, changed by `props`. */
function training(props: Partial<TrainingJobProps>): Act {
  return ({ app, chart }) => {
    ClusterTarget.kubernetes('1.33', { apis: APIS }).applyTo(app);
    new TrainingJob(chart, 'trainer', {
      image: 'registry.test/trainer:1',
      compute: { cpu: '1', memory: '1Gi' },
      ...props,
    });
  };
}

const named = (props: Partial<TrainingJobProps>) => training({ engine: NAMED, distribution: TWO, ...props });

const nightly = (options: Partial<ScheduleOptions> = {}, cron = '0 3 * * *') =>
  Schedule.cron(cron, { timeZone: 'Etc/UTC', ...options });

/** What can be wrong in how a training job runs. */
export const TRAINING: Rows = {
  'a runtime in capitals': training({ engine: TrainingEngine.trainer({ runtime: TrainingRuntime.cluster('Torch') }) }),
  'a failure policy for the runtime of somebody else': named({ failure: FailurePolicy.fail() }),
  'a sidecar in the runtime of somebody else': named({ sidecars: [Sidecar.fluentd()] }),
  'a class of priority for the runtime of somebody else': named({ priorityClassName: 'high' }),
  'time for saving in the runtime of somebody else': named({
    checkpoints: Checkpoints.claim({ size: '1Gi', path: '/checkpoints', saveTime: Duration.minutes(1) }),
  }),
  'two roles for the runtime of somebody else': named({
    distribution: Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 2 } }),
  }),
  'two runs of a schedule at once': training({
    distribution: TWO,
    schedule: nightly({ concurrency: ConcurrencyPolicy.ALLOW }),
  }),
  'a floating image that starts runs': training({
    distribution: TWO,
    schedule: nightly({ starterImage: 'alpine/k8s:latest' }),
  }),
  'a version of a run beside a schedule': training({ run: Run.version('v1'), schedule: nightly() }),
  'a time zone of another planet': training({ schedule: nightly({ timeZone: 'Mars/Olympus' }) }),
  'a branch of a data set': training({
    inputs: [TrainingInput.huggingFace('imdb', { repository: 'stanfordnlp/imdb', revision: 'main', path: '/data' })],
  }),
  'the address of a data set': training({
    inputs: [
      TrainingInput.huggingFace('imdb', {
        repository: 'https://huggingface.co/datasets/stanfordnlp/imdb',
        revision: 'v1',
        path: '/data',
      }),
    ],
  }),
  'a git repository by SSH': training({
    inputs: [TrainingInput.dvc('images', { ...DVC, repository: 'git@github.com:acme/data.git' })],
  }),
  'a token in the address of a git repository': training({
    inputs: [TrainingInput.dvc('images', { ...DVC, repository: 'https://me:sesame@github.com/acme/data.git' })],
  }),
  'DVC data out of their repository': training({
    inputs: [TrainingInput.dvc('images', { ...DVC, target: '../other' })],
  }),
  'a cache on a claim with capitals': training({
    inputs: [TrainingInput.dvc('images', { ...DVC, cacheClaim: 'Data' })],
  }),
  'an adapter without a domain': training({ distribution: TWO, fabric: Fabric.rdma({ resource: 'hca' }) }),
  'no adapters of EFA': training({ distribution: TWO, fabric: Fabric.efa({ count: 0 }) }),
  'an interface with a space': training({
    distribution: TWO,
    fabric: Fabric.rdma({ resource: 'rdma/hca', socketInterface: 'eth 0' }),
  }),
  'checkpoints for which the quota has no claim': ({ app }) =>
    new TrainingJob(new MlNamespace(app, 'ml', { quota: { claims: 0 } }), 'trainer', {
      image: 'registry.test/trainer:1',
      compute: { cpu: '1', memory: '1Gi' },
      checkpoints: Checkpoints.claim({ size: '1Gi', path: '/checkpoints' }),
    }),
  'a queue of Kueue that is no value of a label': training({ queue: Queue.named('q'.repeat(64)) }),
  'six fields of cron': training({ schedule: nightly({}, '0 0 3 * * *') }),
};
