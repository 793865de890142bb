import { ImageError } from '../../../provider/errors/image-error';
import { cacheIssues, cacheSettingsOf } from '../../../provider/source/cache/settings';

const PATHS = { store: ['store'], ttl: ['ttl'], grace: ['grace'] };
const DEFAULTS = { ttlMs: 600_000, graceMs: 3_600_000, secret: undefined };
const FILE = { kind: 'file' };

describe('the settings of the cache', () => {
  test('are off unless a place turns it on', () => {
    expect(cacheSettingsOf({}, {}, {})).toBeUndefined();
    expect(cacheSettingsOf({}, { CLOUDIMAGES_CACHE: '' }, {})).toBeUndefined();
    expect(cacheSettingsOf({ store: 'off' }, {}, { ttl: '1h' })).toBeUndefined();
  });

  test.each([
    ['the configuration', { store: 'file' }, {}, {}],
    ['the environment', {}, { CLOUDIMAGES_CACHE: 'file' }, {}],
    ['cloudimages.json', {}, {}, { store: 'file' }],
    ['a time', { ttl: '10m' }, {}, {}],
    ['a time of the environment', {}, { CLOUDIMAGES_CACHE_GRACE: '1h' }, {}],
    ['a time of cloudimages.json', {}, {}, { ttl: '10m' }],
  ])('are turned on by %s', (_case, configured, environment, project) => {
    expect(cacheSettingsOf(configured, environment, project)).toEqual({ store: FILE, ...DEFAULTS });
  });

  test('take each field from the configuration, then the environment, then cloudimages.json', () => {
    const environment = { CLOUDIMAGES_CACHE: 'off', CLOUDIMAGES_CACHE_TTL: '2h' };
    const project = { store: 'file', ttl: '3h', grace: '4h' };
    expect(cacheSettingsOf({}, environment, project)).toBeUndefined();
    expect(cacheSettingsOf({ store: 'file' }, environment, project)).toEqual({
      ...{ store: FILE, secret: undefined },
      ...{ ttlMs: 7_200_000, graceMs: 14_400_000 },
    });
    expect(cacheSettingsOf({ ttl: '1h', store: 'file' }, environment, project)?.ttlMs).toBe(
      3_600_000,
    );
  });

  test.each([
    [
      'redis://127.0.0.1',
      { kind: 'single', servers: [{ host: '127.0.0.1', port: 6379 }], tls: false, database: 0 },
    ],
    [
      'rediss://team:p%40ss@cache.example.com:6380/2',
      {
        ...{ kind: 'single', servers: [{ host: 'cache.example.com', port: 6380 }], tls: true },
        ...{ username: 'team', password: 'p@ss', database: 2 },
      },
    ],
    [
      'redis://:secret@[::1]:80/',
      { kind: 'single', servers: [{ host: '::1', port: 80 }], password: 'secret', tls: false },
    ],
    [
      'redis+sentinel://a,b:26380/main/3',
      {
        kind: 'sentinel',
        servers: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 26380 },
        ],
        ...{ group: 'main', database: 3 },
      },
    ],
    [
      'rediss+cluster://u:p@a:7000,b:7001',
      {
        kind: 'cluster',
        servers: [
          { host: 'a', port: 7000 },
          { host: 'b', port: 7001 },
        ],
        ...{ tls: true, username: 'u', password: 'p' },
      },
    ],
  ])('read the store %s', (store, place) => {
    expect(cacheSettingsOf({ store }, {}, {})?.store).toMatchObject({ kind: 'redis', place });
  });

  test.each([
    'files',
    '/tmp/cache',
    'http://host:6379',
    'redis://',
    'redis://a,b',
    'redis://host/one',
    'redis://host/0/1',
    'redis://host:99999',
    'redis://ho st',
    'redis://%zz:p@host',
    'redis+sentinel://host',
    'redis+cluster://host/1',
  ])('reject the store %s without showing it', (store) => {
    const [issue, ...others] = cacheIssues({ store }, PATHS);
    expect(others).toEqual([]);
    expect(issue?.path).toEqual(['store']);
    expect(issue?.message).toMatch(/^This is not a store of the cache\. Use off, file, redis:/);
  });

  test('report every problem of the environment at once', () => {
    const environment = {
      CLOUDIMAGES_CACHE: 'redis://user:hidden-word@',
      CLOUDIMAGES_CACHE_TTL: 'ten',
      CLOUDIMAGES_CACHE_GRACE: '1x',
      CLOUDIMAGES_CACHE_KEY: 'short',
    };
    const read = () => cacheSettingsOf({}, environment, {});
    expect(read).toThrow(ImageError);
    try {
      read();
    } catch (error) {
      const { issues } = (error as ImageError).facts;
      expect(issues?.map(({ path }) => path[0])).toEqual([
        'CLOUDIMAGES_CACHE_TTL',
        'CLOUDIMAGES_CACHE_GRACE',
        'CLOUDIMAGES_CACHE',
        'CLOUDIMAGES_CACHE_KEY',
      ]);
      expect((error as ImageError).message).not.toMatch(/hidden-word|short\b(?!er)/);
    }
  });

  test('carry the key of the environment', () => {
    const environment = { CLOUDIMAGES_CACHE_KEY: '0123456789abcdef' };
    expect(cacheSettingsOf({ store: 'file' }, environment, {})?.secret).toBe('0123456789abcdef');
  });
});
