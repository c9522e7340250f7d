import { Match } from '../../../lib';
import { manifestsOf } from '../../support/service';

describe('a ModelService with the three required props', () => {
  const manifests = manifestsOf();
  const pod = manifests.podSpec('Deployment', 'churn');
  const server = manifests.container('Deployment', 'churn', 'server');

  test('is these objects and no more, in this order', () => {
    expect(manifests.all().map((o) => `${o.kind}/${o.metadata.name}`)).toEqual([
      'ServiceAccount/churn',
      'Deployment/churn',
      'Service/churn',
      'PodDisruptionBudget/churn',
      'NetworkPolicy/churn',
    ]);
  });

  test('selects its pods by labels that no other workload has, everywhere the same', () => {
    const selector = { 'app.kubernetes.io/component': 'model-server', 'app.kubernetes.io/name': 'churn' };
    const [deployment, service, budget, policy] = ['Deployment', 'Service', 'PodDisruptionBudget', 'NetworkPolicy'].map(
      (kind) => manifests.get(kind, 'churn').spec,
    );
    expect(deployment.selector.matchLabels).toEqual(selector);
    expect(deployment.template.metadata.labels).toMatchObject(selector);
    expect(service.selector).toEqual(selector);
    expect(budget.selector.matchLabels).toEqual(selector);
    expect(policy.podSelector.matchLabels).toEqual(selector);
  });

  test('runs two replicas, replaces them without a gap, and says what the budget is', () => {
    manifests.has('Deployment', {
      spec: {
        replicas: 2,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      },
    });
    const budget = server.startupProbe.periodSeconds * server.startupProbe.failureThreshold;
    expect(manifests.get('Deployment', 'churn').spec.progressDeadlineSeconds).toBeGreaterThan(budget);
  });

  test('keeps a busy model alive', () => {
    const { livenessProbe: live, readinessProbe: ready } = server;
    expect(live.periodSeconds * live.failureThreshold).toBeGreaterThanOrEqual(120);
    expect(live.periodSeconds * live.failureThreshold).toBeGreaterThan(ready.periodSeconds * ready.failureThreshold);
  });

  test('drains: the grace period holds the preStop sleep and the shutdown', () => {
    expect(server.lifecycle.preStop.sleep.seconds).toBeGreaterThan(0);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(server.lifecycle.preStop.sleep.seconds);
  });

  test('is confined', () => {
    manifests.has('Deployment', {
      spec: {
        template: {
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          },
        },
      },
    });
    expect(pod.securityContext.runAsUser).toBe(10001);
    expect(pod.securityContext.fsGroup).toBe(pod.securityContext.runAsGroup);
    expect(server.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
  });

  test('has a writable HOME and /tmp though the root is read-only', () => {
    const writable: string[] = server.volumeMounts.filter((m: any) => !m.readOnly).map((m: any) => m.mountPath);
    const home: string = server.env.find((e: any) => e.name === 'HOME').value;
    expect(writable).toContain('/tmp');
    expect(writable.some((path) => home === path || home.startsWith(`${path}/`))).toBe(true);
  });

  test('asks for what it was given, and for a little disk: no CPU limit, memory limited to its request', () => {
    expect(server.resources).toEqual({
      requests: { cpu: '500m', memory: '512Mi', 'ephemeral-storage': '100Mi' },
      limits: { memory: '512Mi', 'ephemeral-storage': '2Gi' },
    });
  });

  test('is reached on port 80, by pods of its namespace', () => {
    manifests.has('Service', {
      spec: { type: 'ClusterIP', ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    });
    manifests.has('NetworkPolicy', {
      spec: { policyTypes: ['Ingress'], ingress: [Match.objectLike({ ports: [Match.objectLike({ port: 8000 })] })] },
    });
  });

  test('carries the version of its image, on pods too, but not in a selector', () => {
    manifests.hasEvery('Deployment', {
      metadata: { labels: { 'app.kubernetes.io/version': '1.0.0' } },
      spec: { template: { metadata: { labels: { 'app.kubernetes.io/version': '1.0.0' } } } },
    });
  });
});
