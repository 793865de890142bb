/**
 * Images of Google Compute Engine. Images belong to projects and are the same everywhere; each
 * project has a list of its own.
 *
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/images/list
 */
import { googleConfigurationLink } from '../credentials/google/configuration-link';
import {
  applicationDefaultLink,
  gcloudFileLink,
  googleKeyVariablesLink,
} from '../credentials/google/file-links';
import { googleMetadataLink } from '../credentials/google/metadata-link';
import { googleTokenLink } from '../credentials/google/token-link';
import type { HttpRequest } from '../transport/http-client';
import { requireBearer } from '../transport/signing/credential';
import { defineCloud } from './define-cloud';
import type { PageCall } from './definition/cloud-definition';
import { failure } from './definition/failures';
import {
  gibibytes,
  instant,
  isObject,
  plainString,
  rows,
  tagMap,
  text,
  valueAt,
  word,
  type RawImage,
} from './definition/field-readers';
import { searchOf } from './definition/search-of';
import { FAILURES } from './google/failures';
import {
  deprecatedAtOf,
  describesSystem,
  idOf,
  inferImage,
  isDeprecated,
  osTypeOf,
  ownerOf,
  projectOf,
  statusOf,
} from './google/image';
import { byIds, listRequests, pathOf, PROJECT, tooWide } from './google/list-requests';
import { machineArchitecture } from './google/machine-types';
import { PUBLISHERS } from './google/publishers';

/** The largest maxResults. */
const PAGE_SIZE = 500;

/** Rows of before 2022 have no architecture. */
const ARCHITECTURE = { X86_64: 'x86_64', ARM64: 'arm64', ARCHITECTURE_UNSPECIFIED: null } as const;

/** Warnings of an answer that lacks a part of the list. */
const PARTIAL = ['UNREACHABLE', 'PARTIAL_SUCCESS', 'LIST_OVERHEAD_QUOTA_EXCEED'];

