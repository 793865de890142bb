/**
 * The naive second implementation: which images a query means, from the text of the design alone. It
 * shares no code with the product, is slow and plain on purpose, and says every outcome that fits.
 */
import type { CloudId } from '../../simulator/index';
import { naturally, versionKey, versionMatches } from './judge-text';
import type { Conditions, Query } from './query';
import type { Truth } from './truth';
import { vocabularyOf } from './vocabulary/index';

/** What a look-up comes to: images by target and id in order, or an error by its code. */
export type Outcome =
  | { readonly kind: 'images'; readonly ids: readonly string[] }
  | { readonly kind: 'error'; readonly code: string };

/** The images of a target, as seen by one of the alternatives. */
export type Listings = (target: string, alternative: number) => readonly Truth[];

/** Every outcome that is right. More than one where the design leaves open which problem is told first. */
export function judge(query: Query, listings: Listings, nowMs: number): readonly Outcome[] {
  const { targets, anyOf, optional, ...shared } = query;
  const alternatives = (anyOf ?? [{}]).map((own) => withDefaults({ ...shared, ...own }));
  if (alternatives.some((one) => isUnsupported(one, targets))) return [error('unsupported-filter')];

  const outcomes: Outcome[] = [];
  const partial: Outcome[] = [];
  for (const [index, conditions] of alternatives.entries()) {
    const passing = targets.map((target) => {
      const truths = listings(target, index).filter((truth) => passes(truth, conditions, nowMs));
      return { target, truths: truths.toSorted((a, b) => compare(a, b, conditions)) };
    });
    const picked = passing.map(({ target, truths }) => ({
      target,
      truths: pick(truths, conditions),
    }));
    const found: Outcome = {
      kind: 'images',
      ids: picked.flatMap(({ target, truths }) => truths.map(({ id }) => `${target} ${id}`)),
    };
    const isComplete = picked.every(({ truths }) => truths.length > 0);
    const isAmbiguous = ambiguous(
      passing.flatMap(({ truths }) => truths),
      conditions,
    );
    if (isComplete) return [...outcomes, isAmbiguous ? error('ambiguous-match') : found];
    // Whether a guess is told before a lack is left open.
    if (isAmbiguous) outcomes.push(error('ambiguous-match'));
    partial.push(found);
  }
  if (optional !== true) return [...outcomes, error('no-match')];
  const best = partial.find((one) => one.kind === 'images' && one.ids.length > 0) ?? partial[0];
  return best === undefined ? outcomes : [...outcomes, best];
}

/** The image that an id names, whatever its owner, state and deprecation. */
export function judgeId(id: string, truths: readonly Truth[]): Outcome {
  const found = truths.find((truth) => truth.id === id);
  return { kind: 'images', ids: found === undefined ? [] : [id] };
}

function error(code: string): Outcome {
  return { kind: 'error', code };
}

/** Conditions with the defaults of the design's table. */
interface Complete extends Conditions {
  /** Absent: everybody's. */
  readonly owners?: readonly string[];
  readonly variants: 'base' | 'any';
  readonly order: 'version' | 'recent';
}

function withDefaults(given: Conditions): Complete {
  const { imageIds, name, nameRegex, owners } = given;
  if (imageIds !== undefined) {
    return {
      ...given,
      includeDeprecated: given.includeDeprecated ?? true,
      variants: given.variants ?? 'any',
      order: given.order ?? 'recent',
    };
  }
  const isPlain =
    (given.distro !== undefined || given.osVersion !== undefined) &&
    given.family === undefined &&
    given.tags === undefined &&
    (owners === undefined || owners.includes('public'));
  const asksByName = name !== undefined || nameRegex !== undefined;
  return {
    ...given,
    owners: owners ?? (isPlain ? ['public'] : ['public', 'self']),
    variants: given.variants ?? (isPlain && !asksByName ? 'base' : 'any'),
    order: given.order ?? (isPlain ? 'version' : 'recent'),
  };
}

function isUnsupported(conditions: Conditions, targets: readonly string[]): boolean {
  return targets.some((target) => {
    const { answers } = vocabularyOf(target.split('/')[0] as CloudId);
    return (['family', 'tags', 'cloudInit'] as const).some(
      (field) => conditions[field] !== undefined && !answers[field],
    );
  });
}

