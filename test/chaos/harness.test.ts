/** The harness itself: that a seed reproduces a run, and that its judge knows right from wrong. */
import { judge, type Outcome } from './judge';
import type { Query } from './query';
import { drawScenario } from './scenario';
import { NO_FAULTS, runScript } from './script';
import type { Truth } from './truth';
import { FAULTS } from './faults/index';
import { judgeLookUp, type Answered } from './verdict';
import { installVirtualTime } from './virtual-time';
import { CHAOS_CLOUDS, vocabularyOf } from './vocabulary/index';

const TARGET = 'alicloud/cn-hangzhou';
const NOW = Date.UTC(2026, 0, 15);

function truth(id: string, fields: Partial<Truth> = {}): Truth {
  return {
    cloud: 'alicloud',
    region: 'cn-hangzhou',
    id,
    name: id,
    osType: 'linux',
    distro: 'ubuntu',
    osVersion: '22.04',
    architecture: 'x86_64',
    variant: 'base',
    owner: 'public',
    status: 'available',
    createdAt: '2025-01-01T00:00:00Z',
    oddWords: 0,
    ...fields,
  };
}

function judged(query: Omit<Query, 'targets'>, ...truths: readonly Truth[]): readonly Outcome[] {
  return judge({ targets: [TARGET], ...query }, () => truths, NOW);
}

const found = (...ids: readonly string[]): Outcome => ({
  kind: 'images',
  ids: ids.map((id) => `${TARGET} ${id}`),
});
const failed = (code: string): Outcome => ({ kind: 'error', code });

describe('the naive judge', () => {
  it('orders versions by number, and a plain query by version', () => {
    const old = truth('old', { osVersion: '8.9', createdAt: '2025-06-01T00:00:00Z' });
    const high = truth('high', { osVersion: '8.10' });
    expect(judged({ distro: 'ubuntu' }, old, high)).toEqual([found('high', 'old')]);
    expect(judged({}, old, high)).toEqual([found('old', 'high')]);
  });

  it('takes only plain public images for a plain query, and every variant for one by name', () => {
    const gpu = truth('gpu', { variant: 'gpu' });
    const own = truth('own', { owner: 'self' });
    const plain = truth('plain');
    expect(judged({ distro: 'ubuntu' }, gpu, own, plain)).toEqual([found('plain')]);
    expect(judged({ distro: 'ubuntu', nameRegex: 'gpu' }, gpu, own, plain)).toEqual([found('gpu')]);
    expect(judged({ imageIds: ['own'] }, gpu, own, plain)).toEqual([found('own')]);
  });

  it('calls a pick over two architectures ambiguous, unless ids were named', () => {
    const both = [truth('a'), truth('b', { architecture: 'arm64' })] as const;
    expect(judged({ mostRecent: true }, ...both)).toEqual([failed('ambiguous-match')]);
    expect(judged({ mostRecent: true, imageIds: ['a', 'b'] }, ...both)).toEqual([found('b')]);
  });

  it('does not take 2012 for 2012 R2, nor 7 for 70', () => {
    const r2 = truth('r2', { osVersion: '2012 R2' });
    expect(judged({ osVersion: '2012' }, r2)).toEqual([failed('no-match')]);
    expect(judged({ osVersion: '7' }, truth('x', { osVersion: '70' }))).toEqual([
      failed('no-match'),
    ]);
    expect(judged({ osVersion: '7' }, truth('x', { osVersion: '7.9' }))).toEqual([found('x')]);
  });

  it('refuses a condition that the cloud cannot answer', () => {
    const query = { targets: ['qcloud/ap-guangzhou'], family: 'web' };
    expect(judge(query, () => [], NOW)).toEqual([failed('unsupported-filter')]);
  });
});

describe('the verdict', () => {
  const scenario = {
    ...drawScenario(3, { seed: 1, overSockets: false, cloud: 'alicloud' }),
    script: NO_FAULTS,
    moved: undefined,
  };
  const verdictOf = (answered: Answered, tookMs = 10, leaks: readonly string[] = []) =>
    judgeLookUp(scenario, {
      answered,
      running: runScript(NO_FAULTS, 1, 3),
      requests: 1,
      tookMs,
      leaks,
    }).verdict;

  it('calls an answer without the images of the catalog partial or wrong', () => {
    const nothing = { kind: 'images', images: [], ids: [], idByTarget: {}, byId: false } as const;
    expect(['partial', 'wrong']).toContain(verdictOf(nothing));
  });

  it('tells hangs, crashes and leaks apart', () => {
    expect(verdictOf({ kind: 'hang' })).toBe('hang');
    expect(verdictOf({ kind: 'crash', error: new TypeError('x') })).toBe('crash');
    const nothing = { kind: 'images', images: [], ids: [], idByTarget: {}, byId: false } as const;
    expect(verdictOf(nothing, 10, ['1 timers'])).toBe('leak');
    expect(verdictOf(nothing, 32_000)).toBe('hang');
  });
});

describe('scenarios', () => {
  it('are the same for the same seed and number', () => {
    for (let index = 0; index < 50; index += 1) {
      const draw = () => drawScenario(index, { seed: 11, overSockets: false });
      expect(JSON.stringify(draw())).toBe(JSON.stringify(draw()));
    }
    const other = drawScenario(1, { seed: 12, overSockets: false });
    expect(JSON.stringify(other)).not.toBe(
      JSON.stringify(drawScenario(1, { seed: 11, overSockets: false })),
    );
  });

  it('have more than 50 kinds of faults, each with a name of its own', () => {
    const names = FAULTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(50);
  });

  it.each(CHAOS_CLOUDS)('render images of %s that its simulator can list', (cloud) => {
    const { drawn } = drawScenario(5, { seed: 2, overSockets: false, cloud }).catalogs[0] ?? {
      drawn: [],
    };
    for (const { image } of drawn) {
      expect(image.cloud).toBe(cloud);
      expect(vocabularyOf(cloud).owners).toContain(image.owner);
    }
  });
});

describe('virtual time', () => {
  it('jumps to the next timer, counts those left, and gives the real timers back', async () => {
    const realTimeout = globalThis.setTimeout;
    const time = installVirtualTime();
    try {
      const late = new Promise<string>((resolve) => setTimeout(() => resolve('late'), 3_600_000));
      expect(await time.settle(late)).toEqual({ status: 'fulfilled', value: 'late' });
      expect(time.now()).toBe(3_600_000);
      setTimeout(() => undefined, 5);
      expect(time.pending()).toBe(1);
      time.clear();
      expect(await time.settle(new Promise(() => undefined))).toBeUndefined();
    } finally {
      time.restore();
    }
    expect(globalThis.setTimeout).toBe(realTimeout);
  });
});
