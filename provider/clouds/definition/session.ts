/** Who calls an API: a credential as found, or the token for which it was traded. */
import type { ResolvedCredential } from '../../credentials/chain';
import {
  accountFingerprint,
  accountIdentity,
  bearerCredential,
  type Credential,
} from '../../credentials/credential';
import { memoizeCredential } from '../../credentials/memoize-credential';
import { ImageError } from '../../errors/image-error';
import { readJson } from '../../transport/json';
import { withRetries } from '../../transport/retry';
import type { Account, CloudContext, Session, Sessions } from './cloud-context';
import type { CloudDefinition, SignIn, SignedIn } from './cloud-definition';
import { byStatus, failureError, isWholeAnswer, meaningOf, type VendorFailure } from './failures';
import { nonceFrom } from './nonce';

export type SignInContext = Omit<CloudContext, 'sessions' | 'throttle' | 'maxImages'> & {
  readonly credential: (signal: AbortSignal) => Promise<ResolvedCredential>;
  /** Told of tokens, which must not appear in any text. */
  readonly keepSecret: (secret: string) => void;
};

/** A token is renewed this long before it ends, so that it does not end on the way. */
const MARGIN_MS = 60_000;

/** The sessions that a cloud's calls are made with. */
export function createSessions(definition: CloudDefinition, context: SignInContext): Sessions {
  const { signIn } = definition;
  const open = async (signal: AbortSignal): Promise<Session> => {
    const found = await context.credential(signal);
    const { credential } = found;
    const account = accountFingerprint(credential, found.accountId);
    if (signIn === undefined || credential.kind === 'bearer') return { ...found, account };
    const { token, lifetimeMs, endpoints, accountId } = await withRetries(
      () => requestToken(definition, signIn, context, credential, signal),
      { ...context, signal, remainingMs: () => Infinity },
    );
    context.keepSecret(token);
    const usableMs = Math.max(lifetimeMs / 2, lifetimeMs - MARGIN_MS);
    return {
      credential: bearerCredential(token, credential.details),
      source: found.source,
      account,
      maxAgeMs: Math.min(usableMs, found.maxAgeMs ?? Infinity),
      ...(endpoints === undefined ? {} : { endpoints }),
      ...(accountId === undefined ? {} : { accountId }),
    };
  };
  const identify = async (signal: AbortSignal): Promise<Account> => {
    const { credential, principal, accountId } = await context.credential(signal);
    const label = context.accountLabel === undefined ? undefined : `label ${context.accountLabel}`;
    const identity = accountIdentity(credential, principal, accountId) ?? label;
    return { account: accountFingerprint(credential, accountId), identity };
  };
  // Without a sign-in the credential is already remembered by who finds it.
  if (signIn === undefined) return { identify, get: open, drop: () => false };

  const remember = () => memoizeCredential(open, () => context.now().getTime());
  let current = remember();
  let last: Session | undefined;
  return {
    identify,
    get: async (signal) => (last = await current(signal)),
    drop: (session) => {
      if (session !== last || session.credential.kind !== 'bearer') return session !== last;
      current = remember();
      last = undefined;
      return true;
    },
  };
}

async function requestToken(
  definition: CloudDefinition,
  signIn: SignIn,
  context: SignInContext,
  credential: Credential & { readonly kind: 'key' },
  signal: AbortSignal,
): Promise<SignedIn> {
  const { endpoint, site } = context;
  const now = context.now();
  const moment = { now, nonce: nonceFrom(context.random) };
  const request = signIn.request({ credential, endpoint, site, moment });
  const { status, headers, text } = await context.http.send(request, { signal });
  const facts = { cloud: definition.id, operation: signIn.operation, httpStatus: status };
  const answer = readSignIn();
  if (answer !== undefined && 'code' in answer) {
    throw failureError(meaningOf(definition.failures, answer.code, status), answer, facts);
  }
  if (answer !== undefined && isWholeAnswer(status)) return answer;
  throw new ImageError(
    isWholeAnswer(status) ? 'bad-response' : byStatus(status),
    `HTTP ${status}, and the answer to the sign-in has no token`,
    facts,
  );

  function readSignIn(): SignedIn | VendorFailure | undefined {
    try {
      const body = readJson(text, { httpStatus: status, redact: context.redact });
      return signIn.read(body, headers, now, credential);
    } catch (error) {
      if (isWholeAnswer(status)) throw error;
      return undefined;
    }
  }
}
