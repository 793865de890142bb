/** Random catalogs: small sets of values, so that ties, near misses and matches are common. */
import type { CatalogImage, CloudId } from '../../simulator/index';
import type { Random } from './random';
import type { Draft, Drawn, System, Truth, VariantWord } from './truth';
import { vocabularyOf } from './vocabulary/index';

/** Versions with traps for text comparison: 9.10 and 18.04, 8.9 and 8.10, 6.9 and 6.10. */
export const SYSTEMS: readonly System[] = [
  {
    distro: 'ubuntu',
    title: 'Ubuntu',
    code: 'ubuntu',
    osType: 'linux',
    versions: ['18.04', '20.04', '22.04', '24.04'],
  },
  {
    distro: 'centos',
    title: 'CentOS',
    code: 'centos',
    osType: 'linux',
    versions: ['6.9', '6.10', '7.9'],
  },
  {
    distro: 'debian',
    title: 'Debian',
    code: 'debian',
    osType: 'linux',
    versions: ['11.9', '12.7', '12.10'],
  },
  {
    distro: 'rocky',
    title: 'Rocky Linux',
    code: 'rockylinux',
    osType: 'linux',
    versions: ['8.9', '8.10', '9.4'],
  },
  {
    distro: 'freebsd',
    title: 'FreeBSD',
    code: 'freebsd',
    osType: 'bsd',
    versions: ['13.2', '14.1'],
  },
  {
    distro: 'windows-server',
    title: 'Windows Server',
    code: 'win',
    osType: 'windows',
    versions: ['2012 R2', '2016', '2019', '2022'],
  },
];

export const VARIANT_WORDS: readonly VariantWord[] = [
  { word: 'GPU', variant: 'gpu' },
  { word: 'HPC', variant: 'hpc' },
  { word: 'Docker', variant: 'container' },
];

/** Words that say nothing of an operating system, nor of a build. */
export const ODD_WORDS = ['golden', 'zulu', 'quokka', 'teal', 'marble', 'falcon'] as const;

const INSTANTS = [
  '2023-12-31T23:59:59Z',
  '2024-01-01T00:00:00Z',
  '2024-03-22T10:00:00Z',
  '2024-03-22T10:00:01Z',
  '2025-06-01T00:00:00Z',
  '2025-11-30T12:00:00Z',
] as const;

const BUILD_DATES = ['2024-02-29', '2024-03-22', '2024-07-12', '2025-06-01'] as const;

export const FAMILIES = ['web-family', 'db-family'] as const;
export const TAGS = [['team', 'web'] as const, ['team', 'db'] as const, ['stage', 'prod'] as const];
export const ACCOUNTS = ['123456789012345', '998877665544332'] as const;

/** A cloud's images with their truths. */
export interface Catalog {
  readonly cloud: CloudId;
  readonly drawn: readonly Drawn[];
}

/** @param skew - how likely the common value of each field is: high skew makes ties */
export function drawCatalog(random: Random, cloud: CloudId, count: number): Catalog {
  const vocabulary = vocabularyOf(cloud);
  const systems = random.some(systemsOf(cloud), 1 + random.below(3));
  const drawn = new Map<string, Drawn>();
  for (let serial = 0; serial < count; serial += 1) {
    const one = vocabulary.render(drawDraft(random, cloud, systems, serial));
    if (!drawn.has(one.image.id)) drawn.set(one.image.id, one);
  }
  return { cloud, drawn: [...drawn.values()] };
}

/** One more image, with an id that no image of the catalog has. */
export function drawNewcomer(random: Random, cloud: CloudId, regions: readonly string[]): Drawn {
  const draft = drawDraft(random, cloud, systemsOf(cloud), 900_000 + random.below(1000));
  return vocabularyOf(cloud).render({ ...draft, regions, buildDate: '2025-10-10' });
}

function systemsOf(cloud: CloudId): readonly System[] {
  const { osTypes } = vocabularyOf(cloud);
  return SYSTEMS.filter(({ osType }) => osTypes?.includes(osType) ?? true);
}

/** The truths of one target. */
export function truthsOf(catalog: Catalog, region: string): readonly Truth[] {
  return catalog.drawn
    .filter(({ image }) => image.regions.includes(region))
    .map(({ truth }) => ({ ...truth, cloud: catalog.cloud, region }));
}

export function imagesOf(catalogs: readonly Catalog[]): readonly CatalogImage[] {
  return catalogs.flatMap(({ drawn }) => drawn.map(({ image }) => image));
}

function drawDraft(
  random: Random,
  cloud: CloudId,
  systems: readonly System[],
  serial: number,
): Draft {
  const { owners, regions } = vocabularyOf(cloud);
  const system = random.pick(systems);
  const owner = random.chance(0.6) ? 'public' : random.pick(owners);
  const isArm = system.osType === 'linux' && random.chance(0.25);
  const is32Bit = system.osType === 'linux' && random.chance(0.08);
  const mayHaveWords = owner !== 'public';
  return {
    system,
    version: random.pick(system.versions),
    architecture: isArm ? 'arm64' : is32Bit ? 'i386' : 'x86_64',
    variant: random.chance(0.15) ? random.pick(VARIANT_WORDS) : undefined,
    edition: random.chance(0.6) ? 'datacenter' : 'standard',
    language: random.chance(0.6) ? 'en' : 'zh',
    bootMode: random.pick(['bios', 'bios', 'uefi', 'uefi-preferred']),
    words: mayHaveWords ? random.some(ODD_WORDS, 1 + random.below(3)) : [],
    owner,
    ownerId: random.pick(ACCOUNTS),
    status: random.chance(0.85)
      ? 'available'
      : random.pick(['pending', 'failed', 'unknown word'] as const),
    deprecated: random.chance(0.12),
    createdAt: random.chance(0.85) ? random.pick(INSTANTS) : undefined,
    buildDate: random.chance(0.8) ? random.pick(BUILD_DATES) : undefined,
    family: random.chance(0.3) ? random.pick(FAMILIES) : undefined,
    tags: random.chance(0.4)
      ? Object.fromEntries(random.some(TAGS, 1 + random.below(2)))
      : undefined,
    cloudInit: random.chance(0.8),
    serial,
    regions: random.chance(0.7) ? regions : [random.pick(regions)],
  };
}
