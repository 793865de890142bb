/** A pin with a candidate among its surroundings: pins of an own query before, and the lock file. */
import { isImageError } from '../../errors/image-error';
import { queryKeyOf } from '../candidate/query-key';
import type { CtyObject } from '../cty/value';
import { toPlain } from '../schema/values';
import { diagnoseError, diagnoseWarnings } from '../server/diagnose';
import type { Diagnostic } from '../server/diagnostic';
import type { Configured, Context } from '../server/parts';
import { planCandidate, readCandidate, type CandidatePlan } from './candidate-pin';
import { heldImages } from './held-images';
import { heldIds } from './held-pin';
import { PIN_QUERY_FIELDS } from './pin-fields';

/** Plans a pin. One that had the same query as an argument before keeps its image. */
export async function planUnderCandidate(
  prior: CtyObject | null,
  given: CtyObject,
  configured: Configured,
): Promise<CandidatePlan> {
  const hadQuery = prior !== null && readCandidate(prior['candidate']) === undefined;
  if (!hadQuery || 'unknownArguments' in configured) return planCandidate(prior, given);
  const priorKey = await configured.engine.prepare(toPlain(prior, PIN_QUERY_FIELDS)).then(
    queryKeyOf,
    // The query of a state may have been valid for another release only.
    () => undefined,
  );
  return planCandidate(prior, given, priorKey);
}

/**
 * Adds the images that the pin keeps to the lock file, in mode `add`. The data source may just have
 * added its own newer answer there, which would move the pin in the next plan.
 */
export async function addHeldImages(
  { unlocked }: CandidatePlan,
  prior: CtyObject | null,
  given: CtyObject,
  { configured, signal }: Context,
): Promise<readonly Diagnostic[]> {
  const query = readCandidate(given['candidate'])?.query ?? '';
  if (prior === null || unlocked.length === 0 || 'unknownArguments' in configured) return [];
  const { engine } = configured;
  try {
    const asked = { ...(JSON.parse(query) as object), targets: unlocked };
    if (await engine.pinLock.isUsed()) {
      const ids = heldIds(prior);
      const held = Object.fromEntries(unlocked.map((target) => [target, ids[target] ?? '']));
      // A denied image is an error, and `cloudimages lock -- COMMAND` collects what the pin keeps.
      await engine.pinLock.lookUp(asked, held);
    }
    const warnings = await engine.pinLock.add(asked, () =>
      heldImages(prior, unlocked, { engine, signal }),
    );
    return diagnoseWarnings(warnings);
  } catch (error) {
    if (isImageError(error) && error.code === 'cancelled') throw error;
    if (isImageError(error) && error.code === 'denied-image') return diagnoseError(error, {});
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The pinned image was not added to the lock file: ${reason}.`;
    return diagnoseWarnings([{ code: 'lock-not-written', message }]);
  }
}
