/** Versions: their components, their order, and the conditions that a query puts on them. */
import { compareCodeUnits, compareDigits } from './natural-order';

export { compareNatural } from './natural-order';

/** Digit runs and words of ASCII letters. All else in a version separates them. */
const COMPONENT = /[0-9]+|[a-z]+/g;

/**
 * The components of a version, in order: digit runs as written and words in lower case.
 *
 * `22.04.3` has `22`, `04`, `3`; `2012 R2` has `2012`, `r`, `2`. A string without ASCII letters or
 * digits has none.
 */
export function versionComponents(version: string): readonly string[] {
  return version.toLowerCase().match(COMPONENT) ?? [];
}

const isNumber = (component: string): boolean => component.charCodeAt(0) <= 57; // '9'

export const isZero = (component: string): boolean => /^0+$/.test(component);

/** Numbers by value, words by code unit, and a word (`SP`, `R`) before a number. */
export function compareComponents(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return compareDigits(a, b);
  if (isNumber(a) || isNumber(b)) return isNumber(a) ? 1 : -1;
  return compareCodeUnits(a, b);
}

/** How many components count: `9.3.0` is the same version as `9.3`. */
function significantLength(components: readonly string[]): number {
  let length = components.length;
  while (length > 0 && isZero(components[length - 1] ?? '')) length -= 1;
  return length;
}

/**
 * Order of two versions: negative, zero or positive. A total preorder on all strings; never throws.
 *
 * Compared by component, numbers as numbers of any length, so `9.10` < `13.04`, `8.9` < `8.10`,
 * `2012` < `2012 R2` and `15` < `15 SP3` < `15 SP5`. Case, separators, leading zeros and zeros at
 * the end do not count: `8.04` equals `8.4`, and `9.3.0` equals `9.3`.
 */
export function compareVersions(a: string, b: string): number {
  return compareVersionKeys(versionKey(a), versionKey(b));
}

/** The components of a version that count in the order, so that a list parses each version once. */
export function versionKey(version: string): readonly string[] {
  const components = versionComponents(version);
  return components.slice(0, significantLength(components));
}

