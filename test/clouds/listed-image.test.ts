/** Images of a listing: the API's own object is read again when an answer shows it. */
import zlib from 'node:zlib';
import { keepBody } from '../../provider/clouds/definition/page-body';
import { plainImages } from '../../provider/clouds/definition/listed-image';
import { imageReader } from '../../provider/clouds/definition/read-image';
import { CLOUDS } from '../../provider/clouds/index';

const { alicloud } = CLOUDS;
const target = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;

const rows = [
  {
    ImageId: 'm-1',
    ImageName: 'a',
    Serial: '12345678901234567890',
    Note: '位 \u{1F600} "\\u0000"',
  },
  { ImageId: 'm-2', ImageName: 'm-2', OSNameEn: 'Ubuntu  22.04 64 bit', Platform: 'Ubuntu' },
  { ImageId: 'm-3', ImageName: 'c', Tags: { Tag: [] }, Size: 20.5 },
];
const body = JSON.stringify({ Images: { Image: rows }, TotalCount: 3 }, null, 2);

function read(pageNumber: number) {
  const page = keepBody(alicloud, body, pageNumber);
  const reader = imageReader(alicloud, target, () => undefined, { nowMs: 0 });
  return rows.map((row, index) => reader(row, page, index));
}

describe('the images of a listing', () => {
  it.each([0, 49, 50, 999])('have the whole object of the API on page %i', (page) => {
    const images = read(page);
    expect(images.map(({ raw }) => raw)).toEqual(rows.map((row) => JSON.stringify(row)));
    expect(plainImages(images.toReversed()).map(({ id, raw }) => [id, raw])).toEqual(
      rows.map((row) => [row.ImageId, JSON.stringify(row)]).toReversed(),
    );
  });

  it('become plain data without the fields that are unknown', () => {
    const [, image] = plainImages(read(0));
    expect(image).toStrictEqual({
      cloud: 'alicloud',
      region: 'cn-hangzhou',
      target: 'alicloud/cn-hangzhou',
      id: 'm-2',
      name: 'm-2',
      osType: 'linux',
      distro: 'ubuntu',
      osVersion: '22.04',
      osName: 'Ubuntu  22.04 64 bit',
      architecture: 'x86_64',
      variant: 'base',
      inferred: ['architecture', 'distro', 'osType', 'osVersion', 'variant'],
      raw: JSON.stringify(rows[1]),
    });
    expect(structuredClone(image)).toEqual(image);
    expect(JSON.parse(JSON.stringify(image))).toEqual(image);
  });

  it.each([
    [49, 0],
    [50, 1],
  ])('compress the body of page %i so many times: %i', (page, times) => {
    const deflate = jest.spyOn(zlib, 'deflateRawSync');
    keepBody(alicloud, body, page);
    expect(deflate).toHaveBeenCalledTimes(times);
    deflate.mockRestore();
  });
});
