/** What to do with a query under a lock. Pure: no file, no cloud, no clock. */
import { lookUpLocked, type Lock, type LockedTarget, type PlainQuery } from '@cloudimages/lock';
import type { LockMode } from '../image/words';
import { UNNAMED_SCOPE } from './scope';

/** A query as the lock sees it. */
export interface LockQuestion {
  readonly name: string | undefined;
  readonly query: PlainQuery;
  readonly scope: string;
  readonly targets: readonly string[];
}

/** What the environment of the decision is. */
export interface LockFacts {
  readonly mode: Exclude<LockMode, 'off'>;
  /** Undefined: there is no lock file. */
  readonly lock: Lock | undefined;
  /** cloudimages.json says `lock: "required"`. */
  readonly required: boolean;
  /** An endpoint is overridden, as with the simulator. */
  readonly simulated: boolean;
}

/** Why a query cannot be answered under the lock. */
export type LockRefusal =
  | { readonly why: 'no-file' }
  | { readonly why: 'unlocked'; readonly targets: readonly string[] }
  | { readonly why: 'changed'; readonly targets: readonly string[] }
  | { readonly why: 'simulated'; readonly targets: readonly string[] };

/** The decision: every locked target is answered from the lock, in all three cases. */
export interface LockDecision {
  readonly locked: ReadonlyMap<string, LockedTarget>;
  /** Targets to resolve in the clouds. */
  readonly missing: readonly string[];
  /** Whether what was resolved is written to the file. */
  readonly write: boolean;
  readonly refusal?: LockRefusal;
  /** Codes of warnings for the answer. */
  readonly warnings: readonly ('not-locked' | 'scope-not-named')[];
}

/** Decides what happens with each target of a query. */
export function decideLock(question: LockQuestion, facts: LockFacts): LockDecision {
  const { lock, mode } = facts;
  const answers = question.targets.map((target) => ({
    target,
    answer:
      lock === undefined
        ? ({ state: 'unlocked' } as const)
        : lookUpLocked(lock, { ...question, target }),
  }));
  const locked = new Map<string, LockedTarget>();
  for (const { target, answer } of answers) {
    if (answer.state === 'locked') locked.set(target, answer.entry);
  }
  const of = (state: 'changed' | 'unlocked'): readonly string[] =>
    answers.filter(({ answer }) => answer.state === state).map(({ target }) => target);
  const missing = [...of('changed'), ...of('unlocked')];
  const foreign = [...locked].filter(([, entry]) => entry.simulated === true && !facts.simulated);

  const refusal = refusalOf(facts, {
    changed: of('changed'),
    unlocked: of('unlocked'),
    simulated: foreign.map(([target]) => target),
  });
  return {
    locked,
    missing: question.targets.filter((target) => missing.includes(target)),
    write: mode === 'add',
    ...(refusal === undefined ? {} : { refusal }),
    warnings: [
      ...(mode === 'use' && missing.length > 0 ? (['not-locked'] as const) : []),
      ...(question.scope === UNNAMED_SCOPE ? (['scope-not-named'] as const) : []),
    ],
  };
}

function refusalOf(
  { lock, mode, required }: LockFacts,
  targets: Readonly<Record<'changed' | 'unlocked' | 'simulated', readonly string[]>>,
): LockRefusal | undefined {
  if (targets.simulated.length > 0) return { why: 'simulated', targets: targets.simulated };
  if (lock === undefined && (mode === 'frozen' || required)) return { why: 'no-file' };
  if (mode !== 'frozen') return undefined;
  if (targets.changed.length > 0) return { why: 'changed', targets: targets.changed };
  if (targets.unlocked.length > 0) return { why: 'unlocked', targets: targets.unlocked };
  return undefined;
}
