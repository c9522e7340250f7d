import type { ObjectPlan } from '../../../lib/internal/object-plan';
import { deploymentOf, messageOf, patched, planOf, podPatch, refusedPaths } from './support';

const deployment = deploymentOf({ containers: [{ name: 'server', image: 'a:1' }] });
const configs = ['env', 'files'].map((name) => planOf('v1', 'ConfigMap', { data: { a: name } }, name));

describe('the objects of a workload', () => {
  test('are found by kind, and by name where there are several', () => {
    const plans = [deployment, ...configs];
    const after = patched(plans, { Deployment: { spec: { replicas: 3 } }, 'ConfigMap/files': { data: { b: 'x' } } });
    expect(after[0].fields.spec).toMatchObject({ replicas: 3 });
    expect(after[1]).toBe(configs[0]);
    expect(after[2].fields).toEqual({ data: { a: 'files', b: 'x' } });
  });

  test('are patched by kind first, whatever the order of the keys', () => {
    const byKind = { spec: { replicas: 3, paused: true } };
    const byName = { spec: { replicas: 4 } };
    const either = patched([deployment], { Deployment: byKind, 'Deployment/web': byName });
    const other = patched([deployment], { 'Deployment/web': byName, Deployment: byKind });
    expect(either[0].fields.spec).toMatchObject({ replicas: 4, paused: true });
    expect(JSON.stringify(other)).toBe(JSON.stringify(either));
  });

  test('are those that there are', () => {
    expect(messageOf(deployment, { Deploymnt: {} })).toMatch(
      /overrides\.Deploymnt\n.*\n\s+expected\s+the kind of an object that this construct makes: Deployment\n\s+fix\s+write Deployment/,
    );
    expect(() => patched(configs, { ConfigMap: {} })).toThrow(/ConfigMap\/env, ConfigMap\/files/);
    expect(refusedPaths(deployment, { 'Deployment/other': {} })).toEqual(['Deployment/other']);
  });

  test('stay as they are without overrides', () => {
    const plans = [deployment];
    expect(patched(plans, {})).toBe(plans);
  });

  test('get metadata that plans do not have by themselves', () => {
    const [after] = patched([deployment], { Deployment: { metadata: { annotations: { a: 'b' }, finalizers: ['f'] } } });
    expect(after.metadata).toEqual({ name: 'web', annotations: { a: 'b' }, finalizers: ['f'] });
  });

  test('of another version of the API', () => {
    const route = planOf('gateway.networking.k8s.io/v1', 'HTTPRoute', { spec: { hostnames: ['a'] } });
    const [after] = patched([route], { HTTPRoute: { apiVersion: 'gateway.networking.k8s.io/v1beta1' } });
    expect(after).toEqual({ ...route, apiVersion: 'gateway.networking.k8s.io/v1beta1' });
  });
});

describe('late values', () => {
  const late: ObjectPlan = { ...deployment, late: ['spec.replicas'] };
  const lateAfter = (patch: unknown) => patched([late], { Deployment: patch })[0].late;

  test('stay late where the patch does not reach them', () => {
    expect(lateAfter({ spec: { paused: true } })).toEqual(['spec.replicas']);
    expect(patched([deployment], { Deployment: { spec: { paused: true } } })[0]).not.toHaveProperty('late');
  });

  test.each([
    ['sets', { spec: { replicas: 3 } }],
    ['removes', { spec: { replicas: null } }],
    ['replaces what holds', { spec: { $patch: 'replace', selector: {}, template: {} } }],
  ])('are those of the patch where it %s them', (_what, patch) => {
    expect(lateAfter(patch)).toEqual([]);
  });
});

test('neither the plans nor the patches are changed, or shared', () => {
  const plans = [deployment, ...configs];
  const overrides = {
    ...podPatch({ containers: [{ name: 'server', args: ['a'] }], tolerations: [{ key: 'k' }] }),
    'ConfigMap/env': { data: { a: null }, metadata: { labels: { l: '1' } } },
  };
  const before = JSON.stringify([plans, overrides]);
  const after = JSON.stringify(patched(plans, overrides));
  expect(JSON.stringify([plans, overrides])).toBe(before);
  const kept = patched(plans, overrides);
  (overrides as any).Deployment.spec.template.spec.containers[0].args.push('later');
  (overrides as any).Deployment.spec.template.spec.tolerations[0].key = 'later';
  overrides['ConfigMap/env'].metadata.labels.l = 'later';
  expect(JSON.stringify(kept)).toBe(after);
});
