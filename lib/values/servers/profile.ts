/**
 * What the library knows of one kind of model server. `ModelServer`'s factories fill it in; the plan of a workload reads it.
 * Internal: the public face is `ModelServer`.
 */
export interface ServerProfile {
  /** Short name for messages and labels: `vllm`. */
  readonly name: string;
  /** What the server opens; the first is the one that clients call. */
  readonly ports: readonly ServerPort[];
  /** Answers once the model is loaded. */
  readonly startup: ServerEndpoint;
  /** Answers while the server can take requests. */
  readonly readiness: ServerEndpoint;
  /** Answers while the process is alive, however busy it is. */
  readonly liveness: ServerEndpoint;
  /** Where Prometheus scrapes, if anywhere. */
  readonly metrics?: { readonly port: string; readonly path: string; readonly scheme?: 'https' };
  /** Replaces the image's entry point. */
  readonly command?: readonly string[];
  /** Arguments of the server for one workload. */
  args(context: ServerContext): string[];
  /** Plain environment of the server for one workload. */
  env(context: ServerContext): Record<string, string>;
  /** Numeric user and group that the image can run as; 0 is never given: such an image needs a user of its own. */
  readonly user: number;
  readonly group: number;
  /** A writable HOME, on one of the writable paths. */
  readonly home: string;
  /** What must be writable though the root is read-only; the plan adds /tmp always. */
  readonly writable: readonly WritablePath[];
  /** Cannot start without a GPU. */
  readonly needsGpu: boolean;
  /** Has no model in its image: without a source it would serve some default of its own. */
  readonly needsModel?: boolean;
  /** The server fetches a Hugging Face model by itself (`modelReference`); other sources are mounted. */
  readonly pullsFromHub: boolean;
  /** The object stores that the server reads itself. */
  readonly reads?: {
    /** Schemes of their URIs. */
    readonly schemes: readonly string[];
    /** Folder to which the server copies what it reads. */
    readonly copiesTo?: string;
  };
  /** How long a signalled server goes on answering by itself, where a flag says so: the flag is in `args`. */
  readonly drainsItself: boolean;
}

export interface ServerPort {
  readonly name: string;
  readonly port: number;
  /** `kubernetes.io/h2c`, `grpc`: the Service's appProtocol. */
  readonly appProtocol?: string;
}

/** One thing that can be asked for health. */
export type ServerEndpoint =
  | { readonly type: 'http'; readonly path: string; readonly port: string; readonly scheme?: 'HTTPS' }
  | { readonly type: 'grpc'; readonly port: string; readonly service?: string }
  | { readonly type: 'tcp'; readonly port: string }
  | { readonly type: 'exec'; readonly command: readonly string[] };

export interface WritablePath {
  readonly path: string;
  /** `cache` goes to the workload's cache volume where it has one; `scratch` is an emptyDir of the pod always. */
  readonly purpose: 'scratch' | 'cache';
  /** Upper bound of an emptyDir, a quantity. */
  readonly sizeLimit: string;
  /** True where the user gave that bound, for a folder of theirs: the node is then asked to have as much. */
  readonly isSized?: boolean;
}

/** What a server's arguments may depend on. */
export interface ServerContext {
  /** Name that clients use for the model: the workload's id. */
  readonly modelName: string;
  /** Where the model is in the container, if a source puts it there: a file or a folder; or the URI that the server reads. */
  readonly modelPath?: string;
  /** Another service than that of AWS, for a URI of S3. */
  readonly modelEndpoint?: string;
  /** Hugging Face repository and revision, where the server pulls by itself. */
  readonly modelReference?: { readonly repository: string; readonly revision: string };
  /** The container's CPU limit in cores, where it has one. */
  readonly cpuLimit?: number;
  /** How long connections may be idle before the server closes them, in seconds; the server's own choice without. */
  readonly idleTimeoutSeconds?: number;
  /** Seconds that the server may take to finish what it has begun, after SIGTERM. */
  readonly shutdownSeconds: number;
}
