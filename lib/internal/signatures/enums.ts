// Made by scripts/signatures.ts from the exported API: change that, then run the script.
/** The members of each enum. */
export const ENUMS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  Cloud: { GENERIC: 'generic', GKE: 'gke', EKS: 'eks', AKS: 'aks' },
  ConcurrencyPolicy: { ALLOW: 'Allow', FORBID: 'Forbid', REPLACE: 'Replace' },
  Delivery: { KUBECTL: 'kubectl', ARGO_CD: 'argo-cd', FLUX: 'flux' },
  DnsPolicy: { CLUSTER_FIRST: 'ClusterFirst', DEFAULT: 'Default', NONE: 'None' },
  ExternalTraffic: { CLUSTER: 'Cluster', LOCAL: 'Local' },
  GpuSharing: { TIME_SHARING: 'time-sharing', MPS: 'mps' },
  HostPathType: {
    DIRECTORY: 'Directory',
    DIRECTORY_OR_CREATE: 'DirectoryOrCreate',
    FILE: 'File',
    SOCKET: 'Socket',
    CHAR_DEVICE: 'CharDevice',
  },
  MetricsAdapter: { PROMETHEUS: 'prometheus', GOOGLE: 'google' },
  PodSecurityLevel: { RESTRICTED: 'restricted', BASELINE: 'baseline', PRIVILEGED: 'privileged' },
  PullPolicy: { ALWAYS: 'Always', IF_NOT_PRESENT: 'IfNotPresent', NEVER: 'Never' },
  ScalingChoice: { FASTEST: 'Max', SLOWEST: 'Min', NEVER: 'Disabled' },
  VerticalResource: { CPU: 'cpu', MEMORY: 'memory' },
  VerticalValues: { REQUESTS_AND_LIMITS: 'RequestsAndLimits', REQUESTS_ONLY: 'RequestsOnly' },
  VolumeAccess: {
    READ_WRITE_ONCE: 'ReadWriteOnce',
    READ_WRITE_MANY: 'ReadWriteMany',
    READ_ONLY_MANY: 'ReadOnlyMany',
    READ_WRITE_ONCE_POD: 'ReadWriteOncePod',
  },
  YamlOutputType: { FILE_PER_APP: 0, FILE_PER_CHART: 1, FILE_PER_RESOURCE: 2, FOLDER_PER_CHART_FILE_PER_RESOURCE: 3 },
};
