import { Duration } from 'cdk8s';
import { defaultMonitoring } from '../../lib/traits/monitoring/definition';
import { Monitoring } from '../../lib/traits/monitoring/monitoring';
import { BARE, K133, plain, problemsOf, refuses, type Wrong } from './support';

const endpoint = { portName: 'metrics', port: 8002, path: '/metrics' };
const labels = { app: 'churn' };
const facts = { server: 'triton', metrics: endpoint, target: K133, selector: labels };
const planOf = (monitoring?: Monitoring, more = {}) =>
  plain((monitoring?._definition ?? defaultMonitoring).plan({ ...facts, ...more })) as any;

test('a ServiceMonitor scrapes the named port of the Service', () => {
  const monitoring = Monitoring.serviceMonitor({ interval: Duration.seconds(30), scrapeTimeout: Duration.seconds(10) });
  expect(planOf(monitoring).monitor).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    labels: {},
    spec: {
      selector: { matchLabels: labels },
      endpoints: [{ port: 'metrics', path: '/metrics', interval: '30s', scrapeTimeout: '10s' }],
    },
  });
});

test('a PodMonitor scrapes the named port of the pods', () => {
  expect(planOf(Monitoring.podMonitor({ labels: { release: 'prom' } })).monitor).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    labels: { release: 'prom' },
    spec: { selector: { matchLabels: labels }, podMetricsEndpoints: [{ port: 'metrics', path: '/metrics' }] },
  });
});

test('a scraper that is configured elsewhere is admitted, and nothing is created', () => {
  const { scrapers, ...rest } = planOf(Monitoring.external({ prometheusNamespace: 'gmp-system' }));
  expect(rest).toEqual({ podAnnotations: {}, isExternal: true });
  expect(scrapers).toHaveLength(1);
});

test('annotations tell where to scrape', () => {
  expect(planOf(Monitoring.annotations()).podAnnotations).toEqual({
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '8002',
    'prometheus.io/path': '/metrics',
  });
  expect(planOf(Monitoring.annotations())).not.toHaveProperty('monitor');
  expect(planOf(Monitoring.serviceMonitor()).podAnnotations).toEqual({});
  expect(planOf(undefined)).toEqual({ podAnnotations: {} });
});

test('Prometheus is let in from where it was said to be, then from where the namespace says, then from the usual place', () => {
  const namespace = (monitoring?: Monitoring, prometheusNamespace?: string) =>
    planOf(monitoring, { prometheusNamespace }).scrapers?.[0].namespaceSelector.matchLabels[
      'kubernetes.io/metadata.name'
    ];
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
  ): Wrong => [title, (check) => monitoring._definition.check(check, { ...facts, ...more }), prop, expected, fix];
  const service = (options: object) => Monitoring.serviceMonitor(options);
  refuses([
    wrong('a server without metrics', Monitoring.annotations(), '', /endpoint of triton/, /metricsPath/, {
      metrics: undefined,
    }),
    wrong('an operator that is not there', service({}), '', /monitoring\.coreos\.com\/v1/, /install/, { target: BARE }),
    wrong('a port that the Service leaves out', service({}), '', /with the metrics port/, /podMonitor/, {
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

  test('says nothing of a server that is unknown', () => {
    const unknown = { ...facts, server: undefined, metrics: undefined };
    expect(problemsOf((check) => Monitoring.podMonitor()._definition.check(check, unknown))).toEqual([]);
  });

  test('accepts what is right', () => {
    const right = [
      service({ scrapeTimeout: Duration.seconds(30), labels: { release: 'kube-prometheus-stack' } }),
      Monitoring.podMonitor(),
      Monitoring.annotations({ prometheusNamespace: 'prom' }),
    ];
    for (const monitoring of right)
      expect(problemsOf((check) => monitoring._definition.check(check, facts))).toEqual([]);
    const silent = { server: 'x', target: BARE, selector: labels };
    expect(problemsOf((check) => Monitoring.none()._definition.check(check, silent))).toEqual([]);
    expect(
      problemsOf((check) => Monitoring.annotations()._definition.check(check, { ...facts, target: BARE })),
    ).toEqual([]);
    const external = Monitoring.external();
    expect(problemsOf((check) => external._definition.check(check, { ...facts, target: BARE }))).toEqual([]);
    const hidden = { ...facts, metrics: { ...endpoint, inService: false } };
    expect(problemsOf((check) => Monitoring.podMonitor()._definition.check(check, hidden))).toEqual([]);
  });
});
