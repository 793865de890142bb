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
import type { HttpRequest } from '../transport/http-client';
import { signZc2 } from '../transport/signing/zc2';
import { defineCloud } from './define-cloud';
import type {
  ListParameters,
  NativeParameter,
  PageCall,
  Parameters,
  Region,
} from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  gibibytes,
  isObject,
  plainString,
  record,
  rows,
  tags,
  text,
  word,
  type RawImage,
  type Report,
} from './definition/field-readers';

/** The largest pageSize. */
const PAGE_SIZE = 1000;

/** The page documents no limit for ids; this keeps a request small. */
const MAX_IDS = 100;

/** The documented most of tags, and of tag keys. */
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

/** Public images come from the cloud itself or from its marketplace; the source says which. */
const SOURCE = {
  OFFICIAL: 'public',
  MARKETING: 'marketplace',
  APP: 'marketplace',
  CUSTOM: 'self',
} as const;

const FAILURES: FailureTable = {
  INVALID_IMAGE_NOT_FOUND: 'no-such-image',
  'AUTHFAILURE_UNAUTHORIZED_OPERATION*': 'forbidden',
  'AUTHFAILURE*': 'unauthenticated',
  'UNAUTHORIZED*': 'unauthenticated',
  'OPERATION_DENIED*': 'forbidden',
  'REQUEST_LIMIT_EXCEEDED*': 'throttled',
  SERVICE_TEMPORARY_UNAVAILABLE: 'unavailable',
  INTERNAL_SERVER_ERROR: 'unavailable',
  REQUEST_TIMED_OUT: 'unavailable',
  INVALID_ZONE_NOT_FOUND: 'no-such-region',
  'INVALID_*': 'bad-request',
  MISSING_PARAMETER: 'bad-request',
  OPERATION_FAILED_RESOURCE_NOT_FOUND: 'bad-request',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  imageName: { kind: 'text' },
  category: { kind: 'text' },
  imageType: { kind: 'text', values: Object.keys(TYPE) },
  imageSource: { kind: 'text', values: Object.keys(SOURCE) },
  tagKeys: { kind: 'list', most: MAX_TAGS },
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
  configuration: {
    doc: 'Zenlayer Elastic Compute. What is not given comes from the environment and the profile files.',
    credentials: {
      accessKeyId: { doc: 'Access key id.', part: 'id' },
      accessKeyPassword: { doc: 'Access key password.', part: 'secret' },
      token: { doc: 'Bearer token, in place of an access key.', part: 'bearerToken' },
    },
    profileFile: '~/.zenlayer/config.json',
  },
  /** No rate is published; a call too many answers REQUEST_LIMIT_EXCEEDED. A cautious guess. */
  rateLimit: { burst: 10, perSecond: 10, concurrency: 5 },
  paging: 'pages',
  pageSize: PAGE_SIZE,
  endpoint: () => 'https://console.zenlayer.com',
  /** @see https://docs.console.zenlayer.com/api-reference/compute/zec/zone/describezones */
  regions: {
    operation: 'DescribeZones',
    leastPrivilege: ['zec:DescribeZones'],
    paging: 'single',
    pageSize: PAGE_SIZE,
    askedIn: 'asia-east-1a',
    parameters: {},
    request: (call) => signed(call, 'DescribeZones', call.parameters),
    read: (body) => readEnvelope(body, 'zoneSet', zonesOf),
  },
  request,
  read,
  listRequests,
  byIds: (scope) => [
    {
      most: MAX_IDS,
      list: (imageIds) => ({ parameters: { imageIds, ...nativeParameters(scope) } }),
    },
  ],
  supports: { family: false, tags: true, instanceType: false, cloudInit: false },
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('imageId'),
    name: text('imageName'),
    description: text('imageDescription'),
    osType: word('osType', OS_TYPE),
    osName: text('imageVersion'),
    architecture: 'not reported',
    bootMode: 'not reported',
    owner: ownerOf,
    ownerId: 'not reported',
    status: word('imageStatus', STATUS),
    deprecated: 'not reported',
    deprecatedAt: 'not reported',
    createdAt: 'not reported',
    family: 'not reported',
    sizeGiB: gibibytes('imageSize'),
    minDiskGiB: gibibytes('minDiskSize'),
    cloudInit: 'not reported',
    tags: (raw, report) => (Array.isArray(raw['tags']) ? readTags : readWrappedTags)(raw, report),
  },
  disks: () => [],
  osHints: record({ platform: text('category'), version: text('imageVersion') }),
  // The API has no architecture; its instances are x86_64 unless a name says otherwise.
  infer: ({ names }) => ({ architecture: names.architecture ?? 'x86_64' }),
});

function request(call: PageCall): HttpRequest {
  return signed(call, 'DescribeImages', {
    ...call.parameters,
    zoneId: call.region,
    pageNum: call.page + 1,
    pageSize: call.pageSize,
  });
}

function signed(call: PageCall, action: string, parameters: Parameters): HttpRequest {
  const { host, origin } = call.endpoint;
  const body = JSON.stringify(parameters);
  const headers = signZc2(
    { host, service: 'zec', action, version: API_VERSION, body },
    call.credential,
    call.moment,
  );
  return { method: 'POST', url: `${origin}/api/v2/zec`, headers, body };
}

function read(body: unknown) {
  return readEnvelope(body, 'dataSet', (images) => images);
}

/** A list by its name in the envelope, or the error that stands in its place. */
function readEnvelope<T>(
  body: unknown,
  name: string,
  convert: (list: readonly RawImage[]) => readonly T[],
) {
  if (!isObject(body)) return undefined;
  const requestId = plainString(body['requestId']);
  if (typeof body['code'] === 'string') {
    return failure(body['code'], body['message'], requestId);
  }
  const response = body['response'];
  if (!isObject(response)) return undefined;
  // An empty list may come as null or not at all, but then with its total.
  if (!(name in response) && !('totalCount' in response)) return undefined;
  const items = rows(response[name]);
  if (items === undefined) return undefined;
  return { items: convert(items), total: plainString(response['totalCount']), requestId };
}

function zonesOf(list: readonly RawImage[]): readonly Region[] {
  return list.flatMap((zone) => {
    const id = plainString(zone['zoneId']);
    return id === undefined ? [] : [{ id, name: plainString(zone['zoneName']) }];
  });
}

const readTags = tags('tags', 'key', 'value');
const readWrappedTags = tags('tags.tags', 'key', 'value');
const readSource = word('imageSource', SOURCE);
const readType = word('imageType', TYPE);

function ownerOf(raw: RawImage, report: Report): Owner | undefined {
  return readSource(raw, report) ?? readType(raw, report);
}

/**
 * Only what is sure not to lose an image is narrowed. `osType` is not: the API has the word `any`,
 * and its list of words differs between services. Of the states, only AVAILABLE stands for one of
 * ours alone. Owners are not: a zone has few images, and none of strangers.
 */
function listRequests(
  { status, tags: wanted }: Narrowing,
  scope: Scope,
): readonly ListParameters[] {
  const pairs = Object.entries(wanted ?? {}).map(([key, value]) => ({ key, value }));
  return [
    {
      parameters: {
        ...(status === 'available' ? { imageStatus: 'AVAILABLE' } : {}),
        ...(pairs.length === 0 ? {} : { tags: pairs.slice(0, MAX_TAGS) }),
        ...nativeParameters(scope),
      },
    },
  ];
}

function nativeParameters({ native }: Scope): Parameters {
  return Object.fromEntries(
    Object.entries(native ?? {}).map(([key, value]) => [
      key,
      key === 'tagKeys' ? value.split(',') : value,
    ]),
  );
}
