import { limitSource } from '../../provider/source/limited-source';
import { fakeSource, gate, listingOf, requestFor } from './fake-source';

const settled = () => new Promise(setImmediate);

describe('limitSource', () => {
  it('lists no more than the limit at the same time, and everything in the end', async () => {
    const { passed, open } = gate();
    const plain = fakeSource((request) => passed.then(() => listingOf(request)));
    const source = limitSource(plain, 2);
    const listings = Array.from({ length: 5 }, () => source.list(requestFor()));
    await settled();
    expect(plain.asked).toHaveLength(2);
    open();
    await expect(Promise.all(listings)).resolves.toHaveLength(5);
    expect(plain.asked).toHaveLength(5);
  });

  it('gives the place of a failed listing to the next', async () => {
    const plain = fakeSource((request) =>
      plain.asked.length === 1
        ? Promise.reject(new Error('first'))
        : Promise.resolve(listingOf(request)),
    );
    const source = limitSource(plain, 1);
    const [first, second] = [source.list(requestFor()), source.list(requestFor())];
    await expect(first).rejects.toThrow('first');
    await expect(second).resolves.toEqual(listingOf(requestFor()));
  });

  it('does not list for a caller who left while waiting', async () => {
    const { passed, open } = gate();
    const plain = fakeSource((request) => passed.then(() => listingOf(request)));
    const source = limitSource(plain, 1);
    const controller = new AbortController();
    const first = source.list(requestFor());
    const second = source.list(requestFor({ signal: controller.signal }));
    await settled();
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    open();
    await first;
    expect(plain.asked).toHaveLength(1);
  });
});
