import * as kplus from 'cdk8s-plus-28';
import { Autoscaling, Manifests, ModelService } from '../../../lib';
import { MINIMAL, stockChart } from '../../support/service';

const SELECTOR = { 'app.kubernetes.io/component': 'model-server', 'app.kubernetes.io/name': 'churn' };

function serviceIn(namespace?: string) {
  const chart = stockChart(undefined, namespace);
  return { chart, service: new ModelService(chart, 'churn', MINIMAL) };
}

describe('a ModelService among cdk8s-plus objects', () => {
  test('is the backend of an Ingress', () => {
    const { chart, service } = serviceIn();
    const ingress = new kplus.Ingress(chart, 'ingress');
    ingress.addHostRule('churn.example.com', '/', kplus.IngressBackend.fromService(service.service));
    Manifests.fromChart(chart).has('Ingress', {
      spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'churn', port: { number: 80 } } } }] } }] },
    });
  });

  test('takes another port on its Service', () => {
    const { chart, service } = serviceIn();
    service.service.bind(9090, { name: 'extra', targetPort: 8000 });
    const ports = Manifests.fromChart(chart).get('Service', 'churn').spec.ports;
    expect(ports.map((p: any) => [p.name, p.port, p.targetPort])).toEqual([
      ['http', 80, 'http'],
      ['extra', 9090, 8000],
    ]);
  });

  test('is a peer of a NetworkPolicy, with its namespace', () => {
    const { chart, service } = serviceIn('serving');
    const client = new kplus.Deployment(chart, 'client', { containers: [{ image: 'client:1' }] });
    const policy = new kplus.NetworkPolicy(chart, 'policy', { selector: client });
    policy.addEgressRule(service, [kplus.NetworkPolicyPort.tcp(8000)]);
    const [rule] = Manifests.fromChart(chart)
      .ofKind('NetworkPolicy')
      .filter((p) => p.metadata.name !== 'churn');
    expect(rule.spec.egress[0].to).toEqual([
      {
        podSelector: { matchLabels: SELECTOR },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'serving' } },
      },
    ]);
  });

  test('is what a cdk8s-plus HPA scales; its replicas are then left out', () => {
    const { chart, service } = serviceIn();
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: service, maxReplicas: 5 });
    const manifests = Manifests.fromChart(chart);
    manifests.has('HorizontalPodAutoscaler', {
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'churn' } },
    });
    expect(manifests.get('Deployment', 'churn').spec).not.toHaveProperty('replicas');
  });

  test('refuses a second autoscaler', () => {
    const chart = stockChart();
    const autoscaling = Autoscaling.onCpu({ minReplicas: 1, maxReplicas: 2, utilization: 50 });
    const service = new ModelService(chart, 'churn', { ...MINIMAL, autoscaling });
    expect(() => new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: service, maxReplicas: 5 })).toThrow(
      /chart\/churn: 1 problem[\s\S]*autoscaling/,
    );
  });

  test('takes config maps of others, and selects as a Service of others', () => {
    const chart = stockChart();
    const map = new kplus.ConfigMap(chart, 'shared', { metadata: { name: 'shared' }, data: { A: '1' } });
    const existing = kplus.ConfigMap.fromConfigMapName(chart, 'theirs', 'theirs');
    const service = new ModelService(chart, 'churn', { ...MINIMAL, configMaps: [map, existing] });
    new kplus.Service(chart, 'other', { selector: service, ports: [{ port: 1 }], metadata: { name: 'other' } });
    const manifests = Manifests.fromChart(chart);
    expect(manifests.container('Deployment', 'churn', 'server').envFrom).toEqual([
      { configMapRef: { name: 'shared' } },
      { configMapRef: { name: 'theirs' } },
    ]);
    expect(manifests.get('Deployment', 'churn').metadata.annotations['cdk8s-ml.io/expects']).toBe('ConfigMap/theirs');
    expect(manifests.get('Service', 'other').spec.selector).toEqual(SELECTOR);
  });

  test('knows its URL', () => {
    expect(serviceIn().service.url).toBe('http://churn:80');
    expect(serviceIn('serving').service.url).toBe('http://churn.serving.svc:80');
  });
});
