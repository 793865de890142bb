import { digitaloceanProfileLink } from '../../provider/credentials/digitalocean-profile-link';
import { contextOf, found, HOME } from './context';

const PATH = `${HOME}/.config/doctl/config.yaml`;

/** As doctl writes it. */
const CONFIG = `access-token: MARKED-default
api-url: ""
auth-contexts:
  staging: MARKED-staging
context: default
output: text
`;

describe('digitaloceanProfileLink', () => {
  const link = digitaloceanProfileLink();
  const files = { [PATH]: CONFIG };
  const bearer = (name: string, path = PATH) => ({
    kind: 'bearer',
    token: `MARKED-${name}`,
    source: `context "${name}" in ${path}`,
  });

  it('reads the token of the default context', async () => {
    expect(await found(link, { files })).toEqual(bearer('default'));
  });

  it('reads the context of the file, of DIGITALOCEAN_CONTEXT and of the configuration', async () => {
    const other = { [PATH]: CONFIG.replace('context: default', 'context: staging') };
    expect(await found(link, { files: other })).toEqual(bearer('staging'));
    const environment = { DIGITALOCEAN_CONTEXT: 'staging' };
    expect(await found(link, { files, environment })).toEqual(bearer('staging'));
    expect(await found(link, { files: other, profile: 'default' })).toEqual(bearer('default'));
  });

  it('reads the file below XDG_CONFIG_HOME, and that of macOS', async () => {
    const xdg = '/etc/xdg/doctl/config.yaml';
    const environment = { XDG_CONFIG_HOME: '/etc/xdg' };
    expect(await found(link, { files: { [xdg]: CONFIG }, environment })).toEqual(
      bearer('default', xdg),
    );
    const mac = `${HOME}/Library/Application Support/doctl/config.yaml`;
    expect(await found(link, { files: { [mac]: CONFIG } })).toEqual(bearer('default', mac));
  });

  it('has a reason where there is neither a file nor a token', async () => {
    expect(await found(link, {})).toEqual({ reason: `no file ${PATH}` });
    expect(await found(link, { files: { [PATH]: '' } })).toEqual({
      reason: `no token of the context "default" in ${PATH}`,
    });
  });

  it.each([
    ['a named context that is absent', CONFIG, 'nowhere', 'has no token of the context "nowhere"'],
    ['a file that is not YAML', 'a: [MARKED-secret', 'a', 'is not a YAML file'],
    ['a file that is not a mapping', '- MARKED-secret', 'a', 'is not a YAML mapping'],
    ['a token that is not a string', 'access-token: 7', 'default', 'not a string'],
  ])('rejects %s without showing the file', async (_, file, profile, problem) => {
    const finding = link.find(contextOf({ files: { [PATH]: file }, profile }));
    await expect(finding).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: expect.stringContaining(problem),
    });
    await expect(finding).rejects.not.toThrow(/MARKED/);
  });
});
