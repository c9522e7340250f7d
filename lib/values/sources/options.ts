import type { SecretSource } from '../secret-source';

/** What every model source that fills a volume can be told. */
export interface ModelSourceOptions {
  /**
   * Size of the model, a quantity: bounds the volume, and sets how long the server may take to start.
   *
   * @default - not known
   */
  readonly size?: string;
  /**
   * Folder where the model's volume is mounted in the server.
   *
   * @default /models
   */
  readonly mountPath?: string;
}

/** What every model source that downloads can be told. */
export interface DownloadOptions extends ModelSourceOptions {
  /**
   * Image of the container that downloads; it must have the tools that the docs page names.
   *
   * @default - a pinned public image that has them
   */
  readonly image?: string;
  /**
   * CPU of the download, a quantity.
   *
   * @default 500m
   */
  readonly cpu?: string;
  /**
   * Memory of the download, a quantity.
   *
   * @default - 256Mi for HTTP, 1Gi for the others
   */
  readonly memory?: string;
}

/** A model behind a URL. */
export interface HttpModelOptions extends DownloadOptions {
  /** The URL, `https://` or, with a checksum, `http://`. */
  readonly url: string;
  /**
   * SHA-256 of the file, 64 hex digits; the pod does not start with another file.
   *
   * @default - not verified
   */
  readonly sha256?: string;
  /**
   * Where the file goes, a path at or below `mountPath`.
   *
   * @default - `mountPath` and the last part of the URL's path
   */
  readonly path?: string;
  /**
   * Request headers whose values are secrets: header to the environment variable of `credentials` that holds it.
   *
   * @default - none
   */
  readonly headers?: { [header: string]: string };
  /**
   * Secrets for the headers.
   *
   * @default - none
   */
  readonly credentials?: SecretSource;
}

/** A model in S3 or what speaks its protocol. */
export interface S3ModelOptions extends DownloadOptions {
  /** `s3://bucket/key`; a key that ends with `/` is a folder. */
  readonly uri: string;
  /**
   * The bucket's region, `AWS_REGION`.
   *
   * @default - what the pod's identity says
   */
  readonly region?: string;
  /**
   * Endpoint of another service that speaks S3, for example `http://minio.storage.svc:9000`.
   *
   * @default - AWS
   */
  readonly endpoint?: string;
  /**
   * `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`.
   *
   * @default - the identity of the pod's service account
   */
  readonly credentials?: SecretSource;
}

/** A model in Google Cloud Storage. */
export interface GcsModelOptions extends DownloadOptions {
  /** `gs://bucket/object`; one that ends with `/` is a folder. */
  readonly uri: string;
  /**
   * A service account key as a file, with `mountPath`.
   *
   * @default - the identity of the pod's service account
   */
  readonly credentials?: SecretSource;
}

/** A model on a PersistentVolumeClaim. */
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
   * File or folder of the model below the mounted folder.
   *
   * @default - the mounted folder
   */
  readonly path?: string;
}

/** A model in an OCI image, mounted as a volume. */
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
   * When the image is pulled: `Always`, `IfNotPresent` or `Never`.
   *
   * @default IfNotPresent
   */
  readonly pullPolicy?: string;
}

/** A model on the Hugging Face hub. */
export interface HuggingFaceModelOptions extends DownloadOptions {
  /** The repository, for example `Qwen/Qwen3-8B`. */
  readonly repository: string;
  /** A commit or a tag; `main` is refused, because what it means changes. */
  readonly revision: string;
  /**
   * The token for gated and private repositories: key `HF_TOKEN`, or the only key.
   *
   * @default - none
   */
  readonly token?: SecretSource;
}

/** A model in an MLflow model registry. */
export interface MlflowModelOptions extends DownloadOptions {
  /** `models:/name/3`; `runs:/` is accepted too. */
  readonly uri: string;
  /** The tracking server, for example `http://mlflow-server.ml-serving.svc.cluster.local:5000`. */
  readonly trackingUri: string;
  /**
   * Credentials of the tracking server or of its artifact store, as environment variables.
   *
   * @default - none
   */
  readonly credentials?: SecretSource;
}
