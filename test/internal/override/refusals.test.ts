import { NEWEST_MINOR } from '../../../lib/internal/schema/groups';
import { deploymentOf, messageOf, planOf, podPatch, problemsOf, refusedPaths } from './support';

const server = { name: 'server', image: 'a:1', env: [{ name: 'MODE', value: 'fast' }] };
const plan = deploymentOf({ containers: [server], volumes: [{ name: 'tmp', emptyDir: {} }] });
const POD = 'Deployment.spec.template.spec';

describe('fields', () => {
  test('that are misspelt, with the nearest one', () => {
    expect(messageOf(plan, { Deployment: { spec: { replica: 3 } } })).toMatch(
      /spec\.replica\n\s+got\s+'replica'\n\s+expected\s+a field that Kubernetes 1\.33 has here: replicas, .*\n\s+fix\s+write replicas/,
    );
  });

  test('that are misspelt and to be removed', () => {
    expect(refusedPaths(plan, { Deployment: { spec: { replica: null } } })).toEqual(['Deployment.spec.replica']);
  });

  test('at any depth, all of them at once', () => {
    const patch = podPatch({ dnsPolcy: 'Default', containers: [{ name: 'server', livenessPobe: {}, tty: true }] });
    expect(refusedPaths(plan, patch)).toEqual([`${POD}.dnsPolcy`, `${POD}.containers[server].livenessPobe`]);
  });

  test('that are newer than the target, or older', () => {
    const hostname = podPatch({ hostnameOverride: 'a' });
    expect(messageOf(plan, hostname, 33)).toMatch(/a field that Kubernetes 1\.33 has \(this one exists since 1\.34\)/);
    expect(refusedPaths(plan, hostname, 34)).toEqual([]);
    const workload = podPatch({ workloadRef: { name: 'w', podGroup: 'p' } });
    expect([34, 35, 36].map((minor) => refusedPaths(plan, workload, minor).length)).toEqual([1, 0, 1]);
    expect(messageOf(plan, workload, 36)).toMatch(/this one exists up to 1\.35/);
  });

  test('of pods in a custom resource that the pods of the cluster do not have yet', () => {
    const template = { spec: { containers: [{ name: 'a', image: 'a:1' }] } };
    const set = planOf('leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', {
      spec: { leaderWorkerTemplate: { workerTemplate: template } },
    });
    const patch = (spec: unknown) => ({
      LeaderWorkerSet: { spec: { leaderWorkerTemplate: { workerTemplate: { spec } } } },
    });
    expect(refusedPaths(set, patch({ hostnameOverride: 'a' }), 33)).toHaveLength(1);
    expect(refusedPaths(set, patch({ hostnameOverride: 'a' }), 34)).toEqual([]);
  });

  test('of a custom resource, with the release that the tables have', () => {
    const set = planOf('jobset.x-k8s.io/v1alpha2', 'JobSet', { spec: {} });
    expect(messageOf(set, { JobSet: { spec: { zebra: 1 } } })).toMatch(
      /a field that jobset v0\.12\.0 on Kubernetes 1\.33 has here[\s\S]*addJsonPatch/,
    );
  });

  test('not those of a minor that is newer than the tables, but for misspelt ones', () => {
    const next = NEWEST_MINOR + 2;
    expect(refusedPaths(plan, podPatch({ zebra: 1 }), next)).toEqual([]);
    expect(refusedPaths(plan, podPatch({ dnsPolcy: 'Default' }), next)).toEqual([`${POD}.dnsPolcy`]);
    // gone in the newest minor that the tables have
    expect(refusedPaths(plan, podPatch({ workloadRef: { name: 'w', podGroup: 'p' } }), next)).toHaveLength(1);
  });
});

