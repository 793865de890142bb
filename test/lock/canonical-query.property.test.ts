import { canonicalKey, canonicalQuery } from '@cloudimages/lock';
import fc from 'fast-check';

const value = fc.oneof(fc.string(), fc.boolean(), fc.integer());
const query = fc.record(
  {
    distro: fc.constantFrom('ubuntu', 'debian'),
    osVersion: fc.string(),
    owners: fc.uniqueArray(fc.constantFrom('public', 'self', 'shared'), { minLength: 1 }),
    imageIds: fc.array(fc.string(), { minLength: 1 }),
    tags: fc.dictionary(fc.string(), fc.string()),
    native: fc.dictionary(
      fc.constantFrom('alicloud', 'qcloud'),
      fc.dictionary(fc.string(), fc.string()),
    ),
    mostRecent: fc.boolean(),
    anyOf: fc.array(fc.dictionary(fc.constantFrom('distro', 'name'), value)),
  },
  { requiredKeys: [] },
);

/** The same data with its members in another order. */
function reordered(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(reordered);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, member]) => [key, reordered(member)]),
  );
}

describe('the canonical form of a query', () => {
  it('does not depend on the order of members, of owners and of ids', () => {
    fc.assert(
      fc.property(query, (given) => {
        const other = {
          ...(reordered(given) as typeof given),
          ...(given.owners && { owners: given.owners.toReversed() }),
          ...(given.imageIds && { imageIds: [...given.imageIds, ...given.imageIds].toReversed() }),
        };
        expect(canonicalKey(other)).toBe(canonicalKey(given));
      }),
    );
  });

  it('does not depend on absent, null and undefined fields, nor on targets', () => {
    fc.assert(
      fc.property(query, (given) => {
        const other = { targets: ['a/b'], cloudInit: null, name: undefined, ...given };
        expect(canonicalKey(other)).toBe(canonicalKey(given));
      }),
    );
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(canonicalQuery(canonicalQuery(given))).toEqual(canonicalQuery(given));
      }),
    );
  });

  it.each([
    [{ distro: 'ubuntu' }, { distro: 'debian' }],
    [{ distro: 'ubuntu' }, { distro: 'ubuntu', mostRecent: false }],
    [{ anyOf: [{ name: 'a' }, { name: 'b' }] }, { anyOf: [{ name: 'b' }, { name: 'a' }] }],
    [{ tags: { a: 'b' } }, { tags: { a: 'c' } }],
  ])('tells %j from %j', (a, b) => {
    expect(canonicalKey(a)).not.toBe(canonicalKey(b));
  });
});
