import { readCursor, type CursorPage } from '../../provider/transport/read-cursor';
import { ids, items, type Item } from './paged-server';

/** A service that gives these pages, each leading to the next one. */
function cursorServer(
  pages: readonly (readonly Item[])[],
  last: CursorPage<Item>['next'] = undefined,
) {
  const asked: (string | undefined)[] = [];
  return {
    asked,
    async fetchPage(cursor: string | undefined): Promise<CursorPage<Item>> {
      asked.push(cursor);
      const number = cursor === undefined ? 0 : Number(cursor.slice(1));
      const next = number + 1 < pages.length ? `c${number + 1}` : last;
      return { items: pages[number] ?? [], next };
    },
  };
}

type FetchPage = Parameters<typeof readCursor<Item>>[0]['fetchPage'];

function read(fetchPage: FetchPage, limits = { maxPages: 100, maxItems: 1000 }) {
  const { signal } = new AbortController();
  return readCursor({ fetchPage, idOf: ({ id }: Item) => id, signal, limits });
}

describe('readCursor', () => {
  it.each([undefined, null, ''])(
    'ends where the next cursor is %j, and only there',
    async (last) => {
      const all = items(7);
      const pages = [all.slice(0, 3), [], all.slice(3, 4), all.slice(4)];
      const server = cursorServer(pages, last);
      expect(await read(server.fetchPage)).toEqual({ items: all, notes: [], requests: 4 });
      expect(server.asked).toEqual([undefined, 'c1', 'c2', 'c3']);
    },
  );

  it('reads an empty list with one request', async () => {
    expect(await read(cursorServer([[]]).fetchPage)).toEqual({ items: [], notes: [], requests: 1 });
  });

  it('rejects a cursor that was seen before', async () => {
    const server = cursorServer([items(2), items(3)], 'c1');
    await expect(read(server.fetchPage)).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('would never end'),
    });
    expect(server.asked).toHaveLength(2);
  });

  it('counts an item once that comes on two pages, and says so', async () => {
    const { items: list, notes } = await read(cursorServer([items(3), items(4)]).fetchPage);
    expect(ids(list)).toEqual(ids(items(4)));
    expect(notes).toEqual(['3 items came more than once, and count once.']);
  });

  it('stops at the limits of items and of pages', async () => {
    const full = cursorServer([items(3), items(6).slice(3)]);
    expect((await read(full.fetchPage, { maxPages: 2, maxItems: 6 })).items).toHaveLength(6);
    await expect(read(full.fetchPage, { maxPages: 2, maxItems: 5 })).rejects.toMatchObject({
      code: 'bad-response',
    });
    let page = 0;
    const endless: FetchPage = async () => ({ items: [], next: `c${(page += 1)}` });
    await expect(read(endless, { maxPages: 4, maxItems: 5 })).rejects.toMatchObject({
      reason: expect.stringContaining('no more than 4 pages'),
    });
    expect(page).toBe(5);
  });

  it('fails as a failing page does, and requests nothing when it is cancelled', async () => {
    const failure = new Error('refused');
    await expect(
      read(async (cursor) => {
        if (cursor !== undefined) throw failure;
        return { items: items(1), next: 'c1' };
      }),
    ).rejects.toBe(failure);
    const server = cursorServer([items(1)]);
    await expect(
      readCursor({ ...server, idOf: ({ id }) => id, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.asked).toEqual([]);
  });
});
