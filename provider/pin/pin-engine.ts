/** What pins need of an engine, and the warnings of pins under a lock. */
import type { Image, ImageWarning } from '../image/answer.generated';
import type { Engine } from '../look-up/engine';

/** An engine as pins use it. `createEngine` makes it. */
export interface PinEngine extends Pick<Engine, 'getImage' | 'findImage'> {
  /** A query with its name replaced, and its targets apart. @throws ImageError `invalid-query` */
  prepare(query: unknown): Promise<{
    readonly query: Readonly<Record<string, unknown>>;
    readonly targets: readonly string[];
  }>;
  readonly pinLock: {
    /** Whether look-ups use the lock. @throws ImageError `invalid-configuration` */
    isUsed(): Promise<boolean>;
    /** The entries for the query of a pin. @throws ImageError `denied-image` */
    lookUp(query: unknown, held: Readonly<Record<string, string>>): Promise<LockedIds>;
    /** Adds images that a state holds, in mode `add`. A file that cannot be written is a warning. */
    add(query: unknown, images: readonly Image[]): Promise<readonly ImageWarning[]>;
  };
}

/** What the lock says about the query of a pin. */
export interface LockedIds {
  /** The first locked id of every target that has an entry. */
  readonly ids: ReadonlyMap<string, string>;
  /** Policies that the locked images violate, and a scope that is missing. */
  readonly warnings: readonly ImageWarning[];
}

/**
 * The targets whose locked image was just chosen. In mode `add` the look-up itself locked it.
 *
 * @param chosen - ids by target
 */
export async function lockedOf(
  { pinLock }: Pick<PinEngine, 'pinLock'>,
  query: unknown,
  chosen: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  if (!(await pinLock.isUsed())) return [];
  const { ids } = await pinLock.lookUp(query, {});
  return Object.keys(chosen).filter((target) => ids.get(target) === chosen[target]);
}

/** Triggers changed, and the lock decides. */
export const TRIGGERS_WITHOUT_EFFECT: ImageWarning = {
  code: 'triggers-without-effect',
  message:
    '`triggers` have no effect under a lock: the lock file decides which image is used. Run `cloudimages lock --update` to lock a newer image.',
};

/** The lock has had another image than the pin since its entry appeared. */
export function apartFromLock(target: string, heldId: string, lockedId: string): ImageWarning {
  return {
    code: 'pin-not-locked-image',
    target,
    message: `The lock file has ${lockedId} for this pin, which keeps ${heldId}: a lock entry that is added moves no pin. To take the locked image, change a value in \`triggers\`. To keep this one, lock it with \`cloudimages lock --from-state\` or \`cloudimages lock NAME=${heldId} --reason TEXT\`.`,
  };
}

/** What the lock says about the targets that stay as they are. */
export function warningsForKept(
  warnings: readonly ImageWarning[],
  moved: readonly string[],
): readonly ImageWarning[] {
  return warnings.filter(({ target }) => target === undefined || !moved.includes(target));
}
