import { Gpu, Sidecar } from '../../lib';
import { planned, refused, wrong } from './sidecar-support';
import { plain, refuses } from './support';

const conf = (options = {}) => planned(Sidecar.fluentd(options)).configMaps[0].data['fluent.conf'];

describe('Fluentd', () => {
  const { container, volumes, mainMounts, configMaps } = planned(Sidecar.fluentd());
  const mounts = container.mounts!;

  test('shares its log folder with the server', () => {
    expect(mainMounts).toEqual([{ name: 'fluentd-shared', mountPath: '/var/log/app' }]);
    expect(mounts).toContainEqual(mainMounts[0]);
    expect(volumes).toContainEqual({ name: 'fluentd-shared', emptyDir: { sizeLimit: '1Gi' } });
  });

  test('reads its configuration, and writes only to volumes of its own', () => {
    expect(configMaps[0].name).toMatch(/^churn-fluentd-[0-9a-f]{8}$/);
    expect(mounts).toContainEqual({ name: 'fluentd-config', mountPath: '/fluentd/etc', readOnly: true });
    expect(volumes).toContainEqual({ name: 'fluentd-config', configMap: { name: configMaps[0].name } });
    const writable = mounts.filter((mount) => !mount.readOnly).map((mount) => mount.mountPath);
    for (const [, path] of conf({ forwardHost: 'logs' }).matchAll(/^\s*(?:path|pos_file) (\S+)/gm))
      expect(writable.some((folder) => path!.startsWith(`${folder}/`))).toBe(true);
  });

  test('runs as the pod does, within limits, for the whole life of the pod', () => {
    expect(plain(container)).toMatchObject({
      name: 'fluentd',
      image: expect.stringMatching(/^fluent\/fluentd:v1\.\d+\.\d+-debian-/),
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
      sidecar: true,
    });
    expect(container.user).toBeUndefined();
  });

  test('every volume that is mounted is there, once', () => {
    const names = volumes.map((volume) => volume.name);
    expect(new Set(names).size).toBe(names.length);
    expect(mounts.map((mount) => mount.name).sort()).toEqual([...names].sort());
  });

  test('writes lines to its own output, or sends them on from a buffer on disk', () => {
    expect(conf()).toMatch(/<match churn>\n {2}@type stdout/);
    const forward = conf({ forwardHost: 'fluentd.logging.svc', forwardPort: 24225, tag: 'ml.churn' });
    expect(forward).toMatch(/<match ml\.churn>\n {2}@type forward/);
    expect(forward).toMatch(/host fluentd\.logging\.svc\n {4}port 24225/);
    expect(forward).toMatch(/<buffer>\n {4}@type file/);
  });

  test('has a configuration whose sections are closed in order', () => {
    for (const text of [conf(), conf({ forwardHost: 'logs', logPath: '/logs', pattern: 'app*.json' })]) {
      const open: string[] = [];
      for (const [, slash, name] of text.matchAll(/^\s*<(\/?)(\w+)[^>\n]*>$/gm)) {
        if (!slash) open.push(name!);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }
  });

  test('reads what its pattern says, where it was told', () => {
    expect(conf({ logPath: '/logs', pattern: 'app*.json' })).toMatch(/^ {2}path \/logs\/app\*\.json$/m);
  });

  test('tells JSON objects from other lines, and loses none', () => {
    const [, shape] = /expression \/(.*)\/$/m.exec(conf())!;
    // Ruby's ^ and $ are those of a line; the lines are single
    const expression = new RegExp(shape!);
    const read = (line: string) => ({ ...expression.exec(line)!.groups });
    expect(read('{"level":"info"}')).toEqual({ json: '{"level":"info"}', message: undefined });
    expect(read('{"level":"info"}  ')).toEqual({ json: '{"level":"info"}', message: undefined });
    for (const line of ['INFO: started', '[1,2]', '"text"', '42', '{"cut', ''])
      expect(read(line)).toEqual({ json: undefined, message: line });
  });

  test('takes a whole configuration as it is', () => {
    expect(conf({ config: '<source>\n</source>\n' })).toBe('<source>\n</source>\n');
  });
});

describe('any other container', () => {
  const sidecar = Sidecar.custom({
    name: 'proxy',
    image: 'ghcr.io/your-org/proxy:1.2.0',
    args: ['--verbose'],
    env: { UPSTREAM: 'localhost:8000' },
    user: 65532,
    configFiles: { 'proxy.yaml': 'a: 1\n' },
    sharedPath: '/shared',
    writablePaths: ['/tmp', '/cache'],
  });

  test('is what it was asked to be', () => {
    const { container, volumes, mainMounts, sized, secrets, needs, borrows, configMaps } = planned(sidecar);
    expect(plain(container)).toEqual({
      name: 'proxy',
      image: 'ghcr.io/your-org/proxy:1.2.0',
      args: ['--verbose'],
      env: [{ name: 'UPSTREAM', value: 'localhost:8000' }],
      envFrom: [],
      user: 65532,
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
      mounts: [
        { name: 'proxy-config', mountPath: '/etc/config', readOnly: true },
        { name: 'proxy-shared', mountPath: '/shared' },
        { name: 'proxy-tmp', mountPath: '/tmp' },
        { name: 'proxy-writable-1', mountPath: '/cache' },
      ],
      sidecar: true,
      readOnlyRoot: true,
      ports: [],
    });
    expect(plain(volumes)).toEqual([
      { name: 'proxy-config', configMap: { name: configMaps[0].name } },
      { name: 'proxy-shared', emptyDir: { sizeLimit: '1Gi' } },
      { name: 'proxy-tmp', emptyDir: { sizeLimit: '256Mi' } },
      { name: 'proxy-writable-1', emptyDir: { sizeLimit: '256Mi' } },
    ]);
    expect(mainMounts).toEqual([{ name: 'proxy-shared', mountPath: '/shared' }]);
    expect(sized).toEqual(['proxy-shared']);
    expect([secrets, needs, borrows]).toEqual([[], [], []]);
    expect(configMaps.map(({ data }) => data)).toEqual([{ 'proxy.yaml': 'a: 1\n' }]);
  });

  test('has no ConfigMap and shares nothing by itself', () => {
    const small = Sidecar.custom({ name: 'agent', image: 'agent:1.0.0' });
    const { container, mainMounts, configMaps } = planned(small);
    expect(configMaps).toEqual([]);
    expect(mainMounts).toEqual([]);
    expect(container.mounts).toEqual([{ name: 'agent-tmp', mountPath: '/tmp' }]);
  });
});

describe('wrong inputs', () => {
  const custom = (more: object) => Sidecar.custom({ name: 'proxy', image: 'proxy:1.0.0', ...more });
  const gpu = Gpu.nvidia();
  refuses([
    wrong('an illegal name', custom({ name: 'My Proxy' }), 'name', /lower case/, /choose/),
    wrong('a name too long for its volumes', custom({ name: 'a'.repeat(60) }), 'name', /50/, /shorten/),
    wrong('an image that changes', custom({ image: 'proxy:latest' }), 'image', /./, /./),
    wrong('a GPU', custom({ compute: { cpu: '1', memory: '1Gi', gpu } }), 'compute.gpu', /no GPU/, /leave it out/),
    wrong(
      'a credential',
      custom({ env: { API_PASSWORD: 'hunter2hunter2' } }),
      'env.API_PASSWORD',
      /no credential/,
      /Secret/,
    ),
    wrong('an illegal variable', custom({ env: { 'A-B': 'c' } }), 'env.A-B', /underscores/, /choose/),
    wrong('an illegal file', custom({ configFiles: { 'a/b': '' } }), 'configFiles.a/b', /letters/, /choose/),
    wrong('root', custom({ user: 0 }), 'user', /at least 1/, /numeric user/),
    wrong('a path that is not absolute', custom({ sharedPath: 'shared' }), 'sharedPath', /absolute/, /var\/log/),
    wrong('a path out of its folder', custom({ writablePaths: ['/a/../b'] }), 'writablePaths[0]', /\.\./, /var\/log/),
    wrong('a size that is none', custom({ sharedSizeLimit: 'big' }), 'sharedSizeLimit', /bytes/, /unit/),
    wrong(
      'a pattern that breaks the configuration',
      Sidecar.fluentd({ pattern: '*.log # all' }),
      'pattern',
      /pattern/,
      /only/,
    ),
    wrong('a tag that breaks the configuration', Sidecar.fluentd({ tag: 'a b' }), 'tag', /letters/, /only/),
    wrong(
      'a host with a port',
      Sidecar.fluentd({ forwardHost: 'logs_x:24224' }),
      'forwardHost',
      /DNS name/,
      /host alone/,
    ),
    wrong('a port without a host', Sidecar.fluentd({ forwardPort: 24224 }), 'forwardPort', /forwardHost/, /where/),
    wrong(
      'a port that is none',
      Sidecar.fluentd({ forwardHost: 'logs', forwardPort: 0 }),
      'forwardPort',
      /65535/,
      /port/,
    ),
    wrong('logs where its own files are', Sidecar.fluentd({ logPath: '/tmp/' }), 'logPath', /Fluentd needs/, /another/),
    wrong(
      'a credential in its configuration',
      Sidecar.fluentd({ config: '<match>\n  url http://me:hunter2hunter2@logs\n</match>' }),
      'config',
      /password in a URL/,
      /Secret/,
    ),
    wrong('two configurations', Sidecar.fluentd({ config: 'x', tag: 'a' }), 'tag', /beside config/, /in config/),
  ]);

  test('shows no credential in its message', () => {
    const secret = custom({ env: { API_PASSWORD: 'hunter2hunter2' } });
    expect(JSON.stringify(refused(secret))).not.toContain('hunter2');
  });

  test('accepts what is right', () => {
    const right = [
      Sidecar.fluentd(),
      Sidecar.fluentd({ forwardHost: '10.0.0.7', forwardPort: 24224, pattern: '{a,b}-*.log', tag: 'ml.churn' }),
      custom({ env: { LOG_LEVEL: 'info' }, compute: { cpu: '100m', memory: '1Gi' } }),
    ];
    for (const sidecar of right) expect(refused(sidecar)).toEqual([]);
  });
});
