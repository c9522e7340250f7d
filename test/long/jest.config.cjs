const { jest: unit } = require('../../package.json');

/** Tests of `npm test` that try as much as there is time for. */
const ENDLESS = [
  'constructs/random.test.ts',
  'faults/machine/at-once.test.ts',
  'faults/machine/kills.test.ts',
  'faults/size.test.ts',
  'faults/strings.test.ts',
  'faults/types.test.ts',
  'faults/unknown-props.test.ts',
];

/** Tests that take too long for `npm test`. */
const LONG = '**/*.long.ts';

module.exports = {
  ...unit,
  rootDir: '../..',
  testMatch: [...ENDLESS.map((file) => `<rootDir>/test/${file}`), LONG],
  testPathIgnorePatterns: ['/node_modules/'],
  globals: { TEST_EFFORT: 10 },
  testTimeout: 300_000,
};
