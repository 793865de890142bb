/** Conditions with names: what a query asks of an image, one by one, in the order of the funnel. */
import type { Image } from './answer.generated';
import type { Criteria } from './criteria';
import { instantOf, parseDuration, parseInstant } from './instant';
import { compileNameExpression } from './name-expression';
import { matchesVersion, parseVersionCondition } from '../os-name/version';

/** `unknown`: the cloud does not tell the value. Such an image does not pass, and is counted apart. */
export type Verdict = 'pass' | 'fail' | 'unknown';

/** One condition of a query. */
export interface Condition {
  /** The query's field, such as `architecture`. */
  readonly field: string;
  /** With its value, such as `architecture(arm64)`. */
  readonly label: string;
  readonly test: (image: Image) => Verdict;
  /** The image's own value, for hints such as "seen here: x86_64". Absent for ids and names. */
  readonly seen?: (image: Image) => string | undefined;
}

/**
 * The conditions of a query in the order in which they are applied.
 *
 * @param nowMs - the instant at which `minAge` is judged
 */
export function conditionsOf(criteria: Criteria, nowMs: number): readonly Condition[] {
  return [
    ownerCondition(criteria),
    statusCondition(criteria),
    deprecationCondition(criteria),
    ...idConditions(criteria),
    ...equality('osType', criteria.osType, (image) => image.osType),
    ...equality('distro', criteria.distro, (image) => image.distro),
    ...versionCondition(criteria),
    ...equality('architecture', criteria.architecture, (image) => image.architecture),
    ...equality('bootMode', criteria.bootMode, (image) => image.bootMode),
    ...equality('language', criteria.language, (image) => image.language),
    ...equality('edition', criteria.edition, (image) => image.edition),
    ...equality('family', criteria.family, (image) => image.family),
    ...tagConditions(criteria),
    ...equality('cloudInit', criteria.cloudInit, (image) => image.cloudInit),
    ...nameConditions(criteria),
    ...timeConditions(criteria, nowMs),
    ...variantCondition(criteria),
    ...exclusions(criteria),
  ];
}

/** Whether an image passes every condition. */
export function matches(image: Image, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => condition.test(image) === 'pass');
}

function verdict(passes: boolean): Verdict {
  return passes ? 'pass' : 'fail';
}

function equality<T extends string | boolean>(
  field: string,
  wanted: T | undefined,
  valueOf: (image: Image) => T | undefined,
): readonly Condition[] {
  if (wanted === undefined) return [];
  return [
    {
      field,
      label: `${field}(${wanted})`,
      test: (image) => {
        const value = valueOf(image);
        return value === undefined ? 'unknown' : verdict(value === wanted);
      },
      seen: (image) => valueOf(image)?.toString(),
    },
  ];
}

function ownerCondition({ owners, accounts }: Criteria): Condition {
  const wanted = new Set([...owners, ...accounts.map(({ cloud, id }) => `${cloud} ${id}`)]);
  return {
    field: 'owners',
    label: `owners(${owners.join(', ')})`,
    test: (image) => {
      const { cloud, ownerId } = image;
      if (isByAccount(image) && ownerId !== undefined) {
        if (wanted.has(ownerId) || wanted.has(`${cloud} ${ownerId}`)) return 'pass';
      }
      return image.owner === undefined ? 'unknown' : verdict(wanted.has(image.owner));
    },
    seen: (image) =>
      image.owner === undefined || image.owner === 'public' || image.ownerId === undefined
        ? image.owner
        : `${image.owner} (account ${image.ownerId})`,
  };
}

/** An account id means the account's own, shared and community images, not what it sells. */
function isByAccount({ owner }: Image): boolean {
  return owner === 'self' || owner === 'shared' || owner === 'community';
}

function statusCondition({ status }: Criteria): Condition {
  return {
    field: 'status',
    label: `status(${status})`,
    test: (image) => {
      if (status === 'any') return 'pass';
      return image.status === undefined ? 'unknown' : verdict(image.status === status);
    },
    seen: (image) => image.status,
  };
}

function deprecationCondition({ includeDeprecated }: Criteria): Condition {
  return {
    field: 'includeDeprecated',
    label: `includeDeprecated(${includeDeprecated})`,
    // A cloud that does not speak of deprecation has nothing that is deprecated.
    test: (image) => verdict(includeDeprecated || image.deprecated !== true),
    seen: (image) => (image.deprecated === true ? 'deprecated' : undefined),
  };
}

