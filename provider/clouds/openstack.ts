/**
 * OpenStack: images of Glance v2, in the regions that the catalog of Keystone v3 names.
 *
 * @see https://docs.openstack.org/api-ref/image/v2/#list-images
 */
import { openstackLink } from '../credentials/openstack-link';
import type { Narrowing, Scope } from '../source/source';
import { requireBearer } from '../transport/signing/credential';
import { defineCloud } from './define-cloud';
import type { IdRequest, ListParameters, PageCall } from './definition/cloud-definition';
import { failure, type FailureTable } from './definition/failures';
import {
  gibibytes,
  instant,
  isObject,
  plainString,
  rows,
  text,
  word,
} from './definition/field-readers';
import type { NativeParameter } from './definition/native-parameters';
import { searchOf } from './definition/search-of';
import { propertiesOf, sizeOf } from './openstack/image';
import { KEYSTONE, signIn } from './openstack/sign-in';

/** The usual api_limit_max; a cloud with a lower one gives smaller pages. */
const PAGE_SIZE = 1000;

/** Ids are part of the URL, 37 characters each. */
const MAX_IDS = 50;

/** Free text in Glance. Words of other architectures say only that it is another one. */
const ARCHITECTURE = {
  x86_64: 'x86_64',
  amd64: 'x86_64',
  aarch64: 'arm64',
  arm64: 'arm64',
  i686: 'i386',
  i386: 'i386',
  ...{ ppc64: null, ppc64le: null, s390x: null, riscv64: null, armv7l: null },
} as const;

const STATUS = {
  active: 'available',
  queued: 'pending',
  saving: 'pending',
  uploading: 'pending',
  importing: 'pending',
  deactivated: 'failed',
  killed: 'failed',
  deleted: 'failed',
  pending_delete: 'failed',
} as const;

/**
 * Only operators can make an image public. Of the others, those of the own project are `self`, which
 * the project of the token tells.
 */
const OWNER = {
  public: 'public',
  private: 'shared',
  shared: 'shared',
  community: 'community',
} as const;

const OS_TYPE = { linux: 'linux', windows: 'windows' } as const;
const BOOT_MODE = { bios: 'bios', uefi: 'uefi' } as const;

/** Glance's statuses, then the titles of Keystone's errors. */
const FAILURES: FailureTable = {
  'marker gone': 'list-changed',
  '400 Bad Request': 'bad-request',
  '401 Unauthorized': 'unauthenticated',
  '403 Forbidden': 'forbidden',
  '404 Not Found': 'no-such-image',
  '409 Conflict': 'bad-request',
  '413 Request Entity Too Large': 'throttled',
  '429 *': 'throttled',
  '500 Internal Server Error': 'unavailable',
  '503 Service Unavailable': 'unavailable',
  [`${KEYSTONE}Unauthorized`]: 'unauthenticated',
  // An application credential that was deleted.
  [`${KEYSTONE}Application Credential`]: 'unauthenticated',
  [`${KEYSTONE}Not Found`]: 'invalid-configuration',
  [`${KEYSTONE}Bad Request`]: 'invalid-configuration',
  [`${KEYSTONE}no project`]: 'invalid-configuration',
  [`${KEYSTONE}Forbidden`]: 'forbidden',
};

