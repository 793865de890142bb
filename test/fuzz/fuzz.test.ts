/** A short run of every fuzzer. `npm run fuzz` makes long ones. */
import { casesOf } from '../in-full';
import { fuzz } from './run';
import { FUZZ_TARGETS } from './targets';

describe.each(FUZZ_TARGETS)('$name', (target) => {
  it('come to an answer or an ImageError, and leave nothing behind', async () => {
    const { failure } = await fuzz(target, { inputs: casesOf(400), seed: 20260115 });
    expect(failure).toBeUndefined();
  }, 60_000);
});
