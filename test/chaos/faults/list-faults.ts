/** Lists that contradict themselves: rows, ids, totals and pages. */
import type { ErrorCode } from '../../../provider/errors/image-error';
import { editList, type Fault, type FaultContext, type OpenList } from './fault';

const CONTRADICTION: readonly ErrorCode[] = ['bad-response'];

function rows(
  name: string,
  edit: (rows: unknown[], context: FaultContext) => unknown[],
  touches: Fault['touches'] = 'fewer rows',
): Fault {
  return {
    name,
    codes: CONTRADICTION,
    touches,
    apply: (answer, context) =>
      editList(answer, context, (list) => ({ rows: edit(list.rows, context) })),
  };
}

function total(name: string, edit: (list: OpenList, context: FaultContext) => unknown): Fault {
  return {
    name,
    codes: CONTRADICTION,
    touches: 'total',
    apply: (answer, context) =>
      editList(answer, context, (list) => ({ total: edit(list, context) })),
  };
}

/** A row as an object; another fault may have put anything in its place. */
const rowOf = (row: unknown): Record<string, unknown> =>
  typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};

const numberOf = (value: unknown): number => Number(value ?? 0);

/** The rows with one changed, which one by chance. */
function withOne(
  list: unknown[],
  { random }: FaultContext,
  change: (row: Record<string, unknown>) => unknown,
): unknown[] {
  const index = random.below(Math.max(1, list.length));
  return list.map((row, at) => (at === index ? change(rowOf(row)) : row));
}

export const LIST_FAULTS: readonly Fault[] = [
  rows('row without an id', (list, context) =>
    withOne(list, context, (row) => {
      const { [context.vocabulary.idField]: _, ...rest } = row;
      const value = context.random.pick([undefined, null, '', ' ', {}, []]);
      return value === undefined ? rest : { ...rest, [context.vocabulary.idField]: value };
    }),
  ),
  rows('every row without an id', (list, { vocabulary }) =>
    list.map((row) => ({ ...rowOf(row), [vocabulary.idField]: null })),
  ),
  rows('row that is not an object', (list, context) =>
    withOne(list, context, () => context.random.pick([null, 7, 'image', true, false, [], [[]]])),
  ),
  rows(
    'row that is not an object, beside the others',
    (list, { random }) =>
      random.pick([
        [...list, null],
        [null, ...list],
        [...list, 'image'],
        [0, ...list],
      ]),
    'more rows',
  ),
  rows('empty row', (list, context) => withOne(list, context, () => ({}))),
  rows('row left out', (list, { random }) => {
    const left = [...list];
    left.splice(random.below(Math.max(1, list.length)), 1);
    return left;
  }),
  rows('page without rows', () => []),
  rows('page half as long', (list) => list.slice(0, Math.floor(list.length / 2))),
  rows('row in place of another', (list, context) => {
    const [first] = list;
    return list.length < 2 ? list : withOne(list, context, () => first);
  }),
  rows('row twice', (list) => [...list.slice(0, 1), ...list], 'more rows'),
  rows('rows in another order', (list, { random }) => [...random.some(list, list.length)]),
  {
    name: 'first page again',
    codes: CONTRADICTION,
    touches: 'fewer rows',
    apply: (_, { firstPage }) => firstPage,
  },
  {
    // Hundreds of pages that are not there may take longer than the deadline at the API's rate.
    ...total(
      'total too high',
      ({ total: value }, { random }) => numberOf(value) + 1 + random.below(300),
    ),
    codes: [...CONTRADICTION, 'timeout'],
  },
  total('total too low', ({ total: value }, { random }) =>
    Math.max(0, numberOf(value) - 1 - random.below(3)),
  ),
  total('total of nothing', () => 0),
  total('total that moves', ({ total: value }, { random }) => numberOf(value) + random.below(3)),
  total('total missing', () => undefined),
  total('total null', () => null),
  total('total as text', ({ total: value }) => String(numberOf(value))),
  total('total that is not a count', (_, { random }) =>
    random.pick(['many', -1, 1.5, '1e3', '0x10', true, {}, [], '-0', 1e300, ' 3']),
  ),
  {
    name: 'unknown fields everywhere',
    codes: [],
    apply: (answer, context) =>
      editList(answer, context, (list) => ({
        rows: list.rows.map((row) => ({ ...rowOf(row), Chaos: { deep: [1, null, 'x'] } })),
      })),
  },
  // What nobody can see from outside: each answer is whole in itself.
  {
    name: 'lie: a row left out, and the total with it',
    codes: CONTRADICTION,
    lie: true,
    apply: (answer, context) =>
      editList(answer, context, (list) => ({
        rows: list.rows.slice(1),
        total: Math.max(0, numberOf(list.total) - Math.min(1, list.rows.length)),
      })),
  },
  {
    // Where pages hold more than the total says, twice and in full pages, the total is the one to doubt.
    name: 'lie: every row twice, the second time with another id',
    codes: CONTRADICTION,
    lie: true,
    apply: (answer, context) =>
      editList(answer, context, ({ rows: list }) => ({
        rows: list.flatMap((row) => {
          const { idField } = context.vocabulary;
          const id = rowOf(row)[idField];
          return [row, { ...rowOf(row), [idField]: `${String(id)}x` }];
        }),
      })),
  },
  {
    name: 'lie: nothing at all, and a total of 0',
    codes: CONTRADICTION,
    lie: true,
    apply: (answer, context) => editList(answer, context, () => ({ rows: [], total: 0 })),
  },
];
