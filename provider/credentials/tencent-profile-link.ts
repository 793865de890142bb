/** The profile files of Tencent Cloud's command line tool and SDKs. */

import { join } from 'node:path';

import type { CredentialLink } from './chain';
import { given } from './given';
import { brokenFile, expandHome, parseIni, parseRecord, readIfThere } from './profile-file';
import { pairOfProfile } from './profile-pair';

const DIRECTORY = 'TENCENTCLOUD_SHARED_CREDENTIALS_DIR';
const PROFILE = 'TENCENTCLOUD_PROFILE';

/**
 * `~/.tccli/<profile>.credential`, as `tccli configure` writes it.
 *
 * The directory is that of `TENCENTCLOUD_SHARED_CREDENTIALS_DIR`, the profile the configured one,
 * else `TENCENTCLOUD_PROFILE`, else `default`. A profile that is named must exist.
 */
export function tccliProfileLink(): CredentialLink {
  return {
    name: 'tccli profile',
    remedy: 'Write a profile:\n  tccli configure',
    async find(context) {
      const named = given(context.profile) ?? given(context.environment[PROFILE]);
      const directory = given(context.environment[DIRECTORY]) ?? '~/.tccli';
      const profile = named ?? 'default';
      const path = join(expandHome(directory, context), `${profile}.credential`);
      const text = await readIfThere(path, context);
      if (text === undefined) {
        if (named === undefined) return { reason: `no file ${path}` };
        throw brokenFile(
          path,
          `of the profile "${named}" does not exist`,
          `Write it with: tccli configure --profile ${named}`,
        );
      }
      const fields = { id: 'secretId', secret: 'secretKey', token: 'token' };
      const credential = pairOfProfile(parseRecord(text, path), fields, { path, profile });
      if (credential === undefined) return { reason: `no secretId in ${path}` };
      return { credential, source: `profile "${profile}" in ${path}` };
    },
  };
}

/** The section `[default]`, or the configured profile's, of `~/.tencentcloud/credentials`, which the SDKs read. */
export function tencentSdkProfileLink(): CredentialLink {
  return {
    name: 'SDK profile',
    async find(context) {
      const path = expandHome('~/.tencentcloud/credentials', context);
      const text = await readIfThere(path, context);
      if (text === undefined) return { reason: `no file ${path}` };
      const profile = given(context.profile) ?? given(context.environment[PROFILE]) ?? 'default';
      const section = parseIni(text).get(profile);
      if (section === undefined) return { reason: `no profile "${profile}" in ${path}` };
      const fields = { id: 'secret_id', secret: 'secret_key', token: 'token' };
      const credential = pairOfProfile(section, fields, { path, profile });
      if (credential === undefined) return { reason: `no secret_id in ${path}` };
      return { credential, source: `profile "${profile}" in ${path}` };
    },
  };
}
