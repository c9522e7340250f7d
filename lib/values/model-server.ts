import type { Checker } from '../internal/errors';
import { imageVersion } from './image';
import type { ServerProfile } from './server-profile';
import type { CustomServerOptions } from './servers/custom';
import type { ServerDefinition } from './servers/definition';
import type { FastApiOptions } from './servers/fastapi';
import type { HttpServerOptions } from './servers/http';
import type { MlServerOptions } from './servers/mlserver';
import type { NimOptions } from './servers/nim';
import type { SglangOptions } from './servers/sglang';
import type { TensorFlowServingOptions } from './servers/tensorflow-serving';
import type { TritonOptions } from './servers/triton';
import type { VllmOptions } from './servers/vllm';

/**
 * The kind of server that is in a model's image: its ports, health endpoints, metrics, arguments, user, and what it
 * writes to. The figures of each kind, with their sources, are in docs/model-servers.md.
 */
export class ModelServer {
  /** Any server that speaks HTTP. */
  public static http(options: HttpServerOptions): ModelServer {
    return new ModelServer(placeholder(options.port));
  }

  /** A FastAPI application, run by uvicorn. */
  public static fastApi(options: FastApiOptions): ModelServer {
    return new ModelServer(placeholder(options.port ?? 8000));
  }

  /** vLLM's OpenAI-compatible server, for large language models on GPUs. */
  public static vllm(options: VllmOptions = {}): ModelServer {
    return new ModelServer(placeholder(options.port ?? 8000));
  }

  /** SGLang, for large language models on GPUs. */
  public static sglang(options: SglangOptions = {}): ModelServer {
    return new ModelServer(placeholder(options.port ?? 30000));
  }

  /** NVIDIA Triton Inference Server. */
  public static triton(_options: TritonOptions = {}): ModelServer {
    return new ModelServer(placeholder(8000));
  }

  /** TensorFlow Serving. */
  public static tensorflowServing(_options: TensorFlowServingOptions = {}): ModelServer {
    return new ModelServer(placeholder(8501));
  }

  /** Seldon MLServer, for scikit-learn, XGBoost, LightGBM, MLflow models and others. */
  public static mlServer(_options: MlServerOptions = {}): ModelServer {
    return new ModelServer(placeholder(8080));
  }

  /** NVIDIA NIM for large language models. */
  public static nim(_options: NimOptions = {}): ModelServer {
    return new ModelServer(placeholder(8000));
  }

  /** A server of which everything is said. */
  public static custom(options: CustomServerOptions): ModelServer {
    return new ModelServer(placeholder(options.ports[0].port));
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
    return this.definition.profile(image === undefined ? undefined : imageVersion(image));
  }

  /** @internal */
  public get _profile(): ServerProfile {
    return this._profileFor();
  }
}

function placeholder(port: number): ServerDefinition {
  const endpoint = { type: 'tcp', port: 'http' } as const;
  return {
    name: 'http',
    check: () => undefined,
    profile: () => ({
      name: 'http',
      ports: [{ name: 'http', port }],
      startup: endpoint,
      readiness: endpoint,
      liveness: endpoint,
      args: () => [],
      env: () => ({}),
      user: 1000,
      group: 1000,
      home: '/tmp/home',
      writable: [],
      needsGpu: false,
      pullsFromHub: false,
      drainsItself: false,
    }),
  };
}
