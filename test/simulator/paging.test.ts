import { generateImages, handle, MAIN_REGION, VOCABULARY } from '@cloudimages/simulator';
import { image, listed, readListing, refusal } from './answers';
import {
  alicloudRequest,
  fixedWorld,
  pageRequest,
  qcloudRequest,
  SIGNED_CLOUDS,
  tencentcloudRequest,
  zenlayercloudRequest,
} from './requests';

describe.each([...SIGNED_CLOUDS])('%s: paging', (cloud) => {
  const page = (number: number, size: number, count: number) => {
    const world = fixedWorld({ images: generateImages({ cloud, count }) });
    return readListing(cloud, handle(world, cloud, pageRequest(cloud, number, size)).body);
  };
  const { largest } = VOCABULARY[cloud].pageSize;

  it.each([
    ['no image', 0, 1, 0],
    ['a page that is not full', 7, 1, 7],
    ['a page that is just full', 10, 1, 10],
    ['the page after it', 10, 2, 0],
    ['the rest on the last page', 11, 2, 1],
  ])('lists %s', (_, count, number, rows) => {
    const listing = page(number, 10, count);
    expect(listing.rows).toHaveLength(rows);
    expect(listing.total).toBe(count);
  });

  it('lists every image once, whatever the page size', () => {
    const ids = generateImages({ cloud, count: 53 }).map(({ id }) => id);
    for (const size of [1, 7, 53, largest]) {
      const pages = Math.ceil(53 / size);
      const all = Array.from({ length: pages }, (_, index) => page(index + 1, size, 53).ids).flat();
      expect(all).toEqual(ids);
    }
  });

  it('takes the largest page size and refuses one more', () => {
    expect(page(1, largest, 3).rows).toHaveLength(3);
    const code = {
      alicloud: 'InvalidParameter',
      tencentcloud: 'InvalidParameterValue.InvalidParameterValueLimit',
      qcloud: 'InvalidParameterValue.InvalidParameterValueLimit',
      zenlayercloud: 'INVALID_PARAMETER',
    }[cloud];
    expect(refusal(cloud, pageRequest(cloud, 1, largest + 1)).code).toBe(code);
    expect(refusal(cloud, pageRequest(cloud, 1, 0)).code).toBe(code);
  });

  it('has a page size when none is asked for', () => {
    const images = generateImages({ cloud, count: 53 });
    const request = {
      alicloud: () => alicloudRequest({}),
      tencentcloud: () => tencentcloudRequest({}),
      qcloud: () => qcloudRequest({}),
      zenlayercloud: () => zenlayercloudRequest({ zoneId: MAIN_REGION.zenlayercloud }),
    }[cloud]();
    expect(listed(request, images)).toHaveLength(cloud === 'alicloud' ? 10 : 20);
  });

  it('lists nothing in a known region without images, and refuses an unknown one', () => {
    const region = VOCABULARY[cloud].emptyRegion ?? VOCABULARY[cloud].laggingRegion ?? '';
    const images = generateImages({ cloud, count: 5 });
    expect(listed(pageRequest(cloud, 1, 10, { region }), images)).toEqual([]);
    const { code } = refusal(cloud, pageRequest(cloud, 1, 10, { region: 'nowhere' }));
    expect(String(code)).toBe(VOCABULARY[cloud].codes.unknownRegion);
  });

  it('lists images of the owners that the API shows by default', () => {
    const owners = (['public', 'self', 'shared', 'marketplace', 'community'] as const).map(
      (owner) => image({ cloud, owner, id: owner }),
    );
    const wanted = {
      alicloud: ['public', 'self', 'shared'],
      tencentcloud: ['public', 'self', 'shared', 'community'],
      qcloud: ['public', 'self', 'shared', 'community'],
      zenlayercloud: ['public', 'self', 'shared', 'marketplace', 'community'],
    }[cloud];
    expect(listed(pageRequest(cloud, 1, 10), owners)).toEqual(wanted);
  });
});
