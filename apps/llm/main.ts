import {
  Autoscaling,
  CacheVolume,
  Gpu,
  MlApp,
  MlNamespace,
  ModelServer,
  ModelService,
  ModelSource,
  Monitoring,
  NetworkAccess,
  NetworkPeer,
  Rollout,
  ScalingMetric,
  SecretSource,
} from '../../lib';
import { ENVIRONMENTS, type LlmEnvironment } from './environments';

const VLLM = 'vllm/vllm-openai:v0.18.0';
const HUB_TOKEN = SecretSource.existing('hugging-face', { keys: ['HF_TOKEN'] });

/** Two language models on vLLM: a small one on one GPU that scales with its queue, a large one over four GPUs. */
export function llm(): MlApp[] {
  return ENVIRONMENTS.map((environment) => {
    const app = new MlApp({ name: 'llm', environment });
    const namespace = new MlNamespace(app, 'llm', { prometheusNamespace: 'monitoring' });
    smallModel(namespace, environment);
    largeModel(namespace, environment);
    return app;
  });
}

function smallModel(namespace: MlNamespace, { small, sharedStorage }: LlmEnvironment): void {
  new ModelService(namespace, 'qwen-7b', {
    image: VLLM,
    server: ModelServer.vllm({ maxModelLength: 16384 }),
    compute: { cpu: '4', memory: '24Gi', gpu: Gpu.nvidia({ model: small }) },
    model: ModelSource.huggingFace({
      repository: 'Qwen/Qwen2.5-7B-Instruct',
      revision: 'a09a35458c702b33eeacc393d103063234e8bc28',
      size: '15Gi',
      token: HUB_TOKEN,
    }),
    cache: CacheVolume.claim({ size: '100Gi', storageClass: sharedStorage, protect: true }),
    autoscaling: Autoscaling.onMetrics({ minReplicas: 1, maxReplicas: 4, metrics: [ScalingMetric.vllmQueue(5)] }),
    rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable: 0, spareGpus: 1 }),
    access: NetworkAccess.allow({ from: [NetworkPeer.namespace('gateway')] }),
    monitoring: Monitoring.serviceMonitor(),
  });
}

function largeModel(namespace: MlNamespace, { large, sharedStorage }: LlmEnvironment): void {
  new ModelService(namespace, 'qwen-72b', {
    image: VLLM,
    server: ModelServer.vllm({ maxModelLength: 32768 }),
    compute: { cpu: '24', memory: '240Gi', gpu: Gpu.nvidia({ model: large, count: 4 }) },
    replicas: 2,
    model: ModelSource.huggingFace({
      repository: 'Qwen/Qwen2.5-72B-Instruct',
      revision: '495f39366efef23836d0cfae4fbe635880d2be31',
      size: '145Gi',
      token: HUB_TOKEN,
    }),
    cache: CacheVolume.claim({ size: '500Gi', storageClass: sharedStorage, protect: true }),
    access: NetworkAccess.allow({ from: [NetworkPeer.namespace('gateway')] }),
    monitoring: Monitoring.serviceMonitor(),
  });
}
