/**
 * A token of Microsoft Entra for a client and its secret, or for a token of another issuer.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
import { ImageError } from '../../errors/image-error';
import type { SignIn } from '../definition/cloud-definition';
import { failure } from '../definition/failures';
import { isObject, plainString } from '../definition/field-readers';
import { FEDERATED } from '../../credentials/azure/details';
import { siteNamed } from '../../credentials/azure/sites';

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export const signIn: SignIn = {
  operation: 'POST /oauth2/v2.0/token',
  request: ({ credential, endpoint, site }) => {
    const { id, secret, details = {} } = credential;
    const { api, authority } = siteNamed(site ?? details['environment']);
    const { tenant } = details;
    if (tenant === undefined) {
      throw new ImageError('invalid-configuration', 'no tenant is given beside the client id', {
        hint: 'Set ARM_TENANT_ID or AZURE_TENANT_ID, or tenantId in the configuration.',
      });
    }
    const proof =
      details['grant'] === FEDERATED
        ? { client_assertion_type: ASSERTION, client_assertion: secret }
        : { client_secret: secret };
    return {
      method: 'POST',
      url: `${endpoint?.origin ?? authority}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        scope: `${api}/.default`,
        ...proof,
      }).toString(),
    };
  },
  read: (body) => {
    if (!isObject(body)) return undefined;
    if (typeof body['error'] === 'string') {
      const requestId = plainString(body['correlation_id']);
      return failure(body['error'], body['error_description'], requestId);
    }
    const token = plainString(body['access_token']);
    const lifetime = Number(body['expires_in']);
    if (token === undefined || !(lifetime > 0)) return undefined;
    return { token, lifetimeMs: lifetime * 1000 };
  },
};
