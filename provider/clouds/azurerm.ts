/**
 * Images of Azure: the marketplace, a subscription's own images and galleries, and shared galleries.
 *
 * @see https://learn.microsoft.com/rest/api/compute/virtual-machine-images
 */
import { azureCliLink } from '../credentials/azure/cli-link';
import { azureEnvironmentLink } from '../credentials/azure/environment-link';
import { azureExplicitLink } from '../credentials/azure/explicit-link';
import { azureFederatedLink } from '../credentials/azure/federated-link';
import {
  azureMachineLink,
  azureManagedIdentityLink,
} from '../credentials/azure/managed-identity-link';
import { unsupportedVariablesLink } from '../credentials/environment-link';
import { ImageError } from '../errors/image-error';
import type { HttpRequest } from '../transport/http-client';
import { requireBearer } from '../transport/signing/credential';
import { FAILURES } from './azurerm/failures';
import {
  architectureOf,
  beforeStart,
  bootModeOf,
  createdAtOf,
  deprecatedAtOf,
  deprecatedOf,
  disksOf,
  familyOf,
  flatten,
  idOf,
  inferImage,
  locationsOf,
  nameOf,
  osTypeOf,
  ownerIdOf,
  ownerOf,
  sizeOf,
  statusOf,
} from './azurerm/image';
import { byIds, listRequests, tooWide } from './azurerm/list-requests';
import { NATIVE } from './azurerm/native';
import { COMPUTE_VERSION } from './azurerm/paths';
import { PUBLISHERS } from './azurerm/publishers';
import { signIn } from './azurerm/sign-in';
import {
  locationOf,
  LOCATIONS,
  SITE_NAMES,
  siteNamed,
  siteNameOf,
} from '../credentials/azure/sites';
import { instanceArchitecture } from './azurerm/vm-sizes';
import { defineCloud } from './define-cloud';
import type { Page, PageCall, Region } from './definition/cloud-definition';
import { failure, type VendorFailure } from './definition/failures';
import {
  isObject,
  plainString,
  rows,
  tagMap,
  text,
  type RawImage,
} from './definition/field-readers';
import { searchOf } from './definition/search-of';

/** The API chooses the size of its pages. */
const PAGE_SIZE = 1000;

