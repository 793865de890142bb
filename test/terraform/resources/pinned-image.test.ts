import type { Image } from '../../../provider/image/answer.generated';
import { ImageError } from '../../../provider/errors/image-error';
import type { PlanMemory, Recalled } from '../../../provider/terraform/plan-memory/plan-memory';
import { UNKNOWN, type CtyObject } from '../../../provider/terraform/cty/value';
import { pinnedImageResource } from '../../../provider/terraform/resources/pinned-image';
import type { Configured, Context, ProviderEngine } from '../../../provider/terraform/server/parts';
import {
  answersWith,
  engineWith,
  fakeEngine,
  fakeParts,
  imageOf,
  EMPTY_PLAN_MEMORY,
} from '../harness/fake-parts';

const pin = pinnedImageResource(fakeParts());
const OLD = imageOf('m-old', { deprecated: false });
const NEW = imageOf('m-new');

function contextOf(
  engine: ProviderEngine,
  configured: Partial<{ targets: CtyObject[string]; planMemory: PlanMemory }> = {},
): Context {
  return {
    configured: { engine, targets: null, planMemory: EMPTY_PLAN_MEMORY, ...configured },
    signal: new AbortController().signal,
  };
}

const unconfigured: Context = {
  configured: { unknownArguments: ['targets'] } satisfies Configured,
  signal: new AbortController().signal,
};

const CONFIG: CtyObject = {
  targets: ['alicloud/cn-hangzhou'],
  distro: 'ubuntu',
  triggers: { a: '1' },
};

/** A pin as it stands after its first apply. */
async function held(
  config: CtyObject = CONFIG,
  engine: ProviderEngine = engineWith(OLD),
): Promise<CtyObject> {
  const { value } = await pin.plan({ prior: null, planned: config, config }, contextOf(engine));
  if (value === null) throw new Error('the plan chose nothing');
  return value;
}

describe('the plan of a new pin', () => {
  test('chooses the image', async () => {
    const engine = engineWith(OLD);
    const { value, diagnostics } = await pin.plan(
      { prior: null, planned: CONFIG, config: CONFIG },
      contextOf(engine),
    );
    expect(engine.queries).toEqual([{ targets: ['alicloud/cn-hangzhou'], distro: 'ubuntu' }]);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      ...CONFIG,
      id: 'm-old',
      image_id: 'm-old',
      target: 'alicloud/cn-hangzhou',
      exists: true,
      deprecated: false,
      outdated: false,
      latest_image_id: 'm-old',
    });
  });

  test.each<[string, CtyObject]>([
    ['a condition', { ...CONFIG, distro: UNKNOWN }],
    ['a trigger', { ...CONFIG, triggers: { a: UNKNOWN } }],
  ])('leaves everything open while %s is unknown', async (_case, config) => {
    const { value } = await pin.plan(
      { prior: null, planned: config, config },
      contextOf(fakeEngine()),
    );
    expect(value).toMatchObject({ image_id: UNKNOWN, image: UNKNOWN, resolution_key: UNKNOWN });
  });

  test('leaves everything open while the provider is unknown', async () => {
    const { value } = await pin.plan(
      { prior: null, planned: CONFIG, config: CONFIG },
      unconfigured,
    );
    expect(value).toMatchObject({ image_id: UNKNOWN, exists: UNKNOWN });
  });

  test('holds one image in each of several targets', async () => {
    const [a, b] = [
      imageOf('m-a', { target: 'alicloud/a' }),
      imageOf('m-b', { target: 'alicloud/b' }),
    ];
    const config = { ...CONFIG, targets: ['alicloud/a', 'alicloud/b'] };
    const plan = async (images: readonly Image[]) => {
      const getImages = async () => answersWith(images);
      const context = contextOf(fakeEngine({ getImages }));
      return pin.plan({ prior: null, planned: config, config }, context);
    };
    const { value } = await plan([a, b]);
    expect(value).toMatchObject({
      image_id: null,
      target: null,
      image: null,
      image_id_by_target: { 'alicloud/a': 'm-a', 'alicloud/b': 'm-b' },
    });
    const { diagnostics } = await plan([a, b, imageOf('m-c', { target: 'alicloud/b' })]);
    expect(diagnostics.map(({ detail }) => detail).join()).toMatch(
      /2 images match in alicloud\/b.*Set most_recent to true/s,
    );
  });

  test('says why there is none', async () => {
    const getImage = async (): Promise<never> => {
      throw new ImageError('unavailable', 'no answer', { cloud: 'alicloud' });
    };
    const { value, diagnostics } = await pin.plan(
      { prior: null, planned: CONFIG, config: CONFIG },
      contextOf(fakeEngine({ getImage })),
    );
    expect(value).toBeNull();
    expect(diagnostics).toEqual([expect.objectContaining({ severity: 'error' })]);
  });
});

