/** Why nothing matched: the values and names that were near. Computed only when there is no match. */
import type { ExplanationStep, Image } from './answer.generated';
import type { Condition } from './conditions';
import { matches } from './conditions';
import type { Criteria } from './criteria';
import { literalText } from './name-expression';
import { nearestNames } from './nearest';
import { countImages } from './print-image';
import type { TargetListing } from './ranked-target';
import { SAME_BUILD_STEP } from './same-build';
import { printTarget } from './target';

/** How many values or names a hint shows. */
const SHOWN = 5;

interface Failure {
  readonly criteria: Criteria;
  readonly conditions: readonly Condition[];
  readonly listing: TargetListing;
  readonly matching: readonly Image[];
  readonly steps: readonly ExplanationStep[];
}

/** Sentences for people, the most telling first. */
export function hintsFor(failure: Failure): readonly string[] {
  const { conditions, criteria, listing, matching, steps } = failure;
  if (listing.withoutScope !== undefined) return scopeHints(failure, listing.withoutScope);
  if (listing.images.length === 0) {
    return noOfficialAccount(failure) ?? ['The API lists no images here at all.'];
  }
  if (matching.length > 0) {
    const match = matching.length === 1 ? '1 image matches' : `${matching.length} images match`;
    return [`${match}, so nth = ${criteria.pick} is out of range.`];
  }
  if (steps.at(-1)?.condition === SAME_BUILD_STEP && (steps.at(-2)?.left ?? 0) > 0) {
    return ['Images match here, but no build of them is in every region of this cloud.'];
  }
  const last = lastCondition(failure);
  return [
    ...lastStep(failure, last),
    ...timeHints(failure, last),
    ...nearMisses(criteria, conditions, listing.images, last),
  ];
}

/** Where only certain accounts publish official images, and none of them publishes the distribution. */
function noOfficialAccount({ criteria, listing }: Failure): readonly string[] | undefined {
  const { owners, distro, factsIn } = criteria;
  const isMissing = factsIn(listing.target).official?.length === 0;
  if (!isMissing || owners?.includes('public') !== true) return undefined;
  return [
    `No official publisher of ${distro ?? 'images'} is known at ${printTarget(listing.target)}. To use an account that you trust, add its id to owners.`,
  ];
}

/** What there is without the instance type or the native parameters that left nothing. */
function scopeHints({ listing, conditions }: Failure, images: readonly Image[]): readonly string[] {
  const { scope = '' } = listing;
  if (images.length === 0) {
    return [`The API lists no images here at all, also without ${scope}.`];
  }
  const count = images.filter((image) => matches(image, conditions)).length;
  const others = conditions.length === 0 ? '' : `, ${count} of which pass the other conditions`;
  return [
    `${scope} left no image. Without it, the API lists ${countImages(images.length)}${others}.`,
  ];
}

/** The condition after which nothing was left, and its place in the filter steps. */
function lastCondition({ conditions, listing, steps }: Failure): {
  readonly condition: Condition | undefined;
  readonly at: number;
} {
  const ahead = listing.scope === undefined ? 0 : 1;
  const at = steps.slice(ahead).findIndex((step) => step.left === 0);
  return { condition: conditions[at], at };
}

type Last = ReturnType<typeof lastCondition>;

/** What the condition that removed the last images saw. */
function lastStep(failure: Failure, { condition, at }: Last): readonly string[] {
  const { criteria, conditions, listing } = failure;
  if (condition === undefined) return [];
  const before = listing.images.filter((image) => matches(image, conditions.slice(0, at)));
  const unknown = before.filter((image) => condition.test(image) === 'unknown').length;
  const notKnown = unknown === 0 ? '' : ` (for ${unknown} of them the value is not known here)`;
  const seen = whatWasSeen(criteria, condition, before);
  return [`${condition.label} removed the last ${before.length}${notKnown}${seen}.`];
}

const TIME_FIELDS: readonly string[] = ['createdAfter', 'createdBefore', 'minAge'];

/** What to use in place of a condition on the time where no time is known. */
function timeHints({ listing, conditions }: Failure, { condition, at }: Last): readonly string[] {
  if (condition === undefined || !TIME_FIELDS.includes(condition.field)) return [];
  const before = listing.images.filter((image) => matches(image, conditions.slice(0, at)));
  const timeless = before.filter((image) => condition.test(image) === 'unknown').length;
  const { target, reportsTimes } = listing;
  if (reportsTimes !== false && timeless < before.length) return [];
  const instead = 'osVersion, nameRegex, excludeIds or nth, or a pin';
  const { field } = condition;
  return [
    reportsTimes === false
      ? `${target.cloud} reports no creation times: ${field} goes by the build date in an id or name, where there is one. Use ${instead} instead.`
      : `${printTarget(target)} reports no creation time for these images, and their names hold no build date. Leave ${field} out for this target and use ${instead} instead.`,
  ];
}

/** Images that fail one condition alone, other than the last: changing that one is enough. */
function nearMisses(
  criteria: Criteria,
  conditions: readonly Condition[],
  listed: readonly Image[],
  { condition: last }: Last,
): readonly string[] {
  return conditions.flatMap((condition) => {
    if (condition === last) return [];
    const others = conditions.filter((other) => other !== condition);
    const misses = listed.filter((image) => matches(image, others));
    if (misses.length === 0) return [];
    const count = misses.length === 1 ? '1 image matches' : `${misses.length} images match`;
    const seen = whatWasSeen(criteria, condition, misses);
    return [`${count} everything but ${condition.label}${seen}.`];
  });
}

/** `; seen here: x86_64 (12)` or, where names were asked for, `; nearest names: "a", "b"`. */
function whatWasSeen(criteria: Criteria, condition: Condition, images: readonly Image[]): string {
  const wanted = wantedName(criteria, condition);
  if (wanted !== undefined) {
    const names = images.map((image) => image.name).filter((name) => name !== '');
    const near = nearestNames(wanted, names, SHOWN);
    return near.length === 0 ? '' : `; nearest names: ${quoted(near)}`;
  }
  const seen = valuesSeen(condition, images);
  return seen === '' ? '' : `; seen here: ${seen}`;
}

function wantedName(criteria: Criteria, condition: Condition): string | undefined {
  if (condition.field === 'name') return criteria.name;
  if (condition.field !== 'nameRegex' || criteria.nameRegex === undefined) return undefined;
  return literalText(criteria.nameRegex);
}

/** `x86_64 (12), arm64 (2)`: the most frequent first. */
function valuesSeen(condition: Condition, images: readonly Image[]): string {
  if (condition.seen === undefined) return '';
  const counts = new Map<string, number>();
  for (const image of images) {
    const value = condition.seen(image);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const shown = sorted.slice(0, SHOWN).map(([value, count]) => `${value} (${count})`);
  const more = sorted.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
