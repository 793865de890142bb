/** Checks a query: every mistake with its path, what is allowed and what was probably meant. */
import type { ImageQuery, ImageAlternative } from './query.generated';
import { DISTROS } from './distributions';
import { parseDuration, parseInstant } from './instant';
import { compileNameExpression } from './name-expression';
import { didYouMean } from './nearest';
import { parseTarget } from './target';
import { parseVersionCondition } from './version';
import {
  ARCHITECTURES,
  CLOUD_IDS,
  ORDERS,
  OS_TYPES,
  OWNERS,
  STATUS_CONDITIONS,
  VARIANT_CONDITIONS,
} from './words';

/** One mistake. The same shape as `Issue` of the errors. */
export interface QueryIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = QueryIssue['path'];
type Report = (path: Path, message: string) => void;
type Check = (value: unknown, path: Path, report: Report, known: Known) => void;

/** What only the configuration knows. */
interface Known {
  /** The names of publishers; undefined: not known yet, so any name may be one. */
  readonly publishers?: readonly string[] | undefined;
}

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

function text(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string') report(path, `${show(value)} is not a text.`);
}

function nonEmptyText(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string') report(path, `${show(value)} is not a text.`);
  else if (value.trim() === '')
    report(path, 'The text is empty. Leave the field out for no condition.');
}

function truth(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'boolean') report(path, `${show(value)} is neither true nor false.`);
}

function wholeNumber(least: number, most: number): Check {
  return (value, path, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      report(path, `${show(value)} is not a whole number from ${least} to ${most}.`);
    }
  };
}

/** @param meant - words of other tools, and ours for them */
function oneOf(allowed: readonly string[], meant: Readonly<Record<string, string>> = {}): Check {
  return (value, path, report) => {
    if (typeof value === 'string' && allowed.includes(value)) return;
    const asText = typeof value === 'string' ? value : '';
    const word = asText.toLowerCase();
    const ours = Object.hasOwn(meant, word)
      ? ` Did you mean "${meant[word]}"?`
      : didYouMean(asText, allowed);
    report(path, `${show(value)} is not one of ${allowed.join(', ')}.${asText === '' ? '' : ours}`);
  };
}

function listOf(check: Check): Check {
  return (value, path, report, known) => {
    if (!Array.isArray(value)) {
      report(path, `${show(value)} is not a list.`);
    } else if (value.length === 0) {
      report(
        path,
        'The list is empty, so nothing could match. Leave the field out for no condition.',
      );
    } else {
      // A hole is a member too.
      Array.from<unknown>(value).forEach((member, index) => {
        check(member, [...path, index], report, known);
      });
    }
  };
}

function mapOf(check: Check): Check {
  return (value, path, report, known) => {
    if (!isObject(value)) {
      report(path, `${show(value)} is not a map.`);
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      if (member !== undefined && member !== null) check(member, [...path, key], report, known);
    }
  };
}

function target(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string') {
    report(path, `${show(value)} is not a text of the form cloud/region.`);
    return;
  }
  const parsed = parseTarget(value);
  if ('mistake' in parsed) report(path, parsed.mistake);
}

/** Words of other tools for the same owners. */
const OWNERS_ELSEWHERE = {
  system: 'public',
  amazon: 'public',
  others: 'shared',
  private: 'self',
  market: 'marketplace',
} as const;

function owner(value: unknown, path: Path, report: Report, { publishers }: Known): void {
  if (typeof value !== 'string') {
    report(path, `${show(value)} is not a text.`);
    return;
  }
  const isAccount = /^\d{4,20}$/.test(value);
  if (isAccount || (OWNERS as readonly string[]).includes(value)) return;
  const mayBePublisher = /^[a-z][a-z0-9-]*$/.test(value) && !Object.hasOwn(OWNERS_ELSEWHERE, value);
  if (mayBePublisher && (publishers === undefined || publishers.includes(value))) return;
  const allowed = [...OWNERS, ...(publishers ?? []), 'an account id', 'a configured publisher'];
  oneOf(allowed, OWNERS_ELSEWHERE)(value, path, report, {});
}

function nameExpression(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string' || value === '') {
    nonEmptyText(value, path, report);
    return;
  }
  const compiled = compileNameExpression(value);
  if ('mistake' in compiled) report(path, compiled.mistake);
}

function versionCondition(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string') {
    report(
      path,
      `${show(value)} is not a text. Write versions in quotes: 22.10 as a number is 22.1.`,
    );
    return;
  }
  const parsed = parseVersionCondition(value);
  if ('mistake' in parsed) report(path, parsed.mistake);
}

function instant(value: unknown, path: Path, report: Report): void {
  if (typeof value === 'string' && parseInstant(value) !== undefined) return;
  report(path, `${show(value)} is not an RFC 3339 instant such as 2024-06-01T00:00:00Z.`);
}

function duration(value: unknown, path: Path, report: Report): void {
  if (typeof value === 'string' && parseDuration(value) !== undefined) return;
  report(
    path,
    `${show(value)} is not a duration: a whole number and a unit (m, h, d, w), such as 7d.`,
  );
}

function nativeParameters(value: unknown, path: Path, report: Report): void {
  if (!isObject(value)) {
    report(path, `${show(value)} is not a map of clouds to their parameters.`);
    return;
  }
  for (const [cloud, parameters] of Object.entries(value)) {
    if (!(CLOUD_IDS as readonly string[]).includes(cloud)) {
      oneOf(CLOUD_IDS)(cloud, [...path, cloud], report, {});
    } else if (parameters !== undefined && parameters !== null) {
      mapOf(text)(parameters, [...path, cloud], report, {});
    }
  }
}

/** Whether something has fields to be checked. A Map, a Date and the like keep theirs elsewhere. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // By its shape, since objects of another realm have another Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A value in a message: short, and a text in quotes. */
function show(value: unknown): string {
  if (typeof value === 'string')
    return `"${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`;
  if (Array.isArray(value)) return 'A list';
  if (typeof value === 'function') return 'A function';
  if (typeof value !== 'object' || value === null) return String(value);
  return isObject(value) ? 'An object' : 'A class instance';
}
