/** Why nothing matched: the values and names that were near. Computed only when there is no match. */
import type { ExplanationStep, Image } from './answer.generated';
import type { Criteria } from './criteria';
import type { Condition } from './match';
import { literalText } from './name-expression';
import { nearestNames } from './nearest';

/** How many values or names a hint shows. */
const SHOWN = 5;

interface Failure {
  readonly criteria: Criteria;
  readonly conditions: readonly Condition[];
  readonly listed: readonly Image[];
  readonly matching: readonly Image[];
  readonly steps: readonly ExplanationStep[];
}

/** Sentences for people, the most telling first. */
export function hintsFor(failure: Failure): readonly string[] {
  const { conditions, criteria, listed, matching, steps } = failure;
  if (listed.length === 0) return ['The API lists no images here at all.'];
  if (matching.length > 0) {
    return matching.length === 1
      ? [`1 image matches, so there is no number ${criteria.pick}.`]
      : [`${matching.length} images match, so there is no number ${criteria.pick} among them.`];
  }
  if (steps.at(-1)?.condition === 'sameBuild(true)' && (steps.at(-2)?.left ?? 0) > 0) {
    return ['Images match here, but no build of them is in every region of this cloud.'];
  }
  const last = conditions[steps.findIndex((step) => step.left === 0)];
  return [...lastStep(failure), ...nearMisses(failure, last)];
}

/** What the condition that removed the last images saw. */
function lastStep({ criteria, conditions, listed, steps }: Failure): readonly string[] {
  const at = steps.findIndex((step) => step.left === 0);
  const condition = conditions[at];
  const step = steps[at];
  if (condition === undefined || step === undefined) return [];
  const before = listed.filter((image) =>
    conditions.slice(0, at).every((earlier) => earlier.test(image) === 'pass'),
  );
  const unknown =
    step.unknown === 0 ? '' : ` (for ${step.unknown} of them the value is not known here)`;
  const seen = whatWasSeen(criteria, condition, before);
  return [`${condition.label} removed the last ${step.removed}${unknown}${seen}.`];
}

/** Images that fail one condition alone, other than the last: changing that one is enough. */
function nearMisses(
  { criteria, conditions, listed }: Failure,
  last: Condition | undefined,
): readonly string[] {
  return conditions.flatMap((condition) => {
    if (condition === last) return [];
    const others = conditions.filter((other) => other !== condition);
    const misses = listed.filter((image) => others.every((other) => other.test(image) === 'pass'));
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
