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
import type { ImageDisk } from '../image/answer.generated';
import type { Owner } from '../image/words';
import type { HttpRequest } from '../transport/http-client';
import { signAcs3 } from '../transport/signing/acs3';
import { defineCloud } from './define-cloud';
import { byIds, listRequests, STATUS } from './alicloud/list-requests';
import { NATIVE_PARAMETERS } from './alicloud/native-parameters';
import type { PageCall, Parameters, Region } from './definition/cloud-definition';
import { own } from './definition/own';
import { failure, type FailureTable } from './definition/failures';
import {
  boolean,
  firstText,
  gibibytes,
  instant,
  isObject,
  listAt,
  plainString,
  record,
  rows,
  tags,
  text,
  valueAt,
  word,
  type RawImage,
  type Report,
} from './definition/field-readers';

/** The largest PageSize. */
const PAGE_SIZE = 100;

const ARCHITECTURE = { x86_64: 'x86_64', i386: 'i386', arm64: 'arm64' } as const;

/** Not on every image, and not on the page read for the other fields. */
const BOOT_MODE = {
  BIOS: 'bios',
  UEFI: 'uefi',
  'UEFI-Preferred': 'uefi-preferred',
} as const;

const OS_TYPE = { linux: 'linux', windows: 'windows' } as const;

/** Shared and community images both come as `others`; `IsPublic` distinguishes them. */
const OWNER = {
  system: 'public',
  self: 'self',
  others: 'shared',
  marketplace: 'marketplace',
} as const;

const readOwner = word('ImageOwnerAlias', OWNER);
const readIsPublic = boolean('IsPublic');

const readDisk = record<ImageDisk>({
  usage: word('Type', { system: 'system', data: 'data' }),
  device: text('Device'),
  sizeGiB: gibibytes('Size'),
  snapshotId: text('SnapshotId'),
  format: text('Format'),
});

const FAILURES: FailureTable = {
  'InvalidImageId.NotFound': 'no-such-image',
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
  'InvalidRegionId.NotFound': 'no-such-region',
  'InvalidParameter*': 'bad-request',
  'Missing*': 'bad-request',
  DryRunOperation: 'bad-request',
};

/** @see https://api.aliyun.com/product/Ecs for the endpoints */
const ENDPOINTS: Readonly<Record<string, string>> = {
  'cn-hangzhou': 'https://ecs-cn-hangzhou.aliyuncs.com',
};

