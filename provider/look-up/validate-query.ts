/** A query that can be asked: checked as a whole, by itself and by the clouds it names. */
import {
  isAccount,
  nativeProblems,
  scopeIssue,
  targetIssue,
  unsupportedBy,
} from '../clouds/definition/check-for-cloud';
import { isObject } from '../clouds/definition/field-readers';
import { CLOUDS } from '../clouds/index';
import type { ImageError, Issue } from '../errors/image-error';
import { problemsError } from '../errors/problems';
import type { CloudTables } from '../image/cloud-tables';
import { criteriaOf, targetsOf } from '../image/criteria';
import { checkQuery, readValidQuery } from '../image/query';
import type { ImageAlternative, ImageQuery } from '../image/query.generated';
import { parseTarget, printTarget } from '../image/target';

/** What the configuration adds to every query. */
export interface QueryDefaults {
  /** Where queries without targets look. */
  readonly defaultTargets: readonly string[];
  /** What the clouds' tables and the configuration say about owners and instance types. */
  readonly tables: CloudTables;
}

/**
 * The query when it is sound.
 *
 * @throws ImageError with every problem at once, those that only a cloud sees included
 */
export function validQuery(defaults: QueryDefaults, input: unknown): ImageQuery {
  const { tables } = defaults;
  const problems: Issue[] = [
    ...checkQuery(input, { publishers: tables.publishers, isAccount: accountsOf(input, defaults) }),
  ];
  if (problems.some(({ path }) => path.length === 0)) throw refusal(problems);

  const query = readValidQuery(input);
  const targets = query.targets ?? defaults.defaultTargets;
  if (targets.length === 0 && query.targets === undefined) {
    problems.push({
      path: ['targets'],
      message:
        'No target is given, neither in the query nor in the configuration. Name one or more, such as ["alicloud/cn-hangzhou"].',
    });
  }
  // The clouds read only these three; where one of them is broken, they have nothing to add.
  const isBroken = problems.some(({ path: [field = ''] }) => CLOUDS_READ.includes(`${field}`));
  if (isBroken) throw refusal(problems);
  const complete: ImageQuery = { ...query, targets: [...new Set(targets)] };
  problems.push(...targetIssues(complete), ...nativeIssues(complete));
  if (problems.length === 0) problems.push(...scopeIssues(complete, tables));
  const unsupported = unansweredIssues(complete);
  if (problems.length > 0) throw refusal([...problems, ...unsupported]);
  if (unsupported.length > 0) throw refusal(unsupported, 'unsupported-filter');
  return complete;
}

const CLOUDS_READ = ['targets', 'native', 'anyOf'];

/** Whether a string is an account in one of the clouds where the query looks. */
function accountsOf(input: unknown, { defaultTargets }: QueryDefaults): (text: string) => boolean {
  const given = isObject(input) ? input['targets'] : undefined;
  const texts: readonly unknown[] = Array.isArray(given) ? given : defaultTargets;
  const targets = texts.flatMap((text) => (typeof text === 'string' ? [parseTarget(text)] : []));
  const clouds = targets.flatMap((target) => ('problem' in target ? [] : [CLOUDS[target.cloud]]));
  const definitions = clouds.length === 0 ? Object.values(CLOUDS) : clouds;
  return (text) => definitions.some((definition) => isAccount(definition, text));
}

/** What a cloud cannot list as a whole. */
function scopeIssues(query: ImageQuery, tables: CloudTables): readonly Issue[] {
  return criteriaOf(query, tables).flatMap((criteria, index) =>
    targetsOf(query).flatMap((target) => {
      const message = scopeIssue(CLOUDS[target.cloud], criteria, target);
      const path = query.anyOf === undefined ? ['owners'] : ['anyOf', index, 'owners'];
      return message === undefined ? [] : [{ path, message }];
    }),
  );
}

/** A query's own conditions and those of its alternatives, with where they stand. */
function conditionSets({ anyOf, ...shared }: ImageQuery) {
  const alternatives = (anyOf ?? []).map((conditions, index) => ({
    conditions,
    path: ['anyOf', index],
  }));
  return [{ conditions: shared, path: [] }, ...alternatives];
}

function nativeIssues(query: ImageQuery): readonly Issue[] {
  const clouds = [...new Set(targetsOf(query).map(({ cloud }) => cloud))];
  return conditionSets(query).flatMap(({ conditions, path }) =>
    clouds.flatMap((cloud) =>
      nativeProblems(CLOUDS[cloud], conditions, path, ownersOf(query, conditions)),
    ),
  );
}

/** The owners of a set of conditions; those of alternatives may differ from the query's own. */
function ownersOf(query: ImageQuery, { owners = query.owners }: ImageAlternative) {
  const differ = query.anyOf?.some((alternative) => alternative.owners !== undefined) ?? false;
  return owners === query.owners && differ ? 'unknown' : owners;
}

function targetIssues(query: ImageQuery): readonly Issue[] {
  return targetsOf(query).flatMap((target) => {
    const message = targetIssue(CLOUDS[target.cloud], target.region);
    return message === undefined ? [] : [{ path: ['targets'], message }];
  });
}

function unansweredIssues(query: ImageQuery): readonly Issue[] {
  return conditionSets(query).flatMap(({ conditions, path }) =>
    targetsOf(query).flatMap((target) =>
      unsupportedBy(CLOUDS[target.cloud], conditions, printTarget(target), path),
    ),
  );
}

/** The error of a query that cannot be asked. */
export function refusal(
  issues: readonly Issue[],
  code: 'invalid-query' | 'unsupported-filter' = 'invalid-query',
): ImageError {
  return problemsError(code, 'the query', issues);
}
