import {
  ClusterTarget,
  type CustomSidecarOptions,
  ExtraVolume,
  type Manifests,
  ModelSource,
  Probe,
  Sidecar,
} from '../../../lib';
import { manifestsOf, refusalOf } from '../../support/service';

const custom = (more: Partial<CustomSidecarOptions> = {}) =>
  Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1', ...more });
const K128 = ClusterTarget.kubernetes('1.28');
const deploymentOf = (manifests: Manifests) => manifests.get('Deployment', 'churn') as any;

describe('a sidecar in the pod', () => {
  test('is an init container that stays, before the download', () => {
    const { spec } = deploymentOf(
      manifestsOf({
        sidecars: [custom()],
        model: ModelSource.http({ url: 'https://example.com/m', sha256: 'a'.repeat(64) }),
      }),
    ).spec.template;
    expect(spec.initContainers.map((c: any) => [c.name, c.restartPolicy])).toEqual([
      ['proxy', 'Always'],
      ['download-model', undefined],
    ]);
    expect(spec.containers.map((c: any) => c.name)).toEqual(['server']);
  });

  test('that is slow to start gives the rollout more time', () => {
    const deadline = (sidecar: Sidecar, target?: ClusterTarget) =>
      deploymentOf(manifestsOf({ sidecars: [sidecar] }, target)).spec.progressDeadlineSeconds;
    const slow = custom({ probes: { startup: Probe.grpc({ port: 9000, failureThreshold: 500 }) } });
    expect(deadline(slow) - deadline(custom())).toBe(1000);
    expect(deadline(slow, K128)).toBe(deadline(custom(), K128));
  });
});

describe('ports', () => {
  const ports = [
    { name: 'proxy', port: 9000, open: true },
    { name: 'admin', port: 9001 },
  ];

  test("are the sidecar's alone, unless the server's callers may call them", () => {
    const [rule] = (manifestsOf({ sidecars: [custom({ ports })] }).get('NetworkPolicy', 'churn') as any).spec.ingress;
    expect(rule.ports.map(({ port }: any) => port)).toEqual([8000, 9000]);
  });

  test('can stand in front of the server', () => {
    const overrides = { Service: { spec: { ports: [{ name: 'http', port: 80, targetPort: 'proxy' }] } } };
    const manifests = manifestsOf({ sidecars: [custom({ ports })], overrides });
    expect((manifests.get('Service', 'churn') as any).spec.ports).toMatchObject([
      { name: 'http', port: 80, targetPort: 'proxy' },
    ]);
  });
});

describe('volumes of the pod', () => {
  const model = ModelSource.claim({ claimName: 'models' });

  test('are mounted, and one that both want is one volume', () => {
    const store = ExtraVolume.claim('store', { mountPath: '/store' });
    const sidecar = custom({ mounts: [{ volume: 'model', mountPath: '/model' }], volumes: [store] });
    const { spec } = deploymentOf(manifestsOf({ model, volumes: [store], sidecars: [sidecar] })).spec.template;
    expect(spec.volumes.filter(({ name }: any) => name === 'claim-store').length).toBe(1);
    expect(spec.initContainers[0].volumeMounts).toContainEqual({ name: 'model', mountPath: '/model', readOnly: true });
  });

  test('have to be there, and those that cannot be written are only read', () => {
    const none = custom({ mounts: [{ volume: 'model', mountPath: '/model' }] });
    expect(refusalOf({ sidecars: [none] })).toMatch(
      /sidecars\[0\]\.mounts\[0\]\.volume\n.*'model'\n.*a volume of the pod: proxy-tmp, tmp/,
    );
    const write = custom({ mounts: [{ volume: 'model', mountPath: '/model', readOnly: false }] });
    expect(refusalOf({ model, sidecars: [write] })).toMatch(
      /sidecars\[0\]\.mounts\[0\]\.readOnly\n.*false\n.*cannot be written/,
    );
  });
});
