// Made by scripts/signatures.ts from the exported API: change that, then run the script.
/** Props: `?` may be left out, `[]` is a list, `{}` a map, `...` takes over. */
export const STRUCTS: Readonly<Record<string, string>> = {
  AksIdentityOptions: '...DedicatedIdentityOptions; clientId: string; tenantId?: string',
  AmdGpuOptions: 'count?: number',
  AppProps:
    'outdir?: string; outputFileExtension?: string; recordConstructMetadata?: boolean; resolvers?: cdk8s.IResolver[]; yamlOutputType?: YamlOutputType',
  AutoscalingOptions:
    'maxReplicas: number; minReplicas: number; initialReplicas?: number; scaleDown?: ScalingSpeed; scaleUp?: ScalingSpeed',
  CacheClaimOptions: 'size: string; access?: VolumeAccess; name?: string; protect?: boolean; storageClass?: string',
  CheckpointClaimOptions:
    '...CheckpointOptions; path: string; size: string; access?: VolumeAccess; name?: string; storageClass?: string',
  CheckpointExistingOptions: '...CheckpointOptions; path: string; access?: VolumeAccess',
  CheckpointOptions: 'env?: string; resumeEnv?: string; resumeFrom?: string; saveTime?: cdk8s.Duration',
  ClaimInputOptions: 'path: string; env?: string; subPath?: string',
  ClaimModelOptions: '...ModelSourceOptions; claimName: string; path?: string; subPath?: string',
  ClaimOutputOptions: 'path: string; access?: VolumeAccess; env?: string; subPath?: string',
  ClusterComponents:
    'argoRollouts?: string; argoWorkflows?: string; certManager?: string; jobSet?: string; keda?: string; kubeRay?: string; kueue?: string; leaderWorkerSet?: string; mpiOperator?: string; trainer?: string; trainingOperator?: string; volcano?: string; vpa?: string',
  ClusterTargetOptions:
    'apis?: string[]; cloud?: Cloud; components?: ClusterComponents; featureGates?: string[]; metricsAdapter?: MetricsAdapter',
  Compute:
    'cpu: string; memory: string; cpuLimit?: string; ephemeralStorage?: string; ephemeralStorageLimit?: string; gpu?: Gpu; memoryLimit?: string',
  ConfigMapKeyOptions: 'optional?: boolean',
  ContainerBounds:
    'cpu?: string; cpuLimit?: string; maxCpu?: string; maxMemory?: string; memory?: string; memoryLimit?: string; minCpu?: string; minMemory?: string',
  ContainerProps:
    'config?: {string}; configFiles?: {string}; configMaps?: IConfigMapObject[]; configPath?: string; env?: {string}; secrets?: SecretSource[]; variables?: {EnvValue}; volumes?: ExtraVolume[]',
  CsiVolumeOptions: '...MountOptions; attributes?: {string}; fsType?: string; secretName?: string',
  CustomDistributionOptions: 'roles: CustomRole[]',
  CustomInitContainerOptions: '...ExtraContainerOptions; beforeDownloads?: boolean; duration?: cdk8s.Duration',
  CustomRole: '...ReplicatedRole; name: string; endsRun?: boolean; env?: {RoleValue}; ports?: RolePort[]',
  CustomServerOptions:
    '...ServerArgsOptions; name: string; ports: ServerPortProps[]; readiness: HealthEndpoint; command?: string[]; drainArgs?: string[]; home?: string; keepAliveArgs?: string[]; liveness?: HealthEndpoint; metricsPath?: string; metricsPort?: string; needsGpu?: boolean; startup?: HealthEndpoint; writablePaths?: WritablePathProps[]',
  CustomSidecarOptions: '...ExtraContainerOptions; ports?: SidecarPort[]; preStop?: string[]; probes?: SidecarProbes',
  DedicatedIdentityOptions: '...TokenOptions; annotations?: {string}',
  DisruptionOptions: 'evictUnhealthy?: boolean',
  DownloadOptions: '...ModelSourceOptions; cpu?: string; image?: string; memory?: string; path?: string',
  DownloadedInputOptions: 'path: string; cacheClaim?: string; cpu?: string; env?: string; size?: string',
  DownwardApiVolumeOptions: '...MountOptions; fields?: {string}; resources?: {string}',
  DvcInputOptions:
    '...DownloadedInputOptions; image: string; repository: string; revision: string; target: string; credentials?: SecretSource; memory?: string; remote?: string; token?: SecretSource',
  EfaOptions: 'count?: number',
  EgressOptions: 'to: NetworkPeer[]; ports?: number[]',
  EksIdentityOptions: '...DedicatedIdentityOptions; roleArn: string',
  EmptyVolumeOptions: '...MountOptions; sizeLimit: string; memory?: boolean',
  EnvironmentProps: 'cluster?: ClusterTarget; delivery?: Delivery; settings?: {any}',
  EphemeralCacheOptions: 'sizeLimit: string',
  ExecProbeOptions: '...ProbeTimes; command: string[]',
  ExistingCacheOptions: 'access?: VolumeAccess',
  ExistingNamespaceProps:
    'containers?: ContainerBounds; defaultDenyEgress?: boolean; defaultDenyIngress?: boolean; name?: string; podSecurity?: PodSecurityLevel; prometheusNamespace?: string; quota?: NamespaceQuota',
  ExposureOptions: 'port?: number; serviceAnnotations?: {string}',
  ExternalMetricOptions: 'name: string; averageValue?: string; labels?: {string}; value?: string',
  ExternalSecretOptions:
    'data: RemoteRef[]; name: string; store: string; clusterStore?: boolean; env?: {string}; mountPath?: string; refresh?: cdk8s.Duration',
  ExtraContainerOptions:
    '...ContainerProps; image: string; name: string; args?: string[]; command?: string[]; compute?: Compute; mounts?: PodVolumeMount[]; readOnlyRootFilesystem?: boolean; sharedPath?: string; sharedSizeLimit?: string; user?: number; writablePaths?: string[]',
  FailureOptions: 'configErrorCodes?: number[]',
  FastApiOptions:
    '...ServerArgsOptions; app: string; healthPath?: string; livenessPath?: string; metricsPath?: string; port?: number; startupPath?: string; workers?: number',
  FetchedInputOptions: 'env?: string',
  FluentdOptions:
    'compute?: Compute; config?: string; forwardHost?: string; forwardPort?: number; image?: string; logPath?: string; logSizeLimit?: string; name?: string; pattern?: string; tag?: string',
  GatewayReference: 'name: string; namespace?: string; sectionName?: string',
  GcsModelOptions: '...DownloadOptions; uri: string; anonymous?: boolean; credentials?: SecretSource',
  GkeIdentityOptions: '...DedicatedIdentityOptions; gcpServiceAccount: string',
  GpuModelProps:
    'memoryGib: number; name: string; aksVmSizes?: string[]; gkeAccelerator?: string; karpenterMemoryMib?: number; karpenterName?: string; productLabels?: string[]',
  GrpcProbeOptions: '...ProbeTimes; port: number; service?: string',
  HardSpreadOptions: '...SpreadOptions; minDomains?: number',
  HostAlias: 'hostnames: string[]; ip: string',
  HostPathVolumeOptions: '...MountOptions; type?: HostPathType',
  HttpModelOptions: '...DownloadOptions; url: string; sha256?: string; token?: SecretSource',
  HttpProbeOptions: '...ProbeTimes; headers?: {string}; https?: boolean; path?: string; port?: number',
  HttpRouteOptions:
    '...ExposureOptions; gateway: GatewayReference; annotations?: {string}; from?: NetworkPeer[]; hostnames?: string[]; path?: string; timeout?: cdk8s.Duration',
  HttpServerOptions:
    '...ServerArgsOptions; port: number; command?: string[]; drainArg?: string; healthPath?: string; https?: boolean; keepAliveArg?: string; livenessPath?: string; metricsPath?: string; metricsPort?: number; startupPath?: string; writablePaths?: string[]',
  HuggingFaceInputOptions:
    '...DownloadedInputOptions; repository: string; revision: string; exclude?: string[]; image?: string; include?: string[]; memory?: string; token?: SecretSource',
  HuggingFaceModelOptions:
    '...DownloadOptions; repository: string; revision: string; exclude?: string[]; include?: string[]; token?: SecretSource',
  IngressOptions:
    '...ExposureOptions; host: string; annotations?: {string}; className?: string; from?: NetworkPeer[]; path?: string; timeout?: cdk8s.Duration; tlsSecret?: string',
  IntelGpuOptions: 'count?: number',
  JaxOptions: 'nodes: number; port?: number',
  KubeRayOptions: 'operatorNamespace?: string',
  KubectlFiles: 'version: string; apiVersions?: string',
  LinkOptions: 'env: string; path?: string',
  LoadBalancerOptions: '...NodePortOptions; internal?: boolean; loadBalancerClass?: string; sourceRanges?: string[]',
  MetricsAutoscalingOptions: '...AutoscalingOptions; metrics: ScalingMetric[]',
  MlAppProps:
    '...AppProps; cluster?: ClusterTarget; environment?: Environment; existing?: string[]; name?: string; rules?: boolean',
  MlNamespaceProps:
    'admins?: string[]; allowFromNamespaces?: string[]; allowWithin?: boolean; annotations?: {string}; clusterRoles?: {string[]}; containers?: ContainerBounds; defaultDenyEgress?: boolean; defaultDenyIngress?: boolean; editors?: string[]; labels?: {string}; maxClaimSize?: string; name?: string; podSecurity?: PodSecurityLevel; podSecurityAudit?: PodSecurityLevel; podSecurityVersion?: string; podSecurityWarn?: PodSecurityLevel; prometheusNamespace?: string; protect?: boolean; quota?: NamespaceQuota; serviceAccounts?: string[]; viewers?: string[]',
  MlServerOptions:
    '...ServerOptions; grpcPort?: number; implementation?: string; metricsPort?: number; modelsFolder?: string; port?: number',
  MlValidationProps: 'existing?: string[]; kubernetes?: string',
  MlflowModelOptions: '...DownloadOptions; trackingUri: string; uri: string; credentials?: SecretSource',
  ModelServiceNames:
    '...WorkloadNames; autoscaler?: string; deployment?: string; disruptionBudget?: string; monitor?: string; route?: string; service?: string; verticalAutoscaler?: string',
  ModelServicePort: 'name: string; port: number; appProtocol?: string; inService?: boolean; open?: boolean',
  ModelServiceProps:
    '...WorkloadProps; compute: Compute; image: string; server: ModelServer; autoscaling?: Autoscaling; cache?: CacheVolume; disruption?: Disruption; drain?: cdk8s.Duration; engine?: ServingEngine; exposure?: Exposure; model?: ModelSource; monitoring?: Monitoring; names?: ModelServiceNames; ports?: ModelServicePort[]; preStop?: PreStop; probes?: Probes; replicas?: number; rollout?: Rollout; spread?: Spread; startup?: cdk8s.Duration; verticalAutoscaling?: VerticalAutoscaling',
  ModelSourceOptions: 'mountPath?: string; size?: string',
  MonitorOptions: '...ScrapeOptions; interval?: cdk8s.Duration; labels?: {string}; scrapeTimeout?: cdk8s.Duration',
  MountOptions: 'mountPath: string; name?: string; readOnly?: boolean; subPath?: string',
  MpiOptions:
    'workers: ReplicatedRole; launcher?: RoleOptions; slotsPerWorker?: number; sshPath?: string; workerCommand?: string[]',
  NamespaceQuota:
    'claims?: number; cpu?: string; cpuLimit?: string; ephemeralStorage?: string; gpus?: number; hard?: {string}; jobs?: number; loadBalancers?: number; memory?: string; memoryLimit?: string; nodePorts?: number; pods?: number; storage?: string',
  NetworkAccessOptions: 'egress?: EgressOptions[]; from?: NetworkPeer[]; sameNamespace?: boolean',
  NfsVolumeOptions: '...MountOptions; path: string; server: string',
  NimOptions: '...ServerOptions; cachePath?: string; port?: number',
  NodePortOptions: '...ExposureOptions; externalTraffic?: ExternalTraffic; nodePort?: number',
  NvidiaGpuOptions: 'count?: number; model?: GpuModel; spot?: boolean',
  NvidiaMigOptions: '...NvidiaGpuOptions; profile: string',
  NvidiaSharedGpuOptions: 'maxClients?: number; model?: GpuModel; spot?: boolean; strategy?: GpuSharing',
  ObjectMetricOptions: '...ExternalMetricOptions; objectApiVersion: string; objectKind: string; objectName: string',
  OciImageModelOptions: '...ModelSourceOptions; reference: string; path?: string; pullPolicy?: PullPolicy',
  PodDns: 'nameservers?: string[]; options?: {string}; policy?: DnsPolicy; searches?: string[]',
  PodPeerOptions: 'labels: {string}; namespace?: string',
  PodProps:
    '...ContainerProps; dns?: PodDns; hostAliases?: HostAlias[]; imagePullSecrets?: string[]; nodeSelector?: {string}; podAnnotations?: {string}; podLabels?: {string}; priorityClassName?: string; runtimeClassName?: string; security?: PodSecurity; sharedMemory?: string; tolerations?: Toleration[]',
  PodSecurityOptions: 'readOnlyRootFilesystem?: boolean; supplementalGroups?: number[]',
  PodUser: '...PodSecurityOptions; group?: number; user?: number',
  PodVolumeMount: 'mountPath: string; volume: string; readOnly?: boolean',
  PreStopCommandOptions: 'atMost?: cdk8s.Duration',
  PreStopHttpOptions: '...PreStopCommandOptions; path: string; https?: boolean; port?: number',
  ProbeTimes:
    'failureThreshold?: number; initialDelay?: cdk8s.Duration; period?: cdk8s.Duration; timeout?: cdk8s.Duration',
  Probes: 'liveness?: Probe; readiness?: Probe; startup?: Probe',
  ProjectedKeysOptions: 'files?: {string}',
  ProjectedTokenOptions: 'file: string; audience?: string; expiration?: cdk8s.Duration',
  PyTorchOptions: 'nodes: number; maxRestarts?: number; minNodes?: number; port?: number; processesPerNode?: number',
  QueueOptions: 'near?: string; nearIsRequired?: boolean; priority?: string',
  RayOptions: 'workers: ReplicatedRole; head?: RoleOptions; version?: string',
  RdmaOptions: 'resource: string; adapters?: string[]; count?: number; socketInterface?: string',
  ReadByServerOptions: 'uri: string; credentials?: SecretSource; endpoint?: string; region?: string; size?: string',
  RelaxedSecurity:
    'reason: string; capabilities?: string[]; group?: number; readOnlyRootFilesystem?: boolean; supplementalGroups?: number[]; user?: number',
  RemoteRef: 'key: string; remoteKey: string; property?: string; version?: string',
  ReplacePodsOptions: '...FailureOptions; maxReplacements?: number',
  ReplicatedRole: '...RoleOptions; replicas: number',
  ResourceValueOptions: 'divisor?: string',
  RestartGangOptions: '...FailureOptions; maxRestarts?: number',
  RoleOptions:
    'args?: string[]; command?: string[]; compute?: Compute; image?: string; nodeSelector?: {string}; tolerations?: Toleration[]',
  RolePort: 'name: string; port: number',
  RollingOptions: '...RolloutOptions; maxSurge?: number; maxUnavailable?: number; spareGpus?: number',
  RollingPercentOptions: '...RolloutOptions; maxSurge?: number; maxUnavailable?: number',
  RolloutOptions: 'minReady?: cdk8s.Duration; progressDeadline?: cdk8s.Duration; revisionHistoryLimit?: number',
  S3ModelOptions:
    '...DownloadOptions; uri: string; anonymous?: boolean; credentials?: SecretSource; endpoint?: string; region?: string',
  ScalingSpeed:
    'choice?: ScalingChoice; maxPercent?: number; maxPods?: number; period?: cdk8s.Duration; stabilization?: cdk8s.Duration; tolerancePercent?: number',
  ScheduleOptions:
    'timeZone: string; concurrency?: ConcurrencyPolicy; failedHistory?: number; starterImage?: string; startingDeadline?: cdk8s.Duration; successfulHistory?: number; suspended?: boolean',
  ScrapeOptions: 'prometheusNamespace?: string',
  SecretOptions: 'env?: {string}; keys?: string[]; mountPath?: string',
  ServerArgsOptions: '...ServerOptions; args?: string[]',
  ServerOptions: 'env?: {string}; group?: number; user?: number',
  ServerPortProps: 'name: string; port: number; appProtocol?: string',
  SglangOptions:
    '...ServerArgsOptions; contextLength?: number; needsGpu?: boolean; port?: number; servedModelName?: string',
  SidecarPort: 'name: string; port: number; open?: boolean',
  SidecarProbes: 'liveness?: Probe; readiness?: Probe; startup?: Probe',
  SpreadOptions: 'maxSkew?: number; topologyKeys?: string[]',
  StoreOutputOptions: 'env: string',
  TcpProbeOptions: '...ProbeTimes; port?: number',
  TensorFlowOptions:
    'chief?: ReplicatedRole; evaluator?: ReplicatedRole; parameterServers?: ReplicatedRole; port?: number; workers?: ReplicatedRole',
  TensorFlowServingOptions:
    '...ServerArgsOptions; grpcPort?: number; modelBasePath?: string; modelConfigFile?: string; modelName?: string; monitoringConfigFile?: string; port?: number',
  TokenOptions: 'mountToken?: boolean',
  Toleration: 'key: string; effect?: string; value?: string',
  TrackingOptions: 'env?: string; experiment?: string',
  TrainerOptions: 'runtime?: TrainingRuntime',
  TrainingJobNames: '...WorkloadNames; checkpoints?: string',
  TrainingJobProps:
    '...WorkloadProps; compute: Compute; image: string; args?: string[]; checkpoints?: Checkpoints; cleanup?: Cleanup; command?: string[]; deadline?: cdk8s.Duration; distribution?: Distribution; engine?: TrainingEngine; fabric?: Fabric; failure?: FailurePolicy; inputs?: TrainingInput[]; names?: TrainingJobNames; outputs?: TrainingOutput[]; queue?: Queue; run?: Run; schedule?: Schedule; tracking?: Tracking',
  TritonOptions:
    '...ServerArgsOptions; exitOnError?: boolean; grpcPort?: number; metricsPort?: number; modelRepository?: string; needsGpu?: boolean; port?: number',
  UtilizationAutoscalingOptions: '...AutoscalingOptions; utilization: number',
  VerticalAutoscalingOptions:
    'maxCpu?: string; maxMemory?: string; minCpu?: string; minMemory?: string; minReplicas?: number; resources?: VerticalResource[]; values?: VerticalValues',
  VllmOptions:
    '...ServerArgsOptions; gpuMemoryUtilization?: number; maxModelLength?: number; needsGpu?: boolean; port?: number; servedModelName?: string; version?: string',
  WorkloadNames:
    'config?: string; configFiles?: string; container?: string; networkPolicy?: string; serviceAccount?: string',
  WorkloadProps:
    '...PodProps; access?: NetworkAccess; annotations?: {string}; expects?: string[]; identity?: Identity; initContainers?: InitContainer[]; keepOldConfig?: boolean; labels?: {string}; links?: Link[]; name?: string; overrides?: {any}; sidecars?: Sidecar[]',
  WritablePathProps: 'path: string; cache?: boolean; sizeLimit?: string',
  XgboostOptions: 'nodes: number; port?: number',
};
