/**
 * A jest reporter for people who read only the end: how many tests passed and failed, and how many
 * long suites this run left to CI.
 */
const { readdirSync } = require('node:fs');

class ClosingLine {
  constructor({ testPathPatterns }) {
    const isWhole = testPathPatterns.patterns.length === 0;
    this.leftToCi = isWhole && process.env.CI !== 'true' ? countLongSuites() : 0;
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests === 0 ? '' : `, ${numPendingTests} skipped`;
    const left =
      this.leftToCi === 0
        ? ''
        : `; ${this.leftToCi} long suites were left to CI (npm run test:all runs them too)`;
    process.stderr.write(`\n${numPassedTests} passed, ${failed} failed${skipped}${left}\n`);
  }
}

function countLongSuites() {
  return readdirSync(__dirname, { recursive: true }).filter((file) => file.endsWith('.ci.test.ts'))
    .length;
}

module.exports = ClosingLine;
