import fc from 'fast-check';
import {
  decideUnderLock,
  rememberLocked,
  type PinUnderLock,
} from '../../provider/pin/pin-under-lock';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';

const decide = (pin: Partial<PinUnderLock>) =>
  decideUnderLock({
    ...{ held: { [A]: 'm-1' }, isSameQuery: true, locked: new Map() },
    ...{ seen: {}, triggersChanged: false },
    ...pin,
  });

describe('a pin under a lock', () => {
  test('resolves when it is new', () => {
    const locked = new Map([[A, 'm-1']]);
    expect(decide({ held: {}, isSameQuery: false, locked })).toEqual({ do: 'resolve' });
  });

  test('resolves when its query changed', () => {
    const locked = new Map([[A, 'm-1']]);
    expect(decide({ isSameQuery: false, locked })).toEqual({ do: 'resolve' });
  });

  test('resolves when it holds no image', () => {
    expect(decide({ held: {}, locked: new Map([[A, 'm-1']]) })).toEqual({ do: 'resolve' });
  });

  test('keeps its image without a lock entry, which is then to be added', () => {
    expect(decide({})).toEqual({ do: 'keep', moved: [], unlocked: [A], apart: [] });
  });

  test('keeps its image where the lock has the same one', () => {
    const locked = new Map([[A, 'm-1']]);
    for (const seen of [{}, { [A]: 'm-1' }, { [A]: 'm-0' }]) {
      const kept = { do: 'keep', moved: [], unlocked: [], apart: [] };
      expect(decide({ locked, seen })).toEqual(kept);
      expect(decide({ locked, seen, triggersChanged: true })).toEqual(kept);
    }
  });

  test('keeps its image when an entry appears with another image', () => {
    const locked = new Map([[A, 'm-9']]);
    const kept = { do: 'keep', moved: [], unlocked: [], apart: [A] };
    expect(decide({ locked })).toEqual(kept);
    const seen = rememberLocked({ held: { [A]: 'm-1' }, locked, seen: {} });
    expect(decide({ locked, seen })).toEqual(kept);
  });

  test('takes the image of an entry that appeared when its triggers change', () => {
    const locked = new Map([[A, 'm-9']]);
    for (const seen of [{}, { [A]: 'm-9' }]) {
      const moved = { do: 'keep', moved: [A], unlocked: [], apart: [] };
      expect(decide({ locked, seen, triggersChanged: true })).toEqual(moved);
    }
  });

  test('moves only in the targets whose entry changed', () => {
    const decision = decide({
      held: { [A]: 'm-1', [B]: 'm-2' },
      locked: new Map([
        [A, 'm-9'],
        ['alicloud/elsewhere', 'm-3'],
      ]),
      seen: { [A]: 'm-1', [B]: 'm-2' },
    });
    expect(decision).toEqual({ do: 'keep', moved: [A], unlocked: [B], apart: [] });
  });
});

describe('what a state remembers of the lock', () => {
  const held = { [A]: 'm-1' };

  test('is the entry that appeared, and stays when the lock is removed', () => {
    const seen = rememberLocked({ held, locked: new Map([[A, 'm-9']]), seen: {} });
    expect(seen).toEqual({ [A]: 'm-9' });
    expect(rememberLocked({ held, locked: new Map(), seen })).toEqual(seen);
  });

  test('is not replaced by a changed entry before the pin has moved', () => {
    const seen = { [A]: 'm-1' };
    expect(rememberLocked({ held, locked: new Map([[A, 'm-2']]), seen })).toEqual(seen);
  });

  test('is the image of the pin once the lock has it', () => {
    const locked = new Map([[A, 'm-1']]);
    expect(rememberLocked({ held, locked, seen: { [A]: 'm-0' } })).toEqual({ [A]: 'm-1' });
  });

  /** The lock file at one run: removed, or with one of three images. */
  const runs = fc.array(fc.option(fc.constantFrom('m-1', 'm-2', 'm-3'), { nil: undefined }));

  test('lets a pin move only when an entry differs from the one before it', () => {
    fc.assert(
      fc.property(runs, (entries) => {
        let imageId = 'm-1';
        let seen: Readonly<Record<string, string>> = {};
        let before: string | undefined;
        for (const entry of entries) {
          const locked = new Map(entry === undefined ? [] : [[A, entry]]);
          const now = { held: { [A]: imageId }, locked, seen };
          const decision = decide(now);
          const moves = decision.do === 'keep' && decision.moved.length > 0;
          if (moves) {
            expect(before).toBeDefined();
            expect(entry).not.toBe(before);
            imageId = entry ?? '';
            seen = { [A]: imageId };
          } else {
            seen = rememberLocked(now);
            // A changed entry moves the pin to it, if the pin does not have its image already.
            const changed = entry !== undefined && before !== undefined && entry !== before;
            expect(changed && entry !== imageId).toBe(false);
          }
          before = entry ?? before;
        }
      }),
    );
  });
});
