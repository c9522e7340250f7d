const { jest: unit } = require('../../package.json');

module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/test/cluster'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: unit.transform,
  modulePathIgnorePatterns: unit.modulePathIgnorePatterns,
  globalSetup: '<rootDir>/test/cluster/setup.ts',
  reporters: ['default', '<rootDir>/test/cluster/reporter.cjs'],
  setupFiles: unit.setupFiles,
  testTimeout: 300_000,
};
