import { decideUnderLock } from '../../provider/pin/pin-under-lock';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';

describe('a pin under a lock', () => {
  test('resolves when it is new', () => {
    const locked = new Map([[A, 'm-1']]);
    expect(decideUnderLock({ held: {}, isSameQuery: false, locked })).toEqual({ do: 'resolve' });
  });

  test('resolves when its query changed', () => {
    const decision = decideUnderLock({
      held: { [A]: 'm-1' },
      isSameQuery: false,
      locked: new Map([[A, 'm-1']]),
    });
    expect(decision).toEqual({ do: 'resolve' });
  });

  test('keeps its image without a lock entry, which is then to be added', () => {
    const decision = decideUnderLock({
      held: { [A]: 'm-1' },
      isSameQuery: true,
      locked: new Map(),
    });
    expect(decision).toEqual({ do: 'keep', moved: [], unlocked: [A] });
  });

  test('keeps its image where the lock has the same one', () => {
    const decision = decideUnderLock({
      held: { [A]: 'm-1' },
      isSameQuery: true,
      locked: new Map([[A, 'm-1']]),
    });
    expect(decision).toEqual({ do: 'keep', moved: [], unlocked: [] });
  });

  test('moves only in the targets whose entry has another image', () => {
    const decision = decideUnderLock({
      held: { [A]: 'm-1', [B]: 'm-2' },
      isSameQuery: true,
      locked: new Map([
        [A, 'm-9'],
        ['alicloud/elsewhere', 'm-3'],
      ]),
    });
    expect(decision).toEqual({ do: 'keep', moved: [A], unlocked: [B] });
  });
});

it('resolves a pin that holds no image', () => {
  const pin = { held: {}, isSameQuery: true, locked: new Map([['alicloud/x', 'm-1']]) };
  expect(decideUnderLock(pin)).toEqual({ do: 'resolve' });
});
