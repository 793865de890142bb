/** The lock as pins in a state use it: what it says about their query, and adding what they hold. */
import type { Image, ImageWarning } from '../image/answer.generated';
import type { LockedIds } from '../pin/pin-engine';
import { collectQuery } from './collect';
import { decideLock } from './decide';
import { entriesOf } from './entry';
import { lockedAnswer } from './locked-answer';
import { addEntries, decisionWarnings, type LockedEngineParts } from './locked-engine';
import { assertAllowed, assertAllowedIds, policyWarnings } from './plan-policies';
import { refusalError } from './refusal';
import type { LockSettings } from './settings';

/** The lock as pins use it. */
export interface PinLock {
  /** Whether look-ups use the lock: any mode but `off`. @throws ImageError `invalid-configuration` */
  isUsed(): Promise<boolean>;
  /**
   * The entries for the query of a pin. No cloud is asked.
   *
   * @param held - the ids in the state by target
   * @throws ImageError `invalid-query`, `invalid-lock`; `not-locked` where the lock file is required
   * and missing, or where an entry is the simulator's and this run is not; `denied-image` for a locked
   * image, and for a held one without an entry
   */
  lookUp(query: unknown, held: Readonly<Record<string, string>>): Promise<LockedIds>;
  /**
   * Adds images that a state holds as the entries of a query. Does nothing unless the mode is `add`.
   *
   * @param images - a function is called only then
   * @returns warnings where the file cannot be written, and where an image violates a policy
   * @throws ImageError `denied-image`
   */
  add(
    query: unknown,
    images: readonly Image[] | (() => Promise<readonly Image[]>),
  ): Promise<readonly ImageWarning[]>;
}

/** While queries are collected, the lock is used without a file too. */
function isUsed({ mode, collect }: LockSettings): boolean {
  return mode !== 'off' || collect !== undefined;
}

/** Makes it from the parts of the locked engine. */
export function pinLockOf(parts: LockedEngineParts): PinLock {
  return {
    isUsed: async () => isUsed(await parts.settings()),
    lookUp: async (input, held) => {
      const settings = await parts.settings();
      if (!isUsed(settings)) return { ids: new Map(), warnings: [] };
      const required = settings.required && settings.collect === undefined;
      const question = await parts.prepare(input);
      const targets = Object.keys(held);
      if (settings.collect !== undefined && targets.length > 0) {
        const lockScope = settings.scope;
        await collectQuery(settings.collect, { ...question, targets, lockScope, held });
      }
      const lock = await parts.readLock(settings.file);
      const simulated = parts.isSimulated(question.targets);
      // A pin keeps what it holds without an entry: only what holds in every mode is refused.
      const facts = { mode: 'add', lock, required, simulated } as const;
      const decision = decideLock(question, facts);
      const { locked, refusal } = decision;
      if (refusal !== undefined) throw refusalError(refusal, question, settings);
      const { images } = lockedAnswer(question, locked);
      const policies = await parts.policies(question.name);
      assertAllowed(images, policies, settings);
      const others = Object.entries(held).filter(([target]) => !locked.has(target));
      assertAllowedIds(others, policies, settings);
      return {
        ids: new Map(
          [...locked].flatMap(
            ([
              target,
              {
                images: [first],
              },
            ]) => (first === undefined ? [] : [[target, first.id] as const]),
          ),
        ),
        warnings: [
          ...decisionWarnings(decision, question),
          ...policyWarnings(images, policies, parts.now().getTime()),
        ],
      };
    },
    add: async (input, images) => {
      const settings = await parts.settings();
      // What pins keep is collected, and locked after the command.
      if (settings.mode !== 'add' || settings.collect !== undefined) return [];
      const held = typeof images === 'function' ? await images() : images;
      const question = await parts.prepare(input);
      const policies = await parts.policies(question.name);
      assertAllowed(held, policies, settings);
      const simulated = parts.isSimulated(question.targets);
      const facts = { lockedAt: parts.now().toISOString(), release: parts.release, simulated };
      const entries = entriesOf({ images: held }, facts);
      const unwritten = await addEntries(parts, settings, question, entries);
      return [...policyWarnings(held, policies, parts.now().getTime()), ...unwritten];
    },
  };
}