/** The regions whose endpoint is known to be `ecs.<region>.aliyuncs.com`. */
const REGULAR_REGIONS: readonly string[] = [
  ...['cn-qingdao', 'cn-beijing', 'cn-zhangjiakou', 'cn-huhehaote', 'cn-wulanchabu'],
  ...['cn-shanghai', 'cn-nanjing', 'cn-fuzhou', 'cn-shenzhen', 'cn-heyuan', 'cn-guangzhou'],
  ...['cn-chengdu', 'cn-hongkong', 'ap-northeast-1', 'ap-northeast-2', 'ap-southeast-1'],
  ...['ap-southeast-3', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'us-east-1'],
  ...['us-west-1', 'eu-west-1', 'eu-central-1', 'me-east-1'],
];

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
  configuration: {
    doc: 'Alibaba Cloud. What is not given comes from the environment and the profile files.',
    credentials: {
      accessKey: { doc: 'AccessKey id.', part: 'id' },
      secretKey: { doc: 'AccessKey secret.', part: 'secret' },
      securityToken: { doc: 'STS token.', part: 'token' },
    },
    profileFile: '~/.aliyun/config.json',
  },
  /**
   * Calls are counted per minute, API, account and region; no rate per second is documented. The
   * number is in each account's Quota Center only. The burst covers a catalog of 6,000 images, and
   * retries outlast a minute that is used up.
   * @see https://www.alibabacloud.com/help/en/openapi/throttling-and-quota-management
   */
  rateLimit: { burst: 60, perSecond: 20, concurrency: 10 },
  paging: 'pages',
  pageSize: PAGE_SIZE,
  endpoint: (region) => own(ENDPOINTS, region) ?? `https://ecs.${region}.aliyuncs.com`,
  knowsEndpoint: (region) => Object.hasOwn(ENDPOINTS, region) || REGULAR_REGIONS.includes(region),
  /** @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeregions */
  regions: {
    operation: 'DescribeRegions',
    leastPrivilege: ['ecs:DescribeRegions'],
    paging: 'single',
    pageSize: PAGE_SIZE,
    askedIn: 'cn-hangzhou',
    parameters: { AcceptLanguage: 'en-US' },
    request: (call) => signed(call, 'DescribeRegions', call.parameters),
    read: (body) => readEnvelope(body, 'Regions.Region', regionsOf),
  },
  request,
  read,
  listRequests,
  byIds,
  supports: { family: true, tags: true, instanceType: true, cloudInit: true },
  native: NATIVE_PARAMETERS,
  failures: FAILURES,
  image: {
    id: text('ImageId'),
    name: text('ImageName'),
    description: text('Description'),
    osType: word('OSType', OS_TYPE),
    osName: firstText('OSNameEn', 'OSName'),
    architecture: word('Architecture', ARCHITECTURE),
    bootMode: word('BootMode', BOOT_MODE),
    owner: ownerOf,
    ownerId: text('ImageOwnerId'),
    status: word('Status', STATUS),
    deprecated: (raw) => ('Status' in raw ? raw['Status'] === 'Deprecated' : undefined),
    deprecatedAt: 'not reported',
    createdAt: instant('CreationTime'),
    family: text('ImageFamily'),
    sizeGiB: gibibytes('Size'),
    minDiskGiB: gibibytes('Size'),
    cloudInit: boolean('IsSupportCloudinit'),
    tags: tags('Tags.Tag', 'TagKey', 'TagValue'),
  },
  disks: (raw, report) => {
    // Some captures hold an empty list in place of the wrapper.
    if (Array.isArray(valueAt(raw, 'DiskDeviceMappings'))) return [];
    return listAt(raw, 'DiskDeviceMappings.DiskDeviceMapping', report).map((disk) =>
      readDisk(disk, report),
    );
  },
  osHints: record({
    osName: firstText('OSNameEn', 'OSName'),
    platform: text('Platform'),
    family: text('ImageFamily'),
  }),
  // FreeBSD is listed with OSType "linux" and Platform "Freebsd" (captures of 2017).
  infer: ({ names: { osType } }) => (osType === 'bsd' ? { osType } : {}),
  permissionCheck: { parameters: { DryRun: 'true' }, succeedsWith: 'DryRunOperation' },
});

function request(call: PageCall): HttpRequest {
  return signed(call, 'DescribeImages', {
    ...call.parameters,
    PageNumber: String(call.page + 1),
    PageSize: String(call.pageSize),
  });
}

function signed(call: PageCall, action: string, parameters: Parameters): HttpRequest {
  const { host, origin } = call.endpoint;
  const strings = parameters as Readonly<Record<string, string>>;
  const { headers, query } = signAcs3(
    {
      method: 'POST',
      host,
      action,
      version: '2014-05-26',
      query: { ...strings, RegionId: call.region },
    },
    call.credential,
    call.moment,
  );
  return { method: 'POST', url: `${origin}/?${query}`, headers };
}

function read(body: unknown) {
  return readEnvelope(body, 'Images.Image', (images) => images);
}

/** A list below a path, or the error that stands in its place. */
function readEnvelope<T>(
  body: unknown,
  path: string,
  convert: (list: readonly RawImage[]) => readonly T[],
) {
  if (!isObject(body)) return undefined;
  const requestId = plainString(body['RequestId']);
  if (typeof body['Code'] === 'string') {
    return failure(body['Code'], body['Message'], requestId);
  }
  const list = valueAt(body, path);
  const items = list === undefined ? undefined : rows(list);
  return items && { items: convert(items), total: plainString(body['TotalCount']), requestId };
}

function regionsOf(list: readonly RawImage[]): readonly Region[] {
  return list.flatMap((region) => {
    const id = plainString(region['RegionId']);
    const host = plainString(region['RegionEndpoint']) ?? '';
    const name = plainString(region['LocalName']);
    // Signed requests go nowhere but to the vendor.
    const isVendor = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.aliyuncs\.com$/.test(host);
    return id === undefined
      ? []
      : [{ id, name, endpoint: isVendor ? `https://${host}` : undefined }];
  });
}

function ownerOf(raw: RawImage, report: Report): Owner | undefined {
  const owner = readOwner(raw, report);
  return owner === 'shared' && readIsPublic(raw, report) === true ? 'community' : owner;
}
