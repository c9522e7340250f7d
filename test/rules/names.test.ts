import { checkObjects, container, custom, findings, object, objects, pod, service } from './support';

const names = (kind: string, apiVersion: string) => (name: string, minor?: number) =>
  objects('invalid-name', [object(apiVersion, kind, name)], { minor });

describe('names of objects', () => {
  const x = (n: number) => 'x'.repeat(n);

  test.each([
    ['v1', 'Service', ['a', x(63), 'a1-b'], ['1a', 'a.b', 'A', 'a_b', x(64), '-a', 'a-']],
    ['v1', 'Namespace', ['1a', x(63)], ['a.b', x(64)]],
    ['v1', 'ConfigMap', ['1a.b-c', x(253)], ['A', 'a..b', x(254)]],
    ['apps/v1', 'Deployment', [x(63), 'a.b'], ['a/b', 'ä']],
    ['apps/v1', 'StatefulSet', [x(52)], [x(53)]],
    ['batch/v1', 'CronJob', [x(52)], [x(53)]],
    ['batch/v1', 'Job', [x(63)], [x(64)]],
    ['rbac.authorization.k8s.io/v1', 'Role', ['system:a', 'A b', 'ä'], ['a/b', 'a%b', '..']],
    ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', ['team:ml:admin'], ['.']],
    ['example.com/v1', 'Widget', ['a.b', x(253)], ['A']],
  ])('%s %s', (apiVersion, kind, legal, illegal) => {
    const isIllegal = names(kind, apiVersion);
    for (const name of legal) expect([name, isIllegal(name)]).toEqual([name, false]);
    for (const name of illegal) expect([name, isIllegal(name)]).toEqual([name, true]);
  });

  test('a Service may start with a digit where Kubernetes has become lenient', () => {
    expect(names('Service', 'v1')('1a', 35)).toBe(true);
    expect(names('Service', 'v1')('1a', 36)).toBe(false);
  });

  test('a CronJob is told why it has 52 characters', () => {
    const [{ expected }] = findings('invalid-name', [object('batch/v1', 'CronJob', x(60))]);
    expect(expected).toBe('at most 52 characters: its Jobs get 11 more');
  });

  test('the namespace is judged as a label', () => {
    expect(objects('invalid-name', [custom('v1', 'ConfigMap', { metadata: { namespace: 'a.b' } })])).toBe(true);
  });

  test('generateName stands for a name', () => {
    expect(
      objects('incomplete-object', [{ apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'a-' } }]),
    ).toBe(false);
    expect(objects('incomplete-object', [{ apiVersion: 'batch/v1', kind: 'Job', metadata: {} }])).toBe(true);
  });
});

describe('duplicates', () => {
  test('the group counts, the version does not', () => {
    const v1 = custom('autoscaling/v1', 'HorizontalPodAutoscaler');
    const v2 = custom('autoscaling/v2', 'HorizontalPodAutoscaler');
    expect(objects('duplicate-object', [v1, v2])).toBe(true);
    expect(objects('duplicate-object', [custom('serving.knative.dev/v1', 'Service'), custom('v1', 'Service')])).toBe(
      false,
    );
  });

  test('an object of the cluster is one whatever namespace it names', () => {
    const role = (namespace?: string) =>
      object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'admin', { metadata: { namespace } });
    expect(objects('duplicate-object', [role('a'), role('b')])).toBe(true);
  });

  test('both places are named', () => {
    const [{ expected, where }] = findings('duplicate-object', [custom('v1', 'Secret'), custom('v1', 'Secret')]);
    expect(where).toBe('object1');
    expect(expected).toContain('object0');
  });

  test('the members of a List are objects like others', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [custom('v1', 'Secret'), custom('v1', 'Secret')] };
    expect(findings('duplicate-object', [list])[0].where).toBe('object0[1]');
    const typed = { ...list, kind: 'SecretList' };
    expect(findings('duplicate-object', [typed])[0].where).toBe('object0[1]');
    expect(objects('incomplete-object', [typed])).toBe(false);
  });
});

