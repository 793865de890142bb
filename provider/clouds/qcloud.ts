/**
 * Tencent Cloud's legacy API v2 at image.api.qcloud.com, which is hidden but still used. Asked only
 * when a target names it.
 *
 * @see https://www.tencentcloud.com/document/product/213/9418
 */
import type { Narrowing, Scope } from '../source/source';
import { encodeQuery } from '../transport/signing/canonical-request';
import { signTc2 } from '../transport/signing/tc2';
import { defineCloud } from './define-cloud';
import type { ListParameters, NativeParameter, PageCall } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  instant,
  isObject,
  plainString,
  record,
  rows,
  text,
  word,
  type RawImage,
  type Report,
} from './definition/field-readers';
import {
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
} from './tencent/shared';

const PATH = '/v2/index.php';

const OWNER = { PUBLIC_IMAGE: 'public', PRIVATE_IMAGE: 'self', SHARED_IMAGE: 'shared' } as const;

/** The gateway's numbers, and the names that the service behind it uses. */
const FAILURES: FailureTable = {
  '4000': 'bad-request',
  '4100': 'unauthenticated',
  '4101': 'forbidden',
  '4102': 'forbidden',
  '4103': 'forbidden',
  '4104': 'unauthenticated',
  '4105': 'unauthenticated',
  '4106': 'unauthenticated',
  '4110': 'unauthenticated',
  '4300': 'forbidden',
  '4400': 'throttled',
  // A nonce seen before; every attempt brings a new one.
  '4500': 'unavailable',
  '4600': 'bad-request',
  '5000': 'no-such-image',
  '5100': 'bad-request',
  '5200': 'bad-request',
  '5300': 'bad-request',
  '5400': 'bad-request',
  '5500': 'bad-request',
  '6000': 'unavailable',
  '6100': 'bad-request',
  '6200': 'unavailable',
  'InvalidImageId.NotFound': 'no-such-image',
  // An id of another form belongs to no image.
  'InvalidImageId.Malformed': 'no-such-image',
  'AuthFailure.UnauthorizedOperation': 'forbidden',
  'AuthFailure*': 'unauthenticated',
  'UnauthorizedOperation*': 'forbidden',
  'RequestLimitExceeded*': 'throttled',
  'InternalError*': 'unavailable',
  InvalidFilter: 'bad-request',
  'InvalidParameter.InvalidParameterCoexistImageIdsFilters': 'bad-request',
  'InvalidParameterValue.InvalidParameterValueLimit': 'bad-request',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  'image-name': { kind: 'list', most: MAX_FILTER_VALUES },
  'image-id': { instead: 'the query’s imageIds' },
  'image-type': { instead: 'the query’s owners' },
  ImageIds: { instead: 'the query’s imageIds' },
  'ImageIds.N': { instead: 'the query’s imageIds' },
  Filters: { instead: 'the names of the filters, such as image-name' },
  'Filters.N': { instead: 'the names of the filters, such as image-name' },
  Offset: { unneeded: 'every page is read' },
  Limit: { unneeded: 'every page is read' },
  Region: { instead: 'a target such as qcloud/ap-guangzhou' },
  Action: { unneeded: 'it is set for you' },
  Version: { unneeded: 'it is set for you' },
};

