import { checksArguments } from '../../internal/type-check';
import type { SourceDefinition } from './definition';
import { httpSource } from './http';
import { huggingFaceSource } from './hugging-face';
import { mlflowSource } from './mlflow';
import { claimSource, inImageSource, ociImageSource } from './mounted';
import { gcsSource, s3Source } from './object-store';
import type {
  ClaimModelOptions,
  GcsModelOptions,
  HttpModelOptions,
  HuggingFaceModelOptions,
  MlflowModelOptions,
  OciImageModelOptions,
  ReadByServerOptions,
  S3ModelOptions,
} from './options';

import { readByServerSource } from './read-by-server';

/**
 * Where a model comes from, and how it gets into the pod. See docs/model-sources.md.
 *
 * @example
 * const model = ModelSource.huggingFace({
 *   repository: 'Qwen/Qwen2.5-7B-Instruct',
 *   revision: 'a09a35458c702b33eeacc393d103063234e8bc28',
 *   size: '15Gi',
 * });
 */
export class ModelSource {
  /**
   * The model is in the server's image.
   *
   * @param path file or folder in the image
   */
  public static inImage(path: string): ModelSource {
    return new ModelSource(inImageSource(path));
  }

  /** A file behind a URL, downloaded before the server starts. */
  public static http(options: HttpModelOptions): ModelSource {
    return new ModelSource(httpSource(options));
  }

  /** A file or folder in S3 (or what speaks its protocol), downloaded before the server starts. */
  public static s3(options: S3ModelOptions): ModelSource {
    return new ModelSource(s3Source(options));
  }

  /** A file or folder in Google Cloud Storage, downloaded before the server starts. */
  public static gcs(options: GcsModelOptions): ModelSource {
    return new ModelSource(gcsSource(options));
  }

  /** A PersistentVolumeClaim, mounted read-only. */
  public static claim(options: ClaimModelOptions): ModelSource {
    return new ModelSource(claimSource(options));
  }

  /** An OCI image, mounted as a volume by the kubelet. */
  public static ociImage(options: OciImageModelOptions): ModelSource {
    return new ModelSource(ociImageSource(options));
  }

  /** A repository of the Hugging Face hub: fetched by the server itself where it can, else downloaded before it starts. */
  public static huggingFace(options: HuggingFaceModelOptions): ModelSource {
    return new ModelSource(huggingFaceSource(options));
  }

  /**
   * A model in S3 or Google Cloud Storage that the server reads itself: vLLM and SGLang by the Run:ai model streamer, Triton
   * as its model repository. Nothing is downloaded to a volume of the model.
   */
  public static readByServer(options: ReadByServerOptions): ModelSource {
    return new ModelSource(readByServerSource(options));
  }

  /** A version in an MLflow model registry, downloaded before the server starts. */
  public static mlflow(options: MlflowModelOptions): ModelSource {
    return new ModelSource(mlflowSource(options));
  }

  /** @internal */
  public readonly _definition: SourceDefinition;

  private constructor(definition: SourceDefinition) {
    this._definition = definition;
  }
}

checksArguments('ModelSource', ModelSource);
