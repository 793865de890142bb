/**
 * Compute Engine on the wire: the lists of images of projects, an image by name, the newest of a
 * family.
 *
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/images
 */
import type { CatalogImage } from '../../catalog-image';
import { cursorPage, offsetOf } from '../../cursors';
import { disturbFields, listWhole, newestOfFamily } from '../../listing';
import { matchPath } from '../../paths';
import { serve, type AnswerContext, type Call, type Dialect } from '../../serve';
import {
  printJson,
  WireError,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../wire';
import type { World } from '../../world';
import { authenticateGoogle, forbidden, wrongToken } from './auth';
import { printedImage } from './image';
import { projectOf, PROJECTS } from './projects';
import { readGoogleQuery, refuseUnknown } from './query';
import { GOOGLE } from './vocabulary';

const LIST = GOOGLE.operation;
const GET = `${LIST}/{image}`;
const FAMILY = `${LIST}/family/{family}`;

/** A request, taken apart. */
interface GoogleCall extends Call {
  readonly request: SimulatorRequest;
  readonly query: URLSearchParams;
  readonly project: string;
  /** The name of an image or of a family. */
  readonly name: string;
}

const CANONICAL: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
};

const dialect: Dialect<GoogleCall> = {
  cloud: 'google',
  errorsHaveStatus: true,
  read: readCall,
  authenticate: (world, { request, project }, now) =>
    authenticateGoogle(world, request, project, now),
  answer(context) {
    const { action, project } = context.call;
    const method = Object.hasOwn(METHODS, action) ? METHODS[action] : undefined;
    if (!method) throw new WireError('notFound', 'Not Found', 404);
    if (!projectsOf(context.world).has(project)) throw absent(`projects/${project}`);
    return method(context);
  },
  print: (answer) => ({
    status: 200,
    contentType: 'application/json; charset=UTF-8',
    body: printJson(answer),
  }),
  printError: ({ code, message, status }) => ({
    status,
    contentType: 'application/json; charset=UTF-8',
    body: printJson({
      error: {
        code: status,
        message,
        errors: [{ message, domain: domainOf(code), reason: code }],
        ...(CANONICAL[status] === undefined ? {} : { status: CANONICAL[status] }),
      },
    }),
  }),
  errors: {
    throttled: () =>
      new WireError(
        GOOGLE.codes.throttled,
        "Quota exceeded for quota group 'ReadGroup' and limit 'Read requests per 100 seconds' of service 'compute.googleapis.com'.",
        403,
      ),
    internal: () => new WireError(GOOGLE.codes.internal, 'Internal error. Please try again.', 503),
    unauthenticated: wrongToken,
    forbidden: () => forbidden('simulator-project'),
  },
};

/** One request to Compute Engine. */
export function handleGoogle(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

function readCall(request: SimulatorRequest): GoogleCall {
  const base = '/compute/v1/projects/{project}/global/images';
  const found = [
    [LIST, matchPath(base, request.path)] as const,
    [GET, matchPath(`${base}/{name}`, request.path)] as const,
    [FAMILY, matchPath(`${base}/family/{name}`, request.path)] as const,
  ].find(([, place]) => place !== undefined);
  const [action = '', { project = '', name = '' } = {}] = found ?? [];
  const query = new URLSearchParams(request.query);
  const offset = offsetOf(query.get('pageToken') ?? undefined) ?? 0;
  const size = Number(query.get('maxResults')) || GOOGLE.pageSize.usual;
  return {
    ...{ request, query, project, name, region: 'global' },
    action: request.method === 'GET' ? action : '',
    page: Math.floor(offset / size) + 1,
    parameters: { project, ...(name === '' ? {} : { name }), ...Object.fromEntries(query) },
  };
}

/** Those that always exist, and those of images. */
function projectsOf(world: World): ReadonlySet<string> {
  return new Set([...PROJECTS, ...world.catalog('google').map(projectOf)]);
}

type Method = (context: AnswerContext<GoogleCall>) => Json;

const METHODS: Readonly<Record<string, Method>> = {
  [LIST]: listImages,
  [GET]: getImage,
  [FAMILY]: getFromFamily,
};

/** A list without images has no `items`. */
function listImages({ world, call, effects }: AnswerContext<GoogleCall>): Json {
  const { project } = call;
  const { offset, limit, keep, compare } = readGoogleQuery(call.query);
  const kept = listWhole(world, effects, {
    cloud: 'google',
    region: 'global',
    keep: (image) => projectOf(image) === project && keep(image),
  });
  const { rows, next } = cursorPage(kept.toSorted(compare), effects, { offset, limit });
  const link = `projects/${project}/global/images`;
  return {
    kind: 'compute#imageList',
    id: link,
    ...(rows.length === 0
      ? {}
      : { items: rows.map((image, row) => disturbed(effects, image, row)) }),
    nextPageToken: next,
    selfLink: `https://www.googleapis.com/compute/v1/${link}`,
    ...(rows.length === 0 && next !== undefined
      ? {
          warning: {
            code: 'NO_RESULTS_ON_PAGE',
            message: 'There are no results on this page.',
          },
        }
      : {}),
  };
}

function getImage({ world, call, effects }: AnswerContext<GoogleCall>): Json {
  refuseUnknown(call.query, []);
  const { project, name } = call;
  const image = imagesOf(world, project).find(({ id }) => id.endsWith(`/${name}`));
  if (!image) throw absent(`projects/${project}/global/images/${name}`);
  return disturbed(effects, image, 0);
}

function getFromFamily({ world, call, effects }: AnswerContext<GoogleCall>): Json {
  refuseUnknown(call.query, []);
  const { project, name } = call;
  const image = newestOfFamily(imagesOf(world, project), name, GOOGLE.states.usable);
  if (!image) throw absent(`projects/${project}/global/images/family/${name}`);
  return disturbed(effects, image, 0);
}

function imagesOf(world: World, project: string): readonly CatalogImage[] {
  return world.images('google', 'global').filter((image) => projectOf(image) === project);
}

function disturbed(
  effects: AnswerContext<GoogleCall>['effects'],
  image: CatalogImage,
  row: number,
): Json {
  const words = { architecture: 'architecture', state: 'status' };
  return disturbFields(effects, words, printedImage(image), row);
}

function absent(what: string): WireError {
  return new WireError(GOOGLE.codes.unknownId, `The resource '${what}' was not found`, 404);
}

function domainOf(reason: string): string {
  return reason === GOOGLE.codes.throttled ? 'usageLimits' : 'global';
}
