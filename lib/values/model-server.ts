import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { parseImage } from './image';
import type { ServerProfile } from './server-profile';
import { type CustomServerOptions, customServer } from './servers/custom';
import type { ServerDefinition } from './servers/definition';
import { type FastApiOptions, fastApiServer } from './servers/fastapi';
import { type HttpServerOptions, httpServer } from './servers/http';
import { type MlServerOptions, mlServer } from './servers/mlserver';
import { type NimOptions, nimServer } from './servers/nim';
import { type SglangOptions, sglangServer } from './servers/sglang';
import { type TensorFlowServingOptions, tensorFlowServing } from './servers/tensorflow-serving';
import { type TritonOptions, tritonServer } from './servers/triton';
import { type VllmOptions, vllmServer } from './servers/vllm';

/**
 * The kind of server that is in a model's image: its ports, health endpoints, metrics, arguments, user, and what it
 * writes to. The figures of each kind, with their sources, are in docs/model-servers.md.
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

  /** A server of which everything is said. */
  public static custom(options: CustomServerOptions): ModelServer {
    return new ModelServer(customServer(options));
  }

  private constructor(private readonly definition: ServerDefinition) {}

  /**
   * Refuses wrong options; called by the construct that receives the server.
   * @internal
   */
  public _check(check: Checker): void {
    this.definition.check(check);
  }

  /**
   * What the library knows of this server, the version taken from the image where it matters. After `_check` only.
   * @internal
   */
  public _profileFor(image?: string): ServerProfile {
    return this.definition.profile(image === undefined ? undefined : parseImage(image).tag);
  }

  /** @internal */
  public get _profile(): ServerProfile {
    return this._profileFor();
  }
}

checksArguments('ModelServer', ModelServer);
