import { container, custom, deployment, findings, hpa, job, object, objects, service } from './support';

const quota = (hard: object, rest: object = {}) => object('v1', 'ResourceQuota', 'team', { spec: { hard, ...rest } });
const claim = (name: string) =>
  object('v1', 'PersistentVolumeClaim', name, { spec: { resources: { requests: { storage: '10Gi' } } } });

describe('objects by count', () => {
  const rule = 'quota-count-exceeded';
  const of = (key: string, hard: string, ...all: unknown[]) => objects(rule, [quota({ [key]: hard }), ...all]);
  const named = (kind: string, count: number, apiVersion = 'v1') =>
    Array.from({ length: count }, (_, i) => object(apiVersion, kind, `x-${i}`));

  test('at the edge, of the namespace alone', () => {
    expect([
      of('services', '2', service(), service({}, 'b')),
      of('services', '1', service(), service({}, 'b')),
    ]).toEqual([false, true]);
    const elsewhere = service({}, 'b');
    elsewhere.metadata.namespace = 'other';
    expect(of('services', '1', service(), elsewhere)).toBe(false);
  });

  test('load balancers and node ports', () => {
    const ports = [
      { name: 'a', port: 1 },
      { name: 'b', port: 2 },
    ];
    expect(of('services.loadbalancers', '0', service({ type: 'LoadBalancer' }))).toBe(true);
    expect(of('services.loadbalancers', '0', service({ type: 'NodePort' }))).toBe(false);
    expect([
      of('services.nodeports', '1', service({ type: 'NodePort', ports })),
      of('services.nodeports', '2', service({ type: 'NodePort', ports })),
    ]).toEqual([true, false]);
    const direct = service({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false });
    expect(of('services.nodeports', '0', direct)).toBe(false);
  });

  test('any kind, by its plural and group', () => {
    expect(of('count/jobs.batch', '1', job(), job({}, {}, 'b'))).toBe(true);
    expect(of('count/jobs.batch', '2', job(), job({}, {}, 'b'))).toBe(false);
    expect(
      of('count/networkpolicies.networking.k8s.io', '1', ...named('NetworkPolicy', 2, 'networking.k8s.io/v1')),
    ).toBe(true);
    expect(of('count/ingresses.networking.k8s.io', '1', ...named('Ingress', 2, 'networking.k8s.io/v1'))).toBe(true);
    expect(of('count/rayjobs.ray.io', '1', ...named('RayJob', 2, 'ray.io/v1'))).toBe(true);
  });

  test('the ConfigMap and the Secrets that others put there count', () => {
    expect([of('configmaps', '2', ...named('ConfigMap', 1)), of('configmaps', '1', ...named('ConfigMap', 1))]).toEqual([
      false,
      true,
    ]);
    expect(of('secrets', '1', ...named('ExternalSecret', 2, 'external-secrets.io/v1'))).toBe(true);
  });

  test('claims, also those of each replica, and their storage', () => {
    const templates = [{ metadata: { name: 'data' }, spec: { resources: { requests: { storage: '10Gi' } } } }];
    const stateful = { ...deployment({ replicas: 3, volumeClaimTemplates: templates }), kind: 'StatefulSet' };
    expect([
      of('persistentvolumeclaims', '4', stateful, claim('a')),
      of('persistentvolumeclaims', '3', stateful, claim('a')),
    ]).toEqual([false, true]);
    expect([
      of('requests.storage', '40Gi', stateful, claim('a')),
      of('requests.storage', '39Gi', stateful, claim('a')),
    ]).toEqual([false, true]);
    expect(findings(rule, [quota({ 'requests.storage': '39Gi' }), stateful, claim('a')])[0].expected).toContain(
      'at least 40Gi',
    );
  });

  test('a quota for some pods, and keys of resources, count no objects', () => {
    expect(objects(rule, [quota({ services: '0' }, { scopes: ['BestEffort'] }), service()])).toBe(false);
    expect(of('cpu', '0', service())).toBe(false);
    expect(of('count/pods', '0', custom('v1', 'Pod', { spec: { containers: [container()] } }))).toBe(false);
  });
});

describe('all workloads together', () => {
  const rule = 'quota-exceeded-in-total';
  const gpu = { containers: [container({ resources: { limits: { 'nvidia.com/gpu': 1 } } })] };
  const still = { strategy: { type: 'Recreate' } };
  const service_ = (name: string, spec: object = {}) => deployment({ ...still, ...spec }, gpu, name);
  const of = (hard: string, ...all: unknown[]) => objects(rule, [quota({ 'requests.nvidia.com/gpu': hard }), ...all]);

  test('at their fewest replicas', () => {
    const all = [service_('a', { replicas: 2 }), service_('b')];
    expect([of('3', ...all), of('2', ...all)]).toEqual([false, true]);
    // one that is too large alone is reported for itself
    expect(of('1', ...all)).toBe(false);
    const scaled = [service_('a'), hpa({ minReplicas: 3 }, 'a'), service_('b')];
    expect([of('4', ...scaled), of('3', ...scaled)]).toEqual([false, true]);
  });

  test('jobs wait for each other', () => {
    expect(of('1', job({}, gpu, 'a'), job({}, gpu, 'b'))).toBe(false);
    expect(of('1', service_('a'), job({}, gpu, 'b'))).toBe(false);
  });

  test('pods are counted, too', () => {
    expect(objects(rule, [quota({ pods: '1' }), service_('a'), service_('b')])).toBe(true);
  });
});
