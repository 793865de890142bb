/** Answers made from entries of the lock, and answers of two parts put together. */
import type { LockedTarget } from '@cloudimages/lock';
import type { ImagesAnswer, TargetExplanation } from '../image/answer.generated';
import { answerId } from '../image/answer-id';
import { printExplanation } from '../image/explain';
import type { RecencyBasis } from '../image/words';
import type { LockQuestion } from './decide';
import { imageFromLock } from './entry';

/** The answer that entries give. */
export function lockedAnswer(
  question: Pick<LockQuestion, 'targets'>,
  locked: ReadonlyMap<string, LockedTarget>,
): ImagesAnswer {
  const entries = question.targets.flatMap((target) => {
    const entry = locked.get(target);
    return entry === undefined ? [] : [{ target, entry }];
  });
  const images = entries.flatMap(({ entry }) => entry.images.map(imageFromLock));
  const explained = entries.map(({ target, entry }) => explain(target, entry));
  const anyOfIndex = entries[0]?.entry.anyOfIndex;
  return {
    id: answerId(images),
    ids: images.map(({ id }) => id),
    images,
    idByTarget: Object.fromEntries(
      entries.map(({ target, entry }) => [target, entry.images[0]?.id ?? '']),
    ),
    ...(anyOfIndex === undefined ? {} : { anyOfIndex }),
    lockedAtByTarget: Object.fromEntries(
      entries.map(({ target, entry }) => [target, entry.lockedAt]),
    ),
    warnings: [],
    explanation: { text: printExplanation(explained, []), defaults: [], targets: explained },
  };
}

/** One answer from two over different targets, in the order of the query's targets. */
export function joinAnswers(
  targets: readonly string[],
  a: ImagesAnswer,
  b: ImagesAnswer,
): ImagesAnswer {
  const images = targets.flatMap((target) =>
    [...a.images, ...b.images].filter((image) => image.target === target),
  );
  const explained = targets.flatMap((target) =>
    [...a.explanation.targets, ...b.explanation.targets].filter((entry) => entry.target === target),
  );
  const defaults = [...a.explanation.defaults, ...b.explanation.defaults];
  const ids = { ...a.idByTarget, ...b.idByTarget };
  const anyOfIndex = a.anyOfIndex ?? b.anyOfIndex;
  return {
    id: answerId(images),
    ids: images.map(({ id }) => id),
    images,
    idByTarget: Object.fromEntries(
      targets.flatMap((target) => (ids[target] === undefined ? [] : [[target, ids[target]]])),
    ),
    ...(anyOfIndex === undefined ? {} : { anyOfIndex }),
    lockedAtByTarget: { ...a.lockedAtByTarget, ...b.lockedAtByTarget },
    warnings: [...a.warnings, ...b.warnings],
    explanation: { text: printExplanation(explained, defaults), defaults, targets: explained },
  };
}

function explain(
  target: string,
  { images, basis, lockedAt, release, hold }: LockedTarget,
): TargetExplanation {
  const [chosen] = images;
  const held = hold === undefined ? '' : `; held: ${hold}`;
  return {
    target,
    listed: 0,
    steps: [],
    ...(chosen === undefined ? {} : { chosenId: chosen.id, chosenName: chosen.name }),
    ...(basis === undefined ? {} : { basis: basis as RecencyBasis }),
    hints: [`locked on ${lockedAt} by cloudimages ${release}${held}; no request was sent`],
  };
}
