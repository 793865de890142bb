/** Compares entries of the lock with the clouds, and makes the entries that an update writes. */
import { canonicalKey, type Lock, type LockedTarget, type Policies } from '@cloudimages/lock';
import type { Project } from '../project/project-file';
import type { CallOptions } from '../look-up/engine';
import { withEntries, type LockPlace } from './change';
import { entriesOf } from './entry';
import { changesAlternative, offeredToGroups } from './group-update';
import { findNewest } from './newest';
import { isUpdate, judgeEntry, type OutdatedEntry } from './outdated';
import { isGroupQuery, type EntryGroup } from './selection';
import type { LockedCalls } from './with-lock';

/** What a comparison needs. */
export interface CompareParts {
  readonly engine: Pick<
    LockedCalls,
    'unlocked' | 'prepare' | 'isSimulated' | 'policies' | 'release' | 'now'
  >;
  readonly project: Project | undefined;
}

/** One query in one scope, compared. */
export interface ComparedGroup {
  readonly rows: readonly OutdatedEntry[];
  /** Where the new entries belong, and what they are. Held entries have none. */
  readonly place: LockPlace;
  readonly updates: ReadonlyMap<string, LockedTarget>;
}

/** Compares one query of the lock with what it means now. */
export async function compareGroup(
  { engine, project }: CompareParts,
  { key, query: lockedQuery, scope, entries, targets: added = [] }: EntryGroup,
  options: CallOptions,
): Promise<ComparedGroup> {
  const name = project?.images.has(key) === true ? key : undefined;
  const now = engine.now();
  const current =
    name === undefined
      ? await engine.prepare({ ...lockedQuery, targets: [...entries.keys()] })
      : await engine.prepare({ query: name });
  const changed = canonicalKey(current.query) !== canonicalKey(lockedQuery);
  // A changed query is locked again in all of its targets; else only what was selected is updated.
  const targets = [...new Set([...(changed ? current.targets : []), ...entries.keys(), ...added])];
  const policies: Policies = await engine.policies(name);
  const newest = await findNewest(
    engine.unlocked,
    current.query,
    targets,
    changed ? new Map() : entries,
    {
      ...options,
      policies,
      nowMs: now.getTime(),
    },
  );
  const found = new Map(
    await Promise.all(
      [...entries].map(async ([target, { images }]) => {
        const id = images[0]?.id ?? '';
        return [target, await engine.unlocked.findImage(target, id, options)] as const;
      }),
    ),
  );
  const groupHold = isGroupQuery(current.query)
    ? [...entries.values()].find(({ hold }) => hold !== undefined)?.hold
    : undefined;
  const facts = { lockedAt: now.toISOString(), release: engine.release };
  const fresh = entriesOf(newest.answer, { ...facts, simulated: engine.isSimulated(targets) });
  const offered = offeredToGroups(
    current.query,
    newest.byTarget,
    changed ? new Map() : entries,
    newest.order,
  );
  const isOther = changesAlternative(entries, newest.answer.anyOfIndex);
  const rows: OutdatedEntry[] = [];
  const updates = new Map<string, LockedTarget>();
  for (const target of targets) {
    const locked = entries.get(target);
    const images = offered.get(target) ?? { matching: [], offered: [] };
    const hold = locked?.hold ?? groupHold;
    const row = judgeEntry({
      ...{ query: key, scope, target, locked, changed, hold, policies },
      found: found.get(target),
      newest: images,
      order: newest.order,
      nowMs: now.getTime(),
    });
    rows.push(row);
    const entry = fresh.get(target);
    const replaces =
      locked === undefined || changed || isOther || isUpdate(locked, images, newest.order);
    const takes = hold === undefined && images.offered.length > 0 && replaces;
    if (takes && entry !== undefined) updates.set(target, entry);
  }
  return { rows, place: { name, query: current.query, scope }, updates };
}

/** The lock with the updates of all compared queries. */
export function withUpdates(lock: Lock, groups: readonly ComparedGroup[]): Lock {
  return groups.reduce((result, { place, updates }) => withEntries(result, place, updates), lock);
}
