/** The processor architecture of VM sizes, by Azure's naming convention. */
import type { Architecture } from '../../image/words';

/** The NVIDIA Grace processor, which is Arm, is named by its accelerator. */
const GRACE = /_GB\d00(?:_|$)/i;

/**
 * A size is a family in upper case, the number of vCPUs, and features in lower case, of which `p` is
 * an Arm processor: `Standard_D4ps_v5`. Then come the accelerator and the version.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
 * @returns undefined for a name that does not have this form
 */
export function instanceArchitecture(size: string): Architecture | undefined {
  const [, features] =
    /^(?:Standard|Basic)_[A-Z]+\d+(?:-\d+)?([a-z]*)(?:_[A-Z][A-Za-z0-9]*)*(?:_v\d+)?$/.exec(size) ??
    [];
  if (features === undefined) return undefined;
  return features.includes('p') || GRACE.test(size) ? 'arm64' : 'x86_64';
}
