/**
 * Alibaba Cloud ECS images: system, custom, shared, marketplace and community ones.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimages
 */
import {
  alicloudAssumedRoleLink,
  alicloudMachineRoleLink,
} from '../credentials/alicloud-role-links';
import { aliyunConfigLink } from '../credentials/aliyun-config-link';
import { environmentLink } from '../credentials/environment-link';
import { explicitLink } from '../credentials/explicit-link';
import { RATE_LIMITS } from '../transport/limits';
import { signAcs3 } from '../transport/signing/acs3';
import type { ImageDisk } from '../image/answer.generated';
import { defineCloud } from './define-cloud';
import { present } from './definition/present';
import type { NativeParameter, PageCall, Parameters } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  firstText,
  gibibytes,
  instant,
  isObject,
  listAt,
  tags,
  text,
  truth,
  valueAt,
  word,
  type RawImage,
  plainText,
} from './definition/field-readers';
import type { Narrowing, Scope } from '../source/source';
import type { Owner } from '../image/words';

/** The largest PageSize. */
const PAGE_SIZE = 100;

/** The most ids that one ImageId takes. */
const MAX_IDS = 100;

/** The most tags in one request. */
const MAX_TAGS = 20;

/** Tags of the cloud itself begin so: images carry them, but the API refuses to be asked for them. */
const RESERVED_TAG = /^(aliyun|acs:|https?:\/\/)/;

const ARCHITECTURE = { x86_64: 'x86_64', i386: 'i386', arm64: 'arm64' } as const;

const OS_TYPE = { linux: 'linux', windows: 'windows' } as const;

/** A deprecated image still starts instances; that it is deprecated is told apart. */
const STATUS = {
  Available: 'available',
  Deprecated: 'available',
  Creating: 'pending',
  Waiting: 'pending',
  UnAvailable: 'failed',
  CreateFailed: 'failed',
} as const;

/** Shared and community images both come as `others`; `IsPublic` tells them apart. */
const OWNER = {
  system: 'public',
  self: 'self',
  others: 'shared',
  marketplace: 'marketplace',
} as const;

const FAILURES: FailureTable = {
  'InvalidImageId.NotFound': 'absent',
  InvalidAccessKeyId: 'unauthenticated',
  'InvalidAccessKeyId.*': 'unauthenticated',
  SignatureDoesNotMatch: 'unauthenticated',
  'IncompleteSignature*': 'unauthenticated',
  'InvalidTimeStamp.*': 'unauthenticated',
  'InvalidSecurityToken.*': 'unauthenticated',
  'MissingSecurityToken*': 'unauthenticated',
  'Forbidden.AccessKeyDisabled': 'unauthenticated',
  'Forbidden*': 'forbidden',
  'NoPermission*': 'forbidden',
  SignatureNonceUsed: 'unavailable',
  'Throttling*': 'throttled',
  'Rejected.Throttling': 'throttled',
  'ServiceUnavailable*': 'unavailable',
  'InternalError*': 'unavailable',
  UnknownError: 'unavailable',
  'InvalidFilterKey.NotFound': 'bad-request',
  InvalidFilterValue: 'bad-request',
  InvalidUsage: 'bad-request',
  'InvalidTag.Mismatch': 'bad-request',
  InvalidTagCount: 'bad-request',
  'InvalidInstanceType.ValueNotSupported': 'bad-request',
  InvalidOSType: 'bad-request',
  'InvalidRegionId.NotFound': 'bad-request',
  'InvalidParameter*': 'bad-request',
  'Missing*': 'bad-request',
  DryRunOperation: 'bad-request',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  ActionType: { kind: 'text', values: ['*', 'CreateEcs', 'ChangeOS'] },
  'Filter.N.Key': { kind: 'text' },
  'Filter.N.Value': { kind: 'text' },
  ImageName: { kind: 'text' },
  ImageOwnerId: { kind: 'text' },
  IsSupportIoOptimized: { kind: 'boolean' },
  OwnerAccount: { kind: 'text' },
  ResourceGroupId: { kind: 'text' },
  ShowExpired: { kind: 'boolean' },
  SnapshotId: { kind: 'text' },
  'Tag.N.key': { kind: 'text' },
  'Tag.N.value': { kind: 'text' },
  Usable: { kind: 'boolean' },
  Usage: { kind: 'text', values: ['instance', 'none'] },
  Architecture: { instead: 'the query’s architecture' },
  DryRun: { instead: '`cloudimages doctor`, which makes the permission check' },
  ImageFamily: { instead: 'the query’s family' },
  ImageId: { instead: 'the query’s imageIds' },
  ImageOwnerAlias: { instead: 'the query’s owners' },
  InstanceType: { instead: 'the query’s instanceType' },
  IsPublic: { instead: 'the query’s owners: community' },
  IsSupportCloudinit: { instead: 'the query’s cloudInit' },
  OSType: { instead: 'the query’s osType' },
  Status: { instead: 'the query’s status and includeDeprecated' },
  'Tag.N.Key': { instead: 'the query’s tags' },
  'Tag.N.Value': { instead: 'the query’s tags' },
  Action: { unneeded: 'it is set for you' },
  PageNumber: { unneeded: 'every page is read' },
  PageSize: { unneeded: 'every page is read' },
  RegionId: { instead: 'a target such as alicloud/cn-hangzhou' },
};

