import fc from 'fast-check';
import { NO_TABLES } from '../../provider/image/cloud-tables';
import { isImageError } from '../../provider/errors/image-error';
import type { ImagesAnswer } from '../../provider/image/answer.generated';
import type { ImageAlternative, ImageQuery } from '../../provider/image/query.generated';
import { lookUpImages } from '../../provider/look-up/look-up';
import type { TargetListing } from '../../provider/image/select';
import { ARCHITECTURES, OS_TYPES, OWNERS } from '../../provider/image/words';
import { imagesOf } from '../image/arbitraries';

// anyOf: whatever the alternatives and the listings are, the first that is whole speaks.

const REGIONS = ['a', 'b'] as const;

/** Alternatives that match now and then: of everybody's images, those with a value or two. */
const anyAlternative: fc.Arbitrary<ImageAlternative> = fc
  .record(
    {
      osType: fc.constantFrom(...OS_TYPES),
      architecture: fc.constantFrom(...ARCHITECTURES),
      distro: fc.constantFrom('ubuntu', 'rocky'),
      order: fc.constantFrom('recent' as const, 'version' as const),
    },
    { requiredKeys: [] },
  )
  .map((conditions) => ({
    ...conditions,
    owners: [...OWNERS],
    status: 'any' as const,
    includeDeprecated: true,
    variants: 'any' as const,
  }));

const anyListings: fc.Arbitrary<readonly TargetListing[]> = fc
  .tuple(...REGIONS.map((region) => imagesOf('alicloud', region)))
  .map((listings) =>
    listings.map((images, index) => ({
      target: { cloud: 'alicloud' as const, region: REGIONS[index] ?? 'a' },
      images,
    })),
  );

/** The answer of a query over listings as they are, or undefined where nothing matches. */
async function answerOf(
  listings: readonly TargetListing[],
  query: ImageQuery,
): Promise<ImagesAnswer | undefined> {
  const parts = {
    source: {
      key: async () => 'unused',
      list: async ({ target }: { readonly target: { readonly region: string } }) => ({
        images: listings.find((one) => one.target.region === target.region)?.images ?? [],
        notes: [],
      }),
    },
    defaultTargets: REGIONS.map((region) => `alicloud/${region}`),
    tables: NO_TABLES,
    nowMs: () => Date.parse('2025-06-08T00:00:00Z'),
    note: () => undefined,
  };
  try {
    return await lookUpImages(parts, query, { signal: new AbortController().signal });
  } catch (error) {
    if (isImageError(error) && error.code === 'no-match') return undefined;
    throw error;
  }
}

describe('anyOf', () => {
  it('is answered as its first alternative that is answered alone', async () => {
    let answered = 0;
    const alternatives = fc.array(anyAlternative, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyListings, alternatives, async (listings, anyOf) => {
        const alone = await Promise.all(anyOf.map((one) => answerOf(listings, one)));
        const first = alone.findIndex((answer) => answer !== undefined);
        const together = await answerOf(listings, { anyOf });
        expect(together?.ids).toEqual(alone[first]?.ids);
        expect(together?.anyOfIndex).toBe(first === -1 ? undefined : first);
        if (first > 0) answered += 1;
      }),
      { numRuns: 300 },
    );
    // A law that only ever sees the first alternative speak would say nothing of the order.
    expect(answered).toBeGreaterThan(5);
  });

  it('shares the conditions around it, which an alternative may replace', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyListings,
        anyAlternative,
        anyAlternative,
        async (listings, shared, own) => {
          const together = await answerOf(listings, { ...shared, anyOf: [own] });
          const merged = await answerOf(listings, { ...shared, ...own });
          expect(together?.ids).toEqual(merged?.ids);
        },
      ),
    );
  });

  it('without a match is empty, or what was found in some targets, where that is allowed', async () => {
    await fc.assert(
      fc.asyncProperty(anyListings, anyAlternative, async (listings, conditions) => {
        const strict = await answerOf(listings, conditions);
        const optional = await answerOf(listings, { ...conditions, optional: true });
        expect(optional).toBeDefined();
        expect(strict === undefined || strict.ids.join() === optional?.ids.join()).toBe(true);
      }),
    );
  });
});
