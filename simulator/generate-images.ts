/** Any number of plausible public images, the same for the same seed. */
import type { CatalogImage } from './catalog-image';
import type { CloudId } from './clouds/ids';
import { SIMULATED_CLOUDS } from './clouds/index';

/** How many of what. */
export interface GenerateOptions {
  readonly cloud: CloudId;
  readonly count: number;
  /** Another number gives other images. Default 1. */
  readonly seed?: number;
  /** Default: the cloud's MAIN_REGION. */
  readonly regions?: readonly string[];
  /** Only images of one distribution, such as `debian`. Default: of several. */
  readonly distro?: string | undefined;
}

/** A distribution with versions to draw from, some of which compare wrongly as strings. */
const SYSTEMS = [
  ['Ubuntu', 'ubuntu', 'linux', ['9.10', '18.04', '20.04', '22.04', '24.04']],
  ['CentOS', 'centos', 'linux', ['6.9', '6.10', '7.6', '7.9', '8.5']],
  ['Debian', 'debian', 'linux', ['9.13', '10.13', '11.11', '12.7', '12.10']],
  ['Rocky Linux', 'rockylinux', 'linux', ['8.9', '8.10', '9.4']],
  ['AlmaLinux', 'almalinux', 'linux', ['8.9', '8.10', '9.4']],
  ['Fedora', 'fedora', 'linux', ['39', '40', '41']],
  ['FreeBSD', 'freebsd', 'bsd', ['13.2', '14.1']],
  ['Windows Server', 'win', 'windows', ['2012 R2', '2016', '2019', '2022']],
] as const;

/** First day of the build dates, and how many days they spread over. */
const FIRST_DAY = Date.UTC(2018, 0, 1);
const DAYS = 2600;

/** All of them public and usable, with ids of their own in the cloud's shape. */
export function generateImages({
  cloud,
  count,
  seed = 1,
  regions,
  distro: only,
}: GenerateOptions): readonly CatalogImage[] {
  const next = seededNumbers(seed);
  const pick = <T>(choices: readonly T[]): T => choices[next(choices.length)] as T;
  const { generate, vocabulary } = SIMULATED_CLOUDS[cloud];
  const systems = SYSTEMS.filter(([, code]) => only === undefined || code === only);
  const where = regions ?? [vocabulary.mainRegion];
  return Array.from({ length: count }, (_, index): CatalogImage => {
    const [distro, code, osType, versions] = pick<(typeof SYSTEMS)[number]>(systems);
    const version = pick<string>(versions);
    const isArm = osType === 'linux' && next(4) === 0;
    const builtOn = new Date(FIRST_DAY + next(DAYS) * 86_400_000);
    const number = index.toString(36);
    return {
      cloud,
      regions: where,
      owner: 'public',
      osType,
      sizeGiB: osType === 'windows' ? 40 : 20,
      ...generate({ distro, code, version, osType, isArm, builtOn, number }),
    };
  });
}

/** Whole numbers below a bound, from a linear congruential generator (the constants of Numerical Recipes). */
function seededNumbers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** The image with the id that goes with its owner, where the cloud's ids name the owner. */
export function withOwnersId(image: CatalogImage): CatalogImage {
  const id = SIMULATED_CLOUDS[image.cloud].idOf?.(image);
  return id === undefined ? image : { ...image, id };
}
