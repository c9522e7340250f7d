import type { Duration } from 'cdk8s';
import type { ExtraContainerOptions } from '../extra-container/options';

/** A container that runs to its end before the main one starts. */
export interface CustomInitContainerOptions extends ExtraContainerOptions {
  /**
   * Whether it runs before the init containers of the library, which download the model of a `ModelService` and the inputs of
   * a `TrainingJob`, instead of after them. Init containers run one after the other.
   *
   * @default false
   */
  readonly beforeDownloads?: boolean;
  /**
   * The longest time that it takes. `progressDeadlineSeconds` of a Deployment allows for it; nothing ends the container.
   *
   * @default Duration.minutes(1)
   */
  readonly duration?: Duration;
}
