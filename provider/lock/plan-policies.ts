/** Policies as plans apply them: age, owners and denied ids, judged from what the lock holds. */
import {
  lockedProblems,
  printDenied,
  printPolicyWarning,
  type PlainQuery,
  type Policies,
} from '@cloudimages/lock';
import { ImageError } from '../errors/image-error';
import type { Image, ImageWarning } from '../image/answer.generated';

/** @throws ImageError `denied-image` for images that a policy denies and nobody allowed explicitly */
export function assertAllowed(
  images: readonly Image[],
  { deniedIds = [] }: Policies,
  { allowDenied }: { readonly allowDenied: readonly string[] },
): void {
  const denied = images.filter(({ id }) => deniedIds.includes(id) && !allowDenied.includes(id));
  refuse(denied);
}

/**
 * The same where only ids are known.
 *
 * @param held - targets and ids
 * @throws ImageError `denied-image`
 */
export function assertAllowedIds(
  held: readonly (readonly [target: string, id: string])[],
  { deniedIds = [] }: Policies,
  { allowDenied }: { readonly allowDenied: readonly string[] },
): void {
  const denied = held.filter(([, id]) => deniedIds.includes(id) && !allowDenied.includes(id));
  refuse(denied.map(([target, id]) => ({ target, id })));
}

function refuse(denied: Parameters<typeof printDenied>[0]): void {
  if (denied.length === 0) return;
  throw new ImageError('denied-image', printDenied(denied));
}

/** Warnings about images that are too old or of another owner. */
export function policyWarnings(
  images: readonly Image[],
  policies: Policies,
  nowMs: number,
): readonly ImageWarning[] {
  return images.flatMap((image) =>
    lockedProblems(image, policies, nowMs)
      .filter(({ fails }) => fails)
      .map((problem) => ({
        code: `policy-${problem.rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        target: image.target,
        message: printPolicyWarning(image, problem),
      })),
  );
}

/** The query that never gives a denied image. */
export function withoutDenied(query: PlainQuery, { deniedIds = [] }: Policies): PlainQuery {
  if (deniedIds.length === 0) return query;
  const excluding = (conditions: PlainQuery): PlainQuery => {
    const own = conditions['excludeIds'];
    return {
      ...conditions,
      excludeIds: [...(Array.isArray(own) ? (own as readonly string[]) : []), ...deniedIds],
    };
  };
  const { anyOf } = query;
  return Array.isArray(anyOf)
    ? {
        ...excluding(query),
        // An alternative's own list replaces the query's.
        anyOf: anyOf.map((one: PlainQuery) =>
          one['excludeIds'] === undefined ? one : excluding(one),
        ),
      }
    : excluding(query);
}
