import { createWorld, MAIN_REGION, type CatalogImage } from '@cloudimages/simulator';
import type { ImagesAnswer } from '../../provider/image/answer.generated';
import type { ImageQuery } from '../../provider/image/query.generated';
import { engineOver, TODAY } from './engine-over';

// What queries choose from the catalog that worlds start with, and from small ones.

const NOW = Date.parse(TODAY);
const HANGZHOU = ['alicloud/cn-hangzhou'];
const SINGAPORE = ['tencentcloud/ap-singapore'];
const EVERYWHERE = (['alicloud', 'tencentcloud', 'qcloud', 'zenlayercloud'] as const).map(
  (cloud) => `${cloud}/${MAIN_REGION[cloud]}`,
);

async function lookUp(query: ImageQuery, images?: readonly CatalogImage[]): Promise<ImagesAnswer> {
  const world = createWorld({ now: () => NOW, ...(images === undefined ? {} : { images }) });
  return engineOver(world).getImages(query);
}

const UBUNTU: CatalogImage = {
  cloud: 'alicloud',
  regions: ['cn-hangzhou'],
  id: 'image',
  name: 'image',
  owner: 'public',
  osType: 'linux',
  osName: 'Ubuntu  22.04 64 bit',
  platform: 'Ubuntu',
  architecture: 'x86_64',
  sizeGiB: 20,
  createdAt: '2024-03-22T10:00:00Z',
};

/** Images that differ in what is given: `image-0`, `image-1` and so on. */
function ubuntus(...changes: readonly Partial<CatalogImage>[]): readonly CatalogImage[] {
  return changes.map((change, n) => ({
    ...UBUNTU,
    ...{ id: `image-${n}`, name: `image-${n}` },
    ...change,
  }));
}

/** Images of one's own, one a month from January 2024, `golden-1` to `golden-n`. */
function golden(count: number): readonly CatalogImage[] {
  return ubuntus(
    ...Array.from({ length: count }, (_, n) => ({
      id: `m-bp1golden${n + 1}`,
      name: `golden-${n + 1}`,
      owner: 'self' as const,
      createdAt: `2024-0${n + 1}-01T00:00:00Z`,
    })),
  );
}

const codes = ({ warnings }: ImagesAnswer) => warnings.map(({ code }) => code);

describe('strangers', () => {
  const newest = {
    distro: 'ubuntu',
    osVersion: '22.04',
    architecture: 'x86_64',
    mostRecent: true,
  } as const;

  it('are not chosen by default at a cloud, though theirs are named alike and newer', async () => {
    const owners = ['public', 'self'];
    const { images } = await lookUp({ ...newest, targets: EVERYWHERE, owners });
    expect(images).toHaveLength(EVERYWHERE.length);
    for (const { owner } of images) expect(owners).toContain(owner);
    const own = await lookUp({ ...newest, targets: EVERYWHERE });
    expect(new Set(own.images.map(({ owner }) => owner))).toEqual(new Set(['public']));
  });

  it('give way to an own image when owners allows it, since it has a time and the public ones have none; warnings say so', async () => {
    const owners = ['public', 'self'];
    const answer = await lookUp({ ...newest, targets: SINGAPORE, owners });
    expect(answer.images.map(({ owner }) => owner)).toEqual(['self']);
    expect(codes(answer)).toEqual(['mixed-recency', 'not-public']);
  });

  it.each([
    ['alicloud', ['shared', 'marketplace', 'community']],
    ['tencentcloud', ['shared', 'marketplace']],
    ['zenlayercloud', ['marketplace']],
  ] as const)('are chosen at %s where they are asked for: %j', async (cloud, owners) => {
    const targets = [`${cloud}/${MAIN_REGION[cloud]}`];
    const [{ createdAt: ours = '' } = {}] = (
      await lookUp({ ...newest, targets, owners: ['public'] })
    ).images;
    for (const owner of owners) {
      const [image] = (await lookUp({ ...newest, targets, owners: [owner] })).images;
      expect(image?.owner).toBe(owner);
      // A look-alike that is older would be no temptation.
      expect((image?.createdAt ?? image?.buildDate ?? '') > ours).toBe(true);
    }
  });

  it('are chosen by their account id, and by the name that the configuration gives it', async () => {
    const images = ubuntus(
      { owner: 'shared', ownerId: '1234567890123456' },
      { owner: 'shared', ownerId: '1234567890123457' },
    );
    const engine = engineOver(createWorld({ images }), {
      publishers: { partner: { alicloud: '1234567890123457', tencentcloud: '1234567890123456' } },
    });
    const query = { targets: HANGZHOU, mostRecent: true };
    const ids = async (owner: string) =>
      (await engine.getImages({ ...query, owners: [owner] })).ids;
    expect(await ids('1234567890123456')).toEqual(['image-0']);
    expect(await ids('partner')).toEqual(['image-1']);
  });
});

