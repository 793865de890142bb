import { ImageError } from '../../../provider/errors/image-error';
import type { PinLock } from '../../../provider/lock/pin-lock';
import type { CtyObject } from '../../../provider/terraform/cty/value';
import {
  addHeldImages,
  planUnderCandidate,
} from '../../../provider/terraform/resources/candidate-in-lock';
import { planCandidate } from '../../../provider/terraform/resources/candidate-pin';
import { resultsOf } from '../../../provider/terraform/resources/held-pin';
import { readPin } from '../../../provider/terraform/resources/read-pin';
import type { Context, ProviderEngine } from '../../../provider/terraform/server/parts';
import { EMPTY_PLAN_MEMORY, fakeEngine, imageOf, NO_LOCK } from '../harness/fake-parts';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';
const IMAGE = imageOf('m-1', { inferred: ['osVersion'], osVersion: '22.04' });

function contextOf(engine: ProviderEngine): Context {
  return {
    configured: { engine, targets: null, planMemory: EMPTY_PLAN_MEMORY },
    signal: new AbortController().signal,
  };
}
const unconfigured: Context = {
  configured: { unknownArguments: ['alicloud', 'targets'] },
  signal: new AbortController().signal,
};

const candidate = (ids: Record<string, string>): CtyObject => ({
  ...{ id_by_target: ids, query_key: 'q', query: '{"distro":"ubuntu"}' },
  ...{ locked_at_by_target: null, added_targets: null },
});

/** A lock in use with these entries, which keeps what it was asked and given. */
function lockWith(ids: Record<string, string>, add?: PinLock['add']) {
  const asked: unknown[] = [];
  const added: unknown[] = [];
  const lock: PinLock = {
    isUsed: async () => true,
    lookUp: async (query) => {
      asked.push(query);
      return { ids: new Map(Object.entries(ids)), warnings: [] };
    },
    add:
      add ??
      (async (query, images) => {
        added.push([query, typeof images === 'function' ? await images() : images]);
        return [{ code: 'lock-note', message: 'Written.' }];
      }),
  };
  return { lock, asked, added };
}

describe('a pin with a candidate, in lock mode add', () => {
  const now = { candidate: candidate({ [A]: 'm-1' }), triggers: null };
  const state = planCandidate(null, now).value;
  const plan = planCandidate(state, now);

  it('adds the image that its state holds, in our own words', async () => {
    const { lock, added } = lockWith({});
    const withImage = { ...state, ...resultsOf([IMAGE], 'key', false) };
    const engine = fakeEngine({ pinLock: lock });
    expect(await addHeldImages(plan, withImage, now, contextOf(engine))).toEqual([
      { severity: 'warning', summary: 'Lock note', detail: 'Written.' },
    ]);
    expect(added).toEqual([
      [{ distro: 'ubuntu', targets: [A] }, [expect.objectContaining({ ...IMAGE, raw: '{}' })]],
    ]);
  });

  it('finds the image where the state has only its id', async () => {
    const { lock, added } = lockWith({});
    const calls: string[][] = [];
    const findImage = async (target: string, id: string) => {
      calls.push([target, id]);
      return IMAGE;
    };
    await addHeldImages(plan, state, now, contextOf(fakeEngine({ pinLock: lock, findImage })));
    expect(calls).toEqual([[A, 'm-1']]);
    expect(added).toEqual([[{ distro: 'ubuntu', targets: [A] }, [IMAGE]]]);
  });

  it('warns where the image no longer exists', async () => {
    const { lock } = lockWith({});
    const engine = fakeEngine({ pinLock: lock, findImage: async () => undefined });
    const reason = 'the pinned image m-1 no longer exists in alicloud/cn-hangzhou';
    expect(await addHeldImages(plan, state, now, contextOf(engine))).toEqual([
      {
        severity: 'warning',
        summary: 'Lock not written',
        detail: expect.stringMatching(
          `^The pinned image was not added to the lock file: .*${reason}\\.$`,
        ),
      },
    ]);
  });

  it('fails where the image is denied or the run is cancelled, and warns of anything else', async () => {
    const failing = (error: unknown) => {
      const { lock } = lockWith({}, async () => {
        throw error;
      });
      return addHeldImages(plan, state, now, contextOf(fakeEngine({ pinLock: lock })));
    };
    expect(await failing(new ImageError('denied-image', 'denied by policy'))).toEqual([
      expect.objectContaining({
        severity: 'error',
        detail: expect.stringContaining('denied by policy'),
      }),
    ]);
    await expect(failing(new ImageError('cancelled', 'enough'))).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await failing(new Error('disk full'))).toEqual([
      {
        severity: 'warning',
        summary: 'Lock not written',
        detail: 'The pinned image was not added to the lock file: disk full.',
      },
    ]);
    expect(await failing('odd')).toEqual([
      expect.objectContaining({
        detail: 'The pinned image was not added to the lock file: odd.',
      }),
    ]);
  });

  it('adds nothing for a new pin, a locked one, or an unknown provider', async () => {
    const { lock, added } = lockWith({});
    const context = contextOf(fakeEngine({ pinLock: lock }));
    expect(await addHeldImages(plan, null, now, context)).toEqual([]);
    expect(await addHeldImages({ ...plan, unlocked: [] }, state, now, context)).toEqual([]);
    expect(await addHeldImages(plan, state, now, unconfigured)).toEqual([]);
    expect(added).toEqual([]);
  });
});

