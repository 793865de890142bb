/** One listing of one cloud in a scene of its own: its simulator, its faults, its client. */
import {
  createWorld,
  generateImages,
  MAIN_REGION,
  SECRET_MARKS,
  startSimulator,
  type CatalogImage,
  type CloudId,
  type Fault,
  type RequestRecord,
  VOCABULARY,
  type World,
} from '@cloudimages/simulator';
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import type { CloudDefinition } from '../../provider/clouds/definition/cloud-definition';
import { plainImages } from '../../provider/clouds/definition/listed-image';
import type { Credential } from '../../provider/credentials/credential';
import { describeError } from '../../provider/errors/describe-error';
import type { Listing, Narrowing, Scope } from '../../provider/source/source';
import { createHttpClient, type HttpClient } from '../../provider/transport/http-client';
import type { LogEvent } from '../../provider/transport/log';
import { hastyClock, keepingLogger, sourceOf, workingCredential } from './harness';

/** A cloud's definition; that of a test may bring the service that it is written for. */
export interface ContractCloud extends CloudDefinition {
  /** Puts that service in front of the simulated API. */
  readonly overHttp?: (http: HttpClient) => HttpClient;
}

/** What is special about a scene. Everything has a default. */
export interface Scene {
  /** How many generated images, or which. Default 12. */
  readonly images?: number | readonly CatalogImage[];
  /** Rows per request. Default 5, so that a few images are many pages. */
  readonly pageSize?: number;
  readonly faults?: readonly Fault[];
  readonly credential?: Credential;
  /** Default: only public images, of one distribution where each publisher has a list of its own. */
  readonly narrowing?: Narrowing;
  readonly scope?: Scope;
  /** Puts something between source and network. */
  readonly through?: (http: HttpClient, world: World) => HttpClient;
  readonly signal?: AbortSignal;
  /** Told when a wait for another try begins. */
  readonly onWait?: () => void;
  readonly timeoutMs?: number;
  readonly silenceTimeoutMs?: number;
  readonly maxResponseBytes?: number;
}

/** What came of it. */
export interface Outcome {
  /** With its images as plain data. @throws whatever the listing failed with */
  listing(): Listing;
  /** What the listing failed with; undefined when it did not. */
  readonly error: unknown;
  /** The requests for the list that reached the API. */
  readonly requests: readonly RequestRecord[];
  readonly world: World;
  readonly log: readonly LogEvent[];
  /** The waits between tries. Milliseconds. */
  readonly waits: readonly number[];
}

/** Generated images that one list has. */
export function generatedIn(cloud: CloudId, count: number): readonly CatalogImage[] {
  const { oneList, singleList } = VOCABULARY[cloud];
  const images = generateImages({ cloud, count, distro: oneList });
  return singleList === undefined ? images : images.map(singleList.of);
}

/** What one list has, with one request per page. */
export function oneListOf(cloud: CloudId): Narrowing {
  const { oneList, singleList } = VOCABULARY[cloud];
  return {
    owners: [singleList?.owner ?? 'public'],
    includeDeprecated: false,
    ...(oneList === undefined ? {} : { distro: oneList }),
  };
}

/** Lists, and tells everything about it. */
export async function play(definition: ContractCloud, scene: Scene = {}): Promise<Outcome> {
  const cloud = definition.id;
  const region = MAIN_REGION[cloud];
  const { operation } = VOCABULARY[cloud];
  const { images = 12 } = scene;
  const faults = [...(scene.faults ?? []), ...pageFaults(cloud, scene)];
  const world = createWorld({
    images: typeof images === 'number' ? generatedIn(cloud, images) : images,
    // A sign-in before the list has its own tests.
    faults: faults.map((fault) => ({ action: operation, ...fault })),
  });
  const simulator = await startSimulator({ world });
  const http = createHttpClient({
    environment: {},
    readFile: (path) => readFile(path, 'utf8'),
    ...(scene.silenceTimeoutMs === undefined ? {} : { silenceTimeoutMs: scene.silenceTimeoutMs }),
    ...(scene.maxResponseBytes === undefined ? {} : { maxResponseBytes: scene.maxResponseBytes }),
  });
  const through = scene.through?.(http, world) ?? http;
  const clock = hastyClock(scene.onWait);
  const logger = keepingLogger();
  const source = sourceOf(
    { ...definition, pageSize: scene.pageSize ?? 5 },
    {
      http: definition.overHttp?.(through) ?? through,
      endpoint: simulator.endpoints[cloud],
      credential: scene.credential ?? workingCredential(cloud),
      clock,
      logger,
      ...(scene.timeoutMs === undefined ? {} : { timeoutMs: scene.timeoutMs }),
    },
  );
  const result = await source
    .list({
      target: { cloud, region },
      narrowing: scene.narrowing ?? oneListOf(cloud),
      scope: scene.scope ?? {},
      signal: scene.signal ?? new AbortController().signal,
    })
    .then(
      (listing) => ({ listing, error: undefined }),
      (error: unknown) => ({ listing: undefined, error }),
    );
  await http.close();
  await simulator.close();
  expectNoSecret(result.error, logger.events);
  return {
    listing() {
      if (result.listing === undefined) throw result.error;
      return { ...result.listing, images: plainImages(result.listing.images) };
    },
    error: result.error,
    requests: listRequestsOf(world, cloud),
    world,
    log: logger.events,
    waits: clock.waits,
  };
}

/** Where the API chooses the size of its pages, it is told to choose that of the scene. */
function pageFaults(cloud: CloudDefinition['id'], { pageSize = 5 }: Scene): readonly Fault[] {
  const isFixed = VOCABULARY[cloud].pageSize.isFixed === true;
  return isFixed ? [{ kind: 'pageSize', rows: pageSize }] : [];
}

/** The requests for images that reached the API, without a sign-in before them. */
export function listRequestsOf(world: World, cloud: CloudDefinition['id']): RequestRecord[] {
  const { operation } = VOCABULARY[cloud];
  return world.requests().filter(({ action }) => action.startsWith(operation));
}

/** No secret stands in an error, however it is printed, or in a log. */
export function expectNoSecret(error: unknown, log: readonly LogEvent[]): void {
  const shown = [
    String(error),
    inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }),
    JSON.stringify([error, describeError(error), log]),
  ].join('\n');
  for (const mark of SECRET_MARKS) expect(shown).not.toContain(mark);
}

/** The ids of a listing, sorted: which images it has, whatever their order. */
export function idsOf(outcome: Outcome): readonly string[] {
  return outcome
    .listing()
    .images.map(({ id }) => id)
    .toSorted();
}

/** The ids of everything that the cloud has at the end, sorted. */
export function allIds({ world }: Outcome, cloud: CloudDefinition['id']): readonly string[] {
  return world
    .catalog(cloud)
    .map(({ id }) => id)
    .toSorted();
}
