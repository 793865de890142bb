/** Choosing: conditions, order and pick over the listings of one or more targets. Pure. */
import { findAmbiguity, type Ambiguity } from './ambiguity';
import type {
  AppliedDefault,
  ExplanationStep,
  Image,
  ImageWarning,
  TargetExplanation,
} from './answer.generated';
import { conditionsIn, conditionsOf, type Condition } from './conditions';
import type { Criteria } from './criteria';
import { hintsFor } from './hints';
import { imageOrder, type ImageOrder } from './order';
import type { FilteredTarget, TargetListing } from './ranked-target';
import { pickSameBuild } from './same-build';
import { printTarget, type Target } from './target';
import { queryWarnings, targetWarnings } from './warnings';

export type { TargetListing } from './ranked-target';

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
  /** Which values were defaults, and why. */
  readonly defaults: readonly AppliedDefault[];
  /** Why the pick would be a guess. Then `targets` must not be used as an answer. */
  readonly ambiguity?: Ambiguity | undefined;
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
  { nowMs, sameBuild = false }: SelectOptions,
): Selection {
  const shared = conditionsOf(criteria, nowMs);
  const order = imageOrder(criteria.order);
  const filtered = listings.map((listing) =>
    filter(listing, [...shared, ...conditionsIn(criteria, listing.target)]),
  );
  const common = sameBuild ? pickSameBuild(order, filtered) : undefined;
  const candidates = common?.targets ?? filtered;
  const choices = candidates.map((candidate) => choose(candidate, criteria, order));
  const targets = choices.map(({ selection }) => selection);
  const isPick = sameBuild || criteria.pick !== undefined;
  const matching = filtered.flatMap((target) => target.matching);
  return {
    targets,
    warnings: [
      ...(common?.warnings ?? []),
      ...queryWarnings({ criteria, isPick, matching, chosen: targets.map(({ images }) => images) }),
      ...choices.flatMap((choice, index) =>
        targetWarnings({
          ...choice.selection,
          ...choice,
          criteria,
          order,
          nowMs,
          candidates: candidates[index]?.matching ?? [],
        }),
      ),
    ],
    defaults: criteria.defaults,
    ambiguity: isPick ? findAmbiguity(criteria, matching, order) : undefined,
  };
}

/**
 * Applies the conditions in their order. Image by image, not condition by condition: of many images
 * each is read from memory once.
 */
function filter(listing: TargetListing, conditions: readonly Condition[]): FilteredTarget {
  const counts = conditions.map(() => ({ removed: 0, unknown: 0 }));
  const matching = listing.images.filter((image) => {
    for (let i = 0; i < conditions.length; i += 1) {
      const verdict = conditions[i]?.test(image);
      if (verdict === 'pass') continue;
      const count = counts[i];
      if (count !== undefined) {
        count.removed += 1;
        if (verdict === 'unknown') count.unknown += 1;
      }
      return false;
    }
    return true;
  });

  const steps: ExplanationStep[] = [];
  if (listing.scope !== undefined) steps.push(scopeStep(listing, listing.scope));
  let left = listing.images.length;
  for (const [i, { removed, unknown }] of counts.entries()) {
    left -= removed;
    steps.push({ condition: conditions[i]?.label ?? '', removed, unknown, left });
  }
  return { listing, matching, steps, conditions };
}

/** What only the API can judge comes first: the listing holds what it left. */
function scopeStep({ images, withoutScope }: TargetListing, condition: string): ExplanationStep {
  return withoutScope === undefined
    ? { condition, removed: 0, unknown: 0, left: images.length, byApi: true }
    : { condition, removed: withoutScope.length, unknown: 0, left: 0 };
}

/** A target's choice, with those beside it in the order. */
interface Choice {
  readonly selection: TargetSelection;
  readonly before: Image | undefined;
  readonly runnerUp: Image | undefined;
}

function choose(filtered: FilteredTarget, criteria: Criteria, order: ImageOrder): Choice {
  const { listing, matching, steps } = filtered;
  const { pick } = criteria;
  const inOrder = pick === undefined ? order.sorted(matching) : order.first(matching, pick + 1);
  const images = pick === undefined ? inOrder : inOrder.slice(pick - 1, pick);
  const [chosen] = images;
  const runnerUp = inOrder[pick ?? 1];
  const explanation: TargetExplanation = {
    target: printTarget(listing.target),
    listed: (listing.withoutScope ?? listing.images).length,
    ...(listing.listedAt === undefined ? {} : { listedAt: listing.listedAt }),
    steps,
    ...(chosen === undefined
      ? { hints: hintsFor({ criteria, ...filtered }) }
      : {
          chosenId: chosen.id,
          chosenName: chosen.name,
          basis: order.basisOf(chosen),
          hints: [],
        }),
    ...(chosen === undefined || runnerUp === undefined
      ? {}
      : {
          runnerUpId: runnerUp.id,
          runnerUpName: runnerUp.name,
          decidedBy: order.decidingRule(chosen, runnerUp),
        }),
  };
  const before = pick === undefined ? undefined : inOrder[pick - 2];
  return { selection: { target: listing.target, images, explanation }, before, runnerUp };
}
