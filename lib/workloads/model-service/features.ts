import { Duration } from 'cdk8s';
import {
  Autoscaling,
  CacheVolume,
  Disruption,
  Exposure,
  InitContainer,
  Monitoring,
  NetworkAccess,
  NetworkPeer,
  Rollout,
  Sidecar,
  Spread,
  VerticalAutoscaling,
} from '../../traits';
import { Gpu, ModelServer, ModelSource, Probe } from '../../values';
import type { Features } from '../shared/engine';
import type { ModelServicePlan } from './plan/model-service-plan';
import { DOWNLOAD_CONTAINER } from './plan/model-volume';

type Plan = ModelServicePlan;

/** Asked for where the user set the prop. */
function given(prop: string) {
  return (plan: Plan) => (plan.asked.has(prop) ? `the prop ${prop}` : undefined);
}

const GATEWAY = { gateway: { name: 'public', namespace: 'gateways' }, hostnames: ['model.example.com'] };

/** A server that reports metrics. */
const MEASURED = { server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }) };

/** What engines of a `ModelService` may differ in. Props that no engine could refuse are not listed. */
export const SERVING_FEATURES = {
  fixedReplicas: {
    prop: 'replicas',
    title: 'a fixed number of replicas',
    example: () => ({ replicas: 3 }),
    asked: given('replicas'),
  },
  autoscaling: {
    prop: 'autoscaling',
    title: 'autoscaling by the HorizontalPodAutoscaler',
    example: () => ({ autoscaling: Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 4, utilization: 70 }) }),
    asked: given('autoscaling'),
  },
  verticalAutoscaling: {
    prop: 'verticalAutoscaling',
    title: 'vertical autoscaling',
    example: () => ({ verticalAutoscaling: VerticalAutoscaling.off() }),
    asked: given('verticalAutoscaling'),
  },
  surge: {
    prop: 'rollout',
    title: 'a rollout that adds pods before it removes old ones',
    example: () => ({ rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable: 0 }) }),
    asked: ({ asked, rollout }: Plan) =>
      asked.has('rollout') && rollout.surgePods > 0 ? `${rollout.surgePods} more pods` : undefined,
  },
  recreate: {
    prop: 'rollout',
    title: 'a rollout that ends all old pods first',
    example: () => ({ rollout: Rollout.recreate() }),
    asked: ({ rollout }: Plan) => (rollout.strategy.type === 'Recreate' ? 'Rollout.recreate' : undefined),
  },
  nodePort: {
    prop: 'exposure',
    title: 'a Service of type NodePort',
    example: () => ({ exposure: Exposure.nodePort() }),
    asked: ({ service }: Plan) => (service.spec.type === 'NodePort' ? 'Exposure.nodePort' : undefined),
  },
  loadBalancer: {
    prop: 'exposure',
    title: 'a Service of type LoadBalancer',
    example: () => ({ exposure: Exposure.loadBalancer() }),
    asked: ({ service }: Plan) => (service.spec.type === 'LoadBalancer' ? 'Exposure.loadBalancer' : undefined),
  },
  ingress: {
    prop: 'exposure',
    title: 'an Ingress',
    example: () => ({ exposure: Exposure.ingress({ host: 'model.example.com', className: 'nginx' }) }),
    asked: ({ route }: Plan) => (route?.kind === 'Ingress' ? 'Exposure.ingress' : undefined),
  },
  httpRoute: {
    prop: 'exposure',
    title: 'an HTTPRoute of the Gateway API',
    example: () => ({ exposure: Exposure.httpRoute(GATEWAY) }),
    asked: ({ route }: Plan) => (route?.kind === 'HTTPRoute' ? 'Exposure.httpRoute' : undefined),
  },
  access: {
    prop: 'access',
    title: 'a NetworkPolicy',
    example: () => ({ access: NetworkAccess.allow({ from: [NetworkPeer.namespace('web')] }) }),
    asked: given('access'),
  },
  disruption: {
    prop: 'disruption',
    title: 'a PodDisruptionBudget',
    example: () => ({ disruption: Disruption.maxUnavailable(1) }),
    asked: given('disruption'),
  },
  spread: {
    prop: 'spread',
    title: 'spread over zones and hosts',
    example: () => ({ spread: Spread.hard() }),
    asked: given('spread'),
  },
  serviceMonitor: {
    prop: 'monitoring',
    title: 'a ServiceMonitor',
    example: () => ({ ...MEASURED, monitoring: Monitoring.serviceMonitor() }),
    asked: ({ monitor }: Plan) => (monitor?.kind === 'ServiceMonitor' ? 'Monitoring.serviceMonitor' : undefined),
  },
  podMonitor: {
    prop: 'monitoring',
    title: 'a PodMonitor',
    example: () => ({ ...MEASURED, monitoring: Monitoring.podMonitor() }),
    asked: ({ monitor }: Plan) => (monitor?.kind === 'PodMonitor' ? 'Monitoring.podMonitor' : undefined),
  },
  download: {
    prop: 'model',
    title: 'a model that an init container downloads',
    example: () => ({ model: ModelSource.http({ url: 'https://example.com/model.pkl', path: 'model.pkl' }) }),
    asked: ({ asked, pod }: Plan) =>
      asked.has('model') && pod.initContainers.some(({ name }) => name === DOWNLOAD_CONTAINER)
        ? 'a ModelSource that downloads'
        : undefined,
  },
  sidecars: {
    prop: 'sidecars',
    title: 'sidecars',
    example: () => ({ sidecars: [Sidecar.fluentd()] }),
    asked: given('sidecars'),
  },
  initContainers: {
    prop: 'initContainers',
    title: 'init containers',
    example: () => ({ initContainers: [InitContainer.custom({ name: 'prepare', image: 'registry.test/prepare:1' })] }),
    asked: given('initContainers'),
  },
  cache: {
    prop: 'cache',
    title: 'a cache volume',
    example: () => ({
      server: ModelServer.vllm(),
      compute: { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() },
      model: ModelSource.inImage('/models/llm'),
      cache: CacheVolume.ephemeral({ sizeLimit: '10Gi' }),
    }),
    asked: given('cache'),
  },
  probes: {
    prop: 'probes',
    title: 'explicit probes',
    example: () => ({ probes: { readiness: Probe.http({ path: '/health' }) } }),
    asked: given('probes'),
  },
  drain: {
    prop: 'drain',
    title: 'a drain before a pod ends',
    example: () => ({ drain: Duration.seconds(60) }),
    asked: given('drain'),
  },
} as const satisfies Features<Plan, string>;

export type ServingFeature = keyof typeof SERVING_FEATURES;
