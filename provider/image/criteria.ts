/** A query made ready to be asked: one flat set of conditions per alternative, defaults filled in. */
import type { ImageAlternative, ImageQuery } from './query.generated';
import { parseTarget, type Target } from './target';
import type { Order, VariantCondition } from './words';

/** What is asked of one listing: an alternative's conditions over the query's, with defaults. */
export interface Criteria extends ImageAlternative {
  readonly owners: readonly string[];
  /** The accounts behind the publishers that `owners` names. */
  readonly accounts: readonly Account[];
  readonly status: NonNullable<ImageAlternative['status']>;
  readonly includeDeprecated: boolean;
  readonly variants: VariantCondition;
  readonly order: Order;
  /** Which image of each target, counted from 1. Absent: all of them. */
  readonly pick?: number | undefined;
}

/** One publisher's account in one cloud. */
export interface Account {
  readonly cloud: string;
  readonly id: string;
}

/** Publishers by name. */
export type Publishers = Readonly<Record<string, readonly Account[]>>;

/** The owners that take part unless a query says otherwise: never a stranger. */
export const DEFAULT_OWNERS = ['public', 'self'] as const;

/** The targets of a sound query. */
export function targetsOf(query: ImageQuery): readonly Target[] {
  const targets = (query.targets ?? []).map((text) => parseTarget(text));
  return targets.filter((parsed): parsed is Target => !('mistake' in parsed));
}

/** The criteria of a sound query, one per alternative in order, or one alone without `anyOf`. */
export function criteriaOf(query: ImageQuery, publishers: Publishers = {}): readonly Criteria[] {
  const { targets: _targets, anyOf, optional: _optional, sameBuild: _same, ...shared } = query;
  return (anyOf ?? [{}]).map((alternative) =>
    withDefaults({ ...shared, ...alternative }, publishers),
  );
}

function withDefaults(conditions: ImageAlternative, publishers: Publishers): Criteria {
  const asksForOs = conditions.distro !== undefined || conditions.osVersion !== undefined;
  const asksByName =
    conditions.name !== undefined ||
    conditions.nameRegex !== undefined ||
    conditions.imageIds !== undefined;
  const owners = conditions.owners ?? DEFAULT_OWNERS;
  return {
    ...conditions,
    owners,
    accounts: owners.flatMap((owner) =>
      Object.hasOwn(publishers, owner) ? (publishers[owner] ?? []) : [],
    ),
    status: conditions.status ?? 'available',
    includeDeprecated: conditions.includeDeprecated ?? false,
    variants: conditions.variants ?? (asksForOs && !asksByName ? 'base' : 'any'),
    order: conditions.order ?? 'recent',
    pick: conditions.nth ?? (conditions.mostRecent === true ? 1 : undefined),
  };
}