describe('labels and annotations', () => {
  const label = (labels: unknown) => objects('invalid-label', [custom('v1', 'Secret', { metadata: { labels } })]);
  const note = (annotations: unknown) =>
    objects('invalid-annotation', [custom('v1', 'Secret', { metadata: { annotations } })]);

  test('labels', () => {
    for (const good of [{ a: '' }, { 'example.com/a_b.C': 'x'.repeat(63) }, { a: 'v1.0' }, null, []])
      expect([good, label(good)]).toEqual([good, false]);
    for (const bad of [
      { a: 'x'.repeat(64) },
      { a: '-a' },
      { a: 1 },
      { a: true },
      { a: null },
      { 'a/b/c': 'x' },
      { '': 'x' },
    ])
      expect([bad, label(bad)]).toEqual([bad, true]);
  });

  test('a number is told to become text', () => {
    const [{ fix }] = findings('invalid-label', [custom('v1', 'Secret', { metadata: { labels: { version: 1.5 } } })]);
    expect(fix).toBe('write it as text: "1.5"');
    const told = (value: unknown) =>
      findings('invalid-label', [custom('v1', 'Secret', { metadata: { labels: { a: value } } })])[0].fix;
    expect(told(true)).toBe('write it as text: "true"');
    expect(told('a b')).toBe('use a valid label, or an annotation for free text');
  });

  test('labels of pod templates, selectors and nodes are judged too', () => {
    expect(objects('invalid-label', [service({ selector: { app: 'a b' } })])).toBe(true);
    expect(objects('invalid-label', [pod({ nodeSelector: { gpu: true } })])).toBe(true);
    const template = { metadata: { labels: { app: 'a b' } }, spec: { containers: [] } };
    expect(findings('invalid-label', [object('apps/v1', 'Deployment', 'a', { spec: { template } })])[0].prop).toBe(
      'spec.template.metadata.labels[app]',
    );
  });

  test('annotations', () => {
    for (const good of [{ a: 'free text: ü\n' }, { 'Example.com/Port': '1' }, undefined])
      expect([good, note(good)]).toEqual([good, false]);
    for (const bad of [{ a: 1 }, { a: false }, { a: null }, { 'a b': 'x' }, { a: 'x'.repeat(300_000) }])
      expect(note(bad)).toBe(true);
  });
});

test('annotations of pod templates are judged too', () => {
  const template = { metadata: { annotations: { 'prometheus.io/port': 8000 } }, spec: { containers: [] } };
  expect(findings('invalid-annotation', [object('apps/v1', 'Deployment', 'a', { spec: { template } })])[0].prop).toBe(
    'spec.template.metadata.annotations[prometheus.io/port]',
  );
});

describe('API versions', () => {
  const told = (apiVersion: string, kind: string, minor?: number) =>
    checkObjects([object(apiVersion, kind, 'a')], { minor }).map(({ rule }) => rule);

  test('by the target, which is 1.33 where nothing is said', () => {
    expect([told('v1', 'Endpoints', 32), told('v1', 'Endpoints', 33), told('v1', 'Endpoints')]).toEqual([
      [],
      ['deprecated-api'],
      ['deprecated-api'],
    ]);
    const claim = (minor: number) => told('resource.k8s.io/v1', 'ResourceClaim', minor);
    expect([claim(33), claim(34)]).toEqual([['unserved-api'], []]);
    const policy = (minor: number) =>
      told('admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy', minor).filter((rule) =>
        /api/.test(rule),
      );
    expect([policy(30), policy(31), policy(33), policy(34)]).toEqual([
      [],
      ['deprecated-api'],
      ['deprecated-api'],
      ['unserved-api'],
    ]);
    expect(told('policy/v1beta1', 'PodDisruptionBudget')).toEqual(['unserved-api']);
    expect(told('batch/v1beta1', 'CronJob', 28)).toEqual(['unserved-api']);
  });

  test('by kind where a group/version lost some only', () => {
    const [{ fix }] = findings('unserved-api', [object('extensions/v1beta1', 'Ingress', 'a')]);
    expect(fix).toBe('use networking.k8s.io/v1');
    expect(findings('unserved-api', [object('extensions/v1beta1', 'Deployment', 'a')])[0].fix).toBe('use apps/v1');
  });

  test('of custom resources are warnings, with who says so', () => {
    const [finding] = findings('deprecated-api', [object('ray.io/v1alpha1', 'RayCluster', 'a')]);
    expect(finding).toMatchObject({ severity: 'warning', fix: 'use ray.io/v1' });
    expect(finding.expected).toContain('KubeRay 1.7');
    expect(told('ray.io/v1', 'RayCluster')).toEqual([]);
  });
});