export const google = defineCloud({
  id: 'google',
  title: 'Google Compute Engine',
  docs: 'https://cloud.google.com/compute/docs/reference/rest/v1/images/list',
  apiVersion: 'v1',
  operation: 'GET projects/{project}/global/images',
  regionIs: 'region',
  leastPrivilege: ['compute.images.list', 'compute.images.get'],
  traps: [
    'Images are global: the target is `google/global`, and an instance of any zone takes the self link.',
    'Public images of the vendors are in projects of their own, listed one by one. With `distro`, only its projects are listed.',
    'The permissions are needed in projects of your own and of others. Public projects are readable for every signed-in caller.',
    '`owners: ["self"]` is the project of the configuration or of the credentials. Name the ids of other projects in `owners`; their images are `shared`.',
    'Most images in a public project are deprecated ones. They still start, and are left out unless `includeDeprecated` is set. Obsolete and deleted ones are `failed`.',
    'A family names its architecture only sometimes: `debian-12` is x86_64 and `debian-12-arm64` is not in it.',
    'Images of before 2022 report no architecture. Where their names say nothing, it is not known.',
    '`imageIds` takes whole self links, such as `https://www.googleapis.com/compute/v1/projects/debian-cloud/global/images/debian-12-bookworm-v20250311`.',
    'The user to log in with is the one of your SSH key or of OS Login, so that images have no `loginUser`.',
  ],
  credentials: [
    googleConfigurationLink(),
    googleTokenLink(),
    googleKeyVariablesLink(),
    applicationDefaultLink(),
    gcloudFileLink(),
    googleMetadataLink(),
  ],
  configuration: {
    doc: 'Google Compute Engine. What is not given comes from the environment, Application Default Credentials and the machine.',
    credentials: {
      credentials: {
        doc: 'A key file of a service account, or another credentials file: its path or its contents.',
        part: 'settings',
        setting: 'credentials',
      },
      accessToken: { doc: 'OAuth 2.0 access token.', part: 'bearerToken' },
      project: {
        doc: 'The project whose images are one’s own. Default: `GOOGLE_PROJECT`, `GOOGLE_CLOUD_PROJECT` and the like, else that of the credentials.',
        part: 'settings',
        setting: 'project',
        isSecret: false,
      },
    },
  },
  /**
   * 1,500 read requests per minute and project.
   * @see https://cloud.google.com/compute/api-quota
   */
  rateLimit: { burst: 100, perSecond: 20, concurrency: 10 },
  paging: 'cursor',
  pageSize: PAGE_SIZE,
  endpoint: () => 'https://compute.googleapis.com',
  regions: 'global',
  request,
  read,
  listRequests,
  byIds,
  supports: { family: true, tags: true, instanceType: true, cloudInit: false },
  instanceArchitecture: machineArchitecture,
  publishers: PUBLISHERS,
  accountForm: PROJECT,
  tooWide,
  native: {
    filter: { kind: 'text' },
    project: { instead: 'the query’s owners' },
    maxResults: { unneeded: 'every page is read' },
    pageToken: { unneeded: 'every page is read' },
    orderBy: { unneeded: 'images are sorted by the query’s order' },
    fields: { unneeded: 'whole images are read' },
    alt: { unneeded: 'answers are JSON' },
    prettyPrint: { unneeded: 'answers are read by a program' },
    access_token: { instead: 'the configuration’s accessToken' },
    oauth_token: { instead: 'the configuration’s accessToken' },
    key: { instead: 'the configuration’s credentials' },
    quotaUser: { unneeded: 'requests count for the project' },
    userIp: { unneeded: 'requests count for the project' },
    callback: { unneeded: 'answers are JSON' },
    uploadType: { unneeded: 'nothing is uploaded' },
    upload_protocol: { unneeded: 'nothing is uploaded' },
    '$.xgafv': { unneeded: 'errors are read in either form' },
  },
  failures: FAILURES,
  image: {
    id: idOf,
    name: text('name'),
    description: text('description'),
    osType: osTypeOf,
    osName: 'not reported',
    architecture: word('architecture', ARCHITECTURE),
    bootMode: 'not reported',
    owner: ownerOf,
    ownerId: projectOf,
    status: statusOf,
    deprecated: isDeprecated,
    deprecatedAt: deprecatedAtOf,
    createdAt: instant('creationTimestamp'),
    family: text('family'),
    sizeGiB: gibibytes('diskSizeGb'),
    minDiskGiB: gibibytes('diskSizeGb'),
    cloudInit: 'not reported',
    tags: tagMap('labels'),
  },
  disks: () => [],
  osHints: (raw, report) =>
    describesSystem(raw) ? { osName: text('description')(raw, report) } : {},
  infer: inferImage,
});

function request(call: PageCall): HttpRequest {
  const { token } = requireBearer(call.credential, 'Google Cloud');
  const path = pathOf(call);
  const { parameters, pageSize, cursor } = call;
  const paging = { maxResults: pageSize, ...(cursor === undefined ? {} : { pageToken: cursor }) };
  const query = path.endsWith('/images') ? `?${searchOf({ ...parameters, ...paging })}` : '';
  return {
    method: 'GET',
    url: `${call.endpoint.origin}${path}${query}`,
    headers: { authorization: `Bearer ${token}` },
  };
}

/** A page, a single image, or an error. A list without images has no `items`. */
function read(body: unknown) {
  if (!isObject(body)) return undefined;
  const { error, warning, kind } = body;
  if (isObject(error)) return failure(reasonOf(error), error['message'], undefined);
  const warned = isObject(warning) ? plainString(warning['code']) : undefined;
  if (isObject(warning) && warned !== undefined && PARTIAL.includes(warned)) {
    return failure(warned, warning['message'], undefined);
  }
  if (kind === 'compute#image') return { items: [body] };
  if (kind !== 'compute#imageList') return undefined;
  const items = rows(body['items']);
  return items && { items, next: plainString(body['nextPageToken']) };
}

/** The reason of the old form, else that of the new one, else the canonical code. */
function reasonOf(error: RawImage): string | undefined {
  const [old] = rows(error['errors']) ?? [];
  const info = (rows(error['details']) ?? []).find((one) => one['reason'] !== undefined);
  return (
    plainString(old?.['reason']) ??
    plainString(info?.['reason']) ??
    plainString(valueAt(error, 'status')) ??
    plainString(error['code'])
  );
}
