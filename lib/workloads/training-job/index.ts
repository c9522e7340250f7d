export { KubeRayOptions, TrainerOptions } from './engines/options';
export { TrainingEngine } from './engines/training-engine';
export { TrainingRuntime } from './engines/training-runtime';
export { TrainingJob } from './training-job';
export { TrainingJobNames, TrainingJobProps } from './training-job-props';
