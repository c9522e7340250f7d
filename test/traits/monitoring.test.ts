import { Duration } from 'cdk8s';
import { Monitoring } from '../../lib/traits/monitoring';
import {
  monitoringPeer,
  podMonitorSpec,
  scrapeAnnotations,
  serviceMonitorSpec,
} from '../../lib/traits/monitoring-plan';
import { BARE, K133, plain, problemsOf, refuses, type Wrong } from './support';

const endpoint = { portName: 'metrics', port: 8002, path: '/metrics' };
const facts = { server: 'triton', metrics: endpoint, target: K133 };
const labels = { app: 'churn' };

test('a ServiceMonitor scrapes the named port of the Service', () => {
  const monitoring = Monitoring.serviceMonitor({ interval: Duration.seconds(30), scrapeTimeout: Duration.seconds(10) });
  expect(plain(serviceMonitorSpec(monitoring, endpoint, labels))).toEqual({
    selector: { matchLabels: labels },
    endpoints: [{ port: 'metrics', path: '/metrics', interval: '30s', scrapeTimeout: '10s' }],
  });
  expect(podMonitorSpec(monitoring, endpoint, labels)).toBeUndefined();
});

test('a PodMonitor scrapes the named port of the pods', () => {
  expect(plain(podMonitorSpec(Monitoring.podMonitor(), endpoint, labels))).toEqual({
    selector: { matchLabels: labels },
    podMetricsEndpoints: [{ port: 'metrics', path: '/metrics' }],
  });
  expect(serviceMonitorSpec(Monitoring.podMonitor(), endpoint, labels)).toBeUndefined();
});

test('annotations tell where to scrape', () => {
  expect(scrapeAnnotations(Monitoring.annotations(), endpoint)).toEqual({
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '8002',
    'prometheus.io/path': '/metrics',
  });
  expect(scrapeAnnotations(Monitoring.serviceMonitor(), endpoint)).toEqual({});
  expect(scrapeAnnotations(undefined, endpoint)).toEqual({});
});

test('Prometheus is let in from where it was said to be, then from where the namespace says, then from the usual place', () => {
  const namespace = (monitoring?: Monitoring, rails?: string) =>
    monitoringPeer(monitoring, rails)?._peers[0]?.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'];
  expect(namespace(Monitoring.podMonitor({ prometheusNamespace: 'prom' }), 'rails')).toBe('prom');
  expect(namespace(Monitoring.annotations(), 'rails')).toBe('rails');
  expect(namespace(Monitoring.serviceMonitor())).toBe('monitoring');
  expect(namespace(Monitoring.none(), 'rails')).toBeUndefined();
  expect(namespace(undefined, 'rails')).toBeUndefined();
});

describe('wrong inputs', () => {
  const wrong = (
    title: string,
    monitoring: Monitoring,
    prop: string,
    expected: RegExp,
    fix: RegExp,
    more = {},
  ): Wrong => [title, (check) => monitoring._check(check, { ...facts, ...more }), prop, expected, fix];
  const service = (options: object) => Monitoring.serviceMonitor(options);
  refuses([
    wrong('a server without metrics', Monitoring.annotations(), '', /triton has no metrics/, /metricsPath/, {
      metrics: undefined,
    }),
    wrong('an operator that is not there', service({}), '', /monitoring\.coreos\.com\/v1/, /install/, { target: BARE }),
    wrong('a port that the Service leaves out', service({}), '', /opens the metrics port/, /podMonitor/, {
      metrics: { ...endpoint, inService: false },
    }),
    wrong('half a second', service({ interval: Duration.millis(500) }), 'interval', /whole seconds/, /whole/),
    wrong(
      'a scrape longer than the interval',
      service({ interval: Duration.seconds(10), scrapeTimeout: Duration.seconds(30) }),
      'scrapeTimeout',
      /1 to 10/,
      /interval/,
    ),
    wrong('an illegal namespace', service({ prometheusNamespace: 'A' }), 'prometheusNamespace', /lower case/, /choose/),
    wrong('an illegal label', service({ labels: { release: 'a b' } }), 'labels.release', /63/, /legal label/),
  ]);

  test('accepts what is right', () => {
    const right = [
      service({ scrapeTimeout: Duration.seconds(30), labels: { release: 'kube-prometheus-stack' } }),
      Monitoring.podMonitor(),
      Monitoring.annotations({ prometheusNamespace: 'prom' }),
    ];
    for (const monitoring of right) expect(problemsOf((check) => monitoring._check(check, facts))).toEqual([]);
    const silent = { server: 'x', target: BARE };
    expect(problemsOf((check) => Monitoring.none()._check(check, silent))).toEqual([]);
    expect(problemsOf((check) => Monitoring.annotations()._check(check, { ...facts, target: BARE }))).toEqual([]);
    const hidden = { ...facts, metrics: { ...endpoint, inService: false } };
    expect(problemsOf((check) => Monitoring.podMonitor()._check(check, hidden))).toEqual([]);
  });
});
