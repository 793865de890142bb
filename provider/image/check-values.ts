/** Checks of single values: what is wrong, what is allowed, what was probably meant. */
import { parseDuration, parseInstant } from './instant';
import { compileNameExpression } from './name-expression';
import { didYouMean } from './nearest';
import { parseTarget } from './target';
import { parseVersionCondition } from '../os-name/version';
import { CLOUD_IDS, OWNERS } from './words';

/** One problem. The same shape as `Issue` of the errors. */
export interface QueryIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = QueryIssue['path'];
export type ReportIssue = (path: Path, message: string) => void;

/** What a check must know besides the value. */
export interface Known {
  /** The names of publishers; undefined: not known yet, so any name may be one. */
  readonly publishers?: readonly string[] | undefined;
  /** Whether a cloud has accounts of this form. Default: digits. */
  readonly isAccount?: ((text: string) => boolean) | undefined;
  /** Messages name types and no values, since a configuration holds secrets. */
  readonly hidesValues?: boolean | undefined;
}

/** Reports every problem in a value. Never throws. */
export type Check = (value: unknown, path: Path, report: ReportIssue, known: Known) => void;

/** A value of one of JavaScript's primitive types. */
function ofType(type: 'string' | 'number' | 'boolean', what: string): Check {
  return (value, path, report, known) => {
    if (typeof value !== type) report(path, `must be ${what}, not ${describe(value, known)}.`);
  };
}

/** A string, the empty one too. */
export const string: Check = ofType('string', 'a string');

/** True or false. */
export const boolean: Check = ofType('boolean', 'true or false');

/** Any number. */
export const number: Check = ofType('number', 'a number');

/** A string that says something. */
export function nonEmptyString(value: unknown, path: Path, report: ReportIssue): void {
  if (typeof value !== 'string') string(value, path, report, {});
  else if (value.trim() === '') report(path, `must not be empty. ${OMIT}`);
}

const OMIT = 'Omit the field to skip this filter.';

/** A whole number within bounds. */
export function wholeNumber(least = -Infinity, most = Infinity): Check {
  const bounds = Number.isFinite(least) ? ` from ${least} to ${most}` : '';
  return (value, path, report, known) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      report(path, `must be a whole number${bounds}, not ${describe(value, known)}.`);
    }
  };
}

/**
 * A word of a closed set.
 *
 * @param meant - words of other tools, and ours for them
 */
export function oneOf(
  allowed: readonly string[],
  meant: Readonly<Record<string, string>> = {},
): Check {
  return (value, path, report, known) => {
    if (typeof value === 'string' && allowed.includes(value)) return;
    const text = typeof value === 'string' ? value : '';
    const word = text.toLowerCase();
    const hint = Object.hasOwn(meant, word)
      ? ` Did you mean "${meant[word]}"?`
      : didYouMean(text, allowed);
    report(path, `must be one of ${allowed.join(', ')}, not ${describe(value, known)}.${hint}`);
  };
}

/** A list that is not empty, and each member. */
export function listOf(check: Check): Check {
  const members = anyListOf(check);
  return (value, path, report, known) => {
    if (Array.isArray(value) && value.length === 0) {
      report(path, `must not be empty, since nothing could match. ${OMIT}`);
    } else {
      members(value, path, report, known);
    }
  };
}

/** A list, and each member. */
export function anyListOf(check: Check): Check {
  return (value, path, report, known) => {
    if (!Array.isArray(value)) {
      report(path, `must be a list, not ${describe(value, known)}.`);
      return;
    }
    // A hole is a member too.
    Array.from<unknown>(value).forEach((member, index) => {
      check(member, [...path, index], report, known);
    });
  };
}

/** A map, and each member. */
export function mapOf(check: Check): Check {
  return (value, path, report, known) => {
    if (!isObject(value)) {
      report(path, `must be a map, not ${describe(value, known)}.`);
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      if (member !== undefined && member !== null) check(member, [...path, key], report, known);
    }
  };
}

/**
 * An object with named fields, and each of them. `null` and `undefined` are the same as absent.
 *
 * @param unknownField - what to say of a field that is not among them
 */
export function objectOf(
  checks: Readonly<Record<string, Check>>,
  unknownField: (name: string, path: Path) => string = (name) =>
    noSuchField(name, Object.keys(checks)),
): Check {
  return (value, path, report, known) => {
    if (!isObject(value)) {
      const example = Object.keys(checks).slice(0, 2).join(' and ');
      report(
        path,
        `must be an object with fields such as ${example}, not ${describe(value, known)}.`,
      );
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined || member === null) continue;
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (check === undefined) report([...path, name], unknownField(name, path));
      else check(member, [...path, name], report, known);
    }
  };
}

/** There is no such field; these are the fields. */
export function noSuchField(name: string, known: readonly string[]): string {
  const shown = shorten(name);
  return `There is no field "${shown}".${didYouMean(name, known)} The fields are ${known.join(', ')}.`;
}

