/** What a pin's state holds, and the results that a choice gives. Pure. */
import type { Image } from '../../image/answer.generated';
import { once } from '../../os-name/once';
import { resolutionKey } from '../../pin/pin';
import { snakeCase } from '../../schema/field';
import { isCtyObject, isWhollyKnown, textOf, UNKNOWN, type CtyObject } from '../cty/value';
import { attributesOf } from '../schema/from-fields';
import { fromPlain, toPlain } from '../schema/values';
import { PIN_REPORT_FIELDS } from '../../schema/pin-fields';
import { PIN_ARGUMENTS, PIN_RESULTS } from './pin-fields';

/** The results of a pin. A choice in the plan memory has their type. */
export const pinResults = once(() => attributesOf(PIN_RESULTS, 'computed'));

/** The results of a plan that cannot choose yet. */
export function unknownResults(): CtyObject {
  return Object.fromEntries(pinResults().map(({ name }) => [name, UNKNOWN]));
}

/** The report of a pin that no cloud was asked about. */
export function emptyReport(): CtyObject {
  return fromPlain({}, PIN_REPORT_FIELDS);
}

/** The arguments alone. */
export function argumentsOf(object: CtyObject): CtyObject {
  return Object.fromEntries(
    Object.keys(PIN_ARGUMENTS).map((name) => [snakeCase(name), object[snakeCase(name)] ?? null]),
  );
}

/** @param inputs - all that the choice depends on, wholly known */
export function keyOf(inputs: CtyObject): string {
  const { triggers, ...query } = toPlain(inputs, PIN_ARGUMENTS);
  return resolutionKey(query, triggers);
}

/** The image ids in a state by target. States of older releases have only `target` and `image_id`. */
export function heldIds(prior: CtyObject | null): Readonly<Record<string, string>> {
  const ids = prior?.['image_id_by_target'];
  if (isCtyObject(ids)) return stringsOf(ids);
  const imageId = textOf(prior?.['image_id']);
  return imageId === '' ? {} : { [textOf(prior?.['target'])]: imageId };
}

/** The locked ids that a state remembers, by target. */
export function seenIds(prior: CtyObject | null): Readonly<Record<string, string>> {
  const ids = prior?.['locked_image_id_by_target'];
  return isCtyObject(ids) ? stringsOf(ids) : {};
}

/** A map of strings, without what is null. */
export function stringsOf(map: CtyObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}

/** What a pin holds: ids by target, and the image where there is one and its details are known. */
export interface Choice {
  readonly ids: Readonly<Record<string, string>>;
  readonly image?: Image | undefined;
  readonly key: string;
  /** The ids that are from the lock file, by target. */
  readonly locked?: Readonly<Record<string, string>>;
  readonly report?: CtyObject | undefined;
}

/** The results of a choice. `image_id`, `target` and `image` are only there for a single target. */
export function choiceResults({ ids, image, key, locked = {}, report }: Choice): CtyObject {
  const targets = Object.keys(ids);
  const [target] = targets;
  const isSingle = targets.length === 1 && target !== undefined;
  const results = isSingle
    ? { id: ids[target], imageId: ids[target], target, image }
    : { id: targets.map((each) => `${each}/${ids[each]}`).join(',') };
  const lockedImageIdByTarget = Object.keys(locked).length === 0 ? undefined : locked;
  return {
    ...fromPlain(
      { ...results, imageIdByTarget: ids, lockedImageIdByTarget, resolutionKey: key },
      PIN_RESULTS,
    ),
    ...report,
  };
}

/**
 * The results for images of the clouds' answer or of the lock file, at most one per target.
 *
 * @param isLocked - look-ups use the lock, so nothing is reported
 * @param locked - the targets that are locked
 */
export function resultsOf(
  images: readonly Image[],
  key: string,
  isLocked: boolean,
  locked: ReadonlySet<string> = new Set(),
): CtyObject {
  const [first] = images;
  const single = images.length === 1 ? first : undefined;
  const report = fromPlain(
    {
      exists: true,
      deprecated: images.every(({ deprecated }) => deprecated === undefined)
        ? undefined
        : images.some(({ deprecated }) => deprecated === true),
      outdated: false,
      latestImageId: single?.id,
    },
    PIN_REPORT_FIELDS,
  );
  const idsOf = (some: readonly Image[]): Readonly<Record<string, string>> =>
    Object.fromEntries(some.map(({ target, id }) => [target, id]));
  return choiceResults({
    ids: idsOf(images),
    image: single,
    locked: idsOf(images.filter(({ target }) => locked.has(target))),
    key,
    report: isLocked ? emptyReport() : report,
  });
}

/** What was recalled comes from a file: it counts only where it is complete. */
export function isChoiceFor(key: string, choice: CtyObject): boolean {
  const ids = choice['image_id_by_target'];
  if (choice['resolution_key'] !== key || !isCtyObject(ids) || !isWhollyKnown(choice)) return false;
  const held = Object.entries(stringsOf(ids));
  if (held.length === 0 || held.some(([target, id]) => target === '' || id === '')) return false;
  const [[target, id] = []] = held;
  return (
    held.length > 1 ||
    (choice['target'] === target && choice['image_id'] === id && isCtyObject(choice['image']))
  );
}
