/** `cloudimages_pinned_image`: one image, chosen once and held in the state. */
import type { Image } from '../../image/answer.generated';
import { once } from '../../os-name/once';
import { decidePin, resolutionKey } from '../../pin/pin';
import { snakeCase } from '../../schema/field';
import { conform, isCtyObject, isWhollyKnown, textOf, UNKNOWN, type CtyObject } from '../cty/value';
import { objectType } from '../schema/attribute';
import { attributesOf } from '../schema/from-fields';
import { fromPlain, toPlain } from '../schema/values';
import { checkArguments } from '../server/check-arguments';
import { diagnoseError, diagnoseWarnings } from '../server/diagnose';
import type {
  Change,
  Configured,
  Context,
  EngineParts,
  KnownConfiguration,
  ManagedResource,
  Outcome,
} from '../server/parts';
import { unknownConfiguration } from '../server/unknown-configuration';
import { importPin } from './import-pin';
import { PIN_ARGUMENTS, PIN_QUERY_FIELDS, PIN_RESULTS } from './pin-fields';
import { readPin } from './read-pin';

export function pinnedImageResource({ checkQuery }: EngineParts): ManagedResource {
  return {
    schema: {
      version: 0,
      description:
        'One machine image, chosen when the resource is created and held in the state. It moves, in place, when its query or its `triggers` change, and never because a newer image appeared: a newer, deprecated or vanished image is a warning. Destroying it asks no cloud. Import by `cloud/region/image-id`.',
      attributes: [...attributesOf(PIN_ARGUMENTS, 'optional'), ...results()],
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

/** Takes what the plan chose. Only what a plan could not know is asked now. */
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
  const { engine, choices } = configured;
  const key = keyOf(withTargets(given, configured));
  try {
    const planned = conform(await choices.recall(key), objectType(results()));
    if (isCtyObject(planned) && planned['resolution_key'] === key) {
      return { value: { ...given, ...planned }, diagnostics: [] };
    }
    const query = toPlain(given, PIN_QUERY_FIELDS);
    const { image, warnings } = await engine.getImage(query, { signal });
    const chosen = pinOf(image, key);
    await choices.remember(key, chosen);
    return { value: { ...given, ...chosen }, diagnostics: diagnoseWarnings(warnings) };
  } catch (error) {
    return { value: null, diagnostics: diagnoseError(error, PIN_QUERY_FIELDS) };
  }
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

const results = once(() => attributesOf(PIN_RESULTS, 'computed'));

/** What a plan says while it cannot choose. */
function unknownResults(): CtyObject {
  return Object.fromEntries(results().map(({ name }) => [name, UNKNOWN]));
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
