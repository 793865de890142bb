/** Authentication of requests to ECS: an ACS3 signature in headers, or an RPC signature of version 1.0 among the parameters. */
import type { Account } from '../../account';
import { acs3Signature } from '../../signatures/alibaba-acs3';
import { rpcSignature } from '../../signatures/alibaba-rpc';
import { sameSignature, sha256Hex } from '../../signatures/digest';
import { signedHosts, WireError } from '../../wire';
import type { World } from '../../world';
import { isAcs3, type AlicloudCall } from './call';

/** How far a request's time may be from the service's, and how long a nonce is remembered. */
const CLOCK_TOLERANCE_MS = 15 * 60_000;

const AUTHORIZATION =
  /^ACS3-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** What both kinds of signature come down to. */
interface Claim {
  readonly keyId: string;
  readonly time: string;
  readonly nonce: string;
  readonly token: string | undefined;
  readonly isRight: (secret: string) => boolean;
}

/** Throws the vendor's error unless the request is correctly signed by an account that may list images. */
export function authenticateAlicloud(world: World, call: AlicloudCall, now: number): void {
  const claim = isAcs3(call) ? acs3Claim(call) : rpcClaim(call);
  const account = world.accounts('alicloud').find(({ keyId }) => keyId === claim.keyId);
  if (!account) {
    throw new WireError('InvalidAccessKeyId.NotFound', 'Specified access key is not found.', 404);
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(claim.time)) {
    throw new WireError(
      'InvalidTimeStamp.Format',
      'Specified time stamp or date value is not well formatted.',
      400,
    );
  }
  if (Math.abs(Date.parse(claim.time) - now) > CLOCK_TOLERANCE_MS) {
    throw new WireError(
      'InvalidTimeStamp.Expired',
      'Specified time stamp or date value is expired.',
      400,
    );
  }
  if (!claim.isRight(account.secret)) {
    throw new WireError(
      'SignatureDoesNotMatch',
      'Specified signature is not matched with our calculation.',
      400,
    );
  }
  if (!world.useNonce('alicloud', claim.nonce, CLOCK_TOLERANCE_MS)) {
    throw new WireError('SignatureNonceUsed', 'Specified signature nonce was used already.', 400);
  }
  checkToken(account, claim.token);
  if (account.allowed === false) {
    throw new WireError('Forbidden.RAM', 'User not authorized to operate.', 403);
  }
}

function acs3Claim({ request, query }: AlicloudCall): Claim {
  const { headers } = request;
  const [, keyId = '', names = '', signature = ''] =
    AUTHORIZATION.exec(headers['authorization'] ?? '') ?? [];
  const signed = names.split(';');
  const unsigned = Object.keys(headers).find(
    (name) => (name.startsWith('x-acs-') || name === 'host') && !signed.includes(name),
  );
  const contentSha256 = headers['x-acs-content-sha256'] ?? '';
  const nonce = headers['x-acs-signature-nonce'] ?? '';
  if (signature === '' || unsigned !== undefined || nonce === '' || contentSha256 === '') {
    throw incomplete();
  }
  return {
    keyId,
    nonce,
    time: headers['x-acs-date'] ?? '',
    token: headers['x-acs-security-token'],
    isRight: (secret) =>
      contentSha256 === sha256Hex(request.body) &&
      signedHosts(headers).some((host) =>
        sameSignature(
          signature,
          acs3Signature(secret, {
            method: request.method,
            path: request.path,
            query,
            headers: signed.map((name) => [name, name === 'host' ? host : (headers[name] ?? '')]),
            contentSha256,
          }),
        ),
      ),
  };
}

function rpcClaim({ request, all }: AlicloudCall): Claim {
  const keyId = all.get('AccessKeyId') ?? '';
  const signature = all.get('Signature') ?? '';
  const nonce = all.get('SignatureNonce') ?? '';
  const isKnownKind =
    all.get('SignatureMethod') === 'HMAC-SHA1' && all.get('SignatureVersion') === '1.0';
  if (keyId === '' || signature === '' || nonce === '' || !isKnownKind) throw incomplete();
  return {
    keyId,
    nonce,
    time: all.get('Timestamp') ?? '',
    token: all.get('SecurityToken'),
    isRight: (secret) => sameSignature(signature, rpcSignature(secret, request.method, all)),
  };
}

function incomplete(): WireError {
  return new WireError(
    'IncompleteSignature',
    'The request signature does not conform to Aliyun standards.',
    400,
  );
}

function checkToken(account: Account, token: string | undefined): void {
  if (account.token !== undefined && token === undefined) {
    throw new WireError('MissingSecurityToken', 'SecurityToken is mandatory for this action.', 400);
  }
  if (account.token !== token) {
    throw new WireError(
      'InvalidSecurityToken.MismatchWithAccessKey',
      'Specified SecurityToken mismatch with the AccessKey.',
      400,
    );
  }
}
