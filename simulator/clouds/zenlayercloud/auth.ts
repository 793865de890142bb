/** Authentication of requests to ZEC: a ZC2 signature or an API token. */
import type { Account } from '../../account';
import { sameSignature } from '../../signatures/digest';
import { zc2Signature } from '../../signatures/zenlayer-zc2';
import { signedHosts, WireError, type SimulatorRequest } from '../../wire';

/** How far x-zc-timestamp may be from the service's clock; not documented, taken to be as at Tencent. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

const AUTHORIZATION =
  /^ZC2-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** Throws the vendor's error unless the request is correctly signed by an account that may list images. */
export function authenticateZc2({
  accounts,
  request,
  now,
}: {
  readonly accounts: readonly Account[];
  readonly request: SimulatorRequest;
  readonly now: number;
}): void {
  const authorization = request.headers['authorization'] ?? '';
  const account = authorization.startsWith('Bearer ')
    ? byToken(accounts, authorization.slice('Bearer '.length))
    : bySignature(accounts, request, now);
  if (account.allowed === false) {
    throw new WireError(
      'AUTHFAILURE_UNAUTHORIZED_OPERATION',
      'The operation is not permitted.',
      403,
    );
  }
}

function byToken(accounts: readonly Account[], token: string): Account {
  const account = accounts.find(
    ({ bearerToken }) => bearerToken !== undefined && sameSignature(bearerToken, token),
  );
  if (!account) throw new WireError('AUTHFAILURE_TOKEN_FAILURE', 'The token is not valid.', 401);
  return account;
}

function bySignature(
  accounts: readonly Account[],
  request: SimulatorRequest,
  now: number,
): Account {
  const { headers } = request;
  const [, keyId = '', names = '', signature = ''] =
    AUTHORIZATION.exec(headers['authorization'] ?? '') ?? [];
  if (signature === '' || headers['x-zc-signature-method'] !== 'ZC2-HMAC-SHA256') {
    throw new WireError(
      'AUTHFAILURE_INVALID_AUTHORIZATION',
      'The Authorization or x-zc-signature-method header is not valid.',
      401,
    );
  }
  const account = accounts.find((candidate) => candidate.keyId === keyId);
  if (!account) {
    throw new WireError('AUTHFAILURE_ACCESS_KEY_NOT_FOUND', 'The access key does not exist.', 401);
  }
  const timestamp = headers['x-zc-timestamp'] ?? '';
  const isLate = Math.abs(Number(timestamp) * 1000 - now) > CLOCK_TOLERANCE_MS;
  if (!/^\d+$/.test(timestamp) || isLate) {
    throw new WireError('AUTHFAILURE_SIGNATURE_EXPIRE', 'The timestamp has expired.', 401);
  }
  const signed = names.split(';');
  const right =
    signed.includes('content-type') &&
    signed.includes('host') &&
    signedHosts(headers).some((host) =>
      sameSignature(
        signature,
        zc2Signature(account.secret, {
          method: request.method,
          headers: signed.map((name) => [name, name === 'host' ? host : (headers[name] ?? '')]),
          body: request.body,
          timestamp,
        }),
      ),
    );
  if (!right) {
    throw new WireError('AUTHFAILURE_SIGNATURE_FAILURE', 'The signature is not correct.', 401);
  }
  return account;
}
