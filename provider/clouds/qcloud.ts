/**
 * Tencent Cloud's legacy API v2 at image.api.qcloud.com, which is hidden but still used. Asked only
 * when a target names it.
 *
 * @see https://www.tencentcloud.com/document/product/213/9418
 */
import type { Narrowing, Scope } from '../source/source';
import { RATE_LIMITS } from '../transport/limits';
import { encodeQuery } from '../transport/signing/canonical-request';
import { signTc2 } from '../transport/signing/tc2';
import { defineCloud } from './define-cloud';
import type { NativeParameter, PageCall, Parameters } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  instant,
  isObject,
  text,
  word,
  type RawImage,
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
  '5000': 'absent',
  '5100': 'bad-request',
  '5200': 'bad-request',
  '5300': 'bad-request',
  '5400': 'bad-request',
  '5500': 'bad-request',
  '6000': 'unavailable',
  '6100': 'bad-request',
  '6200': 'unavailable',
  'InvalidImageId.NotFound': 'absent',
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
  'image-name': { kind: 'list' },
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
  rateLimit: RATE_LIMITS.qcloud,
  pageSize: PAGE_SIZE,
  endpoint: () => 'https://image.api.qcloud.com',
  request,
  read,
  views,
  answers: { family: false, tags: false, instanceType: false, cloudInit: false },
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('ImageId'),
    name: text('ImageName'),
    description: text('ImageDescription'),
    osType: 'not told',
    osName: text('ImageOsName'),
    architecture: word('Architecture', TENCENT_ARCHITECTURE),
    owner: word('ImageType', OWNER),
    ownerId: creatorOf,
    status: word('ImageStatus', TENCENT_STATUS),
    deprecated: 'not told',
    createdAt: instant('ImageCreateTime', '+08:00'),
    family: 'not told',
    sizeGiB: 'not told',
    minDiskGiB: 'not told',
    cloudInit: 'not told',
    tags: 'not told',
  },
  disks: () => [],
  named: (raw, report) => ({
    osName: text('ImageOsName')(raw, report),
    platform: text('Platform')(raw, report),
  }),
  // Architecture is mostly missing, and says x86_64 on 32-bit images where it is not.
  settle: (facts) => {
    const settled = settleTencent(facts);
    const { architecture } = facts.read;
    return architecture === undefined || architecture === facts.image.architecture
      ? settled
      : {
          fields: { ...settled.fields, architecture },
          inferred: [...settled.inferred, 'architecture'],
        };
  },
});

function request(call: PageCall) {
  const { host, origin } = call.endpoint;
  const filters = call.parameters['Filters'] as readonly TencentFilter[];
  const parameters: Record<string, string> = {
    Action: 'DescribeImages',
    Version: '2017-03-12',
    Region: call.region,
    Offset: String(call.page * call.pageSize),
    Limit: String(call.pageSize),
  };
  filters.forEach(({ Name, Values }, index) => {
    parameters[`Filters.${index}.Name`] = Name;
    Values.forEach((value, at) => (parameters[`Filters.${index}.Values.${at}`] = value));
  });
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

/** Three envelopes: the new one, its error, and the old gateway's, whose code may be text. */
function read(body: unknown) {
  if (!isObject(body)) return undefined;
  const response = isObject(body['Response']) ? body['Response'] : body;
  const requestId = [response['RequestID'], response['RequestId']].find(
    (id): id is string => typeof id === 'string',
  );
  const error = response['Error'];
  if (isObject(error)) {
    return failure(error['Code'], error['Message'], requestId);
  }
  const code = plainText(body['code']) ?? '0';
  if (code !== '0') {
    const said = [body['codeDesc'], body['message']].filter((part) => typeof part === 'string');
    return failure(code, said.join(': '), requestId);
  }
  const images = response['ImageSet'] ?? response['imageSet'];
  const total = response['TotalCount'] ?? response['totalCount'];
  if (images === undefined && total === undefined) return undefined;
  if (images !== undefined && images !== null && !Array.isArray(images)) return undefined;
  return { items: (images ?? []).filter(isObject), total: plainText(total), requestId };
}

/** The cloud's own images have the word PUBLIC where an account would stand. */
function creatorOf(raw: RawImage, report: (problem: string) => void): string | undefined {
  const creator = text('Creator')(raw, report);
  return creator === 'PUBLIC' ? undefined : creator;
}

function views(narrowing: Narrowing, scope: Scope): readonly Parameters[] {
  const native = Object.entries(scope.native ?? {}).map(([Name, values]) => ({
    Name,
    Values: values.split(','),
  }));
  return [{ Filters: [...tencentFilters(narrowing, OWNER), ...native] }];
}
