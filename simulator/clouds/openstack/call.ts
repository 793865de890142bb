/** A request to Keystone or Glance, taken apart but not yet checked. */
import { matchPath } from '../../paths';
import type { Call } from '../../serve';
import type { SimulatorRequest } from '../../wire';
import { OPENSTACK } from './vocabulary';

export const SIGN_IN = 'POST /v3/auth/tokens';
export const LIST = OPENSTACK.operation;
export const GET = 'GET /v2/images/{id}';
export const IDENTITY_VERSION = 'GET /v3';
export const IMAGE_VERSIONS = 'GET /';

/** A request, taken apart. */
export interface OpenstackCall extends Call {
  readonly request: SimulatorRequest;
  readonly query: URLSearchParams;
  readonly id: string | undefined;
}

/** Where this server is. Only on this machine it speaks plain http. */
export function originOf({ headers }: SimulatorRequest): string {
  const host = headers['host'] ?? 'localhost';
  return `${/^(127\.|localhost)/.test(host) ? 'http' : 'https'}://${host}`;
}

/** The path of a region's image service, as the catalog has it. */
export function prefixOf(region: string): string {
  return `/${region.toLowerCase()}`;
}

/** The service of the main region is also at the root, where no catalog leads. */
export function readOpenstackCall(request: SimulatorRequest): OpenstackCall {
  const query = new URLSearchParams(request.query);
  const path = request.path.replace(/\/+$/, '');
  const known = OPENSTACK.regions.find((one) => `${path}/`.startsWith(`${prefixOf(one)}/`));
  const below = known === undefined ? path : path.slice(prefixOf(known).length);
  const id = matchPath('/v2/images/{id}', below)?.['id'];
  const limit = Number(query.get('limit') ?? OPENSTACK.pageSize.usual);
  const names = [...new Set(query.keys())];
  return {
    request,
    query,
    id,
    action: actionOf(request.method, path, below, id),
    region: known ?? OPENSTACK.mainRegion,
    // Markers are ids; which page that is, only the listing knows.
    page: query.has('marker') ? pageOf(query.get('page'), limit) : 1,
    parameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])),
  };
}

function actionOf(method: string, path: string, below: string, id: string | undefined): string {
  if (method === 'POST' && path === '/v3/auth/tokens') return SIGN_IN;
  if (method !== 'GET') return '';
  if (path === '/v3') return IDENTITY_VERSION;
  if (below === '') return IMAGE_VERSIONS;
  if (below === '/v2/images') return LIST;
  return id === undefined ? '' : GET;
}

/** The number in the links that this server makes, for its log and its faults. */
function pageOf(page: string | null, limit: number): number {
  return limit > 0 && page !== null && /^\d+$/.test(page) ? Number(page) : 2;
}
