/** `cloudimages_pinned_image`: an image, chosen once and held in the state. */
import { isWhollyKnown, UNKNOWN, type CtyObject } from '../cty/value';
import { attributesOf } from '../schema/from-fields';
import { checkArguments } from '../server/check-arguments';
import { diagnoseError } from '../server/diagnose';
import type { Diagnostic } from '../server/diagnostic';
import type { Change, Configured, Context, EngineParts } from '../server/parts';
import type { ManagedResource, Outcome } from '../server/parts';
import { unknownConfiguration } from '../server/unknown-configuration';
import { snakeCase } from '../../schema/field';
import { addHeldImages, planUnderCandidate } from './candidate-in-lock';
import { argumentsOf, keyOf, pinResults, unknownResults } from './held-pin';
import { importPin } from './import-pin';
import { PIN_ARGUMENTS, PIN_QUERY_FIELDS } from './pin-fields';
import { choose, isHeldFor, keepOrChoose } from './query-pin';
import { readPin } from './read-pin';

export function pinnedImageResource({ checkQuery }: EngineParts): ManagedResource {
  return {
    schema: {
      version: 0,
      description:
        'A machine image, chosen when the resource is created and held in the state. It moves, in place, when its query, its `triggers` or its entry in the lock file change, and never because a newer image appeared: a newer image, and a pinned image that is deprecated or gone, are warnings. With `candidate` it takes the answer of a data source. Destroying it makes no request. Import by `cloud/region/image-id`.',
      attributes: [...attributesOf(PIN_ARGUMENTS, 'optional'), ...pinResults()],
    },
    validate: async (config) =>
      (config['candidate'] ?? null) === null
        ? checkArguments(config, PIN_QUERY_FIELDS, checkQuery)
        : besideCandidate(config),
    plan: planPin,
    apply: applyPin,
    read: readPin,
    importState: importPin,
  };
}

/** The image is chosen here, so that a plan shows its id and an apply cannot choose another one. */
async function planPin({ prior, planned, config }: Change, context: Context): Promise<Outcome> {
  if (planned === null || config === null) return { value: null, diagnostics: [] };
  return planArguments(prior, argumentsOf(config), context);
}

/** Takes what the plan chose. Only what a plan could not know is looked up now. */
async function applyPin({ prior, planned }: Change, context: Context): Promise<Outcome> {
  const { configured, signal } = context;
  if (planned === null || isWhollyKnown(planned)) return { value: planned, diagnostics: [] };
  if ('unknownArguments' in configured) {
    return { value: null, diagnostics: unknownConfiguration(configured.unknownArguments) };
  }
  const given = argumentsOf(planned);
  if (given['candidate'] !== null) return planArguments(prior, given, context);
  const inputs = withTargets(given, configured);
  return attempt(() => choose({ prior, given, inputs, working: { ...configured, signal } }));
}

async function planArguments(
  prior: CtyObject | null,
  given: CtyObject,
  { configured, signal }: Context,
): Promise<Outcome> {
  const unknown = { value: { ...given, ...unknownResults() }, diagnostics: [] };
  if (given['candidate'] !== null) {
    if (!isWhollyKnown(given)) return unknown;
    const plan = await planUnderCandidate(prior, given, configured);
    const warnings = await addHeldImages(plan, prior, given, { configured, signal });
    return { value: plan.value, diagnostics: [...plan.diagnostics, ...warnings] };
  }
  const inputs = withTargets(given, configured);
  if (!isWhollyKnown(inputs)) return unknown;
  const key = keyOf(inputs);
  if ('unknownArguments' in configured) {
    // What the lock says is not known either. The pin keeps what it holds.
    if (prior === null || !isHeldFor(prior, key)) return unknown;
    return { value: { ...prior, ...given, resolution_key: key }, diagnostics: [] };
  }
  return attempt(() => keepOrChoose({ prior, given, inputs, working: { ...configured, signal } }));
}

async function attempt(plan: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await plan();
  } catch (error) {
    return { value: null, diagnostics: diagnoseError(error, PIN_QUERY_FIELDS) };
  }
}

/** The arguments with the targets that hold for them, unknown where the provider's are. */
function withTargets(given: CtyObject, configured: Configured): CtyObject {
  if (given['targets'] !== null) return given;
  return { ...given, targets: 'unknownArguments' in configured ? UNKNOWN : configured.targets };
}

/** A candidate stands for a whole query. */
function besideCandidate(config: CtyObject): readonly Diagnostic[] {
  return Object.keys(PIN_QUERY_FIELDS)
    .map(snakeCase)
    .filter((name) => (config[name] ?? null) !== null)
    .map((name) => ({
      severity: 'error',
      summary: 'Invalid pin',
      detail: `${name} is not allowed beside candidate. The data source of the candidate has the query.`,
      path: [{ attribute: name }],
    }));
}
