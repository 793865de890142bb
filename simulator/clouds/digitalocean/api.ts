/**
 * DigitalOcean on the wire: `GET /v2/images`, `GET /v2/images/{id}` and `GET /v2/regions`, an API
 * token, numbered pages with links, errors with a status.
 *
 * @see https://docs.digitalocean.com/reference/api/reference/images/
 */
import type { CatalogImage } from '../../catalog-image';
import { disturbFields, listWhole, pageOf, printCount, printNumber } from '../../listing';
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
import { checkNames, readDigitaloceanQuery, readPage } from './query';
import { DIGITALOCEAN } from './vocabulary';

const { codes, operation: LIST, regionsOperation: REGIONS } = DIGITALOCEAN;
const GET = 'GET /v2/images/{id}';

/** A request, taken apart. */
interface DigitaloceanCall extends Call {
  readonly request: SimulatorRequest;
  readonly query: URLSearchParams;
  readonly id: string | undefined;
}

const dialect: Dialect<DigitaloceanCall> = {
  cloud: 'digitalocean',
  errorsHaveStatus: true,
  read: readCall,
  authenticate(world, { request }, now) {
    const token = bearerOf(request.headers) ?? '';
    const account = world.tokens.accountOf('digitalocean', token, now);
    if (!account) throw dialect.errors.unauthenticated();
    if (account.allowed === false) throw dialect.errors.forbidden();
  },
  answer(context) {
    if (context.call.action === LIST) return listImages(context);
    if (context.call.action === GET) return getImage(context);
    if (context.call.action === REGIONS) return listRegions(context);
    throw new WireError('not_found', 'The resource you were accessing could not be found.', 404);
  },
  print: (answer) => ({ status: 200, contentType: 'application/json', body: printJson(answer) }),
  printError: ({ code, message, status }, requestId) => ({
    status,
    contentType: 'application/json',
    body: printJson({ id: code, message, request_id: requestId }),
  }),
  errors: {
    throttled: () => new WireError(codes.throttled, 'API rate limit exceeded.', 429),
    internal: () => new WireError(codes.internal, 'Unexpected server-side error', 500),
    unauthenticated: () => new WireError(codes.wrongToken, 'Unable to authenticate you.', 401),
    forbidden: () =>
      new WireError(codes.forbidden, 'You do not have access for the attempted action.', 403),
  },
};

/** One request to DigitalOcean. */
export function handleDigitalocean(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

function readCall(request: SimulatorRequest): DigitaloceanCall {
  const id = matchPath('/v2/images/{id}', request.path)?.['id'];
  const query = new URLSearchParams(request.query);
  const action =
    { '/v2/images': LIST, '/v2/regions': REGIONS }[request.path] ?? (id === undefined ? '' : GET);
  return {
    request,
    query,
    id,
    action: request.method === 'GET' ? action : '',
    region: '',
    page: Number(query.get('page') ?? 1),
    parameters: Object.fromEntries(query),
  };
}

function listImages({ world, call, effects }: AnswerContext<DigitaloceanCall>): Json {
  const { page, perPage, keep } = readDigitaloceanQuery(call.query);
  const all = listWhole(world, effects, { cloud: 'digitalocean', region: undefined, keep });
  const slice = { offset: (page - 1) * perPage, limit: perPage };
  const { rows, total } = pageOf(all, effects, slice);
  return {
    images: rows.map((image, row) =>
      disturbFields(effects, { state: 'status' }, printImage(image), row),
    ),
    links: linksOf(call, page, Math.ceil(total / perPage)),
    meta: { total: printCount(effects, total) },
  };
}

function getImage({ world, call, effects }: AnswerContext<DigitaloceanCall>): Json {
  const image = world
    .catalog('digitalocean')
    .find(({ id, family }) => id === call.id || (family !== undefined && family === call.id));
  if (!image) {
    const message = 'The resource you were accessing could not be found.';
    throw new WireError(codes.unknownId, message, 404);
  }
  return { image: disturbFields(effects, {}, printImage(image), 0) };
}

function listRegions({ world, call, effects }: AnswerContext<DigitaloceanCall>): Json {
  checkNames(call.query, ['page', 'per_page']);
  const { page, perPage } = readPage(call.query);
  const all = world.regions('digitalocean');
  const { rows, total } = pageOf(all, effects, { offset: (page - 1) * perPage, limit: perPage });
  const printed = rows.map((slug) => ({
    name: `${slug.slice(0, -1).toUpperCase()} ${slug.slice(-1)}`,
    slug,
    features: ['backups', 'ipv6', 'metadata', 'image_transfer'],
    available: slug !== DIGITALOCEAN.emptyRegion,
    sizes: ['s-1vcpu-1gb'],
  }));
  return {
    regions: printed.map((region, row) => disturbFields(effects, {}, region, row)),
    links: linksOf(call, page, Math.ceil(total / perPage)),
    meta: { total: printCount(effects, total) },
  };
}

/** Full URLs of the other pages; nothing where there is one page. */
function linksOf({ request, query }: DigitaloceanCall, page: number, last: number): Json {
  const link = (number: number): string => {
    const search = new URLSearchParams(query);
    search.set('page', String(number));
    return `https://api.digitalocean.com${request.path}?${search.toString()}`;
  };
  if (last <= 1) return {};
  return {
    pages: {
      ...(page > 1 ? { first: link(1), prev: link(page - 1) } : {}),
      ...(page < last ? { next: link(page + 1), last: link(last) } : {}),
    },
  };
}

/** An image as the API prints it. */
function printImage(image: CatalogImage): Readonly<Record<string, Json>> {
  const isPublic = image.owner === 'public' || image.owner === 'marketplace';
  return {
    id: printNumber(image.id),
    name: image.name,
    distribution: image.platform,
    slug: image.family ?? (image.owner === 'public' ? image.osName : null),
    public: isPublic,
    regions: image.regions,
    created_at: image.createdAt ?? '2024-04-25T13:15:31Z',
    min_disk_size: image.sizeGiB,
    type: image.owner === 'public' ? 'base' : 'snapshot',
    size_gigabytes: 2.36,
    description: image.description ?? '',
    tags: Object.keys(image.tags ?? {}),
    status: image.state ?? DIGITALOCEAN.states.usable,
    error_message: '',
    ...image.native,
  };
}
