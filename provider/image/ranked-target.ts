/** What stands between the listing of a target and the choice. */
import type { ExplanationStep, Image, ImageWarning } from './answer.generated';
import type { Condition } from './conditions';
import type { Target } from './target';

/** The images that a target lists. */
export interface TargetListing {
  readonly target: Target;
  readonly images: readonly Image[];
  /** What only the API could judge and was sent, such as `instanceType(ecs.g7.large)`. */
  readonly scope?: string | undefined;
  /** What is listed without the scope. Given where the scope left nothing. */
  readonly withoutScope?: readonly Image[] | undefined;
  /** False where the cloud reports no creation time for any image. */
  readonly reportsTimes?: boolean | undefined;
  /** Where the listing comes from the cache: when the cloud gave it. RFC 3339 instant in UTC. */
  readonly listedAt?: string | undefined;
  /** What people should know about how it was listed. */
  readonly warnings?: readonly ImageWarning[] | undefined;
}

/** A target's images that pass every condition, in no order, with the filter steps that led there. */
export interface FilteredTarget {
  readonly listing: TargetListing;
  readonly matching: readonly Image[];
  readonly steps: readonly ExplanationStep[];
  /** The conditions that were applied, in order. */
  readonly conditions: readonly Condition[];
}
