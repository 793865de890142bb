import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { select, type TargetListing } from '../../provider/image/select';
import { anImage } from './an-image';

const TARGET = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
const NOW = Date.parse('2024-04-01T00:00:00Z');

/** What is said of a query that nothing matches. */
function hints(
  query: ImageAlternative,
  images: readonly Image[],
  listing: Partial<TargetListing> = {},
): readonly string[] {
  const [criteria] = criteriaOf(query);
  if (criteria === undefined) throw new Error('a query has criteria');
  const { targets } = select(criteria, [{ target: TARGET, images, ...listing }], { nowMs: NOW });
  expect(targets[0]?.images).toEqual([]);
  return targets[0]?.explanation.hints ?? [];
}

const UBUNTU = anImage();
const NAMED = (name: string, id: string): Image => anImage({ name, id });

describe('hints', () => {
  it('say so where nothing is listed at all', () => {
    expect(hints({}, [])).toEqual(['The API lists no images here at all.']);
  });

  it('show the values that the last condition saw, the most frequent first', () => {
    const images = [
      anImage({ id: 'a', architecture: 'i386' }),
      anImage({ id: 'b' }),
      anImage({ id: 'c' }),
    ];
    expect(hints({ architecture: 'arm64' }, images)).toEqual([
      'architecture(arm64) removed the last 3; seen here: x86_64 (2), i386 (1).',
    ]);
  });

  it('show five values, and how many more there are', () => {
    const images = Array.from({ length: 8 }, (_, n) => anImage({ id: `${n}`, osVersion: `${n}` }));
    expect(hints({ osVersion: '22.04', variants: 'any' }, images)).toEqual([
      'osVersion(22.04) removed the last 8; seen here: 0 (1), 1 (1), 2 (1), 3 (1), 4 (1) and 3 more.',
    ]);
  });

  it('count apart what is not known', () => {
    const images = [anImage({ id: 'a', architecture: undefined }), anImage({ id: 'b' })];
    expect(hints({ architecture: 'arm64' }, images)).toEqual([
      'architecture(arm64) removed the last 2 (for 1 of them the value is not known here); seen here: x86_64 (1).',
    ]);
    expect(hints({ cloudInit: true }, [UBUNTU])).toEqual([
      'cloudInit(true) removed the last 1 (for 1 of them the value is not known here).',
    ]);
  });

  it('show the nearest names where a name was asked for', () => {
    const images = [NAMED('Ubuntu 20.04', 'a'), NAMED('Ubuntu 22.04', 'b'), NAMED('', 'c')];
    const nearest = 'removed the last 3; nearest names: "Ubuntu 22.04", "Ubuntu 20.04".';
    expect(hints({ name: 'Ubunut 22.04' }, images)).toEqual([`name(Ubunut 22.04) ${nearest}`]);
    expect(hints({ nameRegex: '(?i)^ubunut 22\\.04' }, images)).toEqual([
      `nameRegex((?i)^ubunut 22\\.04) ${nearest}`,
    ]);
  });

  it('tell which other condition alone is in the way', () => {
    const images = [
      anImage({ id: 'a', deprecated: true }),
      anImage({ id: 'b', owner: 'marketplace', ownerId: '4711' }),
      anImage({ id: 'c', owner: 'community' }),
      anImage({ id: 'd', distro: 'debian' }),
    ];
    expect(hints({ distro: 'ubuntu' }, images)).toEqual([
      'distro(ubuntu) removed the last 1; seen here: debian (1).',
      '2 images match everything but owners(public); seen here: community (1), marketplace (account 4711) (1).',
      '1 image matches everything but includeDeprecated(false); seen here: deprecated (1).',
    ]);
  });

  it('say nothing of images that fail two conditions', () => {
    const images = [anImage({ owner: 'shared', deprecated: true })];
    expect(hints({}, images)).toEqual([
      'owners(public, self) removed the last 1; seen here: shared (1).',
    ]);
  });

  it('name no nearest names where the images have none', () => {
    expect(hints({ name: 'golden' }, [NAMED('', 'a')])).toEqual([
      'name(golden) removed the last 1.',
    ]);
  });

  it('count what the API lists without the scope that left nothing', () => {
    const scope = 'instanceType(ecs.g7.large)';
    const withoutScope = [UBUNTU, anImage({ id: 'b', distro: 'debian' }), anImage({ id: 'c' })];
    const listing = { scope, withoutScope };
    expect(hints({ distro: 'ubuntu' }, [], listing)).toEqual([
      'instanceType(ecs.g7.large) left no image. Without it, the API lists 3 images, 2 of which pass the other conditions.',
    ]);
    expect(hints({}, [], { scope, withoutScope: [] })).toEqual([
      'The API lists no images here at all, also without instanceType(ecs.g7.large).',
    ]);
  });

  it('name the last condition, not the scope before it', () => {
    const listing = { scope: 'instanceType(ecs.g7.large)' };
    expect(hints({ architecture: 'arm64', family: 'golden' }, [UBUNTU], listing)).toEqual([
      'architecture(arm64) removed the last 1; seen here: x86_64 (1).',
    ]);
  });

  describe('for a condition on the time', () => {
    const undated = (id: string) => anImage({ id, createdAt: undefined });
    const queries: ImageAlternative[] = [
      { createdAfter: '2024-06-01T00:00:00Z' },
      { createdBefore: '2000-01-01T00:00:00Z' },
      { minAge: '900d' },
    ];

    it.each(queries)('say that the cloud reports no times: %j', (query) => {
      const [[field, value] = []] = Object.entries(query);
      expect(hints(query, [UBUNTU], { reportsTimes: false })).toEqual([
        `${field}(${value}) removed the last 1; seen here: 2024-03-22T10:00:00Z (1).`,
        `alicloud reports no creation times: ${field} goes by the build date in an id or name, where there is one. Use osVersion, nameRegex, excludeIds or nth, or a pin instead.`,
      ]);
    });

    it.each(queries)('say that these images have no times: %j', (query) => {
      const [[field, value] = []] = Object.entries(query);
      // A dated image that another condition has removed before does not count.
      const images = [
        undated('a'),
        undated('b'),
        anImage({ id: 'c', owner: 'shared', distro: 'debian' }),
      ];
      expect(hints(query, images)).toEqual([
        `${field}(${value}) removed the last 2 (for 2 of them the value is not known here).`,
        `alicloud/cn-hangzhou reports no creation time for these images, and their names hold no build date. Leave ${field} out for this target and use osVersion, nameRegex, excludeIds or nth, or a pin instead.`,
      ]);
    });

    it.each(queries)('say no more where one image has a time: %j', (query) => {
      const [[field, value] = []] = Object.entries(query);
      expect(hints(query, [undated('a'), UBUNTU], { reportsTimes: true })).toEqual([
        `${field}(${value}) removed the last 2 (for 1 of them the value is not known here); seen here: 2024-03-22T10:00:00Z (1).`,
      ]);
    });
  });

  it('say nothing of times for another condition', () => {
    expect(hints({ architecture: 'arm64' }, [UBUNTU], { reportsTimes: false })).toEqual([
      'architecture(arm64) removed the last 1; seen here: x86_64 (1).',
    ]);
  });

  it('say how many there are where the n-th is not', () => {
    expect(hints({ nth: 2 }, [UBUNTU])).toEqual(['1 image matches, so nth = 2 is out of range.']);
    expect(hints({ nth: 3 }, [UBUNTU, anImage({ id: 'b' })])).toEqual([
      '2 images match, so nth = 3 is out of range.',
    ]);
  });
});
