import type { Checker } from '../internal/errors';
import type { ClusterTarget } from './cluster-target';
import type { SourcePlan } from './source-plan';
import type { SourceContext, SourceDefinition } from './sources/definition';
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
    return new ModelSource(skeleton({ kind: 'in-image', modelPath: path, secrets: {} }));
  }

  /** A file behind a URL, downloaded before the server starts. */
  public static http(options: HttpModelOptions): ModelSource {
    return new ModelSource(skeleton({ kind: 'http', modelPath: options.path, secrets: {} }));
  }

  /** A file or folder in S3 (or what speaks its protocol), downloaded before the server starts. */
  public static s3(_options: S3ModelOptions): ModelSource {
    return new ModelSource(skeleton({ kind: 's3', secrets: {} }));
  }

  /** A file or folder in Google Cloud Storage, downloaded before the server starts. */
  public static gcs(_options: GcsModelOptions): ModelSource {
    return new ModelSource(skeleton({ kind: 'gcs', secrets: {} }));
  }

  /** A PersistentVolumeClaim, mounted read-only. */
  public static claim(_options: ClaimModelOptions): ModelSource {
    return new ModelSource(skeleton({ kind: 'claim', secrets: {} }));
  }

  /** An OCI image, mounted as a volume by the kubelet. */
  public static ociImage(_options: OciImageModelOptions): ModelSource {
    return new ModelSource(skeleton({ kind: 'oci-image', secrets: {} }));
  }

  /** A repository of the Hugging Face hub: fetched by the server itself where it can, else downloaded before it starts. */
  public static huggingFace(_options: HuggingFaceModelOptions): ModelSource {
    return new ModelSource(skeleton({ kind: 'hugging-face', secrets: {} }));
  }

  /** A version in an MLflow model registry, downloaded before the server starts. */
  public static mlflow(_options: MlflowModelOptions): ModelSource {
    return new ModelSource(skeleton({ kind: 'mlflow', secrets: {} }));
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

function skeleton(plan: SourcePlan): SourceDefinition {
  return { check: () => undefined, plan: () => plan };
}
