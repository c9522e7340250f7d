import { Chart, Testing } from 'cdk8s';
import { Autoscaling, Manifests, ModelServer, ModelService, Rollout, Sidecar } from '../../lib';
import { CronContainer } from '../support/toy/cron-container';
import { engineOf } from '../support/toy/engine';
import { statefulSet } from '../support/toy/stateful-set';

const REQUIRED = {
  image: 'registry.example/model:1.0.0',
  server: ModelServer.http({ port: 8080, healthPath: '/health' }),
  compute: { cpu: '1', memory: '1Gi' },
};

describe('a second engine', () => {
  const engine = engineOf(statefulSet);

  test('runs the same pods in another object, and what is around them follows', () => {
    const chart = new Chart(Testing.app(), 'chart');
    const autoscaling = Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 4, utilization: 70 });
    const service = new ModelService(chart, 'one', { ...REQUIRED, engine, autoscaling });
    new ModelService(chart, 'other', { ...REQUIRED, autoscaling });
    const manifests = Manifests.fromChart(chart);
    const template = (kind: string, name: string) => manifests.get(kind, name).spec.template.spec;
    expect(template('StatefulSet', 'one').containers[0].readinessProbe).toEqual(
      template('Deployment', 'other').containers[0].readinessProbe,
    );
    expect(manifests.get('HorizontalPodAutoscaler', 'one').spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      name: 'one',
    });
    expect(template('StatefulSet', 'one').topologySpreadConstraints[0].matchLabelKeys).toEqual([
      'controller-revision-hash',
    ]);
    expect(service.service.name).toBe('one');
  });

  test('refuses what it cannot do, and names the engine that can', () => {
    const chart = new Chart(Testing.app(), 'chart');
    expect(() => new ModelService(chart, 'one', { ...REQUIRED, engine, rollout: Rollout.recreate() })).toThrow(
      /rollout\n.*got\s+'Rollout.recreate'\n.*a StatefulSet.*replaces its pods one after the other\n.*\(kubernetes\)/,
    );
  });

  test('says nothing of a default that it does not follow', () => {
    const chart = new Chart(Testing.app(), 'chart');
    expect(() => new ModelService(chart, 'one', { ...REQUIRED, engine })).not.toThrow();
  });
});

describe('a new workload', () => {
  test('has what all workloads have', () => {
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'ml' });
    const service = new ModelService(chart, 'model', REQUIRED);
    const cron = new CronContainer(chart, 'report', {
      image: 'registry.example/report:1.0.0',
      compute: { cpu: '1', memory: '1Gi' },
      schedule: '0 3 * * *',
      config: { LEVEL: 'info' },
      sidecars: [Sidecar.fluentd()],
      overrides: { CronJob: { spec: { suspend: true } } },
    });
    service.allowFrom(cron);
    const manifests = Manifests.fromChart(chart);
    const { spec } = manifests.get('CronJob', 'report');
    expect(spec.suspend).toBe(true);
    expect(spec.jobTemplate.spec.template.spec).toMatchObject({
      restartPolicy: 'Never',
      serviceAccountName: 'report',
      automountServiceAccountToken: false,
      initContainers: [{ name: 'fluentd', restartPolicy: 'Always' }],
      containers: [{ name: 'main', env: [{ name: 'HOME', value: '/tmp' }] }],
    });
    // the service lets its own namespace in, so no further policy is needed
    expect(manifests.ofKind('NetworkPolicy').map(({ metadata }) => metadata.name)).toEqual(['model', 'report']);
  });

  test('is refused in one error', () => {
    const chart = new Chart(Testing.app(), 'chart');
    const wrong = () =>
      new CronContainer(chart, 'Report', {
        image: 'registry.example/report:latest',
        compute: { cpu: '1', memory: '512MB' },
        schedule: '0 3 * * *',
        config: { 'a b': 'x' },
        nodeSelector: { 'a b': 'x' },
        overrides: { CronJobs: {} },
      });
    for (const prop of ['id', 'image', 'compute.memory', 'config.a b', 'nodeSelector.a b', 'overrides.CronJobs'])
      expect(wrong).toThrow(new RegExp(`^  ${prop.replace(/\./g, '\\.')}$`, 'm'));
  });
});
