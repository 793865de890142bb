/** A refresh of a pin: what the clouds say about it now. */
import { inspectPin } from '../../pin/inspect-pin';
import type { PinReport } from '../../pin/pin';
import { textOf, type CtyObject } from '../cty/value';
import { toPlain } from '../schema/values';
import { diagnoseError, diagnoseWarnings } from '../server/diagnose';
import type { Context, Outcome } from '../server/parts';
import { PIN_QUERY_FIELDS } from './pin-fields';

/**
 * Updates the report in the state and warns. The image stays as it is, and so does the resource:
 * neither a vanished image nor a cloud that does not answer may stop a plan or a destroy.
 */
export async function readPin(state: CtyObject, context: Context): Promise<Outcome> {
  if ('unknownArguments' in context.configured) return { value: state, diagnostics: [] };
  const isImported = state['resolution_key'] === '';
  try {
    const report = await inspectPin(
      context.configured.engine,
      {
        target: textOf(state['target']),
        imageId: textOf(state['image_id']),
        query: isImported ? undefined : toPlain(state, PIN_QUERY_FIELDS),
      },
      { signal: context.signal },
    );
    return {
      value: { ...state, ...reportAttributes(report) },
      diagnostics: diagnoseWarnings(report.warnings),
    };
  } catch (error) {
    return { value: null, diagnostics: diagnoseError(error, PIN_QUERY_FIELDS) };
  }
}

/** What could be found out. The rest of the state stays. */
function reportAttributes(report: PinReport): CtyObject {
  const { exists, deprecated, outdated, latestImageId } = report;
  return {
    ...(exists === undefined ? {} : { exists }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(outdated === undefined ? {} : { outdated, latest_image_id: latestImageId ?? null }),
  };
}
