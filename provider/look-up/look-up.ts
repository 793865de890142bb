/** One look-up: check the query, list its targets side by side, choose, explain. */
import { plainImages } from '../clouds/definition/listed-image';
import { ImageError } from '../errors/image-error';
import { ambiguityOfAll } from '../image/ambiguity';
import { answerId } from '../image/answer-id';
import type { Explanation, Image, ImageAnswer, ImagesAnswer } from '../image/answer.generated';
import { criteriaOf, targetsOf, type Criteria } from '../image/criteria';
import { printExplanation } from '../image/explain';
import { countImages, printImage } from '../image/print-image';
import type { ImageQuery } from '../image/query.generated';
import { select, type Selection } from '../image/select';
import { parseTarget, printTarget, type Target } from '../image/target';
import type { ImageSource } from '../source/source';
import { contradictionWarnings } from './contradiction-warnings';
import { listAgain, listImages, type Listings } from './list-images';
import { startWarnings } from './start-warnings';
import { refusal, validQuery, type QueryDefaults } from './validate-query';

/** What a look-up needs. */
export interface LookUpParts extends QueryDefaults {
  readonly source: ImageSource;
  /** The clock by which `minAge` is judged. Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Receives what was odd about a listing. */
  readonly note: (target: Target, message: string) => void;
}

/** How thoroughly an answer is explained. */
export interface LookUpOptions {
  readonly signal: AbortSignal;
  /** Lists everything, so that the explanation counts what the API would have left out. Slower. */
  readonly everything?: boolean | undefined;
}

/** One alternative of a query, what was listed for it, and what was chosen. */
interface Attempt {
  readonly criteria: Criteria;
  readonly listings: Listings;
  readonly selection: Selection;
}

/** @throws ImageError as `Engine.getImages` */
export async function lookUpImages(
  parts: LookUpParts,
  input: unknown,
  options: LookUpOptions,
): Promise<ImagesAnswer> {
  const query = validQuery(parts, input);
  const targets = targetsOf(query);
  const choose = (criteria: Criteria, listings: Listings): Attempt => {
    const choice = { nowMs: parts.nowMs(), sameBuild: query.sameBuild };
    return { criteria, listings, selection: select(criteria, listings, choice) };
  };

  const attempts: Attempt[] = [];
  for (const criteria of criteriaOf(query, parts.tables)) {
    const attempt = choose(criteria, await listImages(parts, criteria, targets, options));
    attempts.push(attempt);
    if (isComplete(attempt)) return answerOf(query, attempts);
  }
  if (query.optional === true) {
    const best = attempts.findIndex(({ selection }) => selection.targets.some(hasImages));
    return answerOf(query, attempts.slice(0, Math.max(0, best) + 1));
  }
  // What the API left out for us is listed after all, so that every condition is counted.
  const counted = await Promise.all(
    attempts.map(async (attempt) => {
      const lacking = attempt.selection.targets.map((found) => !hasImages(found));
      const again = await listAgain(parts, attempt.criteria, attempt.listings, lacking, options);
      return again === undefined ? attempt : choose(attempt.criteria, again);
    }),
  );
  // The catalog may have changed between the two listings.
  const found = counted.findIndex(isComplete);
  if (found >= 0) return answerOf(query, counted.slice(0, found + 1));
  throw noMatch(counted);
}

/** @throws ImageError as `Engine.getImage` */
export async function lookUpImage(
  parts: LookUpParts,
  input: unknown,
  options: LookUpOptions,
): Promise<ImageAnswer> {
  return oneImage(await lookUpImages(parts, input, options));
}

/**
 * The answer of `getImage` that an answer of `getImages` gives.
 *
 * @throws ImageError `no-match` for none and `ambiguous-match` for more than one
 */
export function oneImage(answer: ImagesAnswer): ImageAnswer {
  const [image, ...others] = answer.images;
  const { anyOfIndex, lockedAtByTarget, warnings, explanation } = answer;
  if (image === undefined) {
    throw new ImageError('no-match', `no image matches\n\n${explanation.text}`, {
      data: explanation,
      hint: 'getImage always gives one image, so `optional` has no effect. Use getImages where no image is fine.',
    });
  }
  if (others.length > 0) throw severalImages(answer);
  const lockedAt = lockedAtByTarget?.[image.target];
  return {
    id: image.id,
    image,
    ...(anyOfIndex === undefined ? {} : { anyOfIndex }),
    ...(lockedAt === undefined ? {} : { lockedAt }),
    warnings,
    explanation,
  };
}

/** How many images an error lists. */
const SHOWN = 5;