/** {@link compareVersions} of versions whose keys are known. */
export function compareVersionKeys(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = compareComponents(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/**
 * Whether the components of `prefix` begin those of `version`, so that the version says the same
 * or more: true for `7` and `7.9`, `22.04` and `22.04.3`, `2012` and `2012 R2`, and not for `7` and
 * `70`. A version of `9` may be any 9, so `9.0` does not begin it. Nothing begins with an empty
 * prefix.
 */
export function isVersionPrefix(prefix: string, version: string): boolean {
  const wanted = versionComponents(prefix);
  const had = versionComponents(version);
  return (
    wanted.length > 0 &&
    wanted.length <= had.length &&
    wanted.every((component, i) => compareComponents(component, had[i] ?? '') === 0)
  );
}

/** Whether `fine` begins with `coarse` and says more: `7.9` refines `7`, `2012 R2` refines `2012`. */
export const refinesVersion = (coarse: string, fine: string): boolean =>
  coarse !== fine && isVersionPrefix(coarse, fine) && !isVersionPrefix(fine, coarse);

export const COMPARATORS = {
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '=': (order) => order === 0,
} as const satisfies Record<string, (order: number) => boolean>;

/** `=` is equality of versions, so `=9.3` holds for `9.3.0` and not for `9.3.1`. */
export type VersionOperator = keyof typeof COMPARATORS;

/** One bound of a range: the version of an image stands in this order to `version`. */
export interface VersionComparator {
  readonly operator: VersionOperator;
  readonly version: string;
}

/**
 * What a query asks of an OS version.
 *
 * - `prefix`: the version begins with these components, as in {@link isVersionPrefix}.
 * - `range`: every comparator holds, by {@link compareVersions}.
 */
export type VersionCondition =
  | { readonly kind: 'prefix'; readonly version: string }
  | { readonly kind: 'range'; readonly comparators: readonly VersionComparator[] };

/** `2012`, then `R2`: a release of its own, not a more precise 2012. Service packs are. */
function isOtherRelease(prefix: string, version: string): boolean {
  const wanted = versionComponents(prefix);
  return !wanted.includes('r') && versionComponents(version)[wanted.length] === 'r';
}

/**
 * Whether an OS version satisfies a condition.
 *
 * Ranges compare plainly: 7.9 is above 7, so `>7` holds for it and `<=7` does not; the whole of 7 is
 * `7` or `>=7 <8`. The prefix `11` takes in `11 SP3`, but `2012` does not take in `2012 R2`, which
 * is a release of its own.
 */
export function matchesVersion(version: string, wanted: VersionCondition): boolean {
  if (wanted.kind === 'prefix') {
    return isVersionPrefix(wanted.version, version) && !isOtherRelease(wanted.version, version);
  }
  return wanted.comparators.every(({ operator, version: bound }) =>
    COMPARATORS[operator](compareVersions(version, bound)),
  );
}

const ALLOWED =
  'Allowed are a version, which also takes in what is more precise ("7" matches 7.9, not 70); ' +
  'one version exactly ("=22.04"); and a range (">=20.04 <24.04") of >=, >, <=, < and =, ' +
  'separated by spaces or commas, which must all hold.';

/** Numbers joined by dots, then service pack or release words: `22.04`, `V10`, `15-SP5`, `2012 R2`. */
const VERSION = /^v?([0-9]+(?:\.[0-9]+)*)((?:[ _-]*(?:sp|r) ?[0-9]+)*)$/i;

const SUFFIX = /(sp|r) ?([0-9]+)/gi;

/** An operator, or what stands between two. Operators of other tools are recognized as such. */
const PIECE = /[<>=!~^|]+|[^<>=!~^|]+/g;

/** A version as images have it (`15 SP5`); undefined where a string is not a version. */
function normalizedVersion(text: string): string | undefined {
  const match = VERSION.exec(text.trim());
  if (match === null) return undefined;
  const suffixes = [...(match[2] ?? '').matchAll(SUFFIX)];
  return [match[1], ...suffixes.map(([, word = '', n]) => word.toUpperCase() + (n ?? ''))].join(
    ' ',
  );
}

const isOperator = (text: string): text is VersionOperator => Object.hasOwn(COMPARATORS, text);

/** Whether no version lies between the bounds. */
function isEmptyRange(comparators: readonly VersionComparator[]): boolean {
  const from = comparators.filter(({ operator }) => operator !== '<' && operator !== '<=');
  const to = comparators.filter(({ operator }) => operator !== '>' && operator !== '>=');
  return from.some((low) =>
    to.some((high) => {
      const order = compareVersions(low.version, high.version);
      return order > 0 || (order === 0 && (low.operator === '>' || high.operator === '<'));
    }),
  );
}

function parseRange(range: string): VersionCondition | { readonly problem: string } {
  const comparators: VersionComparator[] = [];
  const pieces = range.match(PIECE) ?? [];
  for (let i = 0; i < pieces.length; i += 2) {
    const operator = pieces[i] ?? '';
    const text = (pieces[i + 1] ?? '').trim();
    const isLast = i + 2 >= pieces.length;
    const bound = isLast ? text : text.replace(/,$/, '');
    if (/^[^<>=!~^|]/.test(operator)) {
      return {
        problem: `"${operator.trim()}" needs an operator in front of it in a range. ${ALLOWED}`,
      };
    }
    if (!isOperator(operator)) {
      return { problem: `"${operator}" is not a supported version operator. ${ALLOWED}` };
    }
    const version = normalizedVersion(bound);
    if (version === undefined) {
      return { problem: `"${bound}" after "${operator}" is not a valid version. ${ALLOWED}` };
    }
    comparators.push({ operator, version });
  }
  if (isEmptyRange(comparators)) {
    return { problem: `No version can satisfy "${range}": its bounds exclude each other.` };
  }
  return { kind: 'range', comparators };
}

/**
 * The condition that a string states, or the problem with it as a sentence for the user, with what is
 * allowed. Never throws.
 *
 * A version alone is a prefix: `7` holds for 7 and 7.9, not for 70. With operators it is a range:
 * `>=20.04 <24.04`, `>=7, <8`, `=22.04`.
 */
export function parseVersionCondition(
  text: string,
): VersionCondition | { readonly problem: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: `The version is empty. ${ALLOWED}` };
  if (/[<>=!~^|]/.test(trimmed)) return parseRange(trimmed);
  const version = normalizedVersion(trimmed);
  if (version !== undefined) return { kind: 'prefix', version };
  const wildcard = /^(.*?)\.[*x]$/i.exec(trimmed)?.[1];
  const start = wildcard === undefined ? undefined : normalizedVersion(wildcard);
  return {
    problem:
      start === undefined
        ? `"${trimmed}" is not a valid version. ${ALLOWED}`
        : `"${trimmed}" is not a valid version. Write "${start}": it matches everything that begins with it.`,
  };
}
