import { getEventListeners } from 'node:events';

import { ImageError } from '../../provider/errors/image-error';
import { withDeadline } from '../../provider/transport/deadline';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const forever = () => new Promise<never>(() => undefined);
const options = { timeoutMs: 5000, label: 'listing alicloud/cn-hangzhou' };

describe('withDeadline', () => {
  it("gives the work's result, and leaves no timer and no listener behind", async () => {
    const { signal } = new AbortController();
    await expect(withDeadline({ ...options, signal }, async () => 'result')).resolves.toBe(
      'result',
    );
    expect(jest.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it("gives the work's error as it is, and cleans up", async () => {
    const error = new Error('of the work');
    const { signal } = new AbortController();
    await expect(withDeadline({ ...options, signal }, () => Promise.reject(error))).rejects.toBe(
      error,
    );
    await expect(
      withDeadline({ ...options, signal }, () => {
        throw error;
      }),
    ).rejects.toBe(error);
    expect(jest.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('aborts the signal when the work fails, so that whatever else it started ends too', async () => {
    const error = new ImageError('unavailable', 'one of two lists failed');
    let other: Promise<never> | undefined;
    await expect(
      withDeadline(options, (signal) => {
        other = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
        return Promise.all([other, Promise.reject(error)]);
      }),
    ).rejects.toBe(error);
    await expect(other).rejects.toBe(error);
  });

  it('ends work that does not listen, as a timeout with a name and a duration', async () => {
    const outcome = expect(withDeadline(options, forever)).rejects.toMatchObject({
      code: 'timeout',
      message: '[timeout] listing alicloud/cn-hangzhou took longer than 5 s',
    });
    await jest.advanceTimersByTimeAsync(5000);
    await outcome;
  });

  it('tells the work through its signal, and how much time is left', async () => {
    const seen: unknown[] = [];
    const outcome = withDeadline(options, async (signal, remainingMs) => {
      seen.push(remainingMs());
      signal.addEventListener('abort', () => seen.push('aborted', remainingMs()));
      await jest.advanceTimersByTimeAsync(2000);
      seen.push(remainingMs());
      return await forever();
    });
    const timeout = expect(outcome).rejects.toMatchObject({ code: 'timeout' });
    await jest.advanceTimersByTimeAsync(6000);
    await timeout;
    expect(seen).toEqual([5000, 3000, 'aborted', 0]);
  });

  it('tells cancellation from timeout, and keeps a reason of ours', async () => {
    const plain = new AbortController();
    const cancelled = withDeadline({ ...options, signal: plain.signal }, forever);
    plain.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });

    const reason = new ImageError('unavailable', 'another page failed');
    const ours = new AbortController();
    const failed = withDeadline({ ...options, signal: ours.signal }, forever);
    ours.abort(reason);
    await expect(failed).rejects.toBe(reason);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("takes the caller's AbortSignal.timeout for a timeout", async () => {
    const signal = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    await expect(withDeadline({ ...options, signal }, forever)).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('does not start work that is already cancelled', async () => {
    const work = jest.fn(forever);
    const signal = AbortSignal.abort();
    await expect(withDeadline({ ...options, signal }, work)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(work).not.toHaveBeenCalled();
  });

  it('nests: the nearer deadline wins and keeps its name', async () => {
    const outer = withDeadline({ timeoutMs: 1000, label: 'outer' }, (signal) =>
      withDeadline({ signal, timeoutMs: 9000, label: 'inner' }, forever),
    );
    const outcome = expect(outer).rejects.toMatchObject({
      message: expect.stringContaining('outer'),
    });
    await jest.advanceTimersByTimeAsync(1000);
    await outcome;
    expect(jest.getTimerCount()).toBe(0);
  });

  it('takes a deadline longer than a timer can be, and none at all', async () => {
    for (const timeoutMs of [2 ** 40, Infinity]) {
      const work = jest.fn(async () => {
        await jest.advanceTimersByTimeAsync(60_000);
        return 'done';
      });
      await expect(withDeadline({ ...options, timeoutMs }, work)).resolves.toBe('done');
    }
  });
});
