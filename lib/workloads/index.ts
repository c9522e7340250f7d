export * from './model-service';
