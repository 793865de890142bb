import fc from 'fast-check';
import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageQuery } from '../../provider/image/query.generated';
import { select, type TargetListing } from '../../provider/image/select';
import { OWNERS } from '../../provider/image/words';
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

  it('counts filter steps that add up', () => {
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

  it('with minAge gives exactly the images that are known to be that old', () => {
    let given = 0;
    fc.assert(
      fc.property(anyListing, (listing) => {
        const old = listing.images.filter(({ owner, createdAt, buildDate }) => {
          if (owner === undefined) return false;
          const ms = Date.parse(createdAt ?? `${buildDate ?? 'none'}T00:00:00Z`);
          return NOW - ms >= 52 * 7 * 86_400_000;
        });
        const query = { ...EVERYTHING, minAge: '52w' };
        const images = chosen(query, [listing]).flat();
        expect(idsOf(images).toSorted()).toEqual(idsOf(old).toSorted());
        given += images.length;
      }),
    );
    expect(given).toBeGreaterThan(50);
  });

  it('with sameBuild gives the same build in every region, the newest that all have', () => {
    let given = 0;
    const regions = fc.tuple(imagesOf('alicloud', 'a'), imagesOf('alicloud', 'b'));
    fc.assert(
      fc.property(regions, ([a, b]) => {
        const listings: TargetListing[] = [
          { target: { cloud: 'alicloud', region: 'a' }, images: a },
          { target: { cloud: 'alicloud', region: 'b' }, images: b },
        ];
        const query = { ...EVERYTHING, mostRecent: true };
        const [fromA = [], fromB = []] = chosen(query, listings, { sameBuild: true });
        expect(fromA.map(build)).toEqual(fromB.map(build));
        const [allA = []] = chosen(EVERYTHING, listings);
        const common = allA.filter((image) => b.some((other) => build(other) === build(image)));
        expect(fromA.length).toBe(Math.min(1, common.length));
        // Of the builds in both regions, none that A lists comes before the chosen one in A's and in B's order.
        const [allB = []] = chosen(EVERYTHING, [listings[1] ?? { target: PLACE, images: [] }]);
        const rank = (images: readonly Image[], key: string) =>
          images.findIndex((image) => build(image) === key);
        const [winner] = fromA;
        const beaten = common.every(
          (image) =>
            winner === undefined ||
            rank(allA, build(winner)) <= rank(allA, build(image)) ||
            rank(allB, build(winner)) <= rank(allB, build(image)),
        );
        expect(beaten).toBe(true);
        given += fromA.length;
      }),
    );
    expect(given).toBeGreaterThan(0);
  });

  it('never answers a pick over several architectures, also when each target has only one', () => {
    let refused = 0;
    const regions = fc.tuple(imagesOf('alicloud', 'a'), imagesOf('alicloud', 'b'));
    fc.assert(
      fc.property(regions, fc.boolean(), fc.boolean(), ([a, b], oneEach, sameBuild) => {
        const only = (images: readonly Image[], architecture: string) =>
          oneEach ? images.filter((image) => image.architecture === architecture) : images;
        const listings: TargetListing[] = [
          { target: { cloud: 'alicloud', region: 'a' }, images: only(a, 'x86_64') },
          { target: { cloud: 'alicloud', region: 'b' }, images: only(b, 'arm64') },
        ];
        const query = sameBuild ? EVERYTHING : { ...EVERYTHING, mostRecent: true };
        const [criteria] = criteriaOf(query);
        fc.pre(criteria !== undefined);
        const { ambiguity } = select(criteria, listings, { nowMs: NOW, sameBuild });
        const known = listings.flatMap(({ images }) =>
          images.flatMap(({ owner, architecture }) =>
            owner === undefined || architecture === undefined ? [] : [architecture],
          ),
        );
        const several = new Set(known).size > 1;
        expect(ambiguity?.field === 'architecture').toBe(several);
        if (several) refused += 1;
      }),
    );
    expect(refused).toBeGreaterThan(20);
  });

  it('with owners, variants and order given, changes its answer by a condition only if that excludes the chosen image', () => {
    let kept = 0;
    const order = fc.constantFrom('recent' as const, 'version' as const);
    fc.assert(
      fc.property(anyListing, order, anyCondition, anyCondition, (listing, by, one, other) => {
        const base = { ...EVERYTHING, order: by, mostRecent: true, ...Object.fromEntries([one]) };
        const more = { ...base, ...Object.fromEntries([other]) };
        const [before] = chosen(base, [listing]).flat();
        fc.pre(before !== undefined && one[0] !== other[0]);
        const [after] = chosen(more, [listing]).flat();
        const alone = chosen(more, [{ ...listing, images: [before] }]).flat();
        expect(after === before).toBe(alone.length === 1);
        kept += alone.length;
      }),
    );
    expect(kept).toBeGreaterThan(5);
  });
});

/** Every image, whoever owns it. */
const EVERYTHING = {
  owners: [...OWNERS],
  status: 'any',
  includeDeprecated: true,
  variants: 'any',
} as const satisfies ImageQuery;

/** One condition more, on fields that do not change the order. */
const anyCondition = fc.constantFrom<readonly [keyof ImageQuery, unknown]>(
  ['name', 'ubuntu 13.04'],
  ['nameRegex', '\\d'],
  ['excludeNameRegex', 'web'],
  ['osType', 'linux'],
  ['distro', 'ubuntu'],
  ['osVersion', '>=9'],
  ['architecture', 'x86_64'],
  ['language', 'en'],
  ['bootMode', 'bios'],
  ['minAge', '1d'],
  ['excludeIds', ['img-1', 'img-2']],
);

const idsOf = (images: readonly Image[]): readonly string[] => images.map(({ id }) => id);

/** What makes two images the same build, in words of the test's own. */
const build = ({ owner, id, name, architecture }: Image): string =>
  owner === 'public' ? `public ${id}` : `${owner} named ${name} for ${architecture}`;

const PLACE = { cloud: 'alicloud', region: 'a', target: 'alicloud/a' } as const;
