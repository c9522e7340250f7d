import { App, Duration } from 'cdk8s';
import {
  CacheVolume,
  Exposure,
  Gpu,
  MlNamespace,
  type MlNamespaceProps,
  ModelServer,
  ModelService,
  type ModelServiceProps,
  ModelSource,
  Probe,
  Rollout,
  SecretSource,
} from '../../../lib';
import { MINIMAL, manifestsOf, refusalOf } from '../../support/service';

const podOf = (props: Partial<ModelServiceProps>) => manifestsOf(props).podSpec('Deployment', 'churn');

describe('what the API server would store otherwise, and show as a difference for ever', () => {
  it('no wait of a rollout is written as none', () => {
    const manifests = manifestsOf({ rollout: Rollout.recreate({ minReady: Duration.seconds(0) }) });
    expect(manifests.all().find(({ kind }) => kind === 'Deployment')?.spec).not.toHaveProperty('minReadySeconds');
  });

  it('no delay is written as none', () => {
    const { containers } = podOf({ probes: { readiness: Probe.tcp({ initialDelay: Duration.seconds(0) }) } });
    expect(containers[0].readinessProbe).not.toHaveProperty('initialDelaySeconds');
  });
});

describe('what the API server would warn of', () => {
  it.each(['my.model', 'x'.repeat(64)])('a Deployment whose pods could not be named after it: %s', (deployment) => {
    expect(refusalOf({ names: { deployment } })).toContain('names.deployment');
  });
});

describe('guard rails of the namespace', () => {
  const within = (props: MlNamespaceProps, service: Partial<ModelServiceProps>) => {
    const namespace = new MlNamespace(new App({ outdir: 'unused' }), 'team', props);
    return () => new ModelService(namespace, 'churn', { ...MINIMAL, ...service });
  };
  const model = ModelSource.s3({ uri: 's3://bucket/model' });

  it('hold for the download', () => {
    const containers = { minCpu: '1' };
    const compute = { cpu: '2', memory: '1Gi' };
    expect(within({ containers }, { compute, model })).toThrow(/model\.cpu[\s\S]*at least 1: the LimitRange/);
    expect(within({ containers }, { compute })).not.toThrow();
  });

  it('hold for the Service', () => {
    const exposure = Exposure.loadBalancer();
    expect(within({ quota: { loadBalancers: 0 } }, { exposure })).toThrow(
      /exposure[\s\S]*at most 0 services\.loadbalancers/,
    );
    expect(within({ quota: { nodePorts: 0 } }, { exposure })).toThrow(/at most 0 services\.nodeports/);
    expect(within({ quota: { loadBalancers: 1, nodePorts: 1 } }, { exposure })).not.toThrow();
    expect(within({ quota: { loadBalancers: 0 } }, {})).not.toThrow();
  });

  it('hold for the claim of the cache', () => {
    const service = {
      server: ModelServer.vllm(),
      model: ModelSource.inImage('/models/a'),
      compute: { cpu: '1', memory: '1Gi', gpu: Gpu.nvidia() },
      cache: CacheVolume.claim({ size: '20Gi' }),
    };
    expect(within({ maxClaimSize: '10Gi' }, service)).toThrow(/cache\.size[\s\S]*at most 10Gi/);
    expect(within({ quota: { claims: 0 } }, service)).toThrow(/cache[\s\S]*at most 0 persistentvolumeclaims/);
    expect(within({ quota: { storage: '10Gi' } }, service)).toThrow(/at most 10Gi requests\.storage/);
    expect(within({ maxClaimSize: '20Gi', quota: { claims: 1, storage: '20Gi' } }, service)).not.toThrow();
  });
});

describe('a quota of a namespace that is there already', () => {
  const inQuota = (quota: object, props: Partial<ModelServiceProps> = {}) => {
    const namespace = MlNamespace.existing(new App({ outdir: 'unused' }), 'team', { quota });
    return () => new ModelService(namespace, 'churn', { ...MINIMAL, ...props });
  };
  it('refuses a service of which a single pod is too large', () => {
    const gpus = { compute: { cpu: '1', memory: '1Gi', gpu: Gpu.nvidia({ count: 4 }) } };
    expect(inQuota({ gpus: 2 }, gpus)).toThrow(/at most 2 requests\.nvidia\.com\/gpu in one pod/);
    expect(inQuota({ gpus: 4 }, gpus)).not.toThrow();
    expect(inQuota({ jobs: 0, hard: { 'count/secrets': '0' } })).not.toThrow();
  });
});

describe('a variable that is set twice, which the API server refuses', () => {
  const secret = (key: string) => SecretSource.existing('store', { keys: [key] });

  it('by the server and a secret', () => {
    const server = ModelServer.http({ port: 8000, env: { TOKEN: 'a' } });
    expect(refusalOf({ server, secrets: [secret('TOKEN')] })).toMatch(/secrets\[0\]\n.*got +'TOKEN'/);
    expect(() => manifestsOf({ server, secrets: [secret('OTHER')] })).not.toThrow();
  });

  it('by the token of the model and another secret', () => {
    const model = ModelSource.huggingFace({
      repository: 'a/b',
      revision: 'v1',
      size: '1Gi',
      token: secret('HF_TOKEN'),
    });
    const compute = { cpu: '1', memory: '1Gi', gpu: Gpu.nvidia() };
    const llm = { server: ModelServer.vllm(), model, compute };
    expect(refusalOf({ ...llm, secrets: [secret('HF_TOKEN')] })).toMatch(/secrets\[0\]\n.*got +'HF_TOKEN'/);
    expect(() => manifestsOf(llm)).not.toThrow();
  });
});
