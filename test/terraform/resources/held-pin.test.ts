import type { CtyObject } from '../../../provider/terraform/cty/value';
import { UNKNOWN } from '../../../provider/terraform/cty/value';
import {
  heldIds,
  isChoiceFor,
  resultsOf,
  seenIds,
} from '../../../provider/terraform/resources/held-pin';
import { imageOf } from '../harness/fake-parts';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';

describe('heldIds', () => {
  it.each<[string, CtyObject | null, Record<string, string>]>([
    ['a map', { image_id_by_target: { [A]: 'm-1', [B]: null } }, { [A]: 'm-1' }],
    ['an older release', { image_id_by_target: null, target: A, image_id: 'm-1' }, { [A]: 'm-1' }],
    ['a pin without an image', { image_id_by_target: null, target: null, image_id: null }, {}],
    ['no pin', null, {}],
  ])('reads the state of %s', (_, prior, ids) => {
    expect(heldIds(prior)).toEqual(ids);
  });
});

test('seenIds reads the locked ids that a state remembers', () => {
  expect(seenIds({ locked_image_id_by_target: { [A]: 'm-1', [B]: null } })).toEqual({ [A]: 'm-1' });
  expect(seenIds({ locked_image_id_by_target: null })).toEqual({});
  expect(seenIds(null)).toEqual({});
});

describe('resultsOf', () => {
  const a = imageOf('m-a', { deprecated: true });
  const b = imageOf('m-b', { target: B, region: 'cn-beijing', deprecated: false });

  it('gives one image with its details and a report', () => {
    expect(resultsOf([a], 'key', false)).toMatchObject({
      ...{ id: 'm-a', image_id: 'm-a', target: A, image: { id: 'm-a' }, resolution_key: 'key' },
      ...{ exists: true, deprecated: true, outdated: false, latest_image_id: 'm-a' },
      locked_image_id_by_target: null,
    });
  });

  it('gives several images by their targets, deprecated if one of them is', () => {
    expect(resultsOf([a, b], 'key', false)).toMatchObject({
      ...{ id: `${A}/m-a,${B}/m-b`, image_id: null, target: null, image: null },
      image_id_by_target: { [A]: 'm-a', [B]: 'm-b' },
      ...{ exists: true, deprecated: true, outdated: false, latest_image_id: null },
    });
    expect(resultsOf([b], 'key', false)).toMatchObject({ deprecated: false });
    expect(resultsOf([b, imageOf('m-c')], 'key', false)).toMatchObject({ deprecated: false });
  });

  it('reports no deprecation where no cloud does', () => {
    expect(resultsOf([imageOf('m-c')], 'key', false)).toMatchObject({ deprecated: null });
  });

  it('reports nothing under a lock, and remembers the locked ids', () => {
    expect(resultsOf([a, b], 'key', true, new Set([B]))).toMatchObject({
      ...{ exists: null, deprecated: null, outdated: null, latest_image_id: null },
      locked_image_id_by_target: { [B]: 'm-b' },
    });
  });
});

describe('a recalled choice', () => {
  const choice = resultsOf([imageOf('m-a')], 'key', false);
  const two = resultsOf([imageOf('m-a'), imageOf('m-b', { target: B })], 'key', false);

  it('counts for the key it was made for', () => {
    expect(isChoiceFor('key', choice)).toBe(true);
    expect(isChoiceFor('key', two)).toBe(true);
    expect(isChoiceFor('other', choice)).toBe(false);
  });

  it.each<[string, CtyObject]>([
    ['no ids', { image_id_by_target: null }],
    ['empty ids', { image_id_by_target: {} }],
    ['an empty id', { image_id_by_target: { [A]: '' } }],
    ['an empty target', { image_id_by_target: { '': 'm-a' }, target: '' }],
    ['another target', { target: B }],
    ['another id', { image_id: 'm-b' }],
    ['no image', { image: null }],
    ['an unknown value', { exists: UNKNOWN }],
  ])('does not count with %s', (_, change) => {
    expect(isChoiceFor('key', { ...choice, ...change })).toBe(false);
  });

  it('does not count with an empty id among several', () => {
    const ids = { [A]: 'm-a', [B]: '' };
    expect(isChoiceFor('key', { ...two, image_id_by_target: ids })).toBe(false);
  });
});
