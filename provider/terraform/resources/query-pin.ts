/** A pin that has a query of its own: keeps its image, follows the lock, or asks. */
import { ImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import { countImages } from '../../image/print-image';
import { decidePin } from '../../pin/pin';
import { apartFromLock, lockedOf, warningsForKept } from '../../pin/pin-engine';
import { decideUnderLock } from '../../pin/pin-under-lock';
import { queryKeyOf } from '../candidate/query-key';
import { textOf, type CtyObject } from '../cty/value';
import type { Recalled } from '../plan-memory/plan-memory';
import { toPlain, type PlainObject } from '../schema/values';
import { diagnoseWarnings } from '../server/diagnose';
import type { Diagnostic } from '../server/diagnostic';
import type { KnownConfiguration, Outcome } from '../server/parts';
import { readCandidate } from './candidate-pin';
import { heldImages } from './held-images';
import {
  choiceResults,
  emptyReport,
  heldIds,
  isChoiceFor,
  keyOf,
  resultsOf,
  seenIds,
} from './held-pin';
import { PIN_QUERY_FIELDS } from './pin-fields';
import { ignoredTriggers, isSameValue } from './triggers';

/** What a plan of a pin starts from. */
export interface QueryPin {
  readonly prior: CtyObject | null;
  /** The arguments, wholly known. */
  readonly given: CtyObject;
  /** The arguments with the targets that hold for them. */
  readonly inputs: CtyObject;
  readonly working: KnownConfiguration & { readonly signal: AbortSignal };
}

/** An imported pin has no key yet: it keeps its image, and takes the key of its configuration. */
export function isHeldFor(prior: CtyObject, key: string): boolean {
  const heldKey = textOf(prior['resolution_key']);
  const [imageId = ''] = Object.values(heldIds(prior));
  if (heldKey === '') return imageId !== '';
  return decidePin({ imageId, resolutionKey: heldKey }, key) === 'keep';
}

/**
 * Plans a pin that is in the state, or a new one.
 *
 * @throws ImageError of the lock and of the clouds
 */
export async function keepOrChoose(pin: QueryPin): Promise<Outcome> {
  const { prior, given, inputs, working } = pin;
  if (prior === null) return choose(pin);
  // A saved plan decides before the lock of this machine does.
  const recalled = await working.planMemory.recall(memoryKey(pin));
  const key = keyOf(inputs);
  if (recalled.found === 'choice' && isChoiceFor(key, recalled.choice)) {
    return { value: { ...given, ...recalled.choice }, diagnostics: [] };
  }
  if (await working.engine.pinLock.isUsed()) return followLock(pin, prior);
  if (!isHeldFor(prior, key) && !(await isOfCandidate(prior, pin))) return choose(pin);
  return { value: { ...prior, ...given, resolution_key: key }, diagnostics: [] };
}

/** The lock decides. */
async function followLock(pin: QueryPin, prior: CtyObject): Promise<Outcome> {
  const { given, inputs, working } = pin;
  const { engine, planMemory, signal } = working;
  const query = toPlain(given, PIN_QUERY_FIELDS);
  const triggers = prior['triggers'] ?? null;
  const givenBefore: CtyObject = { ...given, triggers };
  const sameTriggers = { ...pin, given: givenBefore };
  const isSameQuery =
    isHeldFor(prior, keyOf({ ...inputs, triggers })) || (await isOfCandidate(prior, sameTriggers));
  const held = heldIds(prior);
  const { ids: locked, warnings: ofLock } = await engine.pinLock.lookUp(query, held);
  const seen = seenIds(prior);
  const triggersChanged = !isSameValue(triggers, given['triggers']);
  const decision = decideUnderLock({ held, isSameQuery, locked, seen, triggersChanged });
  if (decision.do === 'resolve') return choose(pin);

  const { moved, unlocked, apart } = decision;
  const key = keyOf(inputs);
  const warnings = [
    ...warningsForKept(ofLock, moved),
    ...apart.map((target) => apartFromLock(target, held[target] ?? '', locked.get(target) ?? '')),
    ...(moved.length === 0 ? ignoredTriggers(prior, given['triggers']) : []),
    ...(unlocked.length === 0
      ? []
      : await engine.pinLock.add({ ...query, targets: unlocked }, () =>
          heldImages(prior, unlocked, working),
        )),
  ];
  if (moved.length === 0) {
    return {
      value: { ...prior, ...given, resolution_key: key },
      diagnostics: diagnoseWarnings(warnings),
    };
  }
  const answer = await engine.getImages({ ...query, targets: moved }, { signal });
  const images = onePerTarget(answer.images);
  const ids = { ...held, ...Object.fromEntries(images.map(({ target, id }) => [target, id])) };
  const image = Object.keys(ids).length === 1 ? images[0] : undefined;
  const taken = Object.fromEntries(moved.map((target) => [target, locked.get(target) ?? '']));
  const choice = choiceResults({
    ...{ ids, image, key, report: emptyReport() },
    locked: { ...seen, ...taken },
  });
  return {
    value: { ...given, ...choice },
    diagnostics: diagnoseWarnings([...warnings, ...answer.warnings]),
    private: await planMemory.remember(memoryKey(pin), choice),
  };
}

/**
 * The image that the plan chose, or that the query means now.
 *
 * @throws ImageError of the lock and of the clouds
 */
export async function choose(pin: QueryPin): Promise<Outcome> {
  const { prior, given, inputs, working } = pin;
  const { engine, planMemory } = working;
  const key = keyOf(inputs);
  const recalled = await planMemory.recall(memoryKey(pin));
  if (recalled.found === 'conflict' || recalled.found === 'unreadable-plan') {
    return { value: null, diagnostics: [forgotten(recalled)] };
  }
  if (recalled.found === 'choice' && isChoiceFor(key, recalled.choice)) {
    return { value: { ...given, ...recalled.choice }, diagnostics: [] };
  }
  const query = toPlain(given, PIN_QUERY_FIELDS);
  const { images, warnings } = await ask(pin, query);
  const isLocked = await engine.pinLock.isUsed();
  const ids = Object.fromEntries(images.map(({ target, id }) => [target, id]));
  const locked = new Set(await lockedOf(engine, query, ids));
  const chosen = resultsOf(images, key, isLocked, locked);
  return {
    value: { ...given, ...chosen },
    diagnostics: diagnoseWarnings([
      ...warnings,
      ...(isLocked ? ignoredTriggers(prior, given['triggers']) : []),
    ]),
    private: await planMemory.remember(memoryKey(pin), chosen),
  };
}

/** One image for a query with one target; one per target for several. */
async function ask({ working }: QueryPin, query: PlainObject) {
  const { engine, signal } = working;
  const { targets } = await engine.prepare(query);
  if (targets.length > 1) {
    const { images, warnings } = await engine.getImages(query, { signal });
    return { images: onePerTarget(images), warnings };
  }
  const { image, warnings } = await engine.getImage(query, { signal });
  return { images: [image], warnings };
}

/** @throws ImageError `ambiguous-match` where a target has several images */
function onePerTarget(images: readonly Image[]): readonly Image[] {
  const several = images.find(
    ({ target, id }) => images.find((other) => other.target === target)?.id !== id,
  );
  if (several === undefined) return images;
  const count = images.filter(({ target }) => target === several.target).length;
  throw new ImageError(
    'ambiguous-match',
    `${countImages(count)} match in ${several.target}, and a pin holds one per target`,
    { hint: 'Set mostRecent to true to get the first in the order, or narrow the query.' },
  );
}

/** Whether the state holds the answer of a data source with the same query, and the same triggers. */
async function isOfCandidate(prior: CtyObject, { given, working }: QueryPin): Promise<boolean> {
  const candidate = readCandidate(prior['candidate']);
  if (candidate === undefined || !isSameValue(prior['triggers'], given['triggers'])) return false;
  const prepared = await working.engine.prepare(toPlain(given, PIN_QUERY_FIELDS));
  return candidate.queryKey === queryKeyOf(prepared);
}

/** Pins of one query that hold different images may move differently in one plan. */
function memoryKey({ prior, inputs }: QueryPin): string {
  return [keyOf(inputs), ...Object.values(heldIds(prior))].join(' ');
}

/**
 * Why a saved plan cannot be applied. Choosing again would risk another image than the planned one,
 * which Terraform calls a bug in the provider.
 */
function forgotten(
  recalled: Extract<Recalled, { found: 'conflict' | 'unreadable-plan' }>,
): Diagnostic {
  const what =
    recalled.found === 'conflict'
      ? `The saved plan holds different images for this query (${recalled.choices.flatMap((choice) => Object.values(heldIds(choice))).join(', ')}), chosen under other provider configurations than the present one. Nothing was changed for this pin. Make a new plan and apply it.`
      : `The saved plan cannot be read: ${recalled.reason}. So the image that was planned is not known, and a newer one may have appeared since. Nothing was changed for this pin. Run apply without a saved plan, or give the pin the candidate of a data source, which needs no reading of the plan.`;
  return { severity: 'error', summary: 'The planned image is unknown', detail: what };
}
