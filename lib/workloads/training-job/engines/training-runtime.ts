import { checksArguments } from '../../../internal/type-check';
import type { NamedRuntime } from './trainer/named';

/** A runtime of Kubeflow Trainer that exists already, and that somebody else takes care of. */
export class TrainingRuntime {
  /**
   * A ClusterTrainingRuntime, which serves all namespaces: `spec.runtimeRef`.
   *
   * @param name its name, for example `torch-distributed`
   */
  public static cluster(name: string): TrainingRuntime {
    return new TrainingRuntime({ kind: 'ClusterTrainingRuntime', name });
  }

  /**
   * A TrainingRuntime in the namespace of the job: `spec.runtimeRef`.
   *
   * @param name its name
   */
  public static namespaced(name: string): TrainingRuntime {
    return new TrainingRuntime({ kind: 'TrainingRuntime', name });
  }

  /** @internal */
  public readonly _runtime: NamedRuntime;

  private constructor(runtime: NamedRuntime) {
    this._runtime = runtime;
  }
}

checksArguments('TrainingRuntime', TrainingRuntime);
