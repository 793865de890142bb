import { hcloudProfileLink } from '../../provider/credentials/hcloud-profile-link';
import { contextOf, found, HOME } from './context';

const PATH = `${HOME}/.config/hcloud/cli.toml`;

/** As the hcloud command writes it. */
const CLI_TOML = `active_context = "staging"

[preferences]
  default_ssh_keys = ["me"]

[[contexts]]
  name = "production"
  token = "MARKED-production"

[[contexts]]
  name = "staging"
  token = "MARKED-staging"
  [contexts.preferences]
    endpoint = "https://api.hetzner.cloud/v1"
`;

describe('hcloudProfileLink', () => {
  const link = hcloudProfileLink();
  const files = { [PATH]: CLI_TOML };
  const bearer = (name: string, path = PATH) => ({
    kind: 'bearer',
    token: `MARKED-${name}`,
    source: `context "${name}" in ${path}`,
  });

  it('reads the active context', async () => {
    expect(await found(link, { files })).toEqual(bearer('staging'));
  });

  it('prefers HCLOUD_CONTEXT, and the configured profile to that', async () => {
    const environment = { HCLOUD_CONTEXT: 'production' };
    expect(await found(link, { files, environment })).toEqual(bearer('production'));
    expect(await found(link, { files, environment, profile: 'staging' })).toEqual(
      bearer('staging'),
    );
  });

  it('reads the file that HCLOUD_CONFIG names', async () => {
    const world = {
      files: { '/etc/hcloud.toml': CLI_TOML },
      environment: { HCLOUD_CONFIG: '/etc/hcloud.toml' },
    };
    expect(await found(link, world)).toEqual(bearer('staging', '/etc/hcloud.toml'));
  });

  it('has a reason where there is neither a file nor an active context', async () => {
    expect(await found(link, {})).toEqual({ reason: `no file ${PATH}` });
    expect(await found(link, { files: { [PATH]: 'active_context = ""' } })).toEqual({
      reason: `no active context in ${PATH}`,
    });
  });

  it.each([
    ['a named context that is absent', CLI_TOML, 'nowhere', `has no context "nowhere"`],
    ['a context without a token', '[[contexts]]\nname = "a"', 'a', 'has no token in its context'],
    ['a file that is not TOML', 'token = MARKED-secret', 'a', 'is not a TOML file'],
    ['a token that is not a string', '[[contexts]]\nname="a"\ntoken=1', 'a', 'not a string'],
  ])('rejects %s without showing the file', async (_, file, profile, problem) => {
    const finding = link.find(contextOf({ files: { [PATH]: file }, profile }));
    await expect(finding).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: expect.stringContaining(problem),
    });
    await expect(finding).rejects.not.toThrow(/MARKED/);
  });
});