describe('the newest', () => {
  it('is one image per target, in the order of the targets', async () => {
    const query = {
      owners: ['public'],
      osType: 'linux',
      architecture: 'x86_64',
      mostRecent: true,
    } as const;
    const there = await lookUp({ ...query, targets: EVERYWHERE });
    expect(there.images.map(({ target }) => target)).toEqual(EVERYWHERE);
    expect(there.idByTarget).toEqual(
      Object.fromEntries(there.images.map(({ target, id }) => [target, id])),
    );
    const back = await lookUp({ ...query, targets: EVERYWHERE.toReversed() });
    expect(back.ids).toEqual(there.ids.toReversed());
  });

  it('can be passed over: nth counts from it', async () => {
    const query = { targets: HANGZHOU, nameRegex: '^golden-' };
    const nth = async (n: number) => (await lookUp({ ...query, nth: n }, golden(4))).ids;
    expect(await nth(1)).toEqual(['m-bp1golden4']);
    expect(await nth(3)).toEqual(['m-bp1golden2']);
    await expect(nth(5)).rejects.toMatchObject({
      code: 'no-match',
      reason: expect.stringContaining('4 images match, so nth = 5 is out of range.'),
    });
  });

  it.each([
    [{ minAge: '400d' }, 'golden-5'],
    [{ minAge: '405d' }, 'golden-4'],
    [{ createdBefore: '2024-04-01T00:00:00Z' }, 'golden-3'],
    [{ createdBefore: '2024-04-01T00:00:01Z' }, 'golden-4'],
    [{ excludeIds: ['m-bp1golden6', 'm-bp1golden5'] }, 'golden-4'],
    [{ excludeNameRegex: '-[3-6]$' }, 'golden-2'],
    [{ createdAfter: '2024-06-01T00:00:00Z' }, 'golden-6'],
  ])('among those of %j is %s', async (conditions, name) => {
    const query = { targets: HANGZHOU, mostRecent: true, ...conditions };
    expect((await lookUp(query, golden(6))).images.map((image) => image.name)).toEqual([name]);
  });

  it.each([{ createdAfter: '2024-03-01T00:00:00Z' }, { createdBefore: '2024-04-01T00:00:00Z' }])(
    'among those of %j may be one that only its id dates',
    async (conditions) => {
      // The page of Alibaba's API promises no CreationTime for each image.
      const id = 'ubuntu_22_04_x64_20G_alibase_20240322.vhd';
      const { createdAt: _createdAt, ...timeless } = UBUNTU;
      const query = { targets: HANGZHOU, owners: ['public'], ...conditions };
      const { images } = await lookUp(query, [UBUNTU, { ...timeless, id, name: id }]);
      expect(images.map((image) => image.id).toSorted()).toEqual(['image', id]);
    },
  );

  it('by version is the highest version, and the newest build in it', async () => {
    const images = ubuntus(
      { osName: 'Ubuntu  9.10 64 bit', createdAt: '2024-05-01T00:00:00Z' },
      { osName: 'Ubuntu  13.04 64 bit', createdAt: '2024-01-01T00:00:00Z' },
      { osName: 'Ubuntu  13.04 64 bit', createdAt: '2024-02-01T00:00:00Z' },
    );
    const query = { targets: HANGZHOU, distro: 'ubuntu', mostRecent: true } as const;
    expect((await lookUp({ ...query, order: 'version' }, images)).ids).toEqual(['image-2']);
    expect((await lookUp({ ...query, order: 'recent' }, images)).ids).toEqual(['image-0']);
  });
});

describe('variants', () => {
  const images = ubuntus({}, { osName: 'Ubuntu  22.04 64 bit with GPU driver', name: 'u-gpu' });

  it('drop out where a system is asked for, and are counted', async () => {
    const { ids, explanation } = await lookUp({ targets: HANGZHOU, distro: 'ubuntu' }, images);
    expect(ids).toEqual(['image-0']);
    expect(explanation.text).toContain('variants(base)');
    expect(explanation.targets[0]?.steps.at(-1)).toEqual({
      condition: 'variants(base)',
      removed: 1,
      unknown: 0,
      left: 1,
    });
  });

  it.each([
    { distro: 'ubuntu', variants: 'any' },
    { distro: 'ubuntu', nameRegex: '.' },
    { osType: 'linux' },
  ] as const)('take part in %j', async (conditions) => {
    const { ids } = await lookUp({ targets: HANGZHOU, ...conditions }, images);
    expect(ids.toSorted()).toEqual(['image-0', 'image-1']);
  });
});

