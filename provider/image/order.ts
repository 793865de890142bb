/**
 * The order of images: total, and independent of the order in which a server answers.
 *
 * 1. live before deprecated;
 * 2. with `version`: distribution name, then higher OS version first;
 * 3. with `version`: edition, language and boot mode, the most usual class first;
 * 4. newer instant first (creation, else build date); images with none come last;
 * 5. with `recent`: distribution name, then higher OS version;
 * 6. plainer name first;
 * 7. name in natural order, higher first;
 * 8. cloud, region, id ascending.
 *
 * Every rule compares keys that each image has by itself, and an unknown key is a class of its own
 * that comes last. So the order is transitive. A key is computed once per image, and only when a
 * rule needs it.
 */
import { compareNatural, compareVersionKeys, versionKey } from '../os-name/version';
import type { Image } from './answer.generated';
import { instantOf } from './instant';
import { unexplainedWords } from '../os-name/plainness';
import { keptBy } from './kept-by';
import { nameText } from './name-text';
import type { Order, RecencyBasis } from './words';

/** An image with the keys that rules have asked for so far. */
class Keyed {
  readonly image: Image;
  #ms: number | undefined | null = null;
  #plainness: number | undefined;

  constructor(image: Image) {
    this.image = image;
  }

  /** Undefined: no time is known. */
  get ms(): number | undefined {
    if (this.#ms === null) this.#ms = instantOf(this.image)?.ms;
    return this.#ms;
  }

  get plainness(): number {
    return (this.#plainness ??= unexplainedWords(nameText(this.image)));
  }
}

type Compare = (a: Keyed, b: Keyed) => number;

/** One rule of the order. Negative: `a` comes first. */
interface Rule {
  readonly compare: Compare;
  /** For people: why the first came before the second. */
  readonly says: (first: Image, second: Image) => string;
}

/** An order. Made for each choice, since it keeps the versions that it has parsed. */
export interface ImageOrder {
  /** 0 only for two images with the same cloud, region and id. */
  readonly compare: (a: Image, b: Image) => number;
  readonly sorted: (images: readonly Image[]) => readonly Image[];
  /** The first images of the order, without sorting the others. */
  readonly first: (images: readonly Image[], count: number) => readonly Image[];
  /** The rule that put the first image before the second, for people. */
  readonly decidingRule: (first: Image, second: Image) => string;
  /** Whether nothing but the id put the first image before the second. */
  readonly isArbitrary: (first: Image, second: Image) => boolean;
  /** On what basis an image counts as the first of its kind. */
  readonly basisOf: (image: Image) => RecencyBasis;
}

/** Makes the order that a query asks for. */
export function imageOrder(order: Order): ImageOrder {
  const id = byId();
  const rules = rulesOf(order, id);
  const compare = comparing(rules);
  const ruleBetween = (first: Image, second: Image): Rule => {
    const [a, b] = [new Keyed(first), new Keyed(second)];
    return rules.find((rule) => rule.compare(a, b) !== 0) ?? id;
  };
  return {
    compare: (a, b) => compare(new Keyed(a), new Keyed(b)),
    sorted: (images) =>
      images
        .map((image) => new Keyed(image))
        .sort(compare)
        .map(({ image }) => image),
    first: (images, count) => firstOf(images, count, compare),
    decidingRule: (first, second) => ruleBetween(first, second).says(first, second),
    isArbitrary: (first, second) => ruleBetween(first, second) === id,
    basisOf: (image) => {
      if (order === 'version' && image.osVersion !== undefined) return 'version';
      return instantOf(image)?.basis ?? (image.osVersion === undefined ? 'name' : 'version');
    },
  };
}

function rulesOf(order: Order, id: Rule): readonly Rule[] {
  const version = [byDistro(), byVersion()];
  return order === 'version'
    ? [liveFirst(), ...version, ...byClasses(), byInstant(), byPlainness(), byName(), id]
    : [liveFirst(), byInstant(), ...version, byPlainness(), byName(), id];
}

function comparing(rules: readonly Rule[]): Compare {
  return (a, b) => {
    for (const rule of rules) {
      const sign = rule.compare(a, b);
      if (sign !== 0) return sign;
    }
    return 0;
  };
}

function liveFirst(): Rule {
  return {
    compare: ({ image: a }, { image: b }) =>
      Number(a.deprecated === true) - Number(b.deprecated === true),
    says: () => 'live before deprecated',
  };
}

function byDistro(): Rule {
  return {
    compare: ({ image: a }, { image: b }) => unknownLast(a.distro, b.distro, ascending),
    says: (first, second) =>
      `distribution in alphabetical order (${first.distro ?? 'unknown'} before ${second.distro ?? 'unknown'})`,
  };
}

function byVersion(): Rule {
  const keyOf = keptBy(versionKey);
  return {
    compare: ({ image: a }, { image: b }) =>
      unknownLast(a.osVersion, b.osVersion, (x, y) => compareVersionKeys(keyOf(y), keyOf(x))),
    says: (first, second) =>
      `higher OS version (${first.osVersion ?? 'unknown'} over ${second.osVersion ?? 'unknown'})`,
  };
}

/** What differs between images of one release. Minutes between two builds must not decide it. */
function byClasses(): readonly Rule[] {
  return [
    classRule('edition', editionClass, (image) => image.edition),
    classRule('language', languageClass, (image) => image.language),
    classRule('boot mode', bootClass, (image) => image.bootMode),
  ];
}

function classRule(
  title: string,
  classOf: (image: Image) => number,
  valueOf: (image: Image) => string | undefined,
): Rule {
  return {
    compare: (a, b) => classOf(a.image) - classOf(b.image),
    says: (first, second) =>
      `${title} (${valueOf(first) ?? 'none named'} before ${valueOf(second) ?? 'none named'})`,
  };
}

function editionClass({ edition, osType }: Image): number {
  if (edition === undefined) return osType === 'windows' ? 3 : 0;
  if (edition === 'datacenter') return 0;
  return edition === 'standard' ? 1 : 2;
}

function languageClass({ language }: Image): number {
  return language === undefined || language === 'en' ? 0 : 1;
}

/** UEFI alone starts on fewer instance types. */
function bootClass({ bootMode }: Image): number {
  return bootMode === 'uefi' ? 1 : 0;
}

function byInstant(): Rule {
  return {
    compare: (a, b) => unknownLast(a.ms, b.ms, (x, y) => y - x),
    says: (first, second) => `newer (${when(first)} over ${when(second)})`,
  };
}

function byPlainness(): Rule {
  return {
    compare: (a, b) => (nameText(a.image) === nameText(b.image) ? 0 : a.plainness - b.plainness),
    says: (first, second) =>
      `plainer name ("${nameText(first)}" has fewer unexplained words than "${nameText(second)}")`,
  };
}

function byName(): Rule {
  return {
    compare: (a, b) => compareNatural(b.image.name, a.image.name),
    says: (first, second) => `higher name in natural order (${first.name} over ${second.name})`,
  };
}

function byId(): Rule {
  return {
    compare: ({ image: a }, { image: b }) =>
      ascending(a.cloud, b.cloud) || ascending(a.region, b.region) || ascending(a.id, b.id),
    says: () => 'id in ascending order, since nothing else differs',
  };
}

/** More than so many are found faster by sorting. */
const MOST_PICKED = 32;

function firstOf(images: readonly Image[], count: number, compare: Compare): readonly Image[] {
  let found: Keyed[] = [];
  if (count > MOST_PICKED) {
    found = images.map((image) => new Keyed(image)).sort(compare);
  } else {
    for (const image of images) {
      const keyed = new Keyed(image);
      const last = found[count - 1];
      if (last !== undefined && compare(keyed, last) >= 0) continue;
      const after = found.findIndex((other) => compare(keyed, other) < 0);
      found.splice(after === -1 ? found.length : after, 0, keyed);
      if (found.length > count) found.pop();
    }
  }
  return found.slice(0, count).map(({ image }) => image);
}

function unknownLast<T>(
  a: T | undefined,
  b: T | undefined,
  compare: (a: T, b: T) => number,
): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return compare(a, b);
}

function when(image: Image): string {
  return image.createdAt ?? image.buildDate ?? 'no known time';
}

/** By code unit, not by locale: the same on every machine. */
function ascending(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
