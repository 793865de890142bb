/** Entries that are set by hand: a hold or a rollback. */
import type { LockedTarget } from '@cloudimages/lock';
import { ImageError } from '../errors/image-error';
import { criteriaOf } from '../image/criteria';
import type { CallOptions } from '../look-up/engine';
import { lockedImage } from './entry';
import { policyProblems } from './policies';
import { failedConditions } from './verify';
import type { LockedCalls } from './with-lock';
import type { PreparedQuery } from './locked-engine';

/** Images that are to be used for a query. */
export interface Choice {
  readonly question: PreparedQuery;
  /** In the order of the entry. A target that lacks one of them gets no entry. */
  readonly ids: readonly string[];
  readonly targets: readonly string[];
  /** Why, for a hold. Undefined: an entry that updates may replace. */
  readonly hold: string | undefined;
}

/**
 * The entries that make an image the locked one, in every target that has it.
 *
 * @throws ImageError `no-match` when no target has it; `invalid-query` when it does not pass the
 * query's conditions; `denied-image` when a policy denies it
 */
export async function entriesByHand(
  engine: LockedCalls,
  { question, ids, targets, hold }: Choice,
  options: CallOptions,
): Promise<ReadonlyMap<string, LockedTarget>> {
  const found = await Promise.all(
    targets.map(async (target) => {
      const images = await Promise.all(
        ids.map((id) => engine.unlocked.findImage(target, id, options)),
      );
      return { target, images: images.filter((image) => image !== undefined) };
    }),
  );
  const present = found.filter(({ images }) => images.length === ids.length);
  if (present.length === 0) {
    throw new ImageError('no-match', `${ids.join(', ')} does not exist in ${targets.join(', ')}`);
  }
  const nowMs = engine.now().getTime();
  const alternatives = criteriaOf(question.query, engine.tables);
  const policies = await engine.policies(question.name);
  const facts = { lockedAt: engine.now().toISOString(), release: engine.release };
  return new Map(
    present.map(({ target, images }) => {
      const judged = images.map((image) => {
        const denied = policyProblems(image, policies, nowMs).find(
          ({ rule }) => rule === 'deniedIds' || rule === 'owners',
        );
        if (denied !== undefined) {
          throw new ImageError('denied-image', `${image.id} in ${target} ${denied.message}`);
        }
        return alternatives.map((criteria) => failedConditions(image, criteria, nowMs));
      });
      const anyOfIndex = alternatives.findIndex((_, index) =>
        judged.every((failed) => failed[index]?.length === 0),
      );
      if (anyOfIndex < 0) {
        const labels = [...new Set(judged.flat(2))].join(', ');
        const what = `${ids.join(', ')} in ${target}`;
        throw new ImageError('invalid-query', `${what} does not pass ${labels} of the query`);
      }
      const entry: LockedTarget = {
        images: images.map(lockedImage),
        ...facts,
        ...(question.query['anyOf'] === undefined ? {} : { anyOfIndex }),
        ...(hold === undefined ? {} : { hold }),
        ...(engine.isSimulated([target]) ? { simulated: true } : {}),
      };
      return [target, entry];
    }),
  );
}
