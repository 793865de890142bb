/**
 * Puts the parts together: configuration → sources → wrappers → engine. Clock, randomness,
 * environment and files enter here and nowhere else.
 */
import { homedir } from 'node:os';
import { CLOUDS } from './clouds/index';
import type { CloudContext } from './clouds/definition/cloud-context';
import { createSessions, type SignInContext } from './clouds/definition/session';
import { cloudSource } from './clouds/definition/cloud-source';
import {
  DEFAULT_TIMEOUT_SECONDS,
  publishersOf,
  readConfiguration,
  settingsOf,
} from './look-up/configuration';
import { cloudTables } from './look-up/cloud-tables';
import { resolveCredential } from './credentials/chain';
import { secretsOf } from './credentials/credential';
import { memoizeCredential } from './credentials/memoize-credential';
import { readRegularFile } from './credentials/read-file';
import { examineTarget, type Examination } from './look-up/examine-target';
import { listTargets, type KnownTarget } from './look-up/list-targets';
import type { CallOptions, Engine } from './look-up/engine';
import { ImageError } from './errors/image-error';
import { redactError } from './errors/redact-error';
import { findImage, lookUpImage, lookUpImages, type LookUpParts } from './look-up/look-up';
import { parseTarget } from './image/target';
import type { CloudId } from './image/words';
import { withLock, type LockedCalls } from './lock/with-lock';
import { RELEASE } from './release.generated';
import { cacheSettingsOf, type CacheSettings } from './source/cache/settings';
import type { CacheStore } from './source/cache/store';
import { cacheSource, type Cache } from './source/cached-source';
import { limitSource } from './source/limited-source';
import { memoizeSource } from './source/memoized-source';
import { mergeSources } from './source/merged-source';
import { systemClock, type Clock } from './transport/clock';
import { withDeadline } from './transport/deadline';
import { createHttpClient, MAX_SOCKETS, type HttpClient } from './transport/http-client';
import {
  LOG_LEVELS,
  redactingLogger,
  silentLogger,
  stderrLogger,
  type Logger,
} from './transport/log';
import { createSecretKeeper, type SecretKeeper } from './transport/redact';
import { redactingClient } from './transport/redacting-client';
import { createThrottle, type Throttle } from './transport/throttle';

/** Names the account of temporary keys, for the cache. */
const ACCOUNT_LABEL = 'CLOUDIMAGES_CACHE_ACCOUNT';

/** The world as the engine sees it. Tests and front ends may replace any part. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeDirectory: string;
  /** Reads a text file. Rejects with Node's own error, whose code names a missing file. */
  readonly readFile: (path: string) => Promise<string>;
  readonly now: () => Date;
  /** Waits between tries and under rates, and measures what is remembered. Deadlines are real time. */
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** Default: standard error by `CLOUDIMAGES_LOG`, silent unless it is set. */
  readonly logger: Logger;
  readonly http: HttpClient;
  /** Where cloudimages.json and the lock file are searched from. */
  readonly workingDirectory: string;
  /** Whether the process runs in continuous integration. */
  readonly isCi: () => boolean;
}

/** An engine, with what the command line needs besides. */
export interface ComposedEngine extends Engine, LockedCalls {
  /** Checks one target: credentials, permission, clock, latency. Failures are in the answer. */
  examine(target: string, options?: CallOptions): Promise<Examination>;
  /**
   * The targets of a cloud, by its own list of regions or zones.
   *
   * @param cloud - its id
   * @throws ImageError `invalid-query` for a cloud that is not known, `bad-request` where its API
   * lists no regions; the cloud's failures
   */
  targets(cloud: string, options?: CallOptions): Promise<readonly KnownTarget[]>;
  /**
   * The cache of listings between runs; undefined: it is off. Who opens it closes it.
   *
   * @throws ImageError `invalid-configuration`
   */
  openCacheStore(): Promise<
    { readonly settings: CacheSettings; readonly store: CacheStore } | undefined
  >;
  /** Starts loading what the first look-up needs, without waiting for it. */
  warmUp(): void;
}

