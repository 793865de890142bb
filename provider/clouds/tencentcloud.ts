/**
 * Tencent Cloud CVM images by API 3.0: public, private, shared and marketplace ones.
 *
 * @see https://www.tencentcloud.com/document/api/213/33272
 */
import type { ImageDisk } from '../image/answer.generated';
import type { Narrowing, Scope } from '../source/source';
import type { HttpRequest } from '../transport/http-client';
import { signTc3 } from '../transport/signing/tc3';
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
  boolean,
  gibibytes,
  instant,
  isObject,
  listAt,
  record,
  plainString,
  rows,
  tags,
  text,
  word,
  type RawImage,
} from './definition/field-readers';
import {
  MAX_FILTERS,
  MAX_FILTER_VALUES,
  MAX_ROWS,
  nativeFilters,
  TENCENT_ARCHITECTURE,
  TENCENT_CREDENTIAL_FIELDS,
  TENCENT_CREDENTIALS,
  TENCENT_STATUS,
  tencentByIds,
  tencentOsType,
  tencentOwnerFilters,
  withInstanceType,
  type TencentFilter,
} from './tencent/shared';

/** MARKET_IMAGE stands on no page; the service takes and answers it. */
const OWNER = {
  PUBLIC_IMAGE: 'public',
  PRIVATE_IMAGE: 'self',
  SHARED_IMAGE: 'shared',
  MARKET_IMAGE: 'marketplace',
} as const;

/** What a snapshot is of. */
const DISK_USAGE = { SYSTEM_DISK: 'system', DATA_DISK: 'data' } as const;

const readDisk = record<ImageDisk>({
  usage: word('DiskUsage', DISK_USAGE),
  sizeGiB: gibibytes('DiskSize'),
  snapshotId: text('SnapshotId'),
});

const FAILURES: FailureTable = {
  'InvalidImageId.NotFound': 'no-such-image',
  'InvalidParameterValue.TagKeyNotFound': 'no-such-tag',
  'AuthFailure.UnauthorizedOperation': 'forbidden',
  'AuthFailure*': 'unauthenticated',
  'UnauthorizedOperation.InvalidToken': 'unauthenticated',
  'UnauthorizedOperation*': 'forbidden',
  'RequestLimitExceeded*': 'throttled',
  'InternalError*': 'unavailable',
  'ResourceUnavailable*': 'unavailable',
  'FailedOperation.IllegalTagKey': 'bad-request',
  InvalidFilter: 'bad-request',
  'InvalidFilterValue.LimitExceeded': 'bad-request',
  // An id of another form belongs to no image.
  'InvalidImageId.Malformed': 'no-such-image',
  'InvalidInstanceType.Malformed': 'bad-request',
  'InvalidParameter.InvalidParameterCoexistImageIdsFilters': 'bad-request',
  'InvalidParameterValue.InstanceTypeNotFound': 'bad-request',
  'InvalidParameterValue.InvalidAppIdFormat': 'bad-request',
  'InvalidParameterValue.InvalidParameterValueLimit': 'bad-request',
  'InvalidParameterValue.LimitExceeded': 'bad-request',
  'InvalidParameterValue.ZoneNotSupported': 'bad-request',
  'InvalidRegion.NotFound': 'no-such-region',
  'InvalidZone.MismatchRegion': 'bad-request',
  'ResourcesSoldOut.SpecifiedInstanceType': 'bad-request',
  UnsupportedRegion: 'no-such-region',
  'UnsupportedOperation*': 'bad-request',
  // A quota, not a rate: waiting does not help.
  'LimitExceeded*': 'bad-request',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  'image-name': { kind: 'list', most: MAX_FILTER_VALUES },
  platform: { kind: 'list', most: MAX_FILTER_VALUES },
  'tag-key': { kind: 'list', most: MAX_FILTER_VALUES },
  'tag-value': { kind: 'list', most: MAX_FILTER_VALUES },
  'dedicated-cluster-id': { kind: 'list', most: MAX_FILTER_VALUES },
  'cdc-cache-status': { kind: 'list', most: MAX_FILTER_VALUES },
  'image-id': { instead: 'the query’s imageIds' },
  'image-type': { instead: 'the query’s owners' },
  'tag:tag-key': { instead: 'the query’s tags' },
  ImageIds: { instead: 'the query’s imageIds' },
  'ImageIds.N': { instead: 'the query’s imageIds' },
  Filters: { instead: 'the names of the filters, such as platform' },
  'Filters.N': { instead: 'the names of the filters, such as platform' },
  InstanceType: { instead: 'the query’s instanceType' },
  Offset: { unneeded: 'every page is read' },
  Limit: { unneeded: 'every page is read' },
  Region: { instead: 'a target such as tencentcloud/ap-singapore' },
  Action: { unneeded: 'it is set for you' },
  Version: { unneeded: 'it is set for you' },
};

