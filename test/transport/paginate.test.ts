import { getEventListeners } from 'node:events';

import { ImageError } from '../../provider/errors/image-error';
import { paginate, type Page, type PageLimits } from '../../provider/transport/paginate';
import { ids, item, items, pagedServer, type Item, type Lie } from './paged-server';

type FetchPage = (pageNumber: number, signal: AbortSignal, pageSize: number) => Promise<Page<Item>>;

function read(fetchPage: FetchPage, signal = new AbortController().signal, limits?: PageLimits) {
  const options = { fetchPage, pageSize: 10, idOf: ({ id }: Item) => id, concurrency: 3, signal };
  return paginate(limits === undefined ? options : { ...options, limits });
}

const serve = (count: number, lie?: Lie) => pagedServer(items(count), 10, lie);

describe('paginate over an honest service', () => {
  it.each([
    [0, 1],
    [1, 1],
    [9, 1],
    // A full last page may hide others: one more request makes sure.
    [10, 2],
    [11, 2],
    [100, 11],
    [101, 11],
  ])('reads %i items in %i requests', async (count, requests) => {
    const server = serve(count);
    expect(await read(server.fetchPage)).toEqual({ items: items(count), notes: [], requests });
    expect(server.requests()).toBe(requests);
  });

  it.each([0, 1, 10, 25])(
    'reads %i items without any total, up to an empty page',
    async (count) => {
      for (const total of [undefined, null, '']) {
        const server = serve(count, (page) => ({ items: page.items, total }));
        expect((await read(server.fetchPage)).items).toEqual(items(count));
      }
    },
  );

  it.each([
    ['by page numbers', () => 5],
    ['by offsets', (pageSize: number) => pageSize],
  ])('reads a service that caps its pages below the requested size, %s', async (_, stride) => {
    const all = items(23);
    const list = await read(async (pageNumber, _signal, pageSize) => {
      const start = pageNumber * stride(pageSize);
      return { items: all.slice(start, start + Math.min(5, pageSize)), total: 23 };
    });
    expect(list).toEqual({ items: all, notes: [], requests: 5 });
  });

  it('requests the page after a full last page beside the others', async () => {
    const server = serve(30);
    const begun: number[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    await read(async (pageNumber) => {
      begun.push(pageNumber);
      if (begun.length === 4) open();
      if (pageNumber > 0) await gate;
      return server.fetchPage(pageNumber);
    });
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('takes a total written as text, and none on an empty page', async () => {
    const server = serve(20, (page) => ({
      items: page.items,
      total: page.items.length === 0 ? 0 : `${page.total}`,
    }));
    expect(await read(server.fetchPage)).toMatchObject({ items: items(20), notes: [] });
  });

  it('asks for the first page alone and for the others side by side, no more than allowed', async () => {
    const server = serve(75);
    const log: string[] = [];
    let open = 0;
    await read(async (pageNumber) => {
      log.push(`${pageNumber} with ${open++} open`);
      await new Promise(setImmediate);
      open -= 1;
      return server.fetchPage(pageNumber);
    });
    expect(log.slice(0, 4)).toEqual([
      '0 with 0 open',
      '1 with 0 open',
      '2 with 1 open',
      '3 with 2 open',
    ]);
    expect(log).not.toContainEqual(expect.stringContaining('3 open'));
    expect(log).toHaveLength(8);
  });
});

describe('paginate over a list that changes', () => {
  it('reads again when an image came in while it was read', async () => {
    const after = [item(99), ...items(25)];
    const server = pagedServer((request) => (request === 0 ? items(25) : after), 10);
    expect(await read(server.fetchPage)).toEqual({
      items: after,
      notes: ['The list was read twice, because at first its total changed between the pages.'],
      requests: 7,
    });
  });

  it('reads again when one came and one went, so that an item shows up twice', async () => {
    const after = [item(99), ...items(24)];
    const server = pagedServer((request) => (request === 0 ? items(25) : after), 10);
    const { items: list, notes } = await read(server.fetchPage);
    expect(ids(list)).toEqual(ids(after));
    expect(notes).toEqual([
      'The list was read twice, because at first its total was 25, and its pages held 24 different items.',
    ]);
  });

  it('believes pages over a total only where two readings agree', async () => {
    const total = 3;
    const swapped = items(25).with(7, item(99));
    for (const later of [items(24), items(26), swapped]) {
      const server = pagedServer(
        (request) => (request < 4 ? items(25) : later),
        10,
        (page) => ({ ...page, total }),
      );
      await expect(read(server.fetchPage)).rejects.toMatchObject({ code: 'bad-response' });
    }
  });

  it('fails when it never holds still', async () => {
    const server = pagedServer((request) => items(25 + request), 10);
    await expect(read(server.fetchPage)).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('its total changed between the pages'),
    });
  });
});

describe('paginate over a service that contradicts itself', () => {
  it('believes full pages more than a total that is too low', async () => {
    for (const total of [0, 3, 10, 11, 19, 24]) {
      const server = serve(25, (page) => ({ ...page, total }));
      const list = await read(server.fetchPage);
      expect(ids(list.items)).toEqual(ids(items(25)));
      expect(list.notes).toEqual([
        `The service reports ${total} items, and its pages hold 25. The list was read twice with the same result, so the pages are trusted over the total.`,
      ]);
    }
  });

  it('does not believe pages over a total where a page came twice, since others may be missing', async () => {
    const server = serve(40, ({ items: page }, { pageNumber }) => ({
      items: pageNumber < 2 ? page : items(20).slice(10),
      total: 3,
    }));
    await expect(read(server.fetchPage)).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('page 3 held the same items as page 2'),
    });
  });

  // A reading of these 25 items under a total that is too low has four requests.
  it.each([
    ['the first reading', (request: number) => request === 1],
    ['the second reading', (request: number) => request === 5],
    ['both readings', (request: number) => request === 1 || request === 5],
  ])('does not believe pages over a total that changes in %s', async (_, isChanged) => {
    const server = serve(25, (page, { number }) => ({ ...page, total: isChanged(number) ? 4 : 3 }));
    const list = read(server.fetchPage);
    await expect(list).rejects.toMatchObject({ code: 'bad-response' });
  });

  const bad: readonly [name: string, lie: Lie, reason: string][] = [
    [
      'a total that is too high',
      (page) => ({ ...page, total: 26 }),
      'its total was 26, and its pages held 25',
    ],
    [
      'a total far too high',
      (page) => ({ ...page, total: 70 }),
      'its total was 70, and its pages held 25',
    ],
    ['nothing where there is a total', () => ({ items: [], total: 3 }), 'its pages held 0'],
    [
      'a short first page, and a total that is too low',
      (page, { pageNumber }) => ({
        items: pageNumber === 0 ? page.items.slice(5) : page.items,
        total: 3,
      }),
      'its total was 3, and its pages held 20',
    ],
    [
      'a short first page, and no total',
      ({ items: page }, { pageNumber }) => ({ items: pageNumber === 0 ? page.slice(5) : page }),
      'page 1 was not full, and others followed',
    ],
    [
      'an empty page in the middle',
      (page, { pageNumber }) => (pageNumber === 1 ? { ...page, items: [] } : page),
      'its pages held 15',
    ],
    [
      'a short page in the middle',
      (page, { pageNumber }) => (pageNumber === 1 ? { ...page, items: page.items.slice(1) } : page),
      'its pages held 24',
    ],
    [
      'a short page in the middle, and no total',
      ({ items }, { pageNumber }) => ({ items: pageNumber === 1 ? items.slice(1) : items }),
      'page 2 was not full, and others followed',
    ],
    [
      'the same page again and again',
      (page) => ({ ...page, items: items(10) }),
      'page 2 held the same items as page 1',
    ],
    [
      'the same page again and again, and no total',
      () => ({ items: items(10) }),
      'page 2 held the same items as page 1',
    ],
    [
      'an item on two pages in place of another',
      (page, { pageNumber }) =>
        pageNumber === 1 ? { ...page, items: [item(0), ...page.items.slice(1)] } : page,
      'its pages held 24',
    ],
    [
      'an item twice in place of another',
      (page, { pageNumber }) =>
        pageNumber === 1 ? { ...page, items: [item(11), ...page.items.slice(1)] } : page,
      'its pages held 24',
    ],
    [
      'items that come twice, and no total',
      ({ items: page }, { pageNumber }) => ({
        items: pageNumber === 1 ? [item(0), ...page.slice(1)] : page,
      }),
      '1 items came more than once',
    ],
    [
      'a total that differs from page to page',
      (page, { pageNumber }) => ({ ...page, total: 25 + pageNumber }),
      'its total changed',
    ],
    [
      'a page longer than asked for',
      (page) => ({ ...page, items: items(11) }),
      'page 1 holds 11 items',
    ],
    [
      'a total that is none',
      (page) => ({ ...page, total: 'many' }),
      'the total count "many" is not a number',
    ],
    [
      'a negative total',
      (page) => ({ ...page, total: -1 }),
      'the total count "-1" is not a number',
    ],
    [
      'a total in another notation',
      (page) => ({ ...page, total: '1e3' }),
      'the total count "1e3" is not a number',
    ],
    ['half a total', (page) => ({ ...page, total: 2.5 }), 'the total count "2.5" is not a number'],
  ];

  it.each(bad)('refuses %s', async (_, lie, reason) => {
    const server = serve(25, lie);
    await expect(read(server.fetchPage)).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining(reason),
    });
    expect(server.requests()).toBeLessThanOrEqual(16);
  });

  it('counts an item once that is listed twice, where the total does so too', async () => {
    const server = pagedServer([item(0), ...items(24)], 10, (page) => ({ ...page, total: 24 }));
    expect(await read(server.fetchPage)).toEqual({
      items: items(24),
      notes: ['1 item came more than once, and count once.'],
      requests: 4,
    });
  });

  it('reads as much as the limits allow', async () => {
    for (const count of [25, 30]) {
      const limits = { maxPages: 3, maxItems: count };
      const exact = await read(serve(count).fetchPage, undefined, limits);
      expect(exact.items).toHaveLength(count);
      await expect(read(serve(count + 1).fetchPage, undefined, limits)).rejects.toMatchObject({
        reason: expect.stringContaining(`no more than 3 pages and ${count} items are read`),
      });
      const withoutTotal = serve(count, ({ items: page }) => ({ items: page }));
      expect((await read(withoutTotal.fetchPage, undefined, limits)).items).toHaveLength(count);
    }
  });

  it('reads exactly 100,000 items by default', async () => {
    const list = await paginate({
      fetchPage: pagedServer(items(100_000), 100).fetchPage,
      pageSize: 100,
      idOf: ({ id }) => id,
      concurrency: 10,
      signal: new AbortController().signal,
    });
    expect(list.items).toHaveLength(100_000);
  });

  it('stops at the limits', async () => {
    const limits = { maxPages: 4, maxItems: 1000 };
    await expect(read(serve(41).fetchPage, undefined, limits)).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('no more than 4 pages'),
    });
    const endless = serve(1_000_000, ({ items: page }) => ({ items: page }));
    await expect(read(endless.fetchPage, undefined, limits)).rejects.toMatchObject({
      code: 'bad-response',
    });
    expect(endless.requests()).toBe(5);
  });
});

