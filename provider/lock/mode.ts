/** How look-ups use the lock file. */

import type { LockMode } from '../image/words';

/** What decides the mode. */
export interface ModeFacts {
  /** From the call, the configuration, a flag or `CLOUDIMAGES_LOCK`, in this precedence. */
  readonly given: LockMode | undefined;
  /** cloudimages.json says `lock: "required"`. */
  readonly required: boolean;
  readonly lockExists: boolean;
  /** Whether the process runs in continuous integration. Called only where it matters. */
  readonly isCi: () => boolean;
}

/** The mode of look-ups. Without a setting it depends on whether there is a lock file. */
export function lockModeOf({ given, required, lockExists, isCi }: ModeFacts): LockMode {
  if (given !== undefined) return given;
  if (!lockExists && !required) return 'off';
  return isCi() ? 'frozen' : 'add';
}
