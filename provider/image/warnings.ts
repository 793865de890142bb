/** What is worth a look about an answer, though it stands. */
import { groupBy, isUniform } from './ambiguity';
import type { Image, ImageWarning } from './answer.generated';
import type { Criteria } from './criteria';
import type { ImageOrder } from './order';
import { countImages, printImage } from './print-image';
import { printTarget, type Target } from './target';

interface QueryChoice {
  readonly criteria: Criteria;
  /** One image per target was picked, and not all that match were asked for. */
  readonly isPick: boolean;
  /** The images of all targets that pass every condition. */
  readonly matching: readonly Image[];
  /** Per target. */
  readonly chosen: readonly (readonly Image[])[];
}

/** What holds of all targets together. */
export function queryWarnings(choice: QueryChoice): readonly ImageWarning[] {
  const { criteria, isPick, matching } = choice;
  const chosen = choice.chosen.flat();
  if (chosen.length === 0) return [];
  const warnings: ImageWarning[] = [];
  const { architecture, instanceType, imageIds } = criteria;
  const got = groupBy(chosen, (image) => image.architecture);
  if (imageIds !== undefined) {
    if (got.size > 1) {
      const message = `The images are for different architectures: ${counted(got)}.`;
      warnings.push({ code: 'several-architectures', message });
    }
    return warnings;
  }
  if (!isPick) return warnings;
  if (architecture === undefined && instanceType === undefined) {
    const [named] = got.keys();
    warnings.push({
      code: 'architecture-not-named',
      message:
        named === undefined
          ? 'The query names no architecture, and the cloud reports none for the chosen image. Add architecture or instanceType.'
          : `The query names no architecture, and the chosen image is for ${named}. Add architecture: "${named}", or the query fails when an image for another architecture appears.`,
    });
  }
  if (criteria.order === 'recent' && !isUniform(matching, (image) => image.distro)) {
    const distros = groupBy(matching, (image) => image.distro);
    warnings.push({
      code: 'several-distributions',
      message: `The newest image was picked from ${distros.size} distributions: ${counted(distros)}. Add distro to the query where one of them is meant.`,
    });
  }
  return warnings;
}

/** How many groups a message names. */
const SHOWN = 5;

