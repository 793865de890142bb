import { defaultAccounts } from '@cloudimages/simulator';
import fc from 'fast-check';
import { cursorAt, cursorPage, offsetOf } from '../../simulator/cursors';
import { createFaultQueue, type FaultEffect } from '../../simulator/faults';
import { matchPath } from '../../simulator/paths';
import { bearerOf, createTokenStore } from '../../simulator/tokens';
import { printXml } from '../../simulator/xml';

// Parts for APIs with cursors, paths, tokens and XML, which no cloud of today needs all of.

describe('cursors', () => {
  const rows = Array.from({ length: 12 }, (_, index) => index);
  /** All pages, as a client reads them; stops after 10, since a fault can make a list endless. */
  function readAll(effects: readonly FaultEffect[] = [], limit = 5) {
    const pages: (readonly number[])[] = [];
    let cursor: string | undefined;
    do {
      const offset = offsetOf(cursor) ?? 0;
      const page = cursorPage(rows, effects, { offset, limit });
      pages.push(page.rows);
      cursor = page.next;
    } while (cursor !== undefined && pages.length < 10);
    return pages;
  }

  it('lead through the whole list, and the last page has none', () => {
    expect(readAll()).toEqual([rows.slice(0, 5), rows.slice(5, 10), rows.slice(10)]);
    expect(readAll([], 12)).toEqual([rows]);
    expect(cursorPage([], [], { offset: 0, limit: 5 })).toEqual({ rows: [], next: undefined });
  });

  it('lead to an empty last page under the fault cursorToEmptyPage', () => {
    const pages = readAll([{ kind: 'cursorToEmptyPage' }]);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 2, 0]);
  });

  it('never end under the fault cursorRepeats', () => {
    expect(readAll([{ kind: 'cursorRepeats' }])).toHaveLength(10);
  });

  it('lead on from an empty page', () => {
    const { next } = cursorPage(rows, [{ kind: 'emptyPage' }], { offset: 0, limit: 5 });
    expect(offsetOf(next)).toBe(5);
  });

  it('are refused where no page carried them', () => {
    fc.assert(fc.property(fc.string(), (text) => offsetOf(text) === undefined));
    fc.assert(fc.property(fc.nat(), (offset) => offsetOf(cursorAt(offset)) === offset));
    expect(offsetOf(Buffer.from('5.0123456789ab').toString('base64url'))).toBeUndefined();
  });

  it.each(['cursorRepeats', 'cursorToEmptyPage'] as const)('know the fault %s', (kind) => {
    expect(() => createFaultQueue([{ kind }])).not.toThrow();
  });
});

describe('matchPath', () => {
  it.each([
    ['/v1/regions/{region}/images', '/v1/regions/north-1/images', { region: 'north-1' }],
    ['/v1/regions/{region}/images', '/v1/regions/a%2Fb/images', { region: 'a/b' }],
    ['/{a}/{b}', '/x/y', { a: 'x', b: 'y' }],
    ['/v1/images', '/v1/images', {}],
    ['/v1/images', '/v1/images/', undefined],
    ['/v1/images', '/v1/Images', undefined],
    ['/v1/regions/{region}/images', '/v1/regions//images', undefined],
    ['/v1/regions/{region}/images', '/v1/regions/north-1', undefined],
    ['/{a}', '/%E0%A4%A', undefined],
    ['/{a}', '/__proto__', { a: '__proto__' }],
  ])('matches %s with %s', (pattern, path, expected) => {
    expect(matchPath(pattern, path)).toEqual(expected);
  });
});

describe('a token store', () => {
  const [account] = defaultAccounts().filter(({ bearerToken }) => bearerToken !== undefined);
  if (!account) throw new Error('no default account has an API token');

  it('knows whose token it is until it expires', () => {
    const store = createTokenStore([account]);
    const token = store.issue(account, 1000);
    expect(store.issue(account, 1000)).not.toBe(token);
    expect(store.accountOf(account.cloud, token, 999)).toBe(account);
    expect(store.accountOf(account.cloud, token, 1000)).toBeUndefined();
    expect(store.accountOf('alicloud', token, 0)).toBeUndefined();
    expect(store.accountOf(account.cloud, 'made up', 0)).toBeUndefined();
    expect(store.accountOf(account.cloud, account.bearerToken ?? '', 1e15)).toBe(account);
    store.clear();
    expect(store.accountOf(account.cloud, token, 0)).toBeUndefined();
  });

  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', undefined],
    ['Bearer a b', undefined],
    ['Basic abc', undefined],
  ])('reads the header "%s"', (authorization, token) => {
    expect(bearerOf({ authorization })).toBe(token);
  });
});

describe('printXml', () => {
  const value = { requestId: 'r', set: [{ id: 'a&b', tags: [] }, { id: '<x>' }], none: null };
  const head = "<?xml version='1.0' encoding='UTF-8'?>";

  it('repeats the name of an array, as Alibaba does', () => {
    expect(printXml('R', value)).toBe(
      `${head}<R><requestId>r</requestId><set><id>a&amp;b</id></set><set><id>&lt;x&gt;</id></set><none/></R>`,
    );
  });

  it('wraps the entries of an array, and names the namespace, as AWS does', () => {
    expect(printXml('R', value, { item: 'item', namespace: 'http://example.test/' })).toBe(
      `${head}<R xmlns="http://example.test/"><requestId>r</requestId><set><item><id>a&amp;b</id><tags></tags></item><item><id>&lt;x&gt;</id></item></set><none/></R>`,
    );
  });
});
