import {
  CacheVolume,
  Gpu,
  HealthEndpoint,
  ModelServer,
  type ModelServiceProps,
  ModelSource,
  PodSecurity,
  Sidecar,
} from '../../../lib';
import { quantity } from '../../../lib/internal/quantity';
import { MINIMAL, manifestsOf } from '../../support/service';

const GI = 2 ** 30;
const HUB = { repository: 'org/model', revision: 'a'.repeat(40), size: '15Gi' };
const VLLM = {
  image: 'vllm/vllm-openai:v0.18.0',
  server: ModelServer.vllm(),
  compute: { cpu: '4', memory: '32Gi', gpu: Gpu.nvidia({}) },
  model: ModelSource.huggingFace(HUB),
};
const STRICT = PodSecurity.restricted({ readOnlyRootFilesystem: true });
const downloaded = (size?: string) => ModelSource.http({ url: 'https://example.com/model.pkl', size });

/** Per container, what it asks for and may use of the node's disk, in bytes; and the bounds of the pod's disk volumes. */
function disk(props: Partial<ModelServiceProps> = {}) {
  const pod = manifestsOf(props).podSpec('Deployment', 'churn');
  const containers: any[] = [...pod.containers, ...(pod.initContainers ?? [])];
  const amounts = (field: 'requests' | 'limits') =>
    Object.fromEntries(
      containers.map(({ name, resources }) => {
        const text = resources[field]?.['ephemeral-storage'];
        return [name, text === undefined ? undefined : quantity(text)];
      }),
    );
  const bounds: number[] = pod.volumes
    .filter(({ emptyDir }: any) => emptyDir && emptyDir.medium !== 'Memory')
    .map(({ emptyDir }: any) =>
      emptyDir.sizeLimit === undefined ? Number.POSITIVE_INFINITY : quantity(emptyDir.sizeLimit),
    );
  const running = containers.filter((c) => pod.containers.includes(c) || c.restartPolicy === 'Always');
  return { asks: amounts('requests'), may: amounts('limits'), bounds, running: running.map(({ name }) => name) };
}

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

describe('the scheduler is told of', () => {
  test('the whole model that is downloaded, once', () => {
    const { asks } = disk({ model: downloaded('15Gi') });
    expect(asks.server).toBeGreaterThan(15 * GI);
    expect(asks.server).toBeLessThan(17 * GI);
    expect(asks['download-model']).toBeLessThan(GI);
  });

  test('the model that a server pulls into a cache of its own, not all that the cache may hold', () => {
    const { asks } = disk(VLLM);
    expect(asks.server).toBeGreaterThan(15 * GI);
    expect(asks.server).toBeLessThan(18 * GI);
  });

  test.each<[string, Partial<ModelServiceProps>, number]>([
    ['an ephemeral cache', { ...VLLM, cache: CacheVolume.ephemeral({ sizeLimit: '40Gi' }) }, 40],
    ['a folder of a custom server', { server: custom('5Gi') }, 5],
  ])('%s that somebody sized, whole', (_what, props, size) => {
    const { asks } = disk(props);
    expect(asks.server).toBeGreaterThan(size * GI);
    expect(asks.server).toBeLessThan((size + 1) * GI);
  });

  test.each<[string, Partial<ModelServiceProps>]>([
    ['on a claim', { ...VLLM, cache: CacheVolume.claim({ size: '100Gi' }) }],
    ['bounded by the library only', { server: ModelServer.mlServer(), model: ModelSource.inImage('/m') }],
    ['of a size that nobody knows', { model: downloaded() }],
  ])('nothing that is %s', (_what, props) => {
    expect(disk(props).asks.server).toBeLessThan(GI / 2);
  });
});

describe('a limit', () => {
  test.each<[string, Partial<ModelServiceProps>]>([
    ['beside a download', { model: downloaded('15Gi') }],
    ['beside sidecars', { model: downloaded('1Gi'), sidecars: [Sidecar.fluentd({}), proxy()] }],
    ['of a cache', { ...VLLM, security: STRICT, cache: CacheVolume.ephemeral({ sizeLimit: '40Gi' }) }],
  ])(
    '%s cannot bite before the size limits of the volumes do: the kubelet adds up those of the pod',
    (_what, props) => {
      const { asks, may, bounds, running } = disk(props);
      const sum = total(running.map((name) => may[name] as number));
      // logs of every container, those of the instance before a restart too, where a cluster keeps 50Mi x 5
      expect(sum).toBeGreaterThanOrEqual(total(bounds) + (running.length * GI) / 2);
      // the download is no part of the sum above, and has a limit all the same: a quota on limits counts it
      for (const name of Object.keys(may)) expect(may[name]).toBeGreaterThan(asks[name] as number);
    },
  );

  test.each<[string, Partial<ModelServiceProps>]>([
    ['a volume has no bound', { model: downloaded(), sidecars: [proxy()] }],
    ['a bound is far above the use', { ...VLLM, security: STRICT }],
    ['the root is writable', { ...VLLM, cache: CacheVolume.claim({ size: '100Gi' }) }],
  ])('is left out everywhere where %s', (_what, props) => {
    expect(Object.values(disk(props).may).filter((limit) => limit !== undefined)).toEqual([]);
  });
});

test('where the server has a limit of the user, what the others may write comes on top of it', () => {
  const { may } = disk({
    model: downloaded(),
    compute: { ...MINIMAL.compute, ephemeralStorageLimit: '30Gi' },
    sidecars: [proxy()],
  });
  expect(may).toEqual({ server: 30 * GI, proxy: 1.25 * GI, 'download-model': GI });
});

function proxy(): Sidecar {
  const compute = { cpu: '50m', memory: '64Mi' };
  return Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1.0.0', compute });
}

function custom(sizeLimit: string): ModelServer {
  return ModelServer.custom({
    name: 'own',
    ports: [{ name: 'http', port: 3000 }],
    readiness: HealthEndpoint.http('/ready', 'http'),
    writablePaths: [{ path: '/work', sizeLimit }],
  });
}
