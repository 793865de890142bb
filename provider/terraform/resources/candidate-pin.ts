/**
 * A pin that takes the answer of a data source.
 *
 * Planning it depends on nothing but its arguments and its state. Terraform keeps both in a saved
 * plan, so the plan applies with the same result on any machine, whatever lock file is there.
 */
import type { ImageWarning } from '../../image/answer.generated';
import { resolutionKey } from '../../pin/pin';
import { apartFromLock } from '../../pin/pin-engine';
import { decideUnderLock } from '../../pin/pin-under-lock';
import { isCtyObject, textOf, type CtyObject, type CtyValue } from '../cty/value';
import { diagnoseWarnings } from '../server/diagnose';
import type { Outcome } from '../server/parts';
import { choiceResults, emptyReport, heldIds, seenIds, stringsOf } from './held-pin';
import { ignoredTriggers, isSameValue } from './triggers';

/** A candidate, read. */
export interface Candidate {
  readonly ids: Readonly<Record<string, string>>;
  readonly queryKey: string;
  /** The query of the data source as JSON. */
  readonly query: string;
  /** The ids that are from the lock file, by target. */
  readonly locked: ReadonlyMap<string, string>;
  /** Those and what the same run added to the lock file. */
  readonly inLock: Readonly<Record<string, string>>;
}

/** @param value - an argument `candidate` that is wholly known */
export function readCandidate(value: CtyValue | undefined): Candidate | undefined {
  if (!isCtyObject(value)) return undefined;
  const { id_by_target, query_key, query, locked_at_by_target, added_targets } = value;
  const ids = isCtyObject(id_by_target) ? stringsOf(id_by_target) : {};
  const locked = isCtyObject(locked_at_by_target)
    ? Object.keys(stringsOf(locked_at_by_target))
    : [];
  const added = Array.isArray(added_targets) ? added_targets.map(textOf) : [];
  const idsOf = (targets: readonly string[]) =>
    targets.flatMap((target) => {
      const id = ids[target];
      return id === undefined ? [] : [[target, id] as const];
    });
  return {
    ids,
    queryKey: textOf(query_key),
    query: textOf(query),
    locked: new Map(idsOf(locked)),
    inLock: Object.fromEntries(idsOf([...locked, ...added])),
  };
}

/** What is planned, and the targets whose image is not in the lock yet. */
export interface CandidatePlan extends Outcome {
  readonly unlocked: readonly string[];
}

/**
 * Plans a pin with a candidate. Pure.
 *
 * While the pin keeps its image the prior candidate is planned, so that a newer image in the
 * candidate changes nothing.
 *
 * @param given - the arguments, wholly known
 * @param priorQueryKey - of the query in the state, for a pin that had none of a candidate
 */
export function planCandidate(
  prior: CtyObject | null,
  given: CtyObject,
  priorQueryKey?: string,
): CandidatePlan {
  const candidate = readCandidate(given['candidate']);
  if (candidate === undefined || Object.keys(candidate.ids).length === 0) return NO_IMAGE;
  const { ids, queryKey, locked, inLock } = candidate;
  const triggers = given['triggers'] ?? null;
  const key = resolutionKey(queryKey, triggers);
  const held = heldIds(prior);
  const isImported = prior?.['resolution_key'] === '';
  const heldKey = readCandidate(prior?.['candidate'])?.queryKey ?? priorQueryKey;
  const isLocked = Object.keys(ids).every((target) => locked.has(target));
  const isSameTriggers = isSameValue(prior?.['triggers'], triggers);
  const seen = seenIds(prior);
  const decision = decideUnderLock({
    held,
    isSameQuery: isImported || (heldKey === queryKey && (isLocked || isSameTriggers)),
    ...{ locked, seen, triggersChanged: !isImported && !isSameTriggers },
  });
  const ignored = isLocked ? ignoredTriggers(prior, triggers) : [];
  if (decision.do === 'resolve') {
    const report = { ...emptyReport(), exists: isLocked ? null : true };
    const results = choiceResults({ ids, key, report, locked: inLock });
    return planned({ ...given, ...results }, ignored);
  }
  const { moved, unlocked, apart } = decision;
  if (prior !== null && moved.length === 0) {
    const kept: CtyObject = {
      ...prior,
      ...given,
      candidate: prior['candidate'] ?? given['candidate'] ?? null,
    };
    const warnings = [
      ...ignored,
      ...outdated(held, candidate, unlocked),
      ...apart.map((target) => apartFromLock(target, held[target] ?? '', locked.get(target) ?? '')),
    ];
    return planned({ ...kept, resolution_key: key }, warnings, unlocked);
  }
  const movedIds = Object.fromEntries(moved.map((target) => [target, locked.get(target) ?? '']));
  const results = choiceResults({
    ...{ ids: { ...held, ...movedIds }, key, report: emptyReport() },
    locked: { ...seen, ...movedIds },
  });
  return planned({ ...given, ...results }, [], unlocked);
}

function planned(
  value: CtyObject,
  warnings: readonly ImageWarning[],
  unlocked: readonly string[] = [],
): CandidatePlan {
  return { value, diagnostics: diagnoseWarnings(warnings), unlocked };
}

/** The data source means another image by now. */
function outdated(
  held: Readonly<Record<string, string>>,
  { ids }: Candidate,
  unlocked: readonly string[],
): readonly ImageWarning[] {
  return unlocked.flatMap((target) => {
    const latest = ids[target];
    if (latest === undefined || latest === held[target]) return [];
    const message = `The query of the data source matches another image: ${latest}. ${held[target]} stays pinned. Change a value in \`triggers\` to move the pin.`;
    return [{ code: 'pin-outdated', target, message }];
  });
}

const NO_IMAGE: CandidatePlan = {
  value: null,
  unlocked: [],
  diagnostics: [
    {
      severity: 'error',
      summary: 'The candidate has no image',
      detail:
        'The data source found no image, so there is nothing to pin. Loosen its query, or remove `optional = true` from it to see which condition removed the last images.',
      path: [{ attribute: 'candidate' }],
    },
  ],
};
