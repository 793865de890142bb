/** One request to a cloud's API: signed, sent, read, and its failure in our words. */
import { ImageError, type ErrorFacts } from '../../errors/image-error';
import type { Target } from '../../image/target';
import { endpointProblem, parseEndpoint } from '../../transport/endpoint';
import type { JsonContext } from '../../transport/json';
import { parseRetryAfter } from '../../transport/retry';
import type {
  ApiOperation,
  ListParameters,
  Page,
  ReadPage,
  ServiceEndpoint,
} from './api-operation';
import type { CloudDefinition } from './cloud-definition';
import {
  byStatus,
  failureError,
  isWholeAnswer,
  meaningOf,
  type FailureMeaning,
  type VendorFailure,
} from './failures';
import { nonceFrom } from './nonce';
import { own } from './own';
import { keepBody, parseBody } from './page-body';
import { excerptError } from '../../errors/redact-error';
import type { CloudContext, Session } from './cloud-context';

/** What to request. */
export interface ApiCall {
  readonly target: Target;
  readonly list: ListParameters;
  /** Counted from 0. */
  readonly page: number;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
  /** Counted from 1. */
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** What came: a page or the vendor's failure, not yet judged. */
export interface ApiAnswer<T> {
  readonly answer: ReadPage<T> | VendorFailure;
  readonly facts: ErrorFacts;
  /** The server's clock, where it was reported. */
  readonly serverTime?: Date | undefined;
  /** Milliseconds from sending to the whole body. */
  readonly ms: number;
}

/**
 * Where a region's API is: the override, else what the API named, else the cloud's own.
 *
 * @throws ImageError `bad-response` where the API named an address that must not get credentials
 */
export function endpointOf(
  definition: CloudDefinition,
  context: Pick<CloudContext, 'endpoint' | 'site'>,
  region: string,
  named: string | undefined,
): ServiceEndpoint {
  const url = named ?? definition.endpoint(region, context.site);
  const { origin, host, pathname } = URL.canParse(url)
    ? new URL(url)
    : { origin: url, host: '', pathname: '' };
  // An answer of the API may name a URL with a path, which people may not.
  const basePath = pathname.replace(/\/+$/, '');
  if (context.endpoint !== undefined) {
    // What signing in there names at the same host is there too.
    return { ...context.endpoint, basePath: host === context.endpoint.host ? basePath : '' };
  }
  const problem = named === undefined ? undefined : endpointProblem(origin);
  if (problem !== undefined) {
    const reason = `the API names an endpoint for the region ${region} that ${problem}`;
    throw new ImageError('bad-response', reason, { cloud: definition.id, region });
  }
  return { ...parseEndpoint(origin, `the region ${region}`), basePath };
}

/**
 * One page.
 *
 * @throws ImageError by the cloud's table of failures; the absence of what the request names is an
 * empty page
 */
export async function fetchPage<T>(
  definition: CloudDefinition,
  context: CloudContext,
  operation: ApiOperation<T>,
  call: ApiCall,
): Promise<ReadPage<T>> {
  for (let renewed = false; ; renewed = true) {
    const session = await context.sessions.get(call.signal);
    const { answer, facts } = await callApi(definition, context, operation, call, session);
    if ('items' in answer) return answer;
    const meaning = meaningOf(definition.failures, answer.code, facts.httpStatus ?? 0);
    if (meaning === call.list.names) return { items: [], total: 0, body: { rows: () => [] } };
    // A token may end before its time. One that was just made is refused for another reason.
    if (meaning === 'unauthenticated' && !renewed && context.sessions.drop(session)) continue;
    throw refusal(operation, context, meaning, answer, facts);
  }
}

/** The error of what an API refused: without secrets, and with the permission that may be missing. */
export function refusal(
  operation: Pick<ApiOperation<unknown>, 'leastPrivilege'>,
  context: Pick<CloudContext, 'redact'>,
  meaning: FailureMeaning,
  failure: VendorFailure,
  facts: ErrorFacts,
): ImageError {
  const hint = `Allow ${operation.leastPrivilege.join(', ')} to the account that is used.`;
  const error = failureError(meaning, failure, {
    ...facts,
    ...(meaning === 'forbidden' ? { hint } : {}),
  });
  return excerptError(error, context.redact);
}

/** One request and its answer. @throws ImageError when no answer of this API came */
export async function callApi<T>(
  definition: CloudDefinition,
  context: CloudContext,
  operation: ApiOperation<T>,
  call: ApiCall,
  session: Session,
): Promise<ApiAnswer<T>> {
  const { target, list, page, attempt, signal } = call;
  const named = list.endpoint ?? own(session.endpoints, target.region);
  const endpoint = endpointOf(definition, context, target.region, named);
  const request = operation.request({
    ...list,
    region: target.region,
    page,
    cursor: call.cursor,
    pageSize: call.pageSize,
    endpoint,
    credential: session.credential,
    accountId: session.accountId,
    moment: { now: context.now(), nonce: nonceFrom(context.random) },
  });
  const place = {
    cloud: target.cloud,
    region: target.region,
    operation: list.operation ?? operation.operation,
  };
  if (new URL(request.url).origin !== endpoint.origin) {
    const reason = `the API leads to another host, ${new URL(request.url).host}, which gets no credentials`;
    throw new ImageError('bad-response', reason, place);
  }
  const startedMs = performance.now();
  const headers = { ...request.headers, 'accept-encoding': 'gzip' };
  const response = await context.http.send({ ...request, headers }, { signal });
  const ms = performance.now() - startedMs;
  const retryAfterMs = parseRetryAfter(response.headers['retry-after'], context.now());
  const facts: ErrorFacts = {
    ...place,
    httpStatus: response.status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const contentType = response.headers['content-type'];
  const answer = readAnswer(definition, operation, response.text, facts, {
    httpStatus: response.status,
    redact: context.redact,
    ...(contentType === undefined ? {} : { contentType }),
  });
  context.logger.debug({
    event: 'request',
    ...place,
    page: page + 1,
    attempt,
    status: response.status,
    ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
    ms: Math.round(ms),
  });
  const read =
    'items' in answer ? { ...answer, body: keepBody(operation, response.text, page) } : answer;
  return { answer: read, facts, serverTime: dateOf(response.headers['date']), ms };
}

/**
 * The status decides first: whatever the body looks like, an error, a redirect or a part is not a
 * page. The error page of a gateway is often not JSON; then the status says more than the parser.
 */
function readAnswer<T>(
  definition: CloudDefinition,
  operation: ApiOperation<T>,
  body: string,
  facts: ErrorFacts,
  context: JsonContext,
): Page<T> | VendorFailure {
  const status = facts.httpStatus ?? 0;
  const isWhole = isWholeAnswer(status);
  let answer: Page<T> | VendorFailure | undefined;
  try {
    answer = operation.read(parseBody(body, operation.format, context));
  } catch (error) {
    if (isWhole || !(error instanceof ImageError)) throw error;
    throw new ImageError(byStatus(status), `HTTP ${status}; ${error.reason}`, facts);
  }
  if (answer !== undefined && ('code' in answer || isWhole)) return answer;
  if (answer !== undefined) {
    const reason = `HTTP ${status}, with a body that looks like a list; it is not used`;
    throw new ImageError(byStatus(status), reason, facts);
  }
  throw new ImageError(
    isWhole ? 'bad-response' : byStatus(status),
    `the answer${isWhole ? '' : ` (HTTP ${status})`} is neither a list nor an error of ${definition.title}`,
    facts,
  );
}

function dateOf(header: string | undefined): Date | undefined {
  const ms = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(ms) ? undefined : new Date(ms);
}