function severalImages({ images, idByTarget, explanation }: ImagesAnswer): ImageError {
  const targets = Object.keys(idByTarget);
  const isOnePerTarget = targets.length === images.length;
  const shown = images.slice(0, SHOWN).map((image) => `  ${image.target} ${printImage(image)}`);
  const rest = images.length - shown.length;
  const list = [...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n');
  const ambiguity = ambiguityOfAll(images);
  const hint = isOnePerTarget
    ? `The query has ${targets.length} targets with one image each. Name one target, or use getImages.`
    : 'Set mostRecent to true to get the first in the order, name one target, or narrow the query.';
  const reason = `${countImages(images.length)} match, and getImage gives one:\n${list}`;
  return new ImageError(
    'ambiguous-match',
    ambiguity === undefined ? reason : `${reason}\n${ambiguity.reason}`,
    { data: explanation, hint: ambiguity === undefined ? hint : `${ambiguity.hint} ${hint}` },
  );
}

/** @throws ImageError as `Engine.findImage` */
export async function findImage(
  parts: LookUpParts,
  target: string,
  id: string,
  options: LookUpOptions,
): Promise<Image | undefined> {
  const parsed = parseTarget(target);
  if ('problem' in parsed) throw refusal([{ path: ['target'], message: parsed.problem }]);
  const { images } = await parts.source.list({
    target: parsed,
    narrowing: { imageIds: [id] },
    scope: {},
    signal: options.signal,
  });
  return plainImages(images.filter((image) => image.id === id))[0];
}

function hasImages({ images }: { readonly images: readonly Image[] }): boolean {
  return images.length > 0;
}

function isComplete({ selection }: Attempt): boolean {
  return selection.targets.every(hasImages);
}

/**
 * The answer of the last attempt.
 *
 * @throws ImageError `ambiguous-match` where its pick would be a guess
 */
function answerOf(query: ImageQuery, attempts: readonly Attempt[]): ImagesAnswer {
  const attempt = attempts.at(-1);
  if (attempt === undefined) throw new ImageError('internal', 'a query without an alternative');
  const { selection, listings } = attempt;
  const { targets, warnings, ambiguity } = selection;
  const explanation = explanationOf([attempt]);
  if (ambiguity !== undefined) {
    const { reason, hint } = ambiguity;
    throw new ImageError('ambiguous-match', reason, { data: explanation, hint });
  }
  const images = plainImages(targets.flatMap((target) => target.images));
  const chosen = targets.flatMap(({ target, images: [first] }) =>
    first === undefined ? [] : [[printTarget(target), first.id] as const],
  );
  return {
    id: answerId(images),
    ids: images.map(({ id }) => id),
    images,
    idByTarget: Object.fromEntries(chosen),
    ...(query.anyOf === undefined || images.length === 0
      ? {}
      : { anyOfIndex: attempts.length - 1 }),
    warnings: [
      ...listings.flatMap((listing) => listing.warnings ?? []),
      ...warnings,
      ...startWarnings(images),
      ...contradictionWarnings(images),
    ],
    explanation,
  };
}

function explanationOf(attempts: readonly Attempt[]): Explanation {
  const parts = attempts.map(({ selection: { targets, defaults } }, index) => {
    const explained = targets.map(({ explanation }) => explanation);
    const text = printExplanation(explained, defaults);
    return attempts.length === 1 ? text : `anyOf[${index}]\n${text}`;
  });
  return {
    text: parts.join('\n\n'),
    defaults: attempts.flatMap(({ selection }) => selection.defaults),
    targets: attempts.flatMap(({ selection }) =>
      selection.targets.map(({ explanation }) => explanation),
    ),
  };
}

/** The error of a query without a match. */
function noMatch(attempts: readonly Attempt[]): ImageError {
  const lacking = attempts.flatMap(({ selection }) =>
    selection.targets.filter((found) => !hasImages(found)).map(({ target }) => printTarget(target)),
  );
  const explanation = explanationOf(attempts);
  return new ImageError(
    'no-match',
    `no image matches in ${[...new Set(lacking)].join(', ')}\n\n${explanation.text}`,
    {
      data: explanation,
      hint: [
        'Loosen the condition that removed the last images, or set `optional` where no image is fine.',
        ...ownersHint(attempts),
      ].join(' '),
    },
  );
}

/** Images of other owners were never listed, so nothing above mentions them. */
function ownersHint(attempts: readonly Attempt[]): readonly string[] {
  const owners = attempts.map(({ criteria }) => criteria.owners);
  if (owners.includes(undefined)) return [];
  const listed = [...new Set(owners.flatMap((some) => some ?? []))];
  return [
    `Only images of these owners were listed: ${listed.join(', ')}. Add to \`owners\` if you mean another owner's image.`,
  ];
}