describe('instance types', () => {
  it.each([
    [HANGZHOU, 'ecs.g8y.large', 'arm64'],
    [HANGZHOU, 'ecs.g7.large', 'x86_64'],
    [SINGAPORE, 'SR1.MEDIUM2', 'arm64'],
    [SINGAPORE, 'SA5.MEDIUM2', 'x86_64'],
  ])('leave the images of %j that %s starts: %s', async (targets, instanceType, architecture) => {
    const query = { targets, distro: 'ubuntu', osVersion: '22.04', instanceType } as const;
    const { images } = await lookUp(query);
    expect(new Set(images.map((image) => image.architecture))).toEqual(new Set([architecture]));
  });

  it('that a cloud does not have are its own refusal', async () => {
    await expect(lookUp({ targets: SINGAPORE, instanceType: 'ZZ9.MEDIUM2' })).rejects.toMatchObject(
      {
        code: 'bad-request',
        facts: { vendorCode: 'InvalidParameterValue.InstanceTypeNotFound' },
      },
    );
  });

  it.each(['qcloud/ap-guangzhou', 'zenlayercloud/asia-east-1a'])(
    'are refused at %s, whose API cannot tell',
    async (target) => {
      await expect(
        lookUp({ targets: [...HANGZHOU, target], instanceType: 'x' }),
      ).rejects.toMatchObject({
        code: 'unsupported-filter',
        message: expect.stringContaining(target),
        facts: { issues: [{ path: ['instanceType'] }] },
      });
    },
  );
});

describe('the clouds’ own parameters', () => {
  it('are sent to their cloud alone', async () => {
    const world = createWorld({ now: () => NOW });
    const answer = await engineOver(world).getImages({
      targets: [...HANGZHOU, ...SINGAPORE],
      owners: ['self'],
      native: { alicloud: { Usage: 'instance' } },
    });
    const [first] = answer.images;
    expect(JSON.parse(first?.raw ?? '{}')).toMatchObject({ Usage: 'instance' });
    expect(answer.images.filter(({ cloud }) => cloud === 'alicloud')).toHaveLength(1);
    const asked = world.requests().map(({ cloud, parameters }) => [cloud, parameters['Usage']]);
    expect(asked).toEqual(
      expect.arrayContaining([
        ['alicloud', 'instance'],
        ['tencentcloud', undefined],
      ]),
    );
  });
});

describe('warnings', () => {
  it('tell of a deprecated image, which comes after live ones', async () => {
    const images = ubuntus(
      { deprecated: true, createdAt: '2025-01-01T00:00:00Z' },
      { createdAt: '2020-01-01T00:00:00Z' },
    );
    const query = {
      targets: HANGZHOU,
      architecture: 'x86_64',
      mostRecent: true,
      includeDeprecated: true,
    } as const;
    expect(await lookUp(query, images)).toMatchObject({ ids: ['image-1'], warnings: [] });
    const alone = await lookUp(query, images.slice(0, 1));
    expect(alone).toMatchObject({
      ids: ['image-0'],
      warnings: [
        {
          code: 'deprecated-image',
          target: 'alicloud/cn-hangzhou',
          message: expect.stringMatching(/^Only deprecated images match; image-0 /),
        },
      ],
    });
    const second = await lookUp({ ...query, nth: 2 }, images);
    expect(second).toMatchObject({
      ids: ['image-0'],
      warnings: [{ message: expect.stringMatching(/^The images before it were skipped; /) }],
    });
  });

  it('tell that the newest is not the cloud’s own, where that might have been meant', async () => {
    const images = ubuntus({ owner: 'self', ownerId: '4711' });
    const query = { targets: HANGZHOU, architecture: 'x86_64', mostRecent: true } as const;
    expect(await lookUp(query, images)).toMatchObject({
      warnings: [{ code: 'not-public', message: expect.stringContaining('self (account 4711)') }],
    });
    expect(codes(await lookUp({ ...query, owners: ['self'] }, images))).toEqual([]);
    expect(codes(await lookUp({ targets: HANGZHOU, architecture: 'x86_64' }, images))).toEqual([]);
  });

  it('tell that the newest was chosen among images that are not dated alike', async () => {
    const images: readonly CatalogImage[] = ubuntus(
      { createdAt: '2024-01-01T00:00:00Z' },
      { createdAt: '' },
      { createdAt: '', name: 'ubuntu_22_04_x64_20G_alibase_20240322.vhd' },
    );
    const query = { targets: HANGZHOU, architecture: 'x86_64', mostRecent: true } as const;
    expect(await lookUp(query, images)).toMatchObject({
      ids: ['image-2'],
      warnings: [
        {
          code: 'mixed-recency',
          message: expect.stringContaining(
            '1 image without a known time came after those with one',
          ),
        },
      ],
    });
    expect(codes(await lookUp(query, images.slice(0, 1)))).toEqual([]);
    expect(codes(await lookUp({ targets: HANGZHOU, architecture: 'x86_64' }, images))).toEqual([]);
  });
});
