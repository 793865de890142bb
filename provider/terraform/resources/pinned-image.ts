/** `cloudimages_pinned_image`: one image, chosen once and held in the state. */
import { ImageError, isImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import { once } from '../../os-name/once';
import { decidePin, resolutionKey } from '../../pin/pin';
import { snakeCase } from '../../schema/field';
import { isCtyObject, isWhollyKnown, textOf, UNKNOWN, type CtyObject } from '../cty/value';
import { attributesOf } from '../schema/from-fields';
import { fromPlain, toPlain } from '../schema/values';
import { checkArguments } from '../server/check-arguments';
import { diagnoseError, diagnoseWarnings } from '../server/diagnose';
import type { Diagnostic } from '../server/diagnostic';
import type {
  Change,
  Configured,
  Context,
  EngineParts,
  KnownConfiguration,
  ManagedResource,
  Outcome,
} from '../server/parts';
import type { Recalled } from '../plan-memory/plan-memory';
import { unknownConfiguration } from '../server/unknown-configuration';
import { importPin } from './import-pin';
import { PIN_ARGUMENTS, PIN_QUERY_FIELDS, PIN_RESULTS } from './pin-fields';
import { readPin } from './read-pin';

export function pinnedImageResource({ checkQuery }: EngineParts): ManagedResource {
  return {
    schema: {
      version: 0,
      description:
        'One machine image, chosen when the resource is created and held in the state. It moves, in place, when its query or its `triggers` change, and never because a newer image appeared: a newer image, and a pinned image that is deprecated or gone, are warnings. Destroying it makes no request. Import by `cloud/region/image-id`.',
      attributes: [...attributesOf(PIN_ARGUMENTS, 'optional'), ...pinResults()],
    },
    validate: (config) => checkArguments(config, PIN_QUERY_FIELDS, checkQuery),
    plan: planPin,
    apply: applyPin,
    read: readPin,
    importState: importPin,
  };
}

/** The image is chosen here, so that a plan shows its id and an apply cannot choose another one. */
async function planPin({ prior, planned, config }: Change, context: Context): Promise<Outcome> {
  if (planned === null || config === null) return { value: null, diagnostics: [] };
  const given = argumentsOf(config);
  const inputs = withTargets(given, context.configured);
  if (!isWhollyKnown(inputs)) return { value: { ...given, ...unknownResults() }, diagnostics: [] };
  const key = keyOf(inputs);
  if (prior !== null && isKept(prior, key)) {
    return { value: { ...prior, ...given, resolution_key: key }, diagnostics: [] };
  }
  if ('unknownArguments' in context.configured) {
    return { value: { ...given, ...unknownResults() }, diagnostics: [] };
  }
  return choose(given, { ...context.configured, signal: context.signal });
}

/** Takes what the plan chose. Only what a plan could not know is looked up now. */
async function applyPin({ planned }: Change, { configured, signal }: Context): Promise<Outcome> {
  if (planned === null || isWhollyKnown(planned)) return { value: planned, diagnostics: [] };
  if ('unknownArguments' in configured) {
    return { value: null, diagnostics: unknownConfiguration(configured.unknownArguments) };
  }
  return choose(argumentsOf(planned), { ...configured, signal });
}

async function choose(
  given: CtyObject,
  { signal, ...configured }: KnownConfiguration & { readonly signal: AbortSignal },
): Promise<Outcome> {
  const { engine, planMemory } = configured;
  const key = keyOf(withTargets(given, configured));
  try {
    const recalled = await planMemory.recall(key);
    if (recalled.found === 'conflict' || recalled.found === 'unreadable-plan') {
      return { value: null, diagnostics: [forgotten(recalled)] };
    }
    if (recalled.found === 'choice' && isChoiceFor(key, recalled.choice)) {
      return { value: { ...given, ...recalled.choice }, diagnostics: [] };
    }
    const query = toPlain(given, PIN_QUERY_FIELDS);
    const { image, warnings } = await engine.getImage(query, { signal });
    const chosen = pinOf(image, key);
    return {
      value: { ...given, ...chosen },
      diagnostics: diagnoseWarnings(warnings),
      private: await planMemory.remember(key, chosen),
    };
  } catch (error) {
    return { value: null, diagnostics: diagnoseError(withAdvice(error, given), PIN_QUERY_FIELDS) };
  }
}

/** The general advice, to set `most_recent`, does not help a pin with several targets. */
function withAdvice(error: unknown, { targets }: CtyObject): unknown {
  const hasSeveralTargets = Array.isArray(targets) && targets.length > 1;
  if (!hasSeveralTargets || !isImageError(error) || error.code !== 'ambiguous-match') return error;
  return new ImageError(error.code, error.reason, { ...error.facts, hint: ONE_PIN_PER_TARGET });
}

const ONE_PIN_PER_TARGET = [
  'A pin holds one image in one target. Make one pin per target:',
  '  for_each = toset(["alicloud/cn-hangzhou", "tencentcloud/ap-singapore"])',
  '  targets  = [each.value]',
].join('\n');

/** What was recalled comes from a file: it counts only where it is complete. */
function isChoiceFor(key: string, choice: CtyObject): boolean {
  const { resolution_key, image_id, target, image } = choice;
  return (
    resolution_key === key &&
    textOf(image_id) !== '' &&
    textOf(target) !== '' &&
    isCtyObject(image) &&
    isWhollyKnown(choice)
  );
}

/** The results of a fresh choice. */
function pinOf(image: Image, key: string): CtyObject {
  return fromPlain(
    {
      id: image.id,
      imageId: image.id,
      target: image.target,
      image,
      resolutionKey: key,
      exists: true,
      deprecated: image.deprecated,
      outdated: false,
      latestImageId: image.id,
    },
    PIN_RESULTS,
  );
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
      ? `The saved plan holds different images for this query (${recalled.choices.map(({ image_id }) => textOf(image_id)).join(', ')}), chosen under other provider configurations than the present one. Nothing was changed for this pin. Make a new plan and apply it.`
      : `The saved plan cannot be read: ${recalled.reason}. This machine has no record of the image that was planned, and a newer one may have appeared since. Nothing was changed for this pin. Make a new plan on this machine and apply it, or run apply without a saved plan.`;
  return { severity: 'error', summary: 'The planned image is unknown', detail: what };
}

/** The results of a pin. A choice in the plan memory has their type. */
export const pinResults = once(() => attributesOf(PIN_RESULTS, 'computed'));

/** The results of a plan that cannot choose yet. */
function unknownResults(): CtyObject {
  return Object.fromEntries(pinResults().map(({ name }) => [name, UNKNOWN]));
}

function argumentsOf(object: CtyObject): CtyObject {
  return Object.fromEntries(
    Object.keys(PIN_ARGUMENTS).map((name) => [snakeCase(name), object[snakeCase(name)] ?? null]),
  );
}

/** The arguments with the targets that hold for them, unknown where the provider's are. */
function withTargets(given: CtyObject, configured: Configured): CtyObject {
  if (given['targets'] !== null) return given;
  return { ...given, targets: 'unknownArguments' in configured ? UNKNOWN : configured.targets };
}

/** @param inputs - all that the choice depends on, wholly known */
function keyOf(inputs: CtyObject): string {
  const { triggers, ...query } = toPlain(inputs, PIN_ARGUMENTS);
  return resolutionKey(query, triggers);
}

/** An imported pin has no key yet: it keeps its image, and takes the key of its configuration. */
function isKept(prior: CtyObject, key: string): boolean {
  const imageId = textOf(prior['image_id']);
  const heldKey = textOf(prior['resolution_key']);
  if (heldKey === '') return imageId !== '';
  return decidePin({ imageId, resolutionKey: heldKey }, key) === 'keep';
}