const NATIVE: Readonly<Record<string, NativeParameter>> = {
  container_format: { kind: 'text' },
  disk_format: { kind: 'text' },
  member_status: { kind: 'text', values: ['accepted', 'pending', 'rejected', 'all'] },
  name: { kind: 'text' },
  protected: { kind: 'boolean' },
  size_max: { kind: 'text' },
  size_min: { kind: 'text' },
  tag: { kind: 'text' },
  updated_at: { kind: 'text' },
  created_at: { instead: 'the query’s createdAfter and createdBefore' },
  id: { instead: 'the query’s imageIds' },
  os_hidden: { instead: 'the query’s includeDeprecated' },
  owner: { instead: 'the query’s owners' },
  status: { instead: 'the query’s status' },
  visibility: { instead: 'the query’s owners' },
  limit: { unneeded: 'every page is read' },
  marker: { unneeded: 'every page is read' },
  sort: { unneeded: 'images are sorted by the query’s order' },
  sort_dir: { unneeded: 'images are sorted by the query’s order' },
  sort_key: { unneeded: 'images are sorted by the query’s order' },
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const setting = (name: string, doc: string, isSecret = false) =>
  ({ doc, part: 'settings', setting: name, isSecret }) as const;

export const openstack = defineCloud({
  id: 'openstack',
  title: 'OpenStack',
  docs: 'https://docs.openstack.org/api-ref/image/v2/#list-images',
  apiVersion: 'v2',
  operation: 'GET /v2/images',
  regionIs: 'region',
  leastPrivilege: ['the role reader in the project (policy get_images)'],
  traps: [
    'One configuration is one cloud: `OS_CLOUD` or the profile names an entry of clouds.yaml. With it, no other OS_* variable is read.',
    'An application credential with the role reader is enough. Its project is fixed.',
    'Anyone can publish a community image under the name of a public one, so community images are listed only with `owners: ["community"]`.',
    'Hidden images (os_hidden) are how clouds retire images: they count as deprecated.',
    'Snapshots of servers are images too, with the metadata of the image that the server was made from. They belong to a project, so a query for public images does not find them.',
    '`tags` asks for properties by name and value, and for a tag by an empty value: `tags: { golden: "" }`.',
  ],
  credentials: [openstackLink()],
  configuration: {
    doc: 'OpenStack. What is not given comes from clouds.yaml and the environment, as OpenStack’s own tools read them.',
    credentials: {
      authUrl: setting('auth_url', 'URL of the identity service.'),
      userName: setting('username', 'User name.'),
      userId: setting('user_id', 'User id, in place of name and domain.'),
      password: setting('password', 'Password.', true),
      token: setting('token', 'Token, in place of a password.', true),
      tenantName: setting('project_name', 'Project name.'),
      tenantId: setting('project_id', 'Project id.'),
      userDomainName: setting('user_domain_name', 'Domain of the user. Default: `default`.'),
      projectDomainName: setting('project_domain_name', 'Domain of the project.'),
      applicationCredentialId: setting(
        'application_credential_id',
        'Application credential, in place of user and password.',
      ),
      applicationCredentialSecret: setting(
        'application_credential_secret',
        'Secret of the application credential.',
        true,
      ),
      endpointType: setting('interface', 'Interface of the catalog: `public` or `internal`.'),
    },
    profileFile: 'clouds.yaml',
  },
  signIn,
  /** Stock OpenStack has no rate limit; public clouds put one in front of it. A cautious guess. */
  rateLimit: { burst: 20, perSecond: 10, concurrency: 5 },
  paging: 'cursor',
  pageSize: PAGE_SIZE,
  // The catalog has the endpoints.
  endpoint: () => 'https://openstack.invalid',
  knowsEndpoint: () => false,
  regions: 'signed in',
  request,
  read,
  listRequests,
  byIds,
  supports: { family: false, tags: true, instanceType: false, cloudInit: false },
  accountForm: /^(?:[0-9a-f]{32}|\d{4,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: text('id'),
    name: text('name'),
    description: text('image_description'),
    osType: word('os_type', OS_TYPE),
    osName: 'not reported',
    architecture: word('architecture', ARCHITECTURE),
    bootMode: word('hw_firmware_type', BOOT_MODE),
    owner: word('visibility', OWNER),
    ownerId: text('owner'),
    status: word('status', STATUS),
    deprecated: (raw) => (raw['os_hidden'] === true ? true : undefined),
    deprecatedAt: (raw, report) =>
      // A date, or words such as `none` and `notice`.
      /^\d{4}-\d{2}-\d{2}$/.test(String(raw['provided_until']))
        ? `${String(raw['provided_until'])}T00:00:00Z`
        : instant('deprecated_at')(raw, report),
    createdAt: instant('created_at'),
    family: 'not reported',
    sizeGiB: sizeOf,
    minDiskGiB: (raw, report) => gibibytes('min_disk')(raw, report) || undefined,
    cloudInit: 'not reported',
    tags: propertiesOf,
  },
  disks: () => [],
  osHints: (raw, report) => ({
    platform: text('os_distro')(raw, report),
    version: text('os_version')(raw, report),
  }),
  infer: ({ raw, image }) => {
    const built = String(raw['image_build_date']);
    const user = raw['image_original_user'] ?? raw['os_admin_user'];
    return {
      ...(/^\d{4}-\d{2}-\d{2}$/.test(built) ? { buildDate: built } : {}),
      ...(image.owner === 'public' && typeof user === 'string' ? { loginUser: user } : {}),
    };
  },
});

function request(call: PageCall) {
  const { token } = requireBearer(call.credential, 'Glance');
  const { origin, basePath } = call.endpoint;
  const first = `/v2/images?${searchOf({ limit: call.pageSize, ...call.parameters })}`;
  return {
    method: 'GET',
    url: call.cursor === undefined ? `${origin}${basePath}${first}` : nextUrl(call.cursor, call),
    // Without it, errors come as HTML.
    headers: { 'x-auth-token': token, accept: 'application/json' },
  } as const;
}

/** The link of the next page: a path below the API's root, whatever stands in front of that. */
function nextUrl(next: string, { endpoint: { origin, basePath } }: PageCall): string {
  if (!next.startsWith('/')) return URL.canParse(next) ? next : `${origin}${basePath}/${next}`;
  const hasBase = basePath !== '' && next.startsWith(`${basePath}/`);
  return `${origin}${hasBase ? '' : basePath}${next}`;
}

function read(body: unknown) {
  if (!isObject(body)) return undefined;
  if ('images' in body) {
    const items = rows(body['images']);
    return items && { items, next: plainString(body['next']) };
  }
  const { code, message } = body;
  if (typeof code !== 'string') return undefined;
  const said = (plainString(message) ?? '').replaceAll(/<[^<>]*>/g, ' ').trim();
  const isMarkerGone = /^No image found with ID /.test(said);
  return failure(isMarkerGone ? 'marker gone' : code, said, undefined);
}

const WORDS: readonly string[] = ['public', 'self', 'shared'];

function listRequests(
  { owners, status, includeDeprecated }: Narrowing,
  { native = {} }: Scope,
): readonly ListParameters[] {
  // Other projects are in it through their community images.
  const isWide = owners === undefined || owners.some((owner) => !WORDS.includes(owner));
  const isPublic = owners?.every((owner) => owner === 'public') === true;
  const parameters = {
    ...native,
    ...(status === 'available' ? { status: 'active' } : {}),
    ...(isWide ? { visibility: 'all' } : isPublic ? { visibility: 'public' } : {}),
  };
  const hidden = { ...parameters, os_hidden: 'true' };
  return includeDeprecated === false ? [{ parameters }] : [{ parameters }, { parameters: hidden }];
}

/** What can be seen, then hidden images, then those that are shared and not accepted. */
function byIds({ native = {} }: Scope): readonly IdRequest[] {
  return [
    { visibility: 'all' },
    { visibility: 'all', os_hidden: 'true' },
    { visibility: 'shared', member_status: 'all' },
  ].map((view) => ({
    most: MAX_IDS,
    isId: (id) => UUID.test(id),
    list: (ids) => ({ parameters: { ...native, ...view, id: `in:${ids.join(',')}` } }),
  }));
}
