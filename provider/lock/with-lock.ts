/** Puts a lock before an engine: project file, named queries, settings and files, each read once. */
import { LockError } from '@cloudimages/lock';
import { ImageError } from '../errors/image-error';
import { criteriaOf } from '../image/criteria';
import type { Configuration } from '../schema/configuration.generated';
import type { Engine } from '../look-up/engine';
import { oneImage } from '../look-up/look-up';
import { validQuery, type QueryDefaults } from '../look-up/validate-query';
import { loadProject, type LoadedProject, type ProjectWorld } from '../project/load-project';
import { expandNamedQuery } from '../project/named-query';
import { changeLockFile, readLockFile } from './lock-file';
import { lockedImages, type LockedEngineParts, type PreparedQuery } from './locked-engine';
import { pinLockOf, type PinLock } from './pin-lock';
import { scopeOf } from './scope';
import { lockSettingsOf, type LockSettings } from './settings';

/** What locks need from the composition. */
export interface LockWorld extends ProjectWorld {
  readonly isCi: () => boolean;
  readonly now: () => Date;
  /** The release of cloudimages. */
  readonly release: string;
  /** Whether an endpoint of one of these targets is overridden. */
  readonly isSimulated: (targets: readonly string[]) => boolean;
}

/** The look-ups of an engine through the lock, and what commands about locks need. */
export interface LockedCalls extends Pick<Engine, 'getImages' | 'getImage'> {
  /** The engine without the lock. Named queries are not known to it. */
  readonly unlocked: Engine;
  /** A query as the lock sees it. @throws ImageError `invalid-query` */
  readonly prepare: (query: unknown) => Promise<PreparedQuery>;
  /** How this process uses the lock. @throws ImageError `invalid-configuration` */
  readonly lockSettings: () => Promise<LockSettings>;
  /** cloudimages.json and where the lock file is. @throws ImageError `invalid-configuration` */
  readonly project: () => Promise<LoadedProject>;
  readonly isSimulated: (targets: readonly string[]) => boolean;
  /** The lock as pins in a state use it. */
  readonly pinLock: PinLock;
}

/** Wraps an engine. Nothing is read before the first call. */
export function withLock(
  unlocked: Engine,
  configuration: Configuration,
  defaults: QueryDefaults,
  world: LockWorld,
): LockedCalls {
  const project = once(() => loadProject(world));
  const lockSettings = once(async () => {
    const { project: found, lockFile, lockExists } = await project();
    const { environment, isCi } = world;
    const required = found?.lockRequired === true;
    return lockSettingsOf(withoutNull(configuration), {
      environment,
      lockFile,
      lockExists,
      required,
      isCi,
    });
  });
  const prepare = async (input: unknown): Promise<PreparedQuery> => {
    const found = (await project()).project;
    const { name, query } = expandNamedQuery(input, found);
    const configured = defaults.defaultTargets;
    const defaultTargets = configured.length > 0 ? configured : (found?.targets ?? []);
    const { targets = [], ...conditions } = validQuery({ ...defaults, defaultTargets }, query);
    // Explicit ids mean the same in every account that sees them.
    const owners = criteriaOf(conditions, defaults.publishers).map(
      (one) => one.owners ?? ['public'],
    );
    const { scope } = await lockSettings();
    return { name, query: { ...conditions }, targets, scope: scopeOf(owners, scope) };
  };
  const parts: LockedEngineParts = {
    inner: unlocked,
    prepare,
    settings: lockSettings,
    isSimulated: world.isSimulated,
    release: world.release,
    readLock: (file) => readLockFile(file).catch(throwAsImageError),
    changeLock: (file, change) => changeLockFile(file, change),
    now: world.now,
  };
  const getImages = lockedImages(parts);
  return {
    unlocked,
    prepare,
    lockSettings,
    project,
    isSimulated: world.isSimulated,
    pinLock: pinLockOf(parts),
    getImages: (query, options = {}) => getImages(query, options),
    getImage: async (query, options = {}) => oneImage(await getImages(query, options)),
  };
}

function throwAsImageError(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LockError) throw new ImageError('invalid-lock', message, { cause: error });
  throw new ImageError('invalid-lock', `cannot read the lock file: ${message}`, { cause: error });
}

/** One value, made at the first call. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Front ends write null, undefined or nothing at all for what is not given. */
function withoutNull({ lock, lockScope, lockFile }: Configuration) {
  return {
    lock: lock ?? undefined,
    lockScope: lockScope ?? undefined,
    lockFile: lockFile ?? undefined,
  };
}
