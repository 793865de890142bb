import { overlayConfiguration } from '../../provider/look-up/overlay-configuration';
import { readConfiguration } from '../../provider/pulumi/read-configuration';
import { shareEngines } from '../../provider/pulumi/engines';
import { fakeEngine } from './fake-engine';

describe('a stack’s configuration', () => {
  const read = (values: Record<string, unknown>) => readConfiguration((name) => values[name]);

  test.each([
    [
      'JSON texts are parsed',
      { timeoutSeconds: '30', targets: '["a/b"]' },
      { timeoutSeconds: 30, targets: ['a/b'] },
    ],
    ['values that are parsed already stay', { targets: ['a/b'] }, { targets: ['a/b'] }],
    ['what is absent or empty is left out', { targets: '', alicloud: undefined, qcloud: null }, {}],
    ['other names are not ours', { version: '1.0.0' }, {}],
    [
      'what is no JSON goes through, for the engine to name',
      { targets: 'a/b' },
      { targets: 'a/b' },
    ],
  ])('%s', (_, values, expected) => {
    expect(read(values)).toEqual(expected);
  });
});

test('a call’s own configuration counts first, field by field', () => {
  const own = { targets: ['a/b'], alicloud: { profile: 'mine' } };
  const stack = {
    targets: ['c/d'],
    alicloud: { profile: 'theirs', accessKey: 'k' },
    timeoutSeconds: 5,
  };
  expect(overlayConfiguration(own, stack)).toEqual({
    targets: ['a/b'],
    alicloud: { profile: 'mine', accessKey: 'k' },
    timeoutSeconds: 5,
  });
  expect(overlayConfiguration(undefined, stack)).toEqual(stack);
  expect(overlayConfiguration({ targets: undefined }, stack)).toEqual(stack);
});

describe('engines', () => {
  test('the same configuration gives the same engine', async () => {
    const made: unknown[] = [];
    const engineFor = shareEngines(async (configuration) => {
      made.push(configuration);
      return fakeEngine({ images: [], warnings: [] });
    });
    const first = await engineFor({ timeoutSeconds: 5 });
    expect(await engineFor({ timeoutSeconds: 5 })).toBe(first);
    expect(await engineFor({ timeoutSeconds: 6 })).not.toBe(first);
    expect(made).toEqual([{ timeoutSeconds: 5 }, { timeoutSeconds: 6 }]);
  });

  test('a failure is not remembered', async () => {
    let fails = true;
    const engineFor = shareEngines(async () => {
      if (fails) throw new Error('not now');
      return fakeEngine({ images: [], warnings: [] });
    });
    await expect(engineFor({})).rejects.toThrow('not now');
    fails = false;
    await expect(engineFor({})).resolves.toBeDefined();
  });
});
