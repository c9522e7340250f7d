export * from './app';
export * from './platform';
export * from './pod';
export * from './rules';
export * from './testing';
export * from './traits';
export * from './values';
export * from './workloads';
