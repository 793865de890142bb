import { resolutionKey } from '../../../provider/pin/pin';
import type { CtyObject } from '../../../provider/terraform/cty/value';
import { planCandidate, readCandidate } from '../../../provider/terraform/resources/candidate-pin';

// A pin that takes the answer of a data source, planned from its arguments and its state alone.

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';
const NO_REPORT = { exists: null, deprecated: null, outdated: null, latest_image_id: null };

interface Lock {
  readonly locked?: readonly string[];
  readonly added?: readonly string[];
}

/** The `candidate` of a data source. */
function candidate(ids: Record<string, string>, queryKey = 'q', lock: Lock = {}): CtyObject {
  const { locked = [], added = null } = lock;
  const at = Object.fromEntries(locked.map((target) => [target, '2025-01-01T00:00:00Z']));
  return {
    id_by_target: ids,
    query_key: queryKey,
    query: '{"distro":"ubuntu"}',
    locked_at_by_target: locked.length === 0 ? null : at,
    added_targets: added === null ? null : [...added],
  };
}

const given = (from: CtyObject | null, triggers: CtyObject | null = null): CtyObject => ({
  candidate: from,
  triggers,
});

/** What is planned, without the fields of details. */
function planned(prior: CtyObject | null, now: CtyObject, priorKey?: string) {
  const { value, diagnostics, unlocked } = planCandidate(prior, now, priorKey);
  const warnings = diagnostics.map(({ severity, summary, detail }) => [severity, summary, detail]);
  return { value, warnings, unlocked };
}

/** The state after a plan was applied. */
function applied(now: CtyObject, prior: CtyObject | null = null): CtyObject {
  const { value } = planCandidate(prior, now);
  if (value === null) throw new Error('the plan has no value');
  return value;
}

describe('readCandidate', () => {
  it('keeps the ids by target, and which of them are in the lock file', () => {
    const value = candidate({ [A]: 'm-1', [B]: 'm-2' }, 'q', { locked: [A, 'x/y'], added: [B] });
    expect(readCandidate(value)).toEqual({
      ids: { [A]: 'm-1', [B]: 'm-2' },
      queryKey: 'q',
      query: '{"distro":"ubuntu"}',
      locked: new Map([[A, 'm-1']]),
      inLock: { [A]: 'm-1', [B]: 'm-2' },
    });
  });

  it('reads a candidate of a data source without an answer, and none', () => {
    const empty = { ids: {}, queryKey: '', query: '', locked: new Map(), inLock: {} };
    expect(readCandidate({ id_by_target: null })).toEqual(empty);
    expect(readCandidate(null)).toBeUndefined();
    expect(readCandidate(undefined)).toBeUndefined();
    expect(readCandidate(['x'])).toBeUndefined();
  });
});

describe('a new pin', () => {
  it('takes the images of the candidate', () => {
    const now = given(candidate({ [A]: 'm-1' }), { a: '1' });
    expect(planned(null, now)).toEqual({
      value: expect.objectContaining({
        ...{ ...now, ...NO_REPORT, exists: true },
        ...{ id: 'm-1', image_id: 'm-1', target: A, image: null },
        image_id_by_target: { [A]: 'm-1' },
        locked_image_id_by_target: null,
        resolution_key: resolutionKey('q', { a: '1' }),
      }),
      warnings: [],
      unlocked: [],
    });
  });

  it('takes one image in each of several targets', () => {
    expect(planned(null, given(candidate({ [A]: 'm-1', [B]: 'm-2' }))).value).toMatchObject({
      ...{ id: `${A}/m-1,${B}/m-2`, image_id: null, target: null },
      image_id_by_target: { [A]: 'm-1', [B]: 'm-2' },
    });
  });

  it('of a lock remembers the locked ids, reports nothing, and says that triggers have no effect', () => {
    const now = given(candidate({ [A]: 'm-1' }, 'q', { locked: [A] }), { a: '1' });
    const { value, warnings } = planned(null, now);
    expect(value).toMatchObject({ ...NO_REPORT, locked_image_id_by_target: { [A]: 'm-1' } });
    expect(warnings).toEqual([
      [
        'warning',
        'Triggers without effect',
        expect.stringMatching(/^`triggers` have no effect under a lock: /),
      ],
    ]);
    expect(planned(null, given(candidate({ [A]: 'm-1' }, 'q', { locked: [A] }))).warnings).toEqual(
      [],
    );
  });

  it('remembers what the same run added to the lock file', () => {
    const now = given(candidate({ [A]: 'm-1' }, 'q', { added: [A] }));
    expect(planned(null, now).value).toMatchObject({
      exists: true,
      locked_image_id_by_target: { [A]: 'm-1' },
    });
  });

  it.each([
    ['without an answer', candidate({})],
    ['that is null', null],
  ])('with a candidate %s is an error', (_, from) => {
    const { value, diagnostics, unlocked } = planCandidate(null, given(from));
    expect({ value, diagnostics, unlocked }).toEqual({
      value: null,
      unlocked: [],
      diagnostics: [
        {
          severity: 'error',
          summary: 'The candidate has no image',
          detail:
            'The data source found no image, so there is nothing to pin. Loosen its query, or remove `optional = true` from it to see which condition removed the last images.',
          path: [{ attribute: 'candidate' }],
        },
      ],
    });
  });
});

