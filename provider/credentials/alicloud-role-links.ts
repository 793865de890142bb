/** Roles that environment variables configure for Alibaba Cloud. */

import { ImageError } from '../errors/image-error';
import {
  obtainAlicloudRole,
  ROLE_MAX_AGE_MS,
  type AlicloudRole,
  type ObtainRole,
} from './alicloud-role';
import type { CredentialContext, CredentialLink, Finding } from './chain';
import { environmentLink, PROFILE_FIRST, type VariableFamily } from './environment-link';
import { given } from './given';

const ROLE_ARN = ['ALICLOUD_ASSUME_ROLE_ARN', 'ALIBABA_CLOUD_ROLE_ARN'] as const;
const SESSION_NAME = [
  'ALICLOUD_ASSUME_ROLE_SESSION_NAME',
  'ALIBABA_CLOUD_ROLE_SESSION_NAME',
] as const;
const OIDC_PROVIDER = 'ALIBABA_CLOUD_OIDC_PROVIDER_ARN';
const OIDC_TOKEN_FILE = 'ALIBABA_CLOUD_OIDC_TOKEN_FILE';
const INSTANCE_ROLE = ['ALICLOUD_ECS_ROLE_NAME', 'ALIBABA_CLOUD_ECS_METADATA'] as const;
const CREDENTIALS_URI = ['ALICLOUD_CREDENTIALS_URI', 'ALIBABA_CLOUD_CREDENTIALS_URI'] as const;

/**
 * A role to assume, with an OIDC token file or with the environment's key pair.
 *
 * Stands before the environment's own keys: with a role set as well, those keys only serve to
 * assume it. A role without either is `invalid-configuration`.
 */
export function alicloudAssumedRoleLink(
  families: readonly VariableFamily[],
  obtain: ObtainRole = obtainAlicloudRole,
): CredentialLink {
  const keys = environmentLink(families);
  return {
    name: 'role',
    async find(context) {
      if (context.profile !== undefined) return PROFILE_FIRST;
      const [variable, roleArn] = firstSet(ROLE_ARN, context);
      if (roleArn === undefined) return { reason: `${ROLE_ARN.join(', ')} not set` };
      const [, sessionName] = firstSet(SESSION_NAME, context);
      const [, providerArn] = firstSet([OIDC_PROVIDER], context);
      const [, tokenFile] = firstSet([OIDC_TOKEN_FILE], context);
      const source = `environment ${variable}`;
      if (providerArn !== undefined && tokenFile !== undefined) {
        const role = { kind: 'oidc', roleArn, providerArn, tokenFile, sessionName } as const;
        return await findingOf(role, source, obtain, context);
      }
      const pair = await keys.find(context);
      if ('credential' in pair && pair.credential.kind === 'key') {
        const role = { kind: 'assume-role', base: pair.credential, roleArn, sessionName } as const;
        return await findingOf(role, source, obtain, context);
      }
      throw new ImageError(
        'invalid-configuration',
        `the environment variable ${variable} names a role, but nothing to assume it with`,
        {
          hint: `Set a key pair, or ${OIDC_PROVIDER} and ${OIDC_TOKEN_FILE}, or unset ${variable}.`,
        },
      );
    },
  };
}

/** The role of the machine it runs on, or a credentials URI. Asked for only where a variable says so. */
export function alicloudMachineRoleLink(obtain: ObtainRole = obtainAlicloudRole): CredentialLink {
  return {
    name: 'machine role',
    async find(context) {
      if (context.profile !== undefined) return PROFILE_FIRST;
      const [uriVariable, uri] = firstSet(CREDENTIALS_URI, context);
      if (uri !== undefined) {
        const role = { kind: 'credentials-uri', uri } as const;
        return await findingOf(role, `environment ${uriVariable}`, obtain, context);
      }
      const [roleVariable, roleName] = firstSet(INSTANCE_ROLE, context);
      if (roleName !== undefined) {
        const role = { kind: 'instance-role', roleName } as const;
        return await findingOf(role, `environment ${roleVariable}`, obtain, context);
      }
      return { reason: `${[...CREDENTIALS_URI, ...INSTANCE_ROLE].join(', ')} not set` };
    },
  };
}

async function findingOf(
  role: AlicloudRole,
  source: string,
  obtain: ObtainRole,
  { signal }: CredentialContext,
): Promise<Finding> {
  return { credential: await obtain(role, signal), source, maxAgeMs: ROLE_MAX_AGE_MS };
}

function firstSet(
  names: readonly string[],
  { environment }: CredentialContext,
): readonly [name: string | undefined, value: string | undefined] {
  const name = names.find((one) => given(environment[one]) !== undefined);
  return [name, name === undefined ? undefined : given(environment[name])];
}
