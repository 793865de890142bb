/** The profile files of Zenlayer's command line tool. */

import { bearerCredential } from './credential';
import type { CredentialContext, CredentialLink } from './chain';
import { given } from './given';
import {
  brokenFile,
  expandHome,
  isRecord,
  parseRecord,
  readIfThere,
  textField,
} from './profile-file';
import { pairOfProfile } from './profile-pair';

/**
 * `~/.zenlayer/credentials.json`, keyed by profile: a key pair, or a token.
 *
 * The profile is the configured one, else `ZENLAYER_PROFILE`, else `current_profile` of
 * `~/.zenlayer/config.json`, else `default`. A profile that is named must exist.
 */
export function zenlayerProfileLink(): CredentialLink {
  return {
    name: 'zeno profile',
    async find(context) {
      const path = expandHome('~/.zenlayer/credentials.json', context);
      const named = given(context.profile) ?? given(context.environment['ZENLAYER_PROFILE']);
      const text = await readIfThere(path, context);
      if (text === undefined && named === undefined) return { reason: `no file ${path}` };
      const profile = named ?? (await currentProfile(context)) ?? 'default';
      const record = parseRecord(text ?? '{}', path)[profile];
      if (!isRecord(record)) {
        if (named === undefined) return { reason: `no profile "${profile}" in ${path}` };
        throw brokenFile(path, `has no profile "${named}"`);
      }
      const source = `profile "${profile}" in ${path}`;
      const fields = { id: 'access_key_id', secret: 'access_key_secret', token: '' };
      const pair = pairOfProfile(record, fields, { path, profile });
      if (pair !== undefined) return { credential: pair, source };
      const token = textField(record, 'token', path);
      if (token !== undefined) return { credential: bearerCredential(token), source };
      return { reason: `neither a key nor a token in the ${source}` };
    },
  };
}

async function currentProfile(context: CredentialContext): Promise<string | undefined> {
  const path = expandHome('~/.zenlayer/config.json', context);
  const text = await readIfThere(path, context);
  return text === undefined
    ? undefined
    : textField(parseRecord(text, path), 'current_profile', path);
}
