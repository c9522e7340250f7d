import { ConfigMap } from 'cdk8s-plus-28';
import {
  Autoscaling,
  CacheVolume,
  Exposure,
  ExtraVolume,
  Gpu,
  HealthEndpoint,
  Identity,
  MlNamespace,
  ModelServer,
  ModelService,
  type ModelServiceNames,
  type ModelServiceProps,
  ModelSource,
  Monitoring,
  SecretSource,
  Sidecar,
  VerticalAutoscaling,
} from '../../../lib';
import { MINIMAL } from '../../support/service';
import { near } from './near';
import { namespace, type Row, service } from './row';

const NAMES = ['stand-in', 'a', '0a', 'a-b-1', 'x1'];
const label = near(NAMES, 63);
const subdomain = near([...NAMES, 'a.b', 'model.v1.example.com'], 253);
const STAND_IN = 'stand-in';

/** A prop that names an object in the way of DNS. */
function name(what: string, at: string, make: Row<string>['make'], more: Partial<Row<string>> = {}): Row<string> {
  return { what, at, standIn: STAND_IN, make, random: subdomain, ...more };
}

const own = (prop: keyof ModelServiceNames, props: Partial<ModelServiceProps> = {}, more: Partial<Row<string>> = {}) =>
  name(
    `names.${prop}`,
    `names.${prop}`,
    service((value: string) => ({ ...props, names: { [prop]: value } })),
    more,
  );

const METRICS = { server: ModelServer.http({ port: 8000, metricsPath: '/metrics' }) };
const CACHED = {
  server: ModelServer.vllm(),
  compute: { cpu: '4', memory: '64Gi', gpu: Gpu.nvidia() },
  model: ModelSource.inImage('/models/m'),
};
const custom = (port: string) =>
  ModelServer.custom({ name: 'own', ports: [{ name: port, port: 8000 }], readiness: HealthEndpoint.tcp(port) });

