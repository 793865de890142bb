/** The texts of errors, for people. One row per code; every front renders these. */

import { isImageError, placeOf, type ErrorCode, type ErrorFacts } from './image-error';
import { printPath } from './print-path';

/** An error as people read it. */
export interface ErrorDescription {
  readonly code: ErrorCode;
  /** Always the same for a code: a title, without anything of the user's. */
  readonly summary: string;
  /** Where and why, and what the service said. Several lines. */
  readonly detail: string;
  /** What to do. Commands stand on lines of their own, indented. */
  readonly hint?: string;
}

interface Row {
  readonly summary: string;
  /** What to do where the place that failed gave no hint of its own. */
  readonly hint?: string;
}

const ROWS = {
  'invalid-query': { summary: 'Invalid image query' },
  'invalid-configuration': { summary: 'Invalid configuration' },
  'unsupported-filter': {
    summary: 'Condition not supported by this cloud',
    hint: 'Leave the condition out, or ask this cloud in a query of its own.',
  },
  'no-match': {
    summary: 'No image matches',
    hint: 'Loosen the condition that removed the last images, or set `optional` where none is fine.',
  },
  'ambiguous-match': {
    summary: 'More than one image matches',
    hint: 'Narrow the query, or set `mostRecent` to take the newest.',
  },
  unauthenticated: {
    summary: 'Credentials missing or refused',
    hint: 'Check that the key exists, is active, and belongs to this cloud and site, and that its secret is complete.',
  },
  forbidden: {
    summary: 'Access denied',
    hint: 'Allow the account to list images.',
  },
  throttled: {
    summary: 'Too many requests',
    hint: 'The account has used up its calls for now. Try again in a minute, or let fewer programs ask at once.',
  },
  unavailable: {
    summary: 'Cloud not reachable',
    hint: 'Try again later. Check the network, the proxy settings and the endpoint.',
  },
  timeout: {
    summary: 'Time is over',
    hint: 'Try again, ask fewer targets at once, or raise `timeoutSeconds` in the configuration.',
  },
  cancelled: { summary: 'Cancelled' },
  'bad-request': {
    summary: 'Request refused by the cloud',
    hint: 'Check the region, and the parameters under `native`.',
  },
  'bad-response': {
    summary: 'Unusable answer from the cloud',
    hint: 'Try again. Check that no proxy answers in place of the cloud, and that the endpoint is right.',
  },
  internal: {
    summary: 'Mistake in cloudimages',
    hint: 'Please report this, with the text above.',
  },
} as const satisfies Readonly<Record<ErrorCode, Row>>;

/** The text of any thrown thing. What is no error of ours counts as `internal`. */
export function describeError(error: unknown): ErrorDescription {
  if (!isImageError(error)) {
    return { code: 'internal', ...ROWS.internal, detail: `Unexpected: ${String(error)}` };
  }
  const { code, facts, reason } = error;
  const row: Row = ROWS[code];
  const hint = facts.hint ?? row.hint;
  return {
    code,
    summary: row.summary,
    detail: detailOf(reason, facts),
    ...(hint === undefined || hint === '' ? {} : { hint }),
  };
}

/** Plain text: summary and detail, then what to do. For the command line and Pulumi. */
export function renderError(error: unknown): string {
  const { summary, detail, hint } = describeError(error);
  const text = `${summary}: ${detail}`;
  return hint === undefined ? text : `${text}\n\n${hint}`;
}

function detailOf(reason: string, facts: ErrorFacts): string {
  const place = facts.cloud === undefined ? '' : `${placeOf(facts)}: `;
  const issues = (facts.issues ?? [])
    // Some reasons list the mistakes themselves.
    .filter(({ message }) => !reason.includes(message))
    .map(({ path, message }) => `  ${printPath(path)}: ${message}`);
  const call = factsOfCall(facts);
  return [`${place}${reason}`, ...issues, ...(call === '' ? [] : [`(${call})`])].join('\n');
}

/** `DescribeImages, HTTP 404, request id 0A1B, 5 tries`. */
function factsOfCall(facts: ErrorFacts): string {
  const { operation, httpStatus, requestId, attempts } = facts;
  return [
    operation,
    httpStatus === undefined ? undefined : `HTTP ${httpStatus}`,
    facts.vendorCode === undefined ? undefined : `code ${facts.vendorCode}`,
    requestId === undefined ? undefined : `request id ${requestId}`,
    attempts === undefined || attempts < 2 ? undefined : `${attempts} tries`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
