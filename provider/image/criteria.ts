/** A query ready to be applied: one flat set of conditions per alternative, defaults filled in. */
import type { AppliedDefault } from './answer.generated';
import { fillDefaults } from './plain-query';
import type { ImageAlternative, ImageQuery } from './query.generated';
import { parseTarget, type Target } from './target';
import type { Order, VariantCondition } from './words';

/** What is asked of one listing: an alternative's conditions over the query's, with defaults. */
export interface Criteria extends ImageAlternative {
  /** Undefined: any owner, which is the default for explicit ids only. */
  readonly owners: readonly string[] | undefined;
  /** The accounts behind the publishers that `owners` names. */
  readonly accounts: readonly Account[];
  readonly status: NonNullable<ImageAlternative['status']>;
  readonly includeDeprecated: boolean;
  readonly variants: VariantCondition;
  readonly order: Order;
  /** Which image of each target, counted from 1. Absent: all of them. */
  readonly pick?: number | undefined;
  /** Which of these values are defaults, and why. */
  readonly defaults: readonly AppliedDefault[];
}

/** One publisher's account in one cloud. */
export interface Account {
  readonly cloud: string;
  readonly id: string;
}

/** Publishers by name. */
export type Publishers = Readonly<Record<string, readonly Account[]>>;

/** The targets of a valid query. */
export function targetsOf(query: ImageQuery): readonly Target[] {
  const targets = (query.targets ?? []).map((text) => parseTarget(text));
  return targets.filter((parsed): parsed is Target => !('problem' in parsed));
}

/** The criteria of a valid query, one per alternative in order, or one alone without `anyOf`. */
export function criteriaOf(query: ImageQuery, publishers: Publishers = {}): readonly Criteria[] {
  const { targets: _targets, anyOf, optional: _optional, sameBuild: _same, ...shared } = query;
  return (anyOf ?? [{}]).map((alternative) =>
    withDefaults({ ...shared, ...alternative }, publishers),
  );
}

function withDefaults(conditions: ImageAlternative, publishers: Publishers): Criteria {
  const { applied, ...filled } = fillDefaults(conditions);
  return {
    ...conditions,
    ...filled,
    accounts: (filled.owners ?? []).flatMap((owner) =>
      Object.hasOwn(publishers, owner) ? (publishers[owner] ?? []) : [],
    ),
    status: conditions.status ?? 'available',
    pick: conditions.nth ?? (conditions.mostRecent === true ? 1 : undefined),
    defaults: applied,
  };
}
