/**
 * Amazon Machine Images, by DescribeImages of EC2.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html
 */
import { awsContainerLink, awsInstanceLink } from '../credentials/aws/machine-links';
import { AWS_KEYS, awsProfileLink } from '../credentials/aws/profile-link';
import { awsWebIdentityLink } from '../credentials/aws/web-identity-link';
import { environmentLink } from '../credentials/environment-link';
import { explicitLink } from '../credentials/explicit-link';
import type { HttpRequest } from '../transport/http-client';
import { encodeQuery } from '../transport/signing/canonical-request';
import { requireKey } from '../transport/signing/credential';
import { signV4 } from '../transport/signing/sigv4';
import { FAILURES } from './aws/failures';
import { beforeStart, disksOf, inferImage, osTypeOf, ownerOf, rootSize } from './aws/image';
import { instanceArchitecture } from './aws/instance-types';
import { byIds, listRequests, tooWide } from './aws/list-requests';
import { NATIVE } from './aws/native';
import {
  endpointOf,
  isKnownRegion,
  mainRegionOf,
  PARTITION_NAMES,
  partitionOf,
} from './aws/partitions';
import { PUBLISHERS } from './aws/publishers';
import { defineCloud } from './define-cloud';
import type { PageCall, Parameters, Region } from './definition/cloud-definition';
import { failure } from './definition/failures';
import {
  instant,
  isObject,
  plainString,
  rows,
  tags,
  text,
  valueAt,
  word,
  type RawImage,
} from './definition/field-readers';

const VERSION = '2016-11-15';

/** The largest MaxResults, and the least that EC2 takes. */
const PAGE_SIZE = 1000;
const SMALLEST_PAGE = 5;

/** The words for Apple's processors are architectures of their own: only Mac instances start them. */
const ARCHITECTURE = {
  x86_64: 'x86_64',
  i386: 'i386',
  arm64: 'arm64',
  x86_64_mac: null,
  arm64_mac: null,
} as const;

const BOOT_MODE = {
  'legacy-bios': 'bios',
  uefi: 'uefi',
  'uefi-preferred': 'uefi-preferred',
} as const;

const STATUS = {
  available: 'available',
  pending: 'pending',
  failed: 'failed',
  invalid: 'failed',
  error: 'failed',
  transient: 'failed',
  deregistered: 'failed',
  disabled: 'failed',
} as const;

