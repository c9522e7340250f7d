/**
 * By which fields the entries of a list are told apart, in the notation of lib/internal/override/notation.ts:
 * `name/port,protocol=TCP` is by name, or else by port and protocol, which is TCP where it is not given.
 */
import type { RawSchema } from './model';

/** Keys that the API server fills in: https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
const DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

/** The keys of a list, as its own schema says; empty where the list is one value. */
export function declaredKeys(list: RawSchema, item: RawSchema): string {
  const merged = list['x-kubernetes-patch-merge-key'];
  const all = list['x-kubernetes-list-map-keys'] ?? (merged === undefined ? [] : [merged]);
  if (all.length === 0) return '';
  const keys = all.map((key) => (key in DEFAULTS ? `${key}=${DEFAULTS[key]}` : key)).join(',');
  const hasDefault = all.some((key) => key in DEFAULTS);
  // ports have names that are unique in their list
  if (hasDefault && item.properties?.name) return `name/${keys}`;
  // kubectl merges by the first key alone: enough where it finds one entry
  return merged !== undefined && all.length > 1 && !hasDefault ? `${keys}/${merged}` : keys;
}

/** The keys of lists of pods, by field, for definitions of custom resources that do not repeat them. */
const OF_PODS: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  resourceClaims: 'name',
  topologySpreadConstraints: 'topologyKey,whenUnsatisfiable/topologyKey',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

/** Keys that no schema says, by the end of the path: the controllers take these fields as unique. */
const OF_CUSTOM: readonly (readonly [RegExp, string])[] = [
  [/^argoproj\.io .*\.(templates|sidecars)$/, 'name'],
  [/^argoproj\.io .*\.(dryRun|measurementRetention)$/, 'metricName'],
  [/^argoproj\.io .*prometheus\.labels$/, 'key'],
  [/^autoscaling\.k8s\.io .*\.containerPolicies$/, 'containerName'],
  [/^batch\.volcano\.sh .*\.tasks$/, 'name'],
  [/^external-secrets\.io .*spec\.data$/, 'secretKey'],
  [/^grafana\.integreatly\.org .*\.datasources$/, 'inputName'],
  // parameters are unique, while several may come from one Secret, of one name
  [/^keda\.sh .*\.(configMapTargetRef|secretTargetRef|env|secrets)$/, 'parameter'],
  [/^ray\.io .*\.workerGroupSpecs$/, 'groupName'],
  [/^scheduling\.volcano\.sh .*\.(subGroupPolicy|extendClusters)$/, 'name'],
  // one format in several versions
  [/^serving\.kserve\.io .*\.supportedModelFormats$/, 'name,version/name'],
];

/** Lists whose entries have a name that is not theirs alone: references, and what may be repeated. */
const NOT_BY_NAME = /\.(gatewayRefs|headers|add|set|cookies|dimensions)$/;

/** The keys of a list of a custom resource; what is named, and must be, is told apart by its name. */
export function customKeys(list: RawSchema, path: string, field: string): string {
  const item = list.items!;
  if (list['x-kubernetes-list-type'] === 'atomic') return '';
  const declared = declaredKeys(list, item);
  if (declared !== '') return declared;
  const found = OF_CUSTOM.find(([pattern]) => pattern.test(path))?.[1] ?? OF_PODS[field];
  const names = found?.split(/[,/]/) ?? [];
  if (names.length > 0 && names.every((name) => item.properties?.[name])) return found!;
  const isNamed = item.required?.includes('name') && item.properties?.name?.type === 'string';
  return isNamed && !NOT_BY_NAME.test(path) ? 'name' : '';
}

/** Fields that the API server wants of each entry of a list, though the schema has them optional: an image, the pods of a task. */
const NEEDED =
  /^core v1\.(Container|EphemeralContainer)\.image$|\.(containers|initContainers|sidecars|tasks)\.(image|template)$/;

/** Whether a new entry of a list is incomplete without the field, given with the file and the type before it. */
export function isNeeded(path: string): boolean {
  return NEEDED.test(path);
}
