import { defaultsTable } from '../defaults-table';

export const HTTP_SERVER = defaultsTable('HttpServerOptions', { https: false });
export const FAST_API = defaultsTable('FastApiOptions', { port: 8000, healthPath: '/health', workers: 1 });
export const VLLM = defaultsTable('VllmOptions', { port: 8000, needsGpu: true });
export const SGLANG = defaultsTable('SglangOptions', { port: 30000, needsGpu: true });
export const TRITON = defaultsTable('TritonOptions', {
  port: 8000,
  grpcPort: 8001,
  metricsPort: 8002,
  needsGpu: false,
  exitOnError: true,
});
export const TENSORFLOW_SERVING = defaultsTable('TensorFlowServingOptions', { port: 8501, grpcPort: 8500 });
export const ML_SERVER = defaultsTable('MlServerOptions', { port: 8080, grpcPort: 8081, metricsPort: 8082 });
export const NIM = defaultsTable('NimOptions', { port: 8000, cachePath: '/opt/nim/.cache' });
export const CUSTOM_SERVER = defaultsTable('CustomServerOptions', { home: '/tmp', needsGpu: false });
export const WRITABLE_PATH = defaultsTable('WritablePathProps', { cache: false, sizeLimit: '1Gi' });
