/**
 * Temporary keys of a role, through Alibaba Cloud's own credentials library.
 *
 * It is an optional dependency: two thirds of what an installation weighs. It is loaded only here,
 * and only if a role is configured: it takes 45 ms, may call the metadata service, and renews a
 * log-in in the user's profile file.
 */

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';
import { keyCredential, type KeyCredential } from './credential';
import { abortable } from '../transport/abortable';

/** How a role is assumed. */
export type AlicloudRole =
  | {
      readonly kind: 'assume-role';
      readonly base: KeyCredential;
      readonly roleArn: string;
      readonly sessionName?: string | undefined;
    }
  | {
      readonly kind: 'oidc';
      readonly roleArn: string;
      readonly providerArn: string;
      readonly tokenFile: string;
      readonly sessionName?: string | undefined;
    }
  | { readonly kind: 'instance-role'; readonly roleName: string }
  | { readonly kind: 'credentials-uri'; readonly uri: string }
  /** A profile of `~/.aliyun/config.json` in any mode that the library supports. */
  | { readonly kind: 'cli-profile'; readonly profile: string };

/** Keys of a role are requested again after ten minutes. They are valid for at least fifteen. */
export const ROLE_MAX_AGE_MS = 10 * 60_000;

/** Obtains the keys of a role. */
export type ObtainRole = (role: AlicloudRole, signal: AbortSignal) => Promise<KeyCredential>;

/** Fails with `unauthenticated`; the library's own messages are dropped, since they quote whole answers. */
export const obtainAlicloudRole: ObtainRole = async (role, signal) => {
  if (signal.aborted) throw abortError(signal);
  const library = await loadLibrary();
  let keys: { accessKeyId: string; accessKeySecret: string; securityToken: string };
  try {
    keys = await abortable(providerOf(role, library).getCredentials(), signal);
  } catch (error) {
    if (signal.aborted) throw abortError(signal);
    throw new ImageError('unauthenticated', `${describe(role)} gave no keys (${tell(error)})`, {
      hint: 'Check that the role exists, trusts this caller, and can be reached from this machine.',
    });
  }
  return keyCredential({
    id: keys.accessKeyId,
    secret: keys.accessKeySecret,
    token: keys.securityToken === '' ? undefined : keys.securityToken,
  });
};

type Library = Awaited<ReturnType<typeof load>>;

const load = () => import('@alicloud/credentials');

async function loadLibrary(): Promise<Library> {
  try {
    return await load();
  } catch (cause) {
    throw new ImageError(
      'invalid-configuration',
      'a role is configured, but the package @alicloud/credentials, which obtains its keys, is not installed',
      { hint: 'Install it beside cloudimages:\n  npm install @alicloud/credentials', cause },
    );
  }
}

function providerOf(role: AlicloudRole, library: Library) {
  switch (role.kind) {
    case 'assume-role': {
      const { base, roleArn, sessionName } = role;
      const { id, secret, token } = base;
      const keys =
        token === undefined
          ? library.StaticAKCredentialsProvider.builder()
              .withAccessKeyId(id)
              .withAccessKeySecret(secret)
              .build()
          : library.StaticSTSCredentialsProvider.builder()
              .withAccessKeyId(id)
              .withAccessKeySecret(secret)
              .withSecurityToken(token)
              .build();
      const builder = library.RAMRoleARNCredentialsProvider.builder();
      if (sessionName !== undefined) builder.withRoleSessionName(sessionName);
      return builder.withCredentialsProvider(keys).withRoleArn(roleArn).build();
    }
    case 'oidc': {
      const builder = library.OIDCRoleArnCredentialsProvider.builder();
      if (role.sessionName !== undefined) builder.withRoleSessionName(role.sessionName);
      return builder
        .withRoleArn(role.roleArn)
        .withOIDCProviderArn(role.providerArn)
        .withOIDCTokenFilePath(role.tokenFile)
        .build();
    }
    case 'instance-role':
      return library.ECSRAMRoleCredentialsProvider.builder().withRoleName(role.roleName).build();
    case 'credentials-uri':
      return library.URICredentialsProvider.builder().withCredentialsURI(role.uri).build();
    case 'cli-profile':
      return library.CLIProfileCredentialsProvider.builder().withProfileName(role.profile).build();
  }
}

function describe(role: AlicloudRole): string {
  switch (role.kind) {
    case 'assume-role':
    case 'oidc':
      return `the role ${role.roleArn}`;
    case 'instance-role':
      return `the instance role ${role.roleName}`;
    case 'credentials-uri':
      return 'the credentials URI';
    case 'cli-profile':
      return `the profile "${role.profile}"`;
  }
}

/** The only parts of the library's error that cannot contain a key: a status, a vendor's code, or Node's. */
function tell(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const status = /httpStatus: (\d{3})/.exec(error.message)?.[1];
  const vendor = /"Code"\s*:\s*"([A-Za-z.]{1,60})"/.exec(error.message)?.[1];
  const node = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const known = [vendor, status === undefined ? undefined : `HTTP ${status}`, node];
  return known.filter((part) => part !== undefined).join(', ') || error.name;
}
