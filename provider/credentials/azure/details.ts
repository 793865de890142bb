/** What Azure's requests name beside a secret, by the variables of Terraform and of Azure's SDKs. */
import type { CredentialContext } from '../chain';
import { firstGiven, given } from '../given';
import { siteNamed } from './sites';

/** Nothing secret. */
export type Details = Readonly<Record<string, string>>;

/** What says in a credential's details that its secret is a token of another issuer. */
export const FEDERATED = 'federated';

export const CLIENT_ID = ['ARM_CLIENT_ID', 'AZURE_CLIENT_ID'] as const;

/** @param more - what this kind of credential adds */
export function detailsOf(context: CredentialContext, more: Details = {}): Details {
  const { environment, explicit, site } = context;
  const variable = (...names: readonly string[]) => firstGiven(names, environment)?.value;
  const found = {
    tenant: given(explicit?.settings?.['tenantId']) ?? variable('ARM_TENANT_ID', 'AZURE_TENANT_ID'),
    subscription:
      given(explicit?.settings?.['subscriptionId']) ??
      variable('ARM_SUBSCRIPTION_ID', 'AZURE_SUBSCRIPTION_ID'),
    environment: site ?? variable('ARM_ENVIRONMENT'),
  };
  const known = Object.entries(found).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(known), ...more };
}

/** The address of Azure's API, for which tokens are issued. */
export function audienceOf(context: CredentialContext): string {
  return siteNamed(context.site ?? given(context.environment['ARM_ENVIRONMENT'])).api;
}
