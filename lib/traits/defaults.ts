import { Duration } from 'cdk8s';

/**
 * Literal defaults of the options of traits; a test compares them with the `@default` tags. Defaults that depend on the
 * workload (GPUs, exposure, replicas) are in the plans.
 */

export const SCALING_SPEED_DEFAULTS = { struct: 'ScalingSpeed', values: { choice: 'Max' } } as const;

export const ROLLING_DEFAULTS = { struct: 'RollingOptions', values: { spareGpus: 0 } } as const;

export const EXPOSURE_DEFAULTS = { struct: 'ExposureOptions', values: { port: 80 } } as const;

export const INGRESS_DEFAULTS = { struct: 'IngressOptions', values: { path: '/' } } as const;

export const HTTP_ROUTE_DEFAULTS = { struct: 'HttpRouteOptions', values: { path: '/' } } as const;

export const NETWORK_ACCESS_DEFAULTS = { struct: 'NetworkAccessOptions', values: { sameNamespace: true } } as const;

export const DISRUPTION_DEFAULTS = { struct: 'DisruptionOptions', values: { evictUnhealthy: true } } as const;

export const SPREAD_DEFAULTS = { struct: 'SpreadOptions', values: { maxSkew: 1 } } as const;

export const TOKEN_DEFAULTS = { struct: 'TokenOptions', values: { mountToken: false } } as const;

export const EXTRA_CONTAINER_DEFAULTS = {
  struct: 'ExtraContainerOptions',
  values: { sharedSizeLimit: '1Gi', readOnlyRootFilesystem: true },
} as const;

export const PRE_STOP_COMMAND_DEFAULTS = {
  struct: 'PreStopCommandOptions',
  // that of the kubelet for a whole pod: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  values: { atMost: Duration.seconds(30) },
} as const;

export const PRE_STOP_HTTP_DEFAULTS = { struct: 'PreStopHttpOptions', values: { https: false } } as const;

export const SIDECAR_PORT_DEFAULTS = { struct: 'SidecarPort', values: { open: false } } as const;

export const POD_VOLUME_MOUNT_DEFAULTS = { struct: 'PodVolumeMount', values: { readOnly: true } } as const;

export const INIT_CONTAINER_DEFAULTS = {
  struct: 'CustomInitContainerOptions',
  values: { beforeDownloads: false, duration: Duration.minutes(1) },
} as const;

export const FLUENTD_DEFAULTS = {
  struct: 'FluentdOptions',
  values: {
    name: 'fluentd',
    // the official image, based on Debian with jemalloc, which the project recommends for production:
    // https://github.com/fluent/fluentd-docker-image; the preset was run on 1.16.5 and 1.19.1
    image: 'fluent/fluentd:v1.19.1-debian-1.0',
    logPath: '/var/log/app',
    pattern: '*.log',
    forwardPort: 24224,
    logSizeLimit: '1Gi',
  },
} as const;

export const CACHE_CLAIM_DEFAULTS = { struct: 'CacheClaimOptions', values: { protect: false } } as const;

export const RESTART_GANG_DEFAULTS = { struct: 'RestartGangOptions', values: { maxRestarts: 3 } } as const;

export const REPLACE_PODS_DEFAULTS = { struct: 'ReplacePodsOptions', values: { maxReplacements: 3 } } as const;

export const QUEUE_DEFAULTS = { struct: 'QueueOptions', values: { nearIsRequired: true } } as const;

export const RDMA_DEFAULTS = { struct: 'RdmaOptions', values: { count: 1 } } as const;

export const EFA_DEFAULTS = { struct: 'EfaOptions', values: { count: 1 } } as const;

export const SCHEDULE_DEFAULTS = {
  struct: 'ScheduleOptions',
  values: {
    concurrency: 'Forbid',
    startingDeadline: Duration.minutes(10),
    successfulHistory: 3,
    failedHistory: 3,
    suspended: false,
    // https://hub.docker.com/r/alpine/k8s
    starterImage: 'alpine/k8s:1.34.5',
  },
} as const;

export const CHECKPOINT_DEFAULTS = { struct: 'CheckpointOptions', values: { env: 'CHECKPOINT_DIR' } } as const;

export const TRACKING_DEFAULTS = { struct: 'TrackingOptions', values: { env: 'MLFLOW_TRACKING_URI' } } as const;
