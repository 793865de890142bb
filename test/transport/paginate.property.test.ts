import * as fc from 'fast-check';

import { isImageError } from '../../provider/errors/image-error';
import { paginate } from '../../provider/transport/paginate';
import { ids, item, items, pagedServer, type Item, type Lie } from './paged-server';

const pageSize = fc.integer({ min: 1, max: 7 });
const count = fc.integer({ min: 0, max: 40 });
const concurrency = fc.integer({ min: 1, max: 6 });

type Server = ReturnType<typeof pagedServer>;

async function read(
  server: Server,
  size: number,
  workers: number,
): Promise<readonly Item[] | 'error'> {
  try {
    const list = await paginate({
      fetchPage: server.fetchPage,
      pageSize: size,
      idOf: ({ id }) => id,
      concurrency: workers,
      signal: new AbortController().signal,
    });
    expect(list.requests).toBe(server.requests());
    return list.items;
  } catch (error) {
    // Anything but a refusal is a mistake of ours.
    if (!isImageError(error) || error.code !== 'bad-response') throw error;
    return 'error';
  }
}

/** Twice: the pages of the longest list there may be, and one more to see the end. */
const bound = (length: number, size: number) => 2 * (Math.ceil(length / size) + 1);

describe('paginate', () => {
  it('gives the list, whatever its length, the size of pages and how many are asked for at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        count,
        pageSize,
        concurrency,
        fc.boolean(),
        async (length, size, workers, withTotal) => {
          const server = pagedServer(items(length), size, (page) =>
            withTotal ? page : { items: page.items },
          );
          expect(await read(server, size, workers)).toEqual(items(length));
          expect(server.requests()).toBeLessThanOrEqual(bound(length, size) / 2);
        },
      ),
    );
  });

  it('gives the list or an error, whatever the total says', async () => {
    const total = fc.option(
      fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }).map(String)),
      {
        nil: undefined,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        count,
        pageSize,
        concurrency,
        fc.array(total, { minLength: 1, maxLength: 5 }),
        async (length, size, workers, totals) => {
          const server = pagedServer(items(length), size, (page, { pageNumber }) => ({
            ...page,
            total: totals[pageNumber % totals.length],
          }));
          const list = await read(server, size, workers);
          if (list !== 'error') expect(ids(list).toSorted()).toEqual(ids(items(length)).toSorted());
          // A first page below its total is taken for the size of the service's pages.
          expect(server.requests()).toBeLessThanOrEqual(
            bound(60, Math.min(size, length || size)) + 2,
          );
        },
      ),
    );
  });

  it('never takes a constant total that is too low for the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        count,
        pageSize,
        concurrency,
        fc.nat(40),
        async (length, size, workers, total) => {
          fc.pre(total <= length);
          const server = pagedServer(items(length), size, (page) => ({ ...page, total }));
          expect(await read(server, size, workers)).toEqual(items(length));
        },
      ),
    );
  });

  it('gives the list or an error where pages lose, repeat or shorten what they hold', async () => {
    const damage = fc.record({
      drop: fc.array(fc.nat(6), { maxLength: 2 }),
      repeat: fc.option(fc.nat(40), { nil: undefined }),
      from: fc.option(fc.nat(5), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(
        count,
        pageSize,
        concurrency,
        fc.array(fc.option(damage, { nil: undefined, freq: 2 }), { minLength: 1, maxLength: 12 }),
        async (length, size, workers, damages) => {
          const all = items(length);
          const lie: Lie = (page, { number, pageNumber }) => {
            const harm = damages[number % damages.length];
            if (harm === undefined) return page;
            const start = (harm.from ?? pageNumber) * size;
            const kept = all.slice(start, start + size).filter((_, i) => !harm.drop.includes(i));
            const extra = harm.repeat === undefined ? [] : all.slice(harm.repeat, harm.repeat + 1);
            return { items: [...kept, ...extra].slice(0, size), total: length };
          };
          const server = pagedServer(all, size, lie);
          const list = await read(server, size, workers);
          if (list !== 'error') expect(ids(list).toSorted()).toEqual(ids(all).toSorted());
          expect(server.requests()).toBeLessThanOrEqual(bound(length, 1) + 24);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the list as it was before or after a change, whenever that comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        count,
        pageSize,
        concurrency,
        fc.nat(12),
        fc.nat(40),
        fc.constantFrom('came', 'went'),
        async (length, size, workers, when, where, change) => {
          const before = items(length);
          const after =
            change === 'came' ? before.toSpliced(where, 0, item(99)) : before.toSpliced(where, 1);
          const server = pagedServer((request) => (request < when ? before : after), size);
          const list = await read(server, size, workers);
          expect([before, after]).toContainEqual(list);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives a list that was true at some time, or an error, where the list changes all the time', async () => {
    const changes = fc.array(fc.tuple(fc.nat(40), fc.boolean()), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(count, pageSize, changes, async (length, size, steps) => {
        const lists = [items(length)];
        for (const [i, [where, came]] of steps.entries()) {
          const list = lists.at(-1) ?? [];
          lists.push(came ? list.toSpliced(where, 0, item(100 + i)) : list.toSpliced(where, 1));
        }
        // One change at every second request, so that neither total nor ids can stand still unseen.
        const listAt = (request: number) =>
          lists[Math.min(Math.floor(request / 2), lists.length - 1)] ?? [];
        const server = pagedServer(listAt, size);
        const list = await read(server, size, 1);
        if (list !== 'error') {
          const known = new Set(lists.flatMap((one) => ids(one)));
          expect(ids(list).every((id) => known.has(id))).toBe(true);
          expect(lists.map((one) => one.length)).toContain(list.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