function passes(truth: Truth, wanted: Complete, nowMs: number): boolean {
  const same = <K extends keyof Truth & keyof Conditions>(field: K): boolean =>
    wanted[field] === undefined || (truth[field] as unknown) === wanted[field];
  const status = wanted.status ?? 'available';
  const instant = instantOf(truth);
  const inTime = (holds: (ms: number) => boolean): boolean =>
    instant !== undefined && holds(instant);
  return (
    (wanted.owners === undefined || isOwnedBy(truth, wanted.owners)) &&
    (status === 'any' || truth.status === status) &&
    (wanted.includeDeprecated === true || truth.deprecated !== true) &&
    (wanted.imageIds === undefined || wanted.imageIds.includes(truth.id)) &&
    same('osType') &&
    same('distro') &&
    same('architecture') &&
    same('bootMode') &&
    same('language') &&
    same('edition') &&
    same('family') &&
    same('cloudInit') &&
    same('name') &&
    (wanted.osVersion === undefined ||
      (truth.osVersion !== undefined && versionMatches(truth.osVersion, wanted.osVersion))) &&
    Object.entries(wanted.tags ?? {}).every(([key, value]) => truth.tags?.[key] === value) &&
    (wanted.nameRegex === undefined || expression(wanted.nameRegex).test(truth.name)) &&
    (wanted.createdAfter === undefined ||
      inTime((ms) => ms >= Date.parse(wanted.createdAfter ?? ''))) &&
    (wanted.createdBefore === undefined ||
      inTime((ms) => ms < Date.parse(wanted.createdBefore ?? ''))) &&
    (wanted.minAge === undefined ||
      inTime((ms) => nowMs - ms >= durationOf(wanted.minAge ?? ''))) &&
    (wanted.variants === 'any' || truth.variant === wanted.variants) &&
    !(wanted.excludeIds ?? []).includes(truth.id) &&
    (wanted.excludeNameRegex === undefined || !expression(wanted.excludeNameRegex).test(truth.name))
  );
}

/** An account's id means what it made and shares, not what it sells. */
function isOwnedBy({ owner, ownerId }: Truth, owners: readonly string[]): boolean {
  const isByAccount = owner === 'self' || owner === 'shared' || owner === 'community';
  return (
    (owner !== undefined && owners.includes(owner)) ||
    (isByAccount && ownerId !== undefined && owners.includes(ownerId))
  );
}

function expression(text: string): RegExp {
  return text.startsWith('(?i)') ? new RegExp(text.slice(4), 'i') : new RegExp(text);
}

function durationOf(text: string): number {
  const days = { d: 1, w: 7 }[text.slice(-1)] ?? Number.NaN;
  return Number(text.slice(0, -1)) * days * 86_400_000;
}

/** Creation, else the build date at midnight UTC. */
function instantOf({ createdAt, buildDate }: Truth): number | undefined {
  if (createdAt !== undefined) return Date.parse(createdAt);
  return buildDate === undefined ? undefined : Date.parse(`${buildDate}T00:00:00Z`);
}

function pick(truths: readonly Truth[], { mostRecent, nth }: Conditions): readonly Truth[] {
  if (nth === undefined && mostRecent !== true) return truths;
  return truths.slice((nth ?? 1) - 1, nth ?? 1);
}

/** A pick may not guess an architecture, nor by version a distribution. Ids name what they mean. */
function ambiguous(
  truths: readonly Truth[],
  { mostRecent, nth, imageIds, order }: Complete,
): boolean {
  if ((nth === undefined && mostRecent !== true) || imageIds !== undefined) return false;
  const known = (values: readonly (string | undefined)[]): number =>
    new Set(values.filter((value) => value !== undefined)).size;
  return (
    known(truths.map(({ architecture }) => architecture)) > 1 ||
    (order === 'version' && known(truths.map(({ distro }) => distro)) > 1)
  );
}

/** The order, rule by rule. Negative: `a` comes first. */
function compare(a: Truth, b: Truth, { order }: Complete): number {
  const byVersion = order === 'version';
  const system = [
    lastIfUnknown(a.distro, b.distro, (x, y) => (x < y ? -1 : x > y ? 1 : 0)),
    lastIfUnknown(a.osVersion, b.osVersion, (x, y) => -compareLists(versionKey(x), versionKey(y))),
  ];
  const flavor = [
    editionClass(a) - editionClass(b),
    languageClass(a) - languageClass(b),
    Number(a.bootMode === 'uefi') - Number(b.bootMode === 'uefi'),
  ];
  const rules = [
    Number(a.deprecated === true) - Number(b.deprecated === true),
    ...(byVersion ? [...system, ...flavor] : []),
    lastIfUnknown(instantOf(a), instantOf(b), (x, y) => y - x),
    ...(byVersion ? [] : system),
    a.oddWords - b.oddWords,
    -naturally(a.name, b.name),
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  ];
  return rules.find((rule) => rule !== 0) ?? 0;
}

function editionClass({ edition, osType }: Truth): number {
  if (edition === 'datacenter' || (edition === undefined && osType !== 'windows')) return 0;
  if (edition === 'standard') return 1;
  return edition === undefined ? 3 : 2;
}

function languageClass({ language }: Truth): number {
  return language === undefined || language === 'en' ? 0 : 1;
}

function lastIfUnknown<T>(
  a: T | undefined,
  b: T | undefined,
  rule: (a: T, b: T) => number,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return rule(a, b);
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
