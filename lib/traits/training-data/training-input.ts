import { checksArguments } from '../../internal/type-check';
import type { ModelSource } from '../../values';
import { claimInput, fetchedInput, type RunDataDefinition } from './definition';
import { dvcInput, huggingFaceInput } from './downloaded';
import type { ClaimInputOptions, DvcInputOptions, FetchedInputOptions, HuggingFaceInputOptions } from './options';

/** Data that a training program reads. */
export class TrainingInput {
  /**
   * A PersistentVolumeClaim, mounted read-only.
   *
   * @param claimName name of the claim
   * @param options where the program finds it
   */
  public static claim(claimName: string, options: ClaimInputOptions): TrainingInput {
    return new TrainingInput(claimInput(claimName, options));
  }

  /**
   * Data from a source that models can come from too: HTTP, S3, GCS, the Hugging Face hub, MLflow or an OCI image. An init
   * container fetches them to the `mountPath` of the source.
   *
   * @param name part of the names of its volume and container, a DNS label
   * @param source where the data are
   * @param options how the program finds them
   */
  public static fetched(name: string, source: ModelSource, options: FetchedInputOptions = {}): TrainingInput {
    return new TrainingInput(fetchedInput(name, source._definition, options));
  }

  /**
   * A data set of the Hugging Face hub at a revision: an init container downloads it.
   *
   * @param name part of the names of its volume and container, a DNS label
   * @param options the repository, and where the program finds the data
   */
  public static huggingFace(name: string, options: HuggingFaceInputOptions): TrainingInput {
    return new TrainingInput(huggingFaceInput(name, options));
  }

  /**
   * Data that DVC tracks, at a revision of their git repository: an init container downloads them.
   *
   * @param name part of the names of its volume and container, a DNS label
   * @param options the repository, and where the program finds the data
   */
  public static dvc(name: string, options: DvcInputOptions): TrainingInput {
    return new TrainingInput(dvcInput(name, options));
  }

  /** @internal */
  public readonly _definition: RunDataDefinition;

  private constructor(definition: RunDataDefinition) {
    this._definition = definition;
  }
}

checksArguments('TrainingInput', TrainingInput);
