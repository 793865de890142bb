/**
 * Azure on the wire: tokens of Microsoft Entra, and the image operations of Azure Resource Manager.
 *
 * @see https://learn.microsoft.com/rest/api/compute/virtual-machine-images
 */
import { cursorPage, offsetOf } from '../../cursors';
import { effectsOf } from '../../faults';
import { disturbFields, listWhole } from '../../listing';
import { serve, type AnswerContext, type Dialect } from '../../serve';
import {
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import { authenticate, forbidden, issueToken, unauthenticated } from './auth';
import { parametersOf, readCall, TOKEN, type AzurermCall } from './call';
import { galleryLists } from './galleries';
import { displayName, nest, printManaged, type Printed } from './image';
import { marketplaceLists } from './marketplace';
import type { Operation } from './operation';
import { placeOf, same, SUBSCRIPTION } from './place';
import { AZURERM } from './vocabulary';

const VERSIONS = /^20\d\d-\d\d-\d\d$/;

const dialect: Dialect<AzurermCall> = {
  cloud: 'azurerm',
  errorsHaveStatus: true,
  read: readCall,
  authenticate,
  answer(context) {
    const { world, call, effects } = context;
    if (call.action === TOKEN) return issueToken(world, call);
    const operation = Object.hasOwn(OPERATIONS, call.action) ? OPERATIONS[call.action] : undefined;
    if (!operation) {
      throw new WireError('InvalidResourceType', 'The resource type could not be found.', 404);
    }
    checkParameters(call);
    const found = operation(context);
    const disturb = (row: Printed, index: number): Json =>
      nest(disturbFields(effects, { state: 'provisioningState' }, row, index));
    if ('one' in found) return disturb(found.one, 0);
    if ('bare' in found) {
      return found.bare.map((row, index) => disturbFields(effects, {}, row, index));
    }
    return pageOf(context, found.rows, disturb);
  },
  print: (answer) => ({
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: printJson(answer),
  }),
  printError: ({ code, message, status }, requestId, call) => ({
    status,
    contentType: 'application/json; charset=utf-8',
    body: printJson(
      call.action === TOKEN
        ? {
            error: code,
            error_description: message,
            error_codes: [Number(/AADSTS(\d+)/.exec(message)?.[1] ?? 0)],
            trace_id: requestId,
            correlation_id: requestId,
          }
        : { error: { code, message } },
    ),
  }),
  errors: {
    throttled: () =>
      new WireError(
        AZURERM.codes.throttled,
        'Number of requests for subscription exceeded the limit.',
        429,
      ),
    internal: () =>
      new WireError(AZURERM.codes.internal, 'Encountered internal server error.', 500),
    unauthenticated,
    forbidden,
  },
};

/** One request to Azure. */
export function handleAzurerm(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...marketplaceLists,
  ...galleryLists,
  'Images.List': ({ world, effects, call }) => {
    const { group } = call.parts;
    const managed = (id: string) =>
      group === undefined || id.toLowerCase().includes(`/resourcegroups/${group.toLowerCase()}/`);
    const rows = listWhole(world, effects, {
      cloud: 'azurerm',
      region: undefined,
      keep: (image) => {
        const place = placeOf(image);
        return place.kind === 'managed' && managed(place.id);
      },
    }).map((image) => {
      const place = placeOf(image);
      return printManaged(image, place.kind === 'managed' ? place.id : image.id);
    });
    return { rows };
  },
  'Images.Get': ({ world, call }) => {
    for (const image of world.catalog('azurerm')) {
      const place = placeOf(image);
      if (place.kind === 'managed' && same(place.id, call.path)) {
        return { one: printManaged(image, place.id) };
      }
    }
    const message = `The Resource 'Microsoft.Compute/images/${call.parts['name']}' was not found.`;
    throw new WireError('ResourceNotFound', message, 404);
  },
  'Subscriptions.ListLocations': ({ world }) => ({
    rows: world.regions('azurerm').map((name) => ({
      id: `/subscriptions/${SUBSCRIPTION}/locations/${name}`,
      name,
      displayName: displayName(name),
      regionalDisplayName: displayName(name),
    })),
  }),
};

function checkParameters({ query, action }: AzurermCall): void {
  const version = query.get('api-version');
  if (version === null) {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.';
    throw new WireError('MissingApiVersionParameter', message, 400);
  }
  if (!VERSIONS.test(version)) {
    throw new WireError('InvalidApiVersionParameter', 'The api-version is invalid.', 400);
  }
  const known = ['api-version', '$skiptoken', ...parametersOf(action)];
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const message = `The query parameter '${unknown}' is not supported.`;
    throw new WireError(AZURERM.codes.unknownParameter, message, 400);
  }
  const expand = query.get('$expand');
  if (expand !== null && expand !== 'properties') {
    throw new WireError(AZURERM.codes.unknownParameter, `$expand '${expand}' is invalid.`, 400);
  }
}

/** One page, with a link to the next one. */
function pageOf(
  { call, effects }: AnswerContext<AzurermCall>,
  all: readonly Printed[],
  disturb: (row: Printed, index: number) => Json,
): Json {
  const offset = offsetOf(call.cursor);
  if (offset === undefined) {
    throw new WireError(AZURERM.codes.unknownParameter, 'The skiptoken is invalid.', 400);
  }
  const limit = effectsOf(effects, 'pageSize')[0]?.rows ?? AZURERM.pageSize.usual;
  const { rows, next } = cursorPage(all, effects, { offset, limit });
  return {
    value: rows.map(disturb),
    ...(next === undefined ? {} : { nextLink: linkOf(call, next, offset) }),
  };
}

function linkOf({ request, path, query, page }: AzurermCall, next: string, offset: number): string {
  const host = request.headers['host'] ?? 'management.azure.com';
  const scheme = /^(?:localhost|127\.|\[::1\])/.test(host) ? 'http' : 'https';
  const search = new URLSearchParams(query);
  const number = offsetOf(next) === offset ? page : page + 1;
  search.set('$skiptoken', `${number}.${next}`);
  return `${scheme}://${host}${path}?${search.toString()}`;
}
