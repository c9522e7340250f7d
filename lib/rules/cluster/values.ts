import { own, text } from '../../internal/json';

/**
 * Fields that take one of a few words, in the shape of the objects that have them; `*` is every entry of a list. The OpenAPI
 * of Kubernetes has no enums, so these are from the API reference: https://kubernetes.io/docs/reference/kubernetes-api/
 */
export interface ValueTree {
  readonly [field: string]: ValueTree | readonly string[];
}

const PROTOCOL = ['TCP', 'UDP', 'SCTP'];
const PROFILE = { type: ['RuntimeDefault', 'Localhost', 'Unconfined'] };
const SCHEME = { httpGet: { scheme: ['HTTP', 'HTTPS'] } };
const NODE_OPERATOR = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];
const LABEL_OPERATOR = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const NODE_TERM = { matchExpressions: { '*': { operator: NODE_OPERATOR } } };
const POD_TERM = { labelSelector: { matchExpressions: { '*': { operator: LABEL_OPERATOR } } } };
const POD_AFFINITY = {
  requiredDuringSchedulingIgnoredDuringExecution: { '*': POD_TERM },
  preferredDuringSchedulingIgnoredDuringExecution: { '*': { podAffinityTerm: POD_TERM } },
};
const ACCESS_MODES = { '*': ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'] };
const CLAIM = { accessModes: ACCESS_MODES, volumeMode: ['Filesystem', 'Block'] };
const HOST_PATH = ['', 'DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];

export const POD_VALUES: ValueTree = {
  restartPolicy: ['Always', 'OnFailure', 'Never'],
  dnsPolicy: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
  preemptionPolicy: ['PreemptLowerPriority', 'Never'],
  os: { name: ['linux', 'windows'] },
  securityContext: {
    fsGroupChangePolicy: ['OnRootMismatch', 'Always'],
    supplementalGroupsPolicy: ['Merge', 'Strict'],
    seccompProfile: PROFILE,
    appArmorProfile: PROFILE,
  },
  topologySpreadConstraints: {
    '*': {
      whenUnsatisfiable: ['DoNotSchedule', 'ScheduleAnyway'],
      nodeAffinityPolicy: ['Honor', 'Ignore'],
      nodeTaintsPolicy: ['Honor', 'Ignore'],
      labelSelector: { matchExpressions: { '*': { operator: LABEL_OPERATOR } } },
    },
  },
  tolerations: {
    '*': {
      // Lt and Gt came with 1.35
      operator: ['Exists', 'Equal', 'Lt', 'Gt'],
      effect: ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'],
    },
  },
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: { '*': NODE_TERM } },
      preferredDuringSchedulingIgnoredDuringExecution: { '*': { preference: NODE_TERM } },
    },
    podAffinity: POD_AFFINITY,
    podAntiAffinity: POD_AFFINITY,
  },
  volumes: { '*': { hostPath: { type: HOST_PATH }, ephemeral: { volumeClaimTemplate: { spec: CLAIM } } } },
};

export const CONTAINER_VALUES: ValueTree = {
  imagePullPolicy: ['Always', 'IfNotPresent', 'Never'],
  terminationMessagePolicy: ['File', 'FallbackToLogsOnError'],
  ports: { '*': { protocol: PROTOCOL } },
  volumeMounts: {
    '*': {
      mountPropagation: ['None', 'HostToContainer', 'Bidirectional'],
      recursiveReadOnly: ['Disabled', 'IfPossible', 'Enabled'],
    },
  },
  resizePolicy: { '*': { restartPolicy: ['NotRequired', 'RestartContainer'] } },
  securityContext: { procMount: ['Default', 'Unmasked'], seccompProfile: PROFILE, appArmorProfile: PROFILE },
  startupProbe: SCHEME,
  readinessProbe: SCHEME,
  livenessProbe: SCHEME,
  lifecycle: { preStop: SCHEME, postStart: SCHEME },
};

const JOB: ValueTree = {
  completionMode: ['NonIndexed', 'Indexed'],
  podReplacementPolicy: ['TerminatingOrFailed', 'Failed'],
  podFailurePolicy: {
    rules: {
      '*': { action: ['FailJob', 'FailIndex', 'Ignore', 'Count'], onExitCodes: { operator: ['In', 'NotIn'] } },
    },
  },
};
const RETENTION = { whenDeleted: ['Retain', 'Delete'], whenScaled: ['Retain', 'Delete'] };
const HPA_TARGET = { target: { type: ['Utilization', 'Value', 'AverageValue'] } };
const SCALING = {
  selectPolicy: ['Max', 'Min', 'Disabled'],
  policies: { '*': { type: ['Pods', 'Percent'] } },
};
const PEER_PORTS = { '*': { ports: { '*': { protocol: PROTOCOL } } } };

