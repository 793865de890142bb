/** What the commands about the lock share: the project, the lock, and what the flags select. */
import { PUBLIC_SCOPE, type Lock } from '@cloudimages/lock';
import type { ComposedEngine } from '../../compose';
import { ImageError } from '../../errors/image-error';
import { EMPTY_LOCK } from '../../lock/change';
import { changeLockFile, readLockFile } from '../../lock/lock-file';
import { selectEntries, type EntryGroup } from '../../lock/selection';
import type { LockSettings } from '../../lock/settings';
import { asImageError } from '../../lock/with-lock';
import type { Project } from '../../project/project-file';
import type { Terminal } from '../output';
import { lockKeyOf } from './hold-operand';

/** The flags of a command, by their camelCase names. */
export type Options = Readonly<Record<string, unknown>>;

/** What a command about the lock works with. */
export interface LockCommand {
  readonly engine: ComposedEngine;
  readonly terminal: Terminal;
  readonly options: Options;
  /** Names of queries, or whatever else the operands are. */
  readonly operands: readonly string[];
  /** What follows `--`. */
  readonly command: readonly string[];
  readonly signal: AbortSignal;
}

/** The files of a command. */
export interface LockFiles {
  readonly project: Project | undefined;
  readonly settings: LockSettings;
  /** Undefined: there is no file. */
  readonly lock: Lock | undefined;
}

/** Reads the files. @throws ImageError `invalid-lock`, `invalid-configuration` */
export async function readFiles({ engine }: LockCommand): Promise<LockFiles> {
  const [{ project }, settings] = await Promise.all([engine.project(), engine.lockSettings()]);
  return { project, settings, lock: await readLockFile(settings.file).catch(asImageError) };
}

/** The lock that a command needs. @throws ImageError `not-locked` when there is none */
export function needLock({ lock, settings }: LockFiles): Lock {
  if (lock !== undefined) return lock;
  throw new ImageError('not-locked', `there is no lock file at ${settings.file}`, {
    hint: 'Run `cloudimages lock` to make it, or name it with --lock-file.',
  });
}

/** The entries that names, `--target` and `--scope` select. Says on standard error what it leaves out. */
export function select(
  { options, operands, terminal }: LockCommand,
  { lock = EMPTY_LOCK, project, settings }: LockFiles,
): readonly EntryGroup[] {
  const { scope } = options;
  const { groups, otherScopes } = selectEntries(
    lock,
    {
      names: operands.map(lockKeyOf),
      targets: targetsOf(options),
      scope: typeof scope === 'string' ? scope : undefined,
      label: settings.scope,
    },
    [...(project?.images.keys() ?? [])],
  );
  if (otherScopes.length > 0 && scope === undefined) {
    terminal.err(
      `Left out: entries of the scope ${otherScopes.join(', ')}. Name one with --lock-scope.\n`,
    );
  }
  return groups;
}

/** The values of `--target`. */
export function targetsOf({ target }: Options): readonly string[] {
  return Array.isArray(target) ? target.map(String) : [];
}

/** The label that `--scope` names, for queries that depend on the account. */
export function scopeOf({ scope }: Options): string | undefined {
  return typeof scope === 'string' && scope !== PUBLIC_SCOPE ? scope : undefined;
}

/** Changes the lock file. @throws ImageError `invalid-lock` when it cannot be written */
export async function change(
  { engine }: LockCommand,
  { settings }: LockFiles,
  targets: readonly string[],
  make: (lock: Lock) => Lock,
): Promise<void> {
  assertWritable(engine, settings, targets);
  await changeLockFile(settings.file, make).catch(asImageError);
}

/** @throws ImageError `invalid-configuration` for a simulated run without `--lock-file` */
export function assertWritable(
  engine: Pick<ComposedEngine, 'isSimulated'>,
  { fileGiven }: LockSettings,
  targets: readonly string[],
): void {
  if (fileGiven || !engine.isSimulated(targets)) return;
  throw new ImageError(
    'invalid-configuration',
    'an endpoint is overridden, as with the simulator, so the lock file of the project is not written',
    { hint: 'Name another file with --lock-file. Its entries are marked as simulated.' },
  );
}
