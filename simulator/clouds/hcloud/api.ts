/**
 * Hetzner Cloud on the wire: `GET /v1/images` and `GET /v1/images/{id}`, an API token, numbered
 * pages, errors with a status.
 *
 * @see https://docs.hetzner.cloud/reference/cloud#images
 */
import type { CatalogImage } from '../../catalog-image';
import { disturbFields, listPage, printCount, printNumber } from '../../listing';
import { matchPath } from '../../paths';
import { serve, type AnswerContext, type Call, type Dialect } from '../../serve';
import { bearerOf } from '../../tokens';
import {
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import { readHcloudQuery, typeOf } from './query';
import { HCLOUD } from './vocabulary';

const { codes } = HCLOUD;
const LIST = HCLOUD.operation;
const GET = 'GET /v1/images/{id}';

/** A request, taken apart. */
interface HcloudCall extends Call {
  readonly request: SimulatorRequest;
  readonly query: URLSearchParams;
  readonly id: string | undefined;
}

const dialect: Dialect<HcloudCall> = {
  cloud: 'hcloud',
  errorsHaveStatus: true,
  read: readCall,
  authenticate(world, { request }, now) {
    const token = bearerOf(request.headers) ?? '';
    const account = world.tokens.accountOf('hcloud', token, now);
    if (!account) throw dialect.errors.unauthenticated();
    if (account.allowed === false) throw dialect.errors.forbidden();
  },
  answer(context) {
    if (context.call.action === LIST) return listImages(context);
    if (context.call.action === GET) return getImage(context);
    throw new WireError('not_found', 'Not Found', 404);
  },
  print: (answer) => ({ status: 200, contentType: 'application/json', body: printJson(answer) }),
  printError: ({ code, message, status }) => ({
    status,
    contentType: 'application/json',
    body: printJson({ error: { code, message, details: null } }),
  }),
  errors: {
    throttled: () => new WireError(codes.throttled, 'limit of requests per hour reached', 429),
    internal: () => new WireError(codes.internal, 'an error occurred', 500),
    unauthenticated: () => new WireError(codes.wrongToken, 'unable to authenticate', 401),
    forbidden: () => new WireError(codes.forbidden, 'insufficient permissions', 403),
  },
};

/** One request to Hetzner Cloud. */
export function handleHcloud(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

function readCall(request: SimulatorRequest): HcloudCall {
  const isGet = request.method === 'GET';
  const id = matchPath('/v1/images/{id}', request.path)?.['id'];
  const action = request.path === '/v1/images' ? LIST : id === undefined ? '' : GET;
  const query = new URLSearchParams(request.query);
  const names = [...new Set(query.keys())];
  return {
    request,
    query,
    id,
    action: isGet ? action : '',
    region: 'global',
    page: Number(query.get('page') ?? 1),
    parameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])),
  };
}

function listImages({ world, call, effects }: AnswerContext<HcloudCall>): Json {
  const { page, perPage, keep } = readHcloudQuery(call.query);
  const { rows, total } = listPage(world, effects, {
    cloud: 'hcloud',
    region: 'global',
    keep: (image) => keep(image, printImage(image)),
    offset: (page - 1) * perPage,
    limit: perPage,
  });
  const last = Math.max(1, Math.ceil(total / perPage));
  const words = { architecture: 'architecture', state: 'status' };
  return {
    images: rows.map((image, row) => disturbFields(effects, words, printImage(image), row)),
    meta: {
      pagination: {
        page,
        per_page: perPage,
        previous_page: page > 1 ? page - 1 : null,
        next_page: page < last ? page + 1 : null,
        last_page: last,
        total_entries: printCount(effects, total),
      },
    },
  };
}

function getImage({ world, call, effects }: AnswerContext<HcloudCall>): Json {
  const image = world.images('hcloud', 'global').find(({ id }) => id === call.id);
  if (!image) throw new WireError(codes.unknownId, `image with ID '${call.id}' not found`, 404);
  return { image: disturbFields(effects, {}, printImage(image), 0) };
}

/** An image as the API prints it: snapshots and backups have a description in place of a name. */
function printImage(image: CatalogImage): Readonly<Record<string, Json>> {
  const type = typeOf(image);
  const isOwn = type === 'snapshot' || type === 'backup';
  return {
    id: printNumber(image.id),
    type,
    status: image.state ?? HCLOUD.states.usable,
    name: isOwn ? null : image.name,
    description: isOwn ? image.name : image.osName,
    image_size: isOwn ? 2.3 : null,
    disk_size: image.sizeGiB,
    created: image.createdAt ?? '2024-04-25T13:15:31Z',
    created_from: isOwn ? { id: 1, name: 'server' } : null,
    bound_to: type === 'backup' ? 1 : null,
    os_flavor: image.platform,
    os_version: /\d[\d.]*/.exec(image.osName)?.[0] ?? null,
    rapid_deploy: type === 'system',
    protection: { delete: false },
    deprecated: image.deprecated ? '2024-06-30T00:00:00Z' : null,
    labels: { ...image.tags },
    deleted: null,
    architecture: image.architecture,
    ...image.native,
  };
}
