/** A short run of the chaos harness. `npm run chaos` makes long ones. */
import { runOverStub } from './campaign';
import { runOverSockets } from './over-sockets';

describe('random look-ups under random faults', () => {
  it('give the right answer or a fitting error, 2,000 times over a stub', async () => {
    const report = await runOverStub({ seed: 20260115, from: 0, to: 2000 });
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(2000);
    expect(report.withoutFault.right).toBeGreaterThan(600);
    expect(report.withFault.error).toBeGreaterThan(300);
  }, 300_000);

  it('give the right answer or a fitting error, 60 times over real connections', async () => {
    const report = await runOverSockets({ seed: 20260115, from: 0, to: 60 });
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(60);
  }, 300_000);
});
