import { NO_TABLES } from '../../provider/image/cloud-tables';
import { ImageError } from '../../provider/errors/image-error';
import type { Image } from '../../provider/image/answer.generated';
import { lookUpImages, type LookUpParts } from '../../provider/look-up/look-up';
import type { ListRequest } from '../../provider/source/source';
import { anImage } from '../image/an-image';

// What a look-up lists a second time when nothing matches, and what it makes of the answer.

const TARGETS = ['alicloud/cn-hangzhou'];

/** Parts whose source answers each request by a function; the requests are kept. */
function partsOver(answer: (request: ListRequest, call: number) => readonly Image[]) {
  const requests: ListRequest[] = [];
  const parts: LookUpParts = {
    source: {
      key: async () => 'unused',
      list: async (request) => {
        requests.push(request);
        return { images: answer(request, requests.length), notes: [] };
      },
    },
    defaultTargets: [],
    tables: NO_TABLES,
    nowMs: () => 0,
    note: () => undefined,
  };
  const ask = (query: object) =>
    lookUpImages(parts, { targets: TARGETS, ...query }, { signal: new AbortController().signal });
  return { ask, requests };
}

describe('a query that leaves nothing by its instance type', () => {
  const query = { instanceType: 'ecs.g8y.large', distro: 'ubuntu', owners: ['public'] };

  it('counts the images that there are without it, and those that pass the other conditions', async () => {
    const images = [anImage({ id: 'a' }), anImage({ id: 'b', distro: 'debian' })];
    const { ask, requests } = partsOver(({ scope }) =>
      scope.instanceType === undefined ? images : [],
    );
    await expect(ask(query)).rejects.toMatchObject({
      code: 'no-match',
      facts: {
        data: {
          targets: [
            {
              listed: 2,
              steps: expect.arrayContaining([
                { condition: 'instanceType(ecs.g8y.large)', removed: 2, unknown: 0, left: 0 },
              ]),
              hints: [
                'instanceType(ecs.g8y.large) left no image. Without it, the API lists 2 images, 1 of which pass the other conditions.',
              ],
            },
          ],
        },
      },
    });
    expect(requests.map(({ scope }) => scope.instanceType)).toEqual(['ecs.g8y.large', undefined]);
    // An empty listing must mean that the instance type left nothing, and not the narrowing.
    for (const { narrowing } of requests) expect(narrowing).toEqual({ owners: ['public'] });
  });

  it('says so of native parameters too, with their values', async () => {
    const { ask } = partsOver(({ scope }) => (scope.native === undefined ? [anImage()] : []));
    await expect(ask({ native: { alicloud: { Usage: 'none' } } })).rejects.toMatchObject({
      reason: expect.stringContaining('native.alicloud(Usage=none) left no image.'),
    });
  });

  it('shows the instance type as the first step where it leaves something', async () => {
    const { ask } = partsOver(() => [anImage()]);
    const { explanation } = await ask(query);
    expect(explanation.targets[0]?.steps[0]).toEqual({
      condition: 'instanceType(ecs.g8y.large)',
      removed: 0,
      unknown: 0,
      left: 1,
      byApi: true,
    });
    expect(explanation.text).toContain('removed 0 (applied by the API before listing), 1 left');
  });
});

describe('the second listing', () => {
  it('is the answer when it has what the first did not have', async () => {
    const { ask } = partsOver((_, call) => (call === 1 ? [] : [anImage({ id: 'late' })]));
    expect((await ask({ name: anImage().name })).ids).toEqual(['late']);
  });

  it('is made once per target, for the owners of the query only', async () => {
    const { ask, requests } = partsOver(() => [anImage({ owner: 'self' })]);
    await expect(ask({ name: 'none', architecture: 'x86_64' })).rejects.toMatchObject({
      code: 'no-match',
    });
    expect(requests.map(({ narrowing }) => narrowing.owners)).toEqual([
      ['public', 'self'],
      ['public', 'self'],
    ]);
    expect(requests[1]?.narrowing).not.toHaveProperty('architecture');
  });

  it('that is cancelled ends the look-up, and is no "no match"', async () => {
    const { ask } = partsOver((_, call) => {
      if (call === 2) throw new ImageError('cancelled', 'the caller cancelled the call');
      return [];
    });
    await expect(ask({ name: 'none' })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('that fails leaves the first one to explain', async () => {
    const { ask } = partsOver((_, call) => {
      if (call === 2) throw new ImageError('forbidden', 'not allowed');
      return [anImage()];
    });
    await expect(ask({ name: 'none' })).rejects.toMatchObject({
      code: 'no-match',
      facts: { data: { targets: [{ listed: 1 }] } },
    });
  });
});

describe('a query by ids', () => {
  it('asks for the ids alone, of any owner, and warns of what is unusual', async () => {
    const images = [
      anImage({ id: 'a', owner: 'community', ownerId: '4711' }),
      anImage({ id: 'b', deprecated: true, variant: 'gpu', architecture: 'arm64' }),
    ];
    const { ask, requests } = partsOver(() => images);
    const { ids, warnings } = await ask({ imageIds: ['a', 'b'] });
    expect(ids).toEqual(['a', 'b']);
    expect(warnings.map(({ code }) => code)).toEqual([
      'several-architectures',
      'deprecated-image',
      'not-public',
      'not-base',
      'name-contradicts-api',
    ]);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.narrowing).toMatchObject({ imageIds: ['a', 'b'], owners: undefined });
  });

  it('takes the conditions that it states all the same', async () => {
    const images = [anImage({ id: 'a', owner: 'community' }), anImage({ id: 'b' })];
    const { ask } = partsOver(() => images);
    expect((await ask({ imageIds: ['a', 'b'], owners: ['public'] })).ids).toEqual(['b']);
  });
});
