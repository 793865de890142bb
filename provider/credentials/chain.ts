/** Finds credentials: asks one place after the other, and remembers why each had none. */

import { abortError } from '../errors/abort-error';
import { ImageError, isImageError } from '../errors/image-error';
import { withFacts } from '../errors/with-facts';
import type { HttpClient } from '../transport/http-client';
import type { Credential } from './credential';

/** The world as a link may see it. All of it is passed in; no link looks elsewhere. */
export interface CredentialContext {
  /** For errors: `alicloud`. */
  readonly cloud: string;
  /** What the configuration gives. */
  readonly explicit?: ExplicitCredential;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeDirectory: string;
  readonly now: () => Date;
  /** For services that issue temporary keys. */
  readonly http: Pick<HttpClient, 'send'>;
  /** Reads a UTF-8 file; rejects with Node's error, whose code says that a file is missing. */
  readFile(path: string): Promise<string>;
  /**
   * The profile the configuration names. It takes precedence over the keys of the
   * environment. Without it each profile link has a variable and a default of its own.
   */
  readonly profile?: string;
  /** Which of the cloud's separate sites the configuration names. */
  readonly site?: string;
  readonly signal: AbortSignal;
}

/** A key pair, or a bearer token. Anything in between is invalid. */
export interface ExplicitCredential {
  readonly id?: string;
  readonly secret?: string;
  /** The token of temporary keys. */
  readonly token?: string;
  readonly bearerToken?: string;
  /** What a cloud has besides these four, by the names of its own tools. May hold secrets. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** What a link answers: a credential, or why there is none here. */
export type Finding =
  | {
      readonly credential: Credential;
      /** Where exactly, for people: `environment ALIBABA_CLOUD_ACCESS_KEY_ID`. No secret. */
      readonly source: string;
      /** How long it may be kept before it is asked for again. Milliseconds. Absent: forever. */
      readonly maxAgeMs?: number;
      /** Who the keys belong to, where they change with every run: the ARN of a role. */
      readonly principal?: string;
      /** The account whose images are one's own, where requests name it: a project. */
      readonly accountId?: string;
    }
  | { readonly reason: string };

/**
 * One place credentials may come from.
 *
 * "Nothing here" is a reason, and the next link is asked. Something broken, such as an id without
 * its secret or a file that is not JSON, is thrown as `invalid-configuration` and ends the chain:
 * going on would use an account nobody meant.
 */
export interface CredentialLink {
  /** What it looks at: `environment`, `profile`. */
  readonly name: string;
  /** How to give credentials here. One line, or commands on lines of their own, indented. */
  readonly remedy?: string;
  find(context: CredentialContext): Promise<Finding>;
}

/** A credential and where it came from. */
export interface ResolvedCredential {
  readonly credential: Credential;
  /** For people, without any secret. @example 'environment TENCENTCLOUD_SECRET_ID' */
  readonly source: string;
  /** How long it may be kept before it is asked for again. Milliseconds. Absent: forever. */
  readonly maxAgeMs?: number;
  /** Who the keys belong to, where they change with every run: the ARN of a role. */
  readonly principal?: string;
  /** The account whose images are one's own, where requests name it: a project. */
  readonly accountId?: string;
}

/** The first credential of a chain; `unauthenticated` with every link's reason where there is none. */
export async function resolveCredential(
  chain: readonly CredentialLink[],
  context: CredentialContext,
): Promise<ResolvedCredential> {
  const { cloud, signal } = context;
  const reasons: string[] = [];
  for (const link of chain) {
    if (signal.aborted) throw abortError(signal);
    const finding = await ask(link, context);
    if ('credential' in finding) return finding;
    reasons.push(`${link.name}: ${finding.reason}`);
  }
  const remedies = chain.flatMap(({ remedy }) => (remedy === undefined ? [] : [remedy]));
  throw new ImageError('unauthenticated', `no credentials were found (${reasons.join('; ')})`, {
    cloud,
    hint: remedies.join('\nOr: '),
  });
}

async function ask(link: CredentialLink, context: CredentialContext): Promise<Finding> {
  const { cloud } = context;
  try {
    return await link.find(context);
  } catch (error) {
    if (isImageError(error)) throw withFacts(error, { cloud });
    // Its text may quote the file or the answer it stumbled over.
    const kind = error instanceof Error ? error.name : typeof error;
    throw new ImageError('internal', `looking for credentials (${link.name}) failed: ${kind}`, {
      cloud,
    });
  }
}