/** By `group/Kind`, from the object's `spec`. */
export const SPEC_VALUES: Readonly<Record<string, ValueTree>> = {
  '/Service': {
    type: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
    sessionAffinity: ['None', 'ClientIP'],
    externalTrafficPolicy: ['Cluster', 'Local'],
    internalTrafficPolicy: ['Cluster', 'Local'],
    ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
    ipFamilies: { '*': ['IPv4', 'IPv6'] },
    trafficDistribution: ['PreferClose', 'PreferSameZone', 'PreferSameNode'],
    ports: { '*': { protocol: PROTOCOL } },
  },
  '/PersistentVolumeClaim': CLAIM,
  '/PersistentVolume': { ...CLAIM, persistentVolumeReclaimPolicy: ['Retain', 'Delete', 'Recycle'] },
  '/LimitRange': { limits: { '*': { type: ['Container', 'Pod', 'PersistentVolumeClaim'] } } },
  '/ResourceQuota': {
    scopes: {
      '*': [
        'Terminating',
        'NotTerminating',
        'BestEffort',
        'NotBestEffort',
        'PriorityClass',
        'CrossNamespacePodAffinity',
        'VolumeAttributesClass',
      ],
    },
  },
  'apps/Deployment': { strategy: { type: ['RollingUpdate', 'Recreate'] } },
  'apps/DaemonSet': { updateStrategy: { type: ['RollingUpdate', 'OnDelete'] } },
  'apps/StatefulSet': {
    updateStrategy: { type: ['RollingUpdate', 'OnDelete'] },
    podManagementPolicy: ['OrderedReady', 'Parallel'],
    persistentVolumeClaimRetentionPolicy: RETENTION,
    volumeClaimTemplates: { '*': { spec: CLAIM } },
  },
  'batch/Job': JOB,
  'batch/CronJob': { concurrencyPolicy: ['Allow', 'Forbid', 'Replace'], jobTemplate: { spec: JOB } },
  'policy/PodDisruptionBudget': { unhealthyPodEvictionPolicy: ['IfHealthyBudget', 'AlwaysAllow'] },
  'networking.k8s.io/Ingress': {
    rules: { '*': { http: { paths: { '*': { pathType: ['Exact', 'Prefix', 'ImplementationSpecific'] } } } } },
  },
  'networking.k8s.io/NetworkPolicy': {
    policyTypes: { '*': ['Ingress', 'Egress'] },
    ingress: PEER_PORTS,
    egress: PEER_PORTS,
  },
  'autoscaling/HorizontalPodAutoscaler': {
    metrics: {
      '*': {
        type: ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'],
        resource: HPA_TARGET,
        containerResource: HPA_TARGET,
        pods: HPA_TARGET,
        object: HPA_TARGET,
        external: HPA_TARGET,
      },
    },
    behavior: { scaleUp: SCALING, scaleDown: SCALING },
  },
};

/** A value that is none of those that its field takes. */
export interface WrongValue {
  readonly at: string;
  readonly got: string;
  readonly values: readonly string[];
}

/** Adds the wrong values below `value`. What is no text is left to the schema. */
export function addWrongValues(value: unknown, tree: ValueTree, path: string, found: WrongValue[]): void {
  if (hasWrongValue(value, tree)) addBelow(value, tree, path, found);
}

type Rule = ValueTree | readonly string[];

/** The same question without paths, which nearly all objects answer with no. */
function hasWrongValue(value: unknown, rule: Rule): boolean {
  if (Array.isArray(rule)) return typeof value === 'string' && !rule.includes(value);
  if (typeof value !== 'object' || value === null) return false;
  for (const [field, below] of fieldsOf(rule as ValueTree))
    if (field === '*') {
      if (Array.isArray(value) && value.some((entry) => hasWrongValue(entry, below))) return true;
    } else {
      const inner: unknown = (value as Record<string, unknown>)[field];
      if (inner !== undefined && hasWrongValue(inner, below)) return true;
    }
  return false;
}

const fields = new Map<ValueTree, readonly (readonly [string, Rule])[]>();

/** The entries of a tree, made once. */
function fieldsOf(tree: ValueTree): readonly (readonly [string, Rule])[] {
  const known = fields.get(tree);
  if (known) return known;
  const made = Object.entries(tree);
  fields.set(tree, made);
  return made;
}

function addBelow(value: unknown, rule: Rule, at: string, found: WrongValue[]): void {
  if (Array.isArray(rule)) {
    if (typeof value === 'string' && !rule.includes(value)) found.push({ at, got: value, values: rule });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [field, below] of fieldsOf(rule as ValueTree))
    if (field !== '*') addBelow((value as Record<string, unknown>)[field], below, `${at}.${field}`, found);
    else if (Array.isArray(value))
      for (const [i, entry] of value.entries())
        addBelow(entry, below, `${at}[${text(own(entry, 'name')) || i}]`, found);
}
