/** A request to Azure, taken apart. Paths compare without case. */
import type { Call } from '../../serve';
import type { SimulatorRequest } from '../../wire';

export const TOKEN = 'POST /oauth2/v2.0/token';

export interface AzurermCall extends Call {
  readonly request: SimulatorRequest;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly parts: Readonly<Record<string, string>>;
  /** What leads to this page; undefined on the first one. */
  readonly cursor: string | undefined;
}

const SUBSCRIPTION = '/subscriptions/{subscription}';
const COMPUTE = '/providers/Microsoft.Compute';
const OWN = `${SUBSCRIPTION}/resourceGroups/{group}${COMPUTE}`;
const LOCATION = `${SUBSCRIPTION}${COMPUTE}/locations/{location}`;
const PUBLISHER = `${LOCATION}/publishers/{publisher}/artifacttypes/vmimage/offers`;
const SHARED = `${LOCATION}/sharedGalleries`;
const COMMUNITY = `${LOCATION}/communityGalleries/{gallery}/images`;

/** The operations by their paths, each with the parameters that it takes. */
const ROUTES: readonly (readonly [action: string, pattern: string, parameters: string])[] = [
  ['Subscriptions.ListLocations', `${SUBSCRIPTION}/locations`, ''],
  ['Images.List', `${SUBSCRIPTION}${COMPUTE}/images`, ''],
  ['Images.List', `${OWN}/images`, ''],
  ['Images.Get', `${OWN}/images/{name}`, '$expand'],
  ['Galleries.List', `${SUBSCRIPTION}${COMPUTE}/galleries`, ''],
  ['Galleries.List', `${OWN}/galleries`, ''],
  ['GalleryImages.ListByGallery', `${OWN}/galleries/{gallery}/images`, ''],
  ['GalleryImages.Get', `${OWN}/galleries/{gallery}/images/{image}`, ''],
  [
    'GalleryImageVersions.ListByGalleryImage',
    `${OWN}/galleries/{gallery}/images/{image}/versions`,
    '',
  ],
  [
    'GalleryImageVersions.Get',
    `${OWN}/galleries/{gallery}/images/{image}/versions/{version}`,
    '$expand',
  ],
  ['SharedGalleries.List', SHARED, 'sharedTo'],
  ['SharedGalleryImages.List', `${SHARED}/{gallery}/images`, 'sharedTo'],
  ['SharedGalleryImages.Get', `${SHARED}/{gallery}/images/{image}`, ''],
  ['SharedGalleryImageVersions.List', `${SHARED}/{gallery}/images/{image}/versions`, 'sharedTo'],
  ['SharedGalleryImageVersions.Get', `${SHARED}/{gallery}/images/{image}/versions/{version}`, ''],
  ['CommunityGalleryImages.List', COMMUNITY, ''],
  ['CommunityGalleryImages.Get', `${COMMUNITY}/{image}`, ''],
  ['CommunityGalleryImageVersions.List', `${COMMUNITY}/{image}/versions`, ''],
  ['CommunityGalleryImageVersions.Get', `${COMMUNITY}/{image}/versions/{version}`, ''],
  ['VirtualMachineImages.ListPublishers', `${LOCATION}/publishers`, ''],
  ['VirtualMachineImages.ListOffers', PUBLISHER, ''],
  ['VirtualMachineImages.ListSkus', `${PUBLISHER}/{offer}/skus`, ''],
  [
    'VirtualMachineImages.List',
    `${PUBLISHER}/{offer}/skus/{sku}/versions`,
    '$expand $top $orderby',
  ],
  ['VirtualMachineImages.Get', `${PUBLISHER}/{offer}/skus/{sku}/versions/{version}`, ''],
];

/** The parameters that an action takes, beside the version of the API and the mark of a page. */
export function parametersOf(action: string): readonly string[] {
  return (
    ROUTES.find(([name]) => name === action)?.[2]
      .split(' ')
      .filter(Boolean) ?? []
  );
}

export function readCall(request: SimulatorRequest): AzurermCall {
  const { path } = request;
  const query = new URLSearchParams(request.query);
  const [, page = '1', cursor] = /^(\d{1,6})\.(.+)$/.exec(query.get('$skiptoken') ?? '') ?? [];
  const common = { request, path, query, cursor, page: Number(page) };
  if (/^\/[^/]+\/oauth2\/v2\.0\/token$/.test(path)) {
    return { ...common, action: TOKEN, parts: {}, region: '', parameters: {} };
  }
  for (const [action, pattern] of ROUTES) {
    const parts = request.method === 'GET' ? match(pattern, path) : undefined;
    if (parts === undefined) continue;
    const { subscription: _, ...named } = parts;
    const parameters = { ...named, ...Object.fromEntries(query) };
    return { ...common, action, parts, region: parts['location'] ?? '', parameters };
  }
  return { ...common, action: '', parts: {}, region: '', parameters: {} };
}

function match(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decode(given[index] ?? '');
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined && value !== '') parts[name] = value;
    else if (part.toLowerCase() !== value.toLowerCase()) return undefined;
  }
  return parts;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
