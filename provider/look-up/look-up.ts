/** One look-up: check the query, list its targets side by side, choose, explain. */
import { createHash } from 'node:crypto';
import { ImageError, isImageError } from '../errors/image-error';
import type { Image, ImageAnswer, ImagesAnswer } from '../image/answer.generated';
import { criteriaOf, targetsOf, type Criteria } from '../image/criteria';
import { printExplanation } from '../image/explain';
import type { ImageQuery } from '../image/query.generated';
import { select, type Selection, type TargetListing } from '../image/select';
import { parseTarget, printTarget, type Target } from '../image/target';
import { refusal, soundQuery, type QueryDefaults } from './validate-query';
import type { ImageSource, Narrowing, Scope } from '../source/source';

/** What a look-up needs. */
export interface LookUpParts extends QueryDefaults {
  readonly source: ImageSource;
  /** The clock by which `minAge` is judged. Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Told what was odd about a listing. */
  readonly note: (target: Target, message: string) => void;
}

/** How thoroughly an answer is explained. */
export interface LookUpOptions {
  readonly signal: AbortSignal;
  /** Lists everything, so that the funnel counts what the API would have left out. Slower. */
  readonly everything?: boolean | undefined;
}

/** @throws ImageError as `Engine.getImages` */
export async function lookUpImages(
  parts: LookUpParts,
  input: unknown,
  options: LookUpOptions,
): Promise<ImagesAnswer> {
  const query = soundQuery(parts, input);
  const targets = targetsOf(query);
  const select = selectFrom(parts, query, targets, options);

  const selections: Selection[] = [];
  const alternatives = criteriaOf(query, parts.publishers);
  for (const [index, criteria] of alternatives.entries()) {
    const selection = await select(criteria, options.everything === true ? 'all' : 'narrowed');
    if (isComplete(selection)) return answerOf(query, selection, index);
    selections.push(selection);
  }
  if (query.optional === true) {
    const best = selections.findIndex(({ targets: found }) => found.some(hasImages));
    const selection = selections[Math.max(0, best)];
    if (selection !== undefined) return answerOf(query, selection, Math.max(0, best));
  }
  throw await noMatch(alternatives, select, selections);
}

/** @throws ImageError as `Engine.getImage` */
export async function lookUpImage(
  parts: LookUpParts,
  input: unknown,
  options: LookUpOptions,
): Promise<ImageAnswer> {
  const answer = await lookUpImages(parts, input, options);
  const [image, ...others] = answer.images;
  const { anyOfIndex, warnings, explanation } = answer;
  if (image === undefined) {
    throw new ImageError('no-match', `no image matches\n\n${explanation.text}`, {
      data: explanation,
      hint: 'One image is asked for, so `optional` cannot help here: use getImages where none is fine.',
    });
  }
  if (others.length > 0) {
    const shown = answer.images
      .slice(0, 5)
      .map(({ target, id, name }) => `  ${target} ${id} ${name}`);
    const rest = answer.images.length - shown.length;
    throw new ImageError(
      'ambiguous-match',
      [
        `${answer.images.length} images match, and one is asked for:`,
        ...shown,
        ...(rest > 0 ? [`  and ${rest} more`] : []),
      ].join('\n'),
      {
        data: explanation,
        hint: 'Set mostRecent to true for the newest, name one target, or narrow the query.',
      },
    );
  }
  return {
    id: image.id,
    image,
    ...(anyOfIndex === undefined ? {} : { anyOfIndex }),
    warnings,
    explanation,
  };
}

/** @throws ImageError as `Engine.findImage` */
export async function findImage(
  parts: LookUpParts,
  target: string,
  id: string,
  options: LookUpOptions,
): Promise<Image | undefined> {
  const parsed = parseTarget(target);
  if ('mistake' in parsed) throw refusal([{ path: ['target'], message: parsed.mistake }]);
  const { images } = await parts.source.list({
    target: parsed,
    narrowing: { imageIds: [id] },
    scope: {},
    signal: options.signal,
  });
  return images.find((image) => image.id === id);
}

type Select = (criteria: Criteria, breadth: 'narrowed' | 'all') => Promise<Selection>;