/** @see https://api.aliyun.com/product/Ecs for the endpoints */
const ENDPOINTS: Readonly<Record<string, string>> = {
  'cn-hangzhou': 'https://ecs-cn-hangzhou.aliyuncs.com',
};

/** Three families of names: those of the SDKs, of Terraform, and of older tools. */
const KEYS = [
  ['ALIBABA_CLOUD', 'ACCESS_KEY_ID', 'ACCESS_KEY_SECRET'],
  ['ALICLOUD', 'ACCESS_KEY', 'SECRET_KEY'],
  ['ALIBABACLOUD', 'ACCESS_KEY_ID', 'ACCESS_KEY_SECRET'],
].map(([tool, id, secret]) => ({
  id: `${tool}_${id}`,
  secret: `${tool}_${secret}`,
  token: [`${tool}_SECURITY_TOKEN`],
}));

export const alicloud = defineCloud({
  id: 'alicloud',
  title: 'Alibaba Cloud ECS',
  docs: 'https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimages',
  apiVersion: '2014-05-26',
  operation: 'DescribeImages',
  regionIs: 'region',
  leastPrivilege: ['ecs:DescribeImages'],
  credentials: [
    explicitLink(),
    alicloudAssumedRoleLink(KEYS),
    environmentLink(KEYS),
    aliyunConfigLink(),
    alicloudMachineRoleLink(),
  ],
  rateLimit: RATE_LIMITS.alicloud,
  pageSize: PAGE_SIZE,
  endpoint: (region) => ENDPOINTS[region] ?? `https://ecs.${region}.aliyuncs.com`,
  request,
  read,
  views,
  answers: { family: true, tags: true, instanceType: true, cloudInit: true },
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('ImageId'),
    name: text('ImageName'),
    description: text('Description'),
    osType: word('OSType', OS_TYPE),
    osName: firstText('OSNameEn', 'OSName'),
    architecture: word('Architecture', ARCHITECTURE),
    owner: ownerOf,
    ownerId: text('ImageOwnerId'),
    status: word('Status', STATUS),
    deprecated: (raw) => ('Status' in raw ? raw['Status'] === 'Deprecated' : undefined),
    createdAt: instant('CreationTime'),
    family: text('ImageFamily'),
    sizeGiB: gibibytes('Size'),
    minDiskGiB: gibibytes('Size'),
    cloudInit: truth('IsSupportCloudinit'),
    tags: tags('Tags.Tag', 'TagKey', 'TagValue'),
  },
  disks: (raw, report) => {
    // Some captures hold an empty list in place of the wrapper.
    if (Array.isArray(valueAt(raw, 'DiskDeviceMappings'))) return [];
    return listAt(raw, 'DiskDeviceMappings.DiskDeviceMapping', report).map((disk) =>
      present<ImageDisk>({
        usage: text('Type')(disk, report) === 'data' ? 'data' : 'system',
        device: text('Device')(disk, report),
        sizeGiB: gibibytes('Size')(disk, report),
        snapshotId: text('SnapshotId')(disk, report),
        format: text('Format')(disk, report),
      }),
    );
  },
  named: (raw, report) => ({
    osName: firstText('OSNameEn', 'OSName')(raw, report),
    platform: text('Platform')(raw, report),
    family: text('ImageFamily')(raw, report),
  }),
  // FreeBSD is listed with OSType "linux".
  settle: ({ read: { osType } }) =>
    osType === 'bsd' ? { fields: { osType }, inferred: ['osType'] } : { fields: {}, inferred: [] },
  permissionCheck: { parameters: { DryRun: 'true' }, succeedsWith: 'DryRunOperation' },
});

