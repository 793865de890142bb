import * as fc from 'fast-check';

import { ImageError, type ErrorCode, type ErrorFacts } from '../../provider/errors/image-error';
import {
  parseRetryAfter,
  RETRY_PACE,
  THROTTLED_PACE,
  withRetries,
  type RetryPolicy,
} from '../../provider/transport/retry';
import { virtualClock } from './virtual-clock';

const never = new AbortController().signal;

/** Runs failing tries against a virtual clock, and tells what happened. */
async function attempt(
  failures: readonly ImageError[],
  policy: Partial<RetryPolicy> = {},
  deadlineMs = Infinity,
) {
  const clock = virtualClock();
  const begun: number[] = [];
  const outcome = await clock
    .run(
      withRetries(
        async ({ attempt }) => {
          begun.push(clock.now());
          const failure = failures[attempt - 1];
          if (failure !== undefined) throw failure;
          return `at try ${attempt}`;
        },
        {
          signal: never,
          random: () => 0,
          remainingMs: () => deadlineMs - clock.now(),
          clock,
          ...policy,
        },
      ),
    )
    .catch((error: unknown) => error);
  return { outcome, begun, waits: clock.waits, endMs: clock.now() };
}

const error = (code: ErrorCode, facts: ErrorFacts = {}) => new ImageError(code, 'it failed', facts);
const many = (one: ImageError) => Array.from({ length: 20 }, () => one);

