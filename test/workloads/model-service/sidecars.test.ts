import { App } from 'cdk8s';
import {
  ClusterTarget,
  type CustomSidecarOptions,
  ExtraVolume,
  type Manifests,
  MlNamespace,
  ModelService,
  ModelSource,
  Probe,
  SecretSource,
  Sidecar,
} from '../../../lib';
import { EXPECTS_ANNOTATION } from '../../../lib/internal/labels';
import { MINIMAL, manifestsOf, refusalOf } from '../../support/service';

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

  test('is a plain container after the server where the cluster has no native ones', () => {
    const { spec } = deploymentOf(manifestsOf({ sidecars: [custom(), Sidecar.fluentd()] }, K128)).spec.template;
    expect(spec.initContainers).toBeUndefined();
    expect(spec.containers.map((c: any) => [c.name, c.restartPolicy])).toEqual([
      ['server', undefined],
      ['proxy', undefined],
      ['fluentd', undefined],
    ]);
    const { securityContext } = spec.containers[1];
    expect(securityContext).toEqual(spec.containers[0].securityContext);
  });

  test('runs a command before its end, and says what it writes', () => {
    const { spec } = deploymentOf(
      manifestsOf({ sidecars: [custom({ preStop: ['/drain'], readOnlyRootFilesystem: false })] }),
    ).spec.template;
    expect(spec.initContainers[0]).toMatchObject({
      lifecycle: { preStop: { exec: { command: ['/drain'] } } },
      securityContext: {
        readOnlyRootFilesystem: false,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      },
    });
  });

  test('that is slow to start gives the rollout more time', () => {
    const deadline = (sidecar: Sidecar, target?: ClusterTarget) =>
      deploymentOf(manifestsOf({ sidecars: [sidecar] }, target)).spec.progressDeadlineSeconds;
    const slow = custom({ probes: { startup: Probe.grpc({ port: 9000, failureThreshold: 500 }) } });
    expect(deadline(slow) - deadline(custom())).toBe(1000);
    expect(deadline(slow, K128)).toBe(deadline(custom(), K128));
  });
});

test('what a sidecar needs is expected like what the server needs', () => {
  const sidecar = custom({
    secrets: [SecretSource.existing('login', { keys: ['TOKEN', 'KEY'] })],
    volumes: [ExtraVolume.claim('store', { mountPath: '/store' })],
  });
  expect(deploymentOf(manifestsOf({ sidecars: [sidecar] })).metadata.annotations[EXPECTS_ANNOTATION]).toBe(
    'PersistentVolumeClaim/store,Secret/login:KEY+TOKEN',
  );
});

describe('an ExternalSecret', () => {
  const external = (remoteKey: string) =>
    SecretSource.externalSecret({ name: 'login', store: 'vault', data: [{ key: 'TOKEN', remoteKey }] });

  test('is made once for the server and its sidecar', () => {
    const manifests = manifestsOf({ secrets: [external('a')], sidecars: [custom({ secrets: [external('a')] })] });
    manifests.hasCount('ExternalSecret', 1);
    manifestsOf({ sidecars: [custom({ secrets: [external('a')] })] }).hasCount('ExternalSecret', 1);
  });

  test('of two minds is refused: one of the two would be lost', () => {
    const message = refusalOf({ secrets: [external('a')], sidecars: [custom({ secrets: [external('b')] })] });
    expect(message).toMatch(/sidecars\[0\]\.secrets\[0\]\n.*login[\s\S]*one ExternalSecret/);
    expect(
      refusalOf({
        secrets: [
          external('a'),
          SecretSource.externalSecret({ name: 'login', store: 'vault', data: [{ key: 'B', remoteKey: 'b' }] }),
        ],
      }),
    ).toContain('secrets[1]');
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

  test.each<[string, Sidecar[], string, RegExp]>([
    [
      "the number of the server's",
      [custom({ ports: [{ name: 'p', port: 8000 }] })],
      'sidecars[0].ports[0].port',
      /the server does/,
    ],
    [
      "the name of the server's",
      [custom({ ports: [{ name: 'http', port: 9000 }] })],
      'sidecars[0].ports[0].name',
      /the server has/,
    ],
    [
      'those of another sidecar',
      [custom({ ports }), custom({ name: 'other', ports: [{ name: 'p', port: 9001 }] })],
      'sidecars[1].ports[0].port',
      /sidecars\[0\] does/,
    ],
    [
      'one number twice',
      [custom({ ports: [...ports, { name: 'again', port: 9000 }] })],
      'sidecars[0].ports[2].port',
      /sidecars\[0\] does/,
    ],
  ])('may not have %s', (_, sidecars, prop, expected) => {
    const message = refusalOf({ sidecars });
    expect(message).toContain(`: 1 problem\n  ${prop}\n`);
    expect(message).toMatch(expected);
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

  test('under one name are not two', () => {
    const one = ExtraVolume.emptyDir({ mountPath: '/a', sizeLimit: '1Gi', name: 'data' });
    const two = ExtraVolume.emptyDir({ mountPath: '/a', sizeLimit: '2Gi', name: 'data' });
    expect(refusalOf({ volumes: [one], sidecars: [custom({ volumes: [two] })] })).toContain('sidecars[0]');
  });
});

test('the LimitRange of the namespace bounds a sidecar too', () => {
  const namespace = new MlNamespace(new App(), 'serving', { containers: { maxMemory: '8Gi' } });
  const compute = { cpu: '1', memory: '9Gi' };
  expect(() => new ModelService(namespace, 'churn', { ...MINIMAL, sidecars: [custom({ compute })] })).toThrow(
    /sidecars\[0\]\.compute\.memoryLimit\n.*9Gi[\s\S]*8Gi/,
  );
});
