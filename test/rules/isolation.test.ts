import { container, custom, deployment, findings, hpa, object, objects, pod, service } from './support';

const policy = (spec: object, name = 'deny') => object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec });
const DENY = policy({ podSelector: {}, policyTypes: ['Ingress'] });
const scorer = { podSelector: { matchLabels: { app: 'scorer' } } };

describe('a way in from outside', () => {
  const rule = 'closed-by-network-policy';
  const outside = (type: string, ...all: unknown[]) => objects(rule, [service({ type }), deployment(), ...all]);

  test('is closed by a default-deny policy', () => {
    expect([outside('LoadBalancer', DENY), outside('NodePort', DENY), outside('ClusterIP', DENY)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(outside('LoadBalancer')).toBe(false);
    // without policyTypes a policy is one for ingress
    expect(outside('LoadBalancer', policy({ podSelector: {} }))).toBe(true);
    expect(outside('LoadBalancer', policy({ podSelector: {}, policyTypes: ['Egress'] }))).toBe(false);
    expect(outside('LoadBalancer', policy({ podSelector: { matchLabels: { app: 'other' } } }))).toBe(false);
  });

  test('is opened by a rule for everybody, or for addresses', () => {
    const admits = (ingress: object[]) => outside('LoadBalancer', DENY, policy({ ...scorer, ingress }, 'open'));
    expect(admits([{}])).toBe(false);
    expect(admits([{ ports: [{ port: 8000 }] }])).toBe(false);
    expect(admits([{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }])).toBe(false);
    expect(admits([{ from: [{ podSelector: {} }] }])).toBe(true);
    expect(admits([])).toBe(true);
  });
});

describe('a gang', () => {
  const rule = 'closed-by-network-policy';
  const template = { metadata: { labels: { app: 'train' } }, spec: { containers: [container()] } };
  const job = (workers: number) =>
    object('kubeflow.org/v1', 'PyTorchJob', 'train', {
      spec: { pytorchReplicaSpecs: { Master: { template }, Worker: { replicas: workers, template } } },
    });
  const of = (...all: unknown[]) => findings(rule, all).map(({ object: found }) => found);
  const own = { podSelector: { matchLabels: { app: 'train' } } };

  test('of several pods is closed by a default-deny policy', () => {
    expect(of(job(1), DENY)).toEqual(['PyTorchJob ml/train']);
    expect(of(job(0), DENY)).toEqual([]);
    expect(of(job(1))).toEqual([]);
    const ray = object('ray.io/v1', 'RayCluster', 'ray', {
      spec: { headGroupSpec: { template }, workerGroupSpecs: [{ groupName: 'g', replicas: 1, template }] },
    });
    expect(of(ray, DENY)).toEqual(['RayCluster ml/ray']);
    // pods of a Deployment need not know each other
    expect(of(deployment({ replicas: 3 }), DENY)).toEqual([]);
  });

  test('is opened by a policy that admits its own pods', () => {
    const among = policy({ ...own, ingress: [{ from: [own] }] }, 'among');
    const others = policy({ ...own, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'x' } } }] }] }, 'others');
    const namespace = policy({ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }, 'namespace');
    expect([of(job(1), DENY, among), of(job(1), DENY, namespace)]).toEqual([[], []]);
    expect(of(job(1), DENY, others)).toHaveLength(1);
  });

  test('may be opened by labels that its controller adds', () => {
    const byController = { podSelector: { matchLabels: { 'training.kubeflow.org/job-name': 'train' } } };
    expect(of(job(1), DENY, policy({ ...byController, ingress: [{ from: [byController] }] }, 'train'))).toEqual([]);
  });
});

describe('a metric of the pods', () => {
  const rule = 'metric-not-scraped';
  const metrics = [{ type: 'Pods', pods: { metric: { name: 'vllm:num_requests_waiting' } } }];
  const scaled = (...all: unknown[]) =>
    findings(rule, [deployment(), hpa({ metrics }), ...all]).map(({ prop }) => prop);
  const monitor = (spec: object = {}, kind = 'PodMonitor') => custom('monitoring.coreos.com/v1', kind, { spec });

  test('is scraped by a monitor of the namespace, or of all', () => {
    expect(scaled()).toEqual(['spec.metrics[0].pods.metric']);
    expect([scaled(monitor()), scaled(monitor({}, 'ServiceMonitor'))]).toEqual([[], []]);
    const elsewhere = (spec: object) => ({ ...monitor(spec), metadata: { name: 'm', namespace: 'monitoring' } });
    expect([scaled(elsewhere({})), scaled(elsewhere({ namespaceSelector: { any: true } }))]).toEqual([
      ['spec.metrics[0].pods.metric'],
      [],
    ]);
    expect(scaled(custom('monitoring.googleapis.com/v1', 'PodMonitoring'))).toEqual([]);
  });

  test('is scraped by annotation, or declared to be', () => {
    const annotated = deployment();
    annotated.spec.template.metadata.annotations = { 'prometheus.io/scrape': 'true' };
    expect(findings(rule, [annotated, hpa({ metrics })])).toEqual([]);
    const declaring = {
      ...hpa({ metrics }),
      metadata: { name: 'h', namespace: 'ml', annotations: { 'cdk8s-ml.io/expects': 'PodMonitor/x' } },
    };
    expect(findings(rule, [deployment(), declaring])).toEqual([]);
    expect(findings(rule, [deployment(), hpa({ metrics })], { existing: ['ServiceMonitor/ml/x'] })).toEqual([]);
  });

  test('is told from metrics that need no scraping', () => {
    for (const metric of [
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '1' } } },
      { type: 'External', external: { metric: { name: 'sqs' } } },
      { type: 'Pods', pods: { metric: { name: 'DCGM_FI_DEV_GPU_UTIL' } } },
    ])
      expect(objects(rule, [deployment(), hpa({ metrics: [metric] })])).toBe(false);
    const trigger = (query: string) =>
      object('keda.sh/v1alpha1', 'ScaledObject', 's', {
        spec: { scaleTargetRef: { name: 'scorer' }, triggers: [{ type: 'prometheus', metadata: { query } }] },
      });
    expect(objects(rule, [deployment(), trigger('sum(vllm:num_requests_waiting)')])).toBe(true);
    expect(objects(rule, [deployment(), trigger('sum(rate(nginx_requests[1m]))')])).toBe(false);
  });
});

test('a policy keeps its selector when the object is released', () => {
  const closed = findings('network-policy-without-pods', [policy(scorer), pod({}, { labels: { app: 'other' } })]);
  expect(closed.map(({ got }) => got)).toEqual([scorer.podSelector]);
});
