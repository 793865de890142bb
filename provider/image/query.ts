/** Checks a query: every mistake with its path, what is allowed and what was probably meant. */
import type { ImageQuery, ImageAlternative } from './query.generated';
import { DISTROS } from '../os-name/distributions';
import {
  duration,
  instant,
  isObject,
  listOf,
  mapOf,
  nameExpression,
  nativeParameters,
  nonEmptyText,
  oneOf,
  owner,
  show,
  target,
  text,
  truth,
  versionCondition,
  wholeNumber,
  type Check,
  type Known,
  type QueryIssue,
  type Report,
} from './check-values';
import { parseInstant } from './instant';
import { didYouMean } from './nearest';
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

/** The conditions' checks. A field of the table without a check does not compile. */
const CONDITION_CHECKS: { readonly [K in keyof Required<ImageAlternative>]: Check } = {
  imageIds: listOf(nonEmptyText),
  name: nonEmptyText,
  nameRegex: nameExpression,
  excludeIds: listOf(nonEmptyText),
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
  language: nonEmptyText,
  edition: nonEmptyText,
  variants: oneOf(VARIANT_CONDITIONS),
  owners: listOf(owner),
  status: oneOf(STATUS_CONDITIONS, {
    active: 'available',
    normal: 'available',
    ready: 'available',
  }),
  includeDeprecated: truth,
  family: nonEmptyText,
  tags: mapOf(text),
  instanceType: nonEmptyText,
  cloudInit: truth,
  createdAfter: instant,
  createdBefore: instant,
  minAge: duration,
  order: oneOf(ORDERS),
  mostRecent: truth,
  nth: wholeNumber(1, 10_000),
  native: nativeParameters,
};

const QUERY_CHECKS: { readonly [K in keyof Required<ImageQuery>]: Check } = {
  targets: listOf(target),
  ...CONDITION_CHECKS,
  sameBuild: truth,
  optional: truth,
  anyOf: listOf((value, path, report, known) => {
    checkObject(value, path, CONDITION_CHECKS, report, known);
    checkTogether(value, path, report);
  }),
};

/**
 * Every mistake in a query, in the order of its fields. Empty: the query is sound. Never throws.
 *
 * `null` and `undefined` are the same as absent, since not every front can leave a field out.
 *
 * @param known - what the configuration adds, once it is known
 */
export function checkQuery(query: unknown, known: Known = {}): readonly QueryIssue[] {
  const issues: QueryIssue[] = [];
  const report: Report = (path, message) => issues.push({ path, message });
  checkObject(query, [], QUERY_CHECKS, report, known);
  checkTogether(query, [], report);
  return issues;
}

/** The query as our type without its absent fields. Only for queries that `checkQuery` found sound. */
export function readSoundQuery(query: unknown): ImageQuery {
  // The one place where unknown data becomes a query; every field was checked above.
  return withoutAbsent(query) as ImageQuery;
}

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined && member !== null)
      .map(([key, member]) => [key, withoutAbsent(member)]),
  );
}

function checkObject(
  value: unknown,
  path: Path,
  checks: Readonly<Record<string, Check>>,
  report: Report,
  known: Known,
): void {
  if (!isObject(value)) {
    report(path, `${show(value)} is not an object with fields such as nameRegex and osType.`);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined || member === null) continue;
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined) {
      report([...path, key], unknownField(key, path, Object.keys(checks)));
    } else {
      check(member, [...path, key], report, known);
    }
  }
}

function unknownField(key: string, path: Path, known: readonly string[]): string {
  if (path.length > 0 && Object.hasOwn(QUERY_CHECKS, key)) {
    return `"${key}" belongs to the query itself and cannot differ between alternatives.`;
  }
  return `There is no field "${key}".${didYouMean(key, known)} The fields are ${known.join(', ')}.`;
}

/** Mistakes that lie in two fields at once. */
function checkTogether(value: unknown, path: Path, report: Report): void {
  if (!isObject(value)) return;
  if (typeof value['nth'] === 'number' && value['nth'] > 1 && value['mostRecent'] === false) {
    report([...path, 'nth'], 'nth picks one image per target, which mostRecent: false forbids.');
  }
  const after =
    typeof value['createdAfter'] === 'string' ? parseInstant(value['createdAfter']) : undefined;
  const before =
    typeof value['createdBefore'] === 'string' ? parseInstant(value['createdBefore']) : undefined;
  if (after !== undefined && before !== undefined && after >= before) {
    report(
      [...path, 'createdBefore'],
      'createdBefore is not after createdAfter, so no image can match.',
    );
  }
}
