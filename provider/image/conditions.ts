/** Conditions with names: what a query asks of an image, one by one, in the order of the filter steps. */
import { matchesVersion, parseVersionCondition } from '../os-name/version';
import { excludesStart } from '../os-name/version-start';
import type { Image } from './answer.generated';
import type { Criteria } from './criteria';
import { instantOf, parseDuration, parseInstant } from './instant';
import { keepingLatest, keptBy } from './kept-by';
import { compileNameExpression } from './name-expression';
import type { ImageAlternative } from './query.generated';
import type { Target } from './target';

/** An image that may know what its OS version begins with before its name is read, which takes longer. */
interface PartlyReadImage extends Image {
  readonly versionStart?: string | undefined;
}

/** `unknown`: the cloud does not report the value. Such an image does not pass, and is counted apart. */
export type Verdict = 'pass' | 'fail' | 'unknown';

/** One condition of a query. */
export interface Condition {
  /** The query's field, such as `architecture`. */
  readonly field: keyof ImageAlternative;
  /** With its value, such as `architecture(arm64)`. */
  readonly label: string;
  readonly test: (image: Image) => Verdict;
  /** The image's own value, for hints such as "seen here: x86_64". Absent for ids and names. */
  readonly seen?: (image: Image) => string | undefined;
}

interface Context {
  readonly criteria: Criteria;
  /** The instant at which `minAge` is judged. Milliseconds since 1970. */
  readonly nowMs: number;
  /** When an image came to be. Milliseconds since 1970. */
  readonly msOf: (image: Image) => number | undefined;
}

/** The conditions that a field's value asks for. */
type ToConditions<Value> = (value: Value, context: Context) => readonly Omit<Condition, 'field'>[];

/**
 * What each field of a query does: makes conditions, or sets no condition on an image.
 *
 * - `scope`: only the cloud's API can judge it, so it is always sent and counted by the look-up.
 * - `choice`: it decides which of the matching images are given.
 */
export type ConditionTable<Fields> = {
  readonly [K in keyof Required<Fields>]: ToConditions<NonNullable<Fields[K]>> | 'scope' | 'choice';
};

/**
 * Every field of a query in the order in which conditions are applied. A new field of the field
 * table does not compile until it stands here, so that no condition is accepted and ignored.
 */
const CONDITIONS: ConditionTable<ImageAlternative> = {
  owners: ownerCondition,
  status: (wanted) => [
    {
      label: `status(${wanted})`,
      test: (image) => {
        if (wanted === 'any') return 'pass';
        return image.status === undefined ? 'unknown' : verdict(image.status === wanted);
      },
      seen: (image) => image.status,
    },
  ],
  includeDeprecated: (wanted) => [
    {
      label: `includeDeprecated(${wanted})`,
      // A cloud that does not report deprecation has nothing that is deprecated.
      test: (image) => verdict(wanted || image.deprecated !== true),
      seen: (image) => (image.deprecated === true ? 'deprecated' : undefined),
    },
  ],
  imageIds: (ids) => {
    const wanted = new Set(ids);
    return [
      {
        label: `imageIds(${ids.join(', ')})`,
        test: (image) => verdict(wanted.has(image.id)),
      },
    ];
  },
  osType: equality('osType'),
  distro: equality('distro'),
  osVersion: (wanted) => {
    const condition = parsed(parseVersionCondition(wanted));
    // Few versions stand behind many images.
    const isExcluded = keptBy((start: string) => excludesStart(condition, start));
    const verdictOf = keptBy((version: string) => verdict(matchesVersion(version, condition)));
    return [
      {
        label: `osVersion(${wanted})`,
        test: (image: PartlyReadImage) => {
          const { versionStart } = image;
          if (versionStart !== undefined && isExcluded(versionStart)) return 'fail';
          const { osVersion } = image;
          return osVersion === undefined ? 'unknown' : verdictOf(osVersion);
        },
        seen: (image) => image.osVersion,
      },
    ];
  },
  architecture: equality('architecture'),
  bootMode: equality('bootMode'),
  language: equality('language'),
  edition: equality('edition'),
  family: equality('family'),
  tags: (tags) =>
    Object.entries(tags).map(([key, value]) => ({
      label: `tags(${key}=${value})`,
      test: (image) => verdict(image.tags?.[key] === value),
      seen: (image) => {
        const seen = image.tags?.[key];
        return seen === undefined ? undefined : `${key}=${seen}`;
      },
    })),
  cloudInit: equality('cloudInit'),
  name: (wanted) => [{ label: `name(${wanted})`, test: ({ name }) => verdict(name === wanted) }],
  nameRegex: (source) => {
    const expression = parsed(compileNameExpression(source));
    return [{ label: `nameRegex(${source})`, test: ({ name }) => verdict(expression.test(name)) }];
  },
  createdAfter: (wanted, { msOf }) => {
    const after = parsed(parseInstant(wanted));
    return [onInstant(`createdAfter(${wanted})`, msOf, (ms) => ms >= after)];
  },
  createdBefore: (wanted, { msOf }) => {
    const before = parsed(parseInstant(wanted));
    return [onInstant(`createdBefore(${wanted})`, msOf, (ms) => ms < before)];
  },
  minAge: (wanted, { nowMs, msOf }) => {
    const newestAllowed = nowMs - parsed(parseDuration(wanted));
    return [onInstant(`minAge(${wanted})`, msOf, (ms) => ms <= newestAllowed)];
  },
  variants: (wanted) => {
    if (wanted === 'any') return [];
    return [
      {
        label: `variants(${wanted})`,
        test: ({ variant }) => (variant === undefined ? 'unknown' : verdict(variant === wanted)),
        seen: (image) => image.variant,
      },
    ];
  },
  excludeIds: (ids) => {
    const unwanted = new Set(ids);
    return [
      {
        label: `excludeIds(${ids.join(', ')})`,
        test: (image) => verdict(!unwanted.has(image.id)),
      },
    ];
  },
  excludeNameRegex: (source) => {
    const expression = parsed(compileNameExpression(source));
    return [
      {
        label: `excludeNameRegex(${source})`,
        test: ({ name }) => verdict(!expression.test(name)),
      },
    ];
  },
  instanceType: 'scope',
  native: 'scope',
  order: 'choice',
  mostRecent: 'choice',
  nth: 'choice',
};

