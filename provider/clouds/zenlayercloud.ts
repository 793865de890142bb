/**
 * Zenlayer Elastic Compute images: official, marketplace and custom ones, by availability zone.
 *
 * @see https://docs.console.zenlayer.com/api-reference/compute/zec/image/describeimages
 */
import { bearerEnvironmentLink, environmentLink } from '../credentials/environment-link';
import { explicitLink } from '../credentials/explicit-link';
import { zenlayerProfileLink } from '../credentials/zenlayer-profile-link';
import type { Owner } from '../image/words';
import type { Narrowing, Scope } from '../source/source';
import { RATE_LIMITS } from '../transport/limits';
import { signZc2 } from '../transport/signing/zc2';
import { defineCloud } from './define-cloud';
import type { NativeParameter, PageCall, Parameters } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  gibibytes,
  isObject,
  tags,
  text,
  word,
  type RawImage,
  plainText,
} from './definition/field-readers';

/** The largest pageSize. */
const PAGE_SIZE = 1000;

/** The documented most of tags. */
const MAX_TAGS = 20;

const API_VERSION = '2025-09-01';

/** `any` and Android say nothing of the three that we tell apart. */
const OS_TYPE = {
  linux: 'linux',
  bsd: 'bsd',
  windows: 'windows',
  android: 'other',
  any: null,
} as const;

const STATUS = {
  AVAILABLE: 'available',
  CREATING: 'pending',
  SYNCING: 'pending',
  PROCESSING: 'pending',
  UNAVAILABLE: 'failed',
  FAILED: 'failed',
  DELETING: 'failed',
} as const;

const TYPE = { PUBLIC_IMAGE: 'public', CUSTOM_IMAGE: 'self' } as const;

/** Public images come from the cloud itself or from its marketplace; the source tells. */
const SOURCE = {
  OFFICIAL: 'public',
  MARKETING: 'marketplace',
  APP: 'marketplace',
  CUSTOM: 'self',
} as const;

const FAILURES: FailureTable = {
  INVALID_IMAGE_NOT_FOUND: 'absent',
  'AUTHFAILURE_UNAUTHORIZED_OPERATION*': 'forbidden',
  'AUTHFAILURE*': 'unauthenticated',
  'UNAUTHORIZED*': 'unauthenticated',
  'OPERATION_DENIED*': 'forbidden',
  'REQUEST_LIMIT_EXCEEDED*': 'throttled',
  SERVICE_TEMPORARY_UNAVAILABLE: 'unavailable',
  INTERNAL_SERVER_ERROR: 'unavailable',
  REQUEST_TIMED_OUT: 'unavailable',
  INVALID_ZONE_NOT_FOUND: 'bad-request',
  'INVALID_*': 'bad-request',
  MISSING_PARAMETER: 'bad-request',
  OPERATION_FAILED_RESOURCE_NOT_FOUND: 'bad-request',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  imageName: { kind: 'text' },
  category: { kind: 'text' },
  imageType: { kind: 'text', values: Object.keys(TYPE) },
  imageSource: { kind: 'text', values: Object.keys(SOURCE) },
  tagKeys: { kind: 'list' },
  osType: { instead: 'the query’s osType' },
  imageIds: { instead: 'the query’s imageIds' },
  imageStatus: { instead: 'the query’s status' },
  tags: { instead: 'the query’s tags' },
  pageNum: { unneeded: 'every page is read' },
  pageSize: { unneeded: 'every page is read' },
  zoneId: { instead: 'a target such as zenlayercloud/asia-east-1a' },
};

