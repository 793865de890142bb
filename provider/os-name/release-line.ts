/** The release line of a version: what a distribution supports as one release. */
import { DISTRIBUTIONS } from './distributions';
import type { Distribution } from './distributions';
import type { Numbering } from './numbering';
import { versionComponents } from './version';

/**
 * How many components of a version name the release line, by the way a distribution numbers.
 *
 * Ubuntu 24.04.1 is of the line 24.04, RHEL 9.4 of 9, Leap 15.6 of 15.6. A service pack and a Windows
 * release are lines of their own. Where every build has a number, there is one line for all.
 */
const COMPONENTS: Readonly<Record<Numbering, number>> = {
  none: 0,
  count: 0,
  build: 0,
  single: 1,
  amazon: 1,
  point: 1,
  alinux: 1,
  leap: 2,
  yearMonth: 2,
  short: 2,
  servicePack: 3,
  windowsServer: 3,
  windowsClient: 3,
};

/**
 * The line as a key for comparisons. Undefined where the distribution or the version is unknown.
 */
export function releaseLine(
  distro: string | undefined,
  osVersion: string | undefined,
): string | undefined {
  if (distro === undefined) return undefined;
  const rows: readonly Distribution[] = DISTRIBUTIONS;
  const numbering = rows.find(({ id }) => id === distro)?.numbering ?? 'point';
  const count = COMPONENTS[numbering];
  if (count === 0) return distro;
  if (osVersion === undefined) return undefined;
  const components = versionComponents(osVersion).map((part) => part.replace(/^0+(?=\d)/, ''));
  return [distro, ...components.slice(0, count)].join(' ');
}
