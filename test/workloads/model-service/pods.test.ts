import { Duration } from 'cdk8s';
import {
  Cloud,
  ClusterTarget,
  Exposure,
  Gpu,
  GpuModel,
  ModelServer,
  ModelSource,
  Monitoring,
  PodSecurity,
  Rollout,
  SecretSource,
} from '../../../lib';
import { manifestsOf, refusalOf } from '../../support/service';

const VLLM = {
  image: 'vllm/vllm-openai:v0.18.0',
  server: ModelServer.vllm(),
  model: ModelSource.huggingFace({ repository: 'org/model', revision: 'a'.repeat(40), size: '15Gi' }),
};
const gpus = (count: number, model?: GpuModel) => ({ cpu: '4', memory: '32Gi', gpu: Gpu.nvidia({ count, model }) });
const server = (m: ReturnType<typeof manifestsOf>) => m.container('Deployment', 'churn', 'server');
const pod = (m: ReturnType<typeof manifestsOf>) => m.podSpec('Deployment', 'churn');

describe('pods with GPUs', () => {
  const one = manifestsOf({ ...VLLM, compute: gpus(1) });
  const four = manifestsOf({ ...VLLM, compute: gpus(4), replicas: 2 });

  test('ask for whole GPUs, and for as much memory as they may use', () => {
    expect(server(four).resources).toEqual({
      requests: { cpu: '4', memory: '32Gi', 'ephemeral-storage': '17096Mi', 'nvidia.com/gpu': '4' },
      limits: { memory: '32Gi', 'nvidia.com/gpu': '4' },
    });
  });

  test('make room before the successor comes, and say what that means for one', () => {
    for (const manifests of [one, four])
      manifests.has('Deployment', { spec: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } } });
    expect(one.get('Deployment', 'churn').metadata.annotations).toHaveProperty(['cdk8s-ml.io/accepts-downtime']);
    expect(four.get('Deployment', 'churn').metadata.annotations ?? {}).not.toHaveProperty([
      'cdk8s-ml.io/accepts-downtime',
    ]);
  });

  test('surge where a spare GPU is declared', () => {
    const rollout = Rollout.rolling({ maxSurge: 1, maxUnavailable: 0, spareGpus: 1 });
    manifestsOf({ ...VLLM, compute: gpus(1), rollout }).has('Deployment', {
      spec: { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
    });
  });

  test('spread over zones only, so that nodes with eight GPUs stay whole', () => {
    expect(pod(four).topologySpreadConstraints.map((c: any) => c.topologyKey)).toEqual(['topology.kubernetes.io/zone']);
  });

  test('share memory between their GPUs, and parallelize over them', () => {
    expect(pod(one).volumes.some((v: any) => v.emptyDir?.medium === 'Memory')).toBe(false);
    expect(pod(four).volumes.find((v: any) => v.emptyDir?.medium === 'Memory').emptyDir.sizeLimit).toBeTruthy();
    const args: string[] = server(four).args;
    expect(args[args.indexOf('--tensor-parallel-size') + 1]).toBe('4');
  });

  test('pull a model from the hub at its revision', () => {
    const args: string[] = server(one).args;
    expect(args).toContain('org/model');
    expect(args[args.indexOf('--revision') + 1]).toBe('a'.repeat(40));
    expect(pod(one)).not.toHaveProperty('initContainers');
  });

  test.each([
    [Cloud.GKE, { 'cloud.google.com/gke-accelerator': 'nvidia-tesla-t4' }],
    [Cloud.EKS, { 'karpenter.k8s.aws/instance-gpu-name': 't4' }],
    [Cloud.GENERIC, { 'nvidia.com/gpu.product': 'Tesla-T4' }],
  ])('go to the nodes of %s', (cloud, labels) => {
    const target = ClusterTarget.kubernetes('1.33', { cloud });
    const spec = pod(manifestsOf({ ...VLLM, compute: gpus(1, GpuModel.T4) }, target));
    expect(spec.nodeSelector).toMatchObject(labels);
    expect(spec.tolerations).toContainEqual({ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' });
  });

  test('of a model that goes by several labels go to any of them', () => {
    const spec = pod(manifestsOf({ ...VLLM, compute: gpus(1, GpuModel.H100_80GB) }));
    const [term] = spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
    expect(term.matchExpressions[0]).toMatchObject({ key: 'nvidia.com/gpu.product', operator: 'In' });
    expect(term.matchExpressions[0].values.length).toBeGreaterThan(1);
    expect(spec).not.toHaveProperty('nodeSelector');
  });

  test('have a writable root, which the container toolkit of NVIDIA needs; others have not', () => {
    const rootOf = (m: ReturnType<typeof manifestsOf>) => server(m).securityContext.readOnlyRootFilesystem;
    expect(rootOf(one)).toBe(false);
    expect(rootOf(manifestsOf())).toBe(true);
    const strict = PodSecurity.restricted({ readOnlyRootFilesystem: true });
    expect(rootOf(manifestsOf({ ...VLLM, compute: gpus(1), security: strict }))).toBe(true);
  });

  test('have a cache that holds the model that the server pulls', () => {
    const model = ModelSource.huggingFace({ repository: 'org/model', revision: 'a'.repeat(40), size: '400Gi' });
    const { volumes } = pod(manifestsOf({ ...VLLM, model, compute: gpus(8) }));
    expect(volumes.find((v: any) => v.name === 'cache').emptyDir.sizeLimit).toBe('600Gi');
  });

  test('need a model where the server has none of its own', () => {
    expect(refusalOf({ ...VLLM, model: undefined, compute: gpus(1) })).toMatch(/model\n {4}got {7}nothing/);
  });
});

describe('the model', () => {
  test('is downloaded before the server starts, to a volume that the server reads', () => {
    const manifests = manifestsOf({ model: ModelSource.http({ url: 'https://example.com/model.pkl' }) });
    const [download] = pod(manifests).initContainers;
    expect(download.volumeMounts).toContainEqual({ name: 'model', mountPath: '/models' });
    expect(server(manifests).volumeMounts).toContainEqual({ name: 'model', mountPath: '/models', readOnly: true });
    expect(JSON.stringify(download)).toContain('https://example.com/model.pkl');
    expect(JSON.stringify(download)).toContain('/models/model.pkl');
  });

  test('can lie on a claim, which must then exist', () => {
    const manifests = manifestsOf({ model: ModelSource.claim({ claimName: 'models' }) });
    expect(pod(manifests).volumes).toContainEqual({
      name: 'model',
      persistentVolumeClaim: { claimName: 'models', readOnly: true },
    });
    expect(manifests.get('Deployment', 'churn').metadata.annotations['cdk8s-ml.io/expects']).toBe(
      'PersistentVolumeClaim/models',
    );
  });

  test('can be an image of its own, from 1.35 or with the gate on', () => {
    const model = ModelSource.ociImage({ reference: 'registry.test/model:1' });
    expect(refusalOf({ model })).toContain('1.35');
    const target = ClusterTarget.kubernetes('1.33', { featureGates: ['ImageVolume'] });
    expect(pod(manifestsOf({ model }, target)).volumes[0].image.reference).toBe('registry.test/model:1');
  });
});

describe('secrets', () => {
  test('of a model source can come from an external store, and are then made once', () => {
    const credentials = SecretSource.externalSecret({
      name: 'bucket',
      store: 'vault',
      data: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((key) => ({ key, remoteKey: 'ml/bucket' })),
    });
    const model = ModelSource.s3({ uri: 's3://bucket/model', region: 'eu-central-1', credentials });
    const manifests = manifestsOf({ model });
    manifests.hasCount('ExternalSecret', 1);
    expect(manifests.get('Deployment', 'churn').metadata).not.toHaveProperty('annotations');
  });
});

describe('exposure', () => {
  test('a load balancer gets more time to let go, and lets everyone in', () => {
    const inside = manifestsOf();
    const outside = manifestsOf({ exposure: Exposure.loadBalancer({ port: 80 }) });
    expect(server(outside).lifecycle.preStop.sleep.seconds).toBeGreaterThan(
      server(inside).lifecycle.preStop.sleep.seconds,
    );
    expect(outside.get('NetworkPolicy', 'churn').spec.ingress[0]).not.toHaveProperty('from');
  });

  test('thirty seconds in all are thirty seconds, also behind a load balancer', () => {
    const manifests = manifestsOf({ drain: Duration.seconds(30), exposure: Exposure.loadBalancer({ port: 80 }) });
    expect(pod(manifests).terminationGracePeriodSeconds).toBe(30);
    expect(server(manifests).lifecycle.preStop.sleep.seconds).toBeLessThan(30);
  });

  test('on Kubernetes 1.29 the preStop sleep is left out', () => {
    const manifests = manifestsOf({}, ClusterTarget.kubernetes('1.29'));
    expect(server(manifests)).not.toHaveProperty('lifecycle');
  });

  test('Prometheus finds the metrics, and is let in', () => {
    const metrics = { server: ModelServer.http({ port: 8000, healthPath: '/health', metricsPath: '/metrics' }) };
    const manifests = manifestsOf({ ...metrics, monitoring: Monitoring.serviceMonitor() });
    expect(manifests.get('ServiceMonitor', 'churn').spec.endpoints[0]).toMatchObject({
      path: '/metrics',
      port: 'http',
    });
    expect(manifests.get('NetworkPolicy', 'churn').spec.ingress).toHaveLength(2);
    expect(refusalOf({ monitoring: Monitoring.serviceMonitor() })).toContain('monitoring');
  });
});
