const { jest: unit } = require('../../package.json');

module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/test/training'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: unit.transform,
  modulePathIgnorePatterns: unit.modulePathIgnorePatterns,
  globalSetup: '<rootDir>/test/training/setup.ts',
  reporters: ['default', '<rootDir>/test/cluster/reporter.cjs'],
  // some controllers listen on a port, or look at a folder, that cannot be chosen
  maxWorkers: 1,
  setupFiles: unit.setupFiles,
  testTimeout: 300_000,
};
