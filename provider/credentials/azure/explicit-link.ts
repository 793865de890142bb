/** A client and its secret in the configuration. */
import type { CredentialLink } from '../chain';
import { keyCredential } from '../credential';
import { explicitLink } from '../explicit-link';
import { detailsOf } from './details';

/** The tenant and the subscription may come from the environment, as in Terraform's provider. */
export function azureExplicitLink(): CredentialLink {
  const link = explicitLink();
  return {
    ...link,
    async find(context) {
      const finding = await link.find(context);
      if (!('credential' in finding) || finding.credential.kind !== 'key') return finding;
      const { id, secret } = finding.credential;
      const credential = keyCredential({ id, secret, details: detailsOf(context) });
      return { ...finding, credential };
    },
  };
}
