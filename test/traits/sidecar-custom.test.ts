import { Duration } from 'cdk8s';
import { type CustomSidecarOptions, ExtraVolume, Probe, SecretSource, Sidecar } from '../../lib';
import { Checker } from '../../lib/internal/errors';
import { decideSidecars, sidecarStartupSeconds } from '../../lib/workloads/shared/sidecars';
import { FACTS, planned, refused, wrong } from './sidecar-support';
import { K128, K133, plain, refuses } from './support';

const custom = (more: Partial<CustomSidecarOptions> = {}) =>
  Sidecar.custom({ name: 'proxy', image: 'proxy:1.0.0', ...more });
const planOf = (more: Partial<CustomSidecarOptions>, target = K133) => planned(custom(more), { ...FACTS, target });

describe('secrets', () => {
  const env = SecretSource.existing('login', { keys: ['TOKEN'], env: { DB_USER: 'user' } });
  const files = SecretSource.existing('cert', { keys: ['tls.crt', 'tls.key'], mountPath: '/etc/cert' });
  const { container, volumes, secrets } = planOf({ env: { MODE: 'fast' }, secrets: [env, files] });

  test('are variables by reference, after the plain ones', () => {
    expect(plain(container.env)).toEqual([
      { name: 'MODE', value: 'fast' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'login', key: 'TOKEN' } } },
      { name: 'DB_USER', valueFrom: { secretKeyRef: { name: 'login', key: 'user' } } },
    ]);
  });

  test('are files of the chosen keys alone, in a volume of the sidecar', () => {
    expect(container.mounts).toContainEqual({ name: 'proxy-secret-1', mountPath: '/etc/cert', readOnly: true });
    const items = ['tls.crt', 'tls.key'].map((key) => ({ key, path: key }));
    expect(volumes).toContainEqual({ name: 'proxy-secret-1', secret: { secretName: 'cert', items } });
    expect(secrets.map(({ secretName, keys }) => [secretName, keys])).toEqual([
      ['login', ['TOKEN', 'user']],
      ['cert', ['tls.crt', 'tls.key']],
    ]);
  });
});

describe('probes', () => {
  test('ask the first port, in times of a sidecar', () => {
    const ports = [
      { name: 'proxy', port: 9000 },
      { name: 'admin', port: 9001 },
    ];
    const probes = {
      startup: Probe.http({ path: '/ready', port: 9001 }),
      readiness: Probe.http(),
      liveness: Probe.tcp(),
    };
    expect(plain(planOf({ ports, probes }).container)).toMatchObject({
      ports: [
        { name: 'proxy', containerPort: 9000 },
        { name: 'admin', containerPort: 9001 },
      ],
      startupProbe: {
        httpGet: { path: '/ready', port: 9001 },
        periodSeconds: 2,
        timeoutSeconds: 2,
        failureThreshold: 30,
      },
      readinessProbe: { httpGet: { path: '/', port: 'proxy' }, periodSeconds: 5, failureThreshold: 3 },
      livenessProbe: { tcpSocket: { port: 'proxy' }, periodSeconds: 10, failureThreshold: 6 },
    });
  });

  test('are none unless asked for', () => {
    const { startupProbe, readinessProbe, livenessProbe } = planOf({ probes: { startup: Probe.none() } }).container;
    expect([startupProbe, readinessProbe, livenessProbe]).toEqual([undefined, undefined, undefined]);
  });

  test('of the start hold up what comes after native sidecars, one after the other', () => {
    const grpc = Probe.grpc({
      port: 9000,
      period: Duration.seconds(5),
      failureThreshold: 4,
      initialDelay: Duration.seconds(3),
    });
    const sidecars = [
      custom({ probes: { startup: grpc } }),
      custom({ probes: { startup: Probe.grpc({ port: 9000 }) } }),
    ];
    const secondsOf = (some: readonly Sidecar[], target = K133) =>
      sidecarStartupSeconds(decideSidecars(Checker.named('test'), { sidecars: [...some] }, { ...FACTS, target }));
    expect(secondsOf(sidecars)).toBe(23 + 60);
    expect(secondsOf(sidecars, K128)).toBe(0);
    expect(secondsOf([custom(), Sidecar.fluentd()])).toBe(0);
  });
});

describe('volumes', () => {
  test('of its own and of the pod', () => {
    const { container, volumes, needs, borrows } = planOf({
      volumes: [
        ExtraVolume.claim('store', { mountPath: '/store' }),
        ExtraVolume.emptyDir({ mountPath: '/tmp', sizeLimit: '3Gi' }),
      ],
      mounts: [
        { volume: 'model', mountPath: '/model' },
        { volume: 'scratch', mountPath: '/scratch', readOnly: false },
      ],
    });
    expect(container.mounts).toEqual([
      { name: 'claim-store', mountPath: '/store' },
      { name: 'empty-tmp', mountPath: '/tmp' },
      { name: 'model', mountPath: '/model', readOnly: true },
      { name: 'scratch', mountPath: '/scratch' },
    ]);
    // the pod's are not made a second time, and its own /tmp takes the place of the usual one
    expect(volumes.map(({ name }) => name)).toEqual(['claim-store', 'empty-tmp']);
    expect(needs).toEqual(['PersistentVolumeClaim/store']);
    expect(borrows.map(({ volume }) => volume)).toEqual(['model', 'scratch']);
  });
});

