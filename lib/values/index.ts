export { IConfigMapObject, IPolicyPeer, ISecretObject, IServiceAccountObject } from './cdk8s-plus';
export { ClusterComponents } from './cluster-components';
export { Cloud, ClusterTarget, ClusterTargetOptions, MetricsAdapter } from './cluster-target';
export { Compute } from './compute/compute';
export { Distribution } from './distribution/distribution';
export {
  CustomDistributionOptions,
  CustomRole,
  JaxOptions,
  MpiOptions,
  PyTorchOptions,
  RayOptions,
  ReplicatedRole,
  RoleOptions,
  RolePort,
  TensorFlowOptions,
  XgboostOptions,
} from './distribution/options';
export { RoleValue } from './distribution/role-value';
export { EnvValue } from './env-value/env-value';
export { ConfigMapKeyOptions, ResourceValueOptions } from './env-value/options';
export { Delivery, Environment, EnvironmentProps } from './environment';
export { Gpu } from './gpu/gpu';
export { GpuModel } from './gpu/gpu-model';
export { GpuModelProps } from './gpu/model-options';
export {
  AmdGpuOptions,
  GpuSharing,
  IntelGpuOptions,
  NvidiaGpuOptions,
  NvidiaMigOptions,
  NvidiaSharedGpuOptions,
} from './gpu/options';
export { KubectlFiles } from './kubectl-files';
export { PodSecurityOptions, PodUser, RelaxedSecurity } from './pod-security/options';
export { PodSecurity } from './pod-security/pod-security';
export { ExecProbeOptions, GrpcProbeOptions, HttpProbeOptions, ProbeTimes, TcpProbeOptions } from './probe/options';
export { Probe } from './probe/probe';
export { Probes } from './probe/probes';
export { ExternalSecretOptions, RemoteRef, SecretOptions } from './secret/options';
export { SecretSource } from './secret/secret-source';
export { CustomServerOptions, ServerPortProps, WritablePathProps } from './servers/custom';
export { FastApiOptions } from './servers/fastapi';
export { HealthEndpoint } from './servers/health-endpoint';
export { HttpServerOptions } from './servers/http';
export { MlServerOptions } from './servers/mlserver';
export { ModelServer } from './servers/model-server';
export { NimOptions } from './servers/nim';
export { ServerArgsOptions, ServerOptions } from './servers/options';
export { SglangOptions } from './servers/sglang';
export { TensorFlowServingOptions } from './servers/tensorflow-serving';
export { TritonOptions } from './servers/triton';
export { VllmOptions } from './servers/vllm';
export { ModelSource } from './sources/model-source';
export {
  ClaimModelOptions,
  DownloadOptions,
  GcsModelOptions,
  HttpModelOptions,
  HuggingFaceModelOptions,
  MlflowModelOptions,
  ModelSourceOptions,
  OciImageModelOptions,
  PullPolicy,
  ReadByServerOptions,
  S3ModelOptions,
} from './sources/options';
export { Toleration } from './toleration';
export { ExtraVolume } from './volume/extra-volume';
export {
  CsiVolumeOptions,
  DownwardApiVolumeOptions,
  EmptyVolumeOptions,
  HostPathType,
  HostPathVolumeOptions,
  MountOptions,
  NfsVolumeOptions,
} from './volume/options';
export { Projection } from './volume/projection';
export { ProjectedKeysOptions, ProjectedTokenOptions } from './volume/projection-options';
