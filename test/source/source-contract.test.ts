import { ImageError } from '../../provider/errors/image-error';
import { memoizeSource } from '../../provider/source/memoized-source';
import { mergeSources } from '../../provider/source/merged-source';
import type { ImageSource } from '../../provider/source/source';
import { fakeSource, gate, listingOf, requestFor } from './fake-source';

// Whatever is put around a source, it keeps to what a plain one keeps to.

const merge = (plain: ImageSource): ImageSource => mergeSources(() => plain);
const memoize = (plain: ImageSource): ImageSource => memoizeSource(plain, () => 0);

const WRAPPERS: Readonly<Record<string, (plain: ImageSource) => ImageSource>> = {
  'a plain source': (plain) => plain,
  'a merged source': merge,
  'a memoized source': memoize,
  'a memoized merged source': (plain) => memoize(merge(plain)),
};

const HONGKONG = { cloud: 'alicloud', region: 'cn-hongkong' } as const;

describe.each(Object.entries(WRAPPERS))('%s', (_, wrap) => {
  it('lists what is behind it', async () => {
    const request = requestFor({ narrowing: { owners: ['self'] }, scope: { instanceType: 'x' } });
    const plain = fakeSource();
    expect(await wrap(plain).list(request)).toEqual(listingOf(request));
    const { target, narrowing, scope } = request;
    expect(plain.asked).toEqual([expect.objectContaining({ target, narrowing, scope })]);
  });

  it('tells targets apart', async () => {
    const source = wrap(fakeSource());
    const requests = [requestFor(), requestFor({ target: HONGKONG })];
    expect(await Promise.all(requests.map((request) => source.list(request)))).toEqual(
      requests.map(listingOf),
    );
  });

  it.each([
    ['the target', { target: HONGKONG }],
    ['the narrowing', { narrowing: { owners: ['self'] } }],
    ['the scope', { scope: { instanceType: 'ecs.g7.large' } }],
  ])('has the same key for the same question, and another where %s differs', async (_, change) => {
    const source = wrap(fakeSource());
    const key = await source.key(requestFor());
    expect(await source.key(requestFor())).toBe(key);
    expect(await source.key(requestFor(change))).not.toBe(key);
  });

  it('fails as what is behind it fails', async () => {
    const error = new ImageError('forbidden', 'no');
    const source = wrap(fakeSource(() => Promise.reject(error)));
    await expect(source.list(requestFor())).rejects.toBe(error);
  });

  it('is cancelled before it begins', async () => {
    const source = wrap(fakeSource());
    const request = requestFor({ signal: AbortSignal.abort() });
    await expect(source.list(request)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is cancelled while it waits, and cancels what is behind it', async () => {
    const controller = new AbortController();
    const { passed } = gate();
    const plain = fakeSource((request) => passed.then(() => listingOf(request)));
    const listing = wrap(plain).list(requestFor({ signal: controller.signal }));
    listing.catch(() => undefined);
    while (plain.asked.length === 0) await new Promise(setImmediate);
    controller.abort();
    await expect(listing).rejects.toMatchObject({ code: 'cancelled' });
    expect(plain.aborted).toHaveLength(1);
  });

  it('passes on why its caller left', async () => {
    const reason = new ImageError('timeout', 'the time is over');
    const source = wrap(fakeSource());
    const request = requestFor({ signal: AbortSignal.abort(reason) });
    await expect(source.list(request)).rejects.toBe(reason);
  });
});
