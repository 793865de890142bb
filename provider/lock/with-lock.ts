/** Puts a lock before an engine: project file, named queries, settings and files, each read once. */
import path from 'node:path';
import { LockError, stricterOf, type Policies } from '@cloudimages/lock';
import { ImageError, isImageError } from '../errors/image-error';
import type { CloudTables } from '../image/cloud-tables';
import { criteriaOf } from '../image/criteria';
import type { Configuration } from '../schema/configuration.generated';
import type { ImagesAnswer } from '../image/answer.generated';
import type { CallOptions, Engine } from '../look-up/engine';
import { oneImage } from '../look-up/look-up';
import { validQuery, type QueryDefaults } from '../look-up/validate-query';
import { once } from '../os-name/once';
import { loadProject, type LoadedProject, type ProjectWorld } from '../project/load-project';
import { parsePolicies } from '../project/project-file';
import { queriesOfLock } from '../project/queries-of-lock';
import { expandNamedQuery, isNamedQuery, type NamedQueries } from '../project/named-query';
import { changeLockFile, readLockFile } from './lock-file';
import { lockedImages, type LockedEngineParts, type PreparedQuery } from './locked-engine';
import { pinLockOf, type PinLock } from './pin-lock';
import { policiesOf } from './policies';
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
  /**
   * A query as the lock sees it.
   *
   * @param label - the lock scope, in place of the configured one
   * @throws ImageError `invalid-query`
   */
  readonly prepare: (query: unknown, label?: string) => Promise<PreparedQuery>;
  /**
   * Resolves what is not locked of a query and adds it to the lock file, whatever the mode is.
   *
   * @param label - the lock scope, in place of the configured one
   */
  readonly addToLock: (
    query: unknown,
    options?: CallOptions,
    label?: string,
  ) => Promise<ImagesAnswer>;
  /** How this process uses the lock. @throws ImageError `invalid-configuration` */
  readonly lockSettings: () => Promise<LockSettings>;
  /** cloudimages.json and where the lock file is. @throws ImageError `invalid-configuration` */
  readonly project: () => Promise<LoadedProject>;
  readonly isSimulated: (targets: readonly string[]) => boolean;
  /** The lock as pins in a state use it. */
  readonly pinLock: PinLock;
  /** The policies for a query: of cloudimages.json and of the file in `CLOUDIMAGES_POLICY`. */
  readonly policies: (name: string | undefined) => Promise<Policies>;
  /** What the clouds' tables and the configuration say about owners and instance types. */
  readonly tables: CloudTables;
  readonly now: () => Date;
  /** The release of cloudimages. */
  readonly release: string;
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
  const outerPolicies = once(async (): Promise<Policies> => {
    const file = world.environment['CLOUDIMAGES_POLICY'] ?? '';
    return file === '' ? {} : parsePolicies(await readPolicyFile(world, file), file);
  });
  const policies = async (name: string | undefined): Promise<Policies> =>
    stricterOf(policiesOf((await project()).project, name), await outerPolicies());
  /** Where a stack is planned without its cloudimages.json, the lock file knows the named queries. */
  const queriesInLock = async (input: unknown): Promise<NamedQueries | undefined> => {
    if (!isNamedQuery(input)) return undefined;
    const { mode, file } = await lockSettings();
    if (mode === 'off') return undefined;
    const lock = await readLockFile(file).catch(asImageError);
    return lock === undefined ? undefined : queriesOfLock(lock, file);
  };
  const prepare = async (input: unknown, label?: string): Promise<PreparedQuery> => {
    const found = (await project()).project;
    const { name, query } = expandNamedQuery(input, found ?? (await queriesInLock(input)));
    const configured = defaults.defaultTargets;
    const defaultTargets = configured.length > 0 ? configured : (found?.targets ?? []);
    const { targets = [], ...conditions } = validQuery({ ...defaults, defaultTargets }, query);
    const { isOfficial } = defaults.tables;
    // Explicit ids mean the same in every account that sees them, and so do official publishers.
    const owners = criteriaOf(conditions, defaults.tables).map((one) =>
      (one.owners ?? ['public']).map((owner) => (isOfficial(owner) ? 'public' : owner)),
    );
    const { scope } = await lockSettings();
    return { name, query: { ...conditions }, targets, scope: scopeOf(owners, label ?? scope) };
  };
  const parts: LockedEngineParts = {
    inner: unlocked,
    prepare: (query) => prepare(query),
    settings: lockSettings,
    isSimulated: world.isSimulated,
    release: world.release,
    readLock: (file) => readLockFile(file).catch(asImageError),
    changeLock: (file, change) => changeLockFile(file, change),
    now: world.now,
    policies,
  };
  const getImages = lockedImages(parts);
  return {
    unlocked,
    prepare,
    addToLock: (query, options = {}, label) =>
      lockedImages({
        ...parts,
        prepare: (input) => prepare(input, label),
        settings: async () => ({
          ...(await lockSettings()),
          ...{ mode: 'add', required: false, collect: undefined },
        }),
      })(query, options),
    lockSettings,
    project,
    isSimulated: world.isSimulated,
    pinLock: pinLockOf(parts),
    policies,
    tables: defaults.tables,
    now: world.now,
    release: world.release,
    getImages: (query, options = {}) => getImages(query, options),
    getImage: async (query, options = {}) => oneImage(await getImages(query, options)),
  };
}

/** Throws whatever went wrong with the lock file as an error for people. */
export function asImageError(error: unknown): never {
  if (isImageError(error)) throw error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LockError) throw new ImageError('invalid-lock', message, { cause: error });
  throw new ImageError('invalid-lock', `cannot use the lock file: ${message}`, { cause: error });
}

async function readPolicyFile(world: LockWorld, file: string): Promise<string> {
  try {
    return await world.readFile(path.resolve(world.workingDirectory, file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `cannot read the policy file ${file}: ${reason}`;
    throw new ImageError('invalid-configuration', message, { cause });
  }
}

/** Front ends write null, undefined or nothing at all for what is not given. */
function withoutNull({ lock, lockScope, lockFile }: Configuration) {
  return {
    lock: lock ?? undefined,
    lockScope: lockScope ?? undefined,
    lockFile: lockFile ?? undefined,
  };
}