describe('a pin whose query moves to a data source', () => {
  const own: CtyObject = {
    ...resultsOf([IMAGE], 'key', false),
    ...{ targets: [A], distro: 'ubuntu', candidate: null, triggers: null },
  };
  const now = { candidate: candidate({ [A]: 'm-2' }), triggers: null };
  const imageIdOf = async (prior: CtyObject | null, { configured }: Context) =>
    (await planUnderCandidate(prior, now, configured)).value?.['image_id'];

  it('asks what its own query meant, and takes the new image for another query', async () => {
    const prepared: unknown[] = [];
    const engine = fakeEngine();
    const prepare: typeof engine.prepare = async (query) => {
      prepared.push(query);
      return engine.prepare(query);
    };
    expect(await imageIdOf(own, contextOf({ ...engine, prepare }))).toBe('m-2');
    expect(prepared).toEqual([{ targets: [A], distro: 'ubuntu' }]);
  });

  it('takes the new image where its old query is not valid any more', async () => {
    const prepare = async (): Promise<never> => {
      throw new ImageError('invalid-query', 'gone');
    };
    expect(await imageIdOf(own, contextOf(fakeEngine({ prepare })))).toBe('m-2');
  });

  it.each<[string, CtyObject | null]>([
    ['is new', null],
    ['had a candidate before', { ...own, candidate: candidate({ [A]: 'm-1' }) }],
  ])('prepares nothing where it %s', async (_, prior) => {
    const prepare = async (): Promise<never> => {
      throw new Error('not expected');
    };
    await expect(imageIdOf(prior, contextOf(fakeEngine({ prepare })))).resolves.toMatch(/^m-/);
    await expect(imageIdOf(prior, unconfigured)).resolves.toMatch(/^m-/);
  });
});

describe('the refresh of a pin under a lock', () => {
  const state: CtyObject = {
    ...resultsOf([IMAGE], 'key', false),
    ...{ targets: [A], distro: 'ubuntu', candidate: null, triggers: null },
  };
  const refresh = (prior: CtyObject, lock: PinLock) =>
    readPin(prior, contextOf(fakeEngine({ pinLock: lock })));

  it('asks no cloud, empties the report and remembers the entry', async () => {
    const { lock, asked } = lockWith({ [A]: 'm-1' });
    expect(await refresh(state, lock)).toEqual({
      value: {
        ...state,
        ...{ exists: null, deprecated: null, outdated: null, latest_image_id: null },
        locked_image_id_by_target: { [A]: 'm-1' },
      },
      diagnostics: [],
    });
    expect(asked).toEqual([{ targets: [A], distro: 'ubuntu' }]);
  });

  it('looks the query of a data source up', async () => {
    const { lock, asked } = lockWith({});
    const { value } = await refresh({ ...state, candidate: candidate({ [A]: 'm-1' }) }, lock);
    expect(asked).toEqual([{ distro: 'ubuntu' }]);
    expect(value).toMatchObject({ locked_image_id_by_target: null });
  });

  it('does not look up an imported image, which no query chose', async () => {
    const { lock, asked } = lockWith({ [A]: 'm-1' });
    const { value } = await refresh({ ...state, resolution_key: '' }, lock);
    expect(asked).toEqual([]);
    expect(value).toMatchObject({ image_id: 'm-1', locked_image_id_by_target: null });
  });

  it('does not fail where the lock cannot be read, unless it is cancelled', async () => {
    const failing = (error: unknown): PinLock => ({
      ...NO_LOCK,
      isUsed: async () => true,
      lookUp: async () => {
        throw error;
      },
    });
    const seen = { ...state, locked_image_id_by_target: { [A]: 'm-0' } };
    const { value, diagnostics } = await refresh(
      seen,
      failing(new ImageError('invalid-lock', 'odd')),
    );
    expect(value).toMatchObject({ locked_image_id_by_target: { [A]: 'm-0' }, exists: null });
    expect(diagnostics).toEqual([]);
    expect(await refresh(seen, failing(new SyntaxError('odd')))).toMatchObject({ diagnostics: [] });
    expect(await refresh(seen, failing(new ImageError('cancelled', 'enough')))).toMatchObject({
      value: null,
      diagnostics: [{ severity: 'error', summary: 'Cancelled' }],
    });
  });
});

describe('the refresh of a pin of several targets', () => {
  const [a, b] = [imageOf('m-a'), imageOf('m-b', { target: B, region: 'cn-beijing' })];
  const state: CtyObject = {
    ...resultsOf([a, b], 'key', false),
    ...{ targets: [A, B], distro: 'ubuntu', candidate: null, triggers: null, same_build: null },
  };
  function engineOf(now: Record<string, ReturnType<typeof imageOf> | undefined>) {
    const queries: unknown[] = [];
    const engine = fakeEngine({
      findImage: async (target) => now[target],
      getImage: async (query) => {
        queries.push(query);
        throw new ImageError('no-match', 'none');
      },
    });
    return { engine, queries };
  }

  it('asks for each target alone, and reports what holds of all', async () => {
    const { engine, queries } = engineOf({ [A]: { ...a, deprecated: true }, [B]: undefined });
    const { value } = await readPin(state, contextOf(engine));
    expect(queries).toEqual([
      { targets: [A], distro: 'ubuntu' },
      { targets: [B], distro: 'ubuntu' },
    ]);
    expect(value).toMatchObject({ exists: false, deprecated: true, latest_image_id: null });
  });

  it('looks only at the images where all targets must have one build', async () => {
    const { engine, queries } = engineOf({ [A]: { ...a, deprecated: false }, [B]: b });
    const { value } = await readPin({ ...state, same_build: true }, contextOf(engine));
    expect(queries).toEqual([]);
    expect(value).toMatchObject({ exists: true, deprecated: false });
  });
});
