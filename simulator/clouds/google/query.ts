/** The parameters of `images.list`. */
import type { CatalogImage } from '../../catalog-image';
import { offsetOf } from '../../cursors';
import { WireError } from '../../wire';
import { readFilter } from './filter';
import { printedImage } from './image';
import { GOOGLE } from './vocabulary';

/** Parameters of every method, which change nothing here. */
const COMMON = ['alt', 'prettyPrint', 'key', 'quotaUser', 'userIp', '$.xgafv'];

/** A listing's parameters, checked. */
export interface GoogleQuery {
  readonly offset: number;
  readonly limit: number;
  readonly keep: (image: CatalogImage) => boolean;
  readonly compare: (a: CatalogImage, b: CatalogImage) => number;
}

/** Throws the vendor's error for what the method does not take. */
export function readGoogleQuery(query: URLSearchParams): GoogleQuery {
  refuseUnknown(query, ['filter', 'maxResults', 'orderBy', 'pageToken']);
  const offset = offsetOf(query.get('pageToken') ?? undefined);
  if (offset === undefined) {
    const token = query.get('pageToken') ?? '';
    throw invalid(`Invalid value for field 'pageToken': '${token}'. The page token is invalid.`);
  }
  const filter = query.get('filter') ?? '';
  const condition = filter === '' ? () => true : readFilter(filter);
  return {
    offset,
    limit: limitOf(query),
    keep: (image) => condition(printedImage(image)),
    compare: orderOf(query.get('orderBy') ?? 'name'),
  };
}

/** Throws the vendor's error for a parameter that a method does not have. */
export function refuseUnknown(query: URLSearchParams, own: readonly string[]): void {
  const unknown = [...query.keys()].find((name) => ![...own, ...COMMON].includes(name));
  if (unknown === undefined) return;
  throw invalid(
    `Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter. Field '${unknown}' could not be found in request message.`,
  );
}

/** 0 stands for the usual size. */
function limitOf(query: URLSearchParams): number {
  const { usual, largest } = GOOGLE.pageSize;
  const value = query.get('maxResults') ?? '0';
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
  if (number < 0 || number > largest) {
    throw invalid(
      `Invalid value for field 'maxResults': '${value}'. Values must be within the range: [0, ${largest}]`,
    );
  }
  return number === 0 ? usual : number;
}

function orderOf(orderBy: string): GoogleQuery['compare'] {
  if (orderBy === 'name') return (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name));
  if (orderBy === 'creationTimestamp desc') {
    return (a, b) =>
      Date.parse(b.createdAt ?? '1970-01-01') - Date.parse(a.createdAt ?? '1970-01-01');
  }
  throw invalid(`Invalid value for field 'orderBy': '${orderBy}'. Invalid orderBy.`);
}

function invalid(message: string): WireError {
  return new WireError(GOOGLE.codes.unknownParameter, message, 400);
}
