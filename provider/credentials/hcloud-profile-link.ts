/** The contexts of Hetzner's command line tool. */
import { bearerCredential } from './credential';
import type { CredentialLink } from './chain';
import { given } from './given';
import {
  brokenFile,
  expandHome,
  isRecord,
  readIfThere,
  textField,
  type JsonRecord,
} from './profile-file';

/**
 * `~/.config/hcloud/cli.toml`, or the file that `HCLOUD_CONFIG` names: contexts with a token each.
 *
 * The context is the configured one, else `HCLOUD_CONTEXT`, else `active_context` of the file. A
 * context that is named must be there.
 *
 * @see https://github.com/hetznercloud/cli
 */
export function hcloudProfileLink(): CredentialLink {
  return {
    name: 'hcloud context',
    remedy: 'Set the environment variable:\n  export HCLOUD_TOKEN=...',
    async find(context) {
      const { environment } = context;
      const file = given(environment['HCLOUD_CONFIG']) ?? '~/.config/hcloud/cli.toml';
      const path = expandHome(file, context);
      const named = given(context.profile) ?? given(environment['HCLOUD_CONTEXT']);
      const contents = await readIfThere(path, context);
      if (contents === undefined && named === undefined) return { reason: `no file ${path}` };
      const settings = parse(contents ?? '', path);
      const name = named ?? textField(settings, 'active_context', path);
      if (name === undefined) return { reason: `no active context in ${path}` };
      const contexts = Array.isArray(settings['contexts']) ? settings['contexts'] : [];
      const found = contexts.filter(isRecord).find((one) => one['name'] === name);
      if (found === undefined) throw brokenFile(path, `has no context "${name}"`);
      const token = textField(found, 'token', path);
      if (token === undefined) throw brokenFile(path, `has no token in its context "${name}"`);
      return {
        credential: bearerCredential(token),
        source: `context "${name}" in ${path}`,
      };
    },
  };
}

/** smol-toml, whose types are those of a module. */
interface Toml {
  parse(text: string): JsonRecord;
}

/** The error shows nothing of the file, which holds tokens. */
function parse(contents: string, path: string): JsonRecord {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- loaded late and not async: the annotation is its type
  const toml: Toml = require('smol-toml');
  try {
    return toml.parse(contents.replace(/^\uFEFF/, ''));
  } catch {
    throw brokenFile(path, 'is not a TOML file');
  }
}
