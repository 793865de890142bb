/** How look-ups use the lock file. */

/**
 * - `off`: every query goes to the clouds.
 * - `add`: locked queries are answered from the file; others are resolved and added to it.
 * - `use`: as `add`, but the file is not written, and a warning says what is not locked.
 * - `frozen`: locked queries only. Anything else is an error that names the command that fixes it.
 */
export const LOCK_MODES = ['off', 'add', 'use', 'frozen'] as const;
export type LockMode = (typeof LOCK_MODES)[number];

/** What decides the mode. */
export interface ModeFacts {
  /** From the call, the configuration, a flag or `CLOUDIMAGES_LOCK`, in this precedence. */
  readonly given: LockMode | undefined;
  /** cloudimages.json says `lock: "required"`. */
  readonly required: boolean;
  readonly lockExists: boolean;
  /** The process runs in continuous integration. `CI=false` is none. */
  readonly isCi: boolean;
}

/** The mode of look-ups. Without a setting it depends on whether there is a lock file. */
export function lockModeOf({ given, required, lockExists, isCi }: ModeFacts): LockMode {
  if (given !== undefined) return given;
  if (!lockExists && !required) return 'off';
  return isCi ? 'frozen' : 'add';
}