function selectFrom(
  { source, nowMs, note }: LookUpParts,
  query: ImageQuery,
  targets: readonly Target[],
  { signal }: LookUpOptions,
): Select {
  return async (criteria, breadth) => {
    const listings = await settleAll(
      targets.map(async (target): Promise<TargetListing> => {
        const narrowing = breadth === 'all' ? {} : narrowingOf(criteria, target);
        const scope = scopeOf(criteria, target);
        const { images, notes } = await source.list({ target, narrowing, scope, signal });
        notes.forEach((message) => note(target, message));
        return { target, images };
      }),
    );
    return select(criteria, listings, { nowMs: nowMs(), sameBuild: query.sameBuild });
  };
}

function narrowingOf(criteria: Criteria, { cloud }: Target): Narrowing {
  const { imageIds, status, includeDeprecated, osType } = criteria;
  const { architecture, family, tags, cloudInit } = criteria;
  const accounts = criteria.accounts.filter((account) => account.cloud === cloud);
  const owners = [...criteria.owners, ...accounts.map(({ id }) => id)];
  return {
    imageIds,
    owners,
    status,
    includeDeprecated,
    osType,
    architecture,
    family,
    tags,
    cloudInit,
  };
}

function scopeOf({ instanceType, native }: Criteria, { cloud }: Target): Scope {
  return { instanceType, native: native?.[cloud] };
}

/** All of them, or one error that tells of every target that failed. */
async function settleAll<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const results = await Promise.allSettled(work);
  const errors: unknown[] = [];
  const values: T[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') values.push(result.value);
    else errors.push(result.reason);
  }
  const [first, ...others] = errors;
  if (errors.length === 0) return values;
  if (others.length === 0 || !isImageError(first)) throw first;
  const messages = errors.map((error) => (error instanceof Error ? error.message : String(error)));
  throw new ImageError(
    first.code,
    `${errors.length} of ${work.length} targets failed:\n${messages.map((text) => `  ${text}`).join('\n')}`,
    { ...first.facts, cause: first },
  );
}

function hasImages({ images }: { readonly images: readonly Image[] }): boolean {
  return images.length > 0;
}

function isComplete({ targets }: Selection): boolean {
  return targets.every(hasImages);
}

function answerOf(query: ImageQuery, selection: Selection, index: number): ImagesAnswer {
  const images = selection.targets.flatMap((target) => target.images);
  const explained = selection.targets.map(({ explanation }) => explanation);
  const chosen = selection.targets.flatMap(({ target, images: [first] }) =>
    first === undefined ? [] : [[printTarget(target), first.id] as const],
  );
  const places = images.map(({ target, id }) => [target, id]);
  return {
    id: createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 32),
    ids: images.map(({ id }) => id),
    images,
    idByTarget: Object.fromEntries(chosen),
    ...(query.anyOf === undefined || images.length === 0 ? {} : { anyOfIndex: index }),
    warnings: selection.warnings,
    explanation: { text: printExplanation(explained), targets: explained },
  };
}

/**
 * The error of a query without a match. What the API left out for us is listed after all, so that
 * every condition is counted; where that fails, the narrower funnel has to do.
 */
async function noMatch(
  criteria: readonly Criteria[],
  select: Select,
  narrowed: readonly Selection[],
): Promise<ImageError> {
  const selections = await Promise.all(
    criteria.map((one, index) =>
      select(one, 'all').catch((error: unknown) => {
        const fallback = narrowed[index];
        if (fallback === undefined || (isImageError(error) && error.code === 'cancelled'))
          throw error;
        return fallback;
      }),
    ),
  );
  const parts = selections.map(({ targets }, index) => {
    const text = printExplanation(targets.map(({ explanation }) => explanation));
    return criteria.length === 1 ? text : `anyOf[${index}]\n${text}`;
  });
  const lacking = [
    ...new Set(
      selections.flatMap(({ targets }) =>
        targets.filter((found) => !hasImages(found)).map(({ target }) => printTarget(target)),
      ),
    ),
  ];
  const explained = selections.flatMap(({ targets }) =>
    targets.map(({ explanation }) => explanation),
  );
  return new ImageError(
    'no-match',
    `no image matches in ${lacking.join(', ')}\n\n${parts.join('\n\n')}`,
    {
      data: { text: parts.join('\n\n'), targets: explained },
      hint: 'Loosen the condition that removed the last images, or set `optional` where no image is fine.',
    },
  );
}
