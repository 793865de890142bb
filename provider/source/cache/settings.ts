/** What the configuration, the environment and cloudimages.json say about the cache. */
import { ImageError, type Issue } from '../../errors/image-error';
import { problemsError } from '../../errors/problems';
import { parseDuration } from '../../image/instant';
import type { RedisPlace } from './redis-store';

/** The cache as one of its places configures it. All of it is optional. */
export interface CacheFields {
  readonly store?: string | null | undefined;
  readonly ttl?: string | null | undefined;
  readonly grace?: string | null | undefined;
}

/** A cache that is on. */
export interface CacheSettings {
  readonly store:
    { readonly kind: 'file' } | { readonly kind: 'redis'; readonly place: RedisPlace };
  readonly ttlMs: number;
  readonly graceMs: number;
  /** Encrypts and authenticates entries. */
  readonly secret?: string | undefined;
}

const DEFAULT_TTL = '10m';
const DEFAULT_GRACE = '1h';
const DEFAULT_PORTS = { single: 6379, sentinel: 26379, cluster: 6379 } as const;
/** A shorter key could be guessed by anyone who can read the store. */
const SHORTEST_SECRET = 16;

export const STORE_HINT =
  'Use off, file, redis://host:6379/0 or rediss:// for TLS; redis+sentinel://host:26379/group or redis+cluster://host:6379 for several servers, separated by commas.';

/**
 * The settings of the cache: of each field the first that is given, in this order: the
 * configuration, the environment, cloudimages.json.
 *
 * @returns undefined when it is off: no place turns it on
 * @throws ImageError `invalid-configuration` with every problem of the environment
 */
export function cacheSettingsOf(
  configured: CacheFields,
  environment: Readonly<Record<string, string | undefined>>,
  project: CacheFields,
): CacheSettings | undefined {
  const variable = (name: string) => environment[name] || undefined;
  const fromEnvironment: CacheFields = {
    store: variable('CLOUDIMAGES_CACHE'),
    ttl: variable('CLOUDIMAGES_CACHE_TTL'),
    grace: variable('CLOUDIMAGES_CACHE_GRACE'),
  };
  const places = [configured, fromEnvironment, project];
  const first = (field: keyof CacheFields) =>
    places.map((place) => place[field] ?? undefined).find((value) => value !== undefined);
  const isTimed = first('ttl') !== undefined || first('grace') !== undefined;
  const store = first('store') ?? (isTimed ? 'file' : 'off');
  if (store === 'off') return undefined;

  const secret = variable('CLOUDIMAGES_CACHE_KEY');
  const issues = [
    ...cacheIssues(fromEnvironment, NAMES),
    ...(secret === undefined || secret.length >= SHORTEST_SECRET
      ? []
      : [
          {
            path: ['CLOUDIMAGES_CACHE_KEY'],
            message: `The key is shorter than ${SHORTEST_SECRET} characters. Make one with \`openssl rand -base64 32\`.`,
          },
        ]),
  ];
  if (issues.length > 0) {
    throw problemsError('invalid-configuration', 'the environment', issues);
  }
  return {
    store: storeOf(store),
    ttlMs: durationOf(first('ttl') ?? DEFAULT_TTL),
    graceMs: durationOf(first('grace') ?? DEFAULT_GRACE),
    secret,
  };
}

const NAMES: Readonly<Record<keyof CacheFields, readonly string[]>> = {
  store: ['CLOUDIMAGES_CACHE'],
  ttl: ['CLOUDIMAGES_CACHE_TTL'],
  grace: ['CLOUDIMAGES_CACHE_GRACE'],
};

/** Everything that is wrong with the fields. Never shows a store, which may hold a password. */
export function cacheIssues(
  { store, ttl, grace }: CacheFields,
  paths: Readonly<Record<keyof CacheFields, readonly string[]>>,
): readonly Issue[] {
  const durations = Object.entries({ ttl, grace }).flatMap(([field, value]) => {
    if (value === undefined || value === null || parseDuration(value) !== undefined) return [];
    const message = `"${value}" is not a duration: a whole number and a unit (m, h, d, w), such as 10m.`;
    return [{ path: paths[field as 'ttl' | 'grace'], message }];
  });
  const isStore = store === undefined || store === null || parseStore(store) !== undefined;
  const problem = { path: paths.store, message: `This is not a store of the cache. ${STORE_HINT}` };
  return [...durations, ...(isStore ? [] : [problem])];
}

function storeOf(text: string): CacheSettings['store'] {
  const store = parseStore(text);
  if (store === undefined || store === 'off') {
    throw new ImageError('internal', 'the store of the cache was not checked');
  }
  return store;
}

/** Undefined: not a store. */
function parseStore(text: string): CacheSettings['store'] | 'off' | undefined {
  if (text === 'off') return 'off';
  if (text === 'file') return { kind: 'file' };
  const form = /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^@]*)@)?([^/@]+)(?:\/(.*))?$/.exec(
    text,
  );
  if (form === null) return undefined;
  const [, scheme, several, account = '', hosts = '', path = ''] = form;
  const kind: RedisPlace['kind'] =
    several === 'sentinel' || several === 'cluster' ? several : 'single';
  const servers = hosts.split(',').map((host) => serverOf(host, DEFAULT_PORTS[kind]));
  const parts = path.split('/');
  const group = kind === 'sentinel' ? parts.shift() : undefined;
  const [database = '', ...others] = parts;
  if (others.length > 0 || !/^\d{0,5}$/.test(database)) return undefined;
  if (kind === 'sentinel' && !group) return undefined;
  if (kind === 'single' && servers.length > 1) return undefined;
  if (kind === 'cluster' && Number(database) > 0) return undefined;
  const known = servers.filter((server) => server !== undefined);
  const signIn = accountOf(account);
  if (known.length < servers.length || signIn === undefined) return undefined;
  const place = { kind, servers: known, group, tls: scheme === 'rediss', ...signIn };
  return { kind: 'redis', place: { ...place, database: Number(database) } };
}

function serverOf(text: string, defaultPort: number) {
  const url = `http://${text}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, pathname } = new URL(url);
  if (pathname !== '/') return undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    // "http" hides its own default port.
    port: port === '' ? (/:80$/.test(text) ? 80 : defaultPort) : Number(port),
  };
}

/** `user:password`, percent-encoded as in every URL. */
function accountOf(text: string): Pick<RedisPlace, 'username' | 'password'> | undefined {
  const colon = text.indexOf(':');
  const user = colon < 0 ? text : text.slice(0, colon);
  try {
    const username = decodeURIComponent(user) || undefined;
    const password = colon < 0 ? undefined : decodeURIComponent(text.slice(colon + 1)) || undefined;
    return { username, password };
  } catch {
    return undefined;
  }
}

function durationOf(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw new ImageError('internal', 'a time of the cache was not checked');
  return ms;
}
