export * from '../build/lib/testing/jest';
