/** The parameters of `GET /v1/images`. */
import type { CatalogImage } from '../../catalog-image';
import { WireError, type Json } from '../../wire';
import { HCLOUD } from './vocabulary';

/** The words that each parameter takes; null: any word. A parameter may come more than once. */
const PARAMETERS: Readonly<Record<string, readonly string[] | null>> = {
  architecture: HCLOUD.architectures,
  bound_to: null,
  // The official Python client writes them with a capital letter.
  include_deprecated: ['true', 'false', 'True', 'False'],
  label_selector: null,
  name: null,
  page: null,
  per_page: null,
  sort: ['id', 'name', 'created'].flatMap((key) => [key, `${key}:asc`, `${key}:desc`]),
  status: ['available', 'creating', 'unavailable'],
  type: ['system', 'app', 'snapshot', 'backup'],
};

/** A listing's parameters, checked. */
export interface HcloudQuery {
  readonly page: number;
  readonly perPage: number;
  readonly keep: (image: CatalogImage, printed: Readonly<Record<string, Json>>) => boolean;
}

/** Throws the vendor's error for what the API does not take. */
export function readHcloudQuery(query: URLSearchParams): HcloudQuery {
  for (const [name, value] of query) {
    const words = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    if (words === undefined) throw invalid(name, 'is not known');
    if (words?.includes(value) === false) throw invalid(name, `cannot be "${value}"`);
  }
  const { usual, largest } = HCLOUD.pageSize;
  const selectors = query.getAll('label_selector').map(readSelector);
  const fits = (name: string, value: unknown): boolean =>
    !query.has(name) || query.getAll(name).includes(String(value));
  return {
    page: integer(query, 'page', 1, Number.MAX_SAFE_INTEGER),
    perPage: integer(query, 'per_page', usual, largest),
    keep: (image, printed) =>
      ['architecture', 'bound_to', 'name', 'status', 'type'].every((name) =>
        fits(name, printed[name]),
      ) &&
      (query.get('include_deprecated')?.toLowerCase() === 'true' ||
        printed['deprecated'] === null) &&
      selectors.every((selects) => selects(image.tags ?? {})),
  };
}

/** System images and apps are public; the platform's own word for an app is in its record. */
export function typeOf({ owner, native }: CatalogImage): string {
  const type = native?.['type'];
  if (typeof type === 'string') return type;
  return owner === 'public' ? 'system' : 'snapshot';
}

type Selector = (labels: Readonly<Record<string, string>>) => boolean;

/** `k`, `!k`, `k=v`, `k==v`, `k!=v`, `k in (a,b)`, `k notin (a,b)`, with commas between them. */
function readSelector(selector: string): Selector {
  const parts = selector.split(/,(?![^(]*\))/).map((part) => readRequirement(part.trim()));
  return (labels) => parts.every((part) => part(labels));
}

function readRequirement(text: string): Selector {
  const has = (labels: Readonly<Record<string, string>>, key: string): boolean =>
    Object.hasOwn(labels, key);
  const set = /^([\w./-]+) (in|notin) \(([^()]*)\)$/.exec(text);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    return (labels) =>
      (has(labels, key) && values.includes(labels[key] ?? '')) === (operator === 'in');
  }
  const [, not, key = '', operator, value = ''] =
    /^(!?)([\w./-]+)(?:(==?|!=)([\w.-]*))?$/.exec(text) ?? [];
  if (key === '' || (not && operator)) throw invalid('label_selector', `cannot be "${text}"`);
  if (operator === undefined) return (labels) => has(labels, key) === (not === '');
  return (labels) => (has(labels, key) && labels[key] === value) === (operator !== '!=');
}

function integer(query: URLSearchParams, name: string, usual: number, largest: number): number {
  const value = query.get(name) ?? String(usual);
  const number = /^\d{1,15}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > largest) throw invalid(name, `must be from 1 to ${largest}`);
  return number;
}

function invalid(name: string, problem: string): WireError {
  return new WireError(
    HCLOUD.codes.unknownParameter,
    `invalid input in field '${name}': ${problem}`,
    422,
  );
}
