import { getEventListeners } from 'node:events';

import type { ResolvedCredential } from '../../provider/credentials/chain';
import { keyCredential } from '../../provider/credentials/credential';
import { memoizeCredential } from '../../provider/credentials/memoize-credential';

const never = new AbortController().signal;

/** A look-up that is answered by hand. */
function byHand() {
  const asked: {
    readonly signal: AbortSignal;
    readonly answer: (maxAgeMs?: number) => void;
    readonly fail: (error: unknown) => void;
  }[] = [];
  const time = { ms: 0 };
  const provider = memoizeCredential(
    (signal) =>
      new Promise<ResolvedCredential>((resolve, fail) => {
        const source = `look-up ${asked.length + 1}`;
        const credential = keyCredential({ id: source, secret: 's' });
        const answer = (maxAgeMs?: number) =>
          resolve({ credential, source, ...(maxAgeMs === undefined ? {} : { maxAgeMs }) });
        asked.push({ signal, answer, fail });
      }),
    () => time.ms,
  );
  return { provider, asked, time };
}

describe('memoizeCredential', () => {
  it('asks once, however many ask at the same time and later', async () => {
    const { provider, asked } = byHand();
    const three = [provider(never), provider(never), provider(never)];
    asked[0]?.answer();
    const [first, ...others] = await Promise.all(three);
    expect(others).toEqual([first, first]);
    expect(await provider(never)).toBe(first);
    expect(asked).toHaveLength(1);
  });

  it('asks again when its time is over', async () => {
    const { provider, asked, time } = byHand();
    const first = provider(never);
    asked[0]?.answer(1000);
    await expect(first).resolves.toMatchObject({ source: 'look-up 1' });
    time.ms = 999;
    await expect(provider(never)).resolves.toMatchObject({ source: 'look-up 1' });
    time.ms = 1000;
    const second = provider(never);
    asked[1]?.answer();
    await expect(second).resolves.toMatchObject({ source: 'look-up 2' });
  });

  it('gives a failure to all who wait, and forgets it', async () => {
    const { provider, asked } = byHand();
    const error = new Error('no luck');
    const both = Promise.allSettled([provider(never), provider(never)]);
    asked[0]?.fail(error);
    expect(await both).toEqual([
      { status: 'rejected', reason: error },
      { status: 'rejected', reason: error },
    ]);
    const again = provider(never);
    asked[1]?.answer();
    await expect(again).resolves.toMatchObject({ source: 'look-up 2' });
  });

  it('lets one caller leave without disturbing the others', async () => {
    const { provider, asked } = byHand();
    const controller = new AbortController();
    const leaving = provider(controller.signal);
    const staying = provider(never);
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked[0]?.signal.aborted).toBe(false);
    asked[0]?.answer();
    await expect(staying).resolves.toMatchObject({ source: 'look-up 1' });
    expect(getEventListeners(never, 'abort')).toEqual([]);
  });

  it('calls the look-up off when the last caller leaves, and begins again for the next', async () => {
    const { provider, asked } = byHand();
    const controller = new AbortController();
    const leaving = provider(controller.signal);
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked[0]?.signal.aborted).toBe(true);
    const next = provider(never);
    asked[0]?.fail(new Error('called off'));
    asked[1]?.answer();
    await expect(next).resolves.toMatchObject({ source: 'look-up 2' });
    await expect(provider(controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
