import { checksArguments } from '../../internal/type-check';
import { claimOutput, type RunDataDefinition, storeOutput } from './definition';
import type { ClaimOutputOptions, StoreOutputOptions } from './options';

/** Where a training program writes its results. */
export class TrainingOutput {
  /**
   * A PersistentVolumeClaim.
   *
   * @param claimName name of the claim
   * @param options where the program finds it
   */
  public static claim(claimName: string, options: ClaimOutputOptions): TrainingOutput {
    return new TrainingOutput(claimOutput(claimName, options));
  }

  /**
   * A bucket of S3, to which the program itself writes: it is given `<uri>/<run>`.
   *
   * @param uri `s3://bucket/path`
   * @param options the environment variable
   */
  public static s3(uri: string, options: StoreOutputOptions): TrainingOutput {
    return new TrainingOutput(storeOutput(uri, 's3', options));
  }

  /**
   * A bucket of Google Cloud Storage, to which the program itself writes: it is given `<uri>/<run>`.
   *
   * @param uri `gs://bucket/path`
   * @param options the environment variable
   */
  public static gcs(uri: string, options: StoreOutputOptions): TrainingOutput {
    return new TrainingOutput(storeOutput(uri, 'gs', options));
  }

  /** @internal */
  public readonly _definition: RunDataDefinition;

  private constructor(definition: RunDataDefinition) {
    this._definition = definition;
  }
}

checksArguments('TrainingOutput', TrainingOutput);
