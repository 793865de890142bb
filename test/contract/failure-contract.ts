/** What every cloud guarantees when a call fails: the right code, the facts, as many tries as help. */
import type { Fault } from '@cloudimages/simulator';
import { secretsOf } from '../../provider/credentials/credential';
import { describeError } from '../../provider/errors/describe-error';
import type { ErrorCode } from '../../provider/errors/image-error';
import { RETRY_PACE, THROTTLED_PACE } from '../../provider/transport/retry';
import { workingCredentials } from './harness';
import { play, type Scene, type ContractCloud } from './scene';

/** A failure that stays forever, and what must come of it. */
interface Trouble {
  readonly fault: Fault;
  readonly code: ErrorCode;
  /** How often the page is asked for. */
  readonly tries: number;
  readonly scene?: Scene;
}

const PATIENCE = RETRY_PACE.maxAttempts;
const LONG_PATIENCE = THROTTLED_PACE.maxAttempts;

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'a refused signature': { fault: { kind: 'unauthenticated' }, code: 'unauthenticated', tries: 1 },
  'an account without permission': { fault: { kind: 'forbidden' }, code: 'forbidden', tries: 1 },
  throttling: { fault: { kind: 'throttle' }, code: 'throttled', tries: LONG_PATIENCE },
  'throttling with Retry-After': {
    fault: { kind: 'throttle', retryAfterSeconds: 2 },
    code: 'throttled',
    tries: LONG_PATIENCE,
  },
  'an internal error': { fault: { kind: 'error' }, code: 'unavailable', tries: PATIENCE },
  'HTTP 503': { fault: { kind: 'status', status: 503 }, code: 'unavailable', tries: PATIENCE },
  'HTML with 200': { fault: { kind: 'html', status: 200 }, code: 'bad-response', tries: 1 },
  'HTML with 401': { fault: { kind: 'html', status: 401 }, code: 'unauthenticated', tries: 1 },
  'HTML with 403': { fault: { kind: 'html', status: 403 }, code: 'forbidden', tries: 1 },
  'HTML with 429': {
    fault: { kind: 'html', status: 429 },
    code: 'throttled',
    tries: LONG_PATIENCE,
  },
  'HTML with 502': { fault: { kind: 'html', status: 502 }, code: 'unavailable', tries: PATIENCE },
  'JSON that breaks off': {
    fault: { kind: 'truncate', complete: true },
    code: 'bad-response',
    tries: 1,
  },
  'a body that breaks off': { fault: { kind: 'truncate' }, code: 'unavailable', tries: PATIENCE },
  'a reset connection': { fault: { kind: 'reset' }, code: 'unavailable', tries: PATIENCE },
  'a huge body': {
    fault: { kind: 'oversize', bytes: 200_000 },
    code: 'bad-response',
    tries: 1,
    scene: { maxResponseBytes: 100_000 },
  },
};

export function failureContract(definition: ContractCloud): void {
  const cloud = definition.id;

  it.each(Object.entries(TROUBLES))(
    '%s: the right code, and as many tries as help',
    async (_, { fault, code, tries, scene }) => {
      const { error, requests } = await play(definition, { ...scene, faults: [fault] });
      // A token that is refused is renewed once.
      const renewals = definition.signIn && fault.kind === 'unauthenticated' ? 1 : 0;
      expect(error).toMatchObject({
        code,
        facts: { cloud, operation: definition.operation, attempts: tries },
      });
      expect(requests).toHaveLength(tries + renewals);
    },
  );

  it.each(Object.entries(TROUBLES).filter(([, { tries }]) => tries > 1))(
    '%s that passes: the whole list, and every further try in the log',
    async (_, { fault, tries, scene }) => {
      const faults = [{ ...fault, pages: [1], times: tries - 1 }];
      const outcome = await play(definition, { ...scene, faults });
      expect(outcome.listing().images).toHaveLength(12);
      expect(outcome.log.filter(({ event }) => event === 'retry')).toHaveLength(tries - 1);
      // A slow rate adds waits of its own.
      expect(outcome.waits.length).toBeGreaterThanOrEqual(tries - 1);
    },
  );

  it('waits as long as the API asks', async () => {
    const faults: Fault[] = [{ kind: 'throttle', retryAfterSeconds: 30, times: 1 }];
    const { waits } = await play(definition, { faults });
    expect(waits[0]).toBeGreaterThanOrEqual(30_000);
  });

  it('outlasts a throttled minute', async () => {
    const { waits } = await play(definition, { faults: [{ kind: 'throttle' }] });
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(60_000);
  });

  it('does not wait where the deadline would come first, and says so', async () => {
    const faults: Fault[] = [{ kind: 'throttle', retryAfterSeconds: 600 }];
    const { error, waits } = await play(definition, { faults });
    expect(error).toMatchObject({
      code: 'throttled',
      reason: expect.stringContaining('the next attempt would have to wait'),
      facts: { retryAfterMs: 600_000, attempts: 1 },
    });
    expect(waits).toEqual([]);
  });

  it('ends at the deadline, whatever the API does', async () => {
    const scene = { faults: [{ kind: 'hang' } as const], timeoutMs: 50 };
    const { error, requests } = await play(definition, scene);
    expect(error).toMatchObject({ code: 'timeout', reason: expect.stringContaining(cloud) });
    // On a busy machine the deadline may come before the first request.
    expect(requests.length).toBeLessThanOrEqual(1);
  });

  it('tells which permission is missing', async () => {
    const { error } = await play(definition, { faults: [{ kind: 'forbidden' }] });
    for (const permission of definition.leastPrivilege) {
      expect(describeError(error).hint).toContain(permission);
    }
  });

  it('shows no secret that the API echoes', async () => {
    // Every scene looks for secrets in its error and its log; this one gives them a reason.
    for (const credential of workingCredentials(cloud)) {
      const message = `You sent ${secretsOf(credential).join(' and ')}.`;
      const faults: Fault[] = [{ kind: 'error', message }];
      const { error } = await play(definition, { credential, faults });
      expect(error).toMatchObject({ reason: expect.stringContaining('You sent') });
    }
  });
}
