import {
  CLOUDS as CLOUD_IDS,
  createWorld,
  generateImages,
  MAIN_REGION,
  VOCABULARY,
  type CatalogImage,
  type CloudId,
  type World,
} from '@cloudimages/simulator';
import { CLOUDS } from '../../provider/clouds/index';
import type { HttpClient } from '../../provider/transport/http-client';
import type { Scope } from '../../provider/source/source';
import { httpInProcess, sourceOf, workingCredential } from '../contract/harness';
import { listRequestsOf } from '../contract/scene';

// Explicit ids cost small requests, not a listing, and one unknown id never hides the others.

/** Images with ids in the form that the cloud's API takes. */
function catalog(cloud: CloudId, count: number): readonly CatalogImage[] {
  const { singleList } = VOCABULARY[cloud];
  const images = generateImages({ cloud, count });
  if (singleList !== undefined) return images.map(singleList.of);
  return images.map((image, index) =>
    cloud.endsWith('qcloud') || cloud.startsWith('tencent')
      ? { ...image, id: `img-${String(index).padStart(8, '0')}` }
      : image,
  );
}

/** A service that refuses a request that names an id it does not know, as some do. */
function refusingUnknown(http: HttpClient, known: ReadonlySet<string>): HttpClient {
  return {
    ...http,
    async send(request, options) {
      const { ImageIds = [] } = JSON.parse(request.body ?? '{}') as { ImageIds?: string[] };
      const unknown = ImageIds.find((id) => !known.has(id));
      if (unknown === undefined) return http.send(request, options);
      const Error = { Code: 'InvalidImageId.NotFound', Message: `${unknown} does not exist.` };
      const text = JSON.stringify({ Response: { Error, RequestId: 'r' } });
      return { status: 200, headers: {}, text };
    },
  };
}

/** The requests for images that reached the API, whatever they are called there. */
function requestsByIds(world: World, cloud: CloudId) {
  const { operation } = VOCABULARY[cloud].ids;
  if (operation === undefined) return listRequestsOf(world, cloud);
  return world.requests().filter(({ action }) => action === operation);
}

async function listByIds(
  cloud: CloudId,
  images: readonly CatalogImage[],
  imageIds: readonly string[],
  through: (http: HttpClient) => HttpClient = (http) => http,
  scope: Scope = {},
) {
  const world = createWorld({ images });
  let requests = 0;
  const http = through(httpInProcess(world, cloud));
  const source = sourceOf(CLOUDS[cloud], {
    http: {
      ...http,
      send: async (request, options) => {
        requests += 1;
        return http.send(request, options);
      },
    },
    endpoint: 'https://api.test',
    credential: workingCredential(cloud),
  });
  const listing = await source.list({
    target: { cloud, region: MAIN_REGION[cloud] },
    narrowing: { imageIds, owners: ['public'] },
    scope,
    signal: new AbortController().signal,
  });
  return { ids: listing.images.map(({ id }) => id), requests, world };
}

describe.each([...CLOUD_IDS])('ids at %s', (cloud) => {
  const [{ most } = { most: 1 }] = CLOUDS[cloud].byIds({});
  const images = catalog(cloud, most + 150);
  const ids = images.map(({ id }) => id);

  it.each([
    [1, 1],
    [most, 1],
    [most + 1, 2],
  ])('lists %d images in %d requests', async (count, requests) => {
    const wanted = ids.slice(20, 20 + count);
    const listed = await listByIds(cloud, images, wanted);
    expect(listed.ids.toSorted()).toEqual(wanted.toSorted());
    // Where no field shows them, the account's own images are looked for first.
    const [first] = CLOUDS[cloud].byIds({});
    const lists = first?.list(['x']).owner === 'self' ? 2 : 1;
    expect(requestsByIds(listed.world, cloud)).toHaveLength(requests * lists);
  });

  it('gives the 99 that exist of 100 with an unknown one', async () => {
    const { unknown } = VOCABULARY[cloud].ids;
    const wanted = [...ids.slice(0, 50), unknown, ...ids.slice(50, 99)];
    const listed = await listByIds(cloud, images, wanted);
    expect(listed.ids.toSorted()).toEqual(ids.slice(0, 99).toSorted());
    expect(requestsByIds(listed.world, cloud).length).toBeLessThanOrEqual(
      Math.ceil(100 / most) + 2,
    );
  });

  it('gives an image of another state and owner than the query wants', async () => {
    const [image] = images;
    if (image === undefined) throw new Error('no image');
    const { pending } = VOCABULARY[cloud].states;
    const other: CatalogImage = { ...image, owner: 'self', state: pending[0] ?? '' };
    expect((await listByIds(cloud, [other], [image.id])).ids).toEqual([image.id]);
  });

  it('gives an empty list for an unknown id alone', async () => {
    const { unknown } = VOCABULARY[cloud].ids;
    expect((await listByIds(cloud, images, [unknown])).ids).toEqual([]);
  });
});

describe('ids', () => {
  it('splits a request that is refused over one unknown id, until it holds only that one', async () => {
    const images = catalog('tencentcloud', 99);
    const ids = images.map(({ id }) => id);
    const wanted = [...ids.slice(0, 70), 'img-nosuchid', ...ids.slice(70)];
    const listed = await listByIds('tencentcloud', images, wanted, (http) =>
      refusingUnknown(http, new Set(ids)),
    );
    expect(listed.ids.toSorted()).toEqual(ids);
    // Two at each of seven levels at the most, the whole, and the marketplace.
    expect(listed.requests).toBeLessThanOrEqual(16);
  });

  it('requests no id that has not the form of the API’s ids', async () => {
    const listed = await listByIds('tencentcloud', [], ['ubuntu_22_04_x64_20G_alibase.vhd']);
    expect(listed).toMatchObject({ ids: [], requests: 0 });
  });

  it('rejects an answer with images that were not requested', async () => {
    const images = catalog('zenlayercloud', 5);
    const lists = httpInProcess(createWorld({ images }), 'zenlayercloud');
    const [first = '', second = ''] = images.map(({ id }) => id);
    const rejected = listByIds('zenlayercloud', images, [first], () => ({
      ...lists,
      async send(request, options) {
        const answer = await lists.send(request, options);
        return { ...answer, text: answer.text.replace(first, second) };
      },
    }));
    await expect(rejected).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('has another one'),
    });
  });

  it('rejects an answer that holds one image twice and its total for two', async () => {
    const images = catalog('zenlayercloud', 5);
    const lists = httpInProcess(createWorld({ images }), 'zenlayercloud');
    const [first = '', second = ''] = images.map(({ id }) => id);
    const rejected = listByIds('zenlayercloud', images, [first, second], () => ({
      ...lists,
      async send(request, options) {
        const answer = await lists.send(request, options);
        return { ...answer, text: answer.text.replace(second, first) };
      },
    }));
    await expect(rejected).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('1 different items'),
    });
  });

  it('lists images where the API cannot combine ids with native filters', async () => {
    const images = catalog('tencentcloud', 3);
    const [first] = images;
    const listed = await listByIds('tencentcloud', images, [first?.id ?? ''], undefined, {
      native: { platform: first?.platform ?? '' },
    });
    expect(listed.ids).toContain(first?.id);
    expect(listed.world.requests()[0]?.parameters).toHaveProperty('Filters');
  });
});
