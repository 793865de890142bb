import fc from 'fast-check';
import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import { instantOf } from '../../provider/image/instant';
import type { ImageQuery } from '../../provider/image/query.generated';
import { select, type TargetListing } from '../../provider/image/select';
import { buildKey } from '../../provider/image/same-build';
import { anyConditions, anyImage, anyListing, imagesOf } from './arbitraries';

const NOW = Date.parse('2025-06-08T00:00:00Z');

function chosen(
  query: ImageQuery,
  listings: readonly TargetListing[],
  options: { sameBuild?: boolean } = {},
): readonly (readonly Image[])[] {
  const [criteria] = criteriaOf(query);
  if (criteria === undefined) throw new Error('a query has criteria');
  const { targets } = select(criteria, listings, { nowMs: NOW, ...options });
  return targets.map(({ images }) => images);
}

describe('select', () => {
  it('chooses only what was listed, each image once', () => {
    fc.assert(
      fc.property(anyConditions, anyListing, (query, listing) => {
        const images = chosen(query, [listing]).flat();
        expect(listing.images).toEqual(expect.arrayContaining([...images]));
        expect(new Set(images).size).toBe(images.length);
      }),
    );
  });

  it('is idempotent: choosing again from what was chosen changes nothing', () => {
    fc.assert(
      fc.property(anyConditions, anyListing, (query, listing) => {
        const { nth: _nth, ...withoutNth } = query;
        const once = chosen(withoutNth, [listing]).flat();
        expect(chosen(withoutNth, [{ ...listing, images: once }]).flat()).toEqual(once);
      }),
    );
  });

  it('does not depend on the order of the listing', () => {
    fc.assert(
      fc.property(anyConditions, anyListing, (query, listing) => {
        const reversed = { ...listing, images: listing.images.toReversed() };
        expect(chosen(query, [reversed])).toEqual(chosen(query, [listing]));
      }),
    );
  });

  it('is not moved by an image that does not match', () => {
    fc.assert(
      fc.property(anyConditions, anyListing, anyImage, (query, listing, other) => {
        const stranger = { ...other, id: 'stranger', ...PLACE };
        fc.pre(
          chosen({ ...query, nth: 1 }, [{ ...listing, images: [stranger] }]).flat().length === 0,
        );
        const more = { ...listing, images: [...listing.images, stranger] };
        expect(chosen(query, [more])).toEqual(chosen(query, [listing]));
      }),
    );
  });

  it('counts a funnel that adds up', () => {
    fc.assert(
      fc.property(anyConditions, anyListing, (query, listing) => {
        const [criteria] = criteriaOf(query);
        fc.pre(criteria !== undefined);
        const { targets } = select(criteria, [listing], { nowMs: NOW });
        const explanation = targets[0]?.explanation;
        let left = explanation?.listed ?? 0;
        for (const step of explanation?.steps ?? []) {
          left -= step.removed;
          expect(step.left).toBe(left);
          expect(step.unknown).toBeLessThanOrEqual(step.removed);
        }
        const matching = chosen({ ...query, nth: undefined, mostRecent: undefined }, [listing]);
        expect(matching.flat().length).toBe(left);
      }),
    );
  });

  it('with nth gives the n-th of what all of it would be', () => {
    fc.assert(
      fc.property(
        anyConditions,
        anyListing,
        fc.integer({ min: 1, max: 4 }),
        (query, listing, n) => {
          const { nth: _nth, mostRecent: _mostRecent, ...all } = query;
          const everything = chosen(all, [listing]).flat();
          expect(chosen({ ...all, nth: n }, [listing]).flat()).toEqual(everything.slice(n - 1, n));
        },
      ),
    );
  });

  it('with minAge gives only images that are known to be that old', () => {
    fc.assert(
      fc.property(anyListing, (listing) => {
        for (const image of chosen({ minAge: '52w' }, [listing]).flat()) {
          const instant = instantOf(image);
          expect(instant?.ms ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            NOW - 52 * 7 * 86_400_000,
          );
        }
      }),
    );
  });

  it('with sameBuild gives the same build in every region, the newest that all have', () => {
    const regions = fc.tuple(imagesOf('alicloud', 'a'), imagesOf('alicloud', 'b'));
    fc.assert(
      fc.property(regions, ([a, b]) => {
        const listings: TargetListing[] = [
          { target: { cloud: 'alicloud', region: 'a' }, images: a },
          { target: { cloud: 'alicloud', region: 'b' }, images: b },
        ];
        const [fromA = [], fromB = []] = chosen({ mostRecent: true }, listings, {
          sameBuild: true,
        });
        expect(fromA.map(buildKey)).toEqual(fromB.map(buildKey));
        const [allA = [], allB = []] = chosen({}, listings);
        const common = allA.filter((image) =>
          allB.some((other) => buildKey(other) === buildKey(image)),
        );
        expect(fromA.length).toBe(Math.min(1, common.length));
      }),
    );
  });
});

const PLACE = { cloud: 'alicloud', region: 'a', target: 'alicloud/a' } as const;