function request(call: PageCall) {
  const query = {
    ...(call.parameters as Readonly<Record<string, string>>),
    RegionId: call.region,
    PageNumber: String(call.page + 1),
    PageSize: String(call.pageSize),
  };
  const signed = signAcs3(
    {
      method: 'POST',
      host: call.endpoint.host,
      action: 'DescribeImages',
      version: '2014-05-26',
      query,
    },
    call.credential,
    call.moment,
  );
  const { origin } = call.endpoint;
  return { method: 'POST', url: `${origin}/?${signed.query}`, headers: signed.headers } as const;
}

function read(body: unknown) {
  if (!isObject(body)) return undefined;
  const requestId = plainText(body['RequestId']);
  if (typeof body['Code'] === 'string') {
    return failure(body['Code'], body['Message'], requestId);
  }
  const images = valueAt(body, 'Images.Image');
  if (!Array.isArray(images)) return undefined;
  return { items: images.filter(isObject), total: plainText(body['TotalCount']), requestId };
}

function ownerOf(raw: RawImage, report: (problem: string) => void): Owner | undefined {
  const owner = word('ImageOwnerAlias', OWNER)(raw, report);
  return owner === 'shared' && truth('IsPublic')(raw, report) === true ? 'community' : owner;
}

function views(narrowing: Narrowing, scope: Scope): readonly Parameters[] {
  const { imageIds, architecture, osType, family, cloudInit } = narrowing;
  const shared: Record<string, string> = {
    Status: statusesFor(narrowing),
    ...(imageIds === undefined || imageIds.length > MAX_IDS ? {} : { ImageId: imageIds.join(',') }),
    ...(architecture === undefined ? {} : { Architecture: architecture }),
    // Only Windows rows are Windows here and there; FreeBSD hides among the Linux ones.
    ...(osType === 'windows' || osType === 'linux' ? { OSType: osType } : {}),
    ...(family === undefined ? {} : { ImageFamily: family }),
    ...(cloudInit === true ? { IsSupportCloudinit: 'true' } : {}),
    ...(scope.instanceType === undefined ? {} : { InstanceType: scope.instanceType }),
    ...scope.native,
  };
  Object.entries(narrowing.tags ?? {})
    .filter(isTagToAskFor)
    .slice(0, MAX_TAGS)
    .forEach(([key, value], index) => {
      shared[`Tag.${index + 1}.Key`] = key;
      shared[`Tag.${index + 1}.Value`] = value;
    });
  return ownerViews(narrowing.owners).map((view) => ({ ...shared, ...view }));
}

function isTagToAskFor([key, value]: readonly [string, string]): boolean {
  const isReserved = RESERVED_TAG.test(key) || RESERVED_TAG.test(value);
  return !isReserved && key.length <= 64 && value.length <= 128;
}

/** `ALL` where the narrowing leaves the status open. */
function statusesFor({ status, includeDeprecated }: Narrowing): string {
  if (status === 'available')
    return includeDeprecated === false ? 'Available' : 'Available,Deprecated';
  if (status === 'pending') return 'Creating,Waiting';
  if (status === 'failed') return 'UnAvailable,CreateFailed';
  return 'ALL';
}

const COMMUNITY = { ImageOwnerAlias: 'others', IsPublic: 'true' };

/**
 * One listing per alias. No alias at all would be one listing for the first three, but there the
 * pages disagree on whether it brings everybody's community images too, which are many.
 */
function ownerViews(owners: readonly string[] | undefined): readonly Parameters[] {
  const asks = (owner: string) => owners === undefined || owners.includes(owner);
  const accounts = (owners ?? []).some((owner) => /^\d+$/.test(owner));
  return [
    ...(asks('public') ? [{ ImageOwnerAlias: 'system' }] : []),
    ...(asks('self') || accounts ? [{ ImageOwnerAlias: 'self' }] : []),
    ...(asks('shared') || accounts ? [{ ImageOwnerAlias: 'others' }] : []),
    ...(asks('marketplace') ? [{ ImageOwnerAlias: 'marketplace' }] : []),
    ...(asks('community') || accounts ? [COMMUNITY] : []),
  ];
}
