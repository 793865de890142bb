/** Clouds of the product over the simulator: sources with every part of the world in hand. */
import { setImmediate as settle } from 'node:timers/promises';
import {
  defaultAccounts,
  handle,
  VOCABULARY,
  type Account,
  type CloudId,
  type Vocabulary,
  type World,
} from '@cloudimages/simulator';
import type { CloudContext } from '../../provider/clouds/definition/cloud-context';
import type { CloudDefinition } from '../../provider/clouds/definition/cloud-definition';
import { cloudSource } from '../../provider/clouds/definition/cloud-source';
import { createSessions } from '../../provider/clouds/definition/session';
import {
  bearerCredential,
  keyCredential,
  secretsOf,
  type Credential,
} from '../../provider/credentials/credential';
import { abortError } from '../../provider/errors/abort-error';
import type { ImageSource } from '../../provider/source/source';
import type { Clock } from '../../provider/transport/clock';
import { parseEndpoint } from '../../provider/transport/endpoint';
import type { HttpClient, HttpRequest, HttpResponse } from '../../provider/transport/http-client';
import { silentLogger, type LogEvent, type Logger } from '../../provider/transport/log';
import { createRedactor } from '../../provider/transport/redact';
import { createThrottle } from '../../provider/transport/throttle';

/** A clock whose waits are over at once, though time goes on by them. */
export interface HastyClock extends Clock {
  /** Every wait that was asked for. Milliseconds. */
  readonly waits: readonly number[];
}

/** @param onWait - told of each wait as it begins */
export function hastyClock(onWait: () => void = () => undefined): HastyClock {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    async sleep(ms, signal) {
      if (signal.aborted) throw abortError(signal);
      waits.push(ms);
      now += ms;
      onWait();
      await settle();
      if (signal.aborted) throw abortError(signal);
    },
  };
}

/** Numbers like chance's, the same in every run, none twice: they make nonces too. */
export function steadyChance(): () => number {
  let last = 0;
  return () => (last = (last + 0.618_033_988_749_895) % 1);
}

/** A logger that keeps what it is told. */
export function keepingLogger(): Logger & { readonly events: readonly LogEvent[] } {
  const events: LogEvent[] = [];
  return { events, debug: (event) => events.push(event) };
}

/** The simulated API without any network: fast enough for thousands of listings. */
export function httpInProcess(world: World, cloud: CloudId): HttpClient {
  return {
    async send(request, { signal }) {
      if (signal.aborted) throw abortError(signal);
      const url = new URL(request.url);
      const { status, headers, body } = handle(world, cloud, {
        method: request.method,
        path: url.pathname,
        query: url.search.slice(1),
        headers: { ...request.headers, host: request.headers['host'] ?? url.host },
        body: request.body ?? '',
      });
      return { status, headers, text: body };
    },
    warmUp: () => undefined,
    close: async () => undefined,
  };
}

/** A client that has something done before each request, or to each answer. */
export function httpThrough(
  http: HttpClient,
  on: {
    readonly request?: (request: HttpRequest) => HttpRequest | Promise<HttpRequest>;
    readonly response?: (response: HttpResponse) => HttpResponse;
  },
): HttpClient {
  return {
    ...http,
    async send(request, options) {
      const changed = (await on.request?.(request)) ?? request;
      const response = await http.send(changed, options);
      return on.response?.(response) ?? response;
    },
  };
}

/** What a source is put together from; only the client must be given. */
export interface Parts extends Partial<Omit<CloudContext, 'sessions' | 'endpoint'>> {
  readonly http: HttpClient;
  /** Undefined: the cloud's own. */
  readonly endpoint: string | undefined;
  readonly credential: Credential;
}

/** A cloud's source with its surroundings in hand. Texts of the service are redacted as in the engine. */
export function sourceOf(
  definition: CloudDefinition,
  { endpoint, credential, ...parts }: Parts,
): ImageSource {
  const clock = parts.clock ?? hastyClock();
  const throttle = createThrottle(definition.rateLimit, clock);
  const { accountId }: Vocabulary = VOCABULARY[definition.id];
  const secrets = [...secretsOf(credential)];
  const context = {
    logger: silentLogger,
    redact: (text: string) => createRedactor(secrets)(text),
    throttle: () => throttle,
    timeoutMs: 120_000,
    now: () => new Date(),
    clock,
    random: steadyChance(),
    ...parts,
    endpoint: endpoint === undefined ? undefined : parseEndpoint(endpoint, 'the test'),
    credential: async () => ({
      credential,
      source: 'the test',
      ...(accountId === undefined ? {} : { accountId }),
    }),
    keepSecret: (secret: string) => void secrets.push(secret),
  };
  return cloudSource(definition, { ...context, sessions: createSessions(definition, context) });
}

/** The simulator's accounts at a cloud that may list images. */
export function accountsOf(cloud: CloudId): readonly Account[] {
  return defaultAccounts().filter(
    (account) => account.cloud === cloud && account.allowed !== false,
  );
}

/** Everything with which one may list images: keys, temporary keys, tokens. */
export function workingCredentials(cloud: CloudId): readonly Credential[] {
  return accountsOf(cloud).flatMap(({ keyId, secret, token, details, bearerToken }) => [
    ...(secret === '' ? [] : [keyCredential({ id: keyId, secret, token, details })]),
    ...(bearerToken === undefined ? [] : [bearerCredential(bearerToken, details)]),
  ]);
}

/** The first of them. */
export function workingCredential(cloud: CloudId): Credential {
  const [credential] = workingCredentials(cloud);
  if (credential === undefined) throw new Error(`the simulator has no account at ${cloud}`);
  return credential;
}
