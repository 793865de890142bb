/** What the simulated APIs answer, read without knowing more of each than its shape. */
import {
  handle,
  MAIN_REGION,
  type CatalogImage,
  type SimulatorRequest,
} from '@cloudimages/simulator';
import { fixedWorld, SIGNED_CLOUDS, type SignedCloud } from './requests';

/** A public x86_64 Linux image unless told otherwise. */
export function image(change: Partial<CatalogImage> & Pick<CatalogImage, 'cloud'>): CatalogImage {
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
export function listed(request: SimulatorRequest, images: readonly CatalogImage[]): unknown {
  const cloud = SIGNED_CLOUDS.find((id) => id === images[0]?.cloud) ?? 'alicloud';
  return readListing(cloud, handle(fixedWorld({ images }), cloud, request).body).ids;
}

/** Status and error code that the default catalog answers a request with. */
export function refusal(cloud: SignedCloud, request: SimulatorRequest) {
  const { status, body } = handle(fixedWorld(), cloud, request);
  return { status, code: errorCode(cloud, body) };
}

export interface ReadListing {
  readonly total: unknown;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly ids: readonly unknown[];
}

/** Where each API keeps its rows and its total, and what it calls an id; in qcloud's newer envelope. */
const PLACES = {
  alicloud: { rows: ['Images', 'Image'], total: ['TotalCount'], id: 'ImageId' },
  tencentcloud: {
    rows: ['Response', 'ImageSet'],
    total: ['Response', 'TotalCount'],
    id: 'ImageId',
  },
  qcloud: { rows: ['Response', 'ImageSet'], total: ['Response', 'TotalCount'], id: 'ImageId' },
  zenlayercloud: {
    rows: ['response', 'dataSet'],
    total: ['response', 'totalCount'],
    id: 'imageId',
  },
} as const satisfies Readonly<Record<SignedCloud, object>>;

/** What a successful answer lists; throws where it is an error or not JSON. */
export function readListing(cloud: SignedCloud, text: string): ReadListing {
  const place = PLACES[cloud];
  const body: unknown = JSON.parse(text);
  const rows = valueAt(body, ...place.rows);
  if (!Array.isArray(rows)) throw new Error(`no listing: ${text.slice(0, 200)}`);
  return {
    total: valueAt(body, ...place.total),
    rows,
    ids: rows.map((row) => valueAt(row, place.id)),
  };
}

/** The vendor's error code in an answer; undefined where the answer is no error. */
export function errorCode(cloud: SignedCloud, text: string): unknown {
  const body: unknown = JSON.parse(text);
  switch (cloud) {
    case 'alicloud':
      return valueAt(body, 'Code');
    case 'tencentcloud':
      return valueAt(body, 'Response', 'Error', 'Code');
    case 'qcloud':
      return valueAt(body, 'code') ?? valueAt(body, 'Response', 'Error', 'Code');
    case 'zenlayercloud':
      return valueAt(body, 'code');
  }
}

/** A member of a member of parsed JSON; undefined where the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
}
