/** Authentication of requests to CVM API 3.0, checked as the vendor's documentation of signature v3 says. */
import type { Account } from '../../account';
import { sameSignature } from '../../signatures/digest';
import { tc3Signature } from '../../signatures/tencent-tc3';
import { signedHosts, WireError, type SimulatorRequest } from '../../wire';

/** How far X-TC-Timestamp may be from the service's clock. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/([^/]+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** Throws the vendor's error unless the request is correctly signed by an account that may list images. */
export function authenticateTc3({
  accounts,
  request,
  now,
  service: expected,
}: {
  readonly accounts: readonly Account[];
  readonly request: SimulatorRequest;
  readonly now: number;
  /** The service in the credential scope: "cvm", or "cbs" for snapshots. */
  readonly service: string;
}): void {
  const { headers } = request;
  const [, keyId = '', date = '', service = '', names = '', signature = ''] =
    AUTHORIZATION.exec(headers['authorization'] ?? '') ?? [];
  if (signature === '') {
    throw new WireError(
      'AuthFailure.InvalidAuthorization',
      'Authorization in the request header is invalid.',
    );
  }
  const account = accounts.find((candidate) => candidate.keyId === keyId);
  if (!account) {
    throw new WireError(
      'AuthFailure.SecretIdNotFound',
      'The SecretId is not found, please ensure that your SecretId is correct.',
    );
  }
  const timestamp = headers['x-tc-timestamp'] ?? '';
  const sentAt = Number(timestamp) * 1000;
  if (!/^\d+$/.test(timestamp) || Math.abs(sentAt - now) > CLOCK_TOLERANCE_MS) {
    throw new WireError(
      'AuthFailure.SignatureExpire',
      `The timestamp ${timestamp} is not within 5 minutes of the server time ${Math.floor(now / 1000)}.`,
    );
  }
  const signed = names.split(';');
  const right =
    signed.includes('content-type') &&
    signed.includes('host') &&
    date === new Date(sentAt).toISOString().slice(0, 10) &&
    isService(service, expected, headers['host'] ?? '') &&
    signedHosts(headers).some((host) =>
      sameSignature(
        signature,
        tc3Signature(account.secret, {
          method: request.method,
          path: request.path,
          query: request.query,
          headers: signed.map((name) => [name, name === 'host' ? host : (headers[name] ?? '')]),
          body: request.body,
          timestamp,
          date,
          service,
        }),
      ),
    );
  if (!right) {
    throw new WireError(
      'AuthFailure.SignatureFailure',
      'The provided credentials could not be validated. Please check your signature is correct.',
    );
  }
  checkToken(account, headers['x-tc-token']);
  if (account.allowed === false) {
    throw new WireError(
      'UnauthorizedOperation',
      'You are not authorized to perform operation (cvm:DescribeImages).',
    );
  }
}

/** The official SDK takes the service from the endpoint's first label, so a loopback address gives "127". */
function isService(service: string, expected: string, host: string): boolean {
  return service === expected || service === host.split('.')[0];
}

function checkToken(account: Account, token: string | undefined): void {
  if (token !== account.token) {
    throw new WireError('AuthFailure.TokenFailure', 'Invalid token.');
  }
}
