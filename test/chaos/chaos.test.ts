/** A short run of the chaos harness. `npm run chaos` makes long ones. */
import { casesOf } from '../in-full';
import { runOverStub } from './campaign';
import { runOverSockets } from './over-sockets';

const OVER_STUB = casesOf(2000);
const OVER_SOCKETS = casesOf(60);

describe('random look-ups under random faults', () => {
  it(`give the right answer or a fitting error, ${OVER_STUB} times over a stub`, async () => {
    const report = await runOverStub({ seed: 20260115, from: 0, to: OVER_STUB });
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(OVER_STUB);
    expect(report.withoutFault.right).toBeGreaterThan(OVER_STUB * 0.3);
    expect(report.withFault.error).toBeGreaterThan(OVER_STUB * 0.15);
  }, 300_000);

  it(`give the right answer or a fitting error, ${OVER_SOCKETS} times over real connections`, async () => {
    const report = await runOverSockets({ seed: 20260115, from: 0, to: OVER_SOCKETS });
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(OVER_SOCKETS);
  }, 300_000);

  it('give the right answer or a fitting error over a cache of files, 20 times three look-ups', async () => {
    const options = { seed: 20260115, from: 0, to: 20, cached: true };
    const report = await runOverSockets(options);
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(60);
  }, 300_000);
});
