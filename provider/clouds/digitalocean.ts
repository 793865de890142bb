/**
 * DigitalOcean images: distributions, 1-click applications, and an account's own snapshots, backups
 * and custom images. Lists hold the images of all regions.
 *
 * @see https://docs.digitalocean.com/reference/api/reference/images/
 */
import { digitaloceanProfileLink } from '../credentials/digitalocean-profile-link';
import { bearerEnvironmentLink } from '../credentials/environment-link';
import { explicitLink } from '../credentials/explicit-link';
import type { Owner } from '../image/words';
import type { Narrowing, Scope } from '../source/source';
import { requireBearer } from '../transport/signing/credential';
import { defineCloud } from './define-cloud';
import type { ListParameters, PageCall, Parameters, Region } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  gibibytes,
  instant,
  isObject,
  plainString,
  rows,
  tagWords,
  text,
  valueAt,
  word,
  type RawImage,
  type Report,
} from './definition/field-readers';
import type { NativeParameter } from './definition/native-parameters';
import { searchOf } from './definition/search-of';

/** The largest per_page. */
const PAGE_SIZE = 200;

/** A retired image starts no more instances. */
const STATUS = {
  available: 'available',
  NEW: 'pending',
  pending: 'pending',
  deleted: 'failed',
  retired: 'failed',
} as const;

const FAILURES: FailureTable = {
  not_found: 'no-such-image',
  unauthorized: 'unauthenticated',
  forbidden: 'forbidden',
  too_many_requests: 'throttled',
  bad_request: 'bad-request',
  unprocessable_entity: 'bad-request',
  server_error: 'unavailable',
  service_unavailable: 'unavailable',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  tag_name: { kind: 'text', onlyForOwners: ['self'] },
  type: { instead: 'the query’s owners: public or marketplace' },
  private: { instead: 'the query’s owners: self' },
  page: { unneeded: 'every page is read' },
  per_page: { unneeded: 'every page is read' },
};

/** Those of which no list has to be read. New ones are looked up. */
const KNOWN_REGIONS: readonly string[] = [
  ...['nyc1', 'nyc2', 'nyc3', 'ams2', 'ams3', 'sfo1', 'sfo2', 'sfo3', 'sgp1', 'lon1', 'fra1'],
  ...['tor1', 'blr1', 'syd1', 'atl1', 'ric1'],
];

/**
 * The lines of Droplet sizes, all of them on Intel and AMD processors.
 *
 * @see https://docs.digitalocean.com/products/droplets/concepts/choosing-a-plan/
 */
const SIZE = /^(?:s|c|c2|g|gd|m|m3|m6|so|so1_5|gpu)-\d?[a-z0-9.-]+$/;

export const digitalocean = defineCloud({
  id: 'digitalocean',
  title: 'DigitalOcean',
  docs: 'https://docs.digitalocean.com/reference/api/reference/images/',
  apiVersion: 'v2',
  operation: 'GET /v2/images',
  regionIs: 'region',
  leastPrivilege: ['image:read'],
  traps: [
    'A slug such as ubuntu-24-04-x64 moves to each new build, and the id of the build before it leaves the list. `family` is the slug; the answer has the id.',
    'Images have no architecture: all Droplets are x86_64, which is reported as inferred.',
    'Names of distributions say only the version, such as "24.04 (LTS) x64".',
    'Tags are single words: `tags: { golden: "" }` asks for the tag golden.',
  ],
  credentials: [
    explicitLink(),
    bearerEnvironmentLink(['DIGITALOCEAN_TOKEN', 'DIGITALOCEAN_ACCESS_TOKEN']),
    digitaloceanProfileLink(),
  ],
  configuration: {
    doc: 'DigitalOcean. What is not given comes from the environment and the contexts of doctl.',
    credentials: { token: { doc: 'API token.', part: 'bearerToken' } },
    profileFile: '~/.config/doctl/config.yaml',
  },
  /**
   * 5,000 requests per hour and 250 per minute, by token.
   * @see https://docs.digitalocean.com/reference/api/digitalocean/#section/Introduction/Rate-Limit
   */
  rateLimit: { burst: 50, perSecond: 4, concurrency: 5 },
  paging: 'pages',
  pageSize: PAGE_SIZE,
  endpoint: () => 'https://api.digitalocean.com',
  // The endpoint is the same everywhere, but an unknown region would be an empty list.
  knowsEndpoint: (region) => KNOWN_REGIONS.includes(region),
  /** @see https://docs.digitalocean.com/reference/api/reference/regions/ */
  regions: {
    operation: 'GET /v2/regions',
    leastPrivilege: ['regions:read'],
    paging: 'pages',
    pageSize: PAGE_SIZE,
    askedIn: 'nyc3',
    parameters: {},
    request: (call) => request({ ...call, path: '/v2/regions' }),
    read: (body) => readList(body, 'regions', regionsOf),
  },
  request: (call) => request(call),
  read: (body) =>
    isObject(body) && isObject(body['image'])
      ? { items: [body['image']] }
      : readList(body, 'images', (images) => images),
  listRequests,
  byIds: ({ native }) =>
    // One image is requested by a path, which takes no parameters.
    native === undefined || Object.keys(native).length === 0
      ? [
          {
            most: 1,
            isId: (id) => /^\d{1,19}$/.test(id),
            list: ([id]) => ({ path: `/v2/images/${id}`, parameters: {} }),
          },
        ]
      : [],
  supports: { family: true, tags: true, instanceType: true, cloudInit: false },
  instanceArchitecture: (type) => (SIZE.test(type) ? 'x86_64' : undefined),
  isInRegion: ({ regions }, region) => !Array.isArray(regions) || regions.includes(region),
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('id'),
    name: text('name'),
    description: text('description'),
    osType: 'not reported',
    osName: osNameOf,
    architecture: 'not reported',
    bootMode: 'not reported',
    owner: ownerOf,
    ownerId: 'not reported',
    status: word('status', STATUS),
    deprecated: ({ status }) => (status === 'retired' ? true : undefined),
    deprecatedAt: 'not reported',
    createdAt: instant('created_at'),
    family: text('slug'),
    sizeGiB: gibibytes('size_gigabytes'),
    minDiskGiB: gibibytes('min_disk_size'),
    cloudInit: 'not reported',
    tags: tagWords('tags'),
  },
  disks: () => [],
  osHints: (raw, report) => ({
    osName: osNameOf(raw, report),
    platform: distributionOf(raw, report),
    family: text('slug')(raw, report),
  }),
  infer: ({ raw, names }) => ({
    // Old names say x32. Everything else is x86_64.
    architecture: names.architecture ?? 'x86_64',
    ...(ownerOf(raw, () => undefined) === 'marketplace' ? { variant: 'application' } : {}),
  }),
});

