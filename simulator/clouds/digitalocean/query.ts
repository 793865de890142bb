/** The parameters of `GET /v2/images`. */
import type { CatalogImage } from '../../catalog-image';
import { WireError } from '../../wire';
import { DIGITALOCEAN } from './vocabulary';

/** Which rows of a list. */
export interface PageQuery {
  readonly page: number;
  readonly perPage: number;
}

/** A listing's parameters, checked. */
export interface DigitaloceanQuery extends PageQuery {
  readonly keep: (image: CatalogImage) => boolean;
}

/** Throws the vendor's error for what the API does not take. */
export function readDigitaloceanQuery(query: URLSearchParams): DigitaloceanQuery {
  checkNames(query, ['type', 'private', 'tag_name', 'page', 'per_page']);
  const [type, isPrivate, tag] = ['type', 'private', 'tag_name'].map((name) => query.get(name));
  const kinds = [type, isPrivate, tag].filter((value) => value !== null);
  if (kinds.length > 1) throw invalid('type, private and tag_name exclude one another');
  if (type !== null && type !== 'distribution' && type !== 'application') {
    throw invalid('type must be distribution or application');
  }
  if (isPrivate !== null && isPrivate !== 'true' && isPrivate !== 'false') {
    throw invalid('private must be true or false');
  }
  return {
    ...readPage(query),
    keep: ({ owner, tags = {} }) =>
      (type === null || owner === (type === 'distribution' ? 'public' : 'marketplace')) &&
      (isPrivate !== 'true' || owner === 'self') &&
      (tag === null || tag === undefined || (owner === 'self' && Object.hasOwn(tags, tag))),
  };
}

/** The page that a request wants. */
export function readPage(query: URLSearchParams): PageQuery {
  const { usual, largest } = DIGITALOCEAN.pageSize;
  return {
    page: integer(query, 'page', 1, Number.MAX_SAFE_INTEGER),
    perPage: integer(query, 'per_page', usual, largest),
  };
}

/** Refuses a parameter that the operation does not have. */
export function checkNames(query: URLSearchParams, known: readonly string[]): void {
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(`${unknown} is not known`);
}

function integer(query: URLSearchParams, name: string, usual: number, largest: number): number {
  const value = query.get(name) ?? String(usual);
  const number = /^\d{1,15}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > largest) throw invalid(`${name} must be from 1 to ${largest}`);
  return number;
}

function invalid(problem: string): WireError {
  return new WireError(DIGITALOCEAN.codes.unknownParameter, problem, 422);
}
