/**
 * Zenlayer Cloud ZEC on the wire: `POST /api/v2/zec`, JSON, errors with an HTTP status.
 * @see https://docs.console.zenlayer.com/api-reference/compute/zec/image/describeimages
 */
import type { CatalogImage } from '../../catalog-image';
import { disturbFields, listPage, printCount, refuseUnknownIds } from '../../listing';
import { serve, type AnswerContext, type Dialect } from '../../serve';
import {
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import { authenticateZc2 } from './auth';
import { readZenlayerCall, type ZenlayerCall } from './call';
import { readZenlayerQuery } from './query';
import { ZENLAYERCLOUD } from './vocabulary';
import { describeZones } from './zones';

const dialect: Dialect<ZenlayerCall> = {
  cloud: 'zenlayercloud',
  errorsHaveStatus: true,
  read: readZenlayerCall,
  authenticate: (world, call, now) =>
    authenticateZc2({ accounts: world.accounts('zenlayercloud'), request: call.request, now }),
  answer(context) {
    const body = checkCall(context);
    const response = ACTIONS[context.call.action]?.(context, body) ?? {};
    return {
      requestId: context.requestId,
      response: { requestId: context.requestId, ...response },
    };
  },
  print: (answer) => ({ status: 200, contentType: 'application/json', body: printJson(answer) }),
  printError: (error, requestId) => ({
    status: error.status,
    contentType: 'application/json',
    body: printJson({ requestId, code: error.code, message: error.message }),
  }),
  errors: {
    throttled: () =>
      new WireError('REQUEST_LIMIT_EXCEEDED', 'The number of requests exceeds the limit.', 429),
    internal: () => new WireError('INTERNAL_SERVER_ERROR', 'An internal error has occurred.', 500),
    unauthenticated: () =>
      new WireError('AUTHFAILURE_SIGNATURE_FAILURE', 'The signature is not correct.', 401),
    forbidden: () =>
      new WireError('AUTHFAILURE_UNAUTHORIZED_OPERATION', 'The operation is not permitted.', 403),
  },
};

/** One request to ZEC. */
export function handleZenlayercloud(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

const ACTIONS: Readonly<
  Record<
    string,
    (
      context: AnswerContext<ZenlayerCall>,
      body: Readonly<Record<string, unknown>>,
    ) => Readonly<Record<string, Json>>
  >
> = { DescribeImages: describeImages, DescribeZones: describeZones };

function checkCall({ call }: AnswerContext<ZenlayerCall>): Readonly<Record<string, unknown>> {
  if (call.request.method !== 'POST' || call.request.path !== '/api/v2/zec') {
    throw new WireError('RESOURCE_NOT_FOUND', 'No such service.', 404);
  }
  if (call.version !== '2025-09-01') {
    throw new WireError('INVALID_VERSION', `The version "${call.version}" does not exist.`, 400);
  }
  if (!Object.hasOwn(ACTIONS, call.action)) {
    throw new WireError('INVALID_ACTION', `The action "${call.action}" does not exist.`, 404);
  }
  if (!call.body) throw new WireError('INVALID_PARAMETER', 'The body is not a JSON object.');
  return call.body;
}

function describeImages(
  { world, effects }: AnswerContext<ZenlayerCall>,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Json>> {
  const query = readZenlayerQuery(body);
  if (!world.regions('zenlayercloud').includes(query.zoneId)) {
    throw new WireError('INVALID_ZONE_NOT_FOUND', 'Region does not exist.', 404);
  }
  refuseUnknownIds(world.images('zenlayercloud', query.zoneId), effects, {
    ids: query.imageIds,
    code: ZENLAYERCLOUD.codes.unknownId,
  });
  const { rows, total } = listPage(world, effects, {
    cloud: 'zenlayercloud',
    region: query.zoneId,
    keep: (image) => query.keep(image, fieldsOf(image)),
    offset: (query.pageNum - 1) * query.pageSize,
    limit: query.pageSize,
  });
  return {
    dataSet: rows.map((image, row) =>
      disturbFields(effects, { state: 'imageStatus' }, fieldsOf(image), row),
    ),
    totalCount: printCount(effects, total),
  };
}

const IMAGE_SOURCE = {
  public: 'OFFICIAL',
  marketplace: 'MARKETING',
  community: 'MARKETING',
  self: 'CUSTOM',
  shared: 'CUSTOM',
} as const;

/** An image as ZEC prints it: no architecture and no time, its size as text. */
function fieldsOf(image: CatalogImage): Readonly<Record<string, Json>> {
  const isOwn = image.owner === 'self' || image.owner === 'shared';
  const tags = Object.entries(image.tags ?? {});
  return {
    imageId: image.id,
    imageName: image.name,
    imageType: isOwn ? 'CUSTOM_IMAGE' : 'PUBLIC_IMAGE',
    imageSource: IMAGE_SOURCE[image.owner],
    imageSize: String(image.sizeGiB),
    imageDescription: image.description ?? null,
    imageVersion: image.osName,
    imageStatus: image.state ?? ZENLAYERCLOUD.states.usable,
    nicNetworkType: ['FailOver', 'VirtioOnly'],
    category: image.platform,
    osType: image.osType,
    tags: tags.length > 0 ? { tags: tags.map(([key, value]) => ({ key, value })) } : null,
    ...image.native,
  };
}