function request(call: PageCall) {
  const { token } = requireBearer(call.credential, 'DigitalOcean');
  const page = { page: call.page + 1, per_page: call.pageSize };
  const isOne = /^\/v2\/images\/./.test(call.path ?? '');
  const query = isOne ? '' : `?${searchOf({ ...call.parameters, ...page })}`;
  return {
    method: 'GET',
    url: `${call.endpoint.origin}${call.path ?? '/v2/images'}${query}`,
    headers: { authorization: `Bearer ${token}` },
  } as const;
}

/** A list by its name, or the error that stands in its place. */
function readList<T>(
  body: unknown,
  name: string,
  convert: (list: readonly RawImage[]) => readonly T[],
) {
  if (!isObject(body)) return undefined;
  if (name in body) {
    const items = rows(body[name]);
    return items && { items: convert(items), total: plainString(valueAt(body, 'meta.total')) };
  }
  const { id, message, request_id: requestId } = body;
  return typeof id === 'string' ? failure(id, message, plainString(requestId)) : undefined;
}

function regionsOf(list: readonly RawImage[]): readonly Region[] {
  return list.flatMap((region) => {
    const id = plainString(region['slug']);
    return id === undefined ? [] : [{ id, name: plainString(region['name']) }];
  });
}

/** The distribution; nothing where the API has only "Unknown". */
function distributionOf(raw: RawImage, report: Report): string | undefined {
  const distribution = text('distribution')(raw, report);
  return distribution?.startsWith('Unknown') === true ? undefined : distribution;
}

/** Of a distribution's image, whose name has the version alone: `Ubuntu 24.04 (LTS) x64`. */
function osNameOf(raw: RawImage, report: Report): string | undefined {
  const distribution = distributionOf(raw, report);
  const name = text('name')(raw, report);
  if (distribution === undefined || name === undefined) return undefined;
  return ownerOf(raw, report) === 'public' ? `${distribution} ${name}` : undefined;
}

/**
 * Public images are those of distributions, whose slugs end with the architecture, and applications
 * of the marketplace.
 */
function ownerOf(raw: RawImage, report: Report): Owner | undefined {
  const { public: isPublic, type, slug } = raw;
  if (isPublic === undefined || isPublic === null) return undefined;
  if (isPublic === false) return 'self';
  if (isPublic !== true) {
    report('public: expected true or false');
    return undefined;
  }
  const isBase = type === 'base' || (typeof slug === 'string' && /-x(?:64|32)$/.test(slug));
  return isBase ? 'public' : 'marketplace';
}

/** The three kinds of lists, which exclude one another. */
const LISTS: Readonly<Record<string, Parameters>> = {
  public: { type: 'distribution' },
  marketplace: { type: 'application' },
  self: { private: true },
};

function listRequests({ owners }: Narrowing, { native = {} }: Scope): readonly ListParameters[] {
  // Only own images have tags, and the parameter stands alone.
  if (native['tag_name'] !== undefined) return [{ parameters: native }];
  return Object.entries(LISTS).flatMap(([owner, parameters]) =>
    owners === undefined || owners.includes(owner) ? [{ parameters }] : [],
  );
}
