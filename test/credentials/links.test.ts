import {
  bearerEnvironmentLink,
  environmentLink,
  unsupportedVariablesLink,
} from '../../provider/credentials/environment-link';
import { explicitLink } from '../../provider/credentials/explicit-link';
import {
  tccliProfileLink,
  tencentSdkProfileLink,
} from '../../provider/credentials/tencent-profile-link';
import { zenlayerProfileLink } from '../../provider/credentials/zenlayer-profile-link';
import { found, HOME, nodeError } from './context';

it('names the place that each link reads, for the error that lists all places', () => {
  const links = [
    explicitLink(),
    environmentLink([]),
    bearerEnvironmentLink([]),
    unsupportedVariablesLink([], ''),
    tccliProfileLink(),
    tencentSdkProfileLink(),
    zenlayerProfileLink(),
  ];
  expect(links.map(({ name }) => name)).toEqual([
    'configuration',
    'environment',
    'environment',
    'environment',
    'tccli profile',
    'SDK profile',
    'zeno profile',
  ]);
});

describe('explicitLink', () => {
  const link = explicitLink();

  it.each([
    [
      { id: 'i', secret: 's' },
      { kind: 'key', id: 'i', secret: 's' },
    ],
    [
      { id: ' i\n', secret: 's', token: 't' },
      { kind: 'key', id: 'i', secret: 's', token: 't' },
    ],
    [{ bearerToken: 'b' }, { kind: 'bearer', token: 'b' }],
  ])('takes %j', async (explicit, expected) => {
    expect(await found(link, { explicit })).toEqual({ ...expected, source: 'configuration' });
  });

  it.each([undefined, {}, { id: '', secret: ' ' }])('has nothing in %j', async (explicit) => {
    const world = explicit === undefined ? {} : { explicit };
    expect(await found(link, world)).toEqual({ reason: 'no keys given' });
  });

  it.each([
    [{ id: 'i' }, /its secret is missing/],
    [{ secret: 'MARKED' }, /its access key id is missing/],
    [{ token: 'MARKED' }, /its access key id is missing/],
    [{ id: 'i', secret: 'MARKED', bearerToken: 'MARKED' }, /a bearer token and a key pair/],
    [{ id: 'i', bearerToken: 'MARKED' }, /a bearer token and a key pair/],
    [{ secret: 'MARKED', bearerToken: 'MARKED' }, /a bearer token and a key pair/],
    [{ token: 'MARKED', bearerToken: 'MARKED' }, /a bearer token and a key pair/],
  ])('refuses %j', async (explicit, message) => {
    const failed = found(link, { explicit });
    await expect(failed).rejects.toMatchObject({ code: 'invalid-configuration' });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.not.toThrow(/MARKED/);
  });
});

describe('environmentLink', () => {
  const link = environmentLink([
    { id: 'NEW_ID', secret: 'NEW_SECRET', token: ['NEW_TOKEN', 'NEW_STS'] },
    { id: 'OLD_ID', secret: 'OLD_SECRET', token: ['OLD_TOKEN'] },
  ]);

  it.each([
    [
      'the first family',
      { NEW_ID: 'n', NEW_SECRET: 's', OLD_ID: 'o', OLD_SECRET: 'x' },
      { id: 'n', secret: 's', source: 'environment NEW_ID' },
    ],
    [
      'its token',
      { NEW_ID: 'n', NEW_SECRET: 's', NEW_STS: 't' },
      { id: 'n', secret: 's', token: 't' },
    ],
    [
      'a whole family over half a one',
      { NEW_ID: 'n', OLD_ID: 'o', OLD_SECRET: 'x' },
      { id: 'o', secret: 'x', source: 'environment OLD_ID' },
    ],
    [
      'two halves, where nothing is whole',
      { NEW_ID: 'n', OLD_SECRET: 'x', OLD_TOKEN: 't' },
      { id: 'n', secret: 'x', token: 't' },
    ],
    [
      'values without the blanks around them',
      { NEW_ID: ' n ', NEW_SECRET: 's\n' },
      { id: 'n', secret: 's' },
    ],
  ])('takes %s', async (_, environment, expected) => {
    expect(await found(link, { environment })).toMatchObject(expected);
  });

  it('takes no token of another family', async () => {
    const environment = { NEW_ID: 'n', NEW_SECRET: 's', OLD_TOKEN: 't' };
    expect(await found(link, { environment })).not.toHaveProperty('token');
  });

  it('has nothing where nothing is set, or set to nothing', async () => {
    const reason = 'NEW_ID, OLD_ID not set';
    expect(await found(link, {})).toEqual({ reason });
    expect(await found(link, { environment: { NEW_ID: '', NEW_SECRET: ' ' } })).toEqual({ reason });
  });

  it.each([
    [{ NEW_ID: 'n' }, 'the environment variable NEW_ID is set, but NEW_SECRET is not'],
    [{ OLD_SECRET: 'MARKED' }, 'the environment variable OLD_SECRET is set, but OLD_ID is not'],
  ])('refuses half a pair: %j', async (environment, reason) => {
    await expect(found(link, { environment })).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason,
    });
  });

  it('stands back where the configuration names a profile', async () => {
    const environment = { NEW_ID: 'n', NEW_SECRET: 's', B: 'b' };
    const reason = expect.stringContaining('names a profile');
    expect(await found(link, { environment, profile: 'p' })).toEqual({ reason });
    expect(await found(bearerEnvironmentLink(['B']), { environment, profile: 'p' })).toEqual({
      reason,
    });
  });

  it('tells how to set them', () => {
    expect(link.remedy).toBe(
      'Set environment variables:\n  export NEW_ID=...\n  export NEW_SECRET=...',
    );
    expect(environmentLink([]).remedy).toBe('');
  });
});

