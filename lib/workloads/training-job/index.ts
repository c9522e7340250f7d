export { KubeRayOptions } from './engines/options';
export { TrainingEngine } from './engines/training-engine';
export { TrainingJob } from './training-job';
export { TrainingJobNames, TrainingJobProps } from './training-job-props';
