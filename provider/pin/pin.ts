/** When a pin keeps its image and when it moves, and what there is to say about it. Pure. */
import { createHash } from 'node:crypto';
import type { Image, ImageWarning } from '../image/answer.generated';
import { isLater } from '../image/is-later';
import { printImage } from '../image/print-image';
import type { Order } from '../image/words';

/** What a pin holds in a state or a lock file. */
export interface HeldPin {
  readonly imageId: string;
  /** The {@link resolutionKey} under which the image was chosen. */
  readonly resolutionKey: string;
}

/**
 * A digest of what a pin depends on. The same query written in another key order has the same key;
 * absent and undefined are the same.
 *
 * @param triggers - any plain data; a change moves the pin
 */
export function resolutionKey(query: unknown, triggers: unknown): string {
  return createHash('sha256')
    .update(canonicalJson([query, triggers]))
    .digest('hex')
    .slice(0, 32);
}

/** Whether a pin stays or resolves again. It never moves because a newer image appeared. */
export function decidePin(held: HeldPin | undefined, key: string): 'keep' | 'resolve' {
  return held !== undefined && held.imageId !== '' && held.resolutionKey === key
    ? 'keep'
    : 'resolve';
}

/** What was found out about a pinned image. `'unknown'` where a cloud could not be asked. */
export interface PinFindings {
  readonly target: string;
  readonly imageId: string;
  /** The image now; undefined: the cloud says that it is gone. */
  readonly found: Image | undefined | 'unknown';
  /** What the pin's query means now; undefined: nothing matches any more. */
  readonly latest: Image | undefined | 'unknown';
  /** The order of the pin's query, by which the two are compared. Default `recent`. */
  readonly order?: Order | undefined;
  /** Why something is unknown, for people. */
  readonly problem?: string | undefined;
}

/** How a pin stands. A field is absent where it could not be found out. */
export interface PinReport {
  readonly exists?: boolean;
  readonly deprecated?: boolean;
  /** Whether the query means another image by now. */
  readonly outdated?: boolean;
  readonly latestImageId?: string;
  readonly warnings: readonly ImageWarning[];
}

/** Turns findings into a report. Never fails: a pin that cannot be checked is still a pin. */
export function reportOnPin(findings: PinFindings): PinReport {
  const { target, imageId, found, latest } = findings;
  const warnings: ImageWarning[] = [];
  const warn = (code: string, message: string): void => {
    warnings.push({ code, target, message });
  };
  const outdated = typeof latest === 'object' && latest.id !== imageId;
  if (found === undefined) {
    warn(
      'pin-gone',
      `The pinned image ${imageId} is no longer listed. Instances that run keep running; new ones will not start. ${moveIt}`,
    );
  } else if (found !== 'unknown' && found.deprecated === true) {
    warn('pin-deprecated', `The pinned image ${printImage(found)} is deprecated. ${moveIt}`);
  }
  if (outdated) {
    const what = sayLatest(latest, found, findings.order);
    warn('pin-outdated', `${what}: ${printImage(latest)}. ${imageId} stays pinned. ${moveIt}`);
  }
  if (findings.problem !== undefined) {
    warn('pin-unchecked', `The pinned image ${imageId} could not be checked: ${findings.problem}`);
  }
  return {
    ...(found === 'unknown' ? {} : { exists: found !== undefined }),
    ...(typeof found === 'object' && found.deprecated !== undefined
      ? { deprecated: found.deprecated }
      : {}),
    ...(latest === 'unknown' ? {} : { outdated }),
    ...(typeof latest === 'object' ? { latestImageId: latest.id } : {}),
    warnings,
  };
}

/** How what the query means now stands to what is pinned, as far as that is known. */
function sayLatest(latest: Image, found: PinFindings['found'], order: Order = 'recent'): string {
  if (typeof found !== 'object') return 'The query matches another image';
  if (isLater(latest, found, order)) return 'A newer image matches';
  if (!isLater(found, latest, order)) return 'The query matches another image';
  return found.deprecated === true && latest.deprecated !== true
    ? 'An older image matches, since the pinned one is deprecated'
    : 'The query matches an older image';
}

const moveIt = 'Change a value in `triggers` to move the pin.';

/** JSON with sorted keys, without undefined members. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
