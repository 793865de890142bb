/** The one error class: a closed set of codes, and the facts of a failure in fields. */

import { printIssues } from './print-path';

/**
 * Every way a look-up can fail.
 *
 * Each code has a row in `describe-error.ts`, so a new one does not compile until its row exists.
 */
export const ERROR_CODES = [
  'invalid-query',
  'invalid-configuration',
  'unsupported-filter',
  'no-match',
  'ambiguous-match',
  'not-locked',
  'invalid-lock',
  'denied-image',
  'unauthenticated',
  'forbidden',
  'throttled',
  'unavailable',
  'timeout',
  'cancelled',
  'bad-request',
  'bad-response',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One problem in a query or a configuration. */
export interface Issue {
  /** Where: property names and list indexes, outermost first. `['targets', 0]`. */
  readonly path: readonly (string | number)[];
  /** What is wrong, what is allowed and what was probably meant. One or two sentences, no secrets. */
  readonly message: string;
}

/** The facts of a failure. No field ever holds a secret, a signed header or a whole body. */
export interface ErrorFacts {
  readonly cloud?: string;
  readonly region?: string;
  /** The API's action, such as `DescribeImages`. */
  readonly operation?: string;
  /** The vendor's own code, such as `InvalidAccessKeyId.NotFound`. */
  readonly vendorCode?: string;
  /** The vendor's request id, which its support asks for. */
  readonly requestId?: string;
  readonly httpStatus?: number;
  /** How long the service asks us to wait before another attempt. Milliseconds. */
  readonly retryAfterMs?: number;
  /** How many requests were sent before giving up. */
  readonly attempts?: number;
  /** The problems of an `invalid-query`, `invalid-configuration` or `unsupported-filter`. */
  readonly issues?: readonly Issue[];
  /** What to do, if the place that failed knows better than the table of messages. */
  readonly hint?: string;
  /** Data for programs, such as the explanation of a `no-match`. */
  readonly data?: unknown;
  readonly cause?: unknown;
}

/** Marks our errors, so that `isImageError` holds across two copies of the package. */
const BRAND = Symbol.for('cloudimages.ImageError');

/**
 * What every failing call of this package throws.
 *
 * `message` starts with the code in brackets, names cloud and region, says what happened and lists
 * the issues; the facts are in fields. `describeError` makes the message for people.
 */
export class ImageError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  /** The message without code, place and issues: what happened. */
  readonly reason: string;

  constructor(code: ErrorCode, reason: string, facts: ErrorFacts = {}) {
    const place = facts.cloud === undefined ? '' : `${placeOf(facts)}: `;
    const message = printIssues(`[${code}] ${place}${reason}`, facts.issues);
    super(message, facts.cause === undefined ? {} : { cause: facts.cause });
    this.name = 'ImageError';
    this.code = code;
    this.reason = reason;
    this.facts = facts;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether something unknown is an {@link ImageError}, of this copy of the package or another. */
export function isImageError(thing: unknown): thing is ImageError {
  return typeof thing === 'object' && thing !== null && BRAND in thing;
}

/** `alicloud/cn-hangzhou`, or the cloud alone if no region is known. */
export function placeOf(facts: ErrorFacts): string {
  return facts.region === undefined ? `${facts.cloud}` : `${facts.cloud}/${facts.region}`;
}
