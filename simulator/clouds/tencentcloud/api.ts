/**
 * Tencent Cloud CVM API 3.0 on the wire: POST JSON, X-TC-* headers, errors inside HTTP 200.
 * @see https://www.tencentcloud.com/document/api/213/33272
 */
import { fitsInstance, runsOnArm } from '../../instance-types';
import {
  disturbFields,
  listPage,
  newestOfFamily,
  pageOf,
  printCount,
  refuseUnknownIds,
} from '../../listing';
import { serve, type AnswerContext, type Dialect } from '../../serve';
import {
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import { authenticateTc3 } from './auth';
import { readTencentCall, type TencentCall } from './call';
import { localName, printTencentImage } from './image';
import { integer, missing, readFilter, refuseUnknown, strings, list, text } from './body';
import { checkTencentQuery, DEFAULT_LIMIT, tencentKeep, type TencentQuery } from './query';
import { INSTANCE_FAMILIES } from './instance-families';
import { describeSnapshots } from './snapshots';
import { TENCENTCLOUD } from './vocabulary';

const FILTERS: readonly string[] = [
  'image-id',
  'image-type',
  'image-name',
  'platform',
  'tag-key',
  'tag-value',
];

const dialect: Dialect<TencentCall> = {
  cloud: 'tencentcloud',
  errorsHaveStatus: false,
  read: readTencentCall,
  authenticate: (world, call, now) =>
    authenticateTc3({
      accounts: world.accounts('tencentcloud'),
      request: call.request,
      now,
      service: serviceOf(call),
    }),
  answer(context) {
    const { call, requestId } = context;
    const body = checkCall(context);
    const response = ACTIONS[call.action]?.(context, body) ?? {};
    return { Response: { ...response, RequestId: requestId } };
  },
  print: (answer) => ({ status: 200, contentType: 'application/json', body: printJson(answer) }),
  printError: (error, requestId) => ({
    status: 200,
    contentType: 'application/json',
    body: printJson({
      Response: { Error: { Code: error.code, Message: error.message }, RequestId: requestId },
    }),
  }),
  errors: {
    throttled: () =>
      new WireError(
        'RequestLimitExceeded',
        'Your current request times equals to `41` in a second, which exceeds the frequency limit `40` for a second. Please reduce the frequency of calls.',
      ),
    internal: () => new WireError('InternalError', 'An internal error has occurred.'),
    unauthenticated: () =>
      new WireError(
        'AuthFailure.SignatureFailure',
        'The provided credentials could not be validated. Please check your signature is correct.',
      ),
    forbidden: () =>
      new WireError(
        'UnauthorizedOperation',
        'You are not authorized to perform operation (cvm:DescribeImages).',
      ),
  },
};

/** One request to CVM API 3.0. */
export function handleTencentcloud(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

type Action = (
  context: AnswerContext<TencentCall>,
  body: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, Json>>;

const ACTIONS: Readonly<Record<string, Action>> = {
  DescribeImages: describeImages,
  DescribeImageFromFamily: describeImageFromFamily,
  DescribeRegions: describeRegions,
  DescribeSnapshots: describeSnapshots,
};

/** The only action here that is another service's; it goes to the same endpoint. */
function serviceOf({ action }: TencentCall): string {
  return action === 'DescribeSnapshots' ? 'cbs' : 'cvm';
}

function checkCall({ world, call }: AnswerContext<TencentCall>): Readonly<Record<string, unknown>> {
  if (call.request.method !== 'POST' || call.request.path !== '/') {
    throw new WireError('UnsupportedProtocol', 'Only POST requests to `/` are supported.');
  }
  if (!Object.hasOwn(ACTIONS, call.action)) {
    throw new WireError('InvalidAction', 'The API operation requested is invalid or not found.');
  }
  if (call.version !== '2017-03-12') {
    throw new WireError('NoSuchVersion', `The specified API version ${call.version} is invalid.`);
  }
  if (!call.body) throw new WireError('InvalidParameter', 'The request body is not a JSON object.');
  if (call.action !== 'DescribeRegions') {
    if (call.region === '') throw missing('Region');
    if (!world.regions('tencentcloud').includes(call.region)) {
      throw new WireError('InvalidRegion.NotFound', `The region ${call.region} cannot be found.`);
    }
  }
  return call.body;
}

function describeImages(
  { world, call, effects }: AnswerContext<TencentCall>,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Json>> {
  refuseUnknown(body, ['ImageIds', 'Filters', 'Offset', 'Limit', 'InstanceType']);
  const query: TencentQuery = {
    imageIds: strings(body['ImageIds'] ?? [], 'ImageIds'),
    filters: list(body['Filters'] ?? [], 'Filters').map(readFilter),
    offset: integer(body['Offset'] ?? 0, 'Offset'),
    limit: integer(body['Limit'] ?? DEFAULT_LIMIT, 'Limit'),
  };
  checkTencentQuery(query, (name) => FILTERS.includes(name) || name.startsWith('tag:'));
  const onArm = instanceRunsOnArm(body['InstanceType']);
  const keep = tencentKeep(query, (image) => localName(image, call.language));
  refuseUnknownIds(world.images('tencentcloud', call.region), effects, {
    ids: query.imageIds,
    code: TENCENTCLOUD.codes.unknownId,
  });
  const { rows, total } = listPage(world, effects, {
    cloud: 'tencentcloud',
    region: call.region,
    keep: (image) => keep(image) && (onArm === undefined || fitsInstance(image, onArm)),
    offset: query.offset,
    limit: query.limit,
  });
  return {
    TotalCount: printCount(effects, total),
    ImageSet: rows.map((image, row) => printTencentImage(image, call.language, effects, row)),
  };
}

/** Takes no parameters, and no region. */
function describeRegions(
  { world, effects }: AnswerContext<TencentCall>,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Json>> {
  refuseUnknown(body, []);
  const all = { offset: 0, limit: Infinity };
  const { rows, total } = pageOf(world.regions('tencentcloud'), effects, all);
  return {
    TotalCount: printCount(effects, total),
    RegionSet: rows.map((region, row) =>
      disturbFields(
        effects,
        {},
        { Region: region, RegionName: region, RegionState: 'AVAILABLE' },
        row,
      ),
    ),
  };
}

/** The newest image of a family that can be used and is not deprecated; null where there is none. */
function describeImageFromFamily(
  { world, call, effects }: AnswerContext<TencentCall>,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Json>> {
  refuseUnknown(body, ['ImageFamily']);
  const newest = newestOfFamily(
    world.images('tencentcloud', call.region),
    text(body['ImageFamily'], 'ImageFamily'),
    TENCENTCLOUD.states.usable,
  );
  return { Image: newest ? printTencentImage(newest, call.language, effects, 0) : null };
}

function instanceRunsOnArm(instanceType: unknown): boolean | undefined {
  if (instanceType === undefined) return undefined;
  const name = text(instanceType, 'InstanceType');
  if (!/^[A-Z][0-9A-Za-z]*\.[0-9A-Z]+$/.test(name)) {
    throw new WireError('InvalidInstanceType.Malformed', `Invalid instance type format: ${name}.`);
  }
  const onArm = runsOnArm(INSTANCE_FAMILIES, name.split('.')[0] ?? '');
  if (onArm === undefined) {
    throw new WireError(
      'InvalidParameterValue.InstanceTypeNotFound',
      `The instance type ${name} does not exist.`,
    );
  }
  return onArm;
}
