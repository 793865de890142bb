/**
 * Hetzner Cloud images: system images and apps, and a project's own snapshots and backups. A token
 * belongs to one project, and images are the same in all locations.
 *
 * @see https://docs.hetzner.cloud/reference/cloud#images
 */
import { bearerEnvironmentLink } from '../credentials/environment-link';
import { explicitLink } from '../credentials/explicit-link';
import { hcloudProfileLink } from '../credentials/hcloud-profile-link';
import type { Architecture } from '../image/words';
import type { Narrowing, Scope } from '../source/source';
import { requireBearer } from '../transport/signing/credential';
import { defineCloud } from './define-cloud';
import type { PageCall, Parameters } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  firstText,
  gibibytes,
  instant,
  isObject,
  plainString,
  rows,
  tagMap,
  text,
  valueAt,
  word,
} from './definition/field-readers';
import type { NativeParameter } from './definition/native-parameters';
import { searchOf } from './definition/search-of';

/** The largest per_page. */
const PAGE_SIZE = 50;

const ARCHITECTURE = { x86: 'x86_64', arm: 'arm64' } as const;
const STATUS = { available: 'available', creating: 'pending', unavailable: 'failed' } as const;

/** System images and apps are Hetzner's own; snapshots and backups are the project's. */
const OWNER = { system: 'public', app: 'public', snapshot: 'self', backup: 'self' } as const;

/** Names of distributions as the name reader knows them. `unknown` says nothing. */
const FLAVOR: Readonly<Record<string, string>> = { alma: 'AlmaLinux', unknown: '' };

const FAILURES: FailureTable = {
  not_found: 'no-such-image',
  unauthorized: 'unauthenticated',
  token_readonly: 'forbidden',
  forbidden: 'forbidden',
  rate_limit_exceeded: 'throttled',
  invalid_input: 'bad-request',
  json_error: 'bad-request',
  method_not_allowed: 'bad-request',
  deprecated_api_endpoint: 'bad-request',
  service_error: 'unavailable',
  server_error: 'unavailable',
  unknown_error: 'unavailable',
  maintenance: 'unavailable',
  unavailable: 'unavailable',
  bad_gateway: 'unavailable',
  timeout: 'unavailable',
  conflict: 'unavailable',
  locked: 'unavailable',
  resource_unavailable: 'unavailable',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  bound_to: { kind: 'list' },
  label_selector: { kind: 'text' },
  name: { kind: 'text' },
  architecture: { instead: 'the query’s architecture' },
  include_deprecated: { instead: 'the query’s includeDeprecated' },
  status: { instead: 'the query’s status' },
  type: { instead: 'the query’s owners and variants' },
  sort: { unneeded: 'images are sorted by the query’s order' },
  page: { unneeded: 'every page is read' },
  per_page: { unneeded: 'every page is read' },
};

/**
 * The lines of server types by their processors.
 *
 * @see https://docs.hetzner.com/cloud/servers/overview
 */
const SERVER_LINES: Readonly<Record<string, Architecture>> = {
  cax: 'arm64',
  ccx: 'x86_64',
  cpx: 'x86_64',
  cx: 'x86_64',
};

