/**
 * PinnedImage without a protocol: what check, diff, create, update and read do. The dynamic
 * provider of the Node.js SDK and the plugin share it.
 */
import { isDeepStrictEqual } from 'node:util';
import { ImageError, type Issue } from '../errors/image-error';
import type { CallOptions } from '../look-up/engine';
import type { ImageWarning } from '../image/answer.generated';
import { parseImportId } from '../pin/import-id';
import { inspectPin } from '../pin/inspect-pin';
import { resolutionKey } from '../pin/pin';
import { lockedOf, type PinEngine } from '../pin/pin-engine';
import { failuresOf, failuresOfIssues } from './failures';
import { keepUnderLock, keepWithoutLock } from './keep-pin';
import {
  CHOSEN,
  deprecationOf,
  detailsOf,
  isAdopted,
  queryOf,
  REMEMBERED,
  REPORTED,
  targetOf,
  textOf,
  withoutReport,
} from './pin-properties';
import { omit, pick, withoutAbsent, type CheckFailure, type Properties } from './properties';
import { holdsUnknown, UNKNOWN } from './unknown';

/** What a pin works with. */
export interface PinSurroundings extends CallOptions {
  /** The engine. */
  readonly engine: () => Promise<PinEngine>;
  /** Every problem in a query. Used only where the engine cannot check, since something is unknown. */
  readonly checkQuery: (query: unknown) => Promise<readonly Issue[]>;
  /** Where a query without targets looks. */
  readonly defaultTargets?: unknown;
}

/** What `check` gives. */
export interface PinCheck {
  /** The inputs with what was chosen for them. */
  readonly inputs: Properties;
  readonly failures: readonly CheckFailure[];
  /** The warnings of the look-up; empty if the pin kept its image. */
  readonly warnings: readonly ImageWarning[];
}

/**
 * Keeps the image of `olds` while query and triggers are the same, without a request; else looks it
 * up. Under a lock, the lock decides.
 *
 * @param olds - the inputs that an earlier check gave; empty for a new or a replaced resource
 * @param news - the program's inputs
 */
export async function checkPinnedImage(
  surroundings: PinSurroundings,
  olds: Properties,
  news: Properties,
): Promise<PinCheck> {
  const given = withoutAbsent(omit(news, [...CHOSEN, REMEMBERED, ...REPORTED]));
  const query = queryOf(news);
  if (holdsUnknown(omit(given, ['__provider']))) {
    return checkWithUnknowns(surroundings, given, query);
  }

  try {
    const engine = await surroundings.engine();
    const meant = await meaningOf(engine, query, surroundings.defaultTargets);
    const key = resolutionKey(meant, news['triggers']);
    const keep = (await engine.pinLock.isUsed()) ? keepUnderLock : keepWithoutLock;
    const kept = await keep(engine, { olds, query, meant, key });
    if (kept !== undefined) {
      const { lockedImageId, warnings } = kept;
      const chosen = {
        ...pick(olds, [...CHOSEN, REMEMBERED]),
        ...withoutAbsent({ lockedImageId }),
      };
      const inputs = { ...given, ...chosen, resolutionKey: key };
      return { inputs, failures: [], warnings };
    }
    const { image, warnings } = await engine.getImage(query, { signal: surroundings.signal });
    const locked = await lockedOf(engine, query, { [image.target]: image.id });
    const inputs = {
      ...given,
      imageId: image.id,
      image: detailsOf(image),
      resolutionKey: key,
      ...(locked.length === 0 ? {} : { lockedImageId: image.id }),
    };
    return { inputs, failures: [], warnings };
  } catch (error) {
    return { inputs: given, failures: failuresOf(error), warnings: [] };
  }
}

/**
 * What a query means, for its key: with the targets that it has by default, and with the named query
 * in place of its name.
 */
async function meaningOf(
  engine: PinEngine,
  query: Properties,
  defaultTargets: unknown,
): Promise<Properties> {
  const given = withTargets(query, defaultTargets);
  if (given['query'] === undefined && given['targets'] !== undefined) return given;
  const prepared = await engine.prepare(query);
  return { ...prepared.query, targets: prepared.targets };
}