export const zenlayercloud = defineCloud({
  id: 'zenlayercloud',
  title: 'Zenlayer Elastic Compute',
  docs: 'https://docs.console.zenlayer.com/api-reference/compute/zec/image/describeimages',
  apiVersion: API_VERSION,
  operation: 'DescribeImages',
  regionIs: 'availability zone',
  leastPrivilege: ['zec:DescribeImages'],
  // Three families of names: those of Terraform, the SDK and the command line tool.
  credentials: [
    explicitLink(),
    environmentLink([
      { id: 'ZENLAYERCLOUD_ACCESS_KEY_ID', secret: 'ZENLAYERCLOUD_ACCESS_KEY_PASSWORD' },
      { id: 'ZENLAYERCLOUD_SECRET_KEY_ID', secret: 'ZENLAYERCLOUD_SECRET_KEY_PASSWORD' },
      { id: 'ZENLAYER_ACCESS_KEY_ID', secret: 'ZENLAYER_ACCESS_KEY_SECRET' },
    ]),
    bearerEnvironmentLink(['ZENLAYER_TOKEN']),
    zenlayerProfileLink(),
  ],
  rateLimit: RATE_LIMITS.zenlayercloud,
  pageSize: PAGE_SIZE,
  endpoint: () => 'https://console.zenlayer.com',
  request,
  read,
  views,
  answers: { family: false, tags: true, instanceType: false, cloudInit: false },
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('imageId'),
    name: text('imageName'),
    description: text('imageDescription'),
    osType: word('osType', OS_TYPE),
    osName: text('imageVersion'),
    architecture: 'not told',
    owner: ownerOf,
    ownerId: 'not told',
    status: word('imageStatus', STATUS),
    deprecated: 'not told',
    createdAt: 'not told',
    family: 'not told',
    sizeGiB: gibibytes('imageSize'),
    minDiskGiB: gibibytes('minDiskSize'),
    cloudInit: 'not told',
    tags: (raw, report) =>
      tags(Array.isArray(raw['tags']) ? 'tags' : 'tags.tags', 'key', 'value')(raw, report),
  },
  disks: () => [],
  named: (raw, report) => ({
    platform: text('category')(raw, report),
    version: text('imageVersion')(raw, report),
  }),
  // The API has no architecture; its instances are x86_64 unless a name says otherwise.
  settle: ({ read: { architecture, osType }, image }) => ({
    fields: {
      architecture: architecture ?? 'x86_64',
      ...(image.osType === undefined && osType !== undefined ? { osType } : {}),
    },
    inferred: [
      'architecture',
      ...(image.osType === undefined && osType !== undefined ? ['osType'] : []),
    ],
  }),
});

function request(call: PageCall) {
  const body = JSON.stringify({
    ...call.parameters,
    zoneId: call.region,
    pageNum: call.page + 1,
    pageSize: call.pageSize,
  });
  const headers = signZc2(
    {
      host: call.endpoint.host,
      service: 'zec',
      action: 'DescribeImages',
      version: API_VERSION,
      body,
    },
    call.credential,
    call.moment,
  );
  return { method: 'POST', url: `${call.endpoint.origin}/api/v2/zec`, headers, body } as const;
}

function read(body: unknown) {
  if (!isObject(body)) return undefined;
  const requestId = plainText(body['requestId']);
  if (typeof body['code'] === 'string') {
    return failure(body['code'], body['message'], requestId);
  }
  const response = body['response'];
  if (!isObject(response)) return undefined;
  // An empty list may come as null or not at all.
  const images = response['dataSet'] ?? [];
  if (!Array.isArray(images)) return undefined;
  return { items: images.filter(isObject), total: plainText(response['totalCount']), requestId };
}

function ownerOf(raw: RawImage, report: (problem: string) => void): Owner | undefined {
  return word('imageSource', SOURCE)(raw, report) ?? word('imageType', TYPE)(raw, report);
}

function views({ imageIds, status, tags: wanted }: Narrowing, scope: Scope): readonly Parameters[] {
  const pairs = Object.entries(wanted ?? {}).map(([key, value]) => ({ key, value }));
  return [
    {
      // One only: an error over a missing one would hide the others.
      ...(imageIds?.length === 1 ? { imageIds } : {}),
      ...(status === 'available' ? { imageStatus: 'AVAILABLE' } : {}),
      ...(pairs.length === 0 ? {} : { tags: pairs.slice(0, MAX_TAGS) }),
      ...Object.fromEntries(
        Object.entries(scope.native ?? {}).map(([key, value]) => [
          key,
          key === 'tagKeys' ? value.split(',') : value,
        ]),
      ),
    },
  ];
}
