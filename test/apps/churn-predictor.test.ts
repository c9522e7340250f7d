import { join } from 'node:path';
import { churnPredictor } from '../../apps/churn-predictor/main';
import { Manifests } from '../../lib';
import { matchesSnapshots } from '../support/snapshots';

/** Row M01 of the mission, value by value: where it stands in the committed manifests, and what it is. */
const NAMESPACE = 'ml-serving';
const manifests = Manifests.fromFiles(join(__dirname, '../../dist/churn-predictor/prod'));
const deployment = () => manifests.get('Deployment', 'churn-predictor');
const pod = () => deployment().spec.template.spec;
const api = () => manifests.container('Deployment', 'churn-predictor', 'api');
const service = () => manifests.get('Service', 'churn-predictor-svc');
const hpa = () => manifests.get('HorizontalPodAutoscaler', 'churn-predictor-hpa');
const policy = () => manifests.get('NetworkPolicy', 'churn-predictor').spec;
const config = () => manifests.get('ConfigMap', 'churn-predictor-config');
const secretRef = (name: string) => api().env.find((e: any) => e.name === name).valueFrom.secretKeyRef;

describe('churn-predictor, prod, has every value of M01', () => {
  test.each<[string, () => unknown, unknown]>([
    ['namespace', () => manifests.get('Namespace', NAMESPACE).metadata.name, NAMESPACE],
    ['namespace of the Deployment', () => deployment().metadata.namespace, NAMESPACE],
    ['MODEL_PATH', () => config().data.MODEL_PATH, '/app/models/churn_model.pkl'],
    ['LOG_LEVEL', () => config().data.LOG_LEVEL, 'INFO'],
    [
      'MLFLOW_TRACKING_URI',
      () => config().data.MLFLOW_TRACKING_URI,
      'http://mlflow-server.ml-serving.svc.cluster.local:5000',
    ],
    [
      'config is what the container takes in',
      () => api().envFrom,
      [{ configMapRef: { name: 'churn-predictor-config' } }],
    ],
    [
      'AWS_ACCESS_KEY_ID by reference',
      () => secretRef('AWS_ACCESS_KEY_ID'),
      { name: 'churn-predictor-secrets', key: 'AWS_ACCESS_KEY_ID' },
    ],
    [
      'AWS_SECRET_ACCESS_KEY by reference',
      () => secretRef('AWS_SECRET_ACCESS_KEY'),
      { name: 'churn-predictor-secrets', key: 'AWS_SECRET_ACCESS_KEY' },
    ],
    ['image', () => api().image, 'ghcr.io/your-org/churn-predictor:1.0.0'],
    ['container', () => pod().containers.map((c: any) => c.name), ['api']],
    ['container port', () => api().ports[0].containerPort, 8000],
    ['replicas to start with', () => deployment().spec.replicas, 3],
    ['maxSurge', () => deployment().spec.strategy.rollingUpdate.maxSurge, 1],
    ['maxUnavailable', () => deployment().spec.strategy.rollingUpdate.maxUnavailable, 0],
    ['cpu request', () => api().resources.requests.cpu, '500m'],
    ['memory request', () => api().resources.requests.memory, '512Mi'],
    ['cpu limit', () => api().resources.limits.cpu, '2000m'],
    ['memory limit', () => api().resources.limits.memory, '2Gi'],
    ['liveness path', () => api().livenessProbe.httpGet.path, '/health'],
    ['liveness initial delay', () => api().livenessProbe.initialDelaySeconds, 30],
    ['liveness period', () => api().livenessProbe.periodSeconds, 15],
    ['liveness failures', () => api().livenessProbe.failureThreshold, 3],
    ['readiness path', () => api().readinessProbe.httpGet.path, '/health'],
    ['readiness initial delay', () => api().readinessProbe.initialDelaySeconds, 20],
    ['readiness period', () => api().readinessProbe.periodSeconds, 10],
    ['readiness failures', () => api().readinessProbe.failureThreshold, 3],
    ['grace', () => pod().terminationGracePeriodSeconds, 30],
    ['Service type', () => service().spec.type, 'LoadBalancer'],
    ['Service port', () => service().spec.ports[0].port, 80],
    ['Service leads to 8000', () => containerPortOf(service().spec.ports[0].targetPort), 8000],
    [
      'HPA target',
      () => hpa().spec.scaleTargetRef,
      { apiVersion: 'apps/v1', kind: 'Deployment', name: 'churn-predictor' },
    ],
    ['HPA minimum', () => hpa().spec.minReplicas, 2],
    ['HPA maximum', () => hpa().spec.maxReplicas, 20],
    [
      'HPA metric',
      () => hpa().spec.metrics,
      [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    ],
    ['label app', () => deployment().spec.template.metadata.labels.app, 'churn-predictor'],
    ['label version', () => deployment().spec.template.metadata.labels.version, '1.0.0'],
    ['label app of the Service', () => service().metadata.labels.app, 'churn-predictor'],
  ])('%s', (_what, actual, expected) => {
    expect(actual()).toEqual(expected);
  });
});

describe('churn-predictor, prod, has the guard rails of a good operator', () => {
  test.each<[string, () => unknown, unknown]>([
    [
      'restricted Pod Security is enforced',
      () => manifests.get('Namespace', NAMESPACE).metadata.labels['pod-security.kubernetes.io/enforce'],
      'restricted',
    ],
    [
      'a changed config rolls the pods',
      () => typeof deployment().spec.template.metadata.annotations['cdk8s-ml.io/config-checksum'],
      'string',
    ],
    ['no secret value', () => manifests.count('Secret'), 0],
    ['no token', () => pod().automountServiceAccountToken, false],
    ['no service links', () => pod().enableServiceLinks, false],
    ['a numeric user', () => pod().securityContext.runAsUser > 10000 && pod().securityContext.runAsNonRoot, true],
    ['a read-only root', () => api().securityContext.readOnlyRootFilesystem, true],
    ['a writable /tmp', () => api().volumeMounts.some((m: any) => m.mountPath === '/tmp' && !m.readOnly), true],
    ['seccomp', () => pod().securityContext.seccompProfile.type, 'RuntimeDefault'],
    ['a disruption budget', () => manifests.ofKind('PodDisruptionBudget')[0].spec.maxUnavailable, 1],
    [
      'that lets sick pods go',
      () => manifests.ofKind('PodDisruptionBudget')[0].spec.unhealthyPodEvictionPolicy,
      'AlwaysAllow',
    ],
    [
      'soft spread',
      () => pod().topologySpreadConstraints.map((c: any) => [c.topologyKey, c.whenUnsatisfiable]),
      [
        ['topology.kubernetes.io/zone', 'ScheduleAnyway'],
        ['kubernetes.io/hostname', 'ScheduleAnyway'],
      ],
    ],
    ['a network policy both ways', () => policy().policyTypes, ['Ingress', 'Egress']],
    [
      'that opens DNS, MLflow beside it, and S3, and neither the metadata service nor private networks',
      () => policy().egress.map(({ ports, to }: any) => [ports.map(({ port }: any) => port), to]),
      [
        [[53, 53], undefined],
        [[5000], [{ podSelector: {} }]],
        [[443], [{ ipBlock: { cidr: '0.0.0.0/0', except: expect.arrayContaining(['10.0.0.0/8', '169.254.0.0/16']) } }]],
      ],
    ],
    ['disk that the scheduler knows of', () => api().resources.requests['ephemeral-storage'], '100Mi'],
    ['disk that it may use, above the limit of /tmp', () => api().resources.limits['ephemeral-storage'], '2Gi'],
    ['time for the load balancer to let go', () => api().lifecycle.preStop.sleep.seconds > 0, true],
    [
      'a deadline above the start-up budget',
      () =>
        deployment().spec.progressDeadlineSeconds >
        (api().startupProbe?.periodSeconds ?? 0) * (api().startupProbe?.failureThreshold ?? 0),
      true,
    ],
  ])('%s', (_what, actual, expected) => {
    expect(actual()).toEqual(expected);
  });
});

function containerPortOf(target: string | number): number {
  return typeof target === 'number' ? target : api().ports.find((p: any) => p.name === target).containerPort;
}

matchesSnapshots('churn-predictor', churnPredictor);
