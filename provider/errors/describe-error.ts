/** Error messages for people. One row per code; every front end renders these. */

import { isImageError, placeOf, type ErrorCode, type ErrorFacts } from './image-error';
import { printIssues } from './print-path';
import { printable } from './printable';

/** An error as people read it. */
export interface ErrorDescription {
  readonly code: ErrorCode;
  /** A title, always the same for a code. Contains no user data. */
  readonly summary: string;
  /** Where and why, and what the service answered. Several lines. */
  readonly detail: string;
  /** What to do. Commands are on lines of their own, indented. */
  readonly hint?: string;
}

interface Row {
  readonly summary: string;
  /** What to do, unless the error has a hint of its own. */
  readonly hint?: string;
}

const ROWS = {
  'invalid-query': { summary: 'Invalid image query' },
  'invalid-configuration': { summary: 'Invalid configuration' },
  'unsupported-filter': {
    summary: 'Filter not supported by this cloud',
    hint: 'Omit the filter, or query this cloud separately.',
  },
  'no-match': {
    summary: 'No image matches',
    hint: 'Loosen the filter that removed the last images, or set `optional` if no match is acceptable.',
  },
  'ambiguous-match': {
    summary: 'More than one image matches',
    hint: 'Narrow the query, or set `mostRecent` to choose the newest image.',
  },
  'not-locked': { summary: 'Not in the lock file' },
  'invalid-lock': {
    summary: 'Invalid lock file',
    hint: 'Restore the file from version control, or run `cloudimages lock --update`.',
  },
  'denied-image': {
    summary: 'Image denied by a policy',
    hint: 'Run `cloudimages lock --update`, or name the id in CLOUDIMAGES_ALLOW_DENIED to use it all the same.',
  },
  unauthenticated: {
    summary: 'Credentials missing or rejected',
    hint: 'Check that the access key exists, is active and belongs to this cloud and site, and that its secret is complete.',
  },
  forbidden: {
    summary: 'Access denied',
    hint: 'Grant the account the permission to list images.',
  },
  throttled: {
    summary: 'Too many requests',
    hint: 'The account has reached its request limit. Try again in a minute, or run fewer programs at once.',
  },
  unavailable: {
    summary: 'Cannot reach the cloud',
    hint: 'Try again later. Check the network, the proxy settings and the endpoint.',
  },
  timeout: {
    summary: 'Timed out',
    hint: 'Try again, query fewer targets at once, or raise `timeoutSeconds` in the configuration.',
  },
  cancelled: { summary: 'Cancelled' },
  'bad-request': {
    summary: 'Request rejected by the cloud',
    hint: 'Check the region, and the parameters under `native`.',
  },
  'bad-response': {
    summary: 'Invalid response from the cloud',
    hint: 'Try again. Check that no proxy answers instead of the cloud, and that the endpoint is correct.',
  },
  internal: {
    summary: 'Internal error in cloudimages',
    hint: 'Please report this error with the message above.',
  },
} as const satisfies Readonly<Record<ErrorCode, Row>>;

/** The description of anything thrown. Whatever is not an `ImageError` counts as `internal`. */
export function describeError(error: unknown): ErrorDescription {
  if (!isImageError(error)) {
    return {
      code: 'internal',
      ...ROWS.internal,
      detail: printable(`Unexpected: ${String(error)}`),
    };
  }
  const { code, facts, reason } = error;
  const row: Row = ROWS[code];
  const hint = facts.hint ?? row.hint;
  return {
    code,
    summary: row.summary,
    detail: printable(detailOf(reason, facts)),
    ...(hint === undefined || hint === '' ? {} : { hint: printable(hint) }),
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
  const call = factsOfCall(facts);
  const text = printIssues(`${place}${reason}`, facts.issues);
  return call === '' ? text : `${text}\n(${call})`;
}

/** `DescribeImages, HTTP 404, request id 0A1B, 5 attempts`. */
function factsOfCall(facts: ErrorFacts): string {
  const { operation, httpStatus, requestId, attempts } = facts;
  return [
    operation,
    httpStatus === undefined ? undefined : `HTTP ${httpStatus}`,
    facts.vendorCode === undefined ? undefined : `code ${facts.vendorCode}`,
    requestId === undefined ? undefined : `request id ${requestId}`,
    attempts === undefined || attempts < 2 ? undefined : `${attempts} attempts`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
