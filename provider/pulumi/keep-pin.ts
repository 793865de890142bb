/** When PinnedImage keeps the image of its state: by its key, or by the lock. */
import type { ImageWarning } from '../image/answer.generated';
import { decidePin, resolutionKey } from '../pin/pin';
import { apartFromLock, TRIGGERS_WITHOUT_EFFECT, type PinEngine } from '../pin/pin-engine';
import { decideUnderLock, rememberLocked } from '../pin/pin-under-lock';
import { heldBy, imagesIn, isAdopted, targetOf, textOf } from './pin-properties';
import type { Properties } from './properties';

/** A pin in the state, and what the program asks for now. */
export interface PinToKeep {
  readonly olds: Properties;
  readonly query: Properties;
  /** What the query means. */
  readonly meant: Properties;
  readonly key: string;
}

/** A pin that stays. */
export interface KeptPin {
  readonly warnings: readonly ImageWarning[];
  /** What the state remembers of the lock. */
  readonly lockedImageId?: string | undefined;
}

/** The pin that stays; undefined where it has to be looked up. */
type Keep = (engine: PinEngine, pin: PinToKeep) => Promise<KeptPin | undefined>;

export const keepWithoutLock: Keep = async (_engine, { olds, key }) =>
  isAdopted(olds) || decidePin(heldBy(olds), key) === 'keep' ? { warnings: [] } : undefined;

export const keepUnderLock: Keep = async ({ pinLock }, { olds, query, meant, key }) => {
  const { imageId, resolutionKey: keyBefore } = heldBy(olds);
  const target = targetOf(olds);
  const held = imageId === '' ? {} : { [target]: imageId };
  const before = textOf(olds['lockedImageId']);
  const seen = before === '' ? {} : { [target]: before };
  const triggersChanged = !isAdopted(olds) && keyBefore !== key;
  const { ids: locked, warnings } = await pinLock.lookUp(query, held);
  const decision = decideUnderLock({
    held,
    isSameQuery: isAdopted(olds) || keyBefore === resolutionKey(meant, olds['triggers']),
    ...{ locked, seen, triggersChanged },
  });
  if (decision.do === 'resolve' || decision.moved.length > 0) return undefined;
  const { apart, unlocked } = decision;
  const added = unlocked.length === 0 ? [] : await pinLock.add(query, imagesIn(olds));
  const after = unlocked.length === 0 ? locked : (await pinLock.lookUp(query, held)).ids;
  return {
    lockedImageId: rememberLocked({ held, locked: after, seen })[target],
    warnings: [
      ...warnings,
      ...added,
      ...apart.map((one) => apartFromLock(one, imageId, locked.get(one) ?? '')),
      ...(triggersChanged ? [TRIGGERS_WITHOUT_EFFECT] : []),
    ],
  };
};
