import fc from 'fast-check';
import { Cloud, ClusterTarget, type ModelServiceNames, type ModelServiceProps } from '../../lib';
import { call, list, map, mostly, pick, propsOf, SCOPE, seconds, type Values, whole } from './arbitrary-recipes';
import {
  annotations,
  bytes,
  env,
  files,
  image,
  key,
  label,
  labels,
  labelValue,
  path,
  subdomain,
} from './arbitrary-text';
import {
  access,
  autoscaling,
  cache,
  disruption,
  exposure,
  identity,
  monitoring,
  probes,
  rollout,
  sidecar,
  spread,
  toleration,
  verticalAutoscaling,
  volume,
} from './arbitrary-traits';
import { compute, model, secret, security, server } from './arbitrary-values';

/** The clusters that things are made for. */
export const arbitraryTarget = fc
  .record({
    minor: fc.oneof(fc.constant(36), fc.integer({ min: 28, max: 36 })),
    cloud: fc.constantFrom(...Object.values(Cloud)),
    gate: fc.boolean(),
  })
  .map(({ minor, cloud, gate }) =>
    ClusterTarget.kubernetes(`1.${minor}`, { cloud, featureGates: gate ? ['ImageVolume'] : [] }),
  );

const names: Values = propsOf<ModelServiceNames>({
  deployment: label(),
  container: label(),
  service: label(),
  config: subdomain,
  configFiles: subdomain,
  autoscaler: subdomain,
  verticalAutoscaler: subdomain,
  disruptionBudget: subdomain,
  networkPolicy: subdomain,
  serviceAccount: subdomain,
  route: subdomain,
  monitor: subdomain,
});

/** Right ones only: an override is the way to what the library would not write, and no promise is made for it. */
const overrides: Values = mostly(
  pick(
    { Deployment: { metadata: { annotations: { 'example.com/a': 'b' } } } },
    { Deployment: { spec: { paused: true, template: { spec: { terminationGracePeriodSeconds: 3600 } } } } },
    { Service: { spec: { sessionAffinity: 'ClientIP' } }, Deployment: { spec: { minReadySeconds: 7 } } },
  ),
  { Deploymnet: { spec: {} } },
  { Deployment: { spec: { replica: null } } },
  { Service: 3 },
);

const independent = propsOf<ModelServiceProps>(
  {
    image,
    server,
    compute,
    model,
    replicas: whole(0, 12, -1, 1.5),
    autoscaling,
    verticalAutoscaling,
    startup: seconds(30, 7200, 0),
    probes,
    drain: seconds(30, 900, 0),
    rollout,
    exposure,
    access,
    disruption,
    spread,
    monitoring,
    identity,
    config: env,
    configFiles: files,
    configPath: path,
    keepOldConfig: fc.boolean(),
    configMaps: list(call('kplus.ConfigMap', pick(SCOPE), subdomain)),
    env,
    secrets: list(secret),
    sidecars: list(sidecar),
    cache,
    volumes: list(volume),
    sharedMemory: bytes(10, 200),
    security,
    nodeSelector: map(key, labelValue),
    tolerations: list(toleration),
    priorityClassName: subdomain,
    runtimeClassName: subdomain,
    imagePullSecrets: list(subdomain),
    name: label(),
    names,
    labels,
    annotations,
    podAnnotations: annotations,
    overrides,
  },
  ['image', 'server', 'compute'],
);

type Given = { [prop: string]: any };

/**
 * Leaves out what other props make wrong: with every prop chosen by itself, one set in five would be right, and the API
 * server would see little.
 */
function coherent(props: Given): Given {
  const { server, autoscaling, monitoring, sidecars = [], cache, ...rest } = props;
  const kind = server.call.split('.')[1];
  const forGpus = ['vllm', 'sglang', 'nim'].includes(kind);
  const compute = forGpus ? { gpu: { call: 'Gpu.nvidia', args: [] }, ...rest.compute } : rest.compute;
  const model =
    rest.model ?? (FROM_A_MODEL.includes(kind) ? { call: 'ModelSource.inImage', args: ['/models/a'] } : undefined);
  const measured = !['http', 'fastApi', 'tensorflowServing', 'custom'].includes(kind) || server.args[0].metricsPath;
  const settled: Given = {
    ...rest,
    server,
    compute,
    model,
    autoscaling,
    replicas: autoscaling ? undefined : rest.replicas,
    verticalAutoscaling: autoscaling || compute.gpu ? undefined : rest.verticalAutoscaling,
    monitoring: measured ? monitoring : undefined,
    sidecars: sidecars.length > 0 ? sidecars.slice(0, 1) : undefined,
    cache: forGpus ? cache : undefined,
  };
  return Object.fromEntries(Object.entries(settled).filter(([, value]) => value !== undefined));
}

const FROM_A_MODEL = ['vllm', 'sglang', 'triton', 'tensorflowServing', 'mlServer'];

/** Random props of a ModelService. */
export const arbitraryServiceProps: Values = fc.oneof(
  { weight: 6, arbitrary: independent.map((props) => coherent(props as Given)) },
  { weight: 1, arbitrary: independent },
);
