export * from './model-service';
export * from './shared';