describe('the plan of a pin that is held', () => {
  test('keeps it, and asks nobody', async () => {
    const prior = { ...(await held()), outdated: true, latest_image_id: 'm-new' };
    const { value } = await pin.plan(
      { prior, planned: prior, config: CONFIG },
      contextOf(fakeEngine()),
    );
    expect(value).toEqual(expect.objectContaining(prior));
  });

  test('keeps it while the provider is unknown', async () => {
    const prior = await held();
    const { value } = await pin.plan({ prior, planned: prior, config: CONFIG }, unconfigured);
    expect(value).toMatchObject({ image_id: 'm-old' });
  });

  test.each([
    ['a trigger', { ...CONFIG, triggers: { a: '2' } }],
    ['the query', { ...CONFIG, os_version: '22.04' }],
  ])('moves with %s', async (_case, config) => {
    const prior = await held();
    const { value } = await pin.plan(
      { prior, planned: config, config },
      contextOf(engineWith(NEW)),
    );
    expect(value).toMatchObject({ ...config, image_id: 'm-new', outdated: false });
  });

  test("moves with the provider's targets, where it has none of its own", async () => {
    const config = { distro: 'ubuntu' };
    const there = contextOf(engineWith(OLD), { targets: ['alicloud/cn-beijing'] });
    const { value: prior } = await pin.plan({ prior: null, planned: config, config }, there);
    const stays = await pin.plan(
      { prior, planned: prior, config },
      contextOf(fakeEngine(), { targets: ['alicloud/cn-beijing'] }),
    );
    expect(stays.value).toMatchObject({ image_id: 'm-old' });
    const moves = await pin.plan(
      { prior, planned: prior, config },
      contextOf(engineWith(NEW), { targets: ['alicloud/cn-hangzhou'] }),
    );
    expect(moves.value).toMatchObject({ image_id: 'm-new' });
    const waits = await pin.plan({ prior, planned: prior, config }, unconfigured);
    expect(waits.value).toMatchObject({ image_id: UNKNOWN });
  });
});

