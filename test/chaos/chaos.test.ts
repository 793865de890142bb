/** A short run of the chaos harness. `npm run chaos` makes long ones. */
import { casesOf } from '../in-full';
import { runOverStub } from './campaign';

const OVER_STUB = casesOf(2000);

describe('random look-ups under random faults', () => {
  it(`give the right answer or a fitting error, ${OVER_STUB} times over a stub`, async () => {
    const report = await runOverStub({ seed: 20260115, from: 0, to: OVER_STUB });
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(OVER_STUB);
    expect(report.withoutFault.right).toBeGreaterThan(OVER_STUB * 0.3);
    expect(report.withFault.error).toBeGreaterThan(OVER_STUB * 0.15);
  }, 300_000);
});
