/** What the plugin does, without a protocol: every call takes and gives plain values. */
import { randomUUID } from 'node:crypto';
import { isImageError } from '../../errors/image-error';
import type { ImageWarning } from '../../image/answer.generated';
import { checkQuery } from '../../image/query';
import type { EngineFor } from '../engines';
import { failuresOf, failuresOfIssues } from '../failures';
import {
  checkPinnedImage,
  createdPin,
  diffPinnedImage,
  importPin,
  readPin,
  updatedPin,
  type PinCheck,
  type PinSurroundings,
} from '../pinned-image';
import { warningsOf } from '../pin-properties';
import { withoutAbsent, type CheckFailure, type Properties } from '../properties';
import { TOKENS } from '../tokens';
import { holdsUnknown } from '../unknown';
import { configurationOf } from './provider-configuration';

/** What a call needs besides its arguments. */
export interface CallContext {
  readonly engineFor: EngineFor;
  /** The provider's inputs, from `configure`. */
  readonly inputs: Properties;
  readonly signal: AbortSignal;
  /** Shows a warning to the user, beside the resource of this URN. */
  readonly warn: (warning: ImageWarning, urn: string) => void;
}

/** The answer of a function, or the problems in its arguments. */
export type Invoked =
  { readonly result: Properties } | { readonly failures: readonly CheckFailure[] };

/**
 * Calls a function.
 *
 * @throws ImageError for everything but problems in the arguments
 */
export async function invoke(
  context: CallContext,
  token: string,
  args: Properties,
): Promise<Invoked> {
  if (token !== TOKENS.getImages && token !== TOKENS.getImage) {
    throw new Error(
      `There is no function ${token}. There are ${TOKENS.getImages} and ${TOKENS.getImage}.`,
    );
  }
  const query = withoutAbsent(args);
  const options = { signal: context.signal };
  try {
    const engine = await context.engineFor(configurationOf(context.inputs));
    const answer =
      token === TOKENS.getImages
        ? await engine.getImages(query, options)
        : await engine.getImage(query, options);
    answer.warnings.forEach((warning) => context.warn(warning, ''));
    return { result: { ...query, ...answer } };
  } catch (error) {
    if (!isImageError(error) || error.code !== 'invalid-query') throw error;
    return { failures: failuresOf(error) };
  }
}

/** Checks a provider's inputs. Unknown values are not checked. */
export async function checkConfiguration(
  engineFor: EngineFor,
  inputs: Properties,
): Promise<readonly CheckFailure[]> {
  const configuration = configurationOf(inputs);
  const known = Object.entries(configuration).filter(([, value]) => !holdsUnknown(value));
  try {
    await engineFor(Object.fromEntries(known));
    return [];
  } catch (error) {
    if (!isImageError(error)) throw error;
    return failuresOfIssues(error.facts.issues ?? [{ path: [], message: error.reason }]);
  }
}

function surroundings(context: CallContext): PinSurroundings {
  const configuration = configurationOf(context.inputs);
  return {
    engine: () => context.engineFor(configuration),
    checkQuery: async (query) => checkQuery(query),
    defaultTargets: configuration['targets'],
    signal: context.signal,
  };
}

/** Keeps or chooses the image of a pin. */
export async function check(
  context: CallContext,
  urn: string,
  olds: Properties,
  news: Properties,
): Promise<PinCheck> {
  const checked = await checkPinnedImage(surroundings(context), olds, news);
  checked.warnings.forEach((warning) => context.warn(warning, urn));
  return checked;
}

/** The names of the inputs that change. A pin that stays repeats what the last refresh found. */
export function diff(
  context: CallContext,
  urn: string,
  olds: Properties,
  news: Properties,
): readonly string[] {
  const changed = diffPinnedImage(olds, news);
  if (changed.length === 0) warningsOf(olds).forEach((warning) => context.warn(warning, urn));
  return changed;
}

/** Records a new pin. Without an id in a preview. */
export async function create(
  context: CallContext,
  inputs: Properties,
  preview: boolean,
): Promise<{ readonly id: string; readonly outputs: Properties }> {
  const outputs = createdPin(inputs, await isLocked(context));
  return { id: preview ? '' : randomUUID(), outputs };
}

/** Records a moved pin. */
export async function update(
  context: CallContext,
  olds: Properties,
  news: Properties,
): Promise<Properties> {
  return updatedPin(olds, news, await isLocked(context));
}

async function isLocked(context: CallContext): Promise<boolean> {
  const engine = await surroundings(context).engine();
  return engine.pinLock.isUsed();
}

/** What a read gives. Absent: there is no such image to import. */
export interface ReadOutcome {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/**
 * Refreshes a pin. Without outputs, finds the image to import.
 *
 * @param id - for an import `cloud/region/imageId`
 */
export async function read(
  context: CallContext,
  urn: string,
  id: string,
  inputs: Properties,
  outputs: Properties,
): Promise<ReadOutcome | undefined> {
  if (typeof outputs['imageId'] !== 'string') {
    const imported = await importPin(surroundings(context), id);
    return imported && { id, inputs: imported.inputs, outputs: imported.props };
  }
  const report = await readPin(surroundings(context), outputs);
  report.warnings.forEach((warning) => context.warn(warning, urn));
  return { id, inputs, outputs: report.props };
}