describe('the plan of an apply', () => {
  const change = { prior: null, planned: CONFIG, config: CONFIG };
  const recalling = (recalled: Recalled): PlanMemory => ({
    ...EMPTY_PLAN_MEMORY,
    recall: async () => recalled,
  });

  test('takes what the plan before it chose', async () => {
    const kept = new Map<string, CtyObject>();
    const planMemory: PlanMemory = {
      recall: async (key) => {
        const choice = kept.get(key);
        return choice === undefined ? { found: 'nothing' } : { found: 'choice', choice };
      },
      remember: async (key, choice) => {
        kept.set(key, JSON.parse(JSON.stringify(choice)));
        return Buffer.from('mark');
      },
    };
    const first = await pin.plan(change, contextOf(engineWith(OLD), { planMemory }));
    const second = await pin.plan(change, contextOf(fakeEngine(), { planMemory }));
    expect(second.value).toEqual(first.value);
    expect(first.private?.toString()).toBe('mark');
  });

  test.each<[string, (choice: CtyObject) => CtyObject]>([
    ['of another query', (choice) => ({ ...choice, resolution_key: 'another' })],
    ['without an image id', (choice) => ({ ...choice, image_id: null })],
    ['without a target', (choice) => ({ ...choice, target: '' })],
    ['without an image', (choice) => ({ ...choice, image: null })],
    ['that is not wholly known', (choice) => ({ ...choice, exists: UNKNOWN })],
  ])('chooses again instead of taking a choice %s', async (_case, damage) => {
    const choice = damage(await held());
    const { value } = await pin.plan(
      change,
      contextOf(engineWith(NEW), { planMemory: recalling({ found: 'choice', choice }) }),
    );
    expect(value).toMatchObject({ image_id: 'm-new' });
  });

  test.each<[string, () => Promise<Recalled>, RegExp]>([
    [
      'cannot be read',
      async () => ({ found: 'unreadable-plan', reason: 'the file is encrypted' }),
      /the file is encrypted.*give the pin the candidate/,
    ],
    [
      'holds several images',
      async () => ({
        found: 'conflict',
        choices: [await held(), await held(CONFIG, engineWith(NEW))],
      }),
      /m-old, m-new.*Make a new plan/,
    ],
  ])('fails with an error of its own where the saved plan %s', async (_case, recall, detail) => {
    const planMemory = recalling(await recall());
    const { value, diagnostics } = await pin.plan(change, contextOf(fakeEngine(), { planMemory }));
    expect(value).toBeNull();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'error',
        detail: expect.stringMatching(detail),
      }),
    ]);
  });
});

describe('an apply', () => {
  test('takes what was planned, and asks nobody', async () => {
    const planned = await held();
    expect(
      await pin.apply({ prior: null, planned, config: CONFIG }, contextOf(fakeEngine())),
    ).toEqual({
      value: planned,
      diagnostics: [],
    });
  });

  test('chooses what a plan could not', async () => {
    const planned: CtyObject = { ...CONFIG, image_id: UNKNOWN };
    const { value } = await pin.apply(
      { prior: null, planned, config: CONFIG },
      contextOf(engineWith(NEW)),
    );
    expect(value).toMatchObject({ ...CONFIG, image_id: 'm-new' });
  });

  test('fails where the provider is still unknown, and names the unknown arguments', async () => {
    const planned: CtyObject = { ...CONFIG, image_id: UNKNOWN };
    const { value, diagnostics } = await pin.apply(
      { prior: null, planned, config: CONFIG },
      unconfigured,
    );
    expect(value).toBeNull();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'error',
        detail: expect.stringContaining("the provider's targets will only be known"),
      }),
    ]);
  });

  test('passes the signal of the call to the engine', async () => {
    const getImage = jest.fn(engineWith(NEW).getImage);
    const context = contextOf(fakeEngine({ getImage }));
    const planned: CtyObject = { ...CONFIG, image_id: UNKNOWN };
    await pin.apply({ prior: null, planned, config: CONFIG }, context);
    expect(getImage).toHaveBeenCalledWith(expect.anything(), { signal: context.signal });
  });

  test('of a deletion asks nobody', async () => {
    const change = { prior: await held(), planned: null, config: null };
    expect(await pin.plan(change, unconfigured)).toEqual({ value: null, diagnostics: [] });
    expect(await pin.apply(change, unconfigured)).toEqual({ value: null, diagnostics: [] });
  });
});

