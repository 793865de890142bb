/**
 * OpenStack on the wire: Keystone's `POST /v3/auth/tokens`, and Glance's `GET /v2/images` below a
 * path of each region, with markers. Errors of Glance are HTML unless the request accepts JSON.
 *
 * @see https://docs.openstack.org/api-ref/image/v2/
 */
import { cursorPage, offsetOf } from '../../cursors';
import { disturbFields, listWhole, refuseUnknownIds } from '../../listing';
import { serve, type AnswerContext, type Dialect, type Printed } from '../../serve';
import {
  isRecord,
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import {
  GET,
  IDENTITY_VERSION,
  IMAGE_VERSIONS,
  LIST,
  originOf,
  prefixOf,
  readOpenstackCall,
  SIGN_IN,
  type OpenstackCall,
} from './call';
import { createToken } from './identity';
import { printImage } from './image';
import { invalid, readOpenstackQuery } from './query';
import { OPENSTACK } from './vocabulary';

const { codes } = OPENSTACK;
const OPEN_ACTIONS: readonly string[] = [SIGN_IN, IDENTITY_VERSION, IMAGE_VERSIONS];
const WORDS = { architecture: 'architecture', state: 'status' };

const dialect: Dialect<OpenstackCall> = {
  cloud: 'openstack',
  errorsHaveStatus: true,
  read: readOpenstackCall,
  authenticate(world, { action, request }, now) {
    if (OPEN_ACTIONS.includes(action)) return;
    const token = request.headers['x-auth-token'] ?? '';
    const account = world.tokens.accountOf('openstack', token, now);
    if (!account) throw dialect.errors.unauthenticated();
    if (account.allowed === false) throw dialect.errors.forbidden();
  },
  answer(context) {
    const { action } = context.call;
    if (action === SIGN_IN) return createToken(context);
    if (action === IDENTITY_VERSION) return identityVersion(context.call);
    if (action === IMAGE_VERSIONS) return imageVersions(context.call);
    if (action === LIST) return listImages(context);
    if (action === GET) return getImage(context);
    throw new WireError(codes.unknownId, 'The resource could not be found.', 404);
  },
  print(answer, { action }) {
    const contentType = 'application/json';
    if (action === SIGN_IN && isRecord(answer)) {
      const { subject, ...body } = answer as { subject: string; token: Json };
      const headers = { 'x-subject-token': subject };
      return { status: 201, contentType, headers, body: printJson(body) };
    }
    return { status: action === IMAGE_VERSIONS ? 300 : 200, contentType, body: printJson(answer) };
  },
  printError: ({ code, message, status }, _, call) =>
    call.action === SIGN_IN
      ? {
          status,
          contentType: 'application/json',
          body: printJson({ error: { code: status, message, title: code.replace(/^\d+ /, '') } }),
        }
      : printGlanceError(code, message, status, call),
  errors: {
    throttled: () => new WireError(codes.throttled, 'Too many requests.', 429),
    internal: () => new WireError(codes.internal, 'The server has either erred.', 500),
    unauthenticated: () =>
      new WireError(codes.wrongToken, 'This server could not verify that you are authorized.', 401),
    forbidden: () =>
      new WireError(codes.forbidden, 'You are not authorized to complete get_images action.', 403),
  },
};

/** One request to OpenStack. */
export function handleOpenstack(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

function printGlanceError(
  code: string,
  message: string,
  status: number,
  { request }: OpenstackCall,
): Printed {
  const title = code.replace(/^\d+ /, '');
  if (!(request.headers['accept'] ?? '').includes('application/json')) {
    const body = `<html>\n <head>\n  <title>${code}</title>\n </head>\n <body>\n  <h1>${code}</h1>\n  ${message}<br /><br />\n\n\n\n </body>\n</html>`;
    return { status, contentType: 'text/html; charset=UTF-8', body };
  }
  const body = printJson({ message: `${message}<br /><br />\n\n\n`, code, title });
  return { status, contentType: 'application/json; charset=UTF-8', body };
}

function listImages({ world, call, effects }: AnswerContext<OpenstackCall>): Json {
  const { limit, marker, keep } = readOpenstackQuery(call.query);
  const { region, query } = call;
  const ids = /^in:(.+)$/.exec(query.get('id') ?? '')?.[1]?.split(',') ?? [];
  refuseUnknownIds(world.images('openstack', region), effects, { ids, code: codes.unknownId });
  const all = listWhole(world, effects, { cloud: 'openstack', region, keep });
  const after = all.findIndex(({ id }) => id === marker);
  if (marker !== undefined && after < 0) {
    throw invalid(`No image found with ID ${marker}`);
  }
  const offset = after + 1;
  const { rows, next } = cursorPage(all, effects, { offset, limit });
  return {
    images: rows.map((image, row) => disturbFields(effects, WORDS, printImage(image), row)),
    first: linkOf(query, undefined, 1),
    schema: '/v2/schemas/images',
    next: next && linkOf(query, all[(offsetOf(next) ?? 0) - 1]?.id, call.page + 1),
  };
}

/** A path below the root of the API; the page stands in it for this server's log alone. */
function linkOf(query: URLSearchParams, marker: string | undefined, page: number): string {
  const search = new URLSearchParams(query);
  search.delete('marker');
  search.delete('page');
  if (marker !== undefined) {
    search.set('marker', marker);
    search.set('page', String(page));
  }
  return `/v2/images?${search.toString()}`;
}

function getImage({ world, call, effects }: AnswerContext<OpenstackCall>): Json {
  const image = world.images('openstack', call.region).find(({ id }) => id === call.id);
  if (!image) {
    throw new WireError(codes.unknownId, `No image found with ID ${String(call.id)}`, 404);
  }
  return disturbFields(effects, WORDS, printImage(image), 0);
}

function identityVersion(call: OpenstackCall): Json {
  return {
    version: {
      id: 'v3.14',
      status: 'stable',
      updated: '2020-04-07T00:00:00Z',
      links: [{ rel: 'self', href: `${originOf(call.request)}/v3/` }],
      'media-types': [
        { base: 'application/json', type: 'application/vnd.openstack.identity-v3+json' },
      ],
    },
  };
}

function imageVersions(call: OpenstackCall): Json {
  const href = `${originOf(call.request)}${prefixOf(call.region)}/v2/`;
  return {
    versions: ['v2.16', 'v2.15', 'v2.9', 'v2.7', 'v2.0'].map((id, index) => ({
      id,
      status: index === 0 ? 'CURRENT' : 'SUPPORTED',
      links: [{ rel: 'self', href }],
    })),
  };
}
