/** Statuses that forbid to believe a body, each with a body that looks like a whole list. */
import type { ErrorCode } from '../../../provider/errors/image-error';
import { emptied, type Fault, type FaultContext, type WireAnswer } from './fault';

const HTML = '<html><head><title>chaos</title></head><body><h1>chaos</h1></body></html>';

/** Alternately a list that lies, a page of a gateway, nothing, and the right list. */
function withStatus(answer: WireAnswer, status: number, context: FaultContext): WireAnswer {
  const { random, vocabulary } = context;
  const lying = emptied(answer, context);
  const shorter = { ...answer, body: JSON.stringify({ [vocabulary.idField]: 'none' }) };
  const body = random.pick([lying.body, lying.body, HTML, '', '{}', shorter.body]);
  return { ...answer, status, body };
}

function statuses(
  name: string,
  list: readonly number[],
  codes: readonly ErrorCode[],
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return {
    name,
    codes,
    apply: (answer, context) => {
      const changed = withStatus(answer, context.random.pick(list), context);
      return { ...changed, headers: { ...changed.headers, ...headers } };
    },
  };
}

export const STATUS_FAULTS: readonly Fault[] = [
  statuses('status 400 and its kin', [400, 402, 405, 406, 409, 410, 411], ['bad-request']),
  statuses('status 413 and its kin', [413, 414, 415, 417, 418, 421, 422], ['bad-request']),
  statuses('status 423 and its kin', [423, 424, 425, 426, 428, 431, 451, 499], ['bad-request']),
  statuses('status 401', [401], ['unauthenticated']),
  statuses('status 403', [403], ['forbidden']),
  statuses('status 404', [404], ['bad-request']),
  statuses('status 407', [407], ['bad-request', 'unauthenticated', 'unavailable']),
  statuses('status 408', [408], ['unavailable', 'timeout']),
  statuses('status 429', [429], ['throttled', 'timeout']),
  statuses('status 500', [500], ['unavailable', 'timeout']),
  statuses('status 502, 503, 504', [502, 503, 504], ['unavailable', 'timeout']),
  statuses('status 501 and its kin', [501, 505, 507, 508, 510, 511], ['unavailable', 'timeout']),
  statuses(
    'statuses of other gateways',
    [520, 522, 524, 529, 598, 599],
    ['unavailable', 'timeout'],
  ),
  statuses('redirect', [300, 301, 302, 303, 307, 308], ['bad-response'], {
    location: 'https://elsewhere.example/',
  }),
  statuses('redirect to nowhere', [301, 302, 307], ['bad-response']),
  statuses('status 304', [304], ['bad-response']),
  statuses('status 206', [206], ['bad-response'], { 'content-range': 'bytes 0-99/1000' }),
  {
    name: 'status 204',
    codes: ['bad-response'],
    apply: (answer) => ({ ...answer, status: 204, body: '' }),
  },
  {
    name: 'status 205 without a body',
    codes: ['bad-response'],
    apply: (answer) => ({ ...answer, status: 205, body: '' }),
  },
  {
    name: 'throttled with an odd Retry-After',
    codes: ['throttled', 'timeout'],
    apply: (answer, { random }) => ({
      ...answer,
      status: 429,
      body: '',
      headers: {
        ...answer.headers,
        'retry-after': random.pick([
          ...['0', '1', '2.5', '-5', '', 'soon', '1e9', '99999999999999999999'],
          ...['Wed, 21 Oct 2099 07:28:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', 'NaN', '3, 7'],
        ]),
      },
    }),
  },
  {
    name: 'unavailable with an odd Retry-After',
    codes: ['unavailable', 'timeout'],
    apply: (answer, { random }) => ({
      ...answer,
      status: 503,
      body: HTML,
      headers: { ...answer.headers, 'retry-after': random.pick(['0', '5', '86400', 'later']) },
    }),
  },
];
