/** Bodies of a successful status that are no list. */
import type { ErrorCode } from '../../../provider/errors/image-error';
import { CHAOS_CLOUDS, vocabularyOf } from '../vocabulary/index';
import { editList, type Fault, type FaultContext, type WireAnswer } from './fault';

const NONSENSE: readonly ErrorCode[] = ['bad-response'];

function body(
  name: string,
  make: (answer: WireAnswer, context: FaultContext) => string,
  codes = NONSENSE,
): Fault {
  return { name, codes, apply: (answer, context) => ({ ...answer, body: make(answer, context) }) };
}

/** How deep a nested value is: deeper than any stack. */
const DEPTH = 20_000;
const MARK = '@deep@';

export const BODY_FAULTS: readonly Fault[] = [
  body('empty body', () => ''),
  body('JSON that is not an object', (_, { random }) =>
    random.pick(['null', '[]', '"images"', '7', 'true', '[[]]', '[{}]']),
  ),
  body('empty object', () => '{}'),
  body('JSON cut short', (answer, { random }) =>
    answer.body.slice(0, 1 + random.below(Math.max(1, answer.body.length - 1))),
  ),
  body('body twice', (answer) => answer.body + answer.body),
  body(
    'rubbish behind the body',
    (answer, { random }) =>
      answer.body + random.pick(['}', ',', '\0', '<!-- proxied -->', ' null']),
  ),
  body('byte order mark', (answer) => `\uFEFF${answer.body}`),
  body('HTML with status 200', () => '<!doctype html><html><body>Sign in</body></html>'),
  body(
    'XML',
    () => '<?xml version="1.0"?><DescribeImagesResponse><Images/></DescribeImagesResponse>',
  ),
  body('single quotes', (answer) => answer.body.replaceAll('"', "'")),
  body('no numbers of JSON', (answer) => answer.body.replace(/":\d+/, '":NaN')),
  body('deep nesting', (_, { random }) => random.pick(['[', '{"a":']).repeat(DEPTH)),
  {
    name: 'deep nesting inside a row',
    codes: NONSENSE,
    apply: (answer, context) => {
      const marked = editList(answer, context, ({ rows }) => ({
        rows: rows.map((row, index) => (index === 0 ? { ...(row as object), Deep: MARK } : row)),
      }));
      const deep = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
      return { ...marked, body: marked.body.replace(`"${MARK}"`, deep) };
    },
  },
  {
    name: 'keys of Object.prototype',
    codes: NONSENSE,
    apply: (answer, context) => {
      const marked = editList(answer, context, ({ rows }) => ({
        rows: rows.map((row) => ({ chaos: 1, ...(row as object) })),
      }));
      const evil =
        '"__proto__":{"polluted":true,"status":"available"},"constructor":{"prototype":{"polluted":true}}';
      return { ...marked, body: marked.body.replaceAll('"chaos":1', evil) };
    },
  },
  {
    name: 'wrong content type',
    codes: NONSENSE,
    apply: (answer, { random }) => ({
      ...answer,
      headers: {
        ...answer.headers,
        'content-type': random.pick([
          'text/html',
          'image/png',
          'text/plain; charset=utf-16',
          '',
          ';',
        ]),
      },
    }),
  },
  body('envelope of another cloud', (_, { random, vocabulary }) => {
    const others = CHAOS_CLOUDS.map(vocabularyOf).filter(
      ({ rowsAt }) => rowsAt[0] !== vocabulary.rowsAt[0],
    );
    const other = random.pick(others);
    const [root = '', list] = other.rowsAt;
    const rows = list === undefined ? [] : { [list]: [] };
    return JSON.stringify({ [root]: rows, [other.totalAt.at(-1) ?? '']: 0 });
  }),
  {
    name: 'list and total are missing',
    codes: NONSENSE,
    apply: (answer, context) =>
      editList(answer, context, () => ({ rows: undefined, total: undefined })),
  },
  {
    name: 'list is null',
    codes: NONSENSE,
    touches: 'fewer rows',
    apply: (answer, context) => editList(answer, context, () => ({ rows: null })),
  },
  {
    name: 'list is missing',
    codes: NONSENSE,
    touches: 'fewer rows',
    apply: (answer, context) => editList(answer, context, () => ({ rows: undefined })),
  },
  {
    name: 'list is not a list',
    codes: NONSENSE,
    touches: 'fewer rows',
    apply: (answer, context) =>
      editList(answer, context, ({ rows }) => ({
        rows: context.random.pick([{}, { ...rows }, 'images', 7, true, '']),
      })),
  },
];
