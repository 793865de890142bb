import type { CredentialContext } from '../../provider/credentials/chain';
import { openstackLink } from '../../provider/credentials/openstack-link';
import { contextOf, HOME } from './context';

const PATH = `${HOME}/.config/openstack/clouds.yaml`;

/** As the documentation of openstacksdk writes it. */
const CLOUDS_YAML = `clouds:
  production:
    auth:
      auth_url: https://keystone.example.com:5000/v3
      username: demo
      password: MARKED-password
      project_name: web
      user_domain_name: Default
      project_domain_name: Default
    region_name: RegionOne
    interface: internal
    verify: true
  readonly:
    auth_type: v3applicationcredential
    auth:
      auth_url: https://keystone.example.com:5000
      application_credential_id: 9a1b
      application_credential_secret: MARKED-application
`;

const VARIABLES = {
  OS_AUTH_URL: 'https://keystone.example.com/identity',
  OS_USERNAME: 'demo',
  OS_PASSWORD: 'MARKED-variable',
  OS_PROJECT_ID: 'cda99615050d4ebb81cfdb7ab4c2b6d9',
  OS_ENDPOINT_TYPE: 'publicURL',
};

const link = openstackLink();

async function find(world: Parameters<typeof contextOf>[0]) {
  const finding = await link.find(contextOf(world));
  if (!('credential' in finding)) return finding;
  const { credential, source } = finding;
  if (credential.kind !== 'key') throw new Error('not a key');
  const { id, secret, details } = credential;
  return { source, id, secret, details };
}

describe('openstackLink', () => {
  const files = { [PATH]: CLOUDS_YAML };
  const production = {
    source: `cloud "production" in ${PATH}`,
    id: 'demo',
    secret: 'MARKED-password',
    details: {
      auth_type: 'password',
      auth_url: 'https://keystone.example.com:5000/v3',
      username: 'demo',
      project_name: 'web',
      user_domain_name: 'Default',
      project_domain_name: 'Default',
      region_name: 'RegionOne',
      interface: 'internal',
      verify: 'true',
    },
  };

  it('reads the entry that OS_CLOUD names, and no other variable then', async () => {
    const environment = { ...VARIABLES, OS_CLOUD: 'production' };
    expect(await find({ files, environment })).toEqual(production);
  });

  it('prefers the configured profile to OS_CLOUD', async () => {
    const environment = { OS_CLOUD: 'readonly' };
    expect(await find({ files, environment, profile: 'production' })).toEqual(production);
  });

  it('reads an application credential, with and without its auth_type', async () => {
    for (const file of [CLOUDS_YAML, CLOUDS_YAML.replace(/ {4}auth_type: .*\n/, '')]) {
      const world = { files: { [PATH]: file }, environment: { OS_CLOUD: 'readonly' } };
      expect(await find(world)).toMatchObject({
        id: '9a1b',
        secret: 'MARKED-application',
        details: { auth_type: 'application_credential', application_credential_id: '9a1b' },
      });
    }
  });

  it('reads the variables where OS_CLOUD is not set', async () => {
    expect(await find({ files, environment: VARIABLES })).toEqual({
      source: 'environment OS_AUTH_URL',
      id: 'demo',
      secret: 'MARKED-variable',
      details: {
        auth_type: 'password',
        auth_url: 'https://keystone.example.com/identity',
        username: 'demo',
        project_id: 'cda99615050d4ebb81cfdb7ab4c2b6d9',
        interface: 'publicURL',
      },
    });
  });

  it('reads a token', async () => {
    const environment = {
      OS_AUTH_TYPE: 'v3token',
      OS_AUTH_URL: 'https://keystone.example.com/v3',
      OS_TOKEN: 'MARKED-token',
      OS_PROJECT_NAME: 'web',
    };
    expect(await find({ environment })).toMatchObject({
      secret: 'MARKED-token',
      details: { auth_type: 'token', project_name: 'web' },
    });
  });

  it('adds the secrets of secure.yaml', async () => {
    const secure = 'clouds: {production: {auth: {password: MARKED-secure}}}';
    const world = {
      files: {
        [PATH]: CLOUDS_YAML.replace(/ {6}password: .*\n/, ''),
        [`${HOME}/.config/openstack/secure.yaml`]: secure,
      },
      environment: { OS_CLOUD: 'production' },
    };
    expect(await find(world)).toMatchObject({ id: 'demo', secret: 'MARKED-secure' });
  });

  it('reads the file that OS_CLIENT_CONFIG_FILE names, before that of the current folder', async () => {
    const only =
      'clouds: {only: {auth: {auth_url: https://a.example, user_id: u, password: MARKED-a}}}';
    const world = {
      files: { 'clouds.yaml': CLOUDS_YAML, './clouds.yaml': CLOUDS_YAML, '/etc/mine.yml': only },
      environment: { OS_CLIENT_CONFIG_FILE: '/etc/mine.yml' },
    };
    // The only entry of a file needs no name.
    expect(await find(world)).toMatchObject({ source: 'cloud "only" in /etc/mine.yml', id: 'u' });
  });

  it('takes single values from the configuration, and another way to sign in as a whole', async () => {
    const settings = { project_name: 'other' };
    const environment = { OS_CLOUD: 'production' };
    expect(await find({ files, environment, explicit: { settings } })).toMatchObject({
      id: 'demo',
      details: { project_name: 'other' },
    });
    const explicit: CredentialContext['explicit'] = {
      settings: { application_credential_id: '7c', application_credential_secret: 'MARKED-c' },
    };
    const found = await find({ files, environment, explicit });
    expect(found).toMatchObject({ id: '7c', secret: 'MARKED-c' });
    expect(JSON.stringify(found)).not.toContain('MARKED-password');
  });

  it('has a reason where there is nothing, and where several clouds have no name', async () => {
    expect(await find({})).toEqual({ reason: 'OS_CLOUD and OS_AUTH_URL not set; no clouds.yaml' });
    expect(await find({ files })).toEqual({
      reason: `OS_CLOUD and OS_AUTH_URL not set; ${PATH} has 2 clouds, and OS_CLOUD names none of them`,
    });
  });

  it.each([
    ['an entry that is absent', CLOUDS_YAML, 'nowhere', 'has no cloud "nowhere"'],
    [
      'an entry without a password',
      CLOUDS_YAML.replace(/ {6}password.*\n/, ''),
      'production',
      'no password',
    ],
    [
      'an entry without an auth_url',
      'clouds: {a: {auth: {username: u, password: MARKED}}}',
      'a',
      'no auth_url',
    ],
    [
      'a way to sign in that is not supported',
      'clouds: {a: {auth_type: v3oidcpassword, auth: {auth_url: "https://a"}}}',
      'a',
      'v3oidcpassword',
    ],
    ['a vendor profile', 'clouds: {a: {profile: ovh}}', 'a', 'vendor profile'],
    ['a file that is not YAML', 'clouds: [MARKED', 'a', 'is not a YAML file'],
  ])('rejects %s without showing a secret', async (_, file, cloud, problem) => {
    const finding = link.find(
      contextOf({ files: { [PATH]: file }, environment: { OS_CLOUD: cloud } }),
    );
    await expect(finding).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: expect.stringContaining(problem),
    });
    await expect(finding).rejects.not.toThrow(/MARKED/);
  });
});
