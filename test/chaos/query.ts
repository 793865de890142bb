/** Random queries. Every one of them is valid, so `invalid-query` is never a fitting outcome. */
import { ACCOUNTS, FAMILIES, ODD_WORDS, TAGS, truthsOf, type Catalog } from './catalog';
import type { Random } from './random';
import type { Truth } from './truth';

/** The conditions of a query or of one of its alternatives: plain data, as a user writes it. */
export interface Conditions {
  readonly imageIds?: readonly string[];
  readonly name?: string;
  readonly nameRegex?: string;
  readonly excludeIds?: readonly string[];
  readonly excludeNameRegex?: string;
  readonly osType?: string;
  readonly distro?: string;
  readonly osVersion?: string;
  readonly architecture?: string;
  readonly bootMode?: string;
  readonly language?: string;
  readonly edition?: string;
  readonly owners?: readonly string[];
  readonly variants?: 'base' | 'any';
  readonly status?: string;
  readonly includeDeprecated?: boolean;
  readonly family?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly cloudInit?: boolean;
  readonly createdAfter?: string;
  readonly createdBefore?: string;
  readonly minAge?: string;
  readonly mostRecent?: boolean;
  readonly nth?: number;
  readonly order?: 'version' | 'recent';
}

export interface Query extends Conditions {
  readonly targets: readonly string[];
  readonly anyOf?: readonly Conditions[];
  readonly optional?: boolean;
}

type Mutable = { -readonly [K in keyof Conditions]?: Conditions[K] };

export function drawQuery(
  random: Random,
  catalogs: readonly Catalog[],
  targets: readonly string[],
): Query {
  const truths = targets.flatMap((target) => {
    const [cloud, region] = target.split('/');
    const catalog = catalogs.find((one) => one.cloud === cloud);
    return catalog === undefined ? [] : truthsOf(catalog, region ?? '');
  });
  const query: Query = { targets, ...drawConditions(random, truths, 0.22) };
  const anyOf = random.chance(0.15)
    ? Array.from({ length: 2 }, () => drawAlternative(random, truths))
    : undefined;
  return {
    ...query,
    ...(anyOf === undefined ? {} : { anyOf }),
    ...(random.chance(0.12) ? { optional: true } : {}),
  };
}

/** An alternative that changes nothing is refused. */
function drawAlternative(random: Random, truths: readonly Truth[]): Conditions {
  const conditions = drawConditions(random, truths, 0.12);
  return Object.keys(conditions).length > 0 ? conditions : { includeDeprecated: true };
}

function drawConditions(random: Random, truths: readonly Truth[], density: number): Conditions {
  const conditions: Mutable = {};
  // Conditions that one image fulfils, so that there is something to find more often than not.
  const model = truths.length > 0 && random.chance(0.9) ? random.pick(truths) : undefined;
  const now = (weight = 1): boolean => random.chance(density * weight);

  if (now(0.35)) conditions.imageIds = drawIds(random, truths, model);
  if (now(0.25)) conditions.name = model?.name ?? 'golden';
  if (now(0.6)) conditions.nameRegex = drawExpression(random, model);
  if (now(0.3)) conditions.excludeIds = drawIds(random, truths, undefined);
  if (now(0.4)) conditions.excludeNameRegex = random.pick([...ODD_WORDS, 'nosuchword', '_32_']);
  if (now(0.7))
    conditions.osType = model?.osType ?? random.pick(['linux', 'windows', 'bsd', 'other']);
  if (now(2.2)) conditions.distro = model?.distro ?? random.pick(['ubuntu', 'rocky', 'debian']);
  if (now(1.2)) conditions.osVersion = drawVersion(random, model);
  if (now(2.2))
    conditions.architecture = model?.architecture ?? random.pick(['x86_64', 'arm64', 'i386']);
  if (now(0.25)) conditions.bootMode = model?.bootMode ?? random.pick(['bios', 'uefi']);
  if (now(0.2)) conditions.language = model?.language ?? random.pick(['en', 'zh']);
  if (now(0.2)) conditions.edition = model?.edition ?? random.pick(['datacenter', 'standard']);
  if (now(1)) conditions.owners = drawOwners(random, model);
  if (now(0.5)) conditions.variants = random.pick(['base', 'any'] as const);
  if (now(0.5)) conditions.status = random.pick(['available', 'pending', 'failed', 'any']);
  if (now(0.6)) conditions.includeDeprecated = random.chance(0.7);
  if (now(0.3)) conditions.family = model?.family ?? random.pick(FAMILIES);
  if (now(0.3)) conditions.tags = model?.tags ?? Object.fromEntries([random.pick(TAGS)]);
  if (now(0.3)) conditions.cloudInit = model?.cloudInit ?? random.chance(0.5);
  if (now(0.4))
    conditions.createdAfter = random.pick(['2024-01-01T00:00:00Z', '2024-03-22T00:00:00+08:00']);
  if (now(0.3))
    conditions.createdBefore = random.pick(['2024-03-22T10:00:01Z', '2025-06-01T00:00:00Z']);
  if (now(0.3)) conditions.minAge = random.pick(['1d', '52w', '104w']);
  if (random.chance(0.6)) conditions.mostRecent = true;
  if (random.chance(0.1)) conditions.nth = 1 + random.below(3);
  if (random.chance(0.25)) conditions.order = random.pick(['version', 'recent'] as const);
  return conditions;
}

function drawIds(
  random: Random,
  truths: readonly Truth[],
  model: Truth | undefined,
): readonly string[] {
  const known = random.some(truths, random.below(3)).map(({ id }) => id);
  const strange = random.chance(0.2) ? ['img-nosuchid'] : [];
  const ids = [...new Set([...(model === undefined ? [] : [model.id]), ...known, ...strange])];
  return ids.length === 0 ? ['img-nosuchid'] : ids;
}

/** Expressions that RE2 and JavaScript read alike. */
function drawExpression(random: Random, model: Truth | undefined): string {
  const word = model?.name.split(/[^A-Za-z0-9]+/).find((part) => part.length > 2) ?? 'golden';
  return random.pick([
    word,
    `^${word}`,
    `(?i)${word.toUpperCase()}`,
    `${word}.*`,
    '\\d{2}',
    '[a-z]+$',
  ]);
}

/** The whole version, the part before the first dot, or a range around it. */
function drawVersion(random: Random, model: Truth | undefined): string {
  const version = model?.osVersion ?? '22.04';
  const [major = version] = version.split(/[. ]/);
  return random.pick([version, version, major, `>=${major} <${Number(major) + 1}`, `>=${major}`]);
}

function drawOwners(random: Random, model: Truth | undefined): readonly string[] {
  const owner = model?.owner ?? 'public';
  return random.pick([
    [owner],
    ['public'],
    ['public', 'self'],
    ['self', 'shared'],
    ['public', 'self', 'shared', 'marketplace', 'community'],
    [model?.ownerId ?? ACCOUNTS[0]],
  ]);
}
