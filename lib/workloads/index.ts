export * from './model-service';
export * from './shared';
export * from './training-job';
