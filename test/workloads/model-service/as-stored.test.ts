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
  Sidecar,
} from '../../../lib';
import { MINIMAL, manifestsOf, refusalOf } from '../../support/service';

const podOf = (props: Partial<ModelServiceProps>) => manifestsOf(props).podSpec('Deployment', 'churn');

describe('what the API server would store otherwise, and show as a difference for ever', () => {
  it('an empty variable is written without a value', () => {
    const sidecar = Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1', env: { EMPTY: '' } });
    const { containers, initContainers } = podOf({ env: { EMPTY: '' }, sidecars: [sidecar] });
    for (const { env } of [containers[0], initContainers[0]])
      expect(env.find(({ name }: any) => name === 'EMPTY')).toEqual({ name: 'EMPTY' });
  });

  it('a toleration of an empty value is written without one', () => {
    const { tolerations } = podOf({ tolerations: [{ key: 'dedicated', value: '' }] });
    expect(tolerations).toEqual([{ key: 'dedicated', operator: 'Equal' }]);
  });

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
  it('a part of a byte, for which the next whole Mi is offered', () => {
    const message = refusalOf({ compute: { cpu: '1', memory: '1.1Gi' } });
    expect(message).toMatch(/compute\.memory[\s\S]*part of a byte; write '1127Mi'/);
    expect(podOf({ compute: { cpu: '1', memory: '1.5Gi' } }).containers[0].resources.requests.memory).toBe('1.5Gi');
  });

  it.each(['my.model', 'x'.repeat(64)])('a Deployment whose pods could not be named after it: %s', (deployment) => {
    expect(refusalOf({ names: { deployment } })).toContain('names.deployment');
  });
});

it('amounts are compared as they are written: 300m is not more than 0.3', () => {
  expect(() => manifestsOf({ compute: { cpu: '300m', cpuLimit: '0.3', memory: '1Gi' } })).not.toThrow();
});

describe('guard rails of the namespace', () => {
  const within = (props: MlNamespaceProps, service: Partial<ModelServiceProps>) => {
    const namespace = new MlNamespace(new App({ outdir: 'unused' }), 'team', props);
    return () => new ModelService(namespace, 'churn', { ...MINIMAL, ...service });
  };
  const model = ModelSource.s3({ uri: 's3://bucket/model' });

  it('hold for the containers beside the server', () => {
    const containers = { minCpu: '1' };
    const compute = { cpu: '2', memory: '1Gi' };
    expect(within({ containers }, { compute, model })).toThrow(/model\.cpu[\s\S]*at least 1: the LimitRange/);
    expect(within({ containers }, { compute, sidecars: [Sidecar.fluentd()] })).toThrow(/sidecars\[0\]\.compute\.cpu/);
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
  const inQuota = (quota: object, props: Partial<ModelServiceProps> = {}, more: object = {}) => {
    const namespace = MlNamespace.existing(new App({ outdir: 'unused' }), 'team', { quota, ...more });
    return () => new ModelService(namespace, 'churn', { ...MINIMAL, ...props });
  };
  const sidecar = Sidecar.fluentd();

  it('refuses a service of which it would refuse every pod, for what it does not state', () => {
    expect(inQuota({ cpuLimit: '10' })).toThrow(/compute[\s\S]*limits\.cpu on every container.*without: server/);
    expect(inQuota({ cpuLimit: '10' }, { sidecars: [sidecar] })).toThrow(/without: .*fluentd/);
    expect(inQuota({ cpuLimit: '10' }, {}, { containers: { cpuLimit: '2' } })).not.toThrow();
    expect(inQuota({ cpuLimit: '10' }, { compute: { cpu: '1', cpuLimit: '2', memory: '1Gi' } })).not.toThrow();
  });

  it('refuses a service of which a single pod is too large', () => {
    const gpus = { compute: { cpu: '1', memory: '1Gi', gpu: Gpu.nvidia({ count: 4 }) } };
    expect(inQuota({ gpus: 2 }, gpus)).toThrow(/at most 2 requests\.nvidia\.com\/gpu in one pod/);
    expect(inQuota({ gpus: 4 }, gpus)).not.toThrow();
    expect(inQuota({ memory: '100Mi' })).toThrow(/at most 100Mi requests\.memory/);
    expect(inQuota({ pods: 0 })).toThrow(/at most 0 pods/);
    expect(inQuota({ jobs: 0, hard: { 'count/secrets': '0' } })).not.toThrow();
  });
});

describe('a variable that is set twice, which the API server refuses', () => {
  const secret = (key: string) => SecretSource.existing('store', { keys: [key] });

  it('by the server and a secret', () => {
    const server = ModelServer.http({ port: 8000, env: { TOKEN: 'a' } });
    expect(refusalOf({ server, secrets: [secret('TOKEN')] })).toMatch(/secrets\n.*got +'TOKEN'/);
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
    expect(refusalOf({ ...llm, secrets: [secret('HF_TOKEN')] })).toMatch(/secrets\n.*got +'HF_TOKEN'/);
    expect(() => manifestsOf(llm)).not.toThrow();
  });
});
