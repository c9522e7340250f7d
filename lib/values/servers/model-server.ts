import { checksArguments } from '../../internal/type-check';
import { type CustomServerOptions, customServer } from './custom';
import type { ServerDefinition } from './definition';
import { type FastApiOptions, fastApiServer } from './fastapi';
import { type HttpServerOptions, httpServer } from './http';
import { type MlServerOptions, mlServer } from './mlserver';
import { type NimOptions, nimServer } from './nim';
import { type SglangOptions, sglangServer } from './sglang';
import { type TensorFlowServingOptions, tensorFlowServing } from './tensorflow-serving';
import { type TritonOptions, tritonServer } from './triton';
import { type VllmOptions, vllmServer } from './vllm';

/**
 * The kind of server in an image: its ports, health endpoints, metrics, arguments, user and writable folders.
 * docs/model-servers.md has the figures of each kind, with their sources.
 *
 * @example
 * const rest = ModelServer.http({ port: 8000, healthPath: '/health' });
 * const llm = ModelServer.vllm({ maxModelLength: 16384 });
 */
export class ModelServer {
  /** Any server that speaks HTTP. */
  public static http(options: HttpServerOptions): ModelServer {
    return new ModelServer(httpServer(options));
  }

  /** A FastAPI application, run by uvicorn. */
  public static fastApi(options: FastApiOptions): ModelServer {
    return new ModelServer(fastApiServer(options));
  }

  /** vLLM's OpenAI-compatible server, for large language models on GPUs. */
  public static vllm(options: VllmOptions = {}): ModelServer {
    return new ModelServer(vllmServer(options));
  }

  /** SGLang, for large language models on GPUs. */
  public static sglang(options: SglangOptions = {}): ModelServer {
    return new ModelServer(sglangServer(options));
  }

  /** NVIDIA Triton Inference Server. */
  public static triton(options: TritonOptions = {}): ModelServer {
    return new ModelServer(tritonServer(options));
  }

  /** TensorFlow Serving. */
  public static tensorflowServing(options: TensorFlowServingOptions = {}): ModelServer {
    return new ModelServer(tensorFlowServing(options));
  }

  /** Seldon MLServer, for scikit-learn, XGBoost, LightGBM, MLflow models and others. */
  public static mlServer(options: MlServerOptions = {}): ModelServer {
    return new ModelServer(mlServer(options));
  }

  /** NVIDIA NIM for large language models. */
  public static nim(options: NimOptions = {}): ModelServer {
    return new ModelServer(nimServer(options));
  }

  /** Any other server. */
  public static custom(options: CustomServerOptions): ModelServer {
    return new ModelServer(customServer(options));
  }

  /** @internal */
  public readonly _definition: ServerDefinition;

  private constructor(definition: ServerDefinition) {
    this._definition = definition;
  }
}

checksArguments('ModelServer', ModelServer);
