import { checksArguments } from '../../internal/type-check';
import { type RunDataDefinition, trackingAt } from '../training-data/definition';
import type { TrackingOptions } from '../training-data/options';

/** The experiment tracking server that a program reports to. */
export class Tracking {
  /**
   * A server that somebody else runs.
   *
   * @param uri its URL, for example `http://mlflow-server:5000`
   * @param options the experiment
   */
  public static at(uri: string, options: TrackingOptions = {}): Tracking {
    return new Tracking(trackingAt(uri, options));
  }

  /** @internal */
  public readonly _definition: RunDataDefinition;

  private constructor(definition: RunDataDefinition) {
    this._definition = definition;
  }
}

checksArguments('Tracking', Tracking);
