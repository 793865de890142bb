/** Checks of single values: what is wrong, what is allowed, what was probably meant. */
import { parseDuration, parseInstant } from './instant';
import { compileNameExpression } from './name-expression';
import { didYouMean } from './nearest';
import { parseTarget } from './target';
import { parseVersionCondition } from '../os-name/version';
import { CLOUD_IDS, OWNERS } from './words';

/** One mistake. The same shape as `Issue` of the errors. */
export interface QueryIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = QueryIssue['path'];
export type Report = (path: Path, message: string) => void;

/** What only the configuration knows. */
export interface Known {
  /** The names of publishers; undefined: not known yet, so any name may be one. */
  readonly publishers?: readonly string[] | undefined;
}

/** Reports every mistake in a value. Never throws. */
export type Check = (value: unknown, path: Path, report: Report, known: Known) => void;

/** A text, the empty one too. */
export function text(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string') report(path, `${show(value)} is not a text.`);
}

/** A text that says something. */
export function nonEmptyText(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string') report(path, `${show(value)} is not a text.`);
  else if (value.trim() === '')
    report(path, 'The text is empty. Leave the field out for no condition.');
}

/** True or false. */
export function truth(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'boolean') report(path, `${show(value)} is neither true nor false.`);
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Check {
  return (value, path, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      report(path, `${show(value)} is not a whole number from ${least} to ${most}.`);
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

/** A list that is not empty, and each member. */
export function listOf(check: Check): Check {
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

/** A map, and each member. */
export function mapOf(check: Check): Check {
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

/** A `cloud/region`. */
export function target(value: unknown, path: Path, report: Report): void {
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

/** A word for an owner, an account id, or the name of a publisher. */
export function owner(value: unknown, path: Path, report: Report, { publishers }: Known): void {
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

/** An RE2 expression. */
export function nameExpression(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string' || value === '') {
    nonEmptyText(value, path, report);
    return;
  }
  const compiled = compileNameExpression(value);
  if ('mistake' in compiled) report(path, compiled.mistake);
}

/** A version prefix or range. */
export function versionCondition(value: unknown, path: Path, report: Report): void {
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

/** An RFC 3339 instant. */
export function instant(value: unknown, path: Path, report: Report): void {
  if (typeof value === 'string' && parseInstant(value) !== undefined) return;
  report(path, `${show(value)} is not an RFC 3339 instant such as 2024-06-01T00:00:00Z.`);
}

/** A duration such as `7d`. */
export function duration(value: unknown, path: Path, report: Report): void {
  if (typeof value === 'string' && parseDuration(value) !== undefined) return;
  report(
    path,
    `${show(value)} is not a duration: a whole number and a unit (m, h, d, w), such as 7d.`,
  );
}

/** Per cloud a map of its own parameters; their names are checked where the clouds are known. */
export function nativeParameters(value: unknown, path: Path, report: Report): void {
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
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // By its shape, since objects of another realm have another Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A value in a message: short, and a text in quotes. */
export function show(value: unknown): string {
  if (typeof value === 'string')
    return `"${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`;
  if (Array.isArray(value)) return 'A list';
  if (typeof value === 'function') return 'A function';
  if (typeof value !== 'object' || value === null) return String(value);
  return isObject(value) ? 'An object' : 'A class instance';
}
