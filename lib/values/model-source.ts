import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import type { ClusterTarget } from './cluster-target';
import type { SourcePlan } from './source-plan';
import type { SourceContext, SourceDefinition } from './sources/definition';
import { httpSource } from './sources/http';
import { huggingFaceSource } from './sources/hugging-face';
import { mlflowSource } from './sources/mlflow';
import { claimSource, inImageSource, ociImageSource } from './sources/mounted';
import { gcsSource, s3Source } from './sources/object-store';
import type {
  ClaimModelOptions,
  GcsModelOptions,
  HttpModelOptions,
  HuggingFaceModelOptions,
  MlflowModelOptions,
  OciImageModelOptions,
  S3ModelOptions,
} from './sources/options';

/** Where a model comes from, and how it gets into the pod. See docs/model-sources.md. */
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

  /** A version in an MLflow model registry, downloaded before the server starts. */
  public static mlflow(options: MlflowModelOptions): ModelSource {
    return new ModelSource(mlflowSource(options));
  }

  private constructor(private readonly definition: SourceDefinition) {}

  /**
   * Refuses wrong options and what the cluster cannot do; called by the construct that receives the source.
   * @internal
   */
  public _check(check: Checker, target: ClusterTarget): void {
    this.definition.check(check, target);
  }

  /**
   * How the model comes into the pod. After `_check` only.
   * @internal
   */
  public _plan(context: SourceContext): SourcePlan {
    return this.definition.plan(context);
  }
}

checksArguments('ModelSource', ModelSource);
