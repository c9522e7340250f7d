import { ExtraVolume, PodSecurity, Sidecar } from '../../lib';
import { quantity } from '../../lib/internal/quantity';
import { Trial } from '../support/workloads/made';
import { workloadsWith } from '../support/workloads/with-toys';

const GI = 2 ** 30;
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

function proxy(disk: { ephemeralStorage?: string; ephemeralStorageLimit?: string } = {}): Sidecar {
  const compute = { cpu: '50m', memory: '64Mi', ...disk };
  return Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1.0.0', compute });
}

describe.each(workloadsWith('volumes', 'sidecars', 'security'))('disk of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const main = workload.pod.container;

  /** What each container asks for and may use of the node's disk, in bytes; the bounds of the pod's volumes on disk. */
  const disk = (props: object = {}) => {
    const { spec, containers } = trial.pod(props);
    const amounts = (field: 'requests' | 'limits') =>
      Object.fromEntries(
        containers.map(({ name, resources }) => {
          const text = resources[field]?.['ephemeral-storage'];
          return [name, text === undefined ? undefined : quantity(text)];
        }),
      );
    const bounds: number[] = spec.volumes
      .filter(({ emptyDir }: any) => emptyDir && emptyDir.medium !== 'Memory')
      .map(({ emptyDir: { sizeLimit } }: any) => (sizeLimit ? quantity(sizeLimit) : Number.POSITIVE_INFINITY));
    const running = containers.filter((one) => spec.containers.includes(one) || one.restartPolicy === 'Always');
    return { asks: amounts('requests'), may: amounts('limits'), bounds, running: running.map(({ name }) => name) };
  };

  test.each<[string, object, number]>([
    ['an empty volume', { volumes: [ExtraVolume.emptyDir({ mountPath: '/data', sizeLimit: '7Gi' })] }, 7],
    ['a folder of a sidecar that both write to', { sidecars: [Sidecar.fluentd({ logSizeLimit: '3Gi' })] }, 3],
  ])('the scheduler is told of %s that somebody sized, whole', (_what, props, size) => {
    const { asks } = disk(props);
    expect(asks[main]).toBeGreaterThan(size * GI);
    expect(asks[main]).toBeLessThan((size + 1) * GI);
  });

  test('the scheduler is told nothing of a volume in memory', () => {
    const volumes = [ExtraVolume.emptyDir({ mountPath: '/data', sizeLimit: '7Gi', memory: true })];
    expect(disk({ volumes }).asks[main]).toBeLessThan(GI / 2);
  });

  test.each<[string, object]>([
    ['with the fewest props', {}],
    ['beside sidecars', { sidecars: [Sidecar.fluentd({}), proxy()] }],
    ['beside a volume', { volumes: [ExtraVolume.emptyDir({ mountPath: '/data', sizeLimit: '7Gi' })] }],
  ])('a limit %s does not apply before those of the volumes: the kubelet adds up those of the pod', (_what, props) => {
    const { asks, may, bounds, running } = disk(props);
    // logs of every container, those of the instance before a restart too, where a cluster keeps 50Mi x 5
    expect(total(running.map((name) => may[name] as number))).toBeGreaterThanOrEqual(
      total(bounds) + (running.length * GI) / 2,
    );
    for (const name of Object.keys(may)) expect(may[name]).toBeGreaterThan(asks[name] as number);
  });

  test.each<[string, object]>([
    ['the root is writable', { security: PodSecurity.restricted({ readOnlyRootFilesystem: false }) }],
    ['a sidecar states a request and no limit', { sidecars: [proxy({ ephemeralStorage: '1Gi' })] }],
    [
      'the main container states a request and no limit',
      { ...trial.compute({ ephemeralStorage: '20Gi' }), sidecars: [proxy()] },
    ],
  ])('no container has a limit where %s', (_what, props) => {
    const limits = Object.values(disk(props).may);
    expect(limits.length).toBeGreaterThan(0);
    expect(limits.filter((limit) => limit !== undefined)).toEqual([]);
  });

  test('what the user states is what is written', () => {
    const own = { ephemeralStorage: '3Gi', ephemeralStorageLimit: '4Gi' };
    const { asks, may } = disk({ ...trial.compute(own), sidecars: [proxy(own)] });
    expect([asks[main], may[main], asks.proxy, may.proxy]).toEqual([3 * GI, 4 * GI, 3 * GI, 4 * GI]);
  });

  test('beside a limit of the user the request is left to Kubernetes, which takes the limit', () => {
    const { asks, may } = disk(trial.compute({ ephemeralStorageLimit: '4Gi' }));
    expect([asks[main], may[main]]).toEqual([undefined, 4 * GI]);
  });
});
