/**
 * The fast lane, `npm run test:unit`: tests of single parts, from the sources, without a build, engine
 * or process. `npm test` has all of these and more.
 */
const everything = require('./jest.config.cjs');

const PARTS = [
  ...['clouds', 'credentials', 'errors', 'image', 'lock', 'look-up', 'os-name', 'pin', 'source'],
  ...['transport', 'terraform/cty', 'terraform/plan-memory', 'terraform/resources'],
];
const SINGLE_FILES = ['pulumi/{configuration,peer-user,pinned-image,schema}', 'schema/field'];

/** @type {import('jest').Config} */
module.exports = {
  ...everything,
  globalSetup: undefined,
  testMatch: [
    ...PARTS.map((part) => `<rootDir>/test/${part}/**/*.test.ts`),
    ...SINGLE_FILES.map((file) => `<rootDir>/test/${file}.test.ts`),
  ],
  testPathIgnorePatterns: [
    ...everything.testPathIgnorePatterns,
    // Thousands of random cases each.
    '\\.property\\.test\\.ts$',
    // Tests that start processes.
    ...['lock/lock-file', 'credentials/read-file', 'plan-memory/saved-plan'],
  ],
  reporters: ['default'],
};
