import { checkQuery } from '../../provider/image/query';
import {
  checkPinnedImage,
  createdPin,
  diffPinnedImage,
  importPin,
  readPin,
  updatedPin,
} from '../../provider/pulumi/pinned-image';
import { warningsOf } from '../../provider/pulumi/pin-properties';
import type { Properties } from '../../provider/pulumi/properties';
import { UNKNOWN } from '../../provider/pulumi/unknown';
import { ImageError } from '../../provider/errors/image-error';
import { fakeEngine, image, type FakeLock, type FakeWorld } from './fake-engine';

const QUERY = { targets: ['alicloud/cn-hangzhou'], distro: 'ubuntu', mostRecent: true };

function world(...ids: string[]): FakeWorld {
  return { images: ids.map((id) => image(id)), warnings: [] };
}

function surroundingsOf(of: FakeWorld, defaultTargets?: unknown) {
  const engine = fakeEngine(of);
  const check = async (query: unknown) => checkQuery(query);
  const { calls, recorded } = engine;
  const { signal } = new AbortController();
  return { engine: async () => engine, checkQuery: check, defaultTargets, calls, recorded, signal };
}

async function checked(
  surroundings: ReturnType<typeof surroundingsOf>,
  olds: Properties,
  news: Properties,
): Promise<Properties> {
  const { inputs, failures } = await checkPinnedImage(surroundings, olds, news);
  expect(failures).toEqual([]);
  return inputs;
}

