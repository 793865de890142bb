/** A token of another issuer that Microsoft Entra trusts: workload identities and pipelines. */
import { ImageError } from '../../errors/image-error';
import type { CredentialContext, CredentialLink } from '../chain';
import { keyCredential } from '../credential';
import { firstGiven, given } from '../given';
import { brokenFile, readIfThere } from '../profile-file';
import { CLIENT_ID, detailsOf, FEDERATED } from './details';

const TOKEN = 'ARM_OIDC_TOKEN';
const FILES = ['ARM_OIDC_TOKEN_FILE_PATH', 'AZURE_FEDERATED_TOKEN_FILE'] as const;

/** A token file is read again after this time, since others renew it. Milliseconds. */
const FILE_AGE_MS = 5 * 60_000;

/** @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation */
export function azureFederatedLink(): CredentialLink {
  return {
    name: 'federated token',
    async find(context) {
      const token = await tokenOf(context);
      if (token === undefined) return { reason: `${[TOKEN, ...FILES].join(', ')} not set` };
      const id = firstGiven(CLIENT_ID, context.environment);
      if (id === undefined) {
        const reason = `the environment variable ${token.name} is set, but ARM_CLIENT_ID is not`;
        throw new ImageError('invalid-configuration', reason, {
          hint: 'Set ARM_CLIENT_ID, or AZURE_CLIENT_ID, to the client id of the application that trusts the token.',
        });
      }
      const credential = keyCredential({
        id: id.value,
        secret: token.value,
        details: detailsOf(context, { grant: FEDERATED }),
      });
      const source = `environment ${token.name}`;
      return token.name === TOKEN
        ? { credential, source }
        : { credential, source, maxAgeMs: FILE_AGE_MS };
    },
  };
}

async function tokenOf(context: CredentialContext) {
  const { environment } = context;
  const value = given(environment[TOKEN]);
  if (value !== undefined) return { name: TOKEN, value };
  const file = firstGiven(FILES, environment);
  if (file === undefined) return undefined;
  const token = given(await readIfThere(file.value, context));
  if (token === undefined) throw brokenFile(file.value, 'has no token, or does not exist');
  return { name: file.name, value: token };
}