export const azurerm = defineCloud({
  id: 'azurerm',
  title: 'Azure',
  docs: 'https://learn.microsoft.com/rest/api/compute/virtual-machine-images',
  apiVersion: COMPUTE_VERSION,
  operation: 'Images.List',
  regionIs: 'location',
  leastPrivilege: [
    'Microsoft.Compute/locations/publishers/artifacttypes/offers/skus/versions/read',
    'Microsoft.Compute/locations/publishers/artifacttypes/offers/read',
    'Microsoft.Compute/locations/publishers/artifacttypes/offers/skus/read',
    'Microsoft.Compute/images/read',
    'Microsoft.Compute/galleries/read',
    'Microsoft.Compute/galleries/images/read',
    'Microsoft.Compute/galleries/images/versions/read',
  ],
  traps: [
    'The marketplace has no list of images. Its publishers, offers, SKUs and versions are read level by level, so name a `distro`, a `family` or an owner: each of them saves hundreds of requests.',
    'The id of a marketplace image is a URN, `publisher:offer:sku:version`, whose parts are the `source_image_reference` of `azurerm_linux_virtual_machine`. All other ids are a `source_image_id`.',
    '`family` is `publisher:offer:sku`, such as `Canonical:ubuntu-24_04-lts:server`, or the id of a gallery’s image definition. With it, one request lists everything.',
    'Marketplace images have no date. The build date comes from their version, such as `24.04.202404230`, and versions are compared by their numbers.',
    'An image with a plan, such as Rocky Linux, starts only after its terms were accepted, and the instance has to name the plan: a warning says which.',
    'Generations, and often the architecture, are different SKUs. Set `bootMode: "uefi"` for generation 2.',
    'A version of an own gallery that is excluded from latest counts as deprecated.',
    'Community galleries cannot be listed. Name one by its public name, which ends with a GUID, in `owners` or in `native.azurerm.publicGalleryName`.',
  ],
  credentials: [
    azureExplicitLink(),
    azureEnvironmentLink(),
    azureFederatedLink(),
    unsupportedVariablesLink(
      ['ARM_CLIENT_CERTIFICATE', 'ARM_CLIENT_CERTIFICATE_PATH', 'AZURE_CLIENT_CERTIFICATE_PATH'],
      'Sign in with a client secret, a federated token, a managed identity or `az login`.',
    ),
    azureManagedIdentityLink(),
    azureCliLink(),
    azureMachineLink(),
  ],
  configuration: {
    doc: 'Azure. What is not given comes from the environment, the machine and the Azure CLI.',
    credentials: {
      clientId: { doc: 'Client id of a service principal.', part: 'id' },
      clientSecret: { doc: 'Its client secret.', part: 'secret' },
      tenantId: {
        doc: 'Its tenant.',
        part: 'settings',
        setting: 'tenantId',
        isSecret: false,
      },
      subscriptionId: {
        doc: 'Subscription in whose name images are listed.',
        part: 'settings',
        setting: 'subscriptionId',
        isSecret: false,
      },
    },
    site: {
      doc: 'Which of Azure’s clouds to sign in to. Default: `ARM_ENVIRONMENT`, else `public`.',
      values: SITE_NAMES,
    },
  },
  signIn,
  /**
   * A bucket of 250 reads per subscription and principal, refilled by 25 a second.
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
   */
  rateLimit: { burst: 200, perSecond: 20, concurrency: 10 },
  paging: 'cursor',
  pageSize: PAGE_SIZE,
  endpoint: (region, site) => siteNamed(site ?? siteNameOf(region)).api,
  knowsEndpoint: (region) => LOCATIONS.has(region),
  /** @see https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations */
  regions: {
    operation: 'Subscriptions.ListLocations',
    leastPrivilege: ['Microsoft.Resources/subscriptions/locations/read'],
    paging: 'cursor',
    pageSize: PAGE_SIZE,
    askedIn: (site) =>
      ({ china: 'chinaeast2', usgovernment: 'usgovvirginia' })[site ?? ''] ?? 'eastus',
    parameters: { 'api-version': '2022-12-01' },
    request: (call) => request({ ...call, path: '{subscription}/locations' }),
    read: (body) => readPage(body, regionsOf),
  },
  request,
  read: (body) => readPage(body, (items) => items.map(flatten)),
  listRequests,
  byIds,
  supports: { family: true, tags: true, instanceType: true, cloudInit: false },
  instanceArchitecture,
  publishers: PUBLISHERS,
  isInRegion: (raw, region) => {
    const locations = locationsOf(raw);
    return locations === undefined || locations.some((name) => locationOf(name) === region);
  },
  // Lower-case words alone would hide misspelled names of publishers.
  accountForm: /^(?=.*[A-Z0-9_.])[A-Za-z0-9][\w.-]{2,}$/,
  tooWide,
  beforeStart,
  native: NATIVE,
  failures: FAILURES,
  image: {
    id: idOf,
    name: nameOf,
    description: text('definition.description'),
    osType: osTypeOf,
    osName: 'not reported',
    architecture: architectureOf,
    bootMode: bootModeOf,
    owner: ownerOf,
    ownerId: ownerIdOf,
    status: statusOf,
    deprecated: deprecatedOf,
    deprecatedAt: deprecatedAtOf,
    createdAt: createdAtOf,
    family: familyOf,
    sizeGiB: sizeOf,
    minDiskGiB: sizeOf,
    cloudInit: 'not reported',
    tags: tagMap('tags'),
  },
  disks: disksOf,
  osHints: () => ({}),
  infer: inferImage,
});

function request(call: PageCall): HttpRequest {
  const { token, details } = requireBearer(call.credential, 'Azure');
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const { origin, host } = call.endpoint;
  if (call.cursor !== undefined) {
    // A whole URL. The caller refuses one of another host.
    const next = new URL(call.cursor, origin);
    const url = next.host === host ? `${origin}${next.pathname}${next.search}` : next.href;
    return { method: 'GET', url, headers };
  }
  const subscription = details?.['subscription'];
  if (subscription === undefined) {
    throw new ImageError('invalid-configuration', 'no subscription is given for Azure', {
      hint: 'Set ARM_SUBSCRIPTION_ID or AZURE_SUBSCRIPTION_ID, or subscriptionId in the configuration.',
    });
  }
  const own = `/subscriptions/${encodeURIComponent(subscription)}`;
  const location = encodeURIComponent(call.region);
  const path = (call.path ?? '')
    .replace('{location}', `${own}/providers/Microsoft.Compute/locations/${location}`)
    .replace('{subscription}', own);
  return { method: 'GET', url: `${origin}${path}?${searchOf(call.parameters)}`, headers };
}

/** A list in an envelope or bare, one object, or the error that comes in their place. */
function readPage<T>(
  body: unknown,
  convert: (items: readonly RawImage[]) => readonly T[],
): Page<T> | VendorFailure | undefined {
  if (Array.isArray(body)) {
    const items = rows(body);
    return items && { items: convert(items) };
  }
  if (!isObject(body)) return undefined;
  const { error, value, nextLink } = body;
  if (isObject(error)) return failure(error['code'], error['message'], undefined);
  if ('value' in body) {
    const items = rows(value);
    return items && { items: convert(items), next: plainString(nextLink) };
  }
  const isOne = typeof body['id'] === 'string' || isObject(body['identifier']);
  return isOne ? { items: convert([body]) } : undefined;
}

function regionsOf(list: readonly RawImage[]): readonly Region[] {
  return list.flatMap((location) => {
    const id = plainString(location['name']);
    return id === undefined ? [] : [{ id, name: plainString(location['displayName']) }];
  });
}
