/** The triggers of a pin, and that a lock leaves them without effect. Pure. */
import type { ImageWarning } from '../../image/answer.generated';
import { resolutionKey } from '../../pin/pin';
import { TRIGGERS_WITHOUT_EFFECT } from '../../pin/pin-engine';
import type { CtyObject, CtyValue } from '../cty/value';

/** Whether two values are the same. The order of a map's keys does not matter. */
export function isSameValue(a: CtyValue | undefined, b: CtyValue | undefined): boolean {
  return resolutionKey(a ?? null, null) === resolutionKey(b ?? null, null);
}

/** A warning where triggers are new or changed, though the lock decides. */
export function ignoredTriggers(
  prior: CtyObject | null,
  triggers: CtyValue | undefined,
): readonly ImageWarning[] {
  if (triggers === null || triggers === undefined) return [];
  if (prior !== null && isSameValue(prior['triggers'], triggers)) return [];
  return [TRIGGERS_WITHOUT_EFFECT];
}
