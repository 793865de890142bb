/** Seeded chance: the same numbers for the same seed, on every machine. */

export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number below a bound. */
  below(bound: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Some of the choices, each at most once. */
  some<T>(choices: readonly T[], count: number): readonly T[];
}

/** A generator of its own for each look-up, so that one look-up can be run alone. */
export function createRandom(seed: number, index = 0): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca77);
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const pick = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new Error('nothing to pick from');
    return choices[below(choices.length)] as T;
  };
  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    some(choices, count) {
      const left = [...choices];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(below(left.length), 1),
      ).flat();
    },
  };
}
