/** Checks a query: every problem with its path, what is allowed and what was probably meant. */
import type { ImageQuery, ImageAlternative } from './query.generated';
import { DISTROS } from '../os-name/distributions';
import {
  boolean,
  duration,
  instant,
  isObject,
  language,
  listOf,
  mapOf,
  nameExpression,
  nativeParameters,
  noSuchField,
  nonEmptyString,
  objectOf,
  oneOf,
  owner,
  string,
  target,
  versionCondition,
  wholeNumber,
  type Check,
  type Known,
  type QueryIssue,
  type ReportIssue,
} from './check-values';
import { parseInstant } from './instant';
import {
  ARCHITECTURES,
  BOOT_MODES,
  ORDERS,
  OS_TYPES,
  STATUS_CONDITIONS,
  VARIANT_CONDITIONS,
} from './words';

export type { QueryIssue } from './check-values';

type Path = QueryIssue['path'];

/** The editions that names tell. */
const EDITIONS = [
  'datacenter',
  'standard',
  'enterprise',
  'essentials',
  'foundation',
  'web',
  'pro',
  'education',
  'home',
];
const EDITIONS_ELSEWHERE = {
  dc: 'datacenter',
  std: 'standard',
  ent: 'enterprise',
  professional: 'pro',
};

/** The conditions' checks. A field of the table without a check does not compile. */
const CONDITION_CHECKS: { readonly [K in keyof Required<ImageAlternative>]: Check } = {
  imageIds: listOf(nonEmptyString),
  name: nonEmptyString,
  nameRegex: nameExpression,
  excludeIds: listOf(nonEmptyString),
  excludeNameRegex: nameExpression,
  osType: oneOf(OS_TYPES),
  distro: oneOf(DISTROS),
  osVersion: versionCondition,
  architecture: oneOf(ARCHITECTURES, {
    arm: 'arm64',
    aarch64: 'arm64',
    amd64: 'x86_64',
    x64: 'x86_64',
    x86: 'i386',
    i686: 'i386',
  }),
  bootMode: oneOf(BOOT_MODES),
  language,
  edition: oneOf(EDITIONS, EDITIONS_ELSEWHERE),
  variants: oneOf(VARIANT_CONDITIONS),
  owners: listOf(owner),
  status: oneOf(STATUS_CONDITIONS, {
    active: 'available',
    normal: 'available',
    ready: 'available',
  }),
  includeDeprecated: boolean,
  family: nonEmptyString,
  tags: mapOf(string),
  instanceType: nonEmptyString,
  cloudInit: boolean,
  createdAfter: instant,
  createdBefore: instant,
  minAge: duration,
  order: oneOf(ORDERS),
  mostRecent: boolean,
  nth: wholeNumber(1, 10_000),
  native: nativeParameters,
};

const alternativeFields = objectOf(CONDITION_CHECKS, (name) =>
  Object.hasOwn(QUERY_CHECKS, name)
    ? `"${name}" belongs to the query itself and cannot differ between alternatives.`
    : noSuchField(name, Object.keys(CONDITION_CHECKS)),
);

function alternative(value: unknown, path: Path, report: ReportIssue, known: Known): void {
  if (
    isObject(value) &&
    Object.values(value).every((member) => member === undefined || member === null)
  ) {
    report(path, 'must have at least one condition, since an empty alternative matches any image.');
  }
  alternativeFields(value, path, report, known);
  checkTogether(value, path, report);
}

const QUERY_CHECKS: { readonly [K in keyof Required<ImageQuery>]: Check } = {
  targets: listOf(target),
  query: nonEmptyString,
  ...CONDITION_CHECKS,
  sameBuild: boolean,
  optional: boolean,
  anyOf: listOf(alternative),
};

const queryFields = objectOf(QUERY_CHECKS);

/**
 * Every problem in a query, in the order of its fields. Empty: the query is valid. Never throws.
 *
 * `null` and `undefined` are the same as absent, since not every front can leave a field out.
 *
 * @param known - what the configuration adds, once it is known
 */
export function checkQuery(query: unknown, known: Known = {}): readonly QueryIssue[] {
  const issues: QueryIssue[] = [];
  const report: ReportIssue = (path, message) => issues.push({ path, message });
  queryFields(query, [], report, known);
  checkTogether(query, [], report);
  checkBesideName(query, report);
  return issues;
}

/** Why a condition is refused beside the name of a query. */
export const BESIDE_NAME =
  'is not allowed beside "query". Only targets is. Change the query in cloudimages.json.';

/** The query as our type without its absent fields. Only for queries that `checkQuery` found valid. */
export function readValidQuery(query: unknown): ImageQuery {
  // The one place where unknown data becomes a query; every field was checked above.
  return withoutAbsent(query, DEEPEST) as ImageQuery;
}

/** How deep a valid query goes: `anyOf`, its entry, `native`, a cloud, a parameter. */
const DEEPEST = 6;

/** What lies deeper is not part of a valid query, and may be without an end. */
function withoutAbsent(value: unknown, depth: number): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((member) => withoutAbsent(member, depth - 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined && member !== null)
      .map(([key, member]) => [key, withoutAbsent(member, depth - 1)]),
  );
}

/** Problems that lie in two fields at once. */
/** The name of a query stands for all of its conditions. */
function checkBesideName(query: unknown, report: ReportIssue): void {
  if (!isObject(query) || query['query'] === undefined || query['query'] === null) return;
  for (const [field, value] of Object.entries(query)) {
    const isAllowed = ['query', 'targets'].includes(field) || !Object.hasOwn(QUERY_CHECKS, field);
    if (isAllowed || value === undefined || value === null) continue;
    report([field], BESIDE_NAME);
  }
}

function checkTogether(value: unknown, path: Path, report: ReportIssue): void {
  if (!isObject(value)) return;
  if (typeof value['nth'] === 'number' && value['nth'] > 1 && value['mostRecent'] === false) {
    report([...path, 'nth'], 'nth picks one image per target, so mostRecent must not be false.');
  }
  const after =
    typeof value['createdAfter'] === 'string' ? parseInstant(value['createdAfter']) : undefined;
  const before =
    typeof value['createdBefore'] === 'string' ? parseInstant(value['createdBefore']) : undefined;
  if (after !== undefined && before !== undefined && after >= before) {
    report([...path, 'createdBefore'], 'must be later than createdAfter, or no image can match.');
  }
}
