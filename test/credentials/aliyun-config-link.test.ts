import { aliyunConfigLink } from '../../provider/credentials/aliyun-config-link';
import { found, HOME } from './context';

const CONFIG = `${HOME}/.aliyun/config.json`;

describe('aliyunConfigLink', () => {
  const config = JSON.stringify({
    current: 'work',
    profiles: [
      { name: 'default', mode: 'AK', access_key_id: 'd', access_key_secret: 's', sts_token: '' },
      {
        name: 'work',
        mode: 'StsToken',
        access_key_id: 'w',
        access_key_secret: 's',
        sts_token: 't',
      },
      { name: 'half', mode: 'AK', access_key_id: 'h', access_key_secret: '' },
      { name: 'none', mode: 'AK', access_key_id: '', access_key_secret: '' },
      {
        name: 'role',
        mode: 'RamRoleArn',
        access_key_id: 'r',
        access_key_secret: 'MARKED',
        ram_role_arn: 'acs:…',
      },
    ],
  });

  it.each([
    ['the current profile', {}, { id: 'w', token: 't', source: `profile "work" in ${CONFIG}` }],
    [
      'the profile of the environment',
      { environment: { ALIBABA_CLOUD_PROFILE: 'default' } },
      { id: 'd' },
    ],
    [
      'Terraform’s variable first',
      { environment: { ALIBABA_CLOUD_PROFILE: 'half', ALICLOUD_PROFILE: 'default' } },
      { id: 'd' },
    ],
    [
      'the configured profile',
      { profile: 'default', environment: { ALICLOUD_PROFILE: 'half' } },
      { id: 'd' },
    ],
  ])('reads %s', async (_, world, expected) => {
    const finding = await found(aliyunConfigLink(), { ...world, files: { [CONFIG]: config } });
    expect(finding).toMatchObject({ kind: 'key', secret: 's', ...expected });
  });

  it('reads another file, as JSON or as the SDKs’ INI', async () => {
    const environment = { ALIBABA_CLOUD_CREDENTIALS_FILE: '/etc/keys' };
    const ini =
      '[default]\ntype = sts\naccess_key_id = i\naccess_key_secret = s\nsecurity_token = t\n';
    for (const text of [config, ini]) {
      expect(
        await found(aliyunConfigLink(), { environment, files: { '/etc/keys': text } }),
      ).toMatchObject({ token: 't' });
    }
  });

  it('has nothing without file, profile or keys', async () => {
    expect(await found(aliyunConfigLink(), {})).toEqual({ reason: `no file ${CONFIG}` });
    for (const empty of ['{"profiles":[]}', '{"profiles":null}', '{}']) {
      expect(await found(aliyunConfigLink(), { files: { [CONFIG]: empty } })).toEqual({
        reason: `no profile "default" in ${CONFIG}`,
      });
    }
    expect(
      await found(aliyunConfigLink(), { files: { [CONFIG]: config }, profile: 'none' }),
    ).toEqual({ reason: `no keys in the profile "none" in ${CONFIG}` });
  });

  it.each([
    ['a profile that is not there', { profile: 'nobody' }, config, /has no profile "nobody"/],
    [
      'half a pair',
      { profile: 'half' },
      config,
      /has access_key_id in its profile "half", but no access_key_secret/,
    ],
    [
      'a role in another file',
      { profile: 'role' },
      config,
      /a profile "role" of the mode RamRoleArn/,
    ],
    ['no list of profiles', {}, '{"profiles":{}}', /has no list of profiles/],
    ['a text that is neither', {}, 'MARKED', /is not JSON and has no section \[default\]/],
    [
      'an INI type that is not supported',
      {},
      '[default]\ntype=rsa_key_pair\n',
      /of the type rsa_key_pair/,
    ],
    ['an INI section without keys', {}, '[default]\n', /has no keys/],
  ])('refuses %s', async (_, world, text, message) => {
    const failed = found(aliyunConfigLink(), { ...world, files: { [CONFIG]: text } });
    await expect(failed).rejects.toMatchObject({ code: 'invalid-configuration' });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.not.toThrow(/MARKED/);
  });

  it('reads a profile without a mode as a key pair', async () => {
    const profiles = [{ name: 'default', access_key_id: 'a', access_key_secret: 's' }];
    const files = { [CONFIG]: JSON.stringify({ profiles }) };
    expect(await found(aliyunConfigLink(), { files })).toEqual({
      kind: 'key',
      id: 'a',
      secret: 's',
      source: `profile "default" in ${CONFIG}`,
    });
  });

  it('reads a section without a type as a key pair, and names it', async () => {
    const files = { [CONFIG]: '[work]\naccess_key_id = a\naccess_key_secret = s\n' };
    expect(await found(aliyunConfigLink(), { files, profile: 'work' })).toEqual({
      kind: 'key',
      id: 'a',
      secret: 's',
      source: `section [work] of ${CONFIG}`,
    });
  });

  it('says where a profile of another mode is read from', async () => {
    const environment = { ALIBABA_CLOUD_CREDENTIALS_FILE: '/etc/keys' };
    const world = { environment, profile: 'role', files: { '/etc/keys': config } };
    await expect(found(aliyunConfigLink(), world)).rejects.toMatchObject({
      reason: 'the file /etc/keys has a profile "role" of the mode RamRoleArn',
      facts: { hint: 'Profiles of this mode are read from ~/.aliyun/config.json only.' },
    });
  });

  it('refuses a file that is not there where the profile is named', async () => {
    await expect(found(aliyunConfigLink(), { profile: 'work' })).rejects.toMatchObject({
      reason: `the file ${CONFIG} does not exist`,
      facts: { hint: 'Write it with: aliyun configure' },
    });
  });

  it('refuses a file that somebody has named and that is not there', async () => {
    const environment = { ALICLOUD_SHARED_CREDENTIALS_FILE: '/etc/keys' };
    await expect(found(aliyunConfigLink(), { environment })).rejects.toThrow(
      /\/etc\/keys does not exist/,
    );
  });
});