describe('a pin that holds an image', () => {
  const before = given(candidate({ [A]: 'm-1' }), { a: '1' });
  const state = applied(before);

  it('keeps it, and the candidate of before, when the data source means another image', () => {
    const now = given(candidate({ [A]: 'm-2' }), { a: '1' });
    expect(planned(state, now)).toEqual({
      value: state,
      warnings: [
        [
          'warning',
          'The query matches another image than the pinned one',
          `${A}: The query of the data source matches another image: m-2. m-1 stays pinned. Change a value in \`triggers\` to move the pin.`,
        ],
      ],
      unlocked: [A],
    });
  });

  it('has nothing to say while the data source means the same image', () => {
    expect(planned(state, before)).toEqual({ value: state, warnings: [], unlocked: [A] });
  });

  it.each([
    ['another query', given(candidate({ [A]: 'm-2' }, 'other'), { a: '1' })],
    ['another trigger', given(candidate({ [A]: 'm-2' }), { a: '2' })],
    ['no trigger any more', given(candidate({ [A]: 'm-2' }))],
  ])('takes the image of the candidate for %s', (_, now) => {
    const { value, unlocked } = planned(state, now);
    expect(value).toMatchObject({ image_id: 'm-2', exists: true, ...now });
    expect(unlocked).toEqual([]);
  });

  it('keeps an imported image for any query', () => {
    const imported = { ...state, resolution_key: '', candidate: null };
    const { value } = planned(imported, given(candidate({ [A]: 'm-2' }, 'other'), { b: '1' }));
    expect(value).toMatchObject({
      ...{ image_id: 'm-1', resolution_key: resolutionKey('other', { b: '1' }) },
      candidate: candidate({ [A]: 'm-2' }, 'other'),
    });
  });

  it('keeps its image when the query moves from its arguments to the data source', () => {
    const own = { ...state, candidate: null };
    const now = given(candidate({ [A]: 'm-2' }), { a: '1' });
    expect(planned(own, now, 'q').value).toMatchObject({ image_id: 'm-1' });
    expect(planned(own, now, 'other').value).toMatchObject({ image_id: 'm-2' });
    expect(planned(own, now).value).toMatchObject({ image_id: 'm-2' });
  });
});

describe('a pin under a lock', () => {
  const locked = (id: string) => candidate({ [A]: id }, 'q', { locked: [A] });
  const state = applied(given(locked('m-1')));

  it('moves when its entry changes', () => {
    expect(planned(state, given(locked('m-2')))).toEqual({
      value: expect.objectContaining({
        ...NO_REPORT,
        image_id: 'm-2',
        locked_image_id_by_target: { [A]: 'm-2' },
        candidate: locked('m-2'),
      }),
      warnings: [],
      unlocked: [],
    });
  });

  it('moves only the targets whose entry changed', () => {
    const both = (b: string) => candidate({ [A]: 'm-1', [B]: b }, 'q', { locked: [A, B] });
    const { value } = planned(applied(given(both('m-2'))), given(both('m-3')));
    expect(value).toMatchObject({
      image_id_by_target: { [A]: 'm-1', [B]: 'm-3' },
      locked_image_id_by_target: { [A]: 'm-1', [B]: 'm-3' },
    });
  });

  it('keeps its image when an entry with another image appears, and says so', () => {
    const unlockedState = applied(given(candidate({ [A]: 'm-0' })));
    const { value, warnings, unlocked } = planned(unlockedState, given(locked('m-1')));
    expect(value).toMatchObject({ image_id: 'm-0' });
    expect(warnings).toEqual([
      [
        'warning',
        'Pin not locked image',
        expect.stringMatching(
          `^${A}: The lock file has m-1 for this pin, which keeps m-0: a lock entry that is added moves no pin\\. `,
        ),
      ],
    ]);
    expect(unlocked).toEqual([]);
  });

  it('goes to the locked image by a trigger, after an entry with another image appeared', () => {
    const unlockedState = applied(given(candidate({ [A]: 'm-0' })));
    const { value } = planned(unlockedState, given(locked('m-1'), { a: '1' }));
    expect(value).toMatchObject({ image_id: 'm-1', locked_image_id_by_target: { [A]: 'm-1' } });
  });

  it('keeps its image when the lock file is removed', () => {
    const { value, unlocked } = planned(state, given(candidate({ [A]: 'm-9' })));
    expect(value).toMatchObject({ image_id: 'm-1', locked_image_id_by_target: { [A]: 'm-1' } });
    expect(unlocked).toEqual([A]);
  });
});
