import { join } from 'node:path';
import { mlModel } from '../../apps/ml-model/main';
import { Manifests, Match } from '../../lib';
import { matchesSnapshots } from '../support/snapshots';

const prod = Manifests.fromFiles(join(__dirname, '../../dist/ml-model/prod'));
const minikube = Manifests.fromFiles(join(__dirname, '../../dist/ml-model/minikube'));
const hpaOf = (deployment: string) =>
  prod.ofKind('HorizontalPodAutoscaler').find((h) => h.spec.scaleTargetRef.name === deployment).spec;
const CPU_70 = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
];

describe('ml-model has every value of M05', () => {
  test('ml-model: two replicas of its image on a node port, two to ten at 70 %', () => {
    expect(prod.get('Deployment', 'ml-model-deployment').spec.replicas).toBe(2);
    expect(prod.container('Deployment', 'ml-model-deployment', 'server')).toMatchObject({
      image: 'bittusharma/ml-api:v1',
      ports: [{ containerPort: 5000 }],
    });
    expect(prod.get('Service', 'ml-model-service').spec).toMatchObject({
      type: 'NodePort',
      ports: [{ port: 80, nodePort: 30001, targetPort: 'http' }],
    });
    expect(hpaOf('ml-model-deployment')).toMatchObject({ minReplicas: 2, maxReplicas: 10, metrics: CPU_70 });
  });

  test('model-deployment: three replicas behind a load balancer', () => {
    expect(prod.get('Deployment', 'model-deployment').spec.replicas).toBe(3);
    expect(prod.get('Service', 'model-service').spec.type).toBe('LoadBalancer');
  });

  test('tf-serving: two to ten at 70 %', () => {
    expect(hpaOf('tf-serving')).toMatchObject({ minReplicas: 2, maxReplicas: 10, metrics: CPU_70 });
  });
});

test('M08: the model is downloaded to /models/model.pkl before the server starts, on a volume that both mount', () => {
  const pod = prod.podSpec('Deployment', 'model-deployment');
  const download = pod.initContainers.find((c: any) => c.name === 'download-model');
  expect(JSON.stringify(download)).toContain('https://example.com/model.pkl');
  expect(JSON.stringify(download)).toContain('/models/model.pkl');
  for (const container of [download, pod.containers[0]])
    expect(container.volumeMounts).toContainEqual(expect.objectContaining({ name: 'model', mountPath: '/models' }));
});

test('M09: Fluentd runs beside the server for the life of the pod, with its config, on the same log folder', () => {
  const pod = prod.podSpec('Deployment', 'model-deployment');
  const fluentd = pod.initContainers.find((c: any) => c.name === 'fluentd');
  expect(fluentd.restartPolicy).toBe('Always');
  const shared = (c: any) => c.volumeMounts.find((m: any) => m.mountPath === '/var/log/model').name;
  expect(shared(fluentd)).toBe(shared(pod.containers[0]));
  const config = pod.volumes.find((v: any) => v.configMap)?.configMap.name;
  expect(prod.get('ConfigMap', config).data['fluent.conf']).toContain('/var/log/model');
});

test('M10: the VPA resizes in place, where no HPA scales on the same', () => {
  prod.has('VerticalPodAutoscaler', {
    spec: { targetRef: { name: 'model-deployment' }, updatePolicy: { updateMode: 'InPlaceOrRecreate' } },
  });
  expect(prod.find('HorizontalPodAutoscaler', { spec: { scaleTargetRef: { name: 'model-deployment' } } })).toEqual([]);
});

test('M40: on minikube one node is enough, and nothing waits for a load balancer', () => {
  minikube.hasNo('Service', { spec: { type: 'LoadBalancer' } });
  minikube.hasEvery('HorizontalPodAutoscaler', { spec: { minReplicas: 1, maxReplicas: 2 } });
  minikube.hasEvery('Namespace', {
    metadata: { labels: Match.objectLike({ 'pod-security.kubernetes.io/enforce': 'restricted' }) },
  });
});

matchesSnapshots('ml-model', mlModel);
