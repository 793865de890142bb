/**
 * Whether this run has everything: the one of CI, and `npm run test:all`. Every other run leaves out
 * the suites named `*.ci.test.ts` and takes a tenth of the cases of the longest random tests.
 */
const IN_FULL = process.env['CI'] === 'true';

/** How many cases a long random test takes. */
export function casesOf(inFull: number): number {
  return IN_FULL ? inFull : Math.ceil(inFull / 10);
}
