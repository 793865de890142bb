/** How two images stand to each other in time or version, whatever their names are. */
import { compareVersions } from '../os-name/version';
import type { Image } from './answer.generated';
import { instantOf } from './instant';
import type { Order } from './words';

/** Whether an image comes first by its version or its time, and not only by its name. */
export function isLater(a: Image, b: Image, order: Order): boolean {
  const later = [compareTimes(a, b), compareReleases(a, b)];
  const [first, second] = order === 'version' ? later.toReversed() : later;
  return (first || second || 0) > 0;
}

function compareTimes(a: Image, b: Image): number {
  const [x, y] = [instantOf(a)?.ms, instantOf(b)?.ms];
  return x === undefined || y === undefined ? 0 : x - y;
}

function compareReleases(a: Image, b: Image): number {
  if (a.osVersion === undefined || b.osVersion === undefined || a.distro !== b.distro) return 0;
  return compareVersions(a.osVersion, b.osVersion);
}
