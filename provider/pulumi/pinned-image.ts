/**
 * PinnedImage without a protocol: what check, diff, create, update and read do. The dynamic
 * provider of the Node.js SDK and the plugin share it.
 */
import { isDeepStrictEqual } from 'node:util';
import { ImageError, type Issue } from '../errors/image-error';
import type { CallOptions, Engine } from '../look-up/engine';
import type { Image, ImageWarning } from '../image/answer.generated';
import { parseImportId } from '../pin/import-id';
import { inspectPin } from '../pin/inspect-pin';
import { decidePin, resolutionKey, type HeldPin } from '../pin/pin';
import { failuresOf, failuresOfIssues } from './failures';
import { omit, pick, withoutAbsent, type CheckFailure, type Properties } from './properties';
import { holdsUnknown, UNKNOWN } from './unknown';

/** What a pin works with. */
export interface PinSurroundings extends CallOptions {
  /** The engine. Asked for only where a cloud has to be asked. */
  readonly engine: () => Promise<Pick<Engine, 'getImage' | 'findImage'>>;
  /** Every mistake in a query. Asked for only where the engine cannot be, since something is unknown. */
  readonly checkQuery: (query: unknown) => Promise<readonly Issue[]>;
  /** Where a query without targets looks. */
  readonly defaultTargets?: unknown;
}

/** What `check` gives. */
export interface PinCheck {
  /** The inputs with what was chosen for them. */
  readonly inputs: Properties;
  readonly failures: readonly CheckFailure[];
  /** What the look-up had to say; empty where the pin kept its image. */
  readonly warnings: readonly ImageWarning[];
}

/** What `check` adds to the inputs, so that it is known in the first preview. */
const CHOSEN = ['imageId', 'image', 'resolutionKey'];

/** What create, update and read add to the outputs. */
const REPORTED = [
  'exists',
  'deprecated',
  'outdated',
  'latestImageId',
  'previousImageId',
  'warnings',
];

/** Everything that is not part of the query. `__provider` is the dynamic provider's own. */
const NOT_QUERY = ['triggers', '__provider', ...CHOSEN, ...REPORTED];

function queryOf(properties: Properties): Properties {
  return withoutAbsent(omit(properties, NOT_QUERY));
}

/**
 * Keeps the image of `olds` while query and triggers are the same, without asking anybody; else
 * asks anew.
 *
 * @param olds - the inputs that an earlier check gave; empty for a new or a replaced resource
 * @param news - the program's inputs
 */
export async function checkPinnedImage(
  surroundings: PinSurroundings,
  olds: Properties,
  news: Properties,
): Promise<PinCheck> {
  const given = withoutAbsent(omit(news, [...CHOSEN, ...REPORTED]));
  const query = queryOf(news);
  if (holdsUnknown(omit(given, ['__provider']))) {
    return checkWithUnknowns(surroundings, given, query);
  }

  const key = resolutionKey(withTargets(query, surroundings.defaultTargets), news['triggers']);
  if (isAdopted(olds) || decidePin(heldBy(olds), key) === 'keep') {
    const kept = { ...pick(olds, CHOSEN), resolutionKey: key };
    return { inputs: { ...given, ...kept }, failures: [], warnings: [] };
  }
  try {
    const engine = await surroundings.engine();
    const { image, warnings } = await engine.getImage(query, { signal: surroundings.signal });
    const inputs = { ...given, imageId: image.id, image: detailsOf(image), resolutionKey: key };
    return { inputs, failures: [], warnings };
  } catch (error) {
    return { inputs: given, failures: failuresOf(error), warnings: [] };
  }
}

function heldBy(properties: Properties): HeldPin {
  return {
    imageId: textOf(properties['imageId']),
    resolutionKey: textOf(properties['resolutionKey']),
  };
}

/** An imported pin has an image but no key yet: it takes the key of the program that adopts it. */
function isAdopted(olds: Properties): boolean {
  return textOf(olds['imageId']) !== '' && olds['resolutionKey'] === undefined;
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

/** The image without the API's own object, which would bloat the state and every diff. */
function detailsOf(image: Image): Properties {
  return omit({ ...image }, ['raw']);
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

/** The outputs of a pin that was just resolved; in a preview some may be unknown. */
export function createdPin(inputs: Properties): Properties {
  if (inputs['imageId'] === UNKNOWN) {
    return { ...inputs, ...Object.fromEntries(REPORTED.map((name) => [name, UNKNOWN])) };
  }
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
export function updatedPin(olds: Properties, news: Properties): Properties {
  const moved = olds['imageId'] !== news['imageId'];
  const previous = moved ? olds['imageId'] : olds['previousImageId'];
  return { ...createdPin(news), ...withoutAbsent({ previousImageId: previous }) };
}

/**
 * The outputs after a look at the clouds: what is pinned stays as it is, the report is new.
 *
 * Never fails because of a cloud; what could not be found out is absent and told in `warnings`.
 */
export async function readPin(
  surroundings: PinSurroundings,
  props: Properties,
): Promise<{ readonly props: Properties; readonly warnings: readonly ImageWarning[] }> {
  const engine = await surroundings.engine();
  const { warnings, ...report } = await inspectPin(
    engine,
    { target: targetOf(props), imageId: textOf(props['imageId']), query: queryOf(props) },
    { signal: surroundings.signal },
  );
  const kept = omit(
    props,
    REPORTED.filter((name) => name !== 'previousImageId'),
  );
  // That a cloud could not be asked is told now and not kept: it says nothing about the image.
  const lasting = warnings.filter(({ code }) => code !== 'pin-unchecked');
  return { props: { ...kept, ...report, warnings: lasting }, warnings };
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

function targetOf(props: Properties): string {
  const image = props['image'];
  return typeof image === 'object' && image !== null && 'target' in image
    ? textOf(image.target)
    : '';
}

function deprecationOf(image: unknown): Properties {
  return typeof image === 'object' && image !== null && 'deprecated' in image
    ? { deprecated: image.deprecated }
    : {};
}

/** The warnings that the last refresh left in a state. */
export function warningsOf(outputs: Properties): readonly ImageWarning[] {
  const warnings = outputs['warnings'];
  return Array.isArray(warnings) ? warnings.filter(isWarning) : [];
}

function isWarning(thing: unknown): thing is ImageWarning {
  return (
    typeof thing === 'object' &&
    thing !== null &&
    'message' in thing &&
    typeof thing.message === 'string'
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
