import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  Autoscaling,
  Cloud,
  ClusterTarget,
  Gpu,
  ModelServer,
  ModelService,
  type ModelServiceProps,
  ModelSource,
  NetworkAccess,
} from '../../../lib';
import { MINIMAL } from '../../support/service';

const GPU = { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() };

/** Where a value of each class is given to a model service: the path of the prop, and the props around it. */
export const PLACES: {
  readonly [type: string]: { readonly at: string; readonly props: (value: any) => Partial<ModelServiceProps> };
} = {
  Autoscaling: { at: 'autoscaling', props: (autoscaling) => ({ autoscaling }) },
  CacheVolume: {
    at: 'cache',
    props: (cache) => ({
      cache,
      compute: GPU,
      server: ModelServer.vllm(),
      model: ModelSource.huggingFace({ repository: 'org/model', revision: 'a'.repeat(40), size: '15Gi' }),
    }),
  },
  Disruption: { at: 'disruption', props: (disruption) => ({ disruption }) },
  Exposure: { at: 'exposure', props: (exposure) => ({ exposure }) },
  ExtraVolume: { at: 'volumes[0]', props: (volume) => ({ volumes: [volume] }) },
  Gpu: { at: 'compute.gpu', props: (gpu) => ({ compute: { ...GPU, gpu } }) },
  GpuModel: { at: 'compute.gpu.model', props: (model) => ({ compute: { ...GPU, gpu: Gpu.nvidia({ model }) } }) },
  HealthEndpoint: {
    at: 'server.readiness',
    props: (readiness) => ({
      server: ModelServer.custom({ name: 'own', ports: [{ name: 'http', port: 8000 }], readiness }),
    }),
  },
  Identity: { at: 'identity', props: (identity) => ({ identity }) },
  ModelServer: {
    at: 'server',
    props: (server) => ({ server, compute: GPU, model: ModelSource.inImage('/models/churn') }),
  },
  ModelSource: { at: 'model', props: (model) => ({ model }) },
  Monitoring: {
    at: 'monitoring',
    props: (monitoring) => ({ monitoring, server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }) }),
  },
  NetworkAccess: { at: 'access', props: (access) => ({ access }) },
  NetworkPeer: { at: 'access.from[0]', props: (peer) => ({ access: NetworkAccess.allow({ from: [peer] }) }) },
  PodSecurity: { at: 'security', props: (security) => ({ security }) },
  Probe: { at: 'probes.readiness', props: (readiness) => ({ probes: { readiness } }) },
  Rollout: { at: 'rollout', props: (rollout) => ({ rollout }) },
  ScalingMetric: {
    at: 'autoscaling.metrics[0]',
    props: (metric) => ({ autoscaling: Autoscaling.onMetrics({ minReplicas: 1, maxReplicas: 3, metrics: [metric] }) }),
  },
  SecretSource: { at: 'secrets[0]', props: (secret) => ({ secrets: [secret] }) },
  Sidecar: { at: 'sidecars[0]', props: (sidecar) => ({ sidecars: [sidecar] }) },
  Spread: { at: 'spread', props: (spread) => ({ spread }) },
  VerticalAutoscaling: { at: 'verticalAutoscaling', props: (verticalAutoscaling) => ({ verticalAutoscaling }) },
};

/** A chart for a cluster that has all that the library can ask for. */
export function newestChart(): Chart {
  const app = new App({ outdir: 'unused' });
  ClusterTarget.kubernetes('1.36', { cloud: Cloud.AKS }).applyTo(app);
  return new Chart(app, 'chart');
}

/** Gives a value to the construct that it is for. */
export function place(type: string, value: unknown, scope: Construct): void {
  new ModelService(scope, 'made', { ...MINIMAL, ...PLACES[type].props(value) });
}
