/** Choosing: conditions, order and pick over the listings of one or more targets. Pure. */
import type { ExplanationStep, Image, ImageWarning, TargetExplanation } from './answer.generated';
import type { RankedTarget } from './ranked-target';
import { pickSameBuild } from './same-build';
import type { Criteria } from './criteria';
import { conditionsOf, type Condition } from './match';
import { hintsFor } from './hints';
import { instantOf } from './instant';
import { compareImages, decidingRule, recencyBasis } from './order';
import { printTarget, type Target } from './target';

/** The images that a target lists. */
export interface TargetListing {
  readonly target: Target;
  readonly images: readonly Image[];
}

/** What was chosen for one target, and how. */
export interface TargetSelection {
  readonly target: Target;
  /** The chosen images in the order; empty: no match. */
  readonly images: readonly Image[];
  readonly explanation: TargetExplanation;
}

export interface Selection {
  readonly targets: readonly TargetSelection[];
  readonly warnings: readonly ImageWarning[];
}

export interface SelectOptions {
  /** The instant at which `minAge` is judged. Milliseconds since 1970. */
  readonly nowMs: number;
  /** One and the same build in every target of a cloud. */
  readonly sameBuild?: boolean | undefined;
}

/** Chooses from listings. The same listings in any order give the same selection. */
export function select(
  criteria: Criteria,
  listings: readonly TargetListing[],
  options: SelectOptions,
): Selection {
  const conditions = conditionsOf(criteria, options.nowMs);
  const ranked = listings.map((listing) => rank(listing, criteria, conditions));
  const common = options.sameBuild === true ? pickSameBuild(criteria.order, ranked) : undefined;
  const candidates = common?.targets ?? ranked;
  const targets = candidates.map((candidate) => choose(candidate, criteria, conditions));
  return {
    targets,
    warnings: [
      ...(common?.warnings ?? []),
      ...targets.flatMap((selection, index) =>
        warningsFor(selection, candidates[index]?.matching ?? [], criteria),
      ),
    ],
  };
}

function rank(
  { target, images }: TargetListing,
  criteria: Criteria,
  conditions: readonly Condition[],
): RankedTarget {
  const steps: ExplanationStep[] = [];
  let left = images;
  for (const condition of conditions) {
    const before = left.length;
    let unknown = 0;
    left = left.filter((image) => {
      const verdict = condition.test(image);
      if (verdict === 'unknown') unknown += 1;
      return verdict === 'pass';
    });
    const removed = before - left.length;
    steps.push({ condition: condition.label, removed, unknown, left: left.length });
  }
  const matching = left.toSorted(compareImages(criteria.order));
  return { target, listed: images, matching, steps };
}

function choose(
  { target, listed, matching, steps }: RankedTarget,
  criteria: Criteria,
  conditions: readonly Condition[],
): TargetSelection {
  const { pick } = criteria;
  const images = pick === undefined ? matching : matching.slice(pick - 1, pick);
  const [chosen] = images;
  const runnerUp = matching[pick ?? 1];
  const explanation: TargetExplanation = {
    target: printTarget(target),
    listed: listed.length,
    steps,
    ...(chosen === undefined
      ? { hints: hintsFor({ criteria, conditions, listed, matching, steps }) }
      : {
          chosenId: chosen.id,
          chosenName: chosen.name,
          basis: recencyBasis(criteria.order, chosen),
          hints: [],
        }),
    ...(chosen === undefined || runnerUp === undefined
      ? {}
      : {
          runnerUpId: runnerUp.id,
          runnerUpName: runnerUp.name,
          decidedBy: decidingRule(criteria.order, chosen, runnerUp),
        }),
  };
  return { target, images, explanation };
}

function warningsFor(
  { target, images }: TargetSelection,
  candidates: readonly Image[],
  criteria: Criteria,
): readonly ImageWarning[] {
  const [chosen] = images;
  if (chosen === undefined) return [];
  const place = printTarget(target);
  const warnings: ImageWarning[] = [];
  const warn = (code: string, message: string): void => {
    warnings.push({ code, target: place, message });
  };
  if (chosen.deprecated === true) {
    const why = candidates.every((image) => image.deprecated === true)
      ? 'Only deprecated images match'
      : 'The images before it were passed over';
    warn(
      'deprecated-image',
      `${why}; ${chosen.id} (${chosen.name}) is deprecated, and was chosen since includeDeprecated allows it. Plan to move to a live one.`,
    );
  }
  if (criteria.pick === undefined) return warnings;
  const bases = new Set(candidates.map((image) => instantOf(image)?.basis ?? 'none'));
  if (bases.size > 1) {
    const timeless = candidates.filter((image) => instantOf(image) === undefined).length;
    warn(
      'mixed-recency',
      `The newest of ${candidates.length} images was chosen although they are not dated alike: ${
        timeless > 0
          ? `${timeless} ${timeless === 1 ? 'has no known time and was' : 'have no known time and were'} placed last`
          : 'some by creation time, some by the build date in their names'
      }. Narrow the query by name, version or owner where that matters.`,
    );
  }
  if (criteria.owners.includes('public') && chosen.owner !== 'public') {
    const who = chosen.ownerId === undefined ? '' : ` (account ${chosen.ownerId})`;
    warn(
      'not-public',
      `${chosen.id} (${chosen.name}) is not the cloud's own image: its owner is ${chosen.owner ?? 'unknown'}${who}. Set owners to ["public"] where only the cloud's own will do.`,
    );
  }
  return warnings;
}