describe('values', () => {
  test.each([
    ['text for a number', { Deployment: { spec: { replicas: '3' } } }, 'Deployment.spec.replicas'],
    ['half a replica', { Deployment: { spec: { replicas: 0.5 } } }, 'Deployment.spec.replicas'],
    ['a number for text', podPatch({ nodeName: 1 }), `${POD}.nodeName`],
    ['text for a switch', podPatch({ hostNetwork: 'true' }), `${POD}.hostNetwork`],
    ['a number in a map of text', podPatch({ nodeSelector: { a: 1 } }), `${POD}.nodeSelector.a`],
    ['an object for a list', podPatch({ containers: { name: 'server' } }), `${POD}.containers`],
    ['a list for an object', { Deployment: { spec: [] } }, 'Deployment.spec'],
    ['text for an object', { Deployment: { spec: 'replicas: 3' } }, 'Deployment.spec'],
    ['text for an entry', podPatch({ containers: ['server'] }), `${POD}.containers[0]`],
    ['nothing for an entry', podPatch({ tolerations: [null] }), `${POD}.tolerations[0]`],
    ['a field of an entry', podPatch({ tolerations: [{ kye: 'a' }] }), `${POD}.tolerations[0].kye`],
  ])('%s', (_what, patch, path) => {
    expect(refusedPaths(plan, patch)).toEqual([path]);
  });

  test('quantities may be numbers', () => {
    const resources = { limits: { cpu: 1, 'nvidia.com/gpu': 1, memory: '1Gi' } };
    expect(refusedPaths(plan, podPatch({ containers: [{ name: 'server', resources }] }))).toEqual([]);
  });

  test('are not shown, since they may be secrets', () => {
    const secret = 'correct horse battery staple';
    const patches = [
      { Deployment: secret },
      { Deployment: { spec: secret } },
      podPatch({ containers: [{ name: 'server', env: { TOKEN: secret } }] }),
      podPatch({ containers: [{ name: 'server', env: [{ name: 'MODE', valeu: secret }] }] }),
      podPatch({ containers: [{ name: 'server', env: [secret] }] }),
      podPatch({ containers: [{ name: 'server', env: [{ value: secret }] }] }),
      podPatch({ containers: [{ name: 'server', env: [{ name: 'MODE', value: [secret] }] }] }),
      podPatch({ containers: [{ name: 'sever', env: [{ name: 'A', value: secret }] }] }),
      { Deployment: { spec: { a: `${secret}\0` } } },
    ];
    for (const patch of patches) {
      expect(messageOf(plan, patch)).toContain('problem');
      expect(messageOf(plan, patch)).not.toContain(secret);
    }
  });
});

describe('entries', () => {
  test('that are not in the list, with the nearest one', () => {
    const [problem] = problemsOf(plan, podPatch({ containers: [{ name: 'sever', tty: true }] }));
    expect(problem).toMatchObject({ prop: `overrides.${POD}.containers`, fix: 'write server' });
    expect(problem.expected).toBe('one of server; a new one needs image');
  });

  test('that are to be removed and are not there', () => {
    const [problem] = problemsOf(plan, podPatch({ volumes: [{ name: 'temp', $patch: 'delete' }] }));
    expect(problem).toMatchObject({ expected: 'one of tmp', fix: 'write tmp' });
  });

  test('that do not say which one they are', () => {
    expect(refusedPaths(plan, podPatch({ containers: [{ tty: true }] }))).toEqual([`${POD}.containers[0]`]);
  });

  test('that could be several', () => {
    const twice = deploymentOf({
      containers: [
        {
          ...server,
          env: [
            { name: 'A', value: '1' },
            { name: 'A', value: '2' },
          ],
        },
      ],
    });
    const patch = (value: string) => podPatch({ containers: [{ name: 'server', env: [{ name: 'A', value }] }] });
    expect(refusedPaths(twice, patch('3'))).toEqual([`${POD}.containers[server].env[A]`]);
    expect(refusedPaths(twice, patch('2'))).toEqual([]);
  });

  test('that are new without what they need', () => {
    const mount = podPatch({ containers: [{ name: 'server', volumeMounts: [{ mountPath: '/x', readOnly: true }] }] });
    expect(messageOf(plan, mount)).toMatch(/an entry of the list, which has none; a new one needs name/);
  });

  test('none, in place of some', () => {
    expect(refusedPaths(plan, podPatch({ containers: [] }))).toEqual([`${POD}.containers`]);
    expect(refusedPaths(deploymentOf({ containers: [server], volumes: [] }), podPatch({ volumes: [] }))).toEqual([]);
  });
});

