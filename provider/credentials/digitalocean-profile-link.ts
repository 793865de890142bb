/** The contexts of DigitalOcean's command line tool, doctl. */
import { bearerCredential } from './credential';
import type { CredentialLink } from './chain';
import { given } from './given';
import { brokenFile, expandHome, isRecord, readIfThere, textField } from './profile-file';
import { parseYaml } from './yaml';

/** Where doctl keeps its configuration, by system. */
const FILES = [
  '~/.config/doctl/config.yaml',
  '~/Library/Application Support/doctl/config.yaml',
] as const;

/**
 * `~/.config/doctl/config.yaml`: the token of the default context, and those of named ones.
 *
 * The context is the configured one, else `DIGITALOCEAN_CONTEXT`, else `context` of the file. A
 * context that is named must be there.
 *
 * @see https://docs.digitalocean.com/reference/doctl/
 */
export function digitaloceanProfileLink(): CredentialLink {
  return {
    name: 'doctl context',
    remedy: 'Set the environment variable:\n  export DIGITALOCEAN_TOKEN=...',
    async find(context) {
      const { environment } = context;
      const named = given(context.profile) ?? given(environment['DIGITALOCEAN_CONTEXT']);
      const folder = given(environment['XDG_CONFIG_HOME']);
      const paths = [
        ...(folder === undefined ? [] : [`${folder}/doctl/config.yaml`]),
        ...FILES.map((file) => expandHome(file, context)),
      ];
      for (const path of paths) {
        const contents = await readIfThere(path, context);
        if (contents === undefined) continue;
        const settings = parseYaml(contents, path);
        const name = named ?? textField(settings, 'context', path) ?? 'default';
        const contexts = settings['auth-contexts'];
        const token =
          name === 'default'
            ? textField(settings, 'access-token', path)
            : textField(isRecord(contexts) ? contexts : {}, name, path);
        if (token !== undefined) {
          const source = `context "${name}" in ${path}`;
          return { credential: bearerCredential(token), source };
        }
        if (named === undefined) return { reason: `no token of the context "${name}" in ${path}` };
        throw brokenFile(path, `has no token of the context "${name}"`);
      }
      const [first = ''] = paths;
      if (named === undefined) return { reason: `no file ${first}` };
      throw brokenFile(first, `does not exist, and the context "${named}" was chosen`);
    },
  };
}