describe('check', () => {
  test('chooses an image for a new pin, and puts it into the inputs', async () => {
    const inputs = await checked(surroundingsOf(world('m-1')), {}, { ...QUERY, triggers: [1] });
    expect(inputs).toEqual({
      ...QUERY,
      triggers: [1],
      imageId: 'm-1',
      image: expect.objectContaining({ id: 'm-1', target: 'alicloud/cn-hangzhou' }),
      resolutionKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(inputs['image']).not.toHaveProperty('raw');
  });

  test('keeps the image without asking anybody, whatever is newer', async () => {
    const clouds = world('m-1');
    const surroundings = surroundingsOf(clouds);
    const first = await checked(surroundings, {}, QUERY);
    clouds.images.unshift(image('m-2'));
    const second = await checked(surroundings, first, QUERY);
    expect(second).toEqual(first);
    expect(surroundings.calls).toEqual(['getImage']);
  });

  test('keeps the image when the clouds are out of reach or the image is gone', async () => {
    const clouds = world('m-1');
    const surroundings = surroundingsOf(clouds);
    const first = await checked(surroundings, {}, QUERY);
    clouds.images = [];
    clouds.failure = new ImageError('unavailable', 'The service does not answer.');
    expect(await checked(surroundings, first, QUERY)).toEqual(first);
  });

  test.each([
    ['a trigger changes', { ...QUERY, triggers: ['2'] }],
    ['the query changes', { ...QUERY, distro: 'debian' }],
    ['a condition goes away', { targets: QUERY.targets, mostRecent: true }],
  ])('moves when %s', async (_, news) => {
    const clouds = world('m-1');
    const surroundings = surroundingsOf(clouds);
    const first = await checked(surroundings, {}, QUERY);
    clouds.images.unshift(image('m-2'));
    const second = await checked(surroundings, first, news);
    expect(second['imageId']).toBe('m-2');
    expect(second['resolutionKey']).not.toBe(first['resolutionKey']);
  });

  test('a replaced resource, which has no old inputs, is resolved again', async () => {
    const clouds = world('m-1');
    const surroundings = surroundingsOf(clouds);
    await checked(surroundings, {}, QUERY);
    clouds.images.unshift(image('m-2'));
    expect((await checked(surroundings, {}, QUERY))['imageId']).toBe('m-2');
  });

  test('a pin without targets of its own moves with the configured ones', async () => {
    const clouds = world('m-1');
    const query = { distro: 'ubuntu' };
    const first = await checked(surroundingsOf(clouds, ['alicloud/cn-hangzhou']), {}, query);
    clouds.images.unshift(image('m-2'));
    const same = surroundingsOf(clouds, ['alicloud/cn-hangzhou']);
    expect((await checked(same, first, query))['imageId']).toBe('m-1');
    const other = surroundingsOf(clouds, ['alicloud/cn-beijing']);
    expect((await checked(other, first, query))['imageId']).toBe('m-2');
  });

  test('a pin with targets of its own moves with them, and not with the configured ones', async () => {
    const clouds = world('m-1');
    const first = await checked(surroundingsOf(clouds, ['alicloud/cn-beijing']), {}, QUERY);
    clouds.images.unshift(image('m-2'));
    const configured = surroundingsOf(clouds, ['alicloud/cn-shanghai']);
    expect((await checked(configured, first, QUERY))['imageId']).toBe('m-1');
    const moved = { ...QUERY, targets: ['alicloud/cn-beijing'] };
    expect((await checked(configured, first, moved))['imageId']).toBe('m-2');
  });

  test('asks for the query alone, without triggers, and passes the signal on', async () => {
    const surroundings = surroundingsOf(world('m-1'));
    const news = { ...QUERY, triggers: [1], name: null, imageId: null, __provider: 'text' };
    await checked(surroundings, {}, news);
    expect(surroundings.recorded).toEqual([
      { name: 'getImage', args: [QUERY], signal: surroundings.signal },
    ]);
  });

  test('what is absent, null or the order of the keys does not move a pin', async () => {
    const surroundings = surroundingsOf(world('m-1'));
    const first = await checked(surroundings, {}, QUERY);
    const news = { mostRecent: true, name: null, distro: 'ubuntu', targets: QUERY.targets };
    await checked(surroundings, first, news);
    expect(surroundings.calls).toEqual(['getImage']);
  });

  test.each([
    ['a condition', { ...QUERY, name: UNKNOWN }],
    ['an entry of a list', { ...QUERY, targets: [UNKNOWN] }],
    ['a trigger', { ...QUERY, triggers: [UNKNOWN] }],
  ])('%s that is unknown makes the image unknown, and asks nobody', async (_, news) => {
    const surroundings = surroundingsOf(world('m-1'));
    const inputs = await checked(surroundings, {}, news);
    expect(inputs).toEqual({
      ...news,
      imageId: UNKNOWN,
      image: UNKNOWN,
      resolutionKey: UNKNOWN,
    });
    expect(surroundings.calls).toEqual([]);
  });

  test('beside something unknown, problems in what is known are told', async () => {
    const news = { ...QUERY, name: UNKNOWN, osType: 'linus' };
    const { failures } = await checkPinnedImage(surroundingsOf(world()), {}, news);
    expect(failures).toEqual([
      { property: 'osType', reason: expect.stringContaining('Did you mean "linux"?') },
    ]);
  });

  test('every problem is told at its place', async () => {
    const clouds = world();
    clouds.failure = new ImageError('invalid-query', 'The query has mistakes.', {
      issues: [
        { path: ['targets', 0], message: 'No such cloud.' },
        { path: ['anyOf', 1, 'distro'], message: 'No such distribution.' },
      ],
    });
    const { failures } = await checkPinnedImage(surroundingsOf(clouds), {}, QUERY);
    expect(failures).toEqual([
      { property: 'targets[0]', reason: 'No such cloud.' },
      { property: 'anyOf[1].distro', reason: 'No such distribution.' },
    ]);
  });

  test('a cloud that fails is one failure with the whole text', async () => {
    const clouds = world();
    clouds.failure = new ImageError('unavailable', 'It does not answer.', {
      cloud: 'alicloud',
      region: 'cn-hangzhou',
    });
    const { failures } = await checkPinnedImage(surroundingsOf(clouds), {}, QUERY);
    expect(failures).toEqual([
      { property: '', reason: expect.stringContaining('alicloud/cn-hangzhou') },
    ]);
  });

  test('a cancelled look-up is no failure of the arguments', async () => {
    const clouds = world();
    clouds.failure = new ImageError('cancelled', 'Ended by the caller.');
    await expect(checkPinnedImage(surroundingsOf(clouds), {}, QUERY)).rejects.toBe(clouds.failure);
  });
});

describe('diff', () => {
  const olds = { ...QUERY, imageId: 'm-1', image: { id: 'm-1' }, resolutionKey: 'a' };

  test('what refresh found, and the provider’s own text, are no change', () => {
    const found = { ...olds, outdated: true, exists: false, __provider: 'older text' };
    expect(diffPinnedImage(found, { ...olds, __provider: 'newer text' })).toEqual([]);
  });

  test('a move names what differs', () => {
    const news = {
      ...olds,
      triggers: [1],
      imageId: 'm-2',
      image: { id: 'm-2' },
      resolutionKey: 'b',
    };
    expect(diffPinnedImage(olds, news)).toEqual(['image', 'imageId', 'resolutionKey', 'triggers']);
  });

  test('an unknown image is a change', () => {
    const news = { ...olds, imageId: UNKNOWN, image: UNKNOWN, resolutionKey: UNKNOWN };
    expect(diffPinnedImage(olds, news)).toEqual(['image', 'imageId', 'resolutionKey']);
  });
});

describe('create and update', () => {
  const inputs = { ...QUERY, imageId: 'm-2', image: { id: 'm-2', deprecated: false } };

  test('a new pin is up to date', () => {
    expect(createdPin(inputs)).toEqual({
      ...inputs,
      exists: true,
      deprecated: false,
      outdated: false,
      latestImageId: 'm-2',
      warnings: [],
    });
  });

  test('a moved pin remembers where it was', () => {
    expect(updatedPin({ imageId: 'm-1' }, inputs)).toMatchObject({ previousImageId: 'm-1' });
  });

  test('a new key without a new image keeps what was remembered', () => {
    const olds = { imageId: 'm-2', previousImageId: 'm-0' };
    expect(updatedPin(olds, inputs)).toMatchObject({ previousImageId: 'm-0' });
  });

  test('in a preview with an unknown image everything about it is unknown', () => {
    expect(createdPin({ imageId: UNKNOWN })).toMatchObject({ outdated: UNKNOWN, exists: UNKNOWN });
  });
});

describe('read', () => {
  const state = {
    ...QUERY,
    imageId: 'm-1',
    image: { id: 'm-1', target: 'alicloud/cn-hangzhou' },
    resolutionKey: 'a',
    exists: true,
    outdated: false,
    latestImageId: 'm-1',
  };

  test('tells of a newer image and keeps the pin', async () => {
    const { props, warnings } = await readPin(surroundingsOf(world('m-2', 'm-1')), state);
    expect(props).toMatchObject({
      imageId: 'm-1',
      outdated: true,
      exists: true,
      latestImageId: 'm-2',
    });
    expect(warnings).toEqual([expect.objectContaining({ code: 'pin-outdated' })]);
    expect(props['warnings']).toEqual(warnings);
  });

  test('asks for the pinned image in its own target and for the query, with the signal', async () => {
    const surroundings = surroundingsOf(world('m-1'));
    await readPin(surroundings, { ...state, triggers: ['t'] });
    const { signal } = surroundings;
    expect(surroundings.recorded).toEqual([
      { name: 'findImage', args: ['alicloud/cn-hangzhou', 'm-1'], signal },
      { name: 'getImage', args: [QUERY], signal },
    ]);
  });

  test('tells of an image that is gone', async () => {
    const { props, warnings } = await readPin(surroundingsOf(world()), state);
    expect(props).toMatchObject({ imageId: 'm-1', exists: false, outdated: false });
    expect(warnings).toEqual([expect.objectContaining({ code: 'pin-gone' })]);
  });

  test('a cloud out of reach fails nothing: what is not known is absent', async () => {
    const clouds = world('m-1');
    clouds.failure = new ImageError('unavailable', 'It does not answer.');
    const { props, warnings } = await readPin(surroundingsOf(clouds), state);
    expect(props).toMatchObject({ imageId: 'm-1', resolutionKey: 'a' });
    expect(props).not.toHaveProperty('exists');
    expect(props).not.toHaveProperty('outdated');
    expect(warnings).toEqual([expect.objectContaining({ code: 'pin-unchecked' })]);
    expect(props['warnings']).toEqual([]);
  });
});

describe('import', () => {
  test('finds the image, and the program that adopts it does not move it', async () => {
    const clouds = world('m-2', 'm-1');
    const surroundings = surroundingsOf(clouds);
    const imported = await importPin(surroundings, 'alicloud/cn-hangzhou/m-1');
    expect(imported?.inputs).toMatchObject({
      targets: ['alicloud/cn-hangzhou'],
      imageIds: ['m-1'],
      imageId: 'm-1',
    });
    const inputs = await checked(surroundings, imported?.inputs ?? {}, QUERY);
    expect(inputs).toMatchObject({ ...QUERY, imageId: 'm-1' });
    expect(diffPinnedImage(imported?.props ?? {}, inputs)).toEqual([]);
  });

  test('an image that does not exist is nothing to import', async () => {
    const surroundings = surroundingsOf(world());
    const outcome = await importPin(surroundings, 'alicloud/cn-hangzhou/m-1/2');
    expect(outcome).toBeUndefined();
    const { signal } = surroundings;
    const args = ['alicloud/cn-hangzhou', 'm-1/2'];
    expect(surroundings.recorded).toEqual([{ name: 'findImage', args, signal }]);
  });

  test('an id of another shape says which shape it has', async () => {
    await expect(importPin(surroundingsOf(world()), 'm-1')).rejects.toThrow(
      'cloud/region/imageId, such as alicloud/cn-hangzhou/m-bp1abc. Got "m-1"',
    );
  });
});

describe('under a lock', () => {
  const TARGET = 'alicloud/cn-hangzhou';
  const PIN = { ...QUERY, triggers: [1] };
  const lockOf = (id?: string, warnings: FakeLock['warnings'] = []): FakeLock => ({
    ids: id === undefined ? {} : { [TARGET]: id },
    added: [],
    warnings,
  });

  /** A pin that holds `m-1`, checked with this lock, while `m-2` is newer. */
  async function recheck(lock: FakeLock | undefined, news: Properties = PIN) {
    const clouds = world('m-1');
    const olds = await checked(surroundingsOf(clouds), {}, PIN);
    clouds.images.unshift(image('m-2'));
    clouds.lock = lock;
    const surroundings = surroundingsOf(clouds);
    const check = await checkPinnedImage(surroundings, olds, news);
    return { olds, ...check, calls: surroundings.calls };
  }

  test('keeps the image of the state and locks it, where the lock has no entry', async () => {
    const lock = lockOf();
    const { olds, inputs, warnings, calls } = await recheck(lock);
    expect({ inputs, warnings, calls }).toEqual({ inputs: olds, warnings: [], calls: [] });
    expect(lock.added).toEqual(['m-1']);
  });

  test('keeps the locked image and adds nothing', async () => {
    const lock = lockOf('m-1');
    const { olds, inputs, calls } = await recheck(lock);
    const remembered = { ...olds, lockedImageId: 'm-1' };
    expect({ inputs, calls, added: lock.added }).toEqual({
      ...{ inputs: remembered, calls: [], added: [] },
    });
    expect(diffPinnedImage(olds, inputs)).toEqual([]);
  });

  test('passes on the warning of a lock file that cannot be written', async () => {
    const unwritten = { code: 'lock-not-written', message: 'It is read-only.' };
    const { inputs, warnings } = await recheck(lockOf(undefined, [unwritten]));
    expect(inputs['imageId']).toBe('m-1');
    expect(warnings).toEqual([unwritten]);
  });

  test('keeps its image when an entry with another one appears, and says how to take it', async () => {
    const { olds, inputs, warnings, calls } = await recheck(lockOf('m-2'));
    expect({ id: inputs['imageId'], calls }).toEqual({ id: 'm-1', calls: [] });
    expect(warnings.map(({ code }) => code)).toEqual(['pin-not-locked-image']);
    expect(warnings[0]?.message).toMatch(/m-2.*m-1.*`triggers`/);
    expect(diffPinnedImage(olds, inputs)).toEqual([]);
    const triggered = await recheck(lockOf('m-2'), { ...PIN, triggers: [2] });
    expect(triggered.calls).toEqual(['getImage']);
    expect(triggered.warnings).toEqual([]);
  });

  test('moves when an entry changes that it knew, also when the lock was away in between', async () => {
    const { inputs, calls } = await recheck(lockOf('m-1'));
    expect(calls).toEqual([]);
    const clouds = world('m-2', 'm-1');
    const away = await checked(surroundingsOf(clouds), inputs, PIN);
    expect(away).toEqual(inputs);
    clouds.lock = lockOf('m-2');
    const surroundings = surroundingsOf(clouds);
    const moved = await checked(surroundings, away, PIN);
    expect({ id: moved['imageId'], calls: surroundings.calls }).toEqual({
      ...{ id: 'm-2', calls: ['getImage'] },
    });
    expect(moved['lockedImageId']).toBe('m-2');
  });

  test('passes on what the policies say about the locked image', async () => {
    const old = { code: 'policy-max-age', target: TARGET, message: 'm-1 is too old.' };
    const { warnings } = await recheck({ ...lockOf('m-1'), lookUpWarnings: [old] });
    expect(warnings).toEqual([old]);
  });

  test('looks a changed query up through the lock', async () => {
    const lock = lockOf();
    const { calls } = await recheck(lock, { ...PIN, distro: 'debian' });
    expect({ calls, added: lock.added }).toEqual({ calls: ['getImage'], added: [] });
  });

  test('does not move for triggers, and warns that they have no effect', async () => {
    const { olds, inputs, warnings, calls } = await recheck(lockOf('m-1'), {
      ...PIN,
      triggers: [2],
    });
    expect({ id: inputs['imageId'], calls }).toEqual({ id: 'm-1', calls: [] });
    expect(warnings.map(({ code }) => code)).toEqual(['triggers-without-effect']);
    // The key is that of the new triggers, so that the pin does not move when the lock is removed.
    expect(inputs['resolutionKey']).not.toBe(olds['resolutionKey']);
    const clouds = world('m-2', 'm-1');
    const unlocked = surroundingsOf(clouds);
    const after = await checked(unlocked, inputs, { ...PIN, triggers: [2] });
    expect({ id: after['imageId'], calls: unlocked.calls }).toEqual({ id: 'm-1', calls: [] });
  });

  test('keeps an imported image', async () => {
    const clouds = world('m-2', 'm-1');
    clouds.lock = lockOf();
    const imported = await importPin(surroundingsOf(clouds), `${TARGET}/m-1`);
    const surroundings = surroundingsOf(clouds);
    const inputs = await checked(surroundings, imported?.inputs ?? {}, QUERY);
    expect({ id: inputs['imageId'], calls: surroundings.calls }).toEqual({ id: 'm-1', calls: [] });
    expect(clouds.lock.added).toEqual(['m-1']);
  });

  test('refreshes without a request and reports nothing', async () => {
    const clouds = world('m-2', 'm-1');
    const inputs = await checked(surroundingsOf(world('m-1')), {}, QUERY);
    const outputs = { ...createdPin(inputs), previousImageId: 'm-0', outdated: true };
    clouds.lock = lockOf('m-1');
    const surroundings = surroundingsOf(clouds);
    const { props, warnings } = await readPin(surroundings, outputs);
    expect(props).toEqual({ ...inputs, previousImageId: 'm-0', warnings: [] });
    expect({ warnings, calls: surroundings.calls }).toEqual({ warnings: [], calls: [] });
  });

  test('reports nothing for a pin that was created or moved', async () => {
    const inputs = await checked(surroundingsOf(world('m-1')), {}, QUERY);
    expect(createdPin(inputs, true)).toEqual({ ...inputs, warnings: [] });
    const moved = { ...inputs, imageId: 'm-2' };
    expect(updatedPin(createdPin(inputs), moved, true)).toEqual({
      ...moved,
      warnings: [],
      previousImageId: 'm-1',
    });
  });
});

describe('a named query', () => {
  const news = { query: 'web' };

  test('moves the pin when its conditions change, and not when a name is put in their place', async () => {
    const clouds = { ...world('m-1'), named: { web: QUERY } };
    const first = await checked(surroundingsOf(clouds), {}, QUERY);
    clouds.images.unshift(image('m-2'));
    const named = surroundingsOf(clouds);
    const second = await checked(named, first, news);
    expect({ id: second['imageId'], calls: named.calls }).toEqual({ id: 'm-1', calls: [] });
    clouds.named = { web: { ...QUERY, distro: 'debian' } };
    const changed = await checked(surroundingsOf(clouds), second, news);
    expect(changed['imageId']).toBe('m-2');
  });
});

describe('the reported fields of a pin', () => {
  const state = {
    ...QUERY,
    imageId: 'm-1',
    image: { id: 'm-1', target: 'alicloud/cn-hangzhou' },
    resolutionKey: 'a',
    previousImageId: 'm-0',
  };
  const reported = {
    exists: false,
    deprecated: true,
    outdated: true,
    latestImageId: 'm-9',
    previousImageId: 'm-0',
    warnings: [{ code: 'pin-gone', message: 'as before' }],
  };

  test('check takes none of them from the program', async () => {
    const surroundings = surroundingsOf(world('m-1'));
    const inputs = await checked(surroundings, {}, { ...QUERY, ...reported });
    expect(Object.keys(inputs).sort()).toEqual(
      [...Object.keys(QUERY), 'image', 'imageId', 'resolutionKey'].sort(),
    );
    expect(surroundings.recorded[0]?.args).toEqual([QUERY]);
  });

  test('diff does not compare them when the pin moves', () => {
    const olds = { ...state, ...reported, __provider: 'older text' };
    const news = { ...state, imageId: 'm-2', __provider: 'newer text' };
    expect(diffPinnedImage(olds, { ...news, previousImageId: 'x' })).toEqual(['imageId']);
  });

  test('diff notices a new image under the same key and a new key for the same image', () => {
    expect(diffPinnedImage(state, { ...state, imageId: 'm-2' })).toEqual(['imageId']);
    expect(diffPinnedImage(state, { ...state, resolutionKey: 'b' })).toEqual(['resolutionKey']);
  });

  test('are all unknown in a preview with an unknown image', () => {
    const unknown = Object.fromEntries(Object.keys(reported).map((name) => [name, UNKNOWN]));
    expect(createdPin({ imageId: UNKNOWN })).toEqual({ imageId: UNKNOWN, ...unknown });
  });

  test('a refresh replaces all but the previous image', async () => {
    const { props } = await readPin(surroundingsOf(world('m-1')), { ...state, ...reported });
    expect(props).toEqual({
      ...state,
      exists: true,
      outdated: false,
      latestImageId: 'm-1',
      warnings: [],
    });
  });

  test('a refresh keeps a state whose image has no target, and asks without one', async () => {
    for (const image of [undefined, null, 'm-1', {}, { target: 7 }]) {
      const surroundings = surroundingsOf(world('m-1'));
      await readPin(surroundings, { ...state, image });
      expect(surroundings.recorded[0]).toMatchObject({ name: 'findImage', args: ['', 'm-1'] });
    }
  });

  test('a pin whose details are no object says nothing of its deprecation', () => {
    for (const image of [undefined, null, 'm-1', {}]) {
      expect(createdPin({ imageId: 'm-1', image })).not.toHaveProperty('deprecated');
    }
  });

  test('an import does not claim that the image is the latest', async () => {
    const imported = await importPin(surroundingsOf(world('m-1')), 'alicloud/cn-hangzhou/m-1');
    expect(imported?.props).not.toHaveProperty('latestImageId');
    expect(imported?.props).not.toHaveProperty('outdated');
    expect(imported?.props).toMatchObject({ exists: true });
  });

  test('an id of another shape is an invalid query', async () => {
    await expect(importPin(surroundingsOf(world()), 'm-1')).rejects.toMatchObject({
      code: 'invalid-query',
    });
  });

  test('the warnings of a state are those with a message, and none where there is no list', () => {
    const warning = { code: 'pin-gone', message: 'It is gone.' };
    const strange = [null, 'text', {}, { message: 7 }, { message: null }];
    expect(warningsOf({ warnings: [warning, ...strange] })).toEqual([warning]);
    for (const warnings of [undefined, UNKNOWN, null, { 0: warning }]) {
      expect(warningsOf({ warnings })).toEqual([]);
    }
  });

  test('check reports no warnings for a pin that keeps its image, and a failure as one', async () => {
    const surroundings = surroundingsOf(world('m-1'));
    const { inputs } = await checkPinnedImage(surroundings, {}, QUERY);
    const kept = await checkPinnedImage(surroundings, inputs, QUERY);
    expect(kept).toEqual({ inputs, failures: [], warnings: [] });
    const unknown = await checkPinnedImage(surroundings, {}, { ...QUERY, distro: UNKNOWN });
    expect(unknown.warnings).toEqual([]);
    const failing = surroundingsOf({ ...world(), failure: new ImageError('unavailable', 'down') });
    expect((await checkPinnedImage(failing, {}, QUERY)).warnings).toEqual([]);
  });

  test('an adopted pin whose image changes is a change', () => {
    const adopted = { ...QUERY, imageId: 'm-1' };
    const news = { ...QUERY, imageId: 'm-2', resolutionKey: 'b' };
    expect(diffPinnedImage(adopted, news)).toEqual(['imageId', 'resolutionKey']);
  });

  test('check resolves a query whose provider text is unknown', async () => {
    const news = { ...QUERY, __provider: UNKNOWN };
    expect(await checked(surroundingsOf(world('m-1')), {}, news)).toMatchObject({ imageId: 'm-1' });
  });
});
