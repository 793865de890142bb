import { setMaxListeners } from 'node:events';

import * as fc from 'fast-check';

import { CLOUDS } from '../../provider/clouds/index';
import { createThrottle } from '../../provider/transport/throttle';
import { virtualClock } from './virtual-clock';

const never = new AbortController().signal;
setMaxListeners(0, never);

describe('createThrottle', () => {
  it('keeps burst, rate, concurrency and order for any arrivals and durations', async () => {
    const job = fc.record({
      at: fc.integer({ min: 0, max: 3000 }),
      takes: fc.integer({ min: 0, max: 2500 }),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(job, { maxLength: 40 }),
        fc.record({
          burst: fc.integer({ min: 1, max: 8 }),
          perSecond: fc.integer({ min: 1, max: 8 }),
          concurrency: fc.integer({ min: 1, max: 5 }),
        }),
        async (jobs, limit) => {
          const clock = virtualClock();
          const throttle = createThrottle(limit, clock);
          const begun: { readonly at: number; readonly index: number }[] = [];
          const arrived: number[] = [];
          let running = 0;
          let peak = 0;
          const runs = jobs.map(async ({ at, takes, fails }, index) => {
            await clock.sleep(at, never);
            arrived.push(index);
            await throttle.run(never, async () => {
              begun.push({ at: clock.now(), index });
              running += 1;
              peak = Math.max(peak, running);
              await clock.sleep(takes, never);
              running -= 1;
              if (fails) throw new Error('of the work');
            });
          });
          await clock.run(Promise.allSettled(runs));
          expect(peak).toBeLessThanOrEqual(limit.concurrency);
          expect(begun.map(({ index }) => index)).toEqual(arrived);
          // In any span of time: at most a full bucket, and what flows in meanwhile.
          for (const [i, first] of begun.entries()) {
            for (const [j, last] of begun.entries()) {
              const allowed = limit.burst + ((last.at - first.at) * limit.perSecond) / 1000;
              if (j >= i) expect(j - i + 1).toBeLessThanOrEqual(allowed + 1e-6);
            }
          }
        },
      ),
    );
  });

  it('begins a burst at once, and the rest at the rate', async () => {
    const clock = virtualClock();
    const throttle = createThrottle({ burst: 5, perSecond: 4, concurrency: 5 }, clock);
    const runs = Array.from({ length: 9 }, () => throttle.run(never, async () => clock.now()));
    expect(await clock.run(Promise.all(runs))).toEqual([0, 0, 0, 0, 0, 250, 500, 750, 1000]);
  });

  it('allows a new burst after a pause, and no larger one', async () => {
    const clock = virtualClock();
    const throttle = createThrottle({ burst: 2, perSecond: 4, concurrency: 5 }, clock);
    const begin = () => throttle.run(never, async () => clock.now());
    await Promise.all([begin(), begin()]);
    await clock.run(clock.sleep(60_000, never));
    const runs = await clock.run(Promise.all([begin(), begin(), begin()]));
    expect(runs).toEqual([60_000, 60_000, 60_250]);
  });

  it('lists 31 pages behind 30 ms in less than half a second with the limits of alicloud', async () => {
    const clock = virtualClock();
    const throttle = createThrottle(CLOUDS.alicloud.rateLimit, clock);
    const page = () => throttle.run(never, () => clock.sleep(30, never));
    await clock.run(page());
    await clock.run(Promise.all(Array.from({ length: 30 }, page)));
    expect(clock.now()).toBe(120);
  });

  it('passes results and errors on', async () => {
    const throttle = createThrottle({ burst: 9, perSecond: 9, concurrency: 1 }, virtualClock());
    const error = new Error('of the work');
    await expect(throttle.run(never, () => Promise.reject(error))).rejects.toBe(error);
    await expect(throttle.run(never, async () => 7)).resolves.toBe(7);
  });

  it('lets a caller leave while waiting for a place, and while waiting for the rate', async () => {
    const clock = virtualClock();
    const throttle = createThrottle({ burst: 1, perSecond: 1, concurrency: 2 }, clock);
    const [a, b] = [new AbortController(), new AbortController()];
    const work = jest.fn(async () => clock.now());
    const first = throttle.run(never, work);
    const paced = throttle.run(a.signal, work);
    const queued = throttle.run(b.signal, work);
    const last = throttle.run(never, work);
    a.abort();
    b.abort();
    await expect(paced).rejects.toMatchObject({ code: 'cancelled' });
    await expect(queued).rejects.toMatchObject({ code: 'cancelled' });
    await expect(clock.run(Promise.all([first, last]))).resolves.toEqual([0, 1000]);
    expect(work).toHaveBeenCalledTimes(2);
    expect(clock.pending()).toBe(0);
    await expect(throttle.run(a.signal, work)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('begins nothing while it is held off, and no large burst after that', async () => {
    const clock = virtualClock();
    const throttle = createThrottle({ burst: 9, perSecond: 2, concurrency: 4 }, clock);
    throttle.holdOff(30_000);
    throttle.holdOff(10_000);
    const runs = [1, 2, 3].map(() => throttle.run(never, async () => clock.now()));
    expect(await clock.run(Promise.all(runs))).toEqual([30_000, 30_000, 30_500]);
  });
});
