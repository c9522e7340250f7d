import { checksArguments } from '../../../internal/type-check';
import { KUBE_RAY_DEFAULTS } from '../defaults';
import type { TrainingEngineDefinition } from './definition';
import { jobSet } from './job-set';
import { kubeRayIn } from './kube-ray';
import { kubernetes } from './kubernetes';
import type { KubeRayOptions, TrainerOptions } from './options';
import { trainer } from './trainer';
import { trainerOn } from './trainer/named';
import { trainingOperator } from './training-operator';
import { volcano } from './volcano';

/** All engines that train, for messages and for the table in the docs. */
export const TRAINING_ENGINES: readonly TrainingEngineDefinition[] = [
  kubernetes,
  jobSet,
  trainer,
  trainingOperator,
  volcano,
  kubeRayIn(KUBE_RAY_DEFAULTS.values.operatorNamespace),
];

/**
 * The system that runs a `TrainingJob`. The same props mean the same thing on each; what each can do is in
 * docs/engines.md.
 */
export class TrainingEngine {
  /** Plain Kubernetes: a Job, or Indexed Jobs with a headless Service. Needs no custom resource. The default. */
  public static kubernetes(): TrainingEngine {
    return new TrainingEngine(kubernetes);
  }

  /** JobSet (`jobset.x-k8s.io/v1alpha2`): all roles in one object, which starts and restarts them together. */
  public static jobSet(): TrainingEngine {
    return new TrainingEngine(jobSet);
  }

  /**
   * Kubeflow Trainer v2 (`trainer.kubeflow.org/v1alpha1`): a TrainJob, with a TrainingRuntime of its own or one that exists.
   *
   * @param options the runtime
   */
  public static trainer(options: TrainerOptions = {}): TrainingEngine {
    return new TrainingEngine(options.runtime ? trainerOn(options.runtime._runtime) : trainer);
  }

  /**
   * The Kubeflow training operator (`kubeflow.org/v1`: PyTorchJob, TFJob, XGBoostJob, JAXJob) and the MPI operator
   * (`kubeflow.org/v2beta1`: MPIJob).
   */
  public static trainingOperator(): TrainingEngine {
    return new TrainingEngine(trainingOperator);
  }

  /** Volcano (`batch.volcano.sh/v1alpha1`): a job whose pods its scheduler starts together. */
  public static volcano(): TrainingEngine {
    return new TrainingEngine(volcano);
  }

  /**
   * KubeRay (`ray.io/v1`): a RayJob, for Ray and for PyTorch.
   *
   * @param options where the operator runs
   */
  public static kubeRay(options: KubeRayOptions = {}): TrainingEngine {
    return new TrainingEngine(kubeRayIn(options.operatorNamespace ?? KUBE_RAY_DEFAULTS.values.operatorNamespace));
  }

  /** @internal */
  public readonly _engine: TrainingEngineDefinition;

  private constructor(engine: TrainingEngineDefinition) {
    this._engine = engine;
  }
}

checksArguments('TrainingEngine', TrainingEngine);