/**
 * Makes an engine. Cheap: nothing is read, loaded or requested before the first call.
 *
 * @param configuration - a `Configuration`; checked here, so any value may come
 * @throws ImageError `invalid-configuration` with every problem and its path
 */
export function createEngine(
  configuration: unknown = {},
  surroundings: Partial<Surroundings> = {},
): ComposedEngine {
  const settings = readConfiguration(configuration);
  const secrets = createSecretKeeper();
  const world = complete(surroundings, secrets);
  const timeoutMs = (settings.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000;
  const contextOf = once((cloud: CloudId) =>
    createContext(
      cloud,
      world,
      settingsOf(cloud, settings, world.environment),
      {
        timeoutMs,
        maxImages: settings.maxImages ?? undefined,
        accountLabel: settings.cache?.account ?? (world.environment[ACCOUNT_LABEL] || undefined),
      },
      secrets,
    ),
  );
  let cache: Promise<Cache | undefined> | undefined;
  const openConfiguredCache = async (): Promise<Cache | undefined> => {
    const found = await cacheSettings();
    if (found === undefined) return undefined;
    // Loaded late: most runs have no cache.
    const { openCache } = await import('./source/cache/open-cache.js');
    return openCache(found, world);
  };
  const source = memoizeSource(
    limitSource(
      cacheSource(
        mergeSources((cloud) => cloudSource(CLOUDS[cloud], contextOf(cloud))),
        () => (cache = openConfiguredCache()),
        {
          ...{ release: RELEASE, timeoutMs, clock: world.clock, random: world.random },
          nowMs: () => world.now().getTime(),
        },
      ),
      MAX_SOCKETS,
    ),
    () => world.clock.now(),
  );
  const parts: LookUpParts = {
    source,
    defaultTargets: settings.targets ?? [],
    tables: cloudTables(publishersOf(settings)),
    nowMs: () => world.now().getTime(),
    note: (target, message) => world.logger.debug({ event: 'note', ...target, message }),
  };

  const cacheSettings = async (): Promise<CacheSettings | undefined> => {
    const { project } = await locked.project();
    const configured = settings.cache ?? {};
    const found = cacheSettingsOf(configured, world.environment, project?.cache ?? {});
    if (found?.store.kind === 'redis') secrets.learn([found.store.place.password].filter(isGiven));
    secrets.learn([found?.secret].filter(isGiven));
    return found;
  };

  let closed = false;
  const refuseWhenClosed = (): void => {
    if (closed) throw new ImageError('internal', 'the engine is closed');
  };
  const run = <T>(
    label: string,
    { signal, everything }: CallOptions,
    work: (options: { signal: AbortSignal; everything: boolean | undefined }) => Promise<T>,
  ): Promise<T> => {
    refuseWhenClosed();
    return withDeadline({ signal, timeoutMs, label }, (limited) =>
      work({ signal: limited, everything }),
    ).catch((error: unknown) => {
      throw redactError(error, secrets.redactLearned);
    });
  };

  const unlocked: Engine = {
    getImages: async (query, options = {}) =>
      run('the look-up', options, (limited) => lookUpImages(parts, query, limited)),
    getImage: async (query, options = {}) =>
      run('the look-up', options, (limited) => lookUpImage(parts, query, limited)),
    findImage: async (target, id, options = {}) =>
      run('the look-up', options, (limited) => findImage(parts, target, id, limited)),
    close: async () => {
      closed = true;
      await Promise.all([world.http.close(), (await cache)?.store.close()]);
    },
  };
  const locked = withLock(unlocked, settings, parts, {
    ...world,
    release: RELEASE,
    isSimulated: (targets) =>
      targets.some((target) => {
        const parsed = parseTarget(target);
        return 'problem' in parsed ? false : contextOf(parsed.cloud).endpoint !== undefined;
      }),
  });
  return {
    ...unlocked,
    ...locked,
    openCacheStore: async () => {
      const found = await cacheSettings();
      if (found === undefined) return undefined;
      const { openStore } = await import('./source/cache/open-cache.js');
      return { settings: found, store: await openStore(found, world) };
    },
    examine: async (target, { signal } = {}) => {
      refuseWhenClosed();
      const examination = await examineTarget(target, contextOf, signal);
      const { problem } = examination;
      if (problem === undefined) return examination;
      return { ...examination, problem: redactError(problem, secrets.redactLearned) };
    },
    targets: async (cloud, { signal } = {}) => {
      refuseWhenClosed();
      return listTargets(cloud, contextOf, signal ?? new AbortController().signal);
    },
    warmUp: () => world.http.warmUp(),
  };
}

function complete(given: Partial<Surroundings>, secrets: SecretKeeper): Surroundings {
  const environment = given.environment ?? process.env;
  const read = given.readFile ?? readRegularFile;
  return {
    environment,
    homeDirectory: given.homeDirectory ?? homedir(),
    readFile: read,
    now: given.now ?? (() => new Date()),
    clock: given.clock ?? systemClock,
    random: given.random ?? Math.random,
    workingDirectory: given.workingDirectory ?? process.cwd(),
    isCi: given.isCi ?? (given.environment === undefined ? runsInCi : () => false),
    logger: redactingLogger(given.logger ?? loggerOf(environment), secrets.redact),
    http: redactingClient(given.http ?? createHttpClient({ environment, readFile: read }), secrets),
  };
}

/** Loaded late: only look-ups through a lock file ask. */
export function runsInCi(): boolean {
  const { isCI } = require('ci-info') as typeof import('ci-info');
  return isCI;
}

function loggerOf(environment: Surroundings['environment']): Logger {
  const level = LOG_LEVELS.find((known) => known === environment['CLOUDIMAGES_LOG']);
  if (level === undefined) return silentLogger;
  return stderrLogger(level, (line) => void process.stderr.write(line));
}

function createContext(
  cloud: CloudId,
  world: Surroundings,
  { explicit, profile, site, endpoint }: ReturnType<typeof settingsOf>,
  limits: Pick<CloudContext, 'timeoutMs' | 'maxImages' | 'accountLabel'>,
  secrets: SecretKeeper,
): CloudContext {
  const definition = CLOUDS[cloud];
  const hidden = Object.values(definition.configuration.credentials).flatMap(
    ({ setting, isSecret = true }) =>
      setting === undefined || !isSecret ? [] : [explicit.settings?.[setting]],
  );
  const { secret, token, bearerToken } = explicit;
  secrets.learn([secret, token, bearerToken, ...hidden].filter(isGiven));
  const credential = memoizeCredential(
    async (signal) => {
      const { environment, homeDirectory, readFile, http, now } = world;
      const found = await resolveCredential(definition.credentials, {
        cloud,
        explicit,
        environment,
        homeDirectory,
        readFile,
        http,
        now,
        signal,
        ...(profile === undefined ? {} : { profile }),
        ...(site === undefined ? {} : { site }),
      });
      secrets.learn(secretsOf(found.credential));
      const message = `credentials from ${found.source}`;
      world.logger.debug({ event: 'note', cloud, message });
      return found;
    },
    () => world.now().getTime(),
  );
  const context: SignInContext = {
    http: world.http,
    logger: world.logger,
    redact: secrets.redact,
    credential,
    endpoint,
    timeoutMs: limits.timeoutMs,
    accountLabel: limits.accountLabel,
    site,
    now: world.now,
    clock: world.clock,
    random: world.random,
    keepSecret: (secret: string) => secrets.learn([secret]),
  };
  return {
    ...context,
    maxImages: limits.maxImages,
    sessions: createSessions(definition, context),
    throttle: once((): Throttle => createThrottle(definition.rateLimit, world.clock)),
  };
}

function isGiven(value: string | undefined): value is string {
  return value !== undefined;
}

/** Makes one value per key, when it is first needed. */
function once<K extends string, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
