/** Authentication of requests to API v2, checked as the vendor's documentation of its signature says. */
import { sameSignature } from '../../signatures/digest';
import { querySignature } from '../../signatures/tencent-query';
import { signedHosts } from '../../wire';
import type { World } from '../../world';
import { GatewayError, type QcloudCall } from './call';

/** A Nonce may not come again, and a Timestamp may not be further off, within this time. The pages say 5 minutes in one place and 2 hours in another. */
const REPLAY_WINDOW_MS = 5 * 60_000;

/** Throws the gateway's error unless the request is correctly signed by an account that may list images. */
export function authenticateQuery(world: World, call: QcloudCall, now: number): void {
  const { all, request } = call;
  const need = (name: string): string => {
    const value = all.get(name);
    if (value === undefined || value === '') {
      throw new GatewayError(4000, `Parameter ${name} is missing.`);
    }
    return value;
  };
  const keyId = need('SecretId');
  const signature = need('Signature');
  const nonce = need('Nonce');
  const timestamp = need('Timestamp');
  const account = world.accounts('qcloud').find((candidate) => candidate.keyId === keyId);
  if (!account) throw new GatewayError(4104, 'The SecretId does not exist.');
  const algorithm = all.get('SignatureMethod') === 'HmacSHA256' ? 'HmacSHA256' : 'HmacSHA1';
  const right = signedHosts(request.headers).some((host) =>
    sameSignature(
      signature,
      querySignature(account.secret, {
        method: request.method,
        host,
        path: request.path,
        parameters: all,
        algorithm,
      }),
    ),
  );
  if (!right) throw new GatewayError(4100, 'Signature authentication failed.');
  if (!/^\d+$/.test(nonce)) {
    throw new GatewayError(4000, 'Nonce must be a positive integer.');
  }
  const isLate = Math.abs(Number(timestamp) * 1000 - now) > REPLAY_WINDOW_MS;
  const isOld = !/^\d+$/.test(timestamp) || isLate;
  if (isOld || !world.useNonce('qcloud', `${nonce} ${timestamp}`, REPLAY_WINDOW_MS)) {
    throw new GatewayError(4500, 'Nonce was used before or Timestamp is too old.');
  }
  if (all.get('Token') !== account.token) {
    throw new GatewayError(4105, 'The token is not valid.');
  }
  if (account.allowed === false) {
    throw new GatewayError(4101, 'The account may not call this API.');
  }
}