function idConditions({ imageIds }: Criteria): readonly Condition[] {
  if (imageIds === undefined) return [];
  const wanted = new Set(imageIds);
  return [
    {
      field: 'imageIds',
      label: `imageIds(${imageIds.join(', ')})`,
      test: (image) => verdict(wanted.has(image.id)),
    },
  ];
}

function versionCondition({ osVersion }: Criteria): readonly Condition[] {
  if (osVersion === undefined) return [];
  const wanted = parseVersionCondition(osVersion);
  if ('mistake' in wanted) return [];
  return [
    {
      field: 'osVersion',
      label: `osVersion(${osVersion})`,
      test: (image) =>
        image.osVersion === undefined
          ? 'unknown'
          : verdict(matchesVersion(image.osVersion, wanted)),
      seen: (image) => image.osVersion,
    },
  ];
}

function tagConditions({ tags }: Criteria): readonly Condition[] {
  return Object.entries(tags ?? {}).map(([key, value]) => ({
    field: 'tags',
    label: `tags(${key}=${value})`,
    test: (image) => verdict(image.tags?.[key] === value),
    seen: (image) => {
      const seen = image.tags?.[key];
      return seen === undefined ? undefined : `${key}=${seen}`;
    },
  }));
}

function nameConditions({ name, nameRegex }: Criteria): readonly Condition[] {
  const conditions: Condition[] = [];
  if (name !== undefined) {
    conditions.push({
      field: 'name',
      label: `name(${name})`,
      test: (image) => verdict(image.name === name),
    });
  }
  if (nameRegex !== undefined) {
    const expression = compileNameExpression(nameRegex);
    if (!('mistake' in expression)) {
      conditions.push({
        field: 'nameRegex',
        label: `nameRegex(${nameRegex})`,
        test: (image) => verdict(expression.test(image.name)),
      });
    }
  }
  return conditions;
}

function timeConditions(criteria: Criteria, nowMs: number): readonly Condition[] {
  const { createdAfter, createdBefore, minAge } = criteria;
  const conditions: Condition[] = [];
  const onInstant = (field: string, value: string, holds: (ms: number) => boolean): void => {
    conditions.push({
      field,
      label: `${field}(${value})`,
      test: (image) => {
        const instant = instantOf(image);
        return instant === undefined ? 'unknown' : verdict(holds(instant.ms));
      },
      seen: (image) => image.createdAt ?? image.buildDate,
    });
  };
  if (createdAfter !== undefined) {
    const after = parseInstant(createdAfter) ?? Number.NaN;
    onInstant('createdAfter', createdAfter, (ms) => ms >= after);
  }
  if (createdBefore !== undefined) {
    const before = parseInstant(createdBefore) ?? Number.NaN;
    onInstant('createdBefore', createdBefore, (ms) => ms < before);
  }
  if (minAge !== undefined) {
    const newestAllowed = nowMs - (parseDuration(minAge) ?? Number.NaN);
    onInstant('minAge', minAge, (ms) => ms <= newestAllowed);
  }
  return conditions;
}

function variantCondition({ variants }: Criteria): readonly Condition[] {
  if (variants === 'any') return [];
  return [
    {
      field: 'variants',
      label: `variants(${variants})`,
      test: (image) =>
        image.variant === undefined ? 'unknown' : verdict(image.variant === variants),
      seen: (image) => image.variant,
    },
  ];
}

function exclusions({ excludeIds, excludeNameRegex }: Criteria): readonly Condition[] {
  const conditions: Condition[] = [];
  if (excludeIds !== undefined) {
    const unwanted = new Set(excludeIds);
    conditions.push({
      field: 'excludeIds',
      label: `excludeIds(${excludeIds.join(', ')})`,
      test: (image) => verdict(!unwanted.has(image.id)),
    });
  }
  if (excludeNameRegex !== undefined) {
    const expression = compileNameExpression(excludeNameRegex);
    if (!('mistake' in expression)) {
      conditions.push({
        field: 'excludeNameRegex',
        label: `excludeNameRegex(${excludeNameRegex})`,
        test: (image) => verdict(!expression.test(image.name)),
      });
    }
  }
  return conditions;
}
