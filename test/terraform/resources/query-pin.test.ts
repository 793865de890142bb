import type { Image } from '../../../provider/image/answer.generated';
import type { PinLock } from '../../../provider/lock/pin-lock';
import { queryKeyOf } from '../../../provider/terraform/candidate/query-key';
import { textOf, type CtyObject } from '../../../provider/terraform/cty/value';
import type { PlanMemory } from '../../../provider/terraform/plan-memory/plan-memory';
import { keepOrChoose } from '../../../provider/terraform/resources/query-pin';
import {
  answersWith,
  answerWith,
  EMPTY_PLAN_MEMORY,
  fakeEngine,
  imageOf,
} from '../harness/fake-parts';

// A pin with a query of its own, while look-ups use a lock file.

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';
const GIVEN: CtyObject = { targets: [A], distro: 'ubuntu', triggers: { a: '1' }, candidate: null };
const NO_REPORT = { exists: null, deprecated: null, outdated: null, latest_image_id: null };

interface World {
  /** The entries of the lock, by target. */
  readonly locked?: Readonly<Record<string, Image>>;
  readonly planMemory?: PlanMemory;
}

/** Plans a pin, and keeps what the engine was asked. */
async function plan(prior: CtyObject | null, given: CtyObject, { locked = {}, planMemory }: World) {
  const queries: unknown[] = [];
  const added: unknown[] = [];
  const pinLock: PinLock = {
    isUsed: async () => true,
    lookUp: async () => ({
      ids: new Map(Object.entries(locked).map(([target, { id }]) => [target, id])),
      warnings: [
        { code: 'lock-old', target: A, message: 'About A.' },
        { code: 'lock-note', message: 'About all.' },
      ],
    }),
    add: async (query) => {
      added.push(query);
      return [{ code: 'lock-added', message: 'Added.' }];
    },
  };
  const imagesFor = (query: unknown): readonly Image[] => {
    queries.push(query);
    const { targets } = query as { targets: string[] };
    return targets.map((target) => locked[target] ?? imageOf('m-new', { target }));
  };
  const engine = fakeEngine({
    pinLock,
    getImages: async (query) => answersWith(imagesFor(query)),
    getImage: async (query) => answerWith(imagesFor(query)[0] ?? imageOf('none')),
  });
  const remembered: unknown[] = [];
  const memory: PlanMemory = planMemory ?? {
    ...EMPTY_PLAN_MEMORY,
    remember: async (key, choice) => {
      remembered.push([key, choice]);
      return Buffer.from('mark');
    },
  };
  const signal = new AbortController().signal;
  const working = { engine, targets: null, planMemory: memory, signal };
  const { value, diagnostics } = await keepOrChoose({ prior, given, inputs: given, working });
  const said = diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);
  return { value: value ?? {}, said, queries, added, remembered };
}

const one = imageOf('m-1');
const two = imageOf('m-2');

async function stateOf(given: CtyObject = GIVEN, locked: World['locked'] = { [A]: one }) {
  return (await plan(null, given, { locked })).value;
}

