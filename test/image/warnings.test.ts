import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { select } from '../../provider/image/select';
import { anImage } from './an-image';

const TARGET = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;

/** The warnings of a pick among these images of one target, as `code: message`. */
function warnings(query: ImageAlternative, images: readonly Image[]): readonly string[] {
  const [criteria] = criteriaOf({ mostRecent: true, ...query });
  if (criteria === undefined) throw new Error('a query has criteria');
  const selection = select(criteria, [{ target: TARGET, images }], { nowMs: 0 });
  return selection.warnings.map(({ code, message, target }) => {
    // A warning of one target names it, and one of the whole query does not.
    expect(target).toBe(QUERY_CODES.includes(code) ? undefined : 'alicloud/cn-hangzhou');
    return `${code}: ${message}`;
  });
}

const QUERY_CODES = ['several-architectures', 'architecture-not-named', 'several-distributions'];
const X86 = { architecture: 'x86_64' } as const;

const image = (id: string, change: Parameters<typeof anImage>[0] = {}): Image =>
  anImage({ id, name: `name-${id}`, ...change });

describe('warnings about the architecture', () => {
  it('advise to name the one that was found', () => {
    expect(warnings({}, [image('a')])).toEqual([
      'architecture-not-named: The query names no architecture, and the chosen image is for x86_64. Add architecture: "x86_64", or the query fails when an image for another architecture appears.',
    ]);
  });

  it('advise to name one where the cloud reports none', () => {
    expect(warnings({}, [image('a', { architecture: undefined })])).toEqual([
      'architecture-not-named: The query names no architecture, and the cloud reports none for the chosen image. Add architecture or instanceType.',
    ]);
  });

  it('do not come where the query names the architecture or the instance type', () => {
    expect(warnings(X86, [image('a')])).toEqual([]);
    expect(warnings({ instanceType: 'ecs.g7.large' }, [image('a')])).toEqual([]);
  });

  it('do not come where no image is picked', () => {
    expect(warnings({ mostRecent: false }, [image('a')])).toEqual([]);
    expect(warnings({}, [])).toEqual([]);
  });

  it('count the architectures of images named by id', () => {
    const images = [
      image('a', { architecture: 'arm64' }),
      image('b'),
      image('c'),
      image('d', { architecture: undefined }),
    ];
    const query = { imageIds: ['a', 'b', 'c', 'd'], mostRecent: false };
    expect(warnings(query, images)).toEqual([
      'several-architectures: The images are for different architectures: x86_64 (2), arm64 (1).',
    ]);
    expect(warnings(query, images.slice(1))).toEqual([]);
  });
});

describe('the warning about several distributions', () => {
  const DISTROS = [
    'ubuntu',
    'debian',
    'rocky',
    'fedora',
    'opensuse',
    'centos',
    'almalinux',
  ] as const;
  const images = DISTROS.map((distro, n) =>
    image(distro, { distro, createdAt: `2024-01-0${n + 1}T00:00:00Z` }),
  );

  it('names five of them, the most frequent first and then in order of the alphabet', () => {
    expect(warnings(X86, [...images, image('x', { distro: 'rocky' })])).toEqual([
      'several-distributions: The newest image was picked from 7 distributions: rocky (2), almalinux (1), centos (1), debian (1), fedora (1) and 2 more. Add distro to the query where one of them is meant.',
    ]);
  });

  it('names all of up to five', () => {
    expect(warnings(X86, images.slice(0, 2))).toEqual([
      'several-distributions: The newest image was picked from 2 distributions: debian (1), ubuntu (1). Add distro to the query where one of them is meant.',
    ]);
    expect(warnings(X86, images.slice(0, 5))[0]).toContain('ubuntu (1). Add distro');
  });

  it('does not come for one distribution, nor where the query orders by version', () => {
    expect(warnings(X86, [image('a'), image('b', { createdAt: '2024-01-01T00:00:00Z' })])).toEqual(
      [],
    );
    expect(warnings({ ...X86, order: 'version' }, images)).toEqual([]);
  });
});

describe('the warning about a deprecated image', () => {
  const live = image('live', { createdAt: '2024-01-01T00:00:00Z' });
  const old = image('old', { deprecated: true, createdAt: '2024-02-01T00:00:00Z' });
  const query = { ...X86, includeDeprecated: true };

  it('says that only deprecated images match', () => {
    expect(warnings(query, [old])).toEqual([
      'deprecated-image: Only deprecated images match; old (name-old) is deprecated, and was chosen since includeDeprecated allows it. Plan to move to a live one.',
    ]);
  });

  it('says that live images were skipped', () => {
    expect(warnings({ ...query, nth: 2 }, [old, live])).toEqual([
      'deprecated-image: The images before it were skipped; old (name-old) is deprecated, and was chosen since includeDeprecated allows it. Plan to move to a live one.',
    ]);
  });

  it('does not come where a live image was chosen', () => {
    expect(warnings(query, [old, live])).toEqual([]);
  });

  it('names the deprecated one among images named by id', () => {
    const byId = { imageIds: ['live', 'old'], mostRecent: false };
    expect(warnings(byId, [live, old])).toEqual([
      'deprecated-image: old (name-old) is deprecated. It was chosen since the query names it by id. Plan to move to a live one.',
    ]);
    expect(warnings(byId, [live])).toEqual([]);
  });
});