/** What is unknown cannot be resolved; what is known can be checked all the same. */
async function checkWithUnknowns(
  surroundings: PinSurroundings,
  given: Properties,
  query: Properties,
): Promise<PinCheck> {
  const known = Object.fromEntries(
    Object.entries(query).filter(([, value]) => !holdsUnknown(value)),
  );
  const chosen = Object.fromEntries(CHOSEN.map((name) => [name, UNKNOWN]));
  return {
    inputs: { ...given, ...chosen },
    failures: failuresOfIssues(await surroundings.checkQuery(known)),
    warnings: [],
  };
}

/** A pin without targets of its own depends on the configured ones. */
function withTargets(query: Properties, defaultTargets: unknown): Properties {
  if (query['targets'] !== undefined || defaultTargets === undefined) return query;
  return { ...query, targets: defaultTargets };
}

/**
 * The names of the inputs that differ between the outputs in the state and new inputs, sorted.
 * None: the pin stays. A pin is never replaced; its image id moves in place.
 */
export function diffPinnedImage(olds: Properties, news: Properties): readonly string[] {
  const compared = isAdopted(olds) ? ['imageId'] : ['imageId', 'resolutionKey'];
  if (compared.every((name) => olds[name] === news[name])) return [];
  return [...new Set([...Object.keys(news), ...Object.keys(olds)])]
    .filter((name) => name !== '__provider' && !REPORTED.includes(name))
    .filter((name) => !isDeepStrictEqual(olds[name], news[name]))
    .toSorted();
}

/**
 * The outputs of a pin that was just resolved; in a preview some may be unknown.
 *
 * @param isLocked - look-ups use the lock: no cloud was asked about the image, so nothing is reported
 */
export function createdPin(inputs: Properties, isLocked = false): Properties {
  if (inputs['imageId'] === UNKNOWN) {
    return { ...inputs, ...Object.fromEntries(REPORTED.map((name) => [name, UNKNOWN])) };
  }
  if (isLocked) return { ...inputs, warnings: [] };
  return {
    ...inputs,
    exists: true,
    outdated: false,
    latestImageId: inputs['imageId'],
    ...deprecationOf(inputs['image']),
    warnings: [],
  };
}

/** The outputs of a pin after its inputs changed. */
export function updatedPin(olds: Properties, news: Properties, isLocked = false): Properties {
  const moved = olds['imageId'] !== news['imageId'];
  const previous = moved ? olds['imageId'] : olds['previousImageId'];
  return { ...createdPin(news, isLocked), ...withoutAbsent({ previousImageId: previous }) };
}

/**
 * The outputs after a refresh: the pin stays as it is, the report is new. Under a
 * lock no cloud is asked, and nothing is reported.
 *
 * Never fails because of a cloud; what it could not find out is absent, and `warnings` says so.
 */
export async function readPin(
  surroundings: PinSurroundings,
  props: Properties,
): Promise<{ readonly props: Properties; readonly warnings: readonly ImageWarning[] }> {
  const engine = await surroundings.engine();
  if (await engine.pinLock.isUsed()) {
    return { props: { ...withoutReport(props), warnings: [] }, warnings: [] };
  }
  const { warnings, ...report } = await inspectPin(
    engine,
    { target: targetOf(props), imageId: textOf(props['imageId']), query: queryOf(props) },
    { signal: surroundings.signal },
  );
  // A cloud that could not be reached is reported now and not stored: it says nothing about the image.
  const lasting = warnings.filter(({ code }) => code !== 'pin-unchecked');
  return { props: { ...withoutReport(props), ...report, warnings: lasting }, warnings };
}

/**
 * The pin of an image that exists already, for an import.
 *
 * @param id - `cloud/region/imageId`
 * @returns undefined when the cloud has no such image
 * @throws ImageError `invalid-query` for an id of another shape; the clouds' failures
 */
export async function importPin(
  surroundings: PinSurroundings,
  id: string,
): Promise<{ readonly inputs: Properties; readonly props: Properties } | undefined> {
  const named = parseImportId(id);
  if (named === undefined) {
    throw new ImageError(
      'invalid-query',
      `The id to import is cloud/region/imageId, such as alicloud/cn-hangzhou/m-bp1abc. Got ${JSON.stringify(id)}.`,
    );
  }
  const { target, imageId, query: inputs } = named;
  const engine = await surroundings.engine();
  const image = await engine.findImage(target, imageId, { signal: surroundings.signal });
  if (image === undefined) return undefined;
  const chosen = { imageId, image: detailsOf(image) };
  return {
    inputs: { ...inputs, ...chosen },
    props: omit(createdPin({ ...inputs, ...chosen }), ['latestImageId', 'outdated']),
  };
}
