import { checksArguments } from '../../internal/type-check';
import {
  claimCheckpoints,
  existingCheckpoints,
  type RunDataDefinition,
  storeCheckpoints,
} from '../training-data/definition';
import type { CheckpointClaimOptions, CheckpointExistingOptions, CheckpointOptions } from '../training-data/options';

/**
 * Where a training program keeps checkpoints, and how it resumes from them. The place outlives the run, and each run
 * writes to a folder of its own name in it.
 */
export class Checkpoints {
  /**
   * A claim that the job makes. It is kept when the job is deleted.
   *
   * @param options size, place and resuming
   */
  public static claim(options: CheckpointClaimOptions): Checkpoints {
    return new Checkpoints(claimCheckpoints(options));
  }

  /**
   * A claim that exists.
   *
   * @param claimName name of the claim
   * @param options place and resuming
   */
  public static existingClaim(claimName: string, options: CheckpointExistingOptions): Checkpoints {
    return new Checkpoints(existingCheckpoints(claimName, options));
  }

  /**
   * A bucket of S3, to which the program itself writes.
   *
   * @param uri `s3://bucket/path`
   * @param options resuming
   */
  public static s3(uri: string, options: CheckpointOptions = {}): Checkpoints {
    return new Checkpoints(storeCheckpoints(uri, 's3', options));
  }

  /**
   * A bucket of Google Cloud Storage, to which the program itself writes.
   *
   * @param uri `gs://bucket/path`
   * @param options resuming
   */
  public static gcs(uri: string, options: CheckpointOptions = {}): Checkpoints {
    return new Checkpoints(storeCheckpoints(uri, 'gs', options));
  }

  /** @internal */
  public readonly _definition: RunDataDefinition;

  private constructor(definition: RunDataDefinition) {
    this._definition = definition;
  }
}

checksArguments('Checkpoints', Checkpoints);