/** A `cloud/region`. */
export function target(value: unknown, path: Path, report: ReportIssue): void {
  if (typeof value !== 'string') {
    report(path, `must be a string of the form cloud/region, not ${describe(value)}.`);
    return;
  }
  const parsed = parseTarget(value);
  if ('problem' in parsed) report(path, parsed.problem);
}

/** Words of other tools for the same owners. */
const OWNERS_ELSEWHERE = {
  system: 'public',
  others: 'shared',
  private: 'self',
  market: 'marketplace',
} as const;

/** A word for an owner, an account id, or the name of a publisher. */
export function owner(
  value: unknown,
  path: Path,
  report: ReportIssue,
  { publishers, isAccount = (text) => /^\d{4,20}$/.test(text) }: Known,
): void {
  if (typeof value !== 'string') {
    string(value, path, report, {});
    return;
  }
  if (isAccount(value) || (OWNERS as readonly string[]).includes(value)) return;
  const mayBePublisher = /^[a-z][a-z0-9-]*$/.test(value) && !Object.hasOwn(OWNERS_ELSEWHERE, value);
  if (mayBePublisher && (publishers === undefined || publishers.includes(value))) return;
  const allowed = [...OWNERS, ...(publishers ?? []), 'an account id', 'a configured publisher'];
  oneOf(allowed, OWNERS_ELSEWHERE)(value, path, report, {});
}

/** Other names of languages, and their codes. */
const LANGUAGES_ELSEWHERE: Readonly<Record<string, string>> = {
  english: 'en',
  'en-us': 'en',
  eng: 'en',
  chinese: 'zh',
  'zh-cn': 'zh',
  cn: 'zh',
  japanese: 'ja',
  'ja-jp': 'ja',
  jp: 'ja',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  korean: 'ko',
  russian: 'ru',
};

/** An ISO 639-1 code. */
export function language(value: unknown, path: Path, report: ReportIssue): void {
  if (typeof value === 'string' && /^[a-z]{2}$/.test(value) && value !== 'cn' && value !== 'jp') {
    return;
  }
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  const meant = Object.hasOwn(LANGUAGES_ELSEWHERE, word) ? LANGUAGES_ELSEWHERE[word] : undefined;
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  report(path, `must be an ISO 639-1 code such as en or zh, not ${describe(value)}.${hint}`);
}

/** An RE2 expression. */
export function nameExpression(value: unknown, path: Path, report: ReportIssue): void {
  if (typeof value !== 'string' || value === '') {
    nonEmptyString(value, path, report);
    return;
  }
  const compiled = compileNameExpression(value);
  if ('problem' in compiled) report(path, compiled.problem);
}

/** A version prefix or range. */
export function versionCondition(value: unknown, path: Path, report: ReportIssue): void {
  if (typeof value !== 'string') {
    report(
      path,
      `must be a string, not ${describe(value)}. Write versions in quotes: 22.10 as a number is 22.1.`,
    );
    return;
  }
  const parsed = parseVersionCondition(value);
  if ('problem' in parsed) report(path, parsed.problem);
}

/** An RFC 3339 instant. */
export function instant(value: unknown, path: Path, report: ReportIssue): void {
  if (typeof value === 'string' && parseInstant(value) !== undefined) return;
  report(path, `must be an RFC 3339 instant such as 2024-06-01T00:00:00Z, not ${describe(value)}.`);
}

/** A duration such as `7d`. */
export function duration(value: unknown, path: Path, report: ReportIssue): void {
  if (typeof value === 'string' && parseDuration(value) !== undefined) return;
  report(
    path,
    `must be a duration: a whole number and a unit (m, h, d, w), such as 7d, not ${describe(value)}.`,
  );
}

/** Per cloud a map of its own parameters; their names are checked where the clouds are known. */
export function nativeParameters(value: unknown, path: Path, report: ReportIssue): void {
  if (!isObject(value)) {
    report(path, `must be a map of clouds to their parameters, not ${describe(value)}.`);
    return;
  }
  for (const [cloud, parameters] of Object.entries(value)) {
    if (!(CLOUD_IDS as readonly string[]).includes(cloud)) {
      oneOf(CLOUD_IDS)(cloud, [...path, cloud], report, {});
    } else if (parameters !== undefined && parameters !== null) {
      mapOf(string)(parameters, [...path, cloud], report, {});
    }
  }
}

/** Whether something has fields to be checked. A Map, a Date and the like keep theirs elsewhere. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // By its shape, since objects of another realm have another Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A value in a message: short, with its type where that is what is wrong. */
export function describe(value: unknown, { hidesValues = false }: Known = {}): string {
  if (hidesValues && (typeof value === 'string' || typeof value === 'number')) {
    return `a ${typeof value}`;
  }
  if (typeof value === 'string') return `"${shorten(value)}"`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'number') return `a number (${value})`;
  if (typeof value !== 'object' || value === null) return String(value);
  return isObject(value) ? 'an object' : 'a class instance';
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
