/** One request to a cloud's API: signed, sent, read, and its failure told in our words. */
import type { ResolvedCredential } from '../../credentials/chain';
import { ImageError, type ErrorCode, type ErrorFacts } from '../../errors/image-error';
import type { Target } from '../../image/target';
import type { Clock } from '../../transport/clock';
import { parseEndpoint, type Endpoint } from '../../transport/endpoint';
import type { HttpClient } from '../../transport/http-client';
import { readJson, type JsonContext } from '../../transport/json';
import type { Logger } from '../../transport/log';
import { parseRetryAfter } from '../../transport/retry';
import type { Throttle } from '../../transport/throttle';
import type { CloudDefinition, Page, Parameters } from './cloud-definition';
import { byStatus, failureError, meaningOf, type VendorFailure } from './failures';

/** What a cloud needs of the world. `compose.ts` puts it together. */
export interface CloudContext {
  readonly http: HttpClient;
  readonly logger: Logger;
  /** Takes the secrets out of a text that a service sent. */
  readonly redact: (text: string) => string;
  /** Finds the credential: once, however many ask. */
  readonly credential: (signal: AbortSignal) => Promise<ResolvedCredential>;
  /** In place of the cloud's own endpoints. */
  readonly endpoint?: Endpoint | undefined;
  /** The throttle of an account in a region. */
  readonly throttle: (key: string) => Throttle;
  /** The longest that one listing may take. Milliseconds. */
  readonly timeoutMs: number;
  readonly now: () => Date;
  /** Waits between tries. */
  readonly clock: Clock;
  readonly random: () => number;
}

/** What to ask. */
export interface ApiCall {
  readonly target: Target;
  readonly parameters: Parameters;
  /** Counted from 0. */
  readonly page: number;
  readonly pageSize: number;
  /** Counted from 1. */
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** What came: a page or the vendor's failure, not yet judged. */
export interface ApiAnswer {
  readonly answer: Page | VendorFailure;
  readonly facts: ErrorFacts;
  /** The server's clock, where it told. */
  readonly serverTime?: Date | undefined;
  /** Milliseconds from sending to the whole body. */
  readonly ms: number;
}

/** A page that never came because the thing asked for does not exist. */
const NOTHING: Page = { items: [], total: 0 };

/** Where a region is asked: the override, else the cloud's own endpoint. */
export function endpointOf(
  definition: CloudDefinition,
  context: Pick<CloudContext, 'endpoint'>,
  region: string,
): Endpoint {
  return context.endpoint ?? parseEndpoint(definition.endpoint(region), `the region ${region}`);
}

/**
 * One page.
 *
 * @throws ImageError by the cloud's table of failures; an absence is an empty page
 */
export async function fetchPage(
  definition: CloudDefinition,
  context: CloudContext,
  call: ApiCall,
): Promise<Page> {
  const { answer, facts } = await callApi(definition, context, call);
  if ('items' in answer) return answer;
  const meaning = meaningOf(definition.failures, answer.code, facts.httpStatus ?? 0);
  if (meaning === 'absent') return NOTHING;
  throw refusal(definition, context, meaning, answer, facts);
}

/** The error of what an API refused: without secrets, and with the permission that may be missing. */
export function refusal(
  definition: CloudDefinition,
  context: Pick<CloudContext, 'redact'>,
  meaning: ErrorCode,
  failure: VendorFailure,
  facts: ErrorFacts,
): ImageError {
  const hint = `Allow ${definition.leastPrivilege.join(', ')} to the account that asks.`;
  return failureError(
    meaning,
    { ...failure, message: context.redact(failure.message) },
    { ...facts, ...(meaning === 'forbidden' ? { hint } : {}) },
  );
}

/** One request and what came of it. @throws ImageError when no answer of this API came */
export async function callApi(
  definition: CloudDefinition,
  context: CloudContext,
  call: ApiCall,
): Promise<ApiAnswer> {
  const { target, page, attempt, signal } = call;
  const { credential } = await context.credential(signal);
  const request = definition.request({
    region: target.region,
    parameters: call.parameters,
    page,
    pageSize: call.pageSize,
    endpoint: endpointOf(definition, context, target.region),
    credential,
    moment: { now: context.now(), nonce: nonceFrom(context.random) },
  });
  const startedMs = performance.now();
  const headers = { ...request.headers, 'accept-encoding': 'gzip' };
  const response = await context.http.send({ ...request, headers }, { signal });
  const ms = performance.now() - startedMs;
  const retryAfterMs = parseRetryAfter(response.headers['retry-after'], context.now());
  const facts: ErrorFacts = {
    ...target,
    operation: definition.operation,
    httpStatus: response.status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const contentType = response.headers['content-type'];
  const answer = readAnswer(definition, response.text, facts, {
    httpStatus: response.status,
    redact: context.redact,
    ...(contentType === undefined ? {} : { contentType }),
  });
  context.logger.debug({
    event: 'request',
    ...target,
    operation: definition.operation,
    page: page + 1,
    attempt,
    status: response.status,
    ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
    ms: Math.round(ms),
  });
  return { answer, facts, serverTime: dateOf(response.headers['date']), ms };
}

/** An error page of a gateway is not JSON: then the status tells more than the parser. */
function readAnswer(
  definition: CloudDefinition,
  body: string,
  facts: ErrorFacts,
  json: JsonContext,
): Page | VendorFailure {
  const status = facts.httpStatus ?? 0;
  try {
    const answer = definition.read(readJson(body, json), status);
    if (answer !== undefined) return answer;
  } catch (error) {
    if (status < 400 || !(error instanceof ImageError)) throw error;
    throw new ImageError(byStatus(status), `HTTP ${status}; ${error.reason}`, facts);
  }
  throw new ImageError(
    status >= 400 ? byStatus(status) : 'bad-response',
    `the answer is neither a list of images nor an error of ${definition.title}`,
    facts,
  );
}

/** Ten digits: unique enough within the minutes that services remember nonces. */
function nonceFrom(random: () => number): string {
  return String(Math.floor(random() * 8_999_999_999) + 1_000_000_000);
}

function dateOf(header: string | undefined): Date | undefined {
  const ms = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(ms) ? undefined : new Date(ms);
}
