/** Tokens of Microsoft Entra, and who may list. */
import type { Account } from '../../account';
import { bearerOf } from '../../tokens';
import { parseForm, WireError, type Json } from '../../wire';
import type { World } from '../../world';
import { TOKEN, type AzurermCall } from './call';
import { AZURERM } from './vocabulary';

/** As long as real ones. Seconds. */
const LIFETIME_S = 3599;

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export function unauthenticated(): WireError {
  return new WireError(AZURERM.codes.wrongToken, 'The access token is invalid.', 401);
}

export function forbidden(): WireError {
  return new WireError(
    AZURERM.codes.forbidden,
    "The client does not have authorization to perform action 'Microsoft.Compute/images/read' over the scope, or the scope is invalid.",
    403,
  );
}

/** The token endpoint checks the client itself. */
export function authenticate(
  world: World,
  { action, request, parts }: AzurermCall,
  now: number,
): void {
  if (action === TOKEN) return;
  const token = bearerOf(request.headers) ?? '';
  const account = world.tokens.accountOf('azurerm', token, now);
  if (!account) throw unauthenticated();
  if (account.allowed === false) throw forbidden();
  const { subscription } = parts;
  if (subscription !== undefined && subscription !== account.details?.['subscription']) {
    throw new WireError(
      'SubscriptionNotFound',
      `The subscription '${subscription}' could not be found.`,
      404,
    );
  }
}

/** A token for a client, by its secret or by a token of another issuer. */
export function issueToken(world: World, { request, path }: AzurermCall): Json {
  const form = parseForm(request.body);
  const get = (name: string) => form.get(name) ?? '';
  const tenant = decodeURIComponent(path.split('/')[1] ?? '');
  const account = world.accounts('azurerm').find(({ keyId }) => keyId === get('client_id'));
  if (request.method !== 'POST' || get('grant_type') !== 'client_credentials') {
    throw new WireError('unsupported_grant_type', 'AADSTS70003: The grant type is not supported.');
  }
  if (!/^https:\/\/management\.[a-z.]+\/\.default$/.test(get('scope'))) {
    throw new WireError('invalid_scope', 'AADSTS70011: The provided value for scope is not valid.');
  }
  if (account?.details?.['tenant'] !== tenant) {
    const message = `AADSTS700016: Application with identifier '${get('client_id').slice(0, 60)}' was not found in the directory.`;
    throw new WireError('unauthorized_client', message, 400);
  }
  if (!isProven(account, get)) {
    const message = 'AADSTS7000215: Invalid client secret provided.';
    throw new WireError('invalid_client', message, 401);
  }
  const access = world.tokens.issue(account, world.now() + LIFETIME_S * 1000);
  return {
    token_type: 'Bearer',
    expires_in: LIFETIME_S,
    ext_expires_in: LIFETIME_S,
    access_token: access,
  };
}

function isProven({ secret }: Account, get: (name: string) => string): boolean {
  if (get('client_assertion_type') === ASSERTION) return get('client_assertion') === secret;
  return get('client_secret') === secret;
}
