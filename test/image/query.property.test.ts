import fc from 'fast-check';
import { anyText } from '../any-text';
import { criteriaOf, targetsOf } from '../../provider/image/criteria';
import { conditionsOf } from '../../provider/image/conditions';
import { checkQuery, readValidQuery } from '../../provider/image/query';
import { select } from '../../provider/image/select';
import { QUERY_FIELDS } from '../../provider/schema/query-fields';
import { anyConditions, anyListing } from './arbitraries';

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Objects with the names of fields, but whatever in them: these go deep into the checks. */
const anyNearQuery = fc.dictionary(
  fc.constantFrom(...Object.keys(QUERY_FIELDS)),
  fc.oneof(
    anything,
    anyText(),
    fc.array(fc.oneof(anything, fc.string())),
    fc.dictionary(fc.string(), anything),
  ),
);

const isSound = (query: unknown): boolean => checkQuery(query).length === 0;

describe('checkQuery', () => {
  it('never throws, whatever comes, and says something of every problem', () => {
    fc.assert(
      fc.property(fc.oneof(anything, anyNearQuery), (query) => {
        for (const { path, message } of checkQuery(query)) {
          expect(message.length).toBeGreaterThan(10);
          expect(path.every((step) => typeof step === 'string' || typeof step === 'number')).toBe(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets pass only what can be asked', () => {
    fc.assert(
      fc.property(anyNearQuery.filter(isSound), anyListing, (input, listing) => {
        const query = readValidQuery(input);
        expect(targetsOf(query)).toHaveLength(query.targets?.length ?? 0);
        for (const criteria of criteriaOf(query)) {
          expect(conditionsOf(criteria, 0).length).toBeGreaterThanOrEqual(3);
          expect(select(criteria, [listing], { nowMs: 0 }).targets).toHaveLength(1);
        }
      }),
    );
  });

  it('lets pass every query that is sound by its making, alone and as an alternative', () => {
    fc.assert(
      fc.property(anyConditions, (conditions) => {
        expect(isSound(conditions)).toBe(true);
        expect(isSound({ anyOf: [{ osType: 'linux', ...conditions }] })).toBe(true);
      }),
    );
  });
});

describe('readValidQuery', () => {
  it('takes null and undefined out, at any depth, and nothing else', () => {
    const query = {
      distro: null,
      osType: 'linux',
      tags: { env: undefined, team: '' },
      native: { alicloud: null },
      anyOf: [{ name: null, includeDeprecated: false }],
    };
    expect(readValidQuery(query)).toStrictEqual({
      osType: 'linux',
      tags: { team: '' },
      native: {},
      anyOf: [{ includeDeprecated: false }],
    });
  });
});
