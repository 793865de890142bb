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
import { checkCredentialsUri } from './credentials-uri';
import { firstGiven } from './given';

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
 * Comes before the environment's own keys: with a role set as well, those keys only serve to
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
      const { environment } = context;
      const arn = firstGiven(ROLE_ARN, environment);
      if (arn === undefined) return { reason: `${ROLE_ARN.join(', ')} not set` };
      const roleArn = arn.value;
      const sessionName = firstGiven(SESSION_NAME, environment)?.value;
      const providerArn = firstGiven([OIDC_PROVIDER], environment)?.value;
      const tokenFile = firstGiven([OIDC_TOKEN_FILE], environment)?.value;
      const source = `environment ${arn.name}`;
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
        `the environment variable ${arn.name} names a role, but there are no keys to assume it with`,
        {
          hint: `Set a key pair, or ${OIDC_PROVIDER} and ${OIDC_TOKEN_FILE}, or unset ${arn.name}.`,
        },
      );
    },
  };
}

/** The role of the machine it runs on, or a credentials URI. Used only if a variable says so. */
export function alicloudMachineRoleLink(obtain: ObtainRole = obtainAlicloudRole): CredentialLink {
  return {
    name: 'machine role',
    async find(context) {
      if (context.profile !== undefined) return PROFILE_FIRST;
      const uri = firstGiven(CREDENTIALS_URI, context.environment);
      if (uri !== undefined) {
        checkCredentialsUri(uri.value, `the environment variable ${uri.name}`);
        const role = { kind: 'credentials-uri', uri: uri.value } as const;
        return await findingOf(role, `environment ${uri.name}`, obtain, context);
      }
      const instance = firstGiven(INSTANCE_ROLE, context.environment);
      if (instance !== undefined) {
        const role = { kind: 'instance-role', roleName: instance.value } as const;
        return await findingOf(role, `environment ${instance.name}`, obtain, context);
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
  const credential = await obtain(role, signal);
  const principal = 'roleArn' in role ? { principal: role.roleArn } : {};
  return { credential, source, maxAgeMs: ROLE_MAX_AGE_MS, ...principal };
}
