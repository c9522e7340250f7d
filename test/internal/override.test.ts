import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Service } from 'cdk8s-plus-28';
import { Checker } from '../../lib/internal/errors';
import { overrideManifest, overrideObjects } from '../../lib/internal/override';

const POD = {
  containers: [{ name: 'api', image: 'a:1', ports: [{ name: 'http', containerPort: 80 }] }],
  volumes: [{ name: 'tmp' }],
};

function synthesized(overrides: Record<string, unknown>): any {
  const chart = new Chart(new App(), 'chart', { disableResourceNameHashes: true });
  const replicas = Lazy.any({ produce: () => 2 });
  new ApiObject(chart, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { replicas, template: { spec: POD } },
  });
  const check = Checker.for(chart);
  overrideObjects(chart, overrides, check.at('overrides'));
  check.done();
  return chart.toJson()[0];
}

const deployment = (spec: unknown) => ({ Deployment: { spec } });

describe('overrides of constructs', () => {
  test('are laid over what is serialized, late values too', () => {
    const result = synthesized({
      Deployment: { metadata: { annotations: { a: 'b' } }, spec: { replicas: null, paused: true } },
    });
    expect(result.metadata).toEqual({ name: 'web', annotations: { a: 'b' } });
    expect(result.spec.paused).toBe(true);
    expect(result.spec).not.toHaveProperty('replicas');
    expect(synthesized(deployment({ replicas: 5 })).spec.replicas).toBe(5);
    expect(synthesized(deployment({ paused: true })).spec.replicas).toBe(2);
  });

  test('reach what the generated classes of cdk8s-plus would drop', () => {
    const resources = { limits: { 'nvidia.com/gpu': 1 } };
    const pod = { containers: [{ name: 'api', resources }], hostnameOverride: 'a' };
    const result = synthesized(deployment({ template: { spec: pod } }));
    expect(result.spec.template.spec).toMatchObject({ containers: [{ resources }], hostnameOverride: 'a' });
  });

  test('keep keys sorted', () => {
    const keys = Object.keys(synthesized(deployment({ minReadySeconds: 1, revisionHistoryLimit: 2 })).spec);
    expect(keys).toEqual(['minReadySeconds', 'replicas', 'revisionHistoryLimit', 'template']);
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
    ['a misspelt field', deployment({ replica: 1 }), /spec\.replica\n[\s\S]*write replicas/],
    ['a field that no minor has', deployment({ zebra: 1 }), /Kubernetes 1\.28 to 1\.36/],
    [
      'a misspelt container',
      deployment({ template: { spec: { containers: [{ name: 'apii', stdin: true }] } } }),
      /apii[\s\S]*one of api/,
    ],
  ])('refuse %s', (_name, overrides, message) => {
    expect(() => synthesized(overrides)).toThrow(message);
  });
});

test('a Service of cdk8s-plus takes fields that it does not know, and keeps its ports', () => {
  const chart = new Chart(new App(), 'chart');
  const service = new Service(chart, 'service', { ports: [{ name: 'http', port: 80 }] });
  overrideManifest(ApiObject.of(service), {
    spec: { ports: [{ name: 'http', targetPort: 'http' }], trafficDistribution: 'PreferClose', externalIPs: null },
  });
  const { spec } = chart.toJson()[0];
  expect(spec).toMatchObject({ trafficDistribution: 'PreferClose', ports: [{ port: 80, targetPort: 'http' }] });
  expect(spec).not.toHaveProperty('externalIPs');
});
