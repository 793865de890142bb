/** The chaos harness over real connections, where time is real too. `npm run chaos` makes longer runs. */
import { runOverSockets } from './over-sockets';

const RUN = { seed: 20260115, from: 0 };

describe('random look-ups under random faults over real connections', () => {
  it('give the right answer or a fitting error, 60 times', async () => {
    const report = await runOverSockets({ ...RUN, to: 60 });
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(60);
  }, 300_000);

  it('give the right answer or a fitting error over a cache of files, 20 times three look-ups', async () => {
    const report = await runOverSockets({ ...RUN, to: 20, cached: true });
    expect(report.failures).toEqual([]);
    expect(report.lookUps).toBe(60);
  }, 300_000);
});
