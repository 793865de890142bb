import { conditionsOf, type ConditionTable } from '../../provider/image/conditions';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';

// A field of the query that filters nothing must not compile. The compiler checks this file with the
// rest (tsc -b): each `@ts-expect-error` fails where the line below it compiles.

type Table = ConditionTable<ImageAlternative>;
type WithNewField = ConditionTable<ImageAlternative & { readonly newField?: string }>;

const without: Omit<Table, 'bootMode'> = {} as Table;

// @ts-expect-error a field without an entry
export const missing: Table = without;
// @ts-expect-error a new row of the field table without an entry
export const grown: WithNewField = {} as Table;
// @ts-expect-error an entry that is neither a condition nor said to be none
export const ignored: Pick<Table, 'family'> = { family: 'ignored' };

it('makes a condition of every field that is one', () => {
  const fields = { bootMode: 'uefi', language: 'en', edition: 'standard', family: 'x' } as const;
  const conditions = criteriaOf(fields).flatMap((criteria) => conditionsOf(criteria, 0));
  expect(conditions.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['bootMode(uefi)', 'language(en)', 'edition(standard)', 'family(x)']),
  );
});
