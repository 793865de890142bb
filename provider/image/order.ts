/**
 * The order of images: total, and independent of the order in which a server answers.
 *
 * 1. live before deprecated;
 * 2. with `version`: higher OS version first;
 * 3. newer instant first (creation, else build date); images with none come last;
 * 4. higher OS version, then name in natural order, higher first;
 * 5. cloud, region, id ascending.
 */
import type { Image } from './answer.generated';
import { instantOf } from './instant';
import { compareNatural, compareVersions } from '../os-name/version';
import type { Order, RecencyBasis } from './words';

/** One rule of the order. Negative: `a` comes first. */
interface Rule {
  /** For people: why the first came before the second. */
  readonly says: (first: Image, second: Image) => string;
  readonly compare: (a: Image, b: Image) => number;
}

const LIVE_FIRST: Rule = {
  says: () => 'live before deprecated',
  compare: (a, b) => Number(a.deprecated === true) - Number(b.deprecated === true),
};

const HIGHER_VERSION: Rule = {
  says: (first, second) =>
    `higher OS version (${first.osVersion ?? 'unknown'} over ${second.osVersion ?? 'unknown'})`,
  compare: (a, b) => presentFirst(a.osVersion, b.osVersion, (x, y) => compareVersions(y, x)),
};

const NEWER: Rule = {
  says: (first, second) => `newer (${when(first)} over ${when(second)})`,
  compare: (a, b) => presentFirst(instantOf(a), instantOf(b), (x, y) => y.ms - x.ms),
};

const HIGHER_NAME: Rule = {
  says: (first, second) => `higher name in natural order (${first.name} over ${second.name})`,
  compare: (a, b) => compareNatural(b.name, a.name),
};

const BY_ID: Rule = {
  says: () => 'cloud, region and id in ascending order, since nothing else differs',
  compare: (a, b) =>
    ascending(a.cloud, b.cloud) || ascending(a.region, b.region) || ascending(a.id, b.id),
};

const RULES: Readonly<Record<Order, readonly Rule[]>> = {
  recent: [LIVE_FIRST, NEWER, HIGHER_VERSION, HIGHER_NAME, BY_ID],
  version: [LIVE_FIRST, HIGHER_VERSION, NEWER, HIGHER_NAME, BY_ID],
};

/** Compares two images. 0 only for two images with the same cloud, region and id. */
export function compareImages(order: Order): (a: Image, b: Image) => number {
  const rules = RULES[order];
  return (a, b) => {
    for (const rule of rules) {
      const sign = rule.compare(a, b);
      if (sign !== 0) return sign;
    }
    return 0;
  };
}

/** The rule that put the first image before the second, for people. */
export function decidingRule(order: Order, first: Image, second: Image): string {
  const rule = RULES[order].find(({ compare }) => compare(first, second) !== 0);
  return rule?.says(first, second) ?? 'the same image';
}

/** On what basis an image counts as the newest of its kind. */
export function recencyBasis(order: Order, image: Image): RecencyBasis {
  if (order === 'version' && image.osVersion !== undefined) return 'version';
  return instantOf(image)?.basis ?? (image.osVersion === undefined ? 'name' : 'version');
}

function presentFirst<T>(
  a: T | undefined,
  b: T | undefined,
  compare: (a: T, b: T) => number,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(a, b);
}

function when(image: Image): string {
  return image.createdAt ?? image.buildDate ?? 'no known time';
}

/** By code unit, not by locale: the same on every machine. */
function ascending(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