describe('bearerEnvironmentLink', () => {
  const link = bearerEnvironmentLink(['A_TOKEN', 'B_TOKEN']);
  it('takes the first that is set', async () => {
    expect(await found(link, { environment: { B_TOKEN: ' b ' } })).toEqual({
      kind: 'bearer',
      token: 'b',
      source: 'environment B_TOKEN',
    });
    expect(await found(link, {})).toEqual({ reason: 'A_TOKEN, B_TOKEN not set' });
  });
});

describe('unsupportedVariablesLink', () => {
  const link = unsupportedVariablesLink(['ROLE_A', 'ROLE_B'], 'assume it yourself');
  it('refuses what would otherwise be ignored', async () => {
    expect(await found(link, {})).toEqual({ reason: 'ROLE_A, ROLE_B not set' });
    await expect(found(link, { environment: { ROLE_B: 'x' } })).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: 'the environment variable ROLE_B is set, which is not supported',
      facts: { hint: 'assume it yourself' },
    });
  });
});

describe('tccliProfileLink', () => {
  const link = tccliProfileLink();
  const pair = JSON.stringify({ secretId: 'i', secretKey: 's', token: null, expiresAt: 1 });
  const key = { kind: 'key', id: 'i', secret: 's' };

  it.each([
    ['the default profile', `${HOME}/.tccli/default.credential`, {}],
    [
      'the profile of the environment',
      `${HOME}/.tccli/p.credential`,
      { environment: { TENCENTCLOUD_PROFILE: 'p' } },
    ],
    [
      'the configured profile',
      `${HOME}/.tccli/q.credential`,
      { profile: 'q', environment: { TENCENTCLOUD_PROFILE: 'p' } },
    ],
    [
      'another directory',
      `/etc/tccli/default.credential`,
      { environment: { TENCENTCLOUD_SHARED_CREDENTIALS_DIR: '/etc/tccli' } },
    ],
    [
      'another directory at home',
      `${HOME}/t/default.credential`,
      { environment: { TENCENTCLOUD_SHARED_CREDENTIALS_DIR: '~/t' } },
    ],
  ])('reads %s', async (_, path, world) => {
    expect(await found(link, { ...world, files: { [path]: pair } })).toMatchObject({
      ...key,
      source: expect.stringContaining(path),
    });
  });

  it('reads the token of temporary keys', async () => {
    const text = JSON.stringify({ secretId: 'i', secretKey: 's', token: 't' });
    const files = { [`${HOME}/.tccli/default.credential`]: text };
    expect(await found(link, { files })).toMatchObject({ ...key, token: 't' });
  });

  it('has nothing without a file, or without keys in it', async () => {
    const path = `${HOME}/.tccli/default.credential`;
    expect(await found(link, {})).toEqual({ reason: `no file ${path}` });
    expect(await found(link, { files: { [path]: '{}' } })).toEqual({
      reason: `no secretId in ${path}`,
    });
  });

  it.each([
    [
      'a profile that is not there',
      {},
      { profile: 'p' },
      /p\.credential of the profile "p" does not exist/,
    ],
    [
      'half a pair',
      { default: '{"secretId":"i"}' },
      {},
      /has secretId in its profile "default", but no secretKey/,
    ],
    ['no JSON', { default: 'MARKED{' }, {}, /is not a JSON object/],
    ['a list', { default: '["MARKED"]' }, {}, /is not a JSON object/],
    [
      'a number for a secret',
      { default: '{"secretId":"i","secretKey":17}' },
      {},
      /has a secretKey that is not a string/,
    ],
    ['a file it may not read', { default: nodeError('EACCES') }, {}, /cannot be read \(EACCES\)/],
  ])('refuses %s', async (_, files, world, message) => {
    const byPath = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`${HOME}/.tccli/${name}.credential`, text]),
    );
    const failed = found(link, { ...world, files: byPath });
    await expect(failed).rejects.toMatchObject({ code: 'invalid-configuration' });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.not.toThrow(/MARKED/);
  });
});

