import { ClusterTarget, Environment, TrainingEngine } from '../../lib';

/** One environment for each engine. */
export class EngineEnvironment extends Environment {
  constructor(
    name: string,
    readonly engine: TrainingEngine,
    ...apis: string[]
  ) {
    super(name, { cluster: ClusterTarget.kubernetes('1.33', { apis }) });
  }
}

export const ENVIRONMENTS = [
  new EngineEnvironment('kubernetes', TrainingEngine.kubernetes()),
  new EngineEnvironment('jobset', TrainingEngine.jobSet(), 'jobset.x-k8s.io/v1alpha2'),
  new EngineEnvironment('trainer', TrainingEngine.trainer(), 'trainer.kubeflow.org/v1alpha1'),
  new EngineEnvironment('training-operator', TrainingEngine.trainingOperator(), 'kubeflow.org/v1'),
  new EngineEnvironment('volcano', TrainingEngine.volcano(), 'batch.volcano.sh/v1alpha1'),
  new EngineEnvironment('kuberay', TrainingEngine.kubeRay(), 'ray.io/v1'),
];
