import { NO_TABLES, type CloudTables } from '../../provider/image/cloud-tables';
import { conditionsIn, conditionsOf } from '../../provider/image/conditions';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageAlternative, ImageQuery } from '../../provider/image/query.generated';
import { select } from '../../provider/image/select';
import type { Image } from '../../provider/image/answer.generated';
import { anImage } from './an-image';

// What the clouds' tables say about a query: whose images are public, and what an instance type is.

const NOW = Date.parse('2026-01-01T00:00:00Z');

/** In `alicloud/open` anyone can publish images; everywhere else only the cloud can. */
const TABLES: CloudTables = {
  ...NO_TABLES,
  publishers: ['canonical'],
  accountsOf: (name, { region }) => (name === 'canonical' && region === 'open' ? ['1111'] : []),
  officialIn: ({ region }, distro) => {
    if (region !== 'open') return undefined;
    return distro === 'ubuntu' ? ['1111'] : distro === undefined ? ['1111', '2222'] : [];
  },
  architectureOf: (type, { region }) =>
    region !== 'open' ? undefined : type === 'small.arm' ? 'arm64' : 'x86_64',
};

const open = (image: Parameters<typeof anImage>[0]) =>
  anImage({ cloud: 'alicloud', region: 'open', target: 'alicloud/open', ...image });

function passes(query: ImageAlternative, image: Image): boolean {
  const [criteria] = criteriaOf(query, TABLES);
  if (criteria === undefined) throw new Error('a query has criteria');
  const conditions = [...conditionsOf(criteria, NOW), ...conditionsIn(criteria, image)];
  return conditions.every((condition) => condition.test(image) === 'pass');
}

describe('owners where anyone can publish images', () => {
  const official = open({ owner: 'public', ownerId: '1111', distro: 'ubuntu' });
  const other = open({ owner: 'public', ownerId: '2222', distro: 'ubuntu' });
  const stranger = open({ owner: 'community', ownerId: '9999', distro: 'ubuntu' });

  it('has the official publishers’ images for public, never a stranger’s', () => {
    const query = { owners: ['public'] };
    expect([official, other, stranger].map((image) => passes(query, image))).toEqual([
      ...[true, true, false],
    ]);
  });

  it('has the images of the distribution’s own publisher with distro', () => {
    const query = { owners: ['public'], distro: 'ubuntu' };
    expect([official, other, stranger].map((image) => passes(query, image))).toEqual([
      ...[true, false, false],
    ]);
  });

  it('finds a publisher’s public images by its name and by its account', () => {
    for (const owner of ['canonical', '1111']) {
      expect(passes({ owners: [owner] }, official)).toBe(true);
      expect(passes({ owners: [owner] }, other)).toBe(false);
    }
  });

  it('keeps the meaning of public in a cloud that publishes its images itself', () => {
    const image = anImage({ owner: 'public', ownerId: '2222', distro: 'ubuntu' });
    expect(passes({ owners: ['public'], distro: 'ubuntu' }, image)).toBe(true);
    expect(passes({ owners: ['canonical'] }, image)).toBe(false);
  });
});

describe('an instance type whose architecture a table gives', () => {
  it.each<[ImageAlternative, Image['architecture'], boolean]>([
    [{ instanceType: 'small.arm' }, 'arm64', true],
    [{ instanceType: 'small.arm' }, 'x86_64', false],
    [{ instanceType: 'small.arm' }, undefined, false],
    [{ instanceType: 'small.x86', architecture: 'i386' }, 'i386', true],
    [{ instanceType: 'small.x86', architecture: 'arm64' }, 'arm64', false],
  ])('%j keeps an image for %s: %s', (query, architecture, kept) => {
    expect(passes({ owners: ['self'], ...query }, open({ owner: 'self', architecture }))).toBe(
      kept,
    );
  });

  it('is reported as inferred in the explanation', () => {
    expect(explain({ instanceType: 'small.arm' }, [])).toContain(
      'architecture(arm64, inferred from instanceType small.arm)',
    );
  });
});

describe('a distribution without an official publisher', () => {
  it('is explained where nothing was listed', () => {
    expect(explain({ distro: 'alpine' }, [])).toContain(
      'No official publisher of alpine is known at alicloud/open.',
    );
  });
});

describe('the deprecation of the chosen image', () => {
  const query = { distro: 'ubuntu', architecture: 'x86_64', mostRecent: true } as const;
  const warnings = (deprecatedAt: string, asked: ImageQuery = query) =>
    choose(asked, [
      open({ id: 'a', owner: 'public', ownerId: '1111', distro: 'ubuntu', deprecatedAt }),
    ]).warnings.filter(({ code }) => code === 'deprecated-soon');

  it.each([
    ['2026-01-01T12:00:00Z', 'in 1 day'],
    ['2026-04-01T00:00:00Z', 'in 90 days'],
  ])('is warned about when it is at %s', (at, text) => {
    expect(warnings(at)).toEqual([
      expect.objectContaining({ target: 'alicloud/open', message: expect.stringContaining(text) }),
    ]);
  });

  it.each(['2026-04-01T00:00:01Z', '2028-01-01T00:00:00Z', '2025-12-31T00:00:00Z'])(
    'is not warned about when it is at %s',
    (at) => {
      expect(warnings(at)).toEqual([]);
    },
  );

  it('is warned about for an image that is named by id', () => {
    expect(warnings('2026-02-01T00:00:00Z', { imageIds: ['a'] })).toHaveLength(1);
  });
});

function choose(query: ImageQuery, images: readonly Image[]) {
  const [criteria] = criteriaOf(query, TABLES);
  if (criteria === undefined) throw new Error('a query has criteria');
  const target = { cloud: 'alicloud', region: 'open' } as const;
  return select(criteria, [{ target, images }], { nowMs: NOW });
}

function explain(query: ImageQuery, images: readonly Image[]): string {
  return JSON.stringify(choose(query, images).targets);
}