describe('a refresh', () => {
  test('looks for the image in its target and for what its query means, until it is stopped', async () => {
    const state = await held();
    const getImage = jest.fn(engineWith(OLD).getImage);
    const findImage = jest.fn(async () => OLD);
    const context = contextOf(fakeEngine({ getImage, findImage }));
    await pin.read(state, context);
    const options = { signal: context.signal };
    expect(findImage.mock.calls).toEqual([['alicloud/cn-hangzhou', 'm-old', options]]);
    expect(getImage.mock.calls).toEqual([
      [{ targets: ['alicloud/cn-hangzhou'], distro: 'ubuntu' }, options],
    ]);
  });

  test('tells of a newer image and keeps the pin', async () => {
    const state = await held();
    const engine = { ...engineWith(NEW), findImage: async () => OLD };
    const { value, diagnostics } = await pin.read(state, contextOf(engine));
    expect(value).toEqual({ ...state, outdated: true, latest_image_id: 'm-new' });
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'warning',
        summary: 'The query matches another image than the pinned one',
      }),
    ]);
  });

  test('tells that the image is gone and keeps the pin', async () => {
    const state = await held();
    const { value, diagnostics } = await pin.read(state, contextOf(engineWith(NEW)));
    expect(value).toMatchObject({ image_id: 'm-old', exists: false });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test('forgets the latest image when the query means none any more', async () => {
    const getImage = async (): Promise<never> => {
      throw new ImageError('no-match', 'none');
    };
    const engine = fakeEngine({ getImage, findImage: async () => OLD });
    const { value } = await pin.read(await held(), contextOf(engine));
    expect(value).toMatchObject({ image_id: 'm-old', latest_image_id: null });
  });

  test('changes nothing where a cloud does not answer', async () => {
    const fail = async (): Promise<never> => {
      throw new ImageError('unavailable', 'no answer');
    };
    const state = await held();
    const engine = fakeEngine({ getImage: fail, findImage: fail });
    const { value, diagnostics } = await pin.read(state, contextOf(engine));
    expect(value).toEqual(state);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'warning',
        summary: 'Pinned image could not be checked',
      }),
    ]);
  });

  test('changes nothing while the provider is unknown', async () => {
    const state = await held();
    expect(await pin.read(state, unconfigured)).toEqual({ value: state, diagnostics: [] });
  });

  test('that is cancelled is an error', async () => {
    const fail = async (): Promise<never> => {
      throw new ImageError('cancelled', 'enough');
    };
    const engine = fakeEngine({ getImage: fail, findImage: fail });
    const { value, diagnostics } = await pin.read(await held(), contextOf(engine));
    expect(value).toBeNull();
    expect(diagnostics).toEqual([
      expect.objectContaining({ severity: 'error', summary: 'Cancelled' }),
    ]);
  });
});

describe('an import', () => {
  const imported = async (): Promise<CtyObject> => {
    const { value } = await pin.importState(
      'alicloud/cn-hangzhou/m-old',
      contextOf(engineWith(OLD)),
    );
    return value ?? {};
  };

  test('takes the query that means the image, and looks at nothing but the image', async () => {
    const state = await imported();
    expect(state).toMatchObject({
      image_id: 'm-old',
      resolution_key: '',
      targets: ['alicloud/cn-hangzhou'],
      image_ids: ['m-old'],
      exists: true,
    });
    const engine = fakeEngine({ findImage: async () => OLD });
    expect(await pin.read(state, contextOf(engine))).toEqual({ value: state, diagnostics: [] });
  });

  test('is kept by the first plan, which takes on the query', async () => {
    const prior = await imported();
    const { value } = await pin.plan(
      { prior, planned: CONFIG, config: CONFIG },
      contextOf(fakeEngine()),
    );
    expect(value).toMatchObject({ ...CONFIG, image_id: 'm-old' });
    expect(value?.['resolution_key']).toBe((await held())['resolution_key']);
  });

  test('takes an id with slashes', async () => {
    const image = imageOf('projects/a/images/b');
    const { value } = await pin.importState(
      'alicloud/cn-hangzhou/projects/a/images/b',
      contextOf(engineWith(image)),
    );
    expect(value).toMatchObject({ image_id: 'projects/a/images/b' });
  });

  test.each(['m-old', 'alicloud/m-old', 'alicloud/cn-hangzhou/', ''])(
    'refuses "%s"',
    async (id) => {
      const { value, diagnostics } = await pin.importState(id, contextOf(fakeEngine()));
      expect(value).toBeNull();
      expect(diagnostics).toEqual([expect.objectContaining({ summary: 'Invalid import id' })]);
    },
  );
});
