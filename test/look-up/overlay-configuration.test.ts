import { overlayConfiguration } from '../../provider/look-up/overlay-configuration';

describe('overlayConfiguration', () => {
  it('takes each field from the first configuration that has it, also within a cloud', () => {
    const first = { timeoutSeconds: 10, alicloud: { accessKey: 'first' } };
    const second = {
      timeoutSeconds: 20,
      maxImages: 5,
      alicloud: { accessKey: 'second', profile: 'team' },
      qcloud: { profile: 'other' },
    };
    expect(overlayConfiguration(first, second)).toEqual({
      timeoutSeconds: 10,
      maxImages: 5,
      alicloud: { accessKey: 'first', profile: 'team' },
      qcloud: { profile: 'other' },
    });
  });

  it.each<[string, unknown, unknown, unknown]>([
    [
      'null and undefined are the same as absent',
      { a: null, b: undefined },
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ],
    ['false and 0 are values', { a: false, b: 0 }, { a: true, b: 1 }, { a: false, b: 0 }],
    ['lists are not joined', { targets: ['a'] }, { targets: ['b', 'c'] }, { targets: ['a'] }],
    [
      'a list does not take the fields of an object',
      { a: ['x'] },
      { a: { 0: 'y', b: 1 } },
      { a: ['x'] },
    ],
    ['an object is kept over null', { a: { b: 1 } }, { a: null }, { a: { b: 1 } }],
    ['an object is kept over a list', { a: { b: 1 } }, { a: ['x'] }, { a: { b: 1 } }],
    ['an object is kept over a string', { a: { b: 1 } }, { a: 'x' }, { a: { b: 1 } }],
    ['without a first configuration the second holds', undefined, { a: 1 }, { a: 1 }],
    ['without a second configuration the first holds', { a: 1 }, undefined, { a: 1 }],
    ['without either there is none', undefined, undefined, undefined],
  ])('%s', (_, first, second, joined) => {
    expect(overlayConfiguration(first, second)).toEqual(joined);
  });
});