export const tencentcloud = defineCloud({
  id: 'tencentcloud',
  title: 'Tencent Cloud CVM',
  docs: 'https://www.tencentcloud.com/document/api/213/33272',
  apiVersion: '2017-03-12',
  operation: 'DescribeImages',
  regionIs: 'region',
  leastPrivilege: ['cvm:DescribeImages'],
  credentials: TENCENT_CREDENTIALS,
  configuration: {
    doc: 'Tencent Cloud, API 3.0. What is not given comes from the environment and the profile files.',
    credentials: TENCENT_CREDENTIAL_FIELDS,
    profileFile: '~/.tccli',
    site: {
      doc: 'The site that the account belongs to: `intl` for accounts of www.tencentcloud.com, `cn` for those of cloud.tencent.com. Both are usually served by the same host; set `intl` where keys of the international site are refused.',
      values: ['cn', 'intl'],
    },
    sharesKeysWith: 'qcloud',
  },
  /**
   * "A maximum of 40 requests can be initiated per second for this API", per account and region.
   * @see https://www.tencentcloud.com/document/api/213/33272
   */
  rateLimit: { burst: 40, perSecond: 40, concurrency: 10 },
  paging: 'pages',
  pageSize: MAX_ROWS,
  // Finance regions are walled off and answer only at an endpoint of their own. International
  // accounts have a host of their own too, which the page of the international site names.
  endpoint: (region, site) =>
    region.endsWith('-fsi')
      ? `https://cvm.${region}.tencentcloudapi.com`
      : site === 'intl'
        ? 'https://cvm.intl.tencentcloudapi.com'
        : 'https://cvm.tencentcloudapi.com',
  /** @see https://www.tencentcloud.com/document/product/213/35071 */
  regions: {
    operation: 'DescribeRegions',
    leastPrivilege: ['cvm:DescribeRegions'],
    paging: 'single',
    pageSize: MAX_ROWS,
    askedIn: 'ap-singapore',
    parameters: {},
    request: (call) => signed(call, 'DescribeRegions', call.parameters),
    read: (body) => readEnvelope(body, 'RegionSet', regionsOf),
  },
  request,
  read,
  listRequests,
  byIds: (scope) => [
    ...tencentByIds(scope),
    // Images of the marketplace are found only by this filter.
    ...tencentByIds(scope).map((request) => ({
      ...request,
      most: MAX_FILTER_VALUES,
      list: (ids: readonly string[]) =>
        withInstanceType(scope, {
          Filters: [
            { Name: 'image-id', Values: ids },
            { Name: 'image-type', Values: ['MARKET_IMAGE'] },
          ],
        }),
    })),
  ],
  supports: { family: true, tags: true, instanceType: true, cloudInit: true },
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('ImageId'),
    name: text('ImageName'),
    description: text('ImageDescription'),
    osType: 'not reported',
    osName: text('OsName'),
    architecture: word('Architecture', TENCENT_ARCHITECTURE),
    bootMode: 'not reported',
    owner: word('ImageType', OWNER),
    ownerId: text('ImageCreator'),
    status: word('ImageState', TENCENT_STATUS),
    deprecated: boolean('ImageDeprecated'),
    deprecatedAt: 'not reported',
    createdAt: instant('CreatedTime'),
    family: text('ImageFamily'),
    sizeGiB: gibibytes('ImageSize'),
    minDiskGiB: gibibytes('ImageSize'),
    cloudInit: boolean('IsSupportCloudinit'),
    tags: tags('Tags', 'Key', 'Value'),
  },
  disks: (raw, report) => listAt(raw, 'SnapshotSet', report).map((disk) => readDisk(disk, report)),
  osHints: record({
    osName: text('OsName'),
    platform: text('Platform'),
    family: text('ImageFamily'),
  }),
  infer: tencentOsType,
});

function request(call: PageCall): HttpRequest {
  return signed(call, 'DescribeImages', {
    ...call.parameters,
    Offset: call.page * call.pageSize,
    Limit: call.pageSize,
  });
}

function signed(call: PageCall, action: string, parameters: Parameters): HttpRequest {
  const { host, origin } = call.endpoint;
  const body = JSON.stringify(parameters);
  const headers = signTc3(
    { host, service: 'cvm', action, version: '2017-03-12', region: call.region, body },
    call.credential,
    call.moment,
  );
  return { method: 'POST', url: `${origin}/`, headers, body };
}

function read(body: unknown) {
  return readEnvelope(body, 'ImageSet', (images) => images);
}

/** A list by its name in the envelope, or the error that stands in its place. */
function readEnvelope<T>(
  body: unknown,
  name: string,
  convert: (list: readonly RawImage[]) => readonly T[],
) {
  const response = isObject(body) ? body['Response'] : undefined;
  if (!isObject(response)) return undefined;
  const requestId = plainString(response['RequestId']);
  const error = response['Error'];
  if (isObject(error)) {
    return failure(error['Code'], error['Message'], requestId);
  }
  if (!(name in response) && !('TotalCount' in response)) return undefined;
  const items = rows(response[name]);
  if (items === undefined) return undefined;
  return { items: convert(items), total: plainString(response['TotalCount']), requestId };
}

function regionsOf(list: readonly RawImage[]): readonly Region[] {
  return list.flatMap((region) => {
    const id = plainString(region['Region']);
    const isOpen = region['RegionState'] === 'AVAILABLE';
    const name = plainString(region['RegionName']);
    return id === undefined || !isOpen ? [] : [{ id, name }];
  });
}

function listRequests(narrowing: Narrowing, scope: Scope): readonly ListParameters[] {
  const tagFilters: readonly TencentFilter[] = Object.entries(narrowing.tags ?? {}).map(
    ([key, value]) => ({ Name: `tag:${key}`, Values: [value] }),
  );
  const own = tencentOwnerFilters(narrowing, OWNER);
  const native = nativeFilters(scope);
  const room = Math.max(0, MAX_FILTERS - own.length - native.length);
  const filters = [...own, ...native, ...tagFilters.slice(0, room)];
  return [
    {
      ...withInstanceType(scope, { Filters: filters }),
      // A tag key that nobody has used is an error of this API.
      ...(filters.some(({ Name }) => Name.startsWith('tag')) ? { names: 'no-such-tag' } : {}),
    },
  ];
}