function counted(groups: ReadonlyMap<string, readonly Image[]>): string {
  const shown = [...groups].slice(0, SHOWN).map(([value, { length }]) => `${value} (${length})`);
  const more = groups.size - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

interface TargetChoice {
  readonly target: Target;
  readonly images: readonly Image[];
  /** The images that came just before and just after the picked one in the order. */
  readonly before: Image | undefined;
  readonly runnerUp: Image | undefined;
  readonly candidates: readonly Image[];
  readonly criteria: Criteria;
  readonly order: ImageOrder;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** What holds of one target. */
export function targetWarnings(choice: TargetChoice): readonly ImageWarning[] {
  const [chosen] = choice.images;
  if (chosen === undefined) return [];
  const { criteria } = choice;
  const found = [
    deprecated(choice) ?? deprecatedSoon(choice),
    ...(criteria.imageIds === undefined ? [] : [unusualOwner(choice), unusualVariant(choice)]),
    ...(criteria.pick === undefined
      ? []
      : [mixedRecency(choice, chosen), notPublic(criteria, chosen), arbitrary(choice, chosen)]),
  ];
  return found.flatMap((warning) =>
    warning === undefined ? [] : [{ ...warning, target: printTarget(choice.target) }],
  );
}

type Warning = { readonly code: string; readonly message: string } | undefined;

function deprecated({ images, candidates, criteria }: TargetChoice): Warning {
  const byId = criteria.imageIds !== undefined;
  const found = byId ? images.find((image) => image.deprecated === true) : images[0];
  if (found?.deprecated !== true) return undefined;
  const allow = 'and was chosen since includeDeprecated allows it';
  const why = candidates.every((image) => image.deprecated === true)
    ? `Only deprecated images match; ${printImage(found)} is deprecated, ${allow}`
    : `The images before it were skipped; ${printImage(found)} is deprecated, ${allow}`;
  const named = `${printImage(found)} is deprecated. It was chosen since the query names it by id`;
  return {
    code: 'deprecated-image',
    message: `${byId ? named : why}. Plan to move to a live one.`,
  };
}

/** How long before its deprecation an image is worth a warning. Days. */
const SOON_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;

function deprecatedSoon({ images, criteria, nowMs }: TargetChoice): Warning {
  const left = ({ deprecatedAt }: Image) => (Date.parse(deprecatedAt ?? '') - nowMs) / DAY_MS;
  const chosen = criteria.imageIds === undefined ? images.slice(0, 1) : images;
  const found = chosen.find((image) => left(image) > 0 && left(image) <= SOON_DAYS);
  if (found === undefined) return undefined;
  const days = Math.ceil(left(found));
  return {
    code: 'deprecated-soon',
    message: `${printImage(found)} will be deprecated in ${days === 1 ? '1 day' : `${days} days`} (${found.deprecatedAt}). Plan to move to a newer image.`,
  };
}

/** Of images named by id: those of other owners. */
function unusualOwner({ images, criteria }: TargetChoice): Warning {
  const others = images.filter(({ owner }) => owner !== 'public' && owner !== 'self');
  const [first] = others;
  if (first === undefined || !isDefault(criteria, 'owners')) return undefined;
  return {
    code: 'not-public',
    message: `${printImage(first)}${andMore(others)} is neither the cloud's own image nor yours: ${ownerText(first)}. It was chosen since the query names it by id.`,
  };
}

/** Of images named by id: those that are not the plain OS. */
function unusualVariant({ images, criteria }: TargetChoice): Warning {
  const others = images.filter(({ variant }) => variant !== undefined && variant !== 'base');
  const [first] = others;
  if (first === undefined || !isDefault(criteria, 'variants')) return undefined;
  return {
    code: 'not-base',
    message: `${printImage(first)}${andMore(others)} is not a plain OS image: its variant is ${first.variant}. It was chosen since the query names it by id.`,
  };
}

function isDefault({ defaults }: Criteria, field: string): boolean {
  return defaults.some((applied) => applied.field === field);
}

function andMore({ length }: readonly Image[]): string {
  return length > 1 ? ` (and ${length - 1} more)` : '';
}

function mixedRecency({ candidates, criteria }: TargetChoice, chosen: Image): Warning {
  // The usual case, which needs neither the names nor a count.
  if (candidates.every(({ createdAt }) => createdAt !== undefined)) return undefined;
  // By version, time decides only between the images of one release.
  const rivals =
    criteria.order === 'recent'
      ? candidates
      : candidates.filter((image) => isSameRelease(image, chosen));
  const bases = new Map<string, number>();
  for (const image of rivals) {
    const { createdAt, buildDate } = image;
    const basis =
      createdAt !== undefined ? 'createdAt' : buildDate !== undefined ? 'buildDate' : 'none';
    bases.set(basis, (bases.get(basis) ?? 0) + 1);
  }
  if (bases.size < 2) return undefined;
  const timeless = bases.get('none') ?? 0;
  const how =
    timeless > 0
      ? `${countImages(timeless)} without a known time came after those with one`
      : 'some by creation time, some by the build date in their names';
  return {
    code: 'mixed-recency',
    message: `The ${countImages(rivals.length)} to choose from are not dated alike: ${how}. Narrow the query by name, version or owner where that matters.`,
  };
}

function isSameRelease(a: Image, b: Image): boolean {
  return a.distro === b.distro && a.osVersion === b.osVersion;
}

function notPublic({ owners, imageIds }: Criteria, chosen: Image): Warning {
  if (imageIds !== undefined || chosen.owner === 'public') return undefined;
  if (owners?.includes('public') !== true) return undefined;
  return {
    code: 'not-public',
    message: `${printImage(chosen)} is not the cloud's own image: ${ownerText(chosen)}. Set owners to ["public"] to get only the cloud's own.`,
  };
}

function ownerText({ owner, ownerId }: Image): string {
  const who = ownerId === undefined ? '' : ` (account ${ownerId})`;
  return `its owner is ${owner ?? 'unknown'}${who}`;
}

function arbitrary({ before, runnerUp, order }: TargetChoice, chosen: Image): Warning {
  const twin = [
    ...(before !== undefined && order.isArbitrary(before, chosen) ? [before] : []),
    ...(runnerUp !== undefined && order.isArbitrary(chosen, runnerUp) ? [runnerUp] : []),
  ][0];
  if (twin === undefined) return undefined;
  return {
    code: 'arbitrary-choice',
    message: `${printImage(chosen)} and ${printImage(twin)} differ only in their ids, so the lower id comes first. Add a condition that only one of them meets, or name one by imageIds.`,
  };
}
