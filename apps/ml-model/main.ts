import { Duration } from 'cdk8s';
import {
  Autoscaling,
  Exposure,
  MlApp,
  MlNamespace,
  ModelServer,
  ModelService,
  ModelSource,
  SecretSource,
  Sidecar,
  VerticalAutoscaling,
} from '../../lib';
import { ENVIRONMENTS, type ModelEnvironment } from './environments';

const REST = ModelServer.http({ port: 5000, healthPath: '/health' });
const COMPUTE = { cpu: '250m', memory: '512Mi' };

/** Three ways to serve a model: on a node port, with a download and a log shipper, and on TensorFlow Serving. */
export function mlModel(): MlApp[] {
  return ENVIRONMENTS.map((environment) => {
    const app = new MlApp({ name: 'ml-model', environment });
    const models = new MlNamespace(app, 'models');
    nodePortModel(models, environment);
    downloadedModel(models, environment);
    tensorFlowModel(models, environment);
    return app;
  });
}

/** `ml-model`: two to ten replicas on a port of every node. */
function nodePortModel(models: MlNamespace, { laptop }: ModelEnvironment): void {
  const replicas = laptop
    ? { minReplicas: 1, maxReplicas: 2, initialReplicas: 1 }
    : { minReplicas: 2, maxReplicas: 10, initialReplicas: 2 };
  new ModelService(models, 'ml-model', {
    image: 'bittusharma/ml-api:v1',
    server: REST,
    compute: COMPUTE,
    exposure: Exposure.nodePort({ port: 80, nodePort: 30001 }),
    autoscaling: Autoscaling.onCpu({ ...replicas, utilization: 70 }),
    names: { deployment: 'ml-model-deployment', service: 'ml-model-service' },
  });
}

/** `model-deployment`: the model is downloaded before the server starts, Fluentd ships the logs, a VPA sizes the pods. */
function downloadedModel(models: MlNamespace, { laptop }: ModelEnvironment): void {
  new ModelService(models, 'model', {
    image: 'bittusharma/ml-api:v1',
    server: REST,
    compute: COMPUTE,
    replicas: laptop ? 1 : 3,
    model: ModelSource.http({ url: 'https://example.com/model.pkl', size: '200Mi' }),
    startup: Duration.minutes(3),
    sidecars: [Sidecar.fluentd({ logPath: '/var/log/model' })],
    verticalAutoscaling: VerticalAutoscaling.inPlaceOrRecreate(),
    exposure: laptop ? Exposure.nodePort({ port: 80 }) : Exposure.loadBalancer({ port: 80 }),
    names: { deployment: 'model-deployment', service: 'model-service' },
  });
}

/** `tf-serving`: a SavedModel from object storage on TensorFlow Serving. */
function tensorFlowModel(models: MlNamespace, { laptop }: ModelEnvironment): void {
  new ModelService(models, 'tf-serving', {
    image: 'tensorflow/serving:2.19.1',
    server: ModelServer.tensorflowServing({ modelName: 'half-plus-two' }),
    compute: { cpu: '1', memory: '2Gi' },
    model: ModelSource.s3({
      uri: 's3://your-bucket/models/half-plus-two',
      region: 'eu-central-1',
      size: '500Mi',
      credentials: SecretSource.existing('model-store', { keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] }),
    }),
    autoscaling: Autoscaling.onCpu({ minReplicas: laptop ? 1 : 2, maxReplicas: laptop ? 2 : 10, utilization: 70 }),
  });
}
