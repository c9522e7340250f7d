import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import fc from 'fast-check';
import { Checker } from '../../lib/internal/errors';
import { mergePatch, missingFrom } from '../../lib/internal/merge-patch';
import { overrideObjects } from '../../lib/internal/override';

const POD = {
  containers: [{ name: 'api', image: 'a:1', ports: [{ name: 'http', containerPort: 80 }] }],
  volumes: [{ name: 'tmp' }],
};

function synthesized(overrides: Record<string, unknown>): any {
  const chart = new Chart(new App(), 'chart', { disableResourceNameHashes: true });
  new ApiObject(chart, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { replicas: 2, template: { spec: POD } },
  });
  const check = Checker.for(chart);
  overrideObjects(chart, overrides, check.at('overrides'));
  check.done();
  return chart.toJson()[0];
}

const deployment = (spec: unknown) => ({ Deployment: { spec } });

describe('overrides', () => {
  test('merge maps, replace scalars, remove with null', () => {
    const result = synthesized({
      Deployment: { metadata: { annotations: { a: 'b' } }, spec: { replicas: null, paused: true } },
    });
    expect(result.metadata).toEqual({ name: 'web', annotations: { a: 'b' } });
    expect(result.spec.paused).toBe(true);
    expect(result.spec).not.toHaveProperty('replicas');
  });

  test('remove with the directive of kubectl, for programs in Python, whose None does not arrive', () => {
    const gone = { $patch: 'delete' };
    const result = synthesized({
      Deployment: { metadata: { labels: gone }, spec: { replicas: gone, template: gone } },
    });
    expect(result).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: {} });
  });

  test('find containers, volumes and ports by name', () => {
    const pod = {
      containers: [
        {
          name: 'api',
          stdin: true,
          ports: [
            { name: 'http', hostPort: 8080 },
            { name: 'grpc', containerPort: 9 },
          ],
        },
      ],
      volumes: [{ name: 'tmp', emptyDir: {} }, { name: 'more' }],
    };
    const result = synthesized(deployment({ template: { spec: pod } })).spec.template.spec;
    expect(result.containers).toEqual([
      {
        name: 'api',
        image: 'a:1',
        stdin: true,
        ports: [
          { name: 'http', containerPort: 80, hostPort: 8080 },
          { name: 'grpc', containerPort: 9 },
        ],
      },
    ]);
    expect(result.volumes).toEqual([{ name: 'tmp', emptyDir: {} }, { name: 'more' }]);
  });

  test('reach what the generated classes of cdk8s-plus would drop', () => {
    const resources = { limits: { 'nvidia.com/gpu': 1 } };
    const result = synthesized(
      deployment({ template: { spec: { containers: [{ name: 'api', resources }] } }, fieldOf2030: 1 }),
    );
    expect(result.spec.template.spec.containers[0].resources).toEqual(resources);
    expect(result.spec.fieldOf2030).toBe(1);
  });

  test('keep keys sorted', () => {
    expect(Object.keys(synthesized(deployment({ aaa: 1, zzz: 2 })).spec)).toEqual([
      'aaa',
      'replicas',
      'template',
      'zzz',
    ]);
  });

  test('come after JSON patches of the same object', () => {
    const chart = new Chart(new App(), 'chart');
    const object = new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: '1' } });
    object.addJsonPatch(JsonPatch.replace('/data/a', '2'));
    overrideObjects(chart, { ConfigMap: { data: { b: '3' } } }, Checker.for(chart));
    expect(chart.toJson()[0].data).toEqual({ a: '2', b: '3' });
  });

  test.each([
    ['a kind that is not made', { Deploymnt: {} }, /overrides\.Deploymnt[\s\S]*Deployment/],
    ['a function', deployment({ x: () => 1 }), /spec\.x/],
    ['NaN', deployment({ replicas: Number.NaN }), /spec\.replicas/],
    ['a list instead of an object', { Deployment: [] }, /plain JSON object/],
    [
      'a misspelt container',
      deployment({ template: { spec: { containers: [{ name: 'apii', stdin: true }] } } }),
      /apii[\s\S]*one of api/,
    ],
  ])('refuse %s', (_name, overrides, message) => {
    expect(() => synthesized(overrides)).toThrow(message);
  });
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value')),
    fc.array(fc.integer()),
  ),
})).value;
const jsonObject = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), json);

describe('merging', () => {
  test('always arrives', () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (target, patch) =>
        expect(missingFrom(mergePatch(target, patch), patch)).toEqual([]),
      ),
    );
  });

  test('twice is once', () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  test('leaves what the patch does not name', () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (target, patch) => {
        const merged = mergePatch(target, patch) as Record<string, unknown>;
        for (const key of Object.keys(target)) if (!(key in patch)) expect(merged[key]).toEqual(target[key]);
      }),
    );
  });
});