describe('paginate when a page fails', () => {
  it('fails as that page did, and calls the others off', async () => {
    const failure = new ImageError('throttled', 'too many requests');
    const server = serve(75);
    const calledOff: number[] = [];
    const started: number[] = [];
    const failed = read(async (pageNumber, signal) => {
      started.push(pageNumber);
      if (pageNumber === 3) {
        await new Promise(setImmediate);
        throw failure;
      }
      if (pageNumber > 0) {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        calledOff.push(pageNumber);
      }
      return server.fetchPage(pageNumber);
    });
    await expect(failed).rejects.toBe(failure);
    await new Promise(setImmediate);
    expect(calledOff).toEqual([1, 2]);
    expect(started).toEqual([0, 1, 2, 3]);
  });

  it('lets go of the signal when it has the list', async () => {
    const controller = new AbortController();
    await read(serve(75).fetchPage, controller.signal);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it.each([0, 1, 7])(
    'ends when it is cancelled before request %i, and lets go of the signal',
    async (last) => {
      const controller = new AbortController();
      const server = serve(75);
      let requests = 0;
      const failed = read((pageNumber) => {
        if (requests++ === last) controller.abort();
        return server.fetchPage(pageNumber);
      }, controller.signal);
      if (last === 7) await expect(failed).resolves.toBeDefined();
      else await expect(failed).rejects.toMatchObject({ code: 'cancelled' });
      expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    },
  );

  it('asks for nothing when it is cancelled from the start', async () => {
    const server = serve(5);
    await expect(read(server.fetchPage, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(server.requests()).toBe(0);
  });
});
