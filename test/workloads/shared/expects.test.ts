import { App, Chart } from 'cdk8s';
import {
  Autoscaling,
  Manifests,
  ModelServer,
  ModelService,
  type ModelServiceProps,
  Monitoring,
  ScalingMetric,
  SecretSource,
} from '../../../lib';
import { runRules } from '../../../lib/rules/run';

const EXPECTS = 'cdk8s-ml.io/expects';
const HTTP: ModelServiceProps = {
  image: 'registry.example/api:1.0.0',
  server: ModelServer.http({ port: 8000, healthPath: '/health' }),
  compute: { cpu: '1', memory: '1Gi' },
};

function made(props: Partial<ModelServiceProps>) {
  const chart = new Chart(new App(), 'chart', { namespace: 'ml' });
  new ModelService(chart, 'api', { ...HTTP, ...props });
  const manifests = Manifests.fromChart(chart);
  const findings = runRules(manifests.all().map((manifest) => ({ manifest, where: manifest.kind })));
  return {
    declared: manifests.get('Deployment', 'api').metadata.annotations?.[EXPECTS],
    rules: findings.filter(({ waived }) => waived === undefined),
  };
}

describe('what a workload expects', () => {
  const overrides = {
    Deployment: {
      spec: { template: { spec: { volumes: [{ name: 'certificates', secret: { secretName: 'certificates' } }] } } },
    },
  };

  test('is what the fix of missing-secret says, and corrects it', () => {
    const { rules } = made({ overrides });
    expect(rules.map(({ rule }) => rule)).toEqual(['missing-secret']);
    expect(rules[0].fix).toContain("expects: ['Secret/certificates'] of the construct");
    expect(made({ overrides, expects: ['Secret/certificates'] }).rules).toEqual([]);
  });

  test('is added to what the workload names itself, and to the annotation', () => {
    const { declared } = made({
      secrets: [SecretSource.existing('database', { keys: ['PASSWORD'] })],
      expects: ['Secret/certificates', 'ConfigMap/flags'],
      annotations: { [EXPECTS]: 'Secret/other, Secret/more' },
    });
    expect(declared).toBe('ConfigMap/flags,Secret/certificates,Secret/database:PASSWORD,Secret/more,Secret/other');
  });

  test('is refused where the rules could not read it', () => {
    for (const entry of ['certificates', 'Secret/other/certificates', 'secret/a', 'Secret/a,Secret/b'])
      expect(() => made({ expects: [entry] })).toThrow('expects[0]');
  });
});

describe('metrics that are scraped from outside', () => {
  const scaled = (monitoring: Monitoring): Partial<ModelServiceProps> => ({
    monitoring,
    server: ModelServer.http({ port: 8000, healthPath: '/health', metricsPath: '/metrics' }),
    autoscaling: Autoscaling.onMetrics({
      minReplicas: 1,
      maxReplicas: 3,
      metrics: [ScalingMetric.pods('waiting', '5')],
    }),
  });

  test('are declared by the construct, so that no rule asks for a monitor', () => {
    const { declared, rules } = made(scaled(Monitoring.external()));
    expect(declared).toBe('Monitoring/api');
    expect(rules).toEqual([]);
    expect(made(scaled(Monitoring.none())).rules.map(({ rule }) => rule)).toEqual(['metric-not-scraped']);
  });
});