describe('a pin with a query under a lock', () => {
  it('takes the locked image at first, remembers it, and says that triggers have no effect', async () => {
    const { value, said, remembered } = await plan(null, GIVEN, { locked: { [A]: one } });
    expect(value).toMatchObject({
      ...{ ...GIVEN, ...NO_REPORT, image_id: 'm-1', image_id_by_target: { [A]: 'm-1' } },
    });
    expect(said).toEqual([
      expect.stringMatching(/^Triggers without effect: `triggers` have no effect under a lock/),
    ]);
    expect(remembered).toEqual([
      [textOf(value['resolution_key']), expect.objectContaining({ image_id: 'm-1' })],
    ]);
  });

  it('keeps its image while its entry stays, with what the lock says', async () => {
    const state = await stateOf();
    const kept = await plan(state, GIVEN, { locked: { [A]: one } });
    expect(kept.value).toEqual(state);
    expect(kept.queries).toEqual([]);
    expect(kept.added).toEqual([]);
    expect(kept.said).toEqual([`Lock old: ${A}: About A.`, 'Lock note: About all.']);
  });

  it('moves when its entry changes, without what the lock says about the image before', async () => {
    const state: CtyObject = {
      ...(await stateOf()),
      locked_image_id_by_target: { [A]: 'm-1' },
    };
    const moved = await plan(state, GIVEN, { locked: { [A]: two } });
    expect(moved.value).toMatchObject({
      ...{ ...GIVEN, ...NO_REPORT, image_id: 'm-2', image: { id: 'm-2' } },
      locked_image_id_by_target: { [A]: 'm-2' },
      resolution_key: state['resolution_key'],
    });
    expect(moved.queries).toEqual([{ targets: [A], distro: 'ubuntu' }]);
    expect(moved.said).toEqual(['Lock note: About all.']);
    expect(moved.remembered).toEqual([
      [`${textOf(state['resolution_key'])} m-1`, expect.objectContaining({ image_id: 'm-2' })],
    ]);
  });

  it('moves only the targets whose entry changed', async () => {
    const given = { ...GIVEN, targets: [A, B] };
    const [a, b] = [imageOf('m-a'), imageOf('m-b', { target: B })];
    const ids = { [A]: 'm-a', [B]: 'm-b' };
    const state = await stateOf(given, { [A]: a, [B]: b });
    const seen = { ...state, locked_image_id_by_target: ids };
    const later = { [A]: a, [B]: imageOf('m-c', { target: B }) };
    const { value, queries } = await plan(seen, given, { locked: later });
    expect(queries).toEqual([{ targets: [B], distro: 'ubuntu' }]);
    expect(value).toMatchObject({
      ...{ image_id: null, image: null, image_id_by_target: { ...ids, [B]: 'm-c' } },
      locked_image_id_by_target: { ...ids, [B]: 'm-c' },
    });
  });

  it('keeps its image and says so when an entry with another image appears', async () => {
    const state = { ...(await stateOf()), locked_image_id_by_target: null };
    const { value, said } = await plan(state, GIVEN, { locked: { [A]: two } });
    expect(value).toMatchObject({ image_id: 'm-1' });
    expect(said).toContainEqual(
      expect.stringMatching(/^Pin not locked image: .*has m-2 for this pin, which keeps m-1/),
    );
  });

  it('goes to that image by a changed trigger', async () => {
    const given = { ...GIVEN, triggers: { a: '2' } };
    const state = { ...(await stateOf()), locked_image_id_by_target: null };
    const { value, said } = await plan(state, given, { locked: { [A]: two } });
    expect(value).toMatchObject({ image_id: 'm-2', triggers: { a: '2' } });
    expect(said).toEqual(['Lock note: About all.']);
  });

  it('says that a changed trigger has no effect while the entry is the same', async () => {
    const given = { ...GIVEN, triggers: { a: '2' } };
    const { value, said } = await plan(await stateOf(), given, { locked: { [A]: one } });
    expect(value).toMatchObject({ image_id: 'm-1', triggers: { a: '2' } });
    expect(said).toContainEqual(expect.stringMatching(/^Triggers without effect: /));
  });

  it('adds its image where the lock has no entry', async () => {
    const { value, said, added } = await plan(await stateOf(), GIVEN, {});
    expect(value).toMatchObject({ image_id: 'm-1' });
    expect(added).toEqual([{ targets: [A], distro: 'ubuntu' }]);
    expect(said).toContain('Lock added: Added.');
  });

  it('chooses again for another query', async () => {
    const given = { ...GIVEN, distro: 'debian' };
    const { value, queries } = await plan(await stateOf(), given, { locked: { [A]: two } });
    expect(queries).toEqual([{ targets: [A], distro: 'debian' }]);
    expect(value).toMatchObject({ image_id: 'm-2', distro: 'debian' });
  });

  it('keeps the image of a candidate whose query it takes over', async () => {
    const key = queryKeyOf(await fakeEngine().prepare({ targets: [A], distro: 'ubuntu' }));
    const candidate = (queryKey: string): CtyObject => ({
      ...{ id_by_target: { [A]: 'm-1' }, query_key: queryKey, query: '{}' },
      ...{ locked_at_by_target: null, added_targets: null },
    });
    const unseen = { locked_image_id_by_target: null, resolution_key: 'of the candidate' };
    const state = { ...(await stateOf()), ...unseen };
    const world = { locked: { [A]: two } };
    const same = await plan({ ...state, candidate: candidate(key) }, GIVEN, world);
    expect(same.value).toMatchObject({ image_id: 'm-1', candidate: null });
    const other = await plan({ ...state, candidate: candidate('other') }, GIVEN, world);
    expect(other.value).toMatchObject({ image_id: 'm-2' });
  });

  it('takes what a saved plan chose before it looks at the lock', async () => {
    const state = await stateOf();
    const { value: choice } = await plan(null, GIVEN, { locked: { [A]: two } });
    const planMemory: PlanMemory = {
      ...EMPTY_PLAN_MEMORY,
      recall: async () => ({ found: 'choice', choice }),
    };
    const { value, said, queries } = await plan(state, GIVEN, { locked: { [A]: one }, planMemory });
    expect(value).toMatchObject({ ...GIVEN, image_id: 'm-2' });
    expect([said, queries]).toEqual([[], []]);
  });
});
