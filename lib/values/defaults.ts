import { Duration } from 'cdk8s';
import { PullPolicy } from './sources/options';

const table = <T extends Record<string, unknown>>(struct: string, values: T) => ({ struct, values }) as const;

/** The literal defaults of values; a test compares them with the `@default` tags. */
export const NVIDIA_GPU = table('NvidiaGpuOptions', { count: 1, spot: false });
export const NVIDIA_SHARED_GPU = table('NvidiaSharedGpuOptions', { spot: false });
export const AMD_GPU = table('AmdGpuOptions', { count: 1 });
export const INTEL_GPU = table('IntelGpuOptions', { count: 1 });

export const FAST_API = table('FastApiOptions', { port: 8000, healthPath: '/health', workers: 1 });
export const VLLM = table('VllmOptions', { port: 8000 });
export const SGLANG = table('SglangOptions', { port: 30000 });
export const TRITON = table('TritonOptions', {
  port: 8000,
  grpcPort: 8001,
  metricsPort: 8002,
  needsGpu: false,
  exitOnError: true,
});
export const TENSORFLOW_SERVING = table('TensorFlowServingOptions', { modelName: 'model', port: 8501, grpcPort: 8500 });
export const ML_SERVER = table('MlServerOptions', { port: 8080, grpcPort: 8081, metricsPort: 8082 });
export const NIM = table('NimOptions', { port: 8000, cachePath: '/opt/nim/.cache' });
export const CUSTOM_SERVER = table('CustomServerOptions', { home: '/tmp', needsGpu: false });
export const WRITABLE_PATH = table('WritablePathProps', { cache: false, sizeLimit: '1Gi' });

export const MODEL_SOURCE = table('ModelSourceOptions', { mountPath: '/models' });
export const DOWNLOAD = table('DownloadOptions', { cpu: '500m' });
export const S3_MODEL = table('S3ModelOptions', { anonymous: false });
export const GCS_MODEL = table('GcsModelOptions', { anonymous: false });
export const OCI_IMAGE_MODEL = table('OciImageModelOptions', { pullPolicy: PullPolicy.IF_NOT_PRESENT });

export const EXTERNAL_SECRET = table('ExternalSecretOptions', { clusterStore: false, refresh: Duration.hours(1) });
