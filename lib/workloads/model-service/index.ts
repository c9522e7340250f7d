export { ModelService } from './model-service';
export { ModelServiceNames, ModelServiceProps } from './model-service-props';