export const aws = defineCloud({
  id: 'aws',
  title: 'AWS EC2',
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html',
  apiVersion: VERSION,
  operation: 'DescribeImages',
  regionIs: 'region',
  leastPrivilege: ['ec2:DescribeImages'],
  traps: [
    'The owner alias `amazon` does not prove that an image is Amazon’s: images of verified providers have it too. `public` goes by the accounts in the table.',
    'In some opt-in regions, Amazon publishes its images from other accounts. Where the table has none, find the account with `aws ec2 describe-images --owners amazon` and add it to `owners`, or to `publishers` in the configuration.',
    'Allowed AMIs of an account hide every other image from listings. An image that should be there and is not listed may not be allowed.',
    'Credentials of one partition (aws, aws-cn, aws-us-gov) are refused in the others.',
    'A deprecated image is hidden from listings and still starts by its id.',
    'Community and Marketplace images are too many to be listed: `owners: ["community"]` needs an account id in its place, or `native.aws.name`.',
    'Minimal images (`ubuntu-minimal/...`, `al2023-ami-minimal-...`) have the variant `minimal`, so that a plain query does not choose them.',
    'Mac images have architectures of their own, which are not `x86_64` or `arm64`: their `architecture` is not known.',
    '`family` is the name of a public SSM parameter, such as `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64`.',
  ],
  credentials: [
    explicitLink(),
    environmentLink(AWS_KEYS),
    awsProfileLink(),
    awsWebIdentityLink(),
    awsContainerLink(),
    awsInstanceLink(),
  ],
  configuration: {
    doc: 'AWS EC2. What is not given comes from the environment, the shared files and the machine.',
    credentials: {
      accessKey: { doc: 'Access key id.', part: 'id' },
      secretKey: { doc: 'Secret access key.', part: 'secret' },
      token: { doc: 'Session token of temporary keys.', part: 'token' },
    },
    profileFile: '~/.aws/config',
    site: {
      doc: 'The partition whose regions `cloudimages targets` lists. A target’s own partition follows from its region.',
      values: PARTITION_NAMES,
    },
  },
  /**
   * A bucket of 100 requests per API, account and region, refilled by 20 a second.
   * @see https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
   */
  rateLimit: { burst: 100, perSecond: 20, concurrency: 10 },
  format: 'xml',
  paging: 'cursor',
  pageSize: PAGE_SIZE,
  endpoint: (region) => endpointOf('ec2', region),
  knowsEndpoint: isKnownRegion,
  /** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
  regions: {
    operation: 'DescribeRegions',
    leastPrivilege: ['ec2:DescribeRegions'],
    format: 'xml',
    paging: 'single',
    pageSize: PAGE_SIZE,
    askedIn: mainRegionOf,
    parameters: {},
    request: (call) => signed(call, { Action: 'DescribeRegions', ...strings(call.parameters) }),
    read: (body) => readEnvelope(body, 'DescribeRegionsResponse', 'regionInfo', regionsOf),
  },
  request,
  read: (body) => readEnvelope(body, 'DescribeImagesResponse', 'imagesSet', (images) => images),
  listRequests,
  byIds,
  supports: { family: true, tags: true, instanceType: true, cloudInit: false },
  instanceArchitecture,
  publishers: PUBLISHERS,
  partitionOf,
  accountForm: /^\d{12}$/,
  tooWide,
  beforeStart,
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('imageId'),
    name: text('name'),
    description: text('description'),
    osType: osTypeOf,
    osName: 'not reported',
    architecture: word('architecture', ARCHITECTURE),
    bootMode: word('bootMode', BOOT_MODE),
    owner: ownerOf,
    ownerId: text('imageOwnerId'),
    status: word('imageState', STATUS),
    deprecated: 'from deprecatedAt',
    deprecatedAt: instant('deprecationTime'),
    createdAt: instant('creationDate'),
    family: text('publicSsmParameterName'),
    sizeGiB: rootSize,
    minDiskGiB: rootSize,
    cloudInit: 'not reported',
    tags: tags('tagSet', 'key', 'value'),
  },
  disks: disksOf,
  osHints: (raw, report) => ({ platform: text('platformDetails')(raw, report) }),
  infer: inferImage,
  permissionCheck: {
    parameters: { DryRun: 'true', 'Owner.1': 'self' },
    succeedsWith: 'DryRunOperation',
  },
});

function request(call: PageCall): HttpRequest {
  return signed(call, {
    Action: 'DescribeImages',
    ...strings(call.parameters),
    MaxResults: String(Math.max(SMALLEST_PAGE, call.pageSize)),
    ...(call.cursor === undefined ? {} : { NextToken: call.cursor }),
  });
}

function signed(call: PageCall, parameters: Readonly<Record<string, string>>): HttpRequest {
  const { host, origin } = call.endpoint;
  // As AWS's own clients write it: a proxy that reads and prints it again changes no byte.
  const body = encodeQuery({ ...parameters, Version: VERSION });
  const headers = signV4(
    {
      ...{ method: 'POST', host, region: call.region, service: 'ec2', body },
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    },
    requireKey(call.credential, 'AWS'),
    call.moment,
  );
  return { method: 'POST', url: `${origin}/`, headers, body };
}

/** Every parameter here is made as a string. */
function strings(parameters: Parameters): Readonly<Record<string, string>> {
  return parameters as Readonly<Record<string, string>>;
}

/** A list by its name in the answer, or the error that comes in its place. */
function readEnvelope<T>(
  body: unknown,
  root: string,
  name: string,
  convert: (list: readonly RawImage[]) => readonly T[],
) {
  if (!isObject(body)) return undefined;
  const refusal = body['Response'] ?? body['ErrorResponse'];
  if (isObject(refusal)) {
    const error = valueAt(refusal, 'Errors.Error') ?? refusal['Error'];
    if (!isObject(error)) return undefined;
    const requestId = plainString(refusal['RequestID'] ?? refusal['RequestId']);
    return failure(error['Code'], error['Message'], requestId);
  }
  const answer = body[root];
  if (!isObject(answer) || !(name in answer)) return undefined;
  // An element without children is an empty string.
  const items = rows(answer[name] === '' ? [] : answer[name]);
  return (
    items && {
      items: convert(items),
      next: plainString(answer['nextToken']),
      requestId: plainString(answer['requestId']),
    }
  );
}

function regionsOf(list: readonly RawImage[]): readonly Region[] {
  return list.flatMap((region) => {
    const id = plainString(region['regionName']);
    return id === undefined ? [] : [{ id, endpoint: endpointOf('ec2', id) }];
  });
}
