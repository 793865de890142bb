/** The lock as pins in a state use it: what it says about their query, and adding what they hold. */
import type { Image, ImageWarning } from '../image/answer.generated';
import { decideLock } from './decide';
import { entriesOf } from './entry';
import { lockedAnswer } from './locked-answer';
import { addEntries, type LockedEngineParts } from './locked-engine';
import { assertAllowed } from './plan-policies';
import { refusalError } from './refusal';

/** The lock as pins use it. */
export interface PinLock {
  /** Whether look-ups use the lock: any mode but `off`. @throws ImageError `invalid-configuration` */
  isUsed(): Promise<boolean>;
  /**
   * The first locked id of every target that has an entry for a query. No cloud is asked.
   *
   * @throws ImageError `invalid-query`, `invalid-lock`; `not-locked` where the lock file is required
   * and missing, or where an entry is the simulator's and this run is not; `denied-image`
   */
  lockedIds(query: unknown): Promise<ReadonlyMap<string, string>>;
  /**
   * Adds images that a state holds as the entries of a query. Does nothing unless the mode is `add`.
   *
   * @param images - a function is called only then
   * @returns a warning where the file cannot be written
   */
  add(
    query: unknown,
    images: readonly Image[] | (() => Promise<readonly Image[]>),
  ): Promise<readonly ImageWarning[]>;
}

/** Makes it from the parts of the locked engine. */
export function pinLockOf(parts: LockedEngineParts): PinLock {
  return {
    isUsed: async () => (await parts.settings()).mode !== 'off',
    lockedIds: async (input) => {
      const settings = await parts.settings();
      const { mode, required } = settings;
      if (mode === 'off') return new Map();
      const question = await parts.prepare(input);
      const lock = await parts.readLock(settings.file);
      const simulated = parts.isSimulated(question.targets);
      // A pin keeps what it holds without an entry: only what holds in every mode is refused.
      const facts = { mode: 'use', lock, required, simulated } as const;
      const { locked, refusal } = decideLock(question, facts);
      if (refusal !== undefined) throw refusalError(refusal, question, settings);
      const { images } = lockedAnswer(question, locked);
      assertAllowed(images, await parts.policies(question.name), settings);
      return new Map(
        [...locked].flatMap(([target, { images }]) => {
          const [first] = images;
          return first === undefined ? [] : [[target, first.id] as const];
        }),
      );
    },
    add: async (input, images) => {
      const settings = await parts.settings();
      if (settings.mode !== 'add') return [];
      const held = typeof images === 'function' ? await images() : images;
      const question = await parts.prepare(input);
      const simulated = parts.isSimulated(question.targets);
      const facts = { lockedAt: parts.now().toISOString(), release: parts.release, simulated };
      return addEntries(parts, settings, question, entriesOf({ images: held }, facts));
    },
  };
}
