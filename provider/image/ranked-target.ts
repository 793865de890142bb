/** What stands between the listing of a target and the choice. */
import type { ExplanationStep, Image } from './answer.generated';
import type { Target } from './target';

/** A target's images that pass every condition, in the order, with the funnel that led there. */
export interface RankedTarget {
  readonly target: Target;
  readonly listed: readonly Image[];
  readonly matching: readonly Image[];
  readonly steps: readonly ExplanationStep[];
}