describe('names of parts', () => {
  const part = (spec: object) => objects('invalid-part-name', [pod(spec)]);

  test('containers and volumes', () => {
    expect(part({ containers: [container({ name: 'Api' })] })).toBe(true);
    expect(part({ containers: [{ image: 'a:1' }] })).toBe(true);
    expect(part({ containers: [container(), container()] })).toBe(true);
    expect(part({ initContainers: [container()], containers: [container()] })).toBe(true);
    expect(part({ volumes: [{ name: 'a.b', emptyDir: {} }] })).toBe(true);
    expect(part({ initContainers: [container({ name: 'b' })], volumes: [{ name: 'api', emptyDir: {} }] })).toBe(false);
  });

  test('ports', () => {
    const ports = (...names: unknown[]) =>
      part({ containers: [container({ ports: names.map((name) => ({ name, containerPort: 1 })) })] });
    expect(ports('http', 'grpc-web')).toBe(false);
    expect(ports(undefined)).toBe(false);
    for (const bad of ['a'.repeat(16), '8080', 'a--b', 'Http', '-a']) expect([bad, ports(bad)]).toEqual([bad, true]);
    expect(ports('http', 'http')).toBe(true);
  });

  test('several ports of a Service need names, one does not', () => {
    expect(objects('invalid-part-name', [service({ ports: [{ port: 1 }] })])).toBe(false);
    expect(objects('invalid-part-name', [service({ ports: [{ port: 1 }, { name: 'b', port: 2 }] })])).toBe(true);
    expect(objects('invalid-part-name', [service({ ports: [{ name: 'prometheus-metrics', port: 1 }] })])).toBe(false);
  });
});

describe('text that YAML made something else of', () => {
  const config = (rest: object) => objects('invalid-data', [custom('v1', 'ConfigMap', rest)]);
  const env = (entry: object, minor?: number) =>
    objects('invalid-env', [pod({ containers: [container({ env: [entry] })] })], { minor });

  test('data', () => {
    for (const bad of [{ data: { a: 1 } }, { data: { a: true } }, { data: { a: { b: 1 } } }, { data: { 'a b': 'x' } }])
      expect([bad, config(bad)]).toEqual([bad, true]);
    for (const good of [{ data: { a: '1' } }, { data: { 'a.b_C-1': '' } }, { data: { a: null } }, { data: null }])
      expect([good, config(good)]).toEqual([good, false]);
  });

  test('what is encoded is base64, and is never shown', () => {
    const secret = (data: object) => findings('invalid-data', [custom('v1', 'Secret', { data })]);
    expect([secret({ a: 'cGFzcw==' }), secret({ a: 'cGFz\ncw==\n' }), secret({ a: '' })]).toEqual([[], [], []]);
    for (const bad of ['hunter2', 'cGFzcw=', 'not text', 12345]) {
      expect(secret({ a: bad })).toHaveLength(1);
      expect(JSON.stringify(secret({ a: bad }))).not.toContain(String(bad));
    }
    expect(config({ binaryData: { a: '%' } })).toBe(true);
    expect(objects('invalid-data', [custom('v1', 'Secret', { stringData: { a: 'hunter2' } })])).toBe(false);
  });

  test('a ConfigMap holds 1 MiB', () => {
    expect(config({ data: { a: 'x'.repeat(2 ** 20) } })).toBe(false);
    expect(config({ data: { a: 'x'.repeat(2 ** 20), b: 'x' } })).toBe(true);
  });

  test('environment', () => {
    for (const bad of [
      { name: 'A', value: 1 },
      { name: 'A', value: true },
      { name: '' },
      { value: 'x' },
      { name: 'A=B' },
    ])
      expect([bad, env(bad)]).toEqual([bad, true]);
    expect(env({ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } })).toBe(true);
    for (const good of [{ name: 'A', value: '1' }, { name: 'a.b-c' }, { name: 'A', value: null }])
      expect([good, env(good)]).toEqual([good, false]);
    const broken = pod({ containers: [container({ env: [{ name: '' }] })] });
    expect(findings('invalid-env', [broken])[0].prop).toBe('spec.containers[api].env[0].name');
    expect([env({ name: '1A' }, 31), env({ name: '1A' }, 32)]).toEqual([true, false]);
  });
});