export const qcloud = defineCloud({
  id: 'qcloud',
  title: 'Tencent Cloud (legacy API v2)',
  docs: 'https://www.tencentcloud.com/document/product/213/9418',
  apiVersion: '2017-03-12',
  operation: 'DescribeImages',
  regionIs: 'region',
  leastPrivilege: ['cvm:DescribeImages'],
  credentials: TENCENT_CREDENTIALS,
  configuration: {
    doc: "Tencent Cloud's legacy API v2. The same credentials as tencentcloud.",
    credentials: TENCENT_CREDENTIAL_FIELDS,
    profileFile: '~/.tccli',
    sharesKeysWith: 'tencentcloud',
  },
  /** The pages of API v2 name no rate. Half of what its successor allows, to be careful. */
  rateLimit: { burst: 20, perSecond: 20, concurrency: 10 },
  paging: 'pages',
  pageSize: MAX_ROWS,
  endpoint: () => 'https://image.api.qcloud.com',
  request,
  read,
  listRequests,
  byIds: tencentByIds,
  supports: { family: false, tags: false, instanceType: false, cloudInit: false },
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('ImageId'),
    name: text('ImageName'),
    description: text('ImageDescription'),
    osType: 'not reported',
    osName: text('ImageOsName'),
    architecture: word('Architecture', TENCENT_ARCHITECTURE),
    bootMode: 'not reported',
    owner: word('ImageType', OWNER),
    ownerId: creatorOf,
    status: word('ImageStatus', TENCENT_STATUS),
    deprecated: 'not reported',
    deprecatedAt: 'not reported',
    createdAt: instant('ImageCreateTime', '+08:00'),
    family: 'not reported',
    sizeGiB: 'not reported',
    minDiskGiB: 'not reported',
    cloudInit: 'not reported',
    tags: 'not reported',
  },
  disks: () => [],
  osHints: record({ osName: text('ImageOsName'), platform: text('Platform') }),
  // The page's own sample says x86_64 of a 32-bit image, so the name is right where they differ.
  infer: (facts) => {
    const { architecture } = facts.names;
    const isWrong = architecture !== undefined && architecture !== facts.image.architecture;
    return { ...tencentOsType(facts), ...(isWrong ? { architecture } : {}) };
  },
});

function request(call: PageCall) {
  const { host, origin } = call.endpoint;
  const parameters = {
    Action: 'DescribeImages',
    Version: '2017-03-12',
    Region: call.region,
    Offset: String(call.page * call.pageSize),
    Limit: String(call.pageSize),
    ...flatten(call.parameters),
  };
  const signed = signTc2(
    { method: 'POST', host, path: PATH, parameters },
    call.credential,
    call.moment,
  );
  return {
    method: 'POST',
    url: `${origin}${PATH}`,
    headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
    body: encodeQuery(signed),
  } as const;
}

/** Lists as this API writes them: `Filters.0.Values.0`. */
function flatten(value: unknown, path = ''): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return { [path]: String(value) };
  const entries = Object.entries(value).map(([key, inner]) =>
    flatten(inner, path === '' ? key : `${path}.${key}`),
  );
  return Object.assign({}, ...entries) as Record<string, string>;
}

/** Three envelopes: the new one, its error, and the old gateway's, whose code may be a string. */
function read(body: unknown) {
  if (!isObject(body)) return undefined;
  // Without an envelope of its own, an answer is the old gateway's, which always has a code.
  const response = isObject(body['Response'])
    ? body['Response']
    : 'code' in body
      ? body
      : undefined;
  if (response === undefined) return undefined;
  const requestId = [response['RequestID'], response['RequestId']].find(
    (id): id is string => typeof id === 'string',
  );
  const error = response['Error'];
  if (isObject(error)) {
    return failure(error['Code'], error['Message'], requestId);
  }
  const code = plainString(body['code']) ?? '0';
  if (code !== '0') {
    const said = [body['codeDesc'], body['message']].filter((part) => typeof part === 'string');
    return failure(code, said.join(': '), requestId);
  }
  const images = response['ImageSet'] ?? response['imageSet'];
  const total = response['TotalCount'] ?? response['totalCount'];
  if (images === undefined && total === undefined) return undefined;
  const items = rows(images);
  return items === undefined ? undefined : { items, total: plainString(total), requestId };
}

const readCreator = text('Creator');

/** The cloud's own images have the word PUBLIC where an account would stand. */
function creatorOf(raw: RawImage, report: Report): string | undefined {
  const creator = readCreator(raw, report);
  return creator === 'PUBLIC' ? undefined : creator;
}

function listRequests(narrowing: Narrowing, scope: Scope): readonly ListParameters[] {
  return [
    {
      parameters: { Filters: [...tencentOwnerFilters(narrowing, OWNER), ...nativeFilters(scope)] },
    },
  ];
}
