/**
 * Alibaba Cloud ECS on the wire: RPC style, parameters in the query or a form, JSON or XML out.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimages
 */
import { fitsInstance } from '../../instance-types';
import { listPage, newestOfFamily, printCount, refuseUnknownIds } from '../../listing';
import { serve, type AnswerContext, type Dialect, type Printed } from '../../serve';
import {
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import { printXml } from '../../xml';
import { authenticateAlicloud } from './auth';
import { isAcs3, readAlicloudCall, type AlicloudCall } from './call';
import { printAlicloudImage } from './image';
import { refuseUnknown, requireRegion, requireText } from './parameters';
import { readAlicloudQuery } from './query';
import { describeRegions } from './regions';
import { describeTags } from './tags';
import { ALICLOUD } from './vocabulary';

const dialect: Dialect<AlicloudCall> = {
  cloud: 'alicloud',
  errorsHaveStatus: true,
  read: readAlicloudCall,
  authenticate: authenticateAlicloud,
  answer(context) {
    const { call, requestId } = context;
    if (call.version !== '2014-05-26') {
      throw new WireError('InvalidVersion', 'Specified parameter Version is not valid.', 400);
    }
    const action = Object.hasOwn(ACTIONS, call.action) ? ACTIONS[call.action] : undefined;
    if (!action || call.request.path !== '/') {
      throw new WireError(
        'InvalidAction.NotFound',
        'Specified api is not found, please check your url and method.',
        404,
      );
    }
    return { RequestId: requestId.toUpperCase(), ...action(context) };
  },
  print: (answer, call) => printed(200, answer, call, `${call.action}Response`),
  printError: (error, requestId, call) =>
    printed(
      error.status,
      {
        RequestId: requestId.toUpperCase(),
        HostId: call.request.headers['host'] ?? '',
        Code: error.code,
        Message: error.message,
        Recommend: `https://api.alibabacloud.com/troubleshoot?q=${error.code}&product=Ecs`,
      },
      call,
      'Error',
    ),
  errors: {
    throttled: () =>
      new WireError('Throttling.User', 'Request was denied due to user flow control.', 400),
    internal: () =>
      new WireError(
        'InternalError',
        'The request processing has failed due to some unknown error.',
        500,
      ),
    unauthenticated: () =>
      new WireError(
        'SignatureDoesNotMatch',
        'Specified signature is not matched with our calculation.',
        400,
      ),
    forbidden: () => new WireError('Forbidden.RAM', 'User not authorized to operate.', 403),
  },
};

/** One request to ECS. */
export function handleAlicloud(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

type Action = (context: AnswerContext<AlicloudCall>) => Readonly<Record<string, Json>>;

const ACTIONS: Readonly<Record<string, Action>> = {
  DescribeImages: describeImages,
  DescribeImageFromFamily: describeImageFromFamily,
  DescribeRegions: describeRegions,
  DescribeTags: describeTags,
};

/** RPC signatures get XML unless Format says JSON; ACS3 gets JSON unless it says XML. */
function printed(status: number, body: Json, call: AlicloudCall, root: string): Printed {
  const format = call.all.get('Format')?.toUpperCase();
  const isXml = format === 'XML' || (format === undefined && !isAcs3(call));
  return isXml
    ? { status, contentType: 'text/xml;charset=utf-8', body: printXml(root, body) }
    : { status, contentType: 'application/json;charset=utf-8', body: printJson(body) };
}

function describeImages({
  world,
  call,
  effects,
}: AnswerContext<AlicloudCall>): Readonly<Record<string, Json>> {
  const query = readAlicloudQuery(call.all, requireRegion(world, call.all));
  refuseUnknownIds(world.images('alicloud', query.regionId), effects, {
    ids: query.imageIds,
    code: ALICLOUD.codes.unknownId,
  });
  const { rows, total } = listPage(world, effects, {
    cloud: 'alicloud',
    region: query.regionId,
    keep: (image) =>
      query.keep(image) && (query.onArm === undefined || fitsInstance(image, query.onArm)),
    offset: (query.pageNumber - 1) * query.pageSize,
    limit: query.pageSize,
  });
  return {
    PageNumber: printCount(effects, query.pageNumber),
    PageSize: printCount(effects, query.pageSize),
    TotalCount: printCount(effects, total),
    RegionId: query.regionId,
    Images: { Image: rows.map((image, row) => printAlicloudImage(image, effects, row)) },
  };
}

/** The newest image of a family that can be used and is not deprecated; an empty object where there is none. */
function describeImageFromFamily({
  world,
  call,
  effects,
}: AnswerContext<AlicloudCall>): Readonly<Record<string, Json>> {
  refuseUnknown(call.all, ['ImageFamily']);
  const regionId = requireRegion(world, call.all);
  const newest = newestOfFamily(
    world.images('alicloud', regionId),
    requireText(call.all, 'ImageFamily'),
    ALICLOUD.states.usable,
  );
  return { Image: newest ? printAlicloudImage(newest, effects, 0) : {} };
}
