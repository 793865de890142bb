/** The parameters of `GET /v2/images`. */
import type { CatalogImage } from '../../catalog-image';
import { WireError, type Json } from '../../wire';
import { printImage } from './image';
import { OPENSTACK } from './vocabulary';

const VISIBILITIES = ['public', 'private', 'shared', 'community', 'all'];
const PAGING = ['limit', 'marker', 'page', 'sort', 'sort_key', 'sort_dir'];
const SORT_KEYS = ['name', 'status', 'id', 'created_at', 'updated_at', 'size'];

/** A listing's parameters, checked. */
export interface OpenstackQuery {
  readonly limit: number;
  readonly marker: string | undefined;
  readonly keep: (image: CatalogImage) => boolean;
}

/** Throws the vendor's error for what the API does not take. */
export function readOpenstackQuery(query: URLSearchParams): OpenstackQuery {
  const limit = query.get('limit') ?? String(OPENSTACK.pageSize.usual);
  if (!/^-?\d+$/.test(limit)) throw invalid('limit param must be an integer');
  if (Number(limit) < 1) throw invalid('limit param must be positive');
  const visibility = oneOf(query, 'visibility', VISIBILITIES);
  const member = oneOf(query, 'member_status', ['accepted', 'pending', 'rejected', 'all']);
  const isHidden = oneOf(query, 'os_hidden', ['true', 'false']) === 'true';
  const sort = query.get('sort');
  if (
    sort !== null &&
    !sort.split(',').every((one) => SORT_KEYS.includes(one.split(':')[0] ?? ''))
  ) {
    throw invalid(`Invalid sort key: ${sort}`);
  }
  const filters = [...query].filter(
    ([name]) => ![...PAGING, 'visibility', 'member_status', 'os_hidden'].includes(name),
  );
  return {
    limit: Math.min(Number(limit), OPENSTACK.pageSize.largest),
    marker: query.get('marker') ?? undefined,
    keep: (image) => {
      const printed = printImage(image);
      return (
        printed['os_hidden'] === isHidden &&
        isVisible(image, printed, visibility, member) &&
        filters.every(([name, value]) => fits(printed, name, value))
      );
    },
  };
}

function isVisible(
  image: CatalogImage,
  printed: Readonly<Record<string, Json | undefined>>,
  visibility: string | undefined,
  member: string | undefined,
): boolean {
  const status = image.native?.['member_status'] ?? 'accepted';
  const isAccepted = member === 'all' || status === (member ?? 'accepted');
  if (image.owner === 'shared' && !isAccepted) return false;
  if (visibility === 'all') return true;
  if (visibility !== undefined) return printed['visibility'] === visibility;
  return image.owner !== 'community' && image.owner !== 'marketplace';
}

/** Exact, or `in:` a list where Glance has that. Any other name is that of a property. */
function fits(
  printed: Readonly<Record<string, Json | undefined>>,
  name: string,
  value: string,
): boolean {
  if (name === 'tag') return Array.isArray(printed['tags']) && printed['tags'].includes(value);
  if (name === 'size_min' || name === 'size_max') {
    const difference = Number(printed['size'] ?? 0) - Number(value);
    return name === 'size_min' ? difference >= 0 : difference <= 0;
  }
  if (name === 'updated_at' || name === 'created_at') return fitsTime(printed[name], value);
  const own = Object.hasOwn(printed, name) ? plain(printed[name]) : undefined;
  const hasLists = ['id', 'name', 'status', 'container_format', 'disk_format'].includes(name);
  if (hasLists && value.startsWith('in:')) {
    return value
      .slice(3)
      .split(',')
      .includes(own ?? '');
  }
  return own === value;
}

function fitsTime(time: Json | undefined, value: string): boolean {
  const [, operator = '', wanted = ''] = /^(gte?|lte?|eq|neq):(.*)$/.exec(value) ?? [
    '',
    'eq',
    value,
  ];
  const difference = Date.parse(plain(time)) - Date.parse(wanted);
  if (Number.isNaN(Date.parse(wanted))) throw invalid(`Invalid time value: ${value}`);
  if (operator === 'gt') return difference > 0;
  if (operator === 'gte') return difference >= 0;
  if (operator === 'lt') return difference < 0;
  if (operator === 'lte') return difference <= 0;
  return (difference === 0) === (operator === 'eq');
}

function oneOf(query: URLSearchParams, name: string, words: readonly string[]): string | undefined {
  const value = query.get(name) ?? undefined;
  if (value !== undefined && !words.includes(value))
    throw invalid(`Invalid ${name} value: ${value}`);
  return value;
}

/** A printed value as a string. */
function plain(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A refusal of Glance. */
export function invalid(message: string): WireError {
  return new WireError(OPENSTACK.codes.unknownParameter, message, 400);
}
