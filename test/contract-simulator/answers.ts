/** What the simulated APIs answer, read without knowing more of each than its shape. */
import {
  handle,
  MAIN_REGION,
  type CatalogueImage,
  type CloudId,
  type SimulatorRequest,
} from '@cloudimages/simulator';
import { fixedWorld } from './requests';

/** A public x86_64 Linux image unless told otherwise. */
export function image(
  change: Partial<CatalogueImage> & Pick<CatalogueImage, 'cloud'>,
): CatalogueImage {
  return {
    regions: [MAIN_REGION[change.cloud]],
    id: 'img-aaaaaaaa',
    name: 'an image',
    owner: 'public',
    osType: 'linux',
    osName: 'Linux',
    platform: 'Ubuntu',
    architecture: 'x86_64',
    sizeGiB: 20,
    ...change,
  };
}

/** Which of these images a request lists, by id; the ids need not have the cloud's shape. */
export function listed(request: SimulatorRequest, images: readonly CatalogueImage[]): unknown {
  const cloud = images[0]?.cloud ?? 'alicloud';
  return readListing(cloud, handle(fixedWorld({ images }), cloud, request).body).ids;
}

/** Status and error code that the default catalogue answers a request with. */
export function refusal(cloud: CloudId, request: SimulatorRequest) {
  const { status, body } = handle(fixedWorld(), cloud, request);
  return { status, code: errorCode(cloud, body) };
}

export interface ReadListing {
  readonly total: unknown;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly ids: readonly unknown[];
}

/** What a successful answer lists; throws where it is an error or not JSON. */
export function readListing(cloud: CloudId, text: string): ReadListing {
  const body = JSON.parse(text) as any; // eslint-disable-line @typescript-eslint/no-explicit-any
  const read = (total: unknown, rows: readonly Record<string, unknown>[], id: string) => ({
    total,
    rows,
    ids: rows.map((row) => row[id]),
  });
  switch (cloud) {
    case 'alicloud':
      return read(body.TotalCount, body.Images.Image, 'ImageId');
    case 'tencentcloud':
      return read(body.Response.TotalCount, body.Response.ImageSet, 'ImageId');
    case 'qcloud': {
      const response = body.Response ?? body;
      return read(response.TotalCount, response.ImageSet, 'ImageId');
    }
    case 'zenlayercloud':
      return read(body.response.totalCount, body.response.dataSet, 'imageId');
  }
}

/** The vendor's error code in an answer; undefined where the answer is no error. */
export function errorCode(cloud: CloudId, text: string): unknown {
  const body = JSON.parse(text) as any; // eslint-disable-line @typescript-eslint/no-explicit-any
  switch (cloud) {
    case 'alicloud':
      return body.Code;
    case 'tencentcloud':
      return body.Response.Error?.Code;
    case 'qcloud':
      return body.Response ? body.Response.Error?.Code : body.code;
    case 'zenlayercloud':
      return body.code;
  }
}
