/** A refresh of a pin: what the clouds say about it now. */
import { isImageError } from '../../errors/image-error';
import { inspectPin } from '../../pin/inspect-pin';
import type { PinReport } from '../../pin/pin';
import { rememberLocked } from '../../pin/pin-under-lock';
import type { CtyObject } from '../cty/value';
import { toPlain } from '../schema/values';
import { diagnoseError, diagnoseWarnings } from '../server/diagnose';
import type { Context, KnownConfiguration, Outcome } from '../server/parts';
import { readCandidate } from './candidate-pin';
import { emptyReport, heldIds, seenIds } from './held-pin';
import { PIN_QUERY_FIELDS } from './pin-fields';

/**
 * Updates the report in the state and warns. The image stays as it is, and so does the resource:
 * neither a vanished image nor a cloud that does not answer may stop a plan or a destroy. Under a
 * lock no cloud is asked, and the report is empty.
 */
export async function readPin(state: CtyObject, context: Context): Promise<Outcome> {
  if ('unknownArguments' in context.configured) return { value: state, diagnostics: [] };
  const { engine } = context.configured;
  const held = heldIds(state);
  // States of older releases lack it.
  const pinned = { ...state, image_id_by_target: held };
  try {
    if (await engine.pinLock.isUsed()) {
      const locked = await rememberedIds(state, engine);
      return { value: { ...pinned, ...emptyReport(), ...locked }, diagnostics: [] };
    }
    const reports = await Promise.all(
      Object.entries(held).map(([target, imageId]) =>
        inspectPin(
          engine,
          { target, imageId, query: queryFor(target, state) },
          { signal: context.signal },
        ),
      ),
    );
    return {
      value: { ...pinned, ...reportAttributes(reports) },
      diagnostics: diagnoseWarnings(reports.flatMap(({ warnings }) => warnings)),
    };
  } catch (error) {
    return { value: null, diagnostics: diagnoseError(error, PIN_QUERY_FIELDS) };
  }
}

/**
 * What the state remembers of the lock file from now on. A refresh changes the state without a plan
 * that shows a change, so a stack that gets a lock file has nothing to apply.
 */
async function rememberedIds(
  state: CtyObject,
  { pinLock }: KnownConfiguration['engine'],
): Promise<CtyObject> {
  const candidate = readCandidate(state['candidate']);
  if (state['resolution_key'] === '') return {};
  const held = heldIds(state);
  try {
    const query =
      candidate === undefined
        ? toPlain(state, PIN_QUERY_FIELDS)
        : (JSON.parse(candidate.query) as object);
    const { ids: locked } = await pinLock.lookUp(query, {});
    const ids = rememberLocked({ held, locked, seen: seenIds(state) });
    return { locked_image_id_by_target: Object.keys(ids).length === 0 ? null : { ...ids } };
  } catch (error) {
    // What is wrong with the lock is reported by the plan. A destroy must not fail by it.
    if (error instanceof SyntaxError || (isImageError(error) && error.code !== 'cancelled'))
      return {};
    throw error;
  }
}

/** The query that chose the image of a target. Undefined: only the image itself is looked at. */
function queryFor(target: string, state: CtyObject): unknown {
  const isImported = state['resolution_key'] === '';
  const hasCandidate = (state['candidate'] ?? null) !== null;
  if (isImported || hasCandidate) return undefined;
  const query = toPlain(state, PIN_QUERY_FIELDS);
  if (Object.keys(heldIds(state)).length === 1) return query;
  // One target alone may have another newest build than all of them together.
  return query['sameBuild'] === true ? undefined : { ...query, targets: [target] };
}

/** What could be found out, over all targets. The rest of the state stays. */
function reportAttributes(reports: readonly PinReport[]): CtyObject {
  const known = <T>(values: readonly (T | undefined)[]): readonly T[] =>
    values.filter((value): value is T & {} => value !== undefined);
  const exists = known(reports.map((report) => report.exists));
  const deprecated = known(reports.map((report) => report.deprecated));
  const outdated = known(reports.map((report) => report.outdated));
  const [single, ...others] = reports;
  const latest = others.length === 0 ? (single?.latestImageId ?? null) : null;
  return {
    ...(exists.length === 0 ? {} : { exists: exists.every(Boolean) }),
    ...(deprecated.length === 0 ? {} : { deprecated: deprecated.some(Boolean) }),
    ...(outdated.length === 0 ? {} : { outdated: outdated.some(Boolean), latest_image_id: latest }),
  };
}
