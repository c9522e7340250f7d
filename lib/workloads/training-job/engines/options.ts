import type { TrainingRuntime } from './training-runtime';

/** What the engine KubeRay must know of the cluster. */
export interface KubeRayOptions {
  /**
   * Namespace of the KubeRay operator: it asks the head of the Ray cluster how the job is, so that the NetworkPolicy of the
   * run admits it on port 8265.
   *
   * @default 'kuberay-operator'
   */
  readonly operatorNamespace?: string;
}

/** Which runtime the engine Kubeflow Trainer uses. */
export interface TrainerOptions {
  /**
   * A runtime that exists. Its Job that trains, and the container in it, must both be named `node`, as in the runtimes that
   * Trainer ships. Props that a TrainJob cannot carry to such a runtime are refused.
   *
   * @default - a TrainingRuntime that is made with the job, and that has all that the props say
   */
  readonly runtime?: TrainingRuntime;
}
