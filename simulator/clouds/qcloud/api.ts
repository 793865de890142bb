/**
 * Tencent's legacy API v2 on the wire: `/v2/index.php`, parameters in a query or a form, three envelopes.
 * @see https://www.tencentcloud.com/document/api/213/9418
 */
import type { CatalogImage } from '../../catalog-image';
import { effectsOf, type FaultEffect } from '../../faults';
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
import { authenticateQuery } from './auth';
import { GatewayError, readQcloudCall, type QcloudCall } from './call';
import { readQcloudQuery } from './query';
import { QCLOUD } from './vocabulary';
import { IMAGE_TYPE, tencentKeep } from '../tencentcloud/query';

/** What the service answers when it does not know when an image was made. */
const UNKNOWN_TIME = '1970-01-01T00:00:00+00:00';

const dialect: Dialect<QcloudCall> = {
  cloud: 'qcloud',
  errorsHaveStatus: false,
  makeError: (code, message) =>
    /^\d+$/.test(code) ? new GatewayError(Number(code), message) : new WireError(code, message),
  read: readQcloudCall,
  authenticate: authenticateQuery,
  answer: describeImages,
  print: (answer) => printed(answer),
  printError: (error, requestId) =>
    printed(
      error instanceof GatewayError
        ? { code: error.number, message: error.message, codeDesc: error.codeDesc }
        : {
            Response: { Error: { Code: error.code, Message: error.message }, RequestID: requestId },
          },
    ),
  errors: {
    throttled: () => new GatewayError(4400, 'The request rate exceeds the quota.'),
    internal: () => new GatewayError(6000, 'Internal error of the server.'),
    unauthenticated: () => new GatewayError(4100, 'Signature authentication failed.'),
    forbidden: () => new GatewayError(4101, 'The account may not call this API.'),
  },
};

/** One request to API v2. */
export function handleQcloud(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

function printed(body: Json): { status: number; contentType: string; body: string } {
  return { status: 200, contentType: 'application/json', body: printJson(body) };
}

function describeImages({ world, call, effects, requestId }: AnswerContext<QcloudCall>): Json {
  checkCall(world, call);
  const query = readQcloudQuery(call.all);
  const keep = tencentKeep(query, (image) => image.name);
  refuseUnknownIds(world.images('qcloud', call.region), effects, {
    ids: query.imageIds,
    code: QCLOUD.codes.unknownId,
  });
  const { rows, total } = listPage(world, effects, {
    cloud: 'qcloud',
    region: call.region,
    keep,
    offset: query.offset,
    limit: query.limit,
  });
  const response = {
    ImageSet: rows.map((image, row) => printImage(image, effects, row)),
    TotalCount: printCount(effects, total),
    RequestID: requestId,
  };
  const gateway = effectsOf(effects, 'gatewayEnvelope')[0];
  if (!gateway) return { Response: response };
  return { code: gateway.codeAsString ? '0' : 0, message: '', codeDesc: 'Success', ...response };
}

function checkCall(world: World, call: QcloudCall): void {
  if (call.request.path !== '/v2/index.php') {
    throw new GatewayError(5000, 'No such path.');
  }
  if (call.action !== 'DescribeImages') {
    throw new GatewayError(4000, `No such action: ${call.action}.`);
  }
  if (call.all.get('Version') !== '2017-03-12') {
    throw new GatewayError(6100, 'This version is not supported.');
  }
  if (!world.regions('qcloud').includes(call.region)) {
    throw new GatewayError(4000, `Region ${call.region} is not valid.`);
  }
}

function printImage(
  image: CatalogImage,
  effects: readonly FaultEffect[],
  row: number,
): Readonly<Record<string, Json | undefined>> {
  const fields = {
    ImageId: image.id,
    ImageOsName: image.osName,
    ImageType: IMAGE_TYPE[image.owner],
    ImageCreateTime: image.createdAt ?? UNKNOWN_TIME,
    ImageStatus: image.state ?? QCLOUD.states.usable,
    ImageName: image.name,
    ImageDescription: image.description ?? image.name,
    Creator: image.ownerId ?? 'PUBLIC',
    ...image.native,
  };
  return disturbFields(effects, { state: 'ImageStatus' }, fields, row);
}
