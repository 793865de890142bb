import { setMaxListeners } from 'node:events';

import * as fc from 'fast-check';

import { RATE_LIMITS } from '../../provider/transport/limits';
import { createThrottle, createThrottleRegistry } from '../../provider/transport/throttle';
import { virtualClock } from './virtual-clock';

const never = new AbortController().signal;
setMaxListeners(0, never);

describe('createThrottle', () => {
  it('keeps rate, number at once and order, whatever arrives when and takes how long', async () => {
    const job = fc.record({
      at: fc.integer({ min: 0, max: 3000 }),
      takes: fc.integer({ min: 0, max: 2500 }),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(job, { maxLength: 40 }),
        fc.record({
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
          for (const [i, { at }] of begun.entries()) {
            const after = begun[i + limit.perSecond];
            expect((after?.at ?? Infinity) - at).toBeGreaterThanOrEqual(1000);
          }
        },
      ),
    );
  });

  it('is not slower than its rate', async () => {
    const clock = virtualClock();
    const throttle = createThrottle({ perSecond: 5, concurrency: 5 }, clock);
    const runs = Array.from({ length: 20 }, () => throttle.run(never, async () => clock.now()));
    const begun = await clock.run(Promise.all(runs));
    expect(begun).toEqual([0, 1000, 2000, 3000].flatMap((at) => Array<number>(5).fill(at)));
  });

  it('passes results and errors on', async () => {
    const throttle = createThrottle({ perSecond: 9, concurrency: 1 }, virtualClock());
    const error = new Error('of the work');
    await expect(throttle.run(never, () => Promise.reject(error))).rejects.toBe(error);
    await expect(throttle.run(never, async () => 7)).resolves.toBe(7);
  });

  it('lets a caller leave while waiting for a place, and while waiting for the rate', async () => {
    const clock = virtualClock();
    const throttle = createThrottle({ perSecond: 1, concurrency: 2 }, clock);
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

  it('begins nothing while it is held off', async () => {
    const clock = virtualClock();
    const throttle = createThrottle({ perSecond: 2, concurrency: 4 }, clock);
    throttle.holdOff(30_000);
    throttle.holdOff(10_000);
    const runs = [1, 2, 3].map(() => throttle.run(never, async () => clock.now()));
    expect(await clock.run(Promise.all(runs))).toEqual([30_000, 30_000, 31_000]);
  });
});

describe('createThrottleRegistry', () => {
  it('gives callers of one key one throttle', () => {
    const registry = createThrottleRegistry();
    const limit = RATE_LIMITS.alicloud;
    const throttle = registry.get('alicloud/ab12/cn-hangzhou', limit);
    expect(registry.get('alicloud/ab12/cn-hangzhou', limit)).toBe(throttle);
    expect(registry.get('alicloud/ab12/cn-beijing', limit)).not.toBe(throttle);
  });
});
