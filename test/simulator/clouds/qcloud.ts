/**
 * Tencent's legacy API v2 on the wire: `/v2/index.php`, parameters in a query or a form, three envelopes.
 * @see https://www.tencentcloud.com/document/api/213/9418
 */
import { USABLE_STATE, type CatalogueImage } from '../catalogue-image';
import { effectsOf, type FaultEffect } from '../faults';
import { disturbFields, listPage, printCount } from '../listing';
import { serve, type AnswerContext, type Call, type Dialect } from '../serve';
import {
  parseForm,
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../wire';
import type { World } from '../world';
import { authenticateQuery, COMMON_PARAMETERS, GatewayError } from './qcloud-auth';
import {
  checkTencentQuery,
  DEFAULT_LIMIT,
  IMAGE_TYPE,
  tencentKeep,
  type TencentFilter,
  type TencentQuery,
} from './tencent-query';

/** A request to API v2, taken apart. */
export interface QcloudCall extends Call {
  readonly request: SimulatorRequest;
  /** From the query or the form. */
  readonly all: ReadonlyMap<string, string>;
}

const FILTERS: readonly string[] = ['image-id', 'image-type', 'image-name'];

/** What the service answers when it does not know when an image was made. */
const UNKNOWN_TIME = '1970-01-01T00:00:00+00:00';

const dialect: Dialect<QcloudCall> = {
  cloud: 'qcloud',
  errorsHaveStatus: false,
  makeError: (code, message) =>
    /^\d+$/.test(code) ? new GatewayError(Number(code), message) : new WireError(code, message),
  read: readCall,
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

function readCall(request: SimulatorRequest): QcloudCall {
  const all = parseForm(request.method === 'POST' ? request.body : request.query);
  const offset = Number(all.get('Offset') ?? 0);
  const limit = Number(all.get('Limit') ?? DEFAULT_LIMIT);
  const page = Math.floor(offset / limit) + 1;
  return {
    request,
    all,
    action: all.get('Action') ?? '',
    region: all.get('Region') ?? '',
    page: Number.isFinite(page) ? page : 1,
    parameters: Object.fromEntries([...all].filter(([name]) => !COMMON_PARAMETERS.includes(name))),
  };
}

function describeImages({ world, call, effects, requestId }: AnswerContext<QcloudCall>): Json {
  const query = readQuery(world, call);
  const keep = tencentKeep(query, (image) => image.name);
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

function readQuery(world: World, call: QcloudCall): TencentQuery {
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
  const ids: string[] = [];
  const filters = new Map<string, { name?: string; values: string[] }>();
  for (const [name, value] of Object.entries(call.parameters)) {
    if (name === 'Offset' || name === 'Limit' || name === 'Version') continue;
    if (/^ImageIds\.\d+$/.test(name)) {
      ids.push(String(value));
      continue;
    }
    const [, index, field] = /^Filters\.(\d+)\.(Name|Values\.\d+)$/.exec(name) ?? [];
    if (index === undefined) {
      throw new GatewayError(4000, `Unknown parameter ${name}.`);
    }
    const filter = filters.get(index) ?? { values: [] };
    if (field === 'Name') filter.name = String(value);
    else filter.values.push(String(value));
    filters.set(index, filter);
  }
  const query: TencentQuery = {
    imageIds: ids,
    filters: [...filters.values()].map(completeFilter),
    offset: integer(call.all, 'Offset', 0),
    limit: integer(call.all, 'Limit', DEFAULT_LIMIT),
  };
  checkTencentQuery(query, (name) => FILTERS.includes(name));
  return query;
}

function completeFilter({ name, values }: { name?: string; values: string[] }): TencentFilter {
  if (name === undefined || values.length === 0) {
    throw new WireError('InvalidFilter', 'A filter needs a Name and Values.');
  }
  return { name, values };
}

function integer(parameters: ReadonlyMap<string, string>, name: string, usual: number): number {
  const value = parameters.get(name);
  if (value === undefined) return usual;
  if (!/^-?\d+$/.test(value)) {
    throw new GatewayError(4000, `${name} must be an integer.`);
  }
  return Number(value);
}

function printImage(
  image: CatalogueImage,
  effects: readonly FaultEffect[],
  row: number,
): Readonly<Record<string, Json | undefined>> {
  const fields = {
    ImageId: image.id,
    ImageOsName: image.osName,
    ImageType: IMAGE_TYPE[image.owner],
    ImageCreateTime: image.createdAt ?? UNKNOWN_TIME,
    ImageStatus: image.state ?? USABLE_STATE.qcloud,
    ImageName: image.name,
    ImageDescription: image.description ?? image.name,
    Creator: image.ownerId ?? 'PUBLIC',
    ...image.native,
  };
  return disturbFields(effects, { state: 'ImageStatus' }, fields, row);
}
