/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/engines/npm/',
    // Long suites: CI runs them, and `npm run test:all`.
    ...(process.env.CI === 'true' ? [] : ['\\.ci\\.test\\.ts$']),
  ],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/test/engines/npm/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/test/fast-check.cjs',
    // Late imports name the built file, as Node will load it.
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^cloudimages$': '<rootDir>/provider/index.ts',
    '^cloudimages/check-query$': '<rootDir>/provider/check-query.ts',
    '^cloudimages/pulumi$': '<rootDir>/provider/pulumi/index.ts',
    '^@cloudimages/simulator$': '<rootDir>/simulator/index.ts',
    '^@cloudimages/lock$': '<rootDir>/sdk/lock/index.ts',
    '^@cloudimages/pulumi$': '<rootDir>/sdk/pulumi/index.ts',
  },
  testEnvironment: 'node',
  // The clock of a busy machine decides no test: what hangs still ends.
  testTimeout: 120_000,
  // A test that runs a real engine starts several processes.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/build-first.cjs',
  reporters: ['default', '<rootDir>/test/closing-line.cjs'],
};
