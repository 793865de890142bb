/** A query ready to be applied: one flat set of conditions per alternative, defaults filled in. */
import type { AppliedDefault } from './answer.generated';
import { NO_TABLES, type CloudTables, type TargetFacts } from './cloud-tables';
import { fillDefaults } from './plain-query';
import type { ImageAlternative, ImageQuery } from './query.generated';
import { parseTarget, printTarget, type Target } from './target';
import { OWNERS, type Order, type VariantCondition } from './words';

/** What is asked of one listing: an alternative's conditions over the query's, with defaults. */
export interface Criteria extends ImageAlternative {
  /** Undefined: any owner, which is the default for explicit ids only. */
  readonly owners: readonly string[] | undefined;
  /** What the clouds' tables say about these conditions in a target. */
  readonly factsIn: (target: Target) => TargetFacts;
  readonly status: NonNullable<ImageAlternative['status']>;
  readonly includeDeprecated: boolean;
  readonly variants: VariantCondition;
  readonly order: Order;
  /** Which image of each target, counted from 1. Absent: all of them. */
  readonly pick?: number | undefined;
  /** Which of these values are defaults, and why. */
  readonly defaults: readonly AppliedDefault[];
}

/** The targets of a valid query. */
export function targetsOf(query: ImageQuery): readonly Target[] {
  const targets = (query.targets ?? []).map((text) => parseTarget(text));
  return targets.filter((parsed): parsed is Target => !('problem' in parsed));
}

/** The criteria of a valid query, one per alternative in order, or one alone without `anyOf`. */
export function criteriaOf(
  query: ImageQuery,
  tables: CloudTables = NO_TABLES,
): readonly Criteria[] {
  const { targets: _targets, anyOf, optional: _optional, sameBuild: _same, ...shared } = query;
  return (anyOf ?? [{}]).map((alternative) => withDefaults({ ...shared, ...alternative }, tables));
}

function withDefaults(conditions: ImageAlternative, tables: CloudTables): Criteria {
  const { applied, ...filled } = fillDefaults(conditions);
  const known = new Map<string, TargetFacts>();
  // Every image asks, and nearly always one of the same target as the one before.
  let latest: { readonly target: Target; readonly facts: TargetFacts } | undefined;
  return {
    ...conditions,
    ...filled,
    factsIn: (target) => {
      const { cloud, region } = target;
      if (latest?.target.cloud === cloud && latest.target.region === region) return latest.facts;
      const key = printTarget(target);
      const facts =
        known.get(key) ?? factsOf({ ...conditions, owners: filled.owners ?? [] }, target, tables);
      known.set(key, facts);
      latest = { target: { cloud, region }, facts };
      return facts;
    },
    status: conditions.status ?? 'available',
    pick: conditions.nth ?? (conditions.mostRecent === true ? 1 : undefined),
    defaults: applied,
  };
}

function factsOf(
  { owners = [], distro, instanceType }: ImageAlternative,
  target: Target,
  tables: CloudTables,
): TargetFacts {
  return {
    accounts: owners.flatMap((owner) => {
      if ((OWNERS as readonly string[]).includes(owner)) return [];
      // A publisher's name may also be the name of a stranger's project.
      return tables.publishers.includes(owner) ? tables.accountsOf(owner, target) : [owner];
    }),
    official: tables.officialIn(target, distro),
    architecture:
      instanceType === undefined ? undefined : tables.architectureOf(instanceType, target),
  };
}
