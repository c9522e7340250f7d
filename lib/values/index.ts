export { Cloud, ClusterTarget, ClusterTargetOptions } from './cluster-target';
export { Compute } from './compute';
export { Environment, EnvironmentProps } from './environment';
export {
  AmdGpuOptions,
  Gpu,
  GpuSharing,
  IntelGpuOptions,
  NvidiaGpuOptions,
  NvidiaMigOptions,
  NvidiaSharedGpuOptions,
} from './gpu';
export { GpuModel, GpuModelProps } from './gpu-model';
export { KubectlFiles } from './kubectl-files';
export { ModelServer } from './model-server';
export { ModelSource } from './model-source';
export { PodSecurity, PodUser, RelaxedSecurity } from './pod-security';
export { ExecProbeOptions, GrpcProbeOptions, HttpProbeOptions, ProbeTimes, TcpProbeOptions } from './probe/options';
export { Probe } from './probe/probe';
export { Probes } from './probe/probes';
export { ExternalSecretOptions, RemoteRef, SecretOptions } from './secret-options';
export { SecretSource } from './secret-source';
export { CustomServerOptions, ServerPortProps, WritablePathProps } from './servers/custom';
export { HealthEndpoint } from './servers/endpoint';
export { FastApiOptions } from './servers/fastapi';
export { HttpServerOptions } from './servers/http';
export { MlServerOptions } from './servers/mlserver';
export { NimOptions } from './servers/nim';
export { ServerArgsOptions, ServerOptions } from './servers/options';
export { SglangOptions } from './servers/sglang';
export { TensorFlowServingOptions } from './servers/tensorflow-serving';
export { TritonOptions } from './servers/triton';
export { VllmOptions } from './servers/vllm';
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
  S3ModelOptions,
} from './sources/options';
export { Toleration } from './toleration';
export { ExtraVolume } from './volume/extra-volume';
export { EmptyVolumeOptions, MountOptions } from './volume/options';
