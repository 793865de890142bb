/** `compare_os_versions`: which of two versions is higher. */
import { compareVersions } from '../../os-name/version';
import { textOf } from '../cty/value';
import type { ProviderFunction } from '../server/parts';

export const compareOsVersionsFunction: ProviderFunction = {
  summary: 'Compares two OS versions',
  description:
    '-1, 0 or 1: whether `a` is below, the same as or above `b`. By components, as numbers where they are numbers: `9.10` is below `13.04`, and `2012` below `2012 R2`.',
  parameters: [
    { name: 'a', type: 'string', description: 'An OS version, such as `22.04`.' },
    { name: 'b', type: 'string', description: 'The version to compare it with.' },
  ],
  returns: 'number',
  call: ([a, b]) => Math.sign(compareVersions(textOf(a), textOf(b))),
};
