/** Images of EC2: official ones, each with an id of its own in every region, and images of accounts. */
import type { CatalogImage } from '../../catalog-image';
import { amiId } from './ami-id';
import { awsAccountImages } from './catalog-accounts';
import { SERIES, type Series } from './catalog-systems';
import { officialAccount } from './owners';

/** Where official images are. The last one gets each newest build later than the others. */
const REGIONS = ['us-east-1', 'us-west-2', 'ap-southeast-1', 'eu-central-1'];
const LAGGING_REGION = 'eu-central-1';
const OTHER_PARTITIONS = ['cn-north-1', 'us-gov-west-1'];

/** So far ahead that the catalog does not age; real ones are two years ahead. */
const IN_THE_FUTURE = '2045-01-01T00:00:00.000Z';

/** The official images, then those of accounts. */
export function awsCatalog(): readonly CatalogImage[] {
  return [...SERIES.flatMap(expandSeries), ...awsAccountImages()];
}

function expandSeries(series: Series): readonly CatalogImage[] {
  const { builds, isEverywhere = false, platform } = series;
  const regions = isEverywhere ? [...REGIONS, ...OTHER_PARTITIONS] : REGIONS;
  return builds.flatMap((build, index) => {
    const isNewest = index === builds.length - 1;
    const isLate = isNewest && builds.length > 1;
    return variantsOf(series).flatMap(({ word, architecture }) =>
      regions
        .filter((region) => !(isLate && region === LAGGING_REGION))
        .filter((region) => officialAccount(platform, region) !== undefined)
        .map((region) => imageOf(series, { build, word, architecture, region, isNewest })),
    );
  });
}

interface Variant {
  readonly word: string;
  readonly architecture: string;
}

function variantsOf({ x86, arm, architecture }: Series): readonly Variant[] {
  return [
    ...(x86 === undefined ? [] : [{ word: x86, architecture: architecture ?? 'x86_64' }]),
    ...(arm === undefined ? [] : [{ word: arm, architecture: architecture ?? 'arm64' }]),
  ];
}

function imageOf(
  series: Series,
  variant: Variant & { build: string; region: string; isNewest: boolean },
): CatalogImage {
  const { build, word, architecture, region, isNewest } = variant;
  const fill = (template: string) => template.replace('{arch}', word).replace('{build}', build);
  const { name, platform, osName, osType = 'linux', sizeGiB = 8, isOver = false } = series;
  const { description, parameter } = series;
  const createdAt = timeOf(build, name);
  // Older builds are deprecated in reality after two years; here the oldest of three already is.
  const isDeprecated =
    isOver || (!isNewest && series.builds.indexOf(build) < series.builds.length - 2);
  return {
    cloud: 'aws',
    regions: [region],
    id: amiId(fill(name), region),
    name: fill(name),
    owner: 'public',
    ...{ osType, osName, platform, architecture, createdAt, sizeGiB },
    ...(description === undefined ? {} : { description: fill(description) }),
    ...(parameter === undefined || !isNewest ? {} : { family: fill(parameter) }),
    native: {
      ...series.native,
      deprecationTime: isDeprecated ? createdAt.replace('Z', '.000Z') : IN_THE_FUTURE,
    },
  };
}

/** A day in the build, at a time that depends on it; a build without a day is of March 2025. */
function timeOf(build: string, name: string): string {
  const [, year = '2025', month = '03', day = '04'] =
    /(20\d\d)[.]?([01]\d)[.]?([0-3]\d)/.exec(build) ?? [];
  const seconds = (name.length * 7919 + Number(day) * 104_729) % 86_400;
  const ms = Date.parse(`${year}-${month}-${day}`) + seconds * 1000;
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
