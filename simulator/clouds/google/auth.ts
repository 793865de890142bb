/** Authentication: an access token, or a token that a service account has signed for itself. */
import { createPublicKey, verify } from 'node:crypto';
import type { Account } from '../../account';
import { bearerOf } from '../../tokens';
import { parseJsonObject, WireError, type SimulatorRequest } from '../../wire';
import type { World } from '../../world';
import { GOOGLE } from './vocabulary';

const AUDIENCE = 'https://compute.googleapis.com/';

/** The longest lifetime of a self-signed token, and how far clocks may differ. Seconds. */
const LONGEST_LIFETIME = 3600;
const CLOCK_TOLERANCE = 300;

/** Who calls; throws the vendor's error for anyone who may not. */
export function authenticateGoogle(
  world: World,
  { headers }: SimulatorRequest,
  project: string,
  now: number,
): void {
  const token = bearerOf(headers);
  if (token === undefined) {
    throw new WireError(
      'required',
      'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
      401,
    );
  }
  const account = world.tokens.accountOf('google', token, now) ?? signer(world, token, now);
  if (!account) throw wrongToken();
  if (account.allowed === false) throw forbidden(project);
}

/** The service account of a self-signed token: an account whose secret is an RSA key in PEM form. */
function signer(world: World, token: string, now: number): Account | undefined {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const header = parseJsonObject(Buffer.from(head, 'base64url').toString());
  const claims = parseJsonObject(Buffer.from(body, 'base64url').toString());
  if (rest.length > 0 || header?.['alg'] !== 'RS256' || claims === undefined) return undefined;
  const { iss, sub, aud } = claims;
  const issued = Number(claims['iat']);
  const ends = Number(claims['exp']);
  const seconds = now / 1000;
  const isInTime =
    issued <= seconds + CLOCK_TOLERANCE && ends > seconds && ends - issued <= LONGEST_LIFETIME;
  if (iss !== sub || aud !== AUDIENCE || !isInTime) return undefined;
  const account = world.accounts('google').find(({ keyId }) => keyId === iss);
  if (account === undefined || !account.secret.includes('PRIVATE KEY')) return undefined;
  const isRight = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    createPublicKey(account.secret),
    Buffer.from(signature, 'base64url'),
  );
  return isRight ? account : undefined;
}

export function wrongToken(): WireError {
  return new WireError(
    GOOGLE.codes.wrongToken,
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    401,
  );
}

export function forbidden(project: string): WireError {
  return new WireError(
    GOOGLE.codes.forbidden,
    `Required 'compute.images.list' permission for 'projects/${project}'`,
    403,
  );
}
