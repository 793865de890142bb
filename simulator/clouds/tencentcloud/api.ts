/**
 * Tencent Cloud CVM API 3.0 on the wire: POST JSON, X-TC-* headers, errors inside HTTP 200.
 * @see https://www.tencentcloud.com/document/api/213/33272
 */
import { fitsInstance, runsOnArm } from '../../instance-types';
import { listPage, newestOfFamily, printCount } from '../../listing';
import { serve, type AnswerContext, type Call, type Dialect } from '../../serve';
import {
  parseJsonObject,
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import { authenticateTc3 } from './auth';
import { localName, printTencentImage, type TencentLanguage } from './image';
import { integer, missing, readFilter, refuseUnknown, strings, list, text } from './body';
import { checkTencentQuery, DEFAULT_LIMIT, tencentKeep, type TencentQuery } from './query';
import { INSTANCE_FAMILIES } from './instance-families';
import { TENCENTCLOUD } from './vocabulary';

/** A request to CVM, taken apart. */
export interface TencentCall extends Call {
  readonly request: SimulatorRequest;
  readonly version: string;
  readonly language: TencentLanguage;
  /** The JSON body; undefined when it is not an object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

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
  read: readCall,
  authenticate: (world, call, now) =>
    authenticateTc3({ accounts: world.accounts('tencentcloud'), request: call.request, now }),
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
  DescribeRegions: ({ world }) => {
    const regions = world.regions('tencentcloud');
    return {
      TotalCount: regions.length,
      RegionSet: regions.map((region) => ({
        Region: region,
        RegionName: region,
        RegionState: 'AVAILABLE',
      })),
    };
  },
};

function readCall(request: SimulatorRequest): TencentCall {
  const body = parseJsonObject(request.body);
  const offset = Number(body?.['Offset'] ?? 0);
  const limit = Number(body?.['Limit'] ?? DEFAULT_LIMIT);
  const page = Math.floor(offset / limit) + 1;
  return {
    request,
    action: request.headers['x-tc-action'] ?? '',
    version: request.headers['x-tc-version'] ?? '',
    region: request.headers['x-tc-region'] ?? '',
    language: request.headers['x-tc-language'] === 'en-US' ? 'en-US' : 'zh-CN',
    page: Number.isFinite(page) ? page : 1,
    parameters: (body ?? {}) as Readonly<Record<string, Json>>,
    body,
  };
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