describe('withRetries', () => {
  it('gives the first success, at once where it comes at once', async () => {
    expect(await attempt([])).toMatchObject({ outcome: 'at try 1', waits: [] });
    expect(await attempt([error('unavailable'), error('timeout')])).toMatchObject({
      outcome: 'at try 3',
      waits: [500, 1000],
    });
  });

  it.each([
    'unauthenticated',
    'forbidden',
    'bad-request',
    'bad-response',
    'invalid-configuration',
    'cancelled',
    'internal',
  ] as const)('does not try again after %s', async (code) => {
    const { outcome, waits } = await attempt([error(code)]);
    expect(outcome).toMatchObject({ code, facts: { attempts: 1 } });
    expect(waits).toEqual([]);
  });

  it.each(['ENOTFOUND', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'does not try again what waiting cannot cure: %s',
    async (code) => {
      const cause = Object.assign(new Error(code), { code });
      const { outcome } = await attempt([error('unavailable', { cause })]);
      expect(outcome).toMatchObject({ facts: { attempts: 1 } });
    },
  );

  it('tries again after a lost connection and a silent name service', async () => {
    const failures = ['ECONNRESET', 'EAI_AGAIN'].map((code) =>
      error('unavailable', { cause: Object.assign(new Error(code), { code }) }),
    );
    expect(await attempt(failures)).toMatchObject({ outcome: 'at try 3' });
  });

  it('gives up after the last try, with the error as it was and the number of tries', async () => {
    const facts = { cloud: 'alicloud', region: 'cn-hangzhou', httpStatus: 503 };
    const { outcome, begun } = await attempt(many(error('unavailable', facts)));
    expect(begun).toHaveLength(RETRY_PACE.maxAttempts);
    expect(outcome).toMatchObject({
      message: '[unavailable] alicloud/cn-hangzhou: it failed',
      facts: { ...facts, attempts: 5 },
    });
  });

  it('lets anything that is no error of ours pass', async () => {
    const bug = new TypeError('a mistake in the program');
    await expect(
      withRetries(() => Promise.reject(bug), {
        signal: never,
        random: Math.random,
        remainingMs: () => Infinity,
      }),
    ).rejects.toBe(bug);
  });

  it('outlasts a minute of throttling, whatever chance says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        async (chance) => {
          const random = () => chance.next().value;
          const { begun, outcome } = await attempt(many(error('throttled')), { random });
          expect(begun).toHaveLength(THROTTLED_PACE.maxAttempts);
          expect(begun.at(-1)).toBeGreaterThan(60_000);
          expect(begun.at(-1)).toBeLessThanOrEqual(127_000);
          expect(outcome).toMatchObject({ code: 'throttled', facts: { attempts: 8 } });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('spreads waits from nothing to twice the last, up to the cap', async () => {
    const failures = many(error('unavailable'));
    expect((await attempt(failures, { random: () => 0 })).waits).toEqual([500, 1000, 2000, 4000]);
    const low = (await attempt(failures, { random: () => 0.999 })).waits;
    expect(Math.max(...low)).toBeLessThan(5);
    const pace = { ...RETRY_PACE, maxDelayMs: 1500 };
    expect((await attempt(failures, { pace })).waits).toEqual([500, 1000, 1500, 1500]);
  });

  it('waits as long as the service asks, and longer than its own cap if need be', async () => {
    const failures = [
      error('throttled', { retryAfterMs: 90_000 }),
      error('unavailable', { retryAfterMs: 3 }),
    ];
    expect(await attempt(failures)).toMatchObject({ outcome: 'at try 3', waits: [90_000, 1000] });
  });

  it('spreads the waits that the service asks for, and never shortens them', async () => {
    const failures = [error('throttled', { retryAfterMs: 90_000 })];
    expect((await attempt(failures, { random: () => 0.5 })).waits).toEqual([90_500]);
  });

  it('prints the wait and the time left in tenths of a second', async () => {
    const failures = [error('throttled', { retryAfterMs: 60_010 })];
    expect((await attempt(failures, {}, 12_340)).outcome).toMatchObject({
      reason: 'it failed; the next attempt would have to wait 60.1 s, and only 12.4 s are left',
    });
  });

  it('fails at once where the wait would pass the deadline, and says so', async () => {
    const { outcome, endMs } = await attempt(
      [error('throttled', { retryAfterMs: 60_000, cloud: 'alicloud' })],
      {},
      12_000,
    );
    expect(endMs).toBe(0);
    expect(outcome).toMatchObject({
      code: 'throttled',
      reason: 'it failed; the next attempt would have to wait 60 s, and only 12 s are left',
      facts: { cloud: 'alicloud', retryAfterMs: 60_000, attempts: 1 },
    });
  });

  it('does not wait until the very end of the deadline', async () => {
    expect(await attempt([error('timeout')], {}, 501)).toMatchObject({ outcome: 'at try 2' });
    const { outcome } = await attempt([error('timeout')], {}, 500);
    expect(outcome).toMatchObject({ facts: { attempts: 1 } });
  });

  it('never begins a try after the deadline', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 200_000 }),
        fc.boolean(),
        async (deadline, throttled) => {
          const failures = many(error(throttled ? 'throttled' : 'timeout'));
          const { begun } = await attempt(failures, { random: Math.random }, deadline);
          for (const at of begun.slice(1)) expect(at).toBeLessThan(deadline);
        },
      ),
    );
  });

  it('ends a wait when cancelled', async () => {
    const controller = new AbortController();
    const { outcome, endMs, begun } = await attempt(many(error('throttled')), {
      signal: controller.signal,
      onRetry: ({ attempt }) => attempt === 2 && queueMicrotask(() => controller.abort()),
    });
    expect(outcome).toMatchObject({ code: 'cancelled' });
    expect([begun.length, endMs]).toEqual([2, 1000]);
  });

  it('does not try again once cancelled, even where the error would allow it', async () => {
    const controller = new AbortController();
    const clock = virtualClock();
    const failed = withRetries(
      async () => {
        controller.abort();
        throw error('unavailable');
      },
      { signal: controller.signal, random: () => 0, remainingMs: () => Infinity, clock },
    );
    await expect(clock.run(failed)).rejects.toMatchObject({ facts: { attempts: 1 } });
  });

  it('tells of each wait before it', async () => {
    const onRetry = jest.fn();
    const failure = error('unavailable');
    await attempt([failure, failure], { onRetry });
    expect(onRetry.mock.calls).toEqual([
      [{ error: failure, attempt: 1, delayMs: 500 }],
      [{ error: failure, attempt: 2, delayMs: 1000 }],
    ]);
  });
});

describe('parseRetryAfter', () => {
  const now = new Date('2024-07-12T00:00:00Z');
  it.each([
    ['5', 5000],
    ['0', 0],
    ['1.5', 1500],
    ['Fri, 12 Jul 2024 00:00:30 GMT', 30_000],
    ['Thu, 11 Jul 2024 00:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});
