/** The literal defaults of `ModelService`; a test compares them with the `@default` tags and with what is emitted. */
export const MODEL_SERVICE_DEFAULTS = {
  struct: 'ModelServiceProps',
  values: {
    configPath: '/etc/model-server',
    keepOldConfig: true,
  },
} as const;

/** The literal defaults of `ModelServiceNames`. */
export const MODEL_SERVICE_NAMES_DEFAULTS = {
  struct: 'ModelServiceNames',
  values: {
    container: 'server',
  },
} as const;

/** What containers are taken to use of a node's disk, where nobody says it. */
export const DISK = {
  /**
   * The kubelet keeps 5 files of 10Mi of each container unless told otherwise (containerLogMaxFiles, containerLogMaxSize;
   * https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/).
   */
  logs: '50Mi',
  /** A folder such as /tmp whose size nobody stated, a root that is writable: its limit guards the node, and is no forecast. */
  unsized: '50Mi',
  /**
   * In limits, above what the volumes may hold: for logs, which some clusters keep 50Mi x 5 of, twice after a restart, and
   * which the kubelet rotates only every 10 s; for config maps, which the kubelet counts too; for containers that admission
   * adds to the pod, which bring no limit.
   */
  headroom: '1Gi',
  /**
   * A folder that may hold more, and of which nobody knows how much it will (a compile cache may hold 100Gi), has the pod go
   * without a limit: one made of such bounds would stop nothing, and be refused where a LimitRange has a maximum.
   */
  scratch: '1Gi',
} as const;

/** Without autoscaling: two replicas survive the loss of a node; a second GPU is a cost that the user decides on. */
export const DEFAULT_REPLICAS = { cpu: 2, gpu: 1 } as const;
