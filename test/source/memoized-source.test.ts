import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ImageError } from '../../provider/errors/image-error';
import { MEMO_LIFETIME_MS, memoizeSource } from '../../provider/source/memoized-source';
import type { ImageSource, Listing } from '../../provider/source/source';
import { fakeSource, gate, listingOf, requestFor, type FakeSource } from './fake-source';

const cancelled = { code: 'cancelled' };

/** A memoized source whose flights end when the gate opens. */
function held(): {
  readonly plain: FakeSource;
  readonly memo: ImageSource;
  readonly open: () => void;
} {
  const { passed, open } = gate();
  const plain = fakeSource((request) => passed.then(() => listingOf(request)));
  return { plain, memo: memoizeSource(plain, () => 0), open };
}

/** Lists with a caller who can leave. */
function caller(memo: ImageSource): { readonly listing: Promise<Listing>; leave(): void } {
  const controller = new AbortController();
  const listing = memo.list(requestFor({ signal: controller.signal }));
  listing.catch(() => undefined);
  return { listing, leave: () => controller.abort() };
}

/** Lets everything go on that waits for nothing outside. */
async function settled(): Promise<void> {
  await new Promise(setImmediate);
}

describe('memoizeSource', () => {
  it('asks once for a hundred callers, and gives all of them the same', async () => {
    const { plain, memo, open } = held();
    const callers = Array.from({ length: 100 }, () => caller(memo));
    await settled();
    open();
    const listings = await Promise.all(callers.map(({ listing }) => listing));
    expect(plain.asked).toHaveLength(1);
    expect(new Set(listings).size).toBe(1);
  });

  it('looks at the clock a few times per question, however many questions it remembers', async () => {
    let looks = 0;
    const memo = memoizeSource(fakeSource(), () => {
      looks += 1;
      return 0;
    });
    const questions = 2000;
    for (let n = 0; n < questions; n += 1) {
      await memo.list(requestFor({ narrowing: { owners: [`${n}`] } }));
    }
    expect(looks).toBeLessThan(5 * questions);
  });

  it('asks again for another question', async () => {
    const plain = fakeSource();
    const memo = memoizeSource(plain, () => 0);
    await memo.list(requestFor());
    await memo.list(requestFor({ narrowing: { owners: ['self'] } }));
    expect(plain.asked).toHaveLength(2);
  });

  it('goes on for the others when one leaves', async () => {
    const { plain, memo, open } = held();
    const [first, ...others] = Array.from({ length: 3 }, () => caller(memo));
    await settled();
    first?.leave();
    await expect(first?.listing).rejects.toMatchObject(cancelled);
    open();
    await expect(Promise.all(others.map(({ listing }) => listing))).resolves.toHaveLength(2);
    expect(plain.asked).toHaveLength(1);
    expect(plain.aborted).toEqual([]);
  });

  it('ends the flight when all have left, and begins another for who comes then', async () => {
    const { plain, memo, open } = held();
    const callers = Array.from({ length: 3 }, () => caller(memo));
    await settled();
    callers.forEach(({ leave }) => leave());
    await Promise.all(
      callers.map(({ listing }) => expect(listing).rejects.toMatchObject(cancelled)),
    );
    expect(plain.aborted).toHaveLength(1);
    const late = caller(memo);
    await settled();
    open();
    await expect(late.listing).resolves.toEqual(listingOf(requestFor()));
    expect(plain.asked).toHaveLength(2);
  });

  it('is not ended by a caller who leaves after the answer', async () => {
    const plain = fakeSource();
    const memo = memoizeSource(plain, () => 0);
    const { listing, leave } = caller(memo);
    await listing;
    leave();
    await memo.list(requestFor());
    expect(plain.asked).toHaveLength(1);
    expect(plain.aborted).toEqual([]);
  });

  it('tells everyone of an error, and remembers none', async () => {
    const error = new ImageError('unavailable', 'down');
    const plain = fakeSource((request, call) =>
      call === 1 ? Promise.reject(error) : Promise.resolve(listingOf(request)),
    );
    const memo = memoizeSource(plain, () => 0);
    const callers = Array.from({ length: 3 }, () => caller(memo));
    await Promise.all(callers.map(({ listing }) => expect(listing).rejects.toBe(error)));
    expect(plain.asked).toHaveLength(1);
    await expect(memo.list(requestFor())).resolves.toEqual(listingOf(requestFor()));
    expect(plain.asked).toHaveLength(2);
  });

  it('fails where the question has no key, and asks nothing', async () => {
    const error = new ImageError('unauthenticated', 'no credentials were found');
    const plain: FakeSource = { ...fakeSource(), key: () => Promise.reject(error) };
    await expect(memoizeSource(plain, () => 0).list(requestFor())).rejects.toBe(error);
    expect(plain.asked).toEqual([]);
  });

  it('remembers for its lifetime, counted from the question, and no longer', async () => {
    let nowMs = 1_000_000;
    const plain = fakeSource();
    const memo = memoizeSource(plain, () => nowMs);
    await memo.list(requestFor());
    nowMs += MEMO_LIFETIME_MS - 1;
    await memo.list(requestFor());
    expect(plain.asked).toHaveLength(1);
    nowMs += 1;
    await memo.list(requestFor());
    expect(plain.asked).toHaveLength(2);
    nowMs += MEMO_LIFETIME_MS - 1;
    await memo.list(requestFor());
    expect(plain.asked).toHaveLength(2);
  });

  it('forgets what is too old when it lists something else, so that a long process does not grow', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    let nowMs = 0;
    const memo = memoizeSource(fakeSource(), () => nowMs);
    const listed = async (region: string) =>
      new WeakRef(await memo.list(requestFor({ target: { cloud: 'alicloud', region } })));
    const [old, young] = [await listed('a'), await listed('b')];
    nowMs += MEMO_LIFETIME_MS - 1;
    const later = await listed('c');
    nowMs += 1;
    await listed('d');
    await settled();
    collectGarbage();
    expect([old, young, later].map((one) => one.deref() !== undefined)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('keeps the newer flight when an older one fails after it', async () => {
    let nowMs = 0;
    const first = gate();
    const plain = fakeSource((request, call) =>
      call === 1
        ? first.passed.then(() => Promise.reject(new ImageError('unavailable', 'late')))
        : Promise.resolve(listingOf(request)),
    );
    const memo = memoizeSource(plain, () => nowMs);
    const early = caller(memo);
    await settled();
    nowMs += MEMO_LIFETIME_MS;
    await memo.list(requestFor());
    first.open();
    await expect(early.listing).rejects.toMatchObject({ code: 'unavailable' });
    await memo.list(requestFor());
    expect(plain.asked).toHaveLength(2);
  });
});

describe('what memoizeSource remembers', () => {
  const other = requestFor({ narrowing: { owners: ['self'] } });

  it('keeps a fresh listing when another question is asked', async () => {
    const plain = fakeSource();
    const memo = memoizeSource(plain, () => 0);
    for (const request of [requestFor(), other, requestFor(), other]) await memo.list(request);
    expect(plain.asked).toEqual([
      expect.objectContaining({ narrowing: requestFor().narrowing }),
      expect.objectContaining({ narrowing: other.narrowing }),
    ]);
  });

  it('lists nothing for a caller who has left already', async () => {
    const plain = fakeSource();
    const memo = memoizeSource(plain, () => 0);
    const signal = AbortSignal.abort();
    await expect(memo.list(requestFor({ signal }))).rejects.toMatchObject(cancelled);
    expect(plain.asked).toEqual([]);
  });

  it('lasts minutes: longer than one plan, shorter than a working day', () => {
    expect(MEMO_LIFETIME_MS).toBeGreaterThanOrEqual(60_000);
    expect(MEMO_LIFETIME_MS).toBeLessThanOrEqual(3_600_000);
  });
});
