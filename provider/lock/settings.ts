/** How this process uses the lock: from the configuration, the environment and the project. */
import { readAllowedIds } from '@cloudimages/lock';
import { problemsError } from '../errors/problems';
import { LOCK_MODES, type LockMode } from '../image/words';
import { lockModeOf } from './mode';
import { SCOPE_LABEL } from './scope';

/** What was configured about locks. */
export interface LockConfiguration {
  readonly lock?: LockMode | undefined;
  readonly lockScope?: string | undefined;
  readonly lockFile?: string | undefined;
}

/** What the mode depends on besides. */
export interface LockSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The lock file of the project. */
  readonly lockFile: string;
  readonly lockExists: boolean;
  /** cloudimages.json says `lock: "required"`. */
  readonly required: boolean;
  readonly isCi: () => boolean;
}

/** How this process uses the lock. */
export interface LockSettings {
  readonly mode: LockMode;
  readonly file: string;
  /** Whether the user named the file: then simulated runs write it too. */
  readonly fileGiven: boolean;
  readonly required: boolean;
  /** The label of the scope for queries that depend on the account. */
  readonly scope: string | undefined;
  /** `cloudimages lock -- COMMAND` collects queries in this file. */
  readonly collect: string | undefined;
  /** Denied ids that are used all the same. */
  readonly allowDenied: readonly string[];
}

/**
 * The settings: configuration first, then `CLOUDIMAGES_LOCK`, `CLOUDIMAGES_LOCK_SCOPE` and
 * `CLOUDIMAGES_LOCK_FILE`, then what follows from the files and from running in CI.
 *
 * @throws ImageError `invalid-configuration` for an unknown mode or an invalid label
 */
export function lockSettingsOf(
  configuration: LockConfiguration,
  { environment, lockFile, lockExists, required, isCi }: LockSurroundings,
): LockSettings {
  const variable = (name: string): string | undefined => environment[name] || undefined;
  const mode = configuration.lock ?? variable('CLOUDIMAGES_LOCK');
  const scope = configuration.lockScope ?? variable('CLOUDIMAGES_LOCK_SCOPE');
  const given = configuration.lockFile ?? variable('CLOUDIMAGES_LOCK_FILE');
  const known = LOCK_MODES.find((one) => one === mode);
  const issues = [
    ...(mode !== undefined && known === undefined
      ? [{ path: ['lock'], message: `"${mode}" is not one of ${LOCK_MODES.join(', ')}.` }]
      : []),
    ...(scope !== undefined && (!SCOPE_LABEL.test(scope) || scope === 'public')
      ? [
          {
            path: ['lockScope'],
            message: `"${scope}" is not a valid label: lowercase letters, digits and "-", beginning with a letter, and not "public".`,
          },
        ]
      : []),
  ];
  if (issues.length > 0) throw problemsError('invalid-configuration', 'the lock settings', issues);
  return {
    mode: lockModeOf({
      given: known,
      required,
      lockExists: lockExists || given !== undefined,
      isCi,
    }),
    file: given ?? lockFile,
    fileGiven: given !== undefined,
    required,
    scope,
    collect: variable('CLOUDIMAGES_LOCK_COLLECT'),
    allowDenied: readAllowedIds(variable('CLOUDIMAGES_ALLOW_DENIED')),
  };
}