describe('objects', () => {
  test('without what the API server requires', () => {
    const probe = podPatch({ containers: [{ name: 'server', livenessProbe: { httpGet: { path: '/' } } }] });
    expect(messageOf(plan, probe)).toMatch(/livenessProbe\.httpGet[\s\S]*an object without port[\s\S]*add port/);
    expect(refusedPaths(plan, podPatch({ containers: null }))).toEqual([`${POD}.containers`]);
  });

  test('with fields that cannot be together', () => {
    const volume = podPatch({ volumes: [{ name: 'tmp', hostPath: { path: '/x' } }] });
    expect(messageOf(plan, volume)).toMatch(
      /volumes\[tmp\][\s\S]*emptyDir and hostPath[\s\S]*remove the other: emptyDir: null/,
    );
    expect(
      refusedPaths(plan, podPatch({ volumes: [{ name: 'tmp', emptyDir: null, hostPath: { path: '/x' } }] })),
    ).toEqual([]);
    const strategy = { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } };
    const rolling = planOf('apps/v1', 'Deployment', { spec: { ...(plan.fields.spec as object), ...strategy } });
    const recreate = { Deployment: { spec: { strategy: { type: 'Recreate' } } } };
    expect(refusedPaths(rolling, recreate)).toEqual(['Deployment.spec.strategy']);
    const source = { name: 'MODE', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
    const env = (entry: object) => podPatch({ containers: [{ name: 'server', env: [entry] }] });
    expect(refusedPaths(plan, env(source))).toEqual([`${POD}.containers[server].env[MODE]`]);
    expect(refusedPaths(plan, env({ ...source, value: '' }))).toEqual([]);
  });

  test.each([
    ['of another kind', { kind: 'StatefulSet' }, 'Deployment.kind'],
    ['of a version that there is not', { apiVersion: 'apps/v2' }, 'Deployment.apiVersion'],
    ['without a version', { apiVersion: null }, 'Deployment.apiVersion'],
    ['without a name', { metadata: { name: null } }, 'Deployment.metadata.name'],
    ['without metadata', { metadata: null }, 'Deployment.metadata.name'],
    ['with a directive that there is not', { $patch: 'merge' }, 'Deployment.$patch'],
    ['to be removed', { $patch: 'delete' }, 'Deployment'],
    ['that are nothing', null, 'Deployment'],
    ['that are a list', [], 'Deployment'],
  ])('%s', (_what, patch, path) => {
    expect(refusedPaths(plan, { Deployment: patch })).toEqual([path]);
  });

  test('of another version, where the fields of the object are not in it', () => {
    const claim = planOf('resource.k8s.io/v1', 'ResourceClaimTemplate', {
      spec: { spec: { devices: { requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu' } }] } } },
    });
    const version = (apiVersion: string) => ({ ResourceClaimTemplate: { apiVersion } });
    expect(refusedPaths(claim, version('resource.k8s.io/v1beta2'), 34)).toEqual([]);
    expect(refusedPaths(claim, version('resource.k8s.io/v1beta1'), 34)).toEqual([
      'ResourceClaimTemplate.spec.spec.devices.requests[0].exactly',
    ]);
  });
});

describe('what JSON cannot hold', () => {
  const cycle: Record<string, unknown> = { replicas: 1 };
  cycle.template = { spec: { containers: [cycle] } };
  const twice = { a: 'b' };
  const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => ({ a: inner }), 1);

  test.each([
    ['a cycle', cycle, 'Deployment.spec.template.spec.containers[0]'],
    ['a function', { x: () => 1 }, 'Deployment.spec.x'],
    ['a Date', { x: new Date(0) }, 'Deployment.spec.x'],
    ['a big integer', { x: 1n }, 'Deployment.spec.x'],
    ['a symbol', { x: Symbol('x') }, 'Deployment.spec.x'],
    ['NaN', { replicas: Number.NaN }, 'Deployment.spec.replicas'],
    ['infinity in a list', { x: [Number.POSITIVE_INFINITY] }, 'Deployment.spec.x[0]'],
    ['nothing', { x: undefined }, 'Deployment.spec.x'],
    ['a hole in a list', { x: new Array(1) }, 'Deployment.spec.x[0]'],
    ['NUL', { x: 'a\0' }, 'Deployment.spec.x'],
    ['a name that every object has', { constructor: 1 }, 'Deployment.spec.constructor'],
    ['the prototype', JSON.parse('{ "__proto__": { "replicas": 1 } }'), 'Deployment.spec.__proto__'],
  ])('%s', (_what, spec, path) => {
    expect(refusedPaths(plan, { Deployment: { spec } })).toEqual([path]);
  });

  test('too many levels', () => {
    expect(messageOf(plan, { Deployment: { spec: deep } })).toMatch(/at most 100 levels of lists and objects/);
  });

  test('too many values, which are the same few over and over', () => {
    const bomb = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner, inner], 'x');
    expect(messageOf(plan, { Deployment: { spec: { x: bomb } } })).toMatch(
      /1 problem\n.*\n.*\n\s+expected\s+a patch of at most 1\.5 MiB/,
    );
  });

  test('but one object in two places', () => {
    const patch = { Deployment: { metadata: { labels: twice, annotations: twice } } };
    expect(refusedPaths(plan, patch)).toEqual([]);
  });
});
