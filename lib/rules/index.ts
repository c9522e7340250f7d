export * from './plugin';
export * from './rules';
