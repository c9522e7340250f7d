export { ServingEngine } from './engines/serving-engine';
export { ModelService } from './model-service';
export { ModelServiceNames, ModelServicePort, ModelServiceProps } from './model-service-props';
