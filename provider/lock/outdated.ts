/** How locked images stand to what their query means now. Pure. */
import { lockedAgeMs, type LockedTarget, type Policies } from '@cloudimages/lock';
import type { Image } from '../image/answer.generated';
import { compareVersions } from '../os-name/version';
import { imageFromLock } from './entry';
import type { NewestImages } from './newest';
import type { ImageOrder } from '../image/order';
import { policyProblems } from './policies';

/**
 * How an entry stands.
 *
 * - `current`: an update changes nothing.
 * - `outdated`: an update takes another image.
 * - `deprecated`, `gone`: the locked image is withdrawn or no longer exists.
 * - `held`: set by hand; updates keep it.
 * - `changed`: the query in cloudimages.json is not the one that was locked.
 * - `unlocked`: a named query has no entry.
 */
export type EntryState =
  'current' | 'outdated' | 'deprecated' | 'gone' | 'held' | 'changed' | 'unlocked';

/** One entry of the lock, and what an update would do. */
export interface OutdatedEntry {
  /** The name of the query, else its canonical form. */
  readonly query: string;
  readonly scope: string;
  readonly target: string;
  readonly state: EntryState;
  /** Whether something is to be done. Exit code 4 depends on it. */
  readonly outdated: boolean;
  readonly lockedId?: string;
  readonly lockedName?: string;
  readonly lockedAt?: string;
  /** The age of the locked image in whole days. Absent where its cloud reports no time. */
  readonly ageDays?: number;
  /** What an update takes. Absent where nothing is offered. */
  readonly newestId?: string;
  readonly newestName?: string;
  /** How many higher OS versions match. */
  readonly versionsBehind?: number;
  /** How many matching images come before the locked one. */
  readonly buildsBehind?: number;
  /** Why the entry is held. */
  readonly hold?: string;
  /** Policies that the locked image violates. */
  readonly problems: readonly string[];
}

/** What is known about one entry. */
export interface EntryFacts {
  readonly query: string;
  readonly scope: string;
  readonly target: string;
  /** Undefined: not locked. */
  readonly locked: LockedTarget | undefined;
  readonly changed: boolean;
  /** The locked image as its cloud reports it now. Undefined: gone. */
  readonly found: Image | undefined;
  readonly newest: NewestImages;
  readonly order: ImageOrder;
  /** The reason of a hold of this entry, or of another entry of its group. */
  readonly hold: string | undefined;
  readonly policies: Policies;
  readonly nowMs: number;
}

/** Judges one entry. */
export function judgeEntry(facts: EntryFacts): OutdatedEntry {
  const { query, scope, target, locked, newest, hold } = facts;
  const place = { query, scope, target };
  const [offered] = newest.offered;
  const update = offered === undefined ? {} : { newestId: offered.id, newestName: offered.name };
  const [first] = locked?.images ?? [];
  if (locked === undefined || first === undefined) {
    const problems = offered === undefined && hold === undefined ? [nothingToLock(newest)] : [];
    return { ...place, state: 'unlocked', outdated: true, ...update, problems };
  }
  const image = facts.found ?? imageFromLock(first);
  const problems = policyProblems(image, facts.policies, facts.nowMs);
  const state = stateOf(facts, locked, image);
  const age = lockedAgeMs(image, facts.nowMs);
  const fails = problems.some((problem) => problem.fails);
  return {
    ...place,
    state,
    outdated: fails || !['current', 'held'].includes(state),
    lockedId: first.id,
    lockedName: first.name,
    lockedAt: locked.lockedAt,
    ...(age === undefined ? {} : { ageDays: Math.max(0, Math.floor(age / 86_400_000)) }),
    ...(state === 'current' ? {} : update),
    ...behind(facts, image),
    ...(hold === undefined ? {} : { hold }),
    problems: problems
      .filter(({ rule }) => rule !== 'deprecated' || fails)
      .map(({ message }) => message),
  };
}

/** Why a target without an entry cannot be locked. */
function nothingToLock({ matching }: NewestImages): string {
  return matching.length === 0
    ? 'no image matches'
    : 'does not have the build or the alternative that is locked in other targets, or the policies allow none';
}

function stateOf(facts: EntryFacts, locked: LockedTarget, image: Image): EntryState {
  const { changed, found, hold, newest, order } = facts;
  if (hold !== undefined) return 'held';
  if (changed) return 'changed';
  if (found === undefined) return 'gone';
  if (found.deprecated === true && !newest.matching.some(({ id }) => id === image.id)) {
    return 'deprecated';
  }
  return isUpdate(locked, newest, order) ? 'outdated' : 'current';
}

/** Whether what is offered replaces what is locked. An update never goes back to an older image. */
export function isUpdate(
  { images }: LockedTarget,
  { matching, offered }: NewestImages,
  order: ImageOrder,
): boolean {
  const ids = offered.map(({ id }) => id);
  if (ids.length === 0 || ids.join('\n') === images.map(({ id }) => id).join('\n')) return false;
  const [first] = offered;
  const now = matching.find(({ id }) => id === images[0]?.id);
  if (images.length > 1 || offered.length > 1 || now === undefined || first === undefined) {
    return true;
  }
  return order.compare(first, now) < 0;
}

function behind(
  { newest: { matching }, order }: EntryFacts,
  image: Image,
): Pick<OutdatedEntry, 'buildsBehind' | 'versionsBehind'> {
  const alike = matching.filter(
    ({ architecture }) => image.architecture === undefined || architecture === image.architecture,
  );
  const { distro, osVersion } = image;
  const versions =
    osVersion === undefined
      ? []
      : alike.flatMap((other) =>
          other.distro === distro &&
          other.osVersion !== undefined &&
          compareVersions(other.osVersion, osVersion) > 0
            ? [other.osVersion]
            : [],
        );
  return {
    versionsBehind: new Set(versions).size,
    buildsBehind: alike.filter((other) => order.compare(other, image) < 0).length,
  };
}
