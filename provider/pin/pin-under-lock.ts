/** What a pin does under a lock: the lock decides. Pure. */

/** A pin, and what the lock says about its query. */
export interface PinUnderLock {
  /** The image ids in the state, by target. Empty for a new pin. */
  readonly held: Readonly<Record<string, string>>;
  /** Whether the ids in the state were chosen for the query of today. Triggers do not matter. */
  readonly isSameQuery: boolean;
  /** The first locked id of every target that has an entry for the query. */
  readonly locked: ReadonlyMap<string, string>;
}

/** What a pin does under a lock. */
export type PinDecision =
  /** A new pin or a changed query: the look-up is answered through the lock. */
  | { readonly do: 'resolve' }
  | {
      readonly do: 'keep';
      /** Targets that are locked to another id than the state holds. They take the locked image. */
      readonly moved: readonly string[];
      /** Targets without an entry. They keep their image, and mode `add` writes it. */
      readonly unlocked: readonly string[];
    };

/**
 * Decides what a pin does while look-ups use the lock.
 *
 * A target without an entry keeps its image, so adding or removing a lock file does not move a pin.
 */
export function decideUnderLock({ held, isSameQuery, locked }: PinUnderLock): PinDecision {
  const targets = Object.keys(held);
  if (targets.length === 0 || !isSameQuery) return { do: 'resolve' };
  return {
    do: 'keep',
    moved: targets.filter((target) => (locked.get(target) ?? held[target]) !== held[target]),
    unlocked: targets.filter((target) => !locked.has(target)),
  };
}
