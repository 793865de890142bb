/** Credentials in the configuration, by the names of Google's Terraform provider. */
import type { CredentialLink } from '../chain';
import { given } from '../given';
import { tokenOfValue } from './file-links';
import { tokenAsGiven } from './token-link';

/** The token goes before the file, as in that provider. */
export function googleConfigurationLink(): CredentialLink {
  return {
    name: 'configuration',
    async find(context) {
      const token = given(context.explicit?.bearerToken);
      if (token !== undefined) return tokenAsGiven(token, 'configuration', context);
      const file = given(context.explicit?.settings?.['credentials']);
      if (file === undefined) return { reason: 'no credentials given' };
      return tokenOfValue(file, 'the configuration', context);
    },
  };
}