describe('tencentSdkProfileLink', () => {
  const link = tencentSdkProfileLink();
  const path = `${HOME}/.tencentcloud/credentials`;
  const text =
    '; keys\n[default]\nsecret_id = i\nsecret_key=s=s \n\n[ other ]\r\nsecret_id=o\r\nsecret_key=p\r\n';

  it('reads a section', async () => {
    const files = { [path]: text };
    expect(await found(link, { files })).toMatchObject({ id: 'i', secret: 's=s' });
    expect(await found(link, { files, profile: 'other' })).toMatchObject({ id: 'o', secret: 'p' });
  });

  it('has nothing without file or section', async () => {
    expect(await found(link, {})).toEqual({ reason: `no file ${path}` });
    for (const profile of ['none', '__proto__']) {
      expect(await found(link, { files: { [path]: text }, profile })).toEqual({
        reason: `no profile "${profile}" in ${path}`,
      });
    }
  });
});

describe('zenlayerProfileLink', () => {
  const link = zenlayerProfileLink();
  const path = `${HOME}/.zenlayer/credentials.json`;
  const config = `${HOME}/.zenlayer/config.json`;
  const credentials = JSON.stringify({
    default: { access_key_id: 'i', access_key_secret: 's', token: '' },
    token: { token: 't', access_key_id: '' },
    half: { access_key_secret: 'MARKED' },
    empty: {},
  });

  it.each([
    ['default', {}, { kind: 'key', id: 'i', secret: 's' }],
    [
      'current',
      { files: { [config]: '{"current_profile":"token"}' } },
      { kind: 'bearer', token: 't' },
    ],
    ['environment', { environment: { ZENLAYER_PROFILE: 'token' } }, { kind: 'bearer', token: 't' }],
    [
      'configured',
      { profile: 'token', environment: { ZENLAYER_PROFILE: 'x' } },
      { kind: 'bearer', token: 't' },
    ],
  ])('reads the %s profile', async (_, world: Parameters<typeof found>[1], expected) => {
    const files = { [path]: credentials, ...world.files };
    expect(await found(link, { ...world, files })).toMatchObject(expected);
  });

  it('has nothing without file, profile or keys', async () => {
    expect(await found(link, {})).toEqual({ reason: `no file ${path}` });
    expect(await found(link, { files: { [path]: '{}' } })).toMatchObject({
      reason: expect.stringContaining('no profile'),
    });
    expect(await found(link, { files: { [path]: credentials }, profile: 'empty' })).toMatchObject({
      reason: expect.stringContaining('neither a key nor a token'),
    });
  });

  it.each([
    [{ profile: 'nobody' }, /has no profile "nobody"/],
    [{ profile: 'half' }, /has access_key_secret in its profile "half", but no access_key_id/],
    [{ files: { [config]: '{' } }, /config\.json is not a JSON object/],
  ])('refuses %j', async (world: Parameters<typeof found>[1], message) => {
    const files = { [path]: credentials, ...world.files };
    const failed = found(link, { ...world, files });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.not.toThrow(/MARKED/);
  });
});