test('a plain container where the cluster has no native sidecars', () => {
  expect(planOf({}, K133).container.sidecar).toBe(true);
  expect(planOf({}, K128).container.sidecar).toBe(false);
  expect(refused(custom(), { ...FACTS, target: K128 })).toEqual([]);
  expect(planned(Sidecar.fluentd(), { ...FACTS, target: K128 }).container.sidecar).toBe(false);
});

test('a root that can be written to, and a command before the end', () => {
  expect(planOf({}).container.readOnlyRoot).toBe(true);
  const { readOnlyRoot, preStop } = planOf({ readOnlyRootFilesystem: false, preStop: ['/drain'] }).container;
  expect([readOnlyRoot, preStop]).toEqual([false, { exec: { command: ['/drain'] } }]);
});

describe('wrong inputs', () => {
  const login = SecretSource.existing('login', { keys: ['TOKEN'] });
  const port = [{ name: 'proxy', port: 9000 }];
  const row = (title: string, more: Partial<CustomSidecarOptions>, prop: string, expected: RegExp, fix: RegExp) =>
    wrong(title, custom(more), prop, expected, fix);
  refuses([
    row('a Secret without keys', { secrets: [SecretSource.existing('a', {})] }, 'secrets[0].keys', /one key/, /name/),
    row('a variable twice', { env: { TOKEN: '/run/token' }, secrets: [login] }, 'secrets[0]', /env does not/, /one of/),
    row('a secret twice', { secrets: [login, login] }, 'secrets[1]', /secrets\[0\] does not/, /one of/),
    row(
      'a credential in a file',
      { configFiles: { 'a.ini': 'password = hunter2hunter2' } },
      'configFiles.a.ini',
      /no credential/,
      /secrets: \[/,
    ),
    row('a file too large', { configFiles: { 'a.txt': 'x'.repeat(2 ** 20 + 1) } }, 'configFiles', /1 MiB/, /image/),
    row('a port of root', { ports: [{ name: 'http', port: 80 }] }, 'ports[0].port', /1024/, /8080/),
    row('a port that is none', { ports: [{ name: 'http', port: 70000 }] }, 'ports[0].port', /65535/, /give/),
    row('a long port name', { ports: [{ name: 'a-very-long-port', port: 9000 }] }, 'ports[0].name', /15/, /choose/),
    row('a probe of no port', { probes: { readiness: Probe.http() } }, 'probes.readiness.port', /ports/, /give/),
    row(
      'a start that waits for the server, which waits for it',
      { probes: { startup: Probe.tcp({ port: 8000 }) } },
      'probes.startup.port',
      /main container starts only after/,
      /probe the sidecar/,
    ),
    row(
      'a probe of half a second',
      { ports: port, probes: { liveness: Probe.tcp({ period: Duration.millis(500) }) } },
      'probes.liveness.period',
      /whole seconds/,
      /whole/,
    ),
    row(
      'liveness less patient than readiness',
      { ports: port, probes: { readiness: Probe.tcp(), liveness: Probe.tcp({ failureThreshold: 1 }) } },
      'probes.liveness',
      /15 seconds/,
      /raise/,
    ),
    row('no command before the end', { preStop: [] }, 'preStop', /a command/, /drain/),
    row('a command of nothing', { preStop: [' '] }, 'preStop[0]', /program/, /sh/),
    row(
      'two things on one path',
      { configFiles: { a: 'b' }, sharedPath: '/etc/config/' },
      'configPath',
      /proxy-shared is/,
      /another path/,
    ),
    row('a writable path twice', { writablePaths: ['/a', '/a'] }, 'writablePaths[1]', /writablePaths\[0\]/, /leave/),
    row(
      'a secret on the path of a volume',
      {
        secrets: [SecretSource.existing('a', { keys: ['k'], mountPath: '/a' })],
        mounts: [{ volume: 'model', mountPath: '/a' }],
      },
      'mounts[0].mountPath',
      /proxy-secret-0 is/,
      /another/,
    ),
    row('a mount on no path', { mounts: [{ volume: 'a', mountPath: 'b' }] }, 'mounts[0].mountPath', /absolute/, /log/),
    row('a volume of no name', { mounts: [{ volume: 'A B', mountPath: '/b' }] }, 'mounts[0].volume', /lower/, /name/),
    row(
      'a volume that cannot be written',
      { volumes: [ExtraVolume.secret('a', { mountPath: '/a', readOnly: false })] },
      'volumes[0].readOnly',
      /true/,
      /leave/,
    ),
  ]);

  test('what a plain container may ask of its server, since neither waits for the other', () => {
    const probes = { startup: Probe.tcp({ port: 8000 }) };
    expect(refused(custom({ probes }), { ...FACTS, target: K128 })).toEqual([]);
  });
});
