/** Images of Compute Engine: public projects, one's own, and projects of others. */
import type { CatalogImage } from '../../catalog-image';
import { SERIES, type Series } from './catalog-systems';
import { OWN_PROJECT, PARTNER, publicProject, selfLink, STRANGER } from './projects';

const PLACE = { cloud: 'google', regions: ['global'] } as const;

/** What most images of accounts have in common. */
const UBUNTU = {
  ...PLACE,
  osType: 'linux',
  osName: 'Ubuntu 24.04',
  platform: 'Ubuntu',
  architecture: 'X86_64',
  sizeGiB: 20,
} as const;

/** Public images, then those of accounts. */
export function googleCatalog(): readonly CatalogImage[] {
  return [...SERIES.flatMap(expandSeries), ...ownImages(), ...imagesOfOthers()];
}

function expandSeries(series: Series): readonly CatalogImage[] {
  const { platform, family, builds, architecture = 'X86_64', osType = 'linux', end } = series;
  const project = publicProject(platform);
  const nameOf = (build: string) => series.name.replace('{build}', build);
  const newest = nameOf(builds.at(-1) ?? '');
  return builds.map((build, index): CatalogImage => {
    const name = nameOf(build);
    const day = build.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    const description = series.description?.replace('{build}', build).replace('{day}', day);
    const isOld = index < builds.length - 1;
    const state = isOld ? 'DEPRECATED' : end;
    return {
      ...PLACE,
      id: selfLink(project, name),
      name,
      owner: 'public',
      ...{ osType, platform, architecture, family },
      osName: description ?? name,
      ...(description === undefined ? {} : { description }),
      createdAt: timeOf(build, name),
      sizeGiB: series.sizeGiB ?? 10,
      ...(state === 'DEPRECATED' ? { deprecated: true } : {}),
      native: {
        ...series.native,
        ...(state === undefined
          ? {}
          : { deprecated: { state, replacement: selfLink(project, isOld ? newest : name) } }),
      },
    };
  });
}

/** Some hours after the day in the build; of images whose build names no day, in March 2025. */
function timeOf(build: string, name: string): string {
  const [, year = '2025', month = '03', day = '06'] = /^(\d{4})(\d\d)(\d\d)$/.exec(build) ?? [];
  const seconds = 30_000 + ((name.length * 7919) % 50_000);
  return new Date(Date.parse(`${year}-${month}-${day}`) + seconds * 1000)
    .toISOString()
    .replace('.000Z', 'Z');
}

type Change = Partial<CatalogImage> & Pick<CatalogImage, 'name'>;

function own(change: Change): CatalogImage {
  return { ...UBUNTU, owner: 'self', id: selfLink(OWN_PROJECT, change.name), ...change };
}

function ownImages(): readonly CatalogImage[] {
  const tags = { env: 'production', team: 'platform' };
  return [
    ...['2025-01-01', '2025-02-01', '2025-03-01'].map((day, index) =>
      own({
        name: `golden-ubuntu-2404-${day}`,
        family: 'golden-ubuntu',
        createdAt: `${day}T02:03:04Z`,
        tags: { ...tags, ...(index === 2 ? { env: 'staging' } : {}) },
        ...(index === 0 ? { deprecated: true } : {}),
      }),
    ),
    own({
      name: 'golden-arm-2025-03-01',
      family: 'golden-arm',
      architecture: 'ARM64',
      createdAt: '2025-03-01T05:00:00Z',
      tags,
    }),
    // Without an architecture, as images that people make themselves often are.
    own({ name: 'web-server-7', architecture: '', createdAt: '2025-02-03T04:05:06Z' }),
    // Named like a public image, and newer than it.
    own({ name: 'ubuntu-2404-noble-amd64-v20250601', createdAt: '2025-06-01T00:00:00Z' }),
    own({
      name: 'web-windows-2022',
      osType: 'windows',
      platform: 'Windows',
      osName: 'Windows Server 2022',
      createdAt: '2025-02-05T07:08:09Z',
      sizeGiB: 50,
    }),
    own({
      name: 'golden-ubuntu-2404-retired',
      family: 'golden-ubuntu',
      createdAt: '2025-04-01T02:03:04Z',
      native: { deprecated: { state: 'OBSOLETE', obsolete: '2025-05-01T00:00:00.000-07:00' } },
    }),
    // Back in use: the object stays, and says so.
    own({
      name: 'golden-ubuntu-2404-2024-12-01',
      family: 'golden-ubuntu',
      createdAt: '2024-12-01T02:03:04Z',
      tags,
      native: { deprecated: { state: 'ACTIVE', deprecated: '2064-01-01T00:00:00.000-08:00' } },
    }),
    ...['PENDING', 'FAILED', 'DELETING', 'DREAMING'].map((state) =>
      own({
        name: `golden-ubuntu-2404-${state.toLowerCase()}`,
        family: 'golden-ubuntu',
        state,
        createdAt: '2025-03-04T02:03:04Z',
      }),
    ),
  ];
}

/** Images of strangers that everyone can read, with the names of public ones, newer than all of them. */
const LOOKALIKES = [
  ['ubuntu-2404-noble-amd64-v20250602', 'ubuntu-2404-lts-amd64', 'X86_64'],
  ['ubuntu-2404-noble-arm64-v20250602', 'ubuntu-2404-lts-arm64', 'ARM64'],
  ['debian-12-bookworm-v20250602', 'debian-12', 'X86_64'],
  ['rocky-linux-9-v20250602', 'rocky-linux-9', 'X86_64'],
] as const;

function imagesOfOthers(): readonly CatalogImage[] {
  const other = (project: string, change: Change): CatalogImage => ({
    ...UBUNTU,
    owner: 'shared',
    ownerId: project,
    id: selfLink(project, change.name),
    ...change,
  });
  return [
    ...['4-2', '4-10'].map((version, index) =>
      other(PARTNER, {
        name: `partner-appliance-${version}`,
        family: 'partner-appliance',
        createdAt: `2025-0${index + 1}-05T06:07:08Z`,
      }),
    ),
    ...LOOKALIKES.map(([name, family, architecture]) =>
      other(STRANGER, { name, family, architecture, createdAt: '2025-06-02T00:00:00Z' }),
    ),
  ];
}
