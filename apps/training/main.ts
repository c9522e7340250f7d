import {
  Distribution,
  FailurePolicy,
  Gpu,
  MlApp,
  MlNamespace,
  Run,
  TrainingInput,
  TrainingJob,
  TrainingOutput,
} from '../../lib';
import { ENVIRONMENTS, type TrainingEnvironment } from './environments';

const TENSORFLOW = 'tensorflow/tensorflow:2.9.1';
const SMALL = { cpu: '1', memory: '2Gi' };
const DATA = TrainingInput.claim('digits', { path: '/data', env: 'DATA_DIR' });

/** Training in one pod and in several, on premises and in a cloud: the environments differ, the jobs do not. */
export function training(): MlApp[] {
  return ENVIRONMENTS.map((environment) => {
    const app = new MlApp({ name: 'training', environment });
    const namespace = new MlNamespace(app, 'training');
    onePod(namespace, environment);
    chiefAlone(namespace, environment);
    chiefAndWorkers(namespace, environment);
    parameterServers(namespace, environment);
    hybrid(namespace, environment);
    return app;
  });
}

/** M20. It is never started again in place: a failed run is looked at, and applied again under a new name. */
function onePod(namespace: MlNamespace, { compute }: TrainingEnvironment): void {
  new TrainingJob(namespace, 'ml-training-job', {
    image: 'your-registry/ml-training:1.0.0',
    compute,
    failure: FailurePolicy.fail(),
    outputs: [TrainingOutput.claim('model-pvc', { path: '/mnt/models', env: 'MODEL_DIR' })],
    run: Run.named('ml-training-job'),
  });
}

/** M21: one chief with two GPUs. */
function chiefAlone(namespace: MlNamespace, { engine, gpu }: TrainingEnvironment): void {
  new TrainingJob(namespace, 'distributed-training-example', {
    image: 'tensorflow/tensorflow:2.9.1-gpu',
    compute: { cpu: '4', memory: '16Gi', gpu: Gpu.nvidia({ count: 2, model: gpu }) },
    distribution: Distribution.tensorFlow({ chief: { replicas: 1 } }),
    engine,
    run: Run.named('distributed-training-example'),
  });
}

/** M21: one chief and three workers. */
function chiefAndWorkers(namespace: MlNamespace, { engine }: TrainingEnvironment): void {
  new TrainingJob(namespace, 'distributed-mnist', {
    image: TENSORFLOW,
    command: ['python', '/app/mnist.py'],
    compute: SMALL,
    distribution: Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 3 } }),
    engine,
    inputs: [DATA],
    run: Run.named('distributed-mnist'),
  });
}

/** M21: with parameter servers, which end with the workers. */
function parameterServers(namespace: MlNamespace, { engine }: TrainingEnvironment): void {
  new TrainingJob(namespace, 'distributed-mnist-ps', {
    image: TENSORFLOW,
    command: ['python', '/app/mnist.py'],
    compute: SMALL,
    distribution: Distribution.tensorFlow({
      chief: { replicas: 1 },
      workers: { replicas: 3 },
      parameterServers: { replicas: 2 },
    }),
    engine,
    inputs: [DATA],
  });
}

/** M21 and M48: workers on GPUs, parameter servers on any node; what finds the GPUs is the environment's. */
function hybrid(namespace: MlNamespace, { engine, gpu }: TrainingEnvironment): void {
  new TrainingJob(namespace, 'distributed-training', {
    image: 'tensorflow/tensorflow:2.9.1-gpu',
    command: ['python', '/app/mnist.py'],
    compute: SMALL,
    distribution: Distribution.tensorFlow({
      workers: { replicas: 3, compute: { ...SMALL, gpu: Gpu.nvidia({ model: gpu }) } },
      parameterServers: { replicas: 2 },
    }),
    engine,
    inputs: [DATA],
  });
}
