/** What a cloud needs of the world around it. */
import type { ResolvedCredential } from '../../credentials/chain';
import type { Clock } from '../../transport/clock';
import type { Endpoint } from '../../transport/endpoint';
import type { HttpClient } from '../../transport/http-client';
import type { Logger } from '../../transport/log';
import type { Throttle } from '../../transport/throttle';

/** What calls are made with. */
export interface Session extends ResolvedCredential {
  /** Distinguishes accounts without naming them; stays the same when a token is renewed. */
  readonly account: string;
  /** Base URLs by region, where signing in brought them. */
  readonly endpoints?: Readonly<Record<string, string>>;
  /** The account as `ownerId` has it, where the credential or signing in names it. */
  readonly accountId?: string;
}

/** Whose images are listed. */
export interface Account {
  /** Distinguishes accounts without naming them. */
  readonly account: string;
  /** The same for every process that lists as this account; undefined with temporary keys of unknown origin. */
  readonly identity?: string | undefined;
}

/** The sessions of one account. */
export interface Sessions {
  /** The account, found without a request. */
  identify(signal: AbortSignal): Promise<Account>;
  /** The present one. Callers at the same time share one sign-in. */
  get(signal: AbortSignal): Promise<Session>;
  /** Makes the next `get` sign in again, if this session is the present one and can be renewed. */
  drop(session: Session): boolean;
}

/** What a cloud needs of the world. `compose.ts` puts it together. */
export interface CloudContext {
  readonly http: HttpClient;
  readonly logger: Logger;
  /** Removes the secrets from text that a service sent. */
  readonly redact: (text: string) => string;
  /** Who calls. */
  readonly sessions: Sessions;
  /** In place of the cloud's own endpoints. */
  readonly endpoint?: Endpoint | undefined;
  /** The configuration's name for the account, where the credential does not tell. */
  readonly accountLabel?: string | undefined;
  /** Which of the cloud's separate sites, where the configuration says. */
  readonly site?: string | undefined;
  /** The throttle of an account in a region. */
  readonly throttle: (key: string) => Throttle;
  /** The longest that one listing may take. Milliseconds. */
  readonly timeoutMs: number;
  /** The most images that one list may have. Default 100,000. */
  readonly maxImages?: number | undefined;
  readonly now: () => Date;
  /** Waits between tries. */
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly random: () => number;
}