describe('warnings about images named by id', () => {
  const foreign = image('a', { owner: 'community', ownerId: '4711' });
  const byId = { imageIds: ['a', 'b', 'c'], mostRecent: false };

  it('name the owner of one that is neither the cloud’s nor one’s own', () => {
    expect(warnings(byId, [foreign, image('b', { owner: 'self' }), image('c')])).toEqual([
      "not-public: a (name-a) is neither the cloud's own image nor yours: its owner is community (account 4711). It was chosen since the query names it by id.",
    ]);
  });

  it('count the others, and say where the owner is not known', () => {
    const others = [image('a', { owner: 'shared' }), image('b', { owner: undefined })];
    expect(warnings(byId, others)).toEqual([
      "not-public: b (name-b) (and 1 more) is neither the cloud's own image nor yours: its owner is unknown. It was chosen since the query names it by id.",
    ]);
  });

  it('name the variant of one that is not the plain OS', () => {
    const images = [
      image('a', { variant: 'base' }),
      image('b', { variant: 'gpu' }),
      image('c', { variant: undefined }),
    ];
    expect(warnings(byId, images)).toEqual([
      'not-base: b (name-b) is not a plain OS image: its variant is gpu. It was chosen since the query names it by id.',
    ]);
  });

  it('do not come where the query names owners and variants', () => {
    const images = [image('a', { owner: 'shared', variant: 'gpu' })];
    expect(warnings({ ...byId, owners: ['shared'], variants: 'any' }, images)).toEqual([]);
  });
});

describe('the warning about an image that is not the cloud’s own', () => {
  it('names its owner, and how to leave it out', () => {
    const own = image('a', { owner: 'self', ownerId: '4711' });
    expect(warnings(X86, [own])).toEqual([
      'not-public: a (name-a) is not the cloud\'s own image: its owner is self (account 4711). Set owners to ["public"] to get only the cloud\'s own.',
    ]);
    expect(warnings({ ...X86, owners: ['self'] }, [own])).toEqual([]);
    expect(warnings(X86, [image('a')])).toEqual([]);
  });

  it('does not come for a picked image that the query names by id', () => {
    const shared = image('a', { owner: 'shared' });
    const query = { imageIds: ['a'], owners: ['public', 'shared'] };
    expect(warnings(query, [shared])).toEqual([]);
  });
});

describe('the warning about images that are not dated alike', () => {
  const undated = { createdAt: undefined, buildDate: undefined };
  const built = { createdAt: undefined, buildDate: '2024-01-01' };

  it('counts those without a time', () => {
    const images = [image('a'), image('b', undated), image('c', undated)];
    expect(warnings(X86, images)).toEqual([
      'mixed-recency: The 3 images to choose from are not dated alike: 2 images without a known time came after those with one. Narrow the query by name, version or owner where that matters.',
    ]);
  });

  it('says that some have only a build date', () => {
    expect(warnings(X86, [image('a'), image('b', built)])).toEqual([
      'mixed-recency: The 2 images to choose from are not dated alike: some by creation time, some by the build date in their names. Narrow the query by name, version or owner where that matters.',
    ]);
  });

  it('does not come for images that are dated alike', () => {
    expect(
      warnings(X86, [
        image('a', built),
        image('b', built),
        image('c', { ...built, buildDate: '2023-01-01' }),
      ]),
    ).not.toContainEqual(expect.stringContaining('mixed-recency'));
  });

  it('counts only images of the same release where the order is by version', () => {
    const query = { ...X86, order: 'version' } as const;
    const older = image('b', { ...built, osVersion: '20.04' });
    const other = image('c', { ...built, distro: 'zorin' });
    expect(warnings(query, [image('a'), older, other])).toEqual([]);
    expect(warnings(query, [image('a'), older, image('d', built)])).toEqual([
      expect.stringMatching(/^mixed-recency: The 2 images to choose from /),
    ]);
  });
});

describe('the warning about images that differ only in their ids', () => {
  const twins = [anImage({ id: 'b', name: 'golden' }), anImage({ id: 'a', name: 'golden' })];
  const message =
    'arbitrary-choice: a (golden) and b (golden) differ only in their ids, so the lower id comes first. Add a condition that only one of them meets, or name one by imageIds.';

  it('names both, whichever of them was picked', () => {
    expect(warnings(X86, twins)).toEqual([message]);
    expect(warnings({ ...X86, nth: 2 }, twins)).toEqual([
      message.replace('a (golden) and b (golden)', 'b (golden) and a (golden)'),
    ]);
  });

  it('does not come where the pick differs in more, or all are wanted', () => {
    expect(
      warnings(X86, [
        ...twins,
        anImage({ id: 'c', name: 'golden', createdAt: '2025-01-01T00:00:00Z' }),
      ]),
    ).toEqual([]);
    expect(warnings({ ...X86, mostRecent: false }, twins)).toEqual([]);
  });
});
