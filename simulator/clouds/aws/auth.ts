/** Authentication of requests to EC2: a Signature Version 4 in the header. */
import { sameSignature } from '../../signatures/digest';
import { sigV4Signature } from '../../signatures/aws-sigv4';
import { signedHosts, WireError } from '../../wire';
import type { World } from '../../world';
import type { AwsCall } from './call';

/** How far a request's time may be from the service's. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Throws the vendor's error unless the request is correctly signed by an account that may list images. */
export function authenticateAws(world: World, call: AwsCall, now: number): void {
  const { request, claim } = call;
  const { headers } = request;
  if (headers['authorization'] === undefined) {
    throw new WireError(
      'MissingAuthenticationToken',
      'Request is missing Authentication Token',
      403,
    );
  }
  const time = headers['x-amz-date'] ?? '';
  if (claim === undefined || !/^\d{8}T\d{6}Z$/.test(time)) throw incomplete();
  const mustBeSigned = Object.keys(headers).filter(
    (name) => name === 'host' || name.startsWith('x-amz-'),
  );
  if (mustBeSigned.some((name) => !claim.signed.includes(name))) throw incomplete();
  if (claim.service !== 'ec2' || claim.date !== time.slice(0, 8)) throw notValid();
  const account = world.accounts('aws').find(({ keyId }) => keyId === claim.keyId);
  if (!account || !world.regions('aws').includes(claim.region)) throw notValid();
  if (Math.abs(timeOf(time) - now) > CLOCK_TOLERANCE_MS) {
    throw new WireError('RequestExpired', 'Request has expired.', 400);
  }
  const isRight = signedHosts(headers).some((host) =>
    sameSignature(
      claim.signature,
      sigV4Signature(account.secret, {
        ...claim,
        ...{ method: request.method, path: request.path, time, body: request.body },
        query: canonicalQuery(request.query),
        headers: claim.signed.map((name) => [name, name === 'host' ? host : (headers[name] ?? '')]),
      }),
    ),
  );
  if (!isRight || account.token !== headers['x-amz-security-token']) throw notValid();
  if (account.allowed === false) throw forbidden();
}

/** Sorted, since clients may send parameters in any order. */
function canonicalQuery(query: string): string {
  return query === '' ? '' : query.split('&').toSorted().join('&');
}

function timeOf(time: string): number {
  return Date.parse(time.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
}

function incomplete(): WireError {
  return new WireError(
    'IncompleteSignature',
    'The request signature does not conform to AWS standards.',
    400,
  );
}

export function notValid(): WireError {
  return new WireError(
    'AuthFailure',
    'AWS was not able to validate the provided access credentials',
    401,
  );
}

export function forbidden(): WireError {
  return new WireError(
    'UnauthorizedOperation',
    'You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/simulator is not authorized to perform: ec2:DescribeImages because no identity-based policy allows the ec2:DescribeImages action',
    403,
  );
}
