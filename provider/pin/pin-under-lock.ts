/** What a pin does under a lock: the lock decides. Pure. */

/** A pin, and what the lock says about its query. */
export interface PinUnderLock {
  /** The image ids in the state, by target. Empty for a new pin. */
  readonly held: Readonly<Record<string, string>>;
  /** Whether the ids in the state were chosen for the query of today. Triggers do not matter. */
  readonly isSameQuery: boolean;
  /** The first locked id of every target that has an entry for the query. */
  readonly locked: ReadonlyMap<string, string>;
  /** The locked ids that the state remembers, by target: see {@link rememberLocked}. */
  readonly seen: Readonly<Record<string, string>>;
  /** Whether the triggers are others than in the state. */
  readonly triggersChanged: boolean;
}

/** What a pin does under a lock. */
export type PinDecision =
  /** A new pin or a changed query: the look-up is answered through the lock. */
  | { readonly do: 'resolve' }
  | {
      readonly do: 'keep';
      /** Targets that take the locked image, since their entry or the triggers changed. */
      readonly moved: readonly string[];
      /** Targets without an entry. They keep their image, and mode `add` writes it. */
      readonly unlocked: readonly string[];
      /** Targets that keep another image than the locked one, since their entry did not change. */
      readonly apart: readonly string[];
    };

/**
 * Decides what a pin does while look-ups use the lock.
 *
 * A changed entry moves a pin. An entry that appears does not, even if it has another image than the
 * state: adding or removing a lock file never moves a pin. Triggers take such a pin to the locked
 * image, and have no effect otherwise.
 */
export function decideUnderLock(pin: PinUnderLock): PinDecision {
  const { held, isSameQuery, locked, seen, triggersChanged } = pin;
  const targets = Object.keys(held);
  if (targets.length === 0 || !isSameQuery) return { do: 'resolve' };
  const different = targets.filter(
    (target) => (locked.get(target) ?? held[target]) !== held[target],
  );
  const hasChanged = (target: string): boolean =>
    seen[target] !== undefined && seen[target] !== locked.get(target);
  const moved = different.filter((target) => triggersChanged || hasChanged(target));
  return {
    do: 'keep',
    moved,
    unlocked: targets.filter((target) => !locked.has(target)),
    apart: different.filter((target) => !moved.includes(target)),
  };
}

/**
 * The locked ids that a state remembers after it was compared with the lock: what an entry had when
 * it appeared, or when it last agreed with the pin. A lock file that was removed is not forgotten.
 */
export function rememberLocked({
  held,
  locked,
  seen,
}: Pick<PinUnderLock, 'held' | 'locked' | 'seen'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(held).flatMap(([target, imageId]) => {
      const now = locked.get(target);
      const before = seen[target];
      const id = before === undefined || now === imageId ? (now ?? before) : before;
      return id === undefined ? [] : [[target, id]];
    }),
  );
}