export const hcloud = defineCloud({
  id: 'hcloud',
  title: 'Hetzner Cloud',
  docs: 'https://docs.hetzner.cloud/reference/cloud#images',
  apiVersion: 'v1',
  operation: 'GET /v1/images',
  regionIs: 'location',
  leastPrivilege: ['read (permission of the API token)'],
  traps: [
    'Each system image is listed twice under one name, for x86 and Arm: add `architecture` or `instanceType`.',
    'A system image is created on the day of its release, and its content is refreshed in place.',
    'Snapshots and backups have no name; their description stands for it.',
    'There are no Windows images.',
  ],
  credentials: [explicitLink(), bearerEnvironmentLink(['HCLOUD_TOKEN']), hcloudProfileLink()],
  configuration: {
    doc: 'Hetzner Cloud. What is not given comes from the environment and the contexts of the hcloud command.',
    credentials: { token: { doc: 'API token of a project.', part: 'bearerToken' } },
    profileFile: '~/.config/hcloud/cli.toml',
  },
  /**
   * 3,600 requests per hour and project; one is added each second. The burst leaves most of them to
   * other tools.
   * @see https://docs.hetzner.cloud/reference/cloud#rate-limiting
   */
  rateLimit: { burst: 100, perSecond: 1, concurrency: 5 },
  paging: 'pages',
  pageSize: PAGE_SIZE,
  endpoint: () => 'https://api.hetzner.cloud',
  regions: 'global',
  request,
  read,
  listRequests,
  byIds: ({ native }) =>
    // One image is requested by a path, which takes no parameters.
    native === undefined || Object.keys(native).length === 0
      ? [
          {
            most: 1,
            isId: (id) => /^\d{1,19}$/.test(id),
            list: ([id]) => ({ path: `/v1/images/${id}`, parameters: {} }),
          },
        ]
      : [],
  supports: { family: false, tags: true, instanceType: true, cloudInit: false },
  instanceArchitecture: (type) => SERVER_LINES[/^[a-z]+(?=\d+$)/.exec(type)?.[0] ?? ''],
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('id'),
    // Snapshots and backups have no name; people know them by their description.
    name: firstText('name', 'description'),
    description: text('description'),
    osType: 'not reported',
    osName: 'not reported',
    architecture: word('architecture', ARCHITECTURE),
    bootMode: 'not reported',
    owner: word('type', OWNER),
    ownerId: 'not reported',
    status: word('status', STATUS),
    deprecated: 'from deprecatedAt',
    deprecatedAt: instant('deprecated'),
    createdAt: instant('created'),
    family: 'not reported',
    sizeGiB: gibibytes('image_size'),
    minDiskGiB: gibibytes('disk_size'),
    cloudInit: 'not reported',
    tags: tagMap('labels'),
  },
  disks: () => [],
  osHints: (raw, report) => {
    const flavor = text('os_flavor')(raw, report) ?? '';
    return {
      osName: text('description')(raw, report),
      platform: FLAVOR[flavor] ?? flavor,
      version: text('os_version')(raw, report),
    };
  },
  // An app is an application on the OS that its os_flavor names.
  infer: ({ raw }) => (raw['type'] === 'app' ? { variant: 'application' } : {}),
});

function request(call: PageCall) {
  const { token } = requireBearer(call.credential, 'Hetzner Cloud');
  const page = { page: call.page + 1, per_page: call.pageSize };
  const query = call.path === undefined ? `?${searchOf({ ...call.parameters, ...page })}` : '';
  return {
    method: 'GET',
    url: `${call.endpoint.origin}${call.path ?? '/v1/images'}${query}`,
    headers: { authorization: `Bearer ${token}` },
  } as const;
}

/** A page, a single image, or an error. */
function read(body: unknown) {
  if (!isObject(body)) return undefined;
  const { error, image, images } = body;
  if (isObject(error)) return failure(error['code'], error['message'], undefined);
  const items = 'images' in body ? rows(images) : isObject(image) ? [image] : undefined;
  return items && { items, total: plainString(valueAt(body, 'meta.pagination.total_entries')) };
}

function listRequests(
  { owners, status, architecture, tags = {} }: Narrowing,
  { native = {} }: Scope,
): readonly { readonly parameters: Parameters }[] {
  const { bound_to: bound, label_selector: selector, ...others } = native;
  const labels = Object.entries(tags)
    .filter(isLabel)
    .map((label) => label.join('='));
  const selectors = [...(selector === undefined ? [] : [selector]), ...labels];
  const types = Object.entries(OWNER).flatMap(([type, owner]) =>
    owners === undefined || owners.includes(owner) ? [type] : [],
  );
  const words = wordsFor(ARCHITECTURE, architecture);
  // Nothing else exists here: no image of a third architecture or of another owner.
  if (types.length === 0 || words?.length === 0) return [];
  const parameters = {
    ...others,
    ...(bound === undefined ? {} : { bound_to: bound.split(',') }),
    ...(selectors.length === 0 ? {} : { label_selector: selectors.join(',') }),
    ...(types.length === Object.keys(OWNER).length ? {} : { type: types }),
    ...(words === undefined ? {} : { architecture: words }),
    ...(status === undefined ? {} : { status: wordsFor(STATUS, status) }),
    // An image that will be deprecated is not yet deprecated, and the API may leave it out.
    include_deprecated: true,
  };
  return [{ parameters }];
}

/** Labels have the form of Kubernetes' labels; others belong to no image. */
function isLabel([key, value]: readonly [string, string]): boolean {
  const name = /^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;
  return name.test(key.replace(/^[a-z0-9.-]+\//, '')) && name.test(value);
}

/** The API's words for one of ours; undefined where none is wanted. */
function wordsFor(
  table: Readonly<Record<string, string>>,
  ours: string | undefined,
): readonly string[] | undefined {
  if (ours === undefined) return undefined;
  return Object.entries(table).flatMap(([word, meaning]) => (meaning === ours ? [word] : []));
}
