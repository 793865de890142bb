/** Reads JSON strictly, and describes what came instead. */

import { ImageError } from '../errors/image-error';
import { createRedactor, type Redactor } from './redact';

/** What came with the text, for the error. */
export interface JsonContext {
  /** The `Content-Type` header. */
  readonly contentType?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** Masks secrets that an invalid answer may echo. */
  readonly redact?: Redactor | undefined;
}

/**
 * Whether JSON text may hold an integer that a JavaScript number would round. Only then is the
 * slower parser worth loading; digits inside a string are a false alarm, and harmless.
 */
const LONG_INTEGER = /[:[,]\s*-?\d{16,}/;

/** How much of an invalid answer an error shows. Characters. */
const SNIPPET_LENGTH = 80;

/**
 * The value of a JSON text. Integers beyond 2^53 come back as strings, digit for digit.
 *
 * Anything else is a `bad-response`: an empty body, a page of HTML, truncated JSON.
 */
export function readJson(text: string, context: JsonContext = {}): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return LONG_INTEGER.test(json) ? parseLossless(json) : JSON.parse(json);
  } catch {
    const { httpStatus } = context;
    throw new ImageError(
      'bad-response',
      `expected JSON, got ${describeText(json, context)}`,
      httpStatus === undefined ? {} : { httpStatus },
    );
  }
}

function parseLossless(json: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- loaded late and not async: the annotation is its type
  const { parse }: typeof import('lossless-json') = require('lossless-json');
  return parse(json, null, (digits) => {
    const number = Number(digits);
    return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? digits : number;
  });
}

/** `an HTML page (text/html, HTTP 502, 1204 characters): "<html> <head>…"`. */
function describeText(text: string, context: JsonContext): string {
  const { contentType, httpStatus } = context;
  const body = text.trim();
  const facts = [
    ...(contentType === undefined ? [] : [contentType.slice(0, 60)]),
    ...(httpStatus === undefined ? [] : [`HTTP ${httpStatus}`]),
  ];
  if (body === '') return `an empty body${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  const kind = /^<(!doctype|html)/i.test(body)
    ? 'an HTML page'
    : body.startsWith('<')
      ? 'XML'
      : isCutOff(body)
        ? 'truncated JSON'
        : 'something else';
  return `${kind} (${[...facts, `${text.length} characters`].join(', ')}): "${snippet(body, context.redact)}"`;
}

function isCutOff(body: string): boolean {
  return (
    (body.startsWith('{') && !body.endsWith('}')) || (body.startsWith('[') && !body.endsWith(']'))
  );
}

/** The beginning, in printable characters, with anything that could be a key masked. */
function snippet(body: string, redact: Redactor = createRedactor([])): string {
  const printable = body.slice(0, 4 * SNIPPET_LENGTH).replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, ' ');
  const clean = redact(printable).replace(/[\w+/=-]{20,}/g, '[…]');
  return clean.length > SNIPPET_LENGTH ? `${clean.slice(0, SNIPPET_LENGTH)}…` : clean;
}
