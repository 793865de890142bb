/** A cloud's description at work: lists all pages of all views, and reads every image. */
import type { Image } from '../../image/answer.generated';
import { accountFingerprint } from '../../credentials/credential';
import { isThrottling } from '../../errors/classify';
import { isImageError } from '../../errors/image-error';
import { withFacts } from '../../errors/with-facts';
import { printTarget, type Target } from '../../image/target';
import type { ImageSource, Listing, ListRequest } from '../../source/source';
import { withDeadline } from '../../transport/deadline';
import { paginate } from '../../transport/paginate';
import { withRetries } from '../../transport/retry';
import { endpointOf, fetchPage, type CloudContext } from './call-api';
import type { CloudDefinition, Page, Parameters } from './cloud-definition';
import type { RawImage } from './field-readers';
import { readImage } from './read-image';

/** Lists a cloud's images through its description. */
export function cloudSource(definition: CloudDefinition, context: CloudContext): ImageSource {
  /** Names who asks where; listings of the same name share a rate and a memo. */
  const placeKey = async (region: string, signal: AbortSignal): Promise<string> => {
    const account = accountFingerprint((await context.credential(signal)).credential);
    const { origin } = endpointOf(definition, context, region);
    return [definition.id, definition.apiVersion, origin, region, account].join(' ');
  };

  return {
    key: async ({ target, narrowing, scope, signal }) => {
      const place = await placeKey(target.region, signal);
      return `${place} ${JSON.stringify(definition.views(narrowing, scope))}`;
    },

    list: async (request) => {
      const { target } = request;
      const label = `listing ${printTarget(target)}`;
      const limits = { signal: request.signal, timeoutMs: context.timeoutMs, label };
      try {
        return await withDeadline(limits, async (signal, remainingMs) => {
          const place = await placeKey(target.region, signal);
          return listViews(definition, context, { ...request, signal, remainingMs, place });
        });
      } catch (error) {
        if (!isImageError(error)) throw error;
        throw withFacts(error, { ...target, operation: definition.operation });
      }
    },
  };
}

interface ListCall extends ListRequest {
  readonly remainingMs: () => number;
  readonly place: string;
}

async function listViews(
  definition: CloudDefinition,
  context: CloudContext,
  { target, narrowing, scope, signal, remainingMs, place }: ListCall,
): Promise<Listing> {
  const throttle = context.throttle(place);
  const { pageSize, operation } = definition;

  const pageOf = (parameters: Parameters, page: number, pageSignal: AbortSignal): Promise<Page> =>
    withRetries(
      ({ attempt }) => {
        const call = { target, parameters, page, pageSize, attempt, signal: pageSignal };
        return throttle.run(pageSignal, () => fetchPage(definition, context, call));
      },
      {
        signal: pageSignal,
        remainingMs,
        random: context.random,
        clock: context.clock,
        onRetry: ({ error, attempt, delayMs }) => {
          // The other pages would use up the same quota.
          if (isThrottling(error)) throttle.holdOff(delayMs);
          const message = `${error.message}; next try in ${Math.round(delayMs)} ms`;
          context.logger.debug({
            event: 'retry',
            ...target,
            operation,
            page: page + 1,
            attempt,
            message,
          });
        },
      },
    );

  const listings = await Promise.all(
    definition.views(narrowing, scope).map((parameters) =>
      paginate({
        fetchPage: (page, pageSignal) => pageOf(parameters, page, pageSignal),
        pageSize,
        idOf: (raw: RawImage) => definition.image.id(raw, () => undefined) ?? JSON.stringify(raw),
        concurrency: definition.rateLimit.concurrency,
        signal,
      }),
    ),
  );
  return readListing(definition, target, listings);
}

interface RawListing {
  readonly items: readonly RawImage[];
  readonly notes: readonly string[];
}

/** Reads every object once, in whichever of the views it came, and counts what could not be read. */
function readListing(
  definition: CloudDefinition,
  target: Target,
  listings: readonly RawListing[],
): Listing {
  const problems = new Map<string, number>();
  const report = (problem: string): void => {
    problems.set(problem, (problems.get(problem) ?? 0) + 1);
  };
  const images = new Map<string, Image>();
  for (const raw of listings.flatMap(({ items }) => items)) {
    const image = readImage(definition, target, raw, report);
    if (image !== undefined && !images.has(image.id)) images.set(image.id, image);
  }
  const counted = [...problems].map(
    ([problem, count]) => `${problem} (${count === 1 ? '1 image' : `${count} images`})`,
  );
  return {
    images: [...images.values()],
    notes: [...listings.flatMap(({ notes }) => notes), ...counted],
  };
}
