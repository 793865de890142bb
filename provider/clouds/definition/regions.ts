/** The regions or zones of a cloud: which there are, and where the API of each is. */
import { memoizeCredential } from '../../credentials/memoize-credential';
import { ImageError, isImageError } from '../../errors/image-error';
import { withFacts } from '../../errors/with-facts';
import { nearestNames } from '../../image/nearest';
import type { Target } from '../../image/target';
import { withDeadline } from '../../transport/deadline';
import type { CloudContext } from './cloud-context';
import type { CloudDefinition, Region } from './cloud-definition';
import { meaningOf } from './failures';
import { placeOf } from './place';
import { readList } from './read-list';
import { excerptError } from '../../errors/redact-error';

/** How long a list of regions is remembered. Milliseconds. */
const LIFETIME_MS = 60 * 60_000;

interface KnownRegions {
  readonly regions: readonly Region[];
  readonly maxAgeMs: number;
}

/** One list per context, which is one per account. */
const known = new WeakMap<CloudContext, (signal: AbortSignal) => Promise<KnownRegions>>();

/**
 * The regions that the API lists.
 *
 * @throws ImageError `bad-request` where the API lists none
 */
export async function listRegions(
  definition: CloudDefinition,
  context: CloudContext,
  signal: AbortSignal,
): Promise<readonly Region[]> {
  if (definition.regions === 'global') return [{ id: 'global' }];
  const remembered =
    known.get(context) ??
    memoizeCredential(
      async (limited) => ({
        regions: await readRegions(definition, context, limited),
        maxAgeMs: LIFETIME_MS,
      }),
      () => context.now().getTime(),
    );
  known.set(context, remembered);
  return (await remembered(signal)).regions;
}

async function readRegions(
  definition: CloudDefinition,
  context: CloudContext,
  caller: AbortSignal,
): Promise<readonly Region[]> {
  const { id, title, docs, regionIs, regions } = definition;
  if (regions === 'signed in') {
    const { endpoints = {} } = await context.sessions.get(caller);
    return Object.entries(endpoints).map(([region, endpoint]) => ({ id: region, endpoint }));
  }
  if (regions === undefined || regions === 'global') {
    const reason = `${title} does not list each ${regionIs} by its API`;
    throw new ImageError('bad-request', reason, { cloud: id, hint: `See ${docs}.` });
  }
  const { askedIn } = regions;
  const region = typeof askedIn === 'string' ? askedIn : askedIn(context.site);
  const target: Target = { cloud: id, region };
  const label = `listing each ${regionIs} of ${id}`;
  const limits = { signal: caller, timeoutMs: context.timeoutMs, label };
  try {
    return await withDeadline(limits, async (signal, remainingMs) => {
      const place = await placeOf(definition, context, target.region, signal);
      const { items } = await readList(
        definition,
        context,
        regions,
        { parameters: regions.parameters },
        { target, place, signal, remainingMs },
        { convert: (region) => region, idOf: (region) => region.id },
      );
      return items;
    });
  } catch (error) {
    if (!isImageError(error)) throw error;
    const facts = { cloud: id, operation: regions.operation };
    throw withFacts(excerptError(error, context.redact), facts);
  }
}

/**
 * The endpoint of a region that the cloud's file does not know, as the list of regions names it.
 *
 * @returns undefined where the file knows better, or where the list cannot be read
 * @throws ImageError for a region that is not in the list
 */
export async function endpointFromList(
  definition: CloudDefinition,
  context: CloudContext,
  { region }: Target,
  signal: AbortSignal,
): Promise<string | undefined> {
  const isKnown = definition.knowsEndpoint?.(region) ?? true;
  if (isKnown || context.endpoint !== undefined) return undefined;
  const regions = await listRegions(definition, context, signal).catch(unlessCancelled);
  if (regions === undefined || regions.length === 0) return undefined;
  const found = regions.find(({ id }) => id === region);
  if (found !== undefined) return found.endpoint;
  throw new ImageError('bad-request', noSuchRegion(definition, region, regions), {
    hint: hintFor(definition),
  });
}

/** The error of a call, and where the API says that the region does not exist, the nearest ones. */
export async function explainRegion(
  definition: CloudDefinition,
  context: CloudContext,
  { region }: Target,
  error: ImageError,
  signal: AbortSignal,
): Promise<ImageError> {
  const { vendorCode, httpStatus = 0 } = error.facts;
  const meaning =
    vendorCode === undefined ? undefined : meaningOf(definition.failures, vendorCode, httpStatus);
  if (meaning !== 'no-such-region') return error;
  const regions = await listRegions(definition, context, signal).catch(unlessCancelled);
  const reason = `${noSuchRegion(definition, region, regions ?? [])} (${error.reason})`;
  return new ImageError(error.code, reason, { ...error.facts, hint: hintFor(definition) });
}

function noSuchRegion(
  { title, regionIs }: CloudDefinition,
  region: string,
  regions: readonly Region[],
): string {
  const ids = nearestNames(
    region,
    regions.map(({ id }) => id),
    3,
  );
  const near = ids.length === 0 ? '' : ` The nearest are ${ids.join(', ')}.`;
  return `${title} has no ${regionIs} "${region}".${near}`;
}

function hintFor({ id }: CloudDefinition): string {
  return `Run \`cloudimages targets --cloud ${id}\` for all of them.`;
}

/** A list of regions that cannot be read never fails a look-up, which can do without. */
function unlessCancelled(error: unknown): undefined {
  if (isImageError(error) && error.code === 'cancelled') throw error;
  return undefined;
}
