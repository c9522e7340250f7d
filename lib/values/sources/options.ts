import type { SecretSource } from '../secret/secret-source';

/** What every model source that mounts a volume can be told. */
export interface ModelSourceOptions {
  /**
   * Size of the model, a quantity: bounds the volume that it is downloaded to, and sets how long the server may take to
   * start.
   *
   * @default - not known
   */
  readonly size?: string;
  /**
   * Folder where the model's volume is mounted in the server.
   *
   * @default '/models'
   */
  readonly mountPath?: string;
}

/** What every model source that downloads can be told. */
export interface DownloadOptions extends ModelSourceOptions {
  /**
   * Where the model goes: a path below `mountPath`, relative to it or absolute.
   *
   * @default - the last part of the address
   */
  readonly path?: string;
  /**
   * Image of the init container that downloads; it must have the tools that docs/model-sources.md names.
   *
   * @default - a pinned public image that has them
   */
  readonly image?: string;
  /**
   * CPU of the download, a quantity.
   *
   * @default '500m'
   */
  readonly cpu?: string;
  /**
   * Memory of the download, a quantity, request and limit.
   *
   * @default - 256Mi for HTTP, 1Gi for S3, GCS and MLflow, 2Gi for Hugging Face
   */
  readonly memory?: string;
}

/** A file behind a URL. */
export interface HttpModelOptions extends DownloadOptions {
  /** The URL: `https://`, or `http://` where a checksum proves what came. */
  readonly url: string;
  /**
   * SHA-256 of the file, 64 hex digits: another file is not served, and an interrupted download goes on where it was.
   *
   * @default - not verified
   */
  readonly sha256?: string;
  /**
   * A token, sent as `Authorization: Bearer`: a source with one key.
   *
   * @default - none
   */
  readonly token?: SecretSource;
}

/** A file or folder in S3, or in what speaks its protocol. */
export interface S3ModelOptions extends DownloadOptions {
  /** `s3://bucket/key` of a file or a folder. */
  readonly uri: string;
  /**
   * The bucket's region.
   *
   * @default - us-east-1, or the one that S3 says the bucket is in
   */
  readonly region?: string;
  /**
   * Endpoint of another service that speaks S3, for example `http://minio.storage.svc:9000`.
   *
   * @default - AWS
   */
  readonly endpoint?: string;
  /**
   * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, if need be, `AWS_SESSION_TOKEN`.
   *
   * @default - the identity of the pod's service account
   */
  readonly credentials?: SecretSource;
  /**
   * Whether everybody may read the bucket, so that no credentials are looked for.
   *
   * @default false
   */
  readonly anonymous?: boolean;
}

/** A file or folder in Google Cloud Storage. */
export interface GcsModelOptions extends DownloadOptions {
  /** `gs://bucket/object` of a file or a folder. */
  readonly uri: string;
  /**
   * The key of a Google service account, as JSON: a source with one key.
   *
   * @default - the identity of the pod's service account
   */
  readonly credentials?: SecretSource;
  /**
   * Whether everybody may read the bucket, so that no credentials are looked for.
   *
   * @default false
   */
  readonly anonymous?: boolean;
}

/** A file or folder on a PersistentVolumeClaim. */
export interface ClaimModelOptions extends ModelSourceOptions {
  /** Name of the claim, in the workload's namespace. */
  readonly claimName: string;
  /**
   * Folder of the volume that is mounted: `subPath`.
   *
   * @default - the whole volume
   */
  readonly subPath?: string;
  /**
   * File or folder of the model below what is mounted.
   *
   * @default - all of it
   */
  readonly path?: string;
}

/** When the kubelet pulls an image. */
export enum PullPolicy {
  /** At each start. */
  ALWAYS = 'Always',
  /** Where the node does not have it. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never: the node has it. */
  NEVER = 'Never',
}

/** A model in an OCI image (or artifact), mounted as a volume: `volumes[].image`. */
export interface OciImageModelOptions extends ModelSourceOptions {
  /** The image, with a tag or a digest. */
  readonly reference: string;
  /**
   * File or folder of the model in the image.
   *
   * @default - the image's root
   */
  readonly path?: string;
  /**
   * When the image is pulled.
   *
   * @default PullPolicy.IF_NOT_PRESENT
   */
  readonly pullPolicy?: PullPolicy;
}

/** A repository of the Hugging Face hub. */
export interface HuggingFaceModelOptions extends DownloadOptions {
  /** The repository, for example `Qwen/Qwen3-8B`. */
  readonly repository: string;
  /** A commit or a tag. A branch is refused: what it means changes. */
  readonly revision: string;
  /**
   * The token for gated and private repositories: key `HF_TOKEN`, or the only key.
   *
   * @default - none
   */
  readonly token?: SecretSource;
  /**
   * The files that are downloaded, as patterns of paths in the repository, for example `*.gguf` or `onnx/*`. Refused where
   * the server downloads the model itself.
   *
   * @default - all, but the same weights once: of a folder with safetensors, not those of PyTorch, TensorFlow, Flax and Rust
   */
  readonly include?: string[];
  /**
   * Files that are not downloaded, as patterns of paths in the repository. Refused where the server downloads the model
   * itself.
   *
   * @default - the same weights in other formats, where `include` is not given either
   */
  readonly exclude?: string[];
}

/** A model in an object store that the server reads itself. */
export interface ReadByServerOptions {
  /** `s3://bucket/path` or `gs://bucket/path` of a folder. */
  readonly uri: string;
  /**
   * The region of the S3 bucket: `AWS_DEFAULT_REGION` and `AWS_REGION` of the server.
   *
   * @default - the one that the pod's identity or the server's environment names
   */
  readonly region?: string;
  /**
   * Endpoint of another service that speaks S3, for example `http://minio.storage.svc:9000`.
   *
   * @default - AWS
   */
  readonly endpoint?: string;
  /**
   * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, if need be, `AWS_SESSION_TOKEN`; not for Google Cloud Storage.
   *
   * @default - the identity of the pod's service account
   */
  readonly credentials?: SecretSource;
  /**
   * Size of the model, a quantity: sets how long the server may take to start.
   *
   * @default - not known
   */
  readonly size?: string;
}

/** A version of a model in an MLflow model registry, or a model of a run. */
export interface MlflowModelOptions extends DownloadOptions {
  /** `models:/name/3` or `runs:/id/path`. An alias or a stage is refused: what it means changes. */
  readonly uri: string;
  /** The tracking server, for example `http://mlflow-server.ml-serving.svc.cluster.local:5000`. */
  readonly trackingUri: string;
  /**
   * Credentials of the tracking server (`MLFLOW_TRACKING_USERNAME` and `MLFLOW_TRACKING_PASSWORD`, or
   * `MLFLOW_TRACKING_TOKEN`) or of the store behind it, as environment variables.
   *
   * @default - none
   */
  readonly credentials?: SecretSource;
}
