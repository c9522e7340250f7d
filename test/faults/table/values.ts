import { Duration } from 'cdk8s';
import {
  ClusterTarget,
  type CustomServerOptions,
  Environment,
  Gpu,
  GpuModel,
  HealthEndpoint,
  Identity,
  ModelServer,
  ModelSource,
  PodSecurity,
  SecretSource,
  type VllmOptions,
} from '../../../lib';
import { type Rows, service } from './rows';

const GPU = { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() };

const llm = (options: VllmOptions) =>
  service({ server: ModelServer.vllm(options), compute: GPU, model: ModelSource.inImage('/models/m') });

const custom = (options: Partial<CustomServerOptions>) =>
  service({
    server: ModelServer.custom({
      name: 'own',
      ports: [{ name: 'http', port: 8000 }],
      readiness: HealthEndpoint.tcp('http'),
      ...options,
    }),
  });

const model = (source: ModelSource) => service({ model: source });
const gpu = (given: Gpu) => service({ compute: { ...GPU, gpu: given } });
const secret = (source: SecretSource) => service({ secrets: [source] });

/** What can be wrong in the values that a model service is described with, and in clusters and environments. */
export const VALUES: Rows = {
  'a server without options': service({ server: (ModelServer.http as any)() }),
  'no port': service({ server: ModelServer.http({ port: 0 }) }),
  'a privileged port': service({ server: ModelServer.http({ port: 80 }) }),
  'a port that cannot be': service({ server: ModelServer.http({ port: 70000 }) }),
  'a port in quotes': service({ server: ModelServer.http({ port: '8000' as any }) }),
  'a relative health path': service({ server: ModelServer.http({ port: 8000, healthPath: 'health' }) }),
  'a URL as health path': service({
    server: ModelServer.http({ port: 8000, healthPath: 'http://localhost:8000/health' }),
  }),
  'a port of metrics without a path': service({ server: ModelServer.http({ port: 8000, metricsPort: 9000 }) }),
  'a drain argument without a number': service({
    server: ModelServer.http({ port: 8000, drainArg: '--graceful-timeout' }),
  }),
  'a relative writable folder': service({ server: ModelServer.http({ port: 8000, writablePaths: ['cache'] }) }),
  'a variable of the server with a hyphen': service({
    server: ModelServer.http({ port: 8000, env: { 'my-var': 'x' } }),
  }),
  "root as the server's user": service({ server: ModelServer.http({ port: 8000, user: 0 }) }),
  'a command without a program': service({ server: ModelServer.http({ port: 8000, command: [''] }) }),
  'a file as application': service({ server: ModelServer.fastApi({ app: 'service.py' }) }),
  'no workers': service({ server: ModelServer.fastApi({ app: 'service:app', workers: 0 }) }),
  'an argument that the library gives': service({
    server: ModelServer.fastApi({ app: 'service:app', args: ['--port', '80'] }),
  }),
  'percent of GPU memory': llm({ gpuMemoryUtilization: 90 }),
  'no tokens': llm({ maxModelLength: 0 }),
  'a version that is none': llm({ version: 'newest' }),
  'a name with a space for the served model': llm({ servedModelName: 'my model' }),
  'an API key as argument': llm({ args: ['--api-key', 'x'] }),
  "a model's name with a slash": service({
    server: ModelServer.tensorflowServing({ modelName: 'a/b' }),
    model: ModelSource.inImage('/models/m'),
  }),
  'two ports of one number': service({
    server: ModelServer.triton({ port: 8001 }),
    model: ModelSource.inImage('/models/m'),
    compute: GPU,
  }),
  "a server of one's own without ports": custom({ ports: [] }),
  "a port's name of 16 characters": custom({
    ports: [{ name: 'x'.repeat(16), port: 8000 }],
    readiness: HealthEndpoint.tcp('x'.repeat(16)),
  }),
  'two ports of one name': custom({
    ports: [
      { name: 'http', port: 8000 },
      { name: 'http', port: 8001 },
    ],
  }),
  'two ports with one number': custom({
    ports: [
      { name: 'http', port: 8000 },
      { name: 'grpc', port: 8000 },
    ],
  }),
  'a health endpoint on an unknown port': custom({ readiness: HealthEndpoint.tcp('grpc') }),
  'a health check without a program': custom({ readiness: HealthEndpoint.exec([]) }),
  'metrics on an unknown port': custom({ metricsPort: 'metrics', metricsPath: '/metrics' }),
  'a protocol with a space': custom({ ports: [{ name: 'http', port: 8000, appProtocol: 'h2 c' }] }),
  'a relative home': custom({ home: 'home' }),
  'a writable folder without bytes': custom({ writablePaths: [{ path: '/cache', sizeLimit: '1G B' }] }),
  'a bucket as URL': model(ModelSource.http({ url: 's3://bucket/model.pkl' })),
  'a URL without a scheme': model(ModelSource.http({ url: 'example.com/model.pkl' })),
  'a URL with a password': model(ModelSource.http({ url: 'https://me:secret@example.com/model.pkl' })),
  'a signed URL': model(ModelSource.http({ url: 'https://example.com/model.pkl?X-Amz-Signature=abc' })),
  'an unprotected download without a checksum': model(ModelSource.http({ url: 'http://example.com/model.pkl' })),
  'a checksum in capitals': model(ModelSource.http({ url: 'https://example.com/model.pkl', sha256: 'A'.repeat(64) })),
  'a URL that ends with a folder': model(ModelSource.http({ url: 'https://example.com/models/' })),
  "a path out of the model's folder": model(ModelSource.http({ url: 'https://example.com/m.pkl', path: '../m.pkl' })),
  'a size without a unit': model(ModelSource.http({ url: 'https://example.com/m.pkl', size: '15' })),
  'a token of two keys': model(
    ModelSource.http({ url: 'https://example.com/m.pkl', token: SecretSource.existing('s', { keys: ['A', 'B'] }) }),
  ),
  'a token that is a file': model(
    ModelSource.http({
      url: 'https://example.com/m.pkl',
      token: SecretSource.existing('s', { keys: ['A'], mountPath: '/s' }),
    }),
  ),
  'a bucket without a key': model(ModelSource.s3({ uri: 's3://bucket' })),
  'a bucket of another cloud': model(ModelSource.s3({ uri: 'gs://bucket/model' })),
  'credentials for an anonymous bucket': model(
    ModelSource.s3({
      uri: 's3://bucket/model',
      anonymous: true,
      credentials: SecretSource.existing('s', { keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] }),
    }),
  ),
  'a region in capitals': model(ModelSource.s3({ uri: 's3://bucket/model', region: 'EU West' })),
  'a Google bucket with https': model(ModelSource.gcs({ uri: 'https://storage.googleapis.com/bucket/model' })),
  'a model of the registry without a version': model(
    ModelSource.mlflow({ uri: 'models:/churn', trackingUri: 'http://mlflow:5000' }),
  ),
  'a tracking server without a scheme': model(
    ModelSource.mlflow({ uri: 'models:/churn/3', trackingUri: 'mlflow:5000' }),
  ),
  'a page in place of a repository': model(
    ModelSource.huggingFace({ repository: 'https://huggingface.co/org/model', revision: 'a'.repeat(40) }),
  ),
  'a branch in place of a revision': model(ModelSource.huggingFace({ repository: 'org/model', revision: 'main' })),
  'a claim with an illegal name': model(ModelSource.claim({ claimName: 'My_Models' })),
  'a relative path in the image': model(ModelSource.inImage('models/churn')),
  'a floating tag of a model image': service(
    { model: ModelSource.ociImage({ reference: 'registry.test/model:latest' }) },
    ClusterTarget.kubernetes('1.35'),
  ),
  'no GPUs': gpu(Gpu.nvidia({ count: 0 })),
  'half a GPU': gpu(Gpu.nvidia({ count: 0.5 })),
  'more GPUs than any node has': gpu(Gpu.nvidia({ count: 17 })),
  'a slice as NVIDIA prints it': gpu(Gpu.nvidiaMig({ profile: '1g+10gb' })),
  'a slice that is none': gpu(Gpu.nvidiaMig({ profile: 'small' })),
  'a slice that is larger than its GPU': gpu(Gpu.nvidiaMig({ profile: '7g.80gb', model: GpuModel.A100_40GB })),
  'one container that shares a GPU': gpu(Gpu.nvidiaShared({ maxClients: 1 })),
  'a resource without a vendor': gpu(Gpu.custom('gpu')),
  "spot nodes of nobody's cloud": gpu(Gpu.nvidia({ spot: true })),
  'a GPU of a model without memory': gpu(
    Gpu.nvidia({ model: GpuModel.custom({ name: 'X', memoryGib: 0, productLabels: ['X'] }) }),
  ),
  'a GPU of a model with an illegal label': gpu(
    Gpu.nvidia({ model: GpuModel.custom({ name: 'X', memoryGib: 8, productLabels: ['X 8GB'] }) }),
  ),
  'a GPU of a model that nodes do not tell': gpu(Gpu.nvidia({ model: GpuModel.custom({ name: 'X', memoryGib: 8 }) })),
  'a Secret with capitals': secret(SecretSource.existing('Store', { keys: ['TOKEN'] })),
  'a Secret without keys': secret(SecretSource.existing('store', {})),
  'a key that cannot be a variable': secret(SecretSource.existing('store', { keys: ['tls.key'] })),
  'keys as variables and as files': secret(
    SecretSource.existing('store', { env: { TOKEN: 'token' }, mountPath: '/secrets' }),
  ),
  'a relative folder for keys': secret(SecretSource.existing('store', { keys: ['token'], mountPath: 'secrets' })),
  'a store with a slash': secret(
    SecretSource.externalSecret({ name: 's', store: 'aws/prod', data: [{ key: 'A', remoteKey: 'a' }] }),
  ),
  'an entry without a name': secret(
    SecretSource.externalSecret({ name: 's', store: 'aws', data: [{ key: 'A', remoteKey: ' ' }] }),
  ),
  'a key that is fetched twice': secret(
    SecretSource.externalSecret({
      name: 's',
      store: 'aws',
      data: [
        { key: 'A', remoteKey: 'a' },
        { key: 'A', remoteKey: 'b' },
      ],
    }),
  ),
  'a variable of a key that is not fetched': secret(
    SecretSource.externalSecret({ name: 's', store: 'aws', data: [{ key: 'A', remoteKey: 'a' }], env: { B: 'b' } }),
  ),
  'values fetched twice a second': secret(
    SecretSource.externalSecret({
      name: 's',
      store: 'aws',
      data: [{ key: 'A', remoteKey: 'a' }],
      refresh: Duration.millis(500),
    }),
  ),
  'a Secret of nothing': secret(SecretSource.fromSecret(undefined as any, { keys: ['A'] })),
  'root where restricted rules': service({ security: PodSecurity.restricted({ user: 0 }) }),
  'a user below zero': service({ security: PodSecurity.restricted({ user: -1 }) }),
  'a user that cannot be': service({ security: PodSecurity.restricted({ user: 2 ** 31 }) }),
  'a relaxation without a reason': service({ security: PodSecurity.relaxed({ reason: ' ' }) }),
  'a capability as Linux names it': service({
    security: PodSecurity.relaxed({ reason: 'port 80', capabilities: ['CAP_NET_BIND_SERVICE'] }),
  }),
  'a role that is no ARN': service({ identity: Identity.eks({ roleArn: 'churn-role' }) }),
  'a Google account that is no mail': service({ identity: Identity.gke({ gcpServiceAccount: 'churn' }) }),
  'a client id that is none': service({ identity: Identity.aks({ clientId: 'churn' }) }),
  'a ServiceAccount with an underscore': service({ identity: Identity.existing('churn_account') }),
  'an annotation of the ServiceAccount without a key': service({
    identity: Identity.dedicated({ annotations: { ' ': 'x' } }),
  }),
  'an environment in capitals': () => new Environment('Prod'),
  'an environment without a name': () => new Environment(''),
  'a setting that is not there': () => new Environment('prod', { settings: { replicas: 3 } }).setting('replica'),
  'a setting that every object has': () => new Environment('prod').setting('toString'),
  'a cluster of another age': () => ClusterTarget.kubernetes('1.5'),
  'a cluster of the future': () => ClusterTarget.kubernetes('1.99'),
  'a version without a minor': () => ClusterTarget.kubernetes('1'),
  'a version that is a number': () => ClusterTarget.kubernetes(1.33 as any),
  'an API without a version': () => ClusterTarget.kubernetes('1.33', { apis: ['gateway.networking.k8s.io'] }),
  'a feature gate with a space': () => ClusterTarget.kubernetes('1.33', { featureGates: ['Image Volume'] }),
  'a cloud that is not known': () => ClusterTarget.kubernetes('1.33', { cloud: 'aws' as any }),
  'a file of kubectl that is not there': () => ClusterTarget.fromKubectl({ version: '/nowhere/version.json' }),
  'a file of kubectl that is no JSON': () => ClusterTarget.fromKubectl({ version: __filename }),
};
