/**
 * Tencent Cloud CVM images by API 3.0: public, private, shared and marketplace ones.
 *
 * @see https://www.tencentcloud.com/document/api/213/33272
 */
import type { Narrowing, Scope } from '../source/source';
import { RATE_LIMITS } from '../transport/limits';
import { signTc3 } from '../transport/signing/tc3';
import type { ImageDisk } from '../image/answer.generated';
import { defineCloud } from './define-cloud';
import { present } from './definition/present';
import type { NativeParameter, PageCall, Parameters } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  gibibytes,
  instant,
  isObject,
  listAt,
  tags,
  text,
  truth,
  word,
  plainText,
} from './definition/field-readers';
import {
  TENCENT_ARCHITECTURE,
  TENCENT_CREDENTIALS,
  TENCENT_STATUS,
  settleTencent,
  tencentFilters,
  type TencentFilter,
} from './definition/tencent';

/** The largest Limit. */
const PAGE_SIZE = 100;

/** The most filters in one request, and the most values in one filter. */
const MAX_FILTERS = 10;

/** MARKET_IMAGE stands on no page; the service takes and answers it. */
const OWNER = {
  PUBLIC_IMAGE: 'public',
  PRIVATE_IMAGE: 'self',
  SHARED_IMAGE: 'shared',
  MARKET_IMAGE: 'marketplace',
} as const;

const FAILURES: FailureTable = {
  'InvalidImageId.NotFound': 'absent',
  'InvalidParameterValue.TagKeyNotFound': 'absent',
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
  'InvalidImageId.Malformed': 'bad-request',
  'InvalidInstanceType.Malformed': 'bad-request',
  'InvalidParameter.InvalidParameterCoexistImageIdsFilters': 'bad-request',
  'InvalidParameterValue.InstanceTypeNotFound': 'bad-request',
  'InvalidParameterValue.InvalidAppIdFormat': 'bad-request',
  'InvalidParameterValue.InvalidParameterValueLimit': 'bad-request',
  'InvalidParameterValue.LimitExceeded': 'bad-request',
  'InvalidParameterValue.ZoneNotSupported': 'bad-request',
  'InvalidRegion.NotFound': 'bad-request',
  'InvalidZone.MismatchRegion': 'bad-request',
  'ResourcesSoldOut.SpecifiedInstanceType': 'bad-request',
  UnsupportedRegion: 'bad-request',
  'UnsupportedOperation*': 'bad-request',
  // A quota, not a rate: waiting does not help.
  'LimitExceeded*': 'bad-request',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  'image-name': { kind: 'list' },
  platform: { kind: 'list' },
  'tag-key': { kind: 'list' },
  'tag-value': { kind: 'list' },
  'dedicated-cluster-id': { kind: 'list' },
  'cdc-cache-status': { kind: 'list' },
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
  rateLimit: RATE_LIMITS.tencentcloud,
  pageSize: PAGE_SIZE,
  // Finance regions are walled off and answer only at an endpoint of their own.
  endpoint: (region) =>
    region.endsWith('-fsi')
      ? `https://cvm.${region}.tencentcloudapi.com`
      : 'https://cvm.tencentcloudapi.com',
  request,
  read,
  views,
  answers: { family: true, tags: true, instanceType: true, cloudInit: true },
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('ImageId'),
    name: text('ImageName'),
    description: text('ImageDescription'),
    osType: 'not told',
    osName: text('OsName'),
    architecture: word('Architecture', TENCENT_ARCHITECTURE),
    owner: word('ImageType', OWNER),
    ownerId: text('ImageCreator'),
    status: word('ImageState', TENCENT_STATUS),
    deprecated: truth('ImageDeprecated'),
    createdAt: instant('CreatedTime'),
    family: text('ImageFamily'),
    sizeGiB: gibibytes('ImageSize'),
    minDiskGiB: gibibytes('ImageSize'),
    cloudInit: truth('IsSupportCloudinit'),
    tags: tags('Tags', 'Key', 'Value'),
  },
  disks: (raw, report) =>
    listAt(raw, 'SnapshotSet', report).map((disk) =>
      present<ImageDisk>({
        usage: text('DiskUsage')(disk, report) === 'DATA_DISK' ? 'data' : 'system',
        sizeGiB: gibibytes('DiskSize')(disk, report),
        snapshotId: text('SnapshotId')(disk, report),
      }),
    ),
  named: (raw, report) => ({
    osName: text('OsName')(raw, report),
    platform: text('Platform')(raw, report),
    family: text('ImageFamily')(raw, report),
  }),
  settle: settleTencent,
});

function request(call: PageCall) {
  const body = JSON.stringify({
    ...call.parameters,
    Offset: call.page * call.pageSize,
    Limit: call.pageSize,
  });
  const headers = signTc3(
    {
      host: call.endpoint.host,
      service: 'cvm',
      action: 'DescribeImages',
      version: '2017-03-12',
      region: call.region,
      body,
    },
    call.credential,
    call.moment,
  );
  return { method: 'POST', url: `${call.endpoint.origin}/`, headers, body } as const;
}

function read(body: unknown) {
  const response = isObject(body) ? body['Response'] : undefined;
  if (!isObject(response)) return undefined;
  const requestId = plainText(response['RequestId']);
  const error = response['Error'];
  if (isObject(error)) {
    return failure(error['Code'], error['Message'], requestId);
  }
  if (!('ImageSet' in response) && !('TotalCount' in response)) return undefined;
  const images = response['ImageSet'] ?? [];
  if (!Array.isArray(images)) return undefined;
  return { items: images.filter(isObject), total: plainText(response['TotalCount']), requestId };
}

function views(narrowing: Narrowing, scope: Scope): readonly Parameters[] {
  const tagFilters: readonly TencentFilter[] = Object.entries(narrowing.tags ?? {}).map(
    ([key, value]) => ({ Name: `tag:${key}`, Values: [value] }),
  );
  const own = tencentFilters(narrowing, OWNER);
  const native = Object.entries(scope.native ?? {}).map(([Name, values]) => ({
    Name,
    Values: values.split(','),
  }));
  const room = MAX_FILTERS - own.length - native.length;
  return [
    {
      Filters: [...own, ...native, ...tagFilters.slice(0, Math.max(0, room))],
      ...(scope.instanceType === undefined ? {} : { InstanceType: scope.instanceType }),
    },
  ];
}
