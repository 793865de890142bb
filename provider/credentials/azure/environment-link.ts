/** A client and its secret in the environment. */
import { ImageError } from '../../errors/image-error';
import type { CredentialContext, CredentialLink } from '../chain';
import { keyCredential } from '../credential';
import { firstGiven, given } from '../given';
import { brokenFile, readIfThere } from '../profile-file';
import { CLIENT_ID, detailsOf } from './details';

const SECRET = ['ARM_CLIENT_SECRET', 'AZURE_CLIENT_SECRET'] as const;
const SECRET_FILE = 'ARM_CLIENT_SECRET_FILE_PATH';

/**
 * The variables of Terraform's provider, then those of Azure's SDKs. A client id alone is not an
 * error: federated tokens and managed identities have one too.
 */
export function azureEnvironmentLink(): CredentialLink {
  return {
    name: 'environment',
    remedy: [
      'Set environment variables:',
      ...['ARM_CLIENT_ID', 'ARM_CLIENT_SECRET', 'ARM_TENANT_ID', 'ARM_SUBSCRIPTION_ID'].map(
        (name) => `  export ${name}=...`,
      ),
    ].join('\n'),
    async find(context) {
      const secret = await secretOf(context);
      if (secret === undefined) {
        return { reason: `${[...SECRET, SECRET_FILE].join(', ')} not set` };
      }
      const id = firstGiven(CLIENT_ID, context.environment);
      if (id === undefined) {
        const reason = `the environment variable ${secret.name} is set, but ARM_CLIENT_ID is not`;
        throw new ImageError('invalid-configuration', reason, {
          hint: `Set ARM_CLIENT_ID as well, or unset ${secret.name}.`,
        });
      }
      const details = detailsOf(context);
      const credential = keyCredential({ id: id.value, secret: secret.value, details });
      return { credential, source: `environment ${id.name}` };
    },
  };
}

async function secretOf(context: CredentialContext) {
  const secret = firstGiven(SECRET, context.environment);
  if (secret !== undefined) return secret;
  const file = given(context.environment[SECRET_FILE]);
  if (file === undefined) return undefined;
  const value = given(await readIfThere(file, context));
  if (value === undefined) throw brokenFile(file, 'has no secret, or does not exist');
  return { name: SECRET_FILE, value };
}