/** Names of objects, of their parts, and of what they refer to. */
export const NAME_ROWS: readonly Row[] = [
  name(
    'the name of a service',
    'name',
    service((value: string) => ({ name: value })),
    { random: label },
  ),
  name(
    'the id of a service',
    'id',
    (chart, value) => {
      new ModelService(chart, value, MINIMAL);
      return undefined;
    },
    { random: label },
  ),
  own('deployment'),
  own('service', {}, { random: label }),
  own('container', {}, { random: label }),
  own('config', { config: { A: 'b' } }),
  own('configFiles', { configFiles: { a: 'b' } }),
  own('autoscaler', { autoscaling: Autoscaling.onCpu({ minReplicas: 1, maxReplicas: 3, utilization: 70 }) }),
  own('verticalAutoscaler', { verticalAutoscaling: VerticalAutoscaling.off() }),
  own('disruptionBudget'),
  own('networkPolicy'),
  own('serviceAccount'),
  own('route', { exposure: Exposure.ingress({ host: 'a.example.com' }) }),
  own('monitor', { ...METRICS, monitoring: Monitoring.serviceMonitor() }),
  name(
    'a priority class',
    'priorityClassName',
    service((value: string) => ({ priorityClassName: value })),
  ),
  name(
    'a runtime class',
    'runtimeClassName',
    service((value: string) => ({ runtimeClassName: value })),
  ),
  name(
    'a pull secret',
    'imagePullSecrets[0]',
    service((value: string) => ({ imagePullSecrets: [value] })),
  ),
  name('a config map of others', 'configMaps[0]', (chart, value) => {
    const configMaps = [ConfigMap.fromConfigMapName(chart, 'theirs', value)];
    new ModelService(chart, 'served', { ...MINIMAL, configMaps });
    return undefined;
  }),
  name(
    'a Secret whose keys are variables',
    'secrets[0].name',
    service((value: string) => ({ secrets: [SecretSource.existing(value, { keys: ['TOKEN'] })] })),
  ),
  name(
    'a Secret whose keys are files',
    'secrets[0].name',
    service((value: string) => ({ secrets: [SecretSource.existing(value, { keys: ['k'], mountPath: '/s' })] })),
  ),
  name(
    'a store of secrets',
    'secrets[0].store',
    service((store: string) => ({
      secrets: [SecretSource.externalSecret({ name: 's', store, data: [{ key: 'A', remoteKey: 'a' }] })],
    })),
  ),
  name(
    'an ExternalSecret',
    'secrets[0].name',
    service((value: string) => ({
      secrets: [SecretSource.externalSecret({ name: value, store: 's', data: [{ key: 'A', remoteKey: 'a' }] })],
    })),
  ),
  ...(['claim', 'configMap', 'secret'] as const).map((kind) =>
    name(
      `a volume of a ${kind}`,
      'volumes[0]',
      service((value: string) => ({ volumes: [ExtraVolume[kind](value, { mountPath: '/data' })] })),
    ),
  ),
  name(
    "a volume's own name",
    'volumes[0].name',
    service((value: string) => ({ volumes: [ExtraVolume.claim('c', { mountPath: '/data', name: value })] })),
    { random: label },
  ),
  name(
    'a claim with the model',
    'model.claimName',
    service((claimName: string) => ({ model: ModelSource.claim({ claimName }) })),
  ),
  name(
    'a cache that is there',
    'cache',
    service((value: string) => ({ ...CACHED, cache: CacheVolume.existingClaim(value) })),
  ),
  name(
    'the name of the claim of a cache',
    'cache.name',
    service((value: string) => ({ ...CACHED, cache: CacheVolume.claim({ size: '1Gi', name: value }) })),
  ),
  name(
    'a storage class',
    'cache.storageClass',
    service((storageClass: string) => ({ ...CACHED, cache: CacheVolume.claim({ size: '1Gi', storageClass }) })),
  ),
  name(
    'an account that is there',
    'identity',
    service((value: string) => ({ identity: Identity.existing(value) })),
  ),
  name(
    'an ingress class',
    'exposure.className',
    service((className: string) => ({ exposure: Exposure.ingress({ host: 'a.example.com', className }) })),
  ),
  name(
    'a TLS secret',
    'exposure.tlsSecret',
    service((tlsSecret: string) => ({ exposure: Exposure.ingress({ host: 'a.example.com', tlsSecret }) })),
  ),
  name(
    'a gateway',
    'exposure.gateway.name',
    service((value: string) => ({ exposure: Exposure.httpRoute({ gateway: { name: value } }) })),
  ),
  name(
    "a gateway's namespace",
    'exposure.gateway.namespace',
    service((value: string) => ({ exposure: Exposure.httpRoute({ gateway: { name: 'g', namespace: value } }) })),
    { random: label },
  ),
  name(
    "a gateway's listener",
    'exposure.gateway.sectionName',
    service((value: string) => ({ exposure: Exposure.httpRoute({ gateway: { name: 'g', sectionName: value } }) })),
  ),
  name(
    'a sidecar',
    'sidecars[0].name',
    service((value: string) => ({ sidecars: [Sidecar.custom({ name: value, image: 'proxy:1' })] })),
    { random: near(NAMES, 50) },
  ),
  name(
    'a port',
    'server.ports[0].name',
    service((value: string) => ({ server: custom(value) })),
    {
      standIn: 'stand-in',
      random: near([...NAMES, 'http', '8080', 'grpc-1'], 15),
    },
  ),
  name(
    'a port of the same name as its health check',
    'server.ports[0].name',
    service((value: string) => ({ server: custom(value) })),
    { random: near(['a1', '1a', '11'], 15) },
  ),
  name('a namespace', 'name', (chart, value) => new MlNamespace(chart.node.root as any, 'made', { name: value }), {
    random: label,
    kinds: ['Namespace'],
  }),
  name(
    'an account of a namespace',
    'serviceAccounts',
    namespace((value: string) => ({ serviceAccounts: [value] })),
  ),
  name(
    'a namespace that may call',
    'allowFromNamespaces',
    namespace((value: string) => ({ allowFromNamespaces: [value] })),
    { random: label },
  ),
  name(
    'a ClusterRole',
    'clusterRoles',
    namespace((value: string) => ({ clusterRoles: { [value]: ['team'] } })),
    { random: near([...NAMES, 'system:aggregate-to-view', 'My_Role', 'a.b']) },
  ),
];