/** In the order of the table, which is the order of the filter steps. */
const FIELDS = Object.keys(CONDITIONS) as readonly (keyof ImageAlternative)[];

/**
 * The conditions of a query in the order in which they are applied.
 *
 * @param nowMs - the instant at which `minAge` is judged
 */
export function conditionsOf(criteria: Criteria, nowMs: number): readonly Condition[] {
  const context = { criteria, nowMs, msOf: keepingLatest((image) => instantOf(image)?.ms) };
  return FIELDS.flatMap((field) => conditionsOn(field, context));
}

function conditionsOn<K extends keyof ImageAlternative>(
  field: K,
  context: Context,
): readonly Condition[] {
  const value: ImageAlternative[K] = context.criteria[field];
  const toConditions: ConditionTable<ImageAlternative>[K] = CONDITIONS[field];
  if (value === undefined || typeof toConditions !== 'function') return [];
  return toConditions(value as NonNullable<ImageAlternative[K]>, context).map((condition) => ({
    field,
    ...condition,
  }));
}

/**
 * What the cloud's tables ask of the images of one target, besides the conditions of the query: the
 * architecture of its instance type, where the API does not filter by the type.
 */
export function conditionsIn(
  { instanceType, architecture: named, factsIn }: Criteria,
  target: Target,
): readonly Condition[] {
  const { architecture } = factsIn(target);
  // 64-bit machines start 32-bit systems too.
  if (architecture === undefined || (architecture === 'x86_64' && named === 'i386')) return [];
  return equality('architecture')(architecture).map((condition) => ({
    ...condition,
    field: 'instanceType',
    label: `architecture(${architecture}, inferred from instanceType ${instanceType})`,
  }));
}

/** Whether an image passes every condition. */
export function matches(image: Image, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => condition.test(image) === 'pass');
}

function verdict(passes: boolean): Verdict {
  return passes ? 'pass' : 'fail';
}

/** Fields that images and queries have alike. */
type EqualField = {
  [K in keyof ImageAlternative & keyof Image]: Image[K] extends string | boolean | undefined
    ? K
    : never;
}[keyof ImageAlternative & keyof Image];

/** The condition that an image's own field of the same name has exactly this value. */
function equality(
  field: EqualField,
): (wanted: string | boolean) => readonly Omit<Condition, 'field'>[] {
  return (wanted) => [
    {
      label: `${field}(${wanted})`,
      test: (image) => {
        const value = image[field];
        return value === undefined ? 'unknown' : verdict(value === wanted);
      },
      seen: (image) => image[field]?.toString(),
    },
  ];
}

/** An account id means the account's own, shared and community images, not what it sells. */
const BY_ACCOUNT: ReadonlySet<string | undefined> = new Set(['self', 'shared', 'community']);

function ownerCondition(
  owners: readonly string[],
  { criteria: { factsIn } }: Context,
): readonly Omit<Condition, 'field'>[] {
  const wanted = new Set(owners);
  return [
    {
      label: `owners(${owners.join(', ')})`,
      test: (image) => {
        const { owner, ownerId = '' } = image;
        const { accounts, official } = factsIn(image);
        // Where anyone can publish, an account means all of its images.
        if (official !== undefined || BY_ACCOUNT.has(owner)) {
          if (accounts.includes(ownerId)) return 'pass';
        }
        if (owner === undefined) return 'unknown';
        const isOfficial = owner !== 'public' || (official?.includes(ownerId) ?? true);
        return verdict(wanted.has(owner) && isOfficial);
      },
      seen: (image) =>
        image.owner === undefined || image.owner === 'public' || image.ownerId === undefined
          ? image.owner
          : `${image.owner} (account ${image.ownerId})`,
    },
  ];
}

function onInstant(
  label: string,
  msOf: Context['msOf'],
  holds: (ms: number) => boolean,
): Omit<Condition, 'field'> {
  return {
    label,
    test: (image) => {
      const ms = msOf(image);
      return ms === undefined ? 'unknown' : verdict(holds(ms));
    },
    seen: (image) => image.createdAt ?? image.buildDate,
  };
}

/** What a value means. Criteria are made of checked queries only, so there is always an answer. */
function parsed<T>(result: T | { readonly problem: string } | undefined): T {
  if (result === undefined || (typeof result === 'object' && result && 'problem' in result)) {
    throw new TypeError('criteria were made of a query that was not checked');
  }
  return result;
}
