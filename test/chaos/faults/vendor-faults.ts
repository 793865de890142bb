/** Refusals in each vendor's own words. */
import type { ErrorCode } from '../../../provider/errors/image-error';
import type { Vocabulary } from '../vocabulary/vocabulary';
import type { Fault, FaultContext, WireAnswer } from './fault';

function refuse(
  answer: WireAnswer,
  { random, vocabulary }: FaultContext,
  meaning: keyof Vocabulary['codes'],
  message: string,
): WireAnswer {
  const [code, status] = random.pick(vocabulary.codes[meaning]);
  return { ...answer, ...vocabulary.refuse(code, message, status) };
}

function refusal(
  name: string,
  meaning: keyof Vocabulary['codes'],
  codes: readonly ErrorCode[],
  message = 'The service refuses.',
): Fault {
  return { name, codes, apply: (answer, context) => refuse(answer, context, meaning, message) };
}

export const VENDOR_FAULTS: readonly Fault[] = [
  refusal('vendor: throttled', 'throttled', ['throttled', 'timeout']),
  refusal('vendor: internal error', 'unavailable', ['unavailable', 'timeout']),
  refusal('vendor: wrong signature', 'unauthenticated', ['unauthenticated']),
  refusal('vendor: no permission', 'forbidden', ['forbidden']),
  refusal('vendor: wrong parameter', 'bad-request', ['bad-request']),
  refusal('vendor: empty message', 'bad-request', ['bad-request'], ''),
  refusal('vendor: message of 1 MB', 'bad-request', ['bad-request'], 'no '.repeat(350_000)),
  {
    name: 'vendor: echoes the secret',
    codes: ['bad-request'],
    apply: (answer, context) =>
      refuse(answer, context, 'bad-request', `Not ${context.vocabulary.secret}.`),
  },
  {
    name: 'vendor: echoes the secret in its code and id',
    codes: ['bad-request', 'bad-response', 'unavailable', 'timeout'],
    apply: (answer, { random, vocabulary }) => {
      const status = random.pick([200, 400, 500]);
      const { body } = vocabulary.refuse(`Invalid.${vocabulary.secret}`, 'No.', status);
      return { ...answer, status, body: body.replace('"chaos"', `"${vocabulary.secret}"`) };
    },
  },
  {
    name: 'vendor: no such image, to a list request',
    codes: ['bad-response', 'bad-request'],
    apply: (answer, context) =>
      context.asksByIds ? answer : refuse(answer, context, 'absent', 'The image does not exist.'),
  },
  {
    name: 'lie: no such image, to a request by id',
    codes: ['bad-response', 'bad-request'],
    lie: true,
    apply: (answer, context) =>
      context.asksByIds ? refuse(answer, context, 'absent', 'The image does not exist.') : answer,
  },
  {
    name: 'vendor: a code that nobody knows',
    codes: ['bad-request', 'bad-response', 'unavailable', 'timeout'],
    apply: (answer, { random, vocabulary }) => ({
      ...answer,
      ...vocabulary.refuse('Something.New', 'New.', random.pick([200, 400, 500])),
    }),
  },
  {
    name: 'vendor: a code that is empty',
    codes: ['bad-request', 'bad-response', 'unavailable', 'timeout'],
    apply: (answer, { random, vocabulary }) => ({
      ...answer,
      ...vocabulary.refuse('', 'Nothing.', random.pick([200, 400, 500])),
    }),
  },
  {
    name: 'vendor: error and list in one body',
    codes: ['bad-request', 'bad-response'],
    apply: (answer, context) => {
      const refused = refuse(answer, context, 'bad-request', 'Only a part follows.');
      return { ...answer, body: merged(answer.body, refused.body) };
    },
  },
];

/** The members of both bodies, one level deep; the list loses its rows. */
function merged(list: string, error: string): string {
  try {
    const [a, b] = [list, error].map((text) => JSON.parse(text) as Record<string, unknown>);
    const both: Record<string, unknown> = { ...a, ...b };
    for (const key of Object.keys(b ?? {})) {
      const [x, y] = [a?.[key], b?.[key]];
      if (typeof x === 'object' && typeof y === 'object') both[key] = { ...x, ...y };
    }
    return JSON.stringify(both);
  } catch {
    return error;
  }
}
