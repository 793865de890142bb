/** One look-up of the engine under a scenario, and what came of it. */
import { setImmediate as settle } from 'node:timers/promises';
import { createEngine } from '../../provider/compose';
import { CLOUDS } from '../../provider/clouds/index';
import type { CloudDefinition } from '../../provider/clouds/definition/cloud-definition';
import { isImageError } from '../../provider/errors/image-error';
import {
  accountEnvironment,
  createWorld,
  defaultAccounts,
  type CloudId,
  type World,
} from '../../simulator/index';
import type { Answered } from './verdict';
import { imagesOf } from './catalog';
import { createRandom } from './random';
import type { WireAnswer } from './faults/fault';
import type { Scenario } from './scenario';
import { runScript, type Running } from './script';
import { stubTransport, type StubTransport } from './stub-transport';
import type { VirtualTime } from './virtual-time';
import { CHAOS_CLOUDS, vocabularyOf } from './vocabulary/index';

/** The instant of every look-up. */
export const NOW_MS = Date.UTC(2026, 0, 15);

/** The configured deadline. Seconds. */
export const TIMEOUT_S = 30;

const ACCOUNTS = accountEnvironment(defaultAccounts());

/** Addresses that only the stub knows. */
const PORTS = Object.fromEntries(CHAOS_CLOUDS.map((cloud, index) => [cloud, 7000 + index]));

export function endpointVariables(addressOf: (cloud: CloudId) => string): Record<string, string> {
  return Object.fromEntries(
    CHAOS_CLOUDS.map((cloud) => [`CLOUDIMAGES_ENDPOINT_${cloud.toUpperCase()}`, addressOf(cloud)]),
  );
}

export const CREDENTIALS: Readonly<Record<string, string>> = ACCOUNTS;

/** Has the clouds ask for small pages. Gives a function that takes it back. */
export function withPageSize(pageSize: number): () => void {
  const table = CLOUDS as Record<CloudId, CloudDefinition>;
  const usual = { ...table };
  for (const cloud of CHAOS_CLOUDS) {
    const largest = Math.min(pageSize, usual[cloud].pageSize);
    table[cloud] = { ...usual[cloud], pageSize: largest };
  }
  return () => void Object.assign(table, usual);
}

export function worldOf(scenario: Scenario, now: () => number): World {
  return createWorld({ images: imagesOf(scenario.catalogs), now });
}

/** Moves the catalog when its time has come. */
export function mover(scenario: Scenario, world: World): (count: number) => void {
  const { moved, script } = scenario;
  let done = moved === undefined || script.move === undefined;
  return (count) => {
    if (done || moved === undefined || count < (script.move?.beforeRequest ?? 0)) return;
    done = true;
    if (script.move?.name === 'an image appears') world.addImage(moved.drawn.image, 'first');
    else world.removeImage(moved.catalog.cloud, moved.drawn.image.id);
  };
}

/** Applies the script to a cloud's answer. */
export function spoiler(scenario: Scenario, running: Running) {
  const { question } = scenario;
  const asksByIds =
    question.kind === 'id' ||
    question.query.imageIds !== undefined ||
    (question.query.anyOf ?? []).some(({ imageIds }) => imageIds !== undefined);
  return (answer: WireAnswer, cloud: CloudId, list: string) =>
    running.apply(answer, { vocabulary: vocabularyOf(cloud), asksByIds }, list);
}

/** Asks the engine, whatever the question is. */
export async function ask(
  { question }: Scenario,
  surroundings: Parameters<typeof createEngine>[1],
  timeoutSeconds: number,
  signal?: AbortSignal,
): Promise<Answered> {
  const engine = createEngine({ timeoutSeconds }, surroundings);
  try {
    if (question.kind === 'id') {
      const image = await engine.findImage(question.target, question.id, { signal });
      return { kind: 'images', images: image === undefined ? [] : [image], byId: true };
    }
    const { images, ids, idByTarget } = await engine.getImages(question.query, { signal });
    return { kind: 'images', images, ids, idByTarget, byId: false };
  } catch (error) {
    return isImageError(error) ? { kind: 'error', error } : { kind: 'crash', error };
  } finally {
    await engine.close();
  }
}

/** What a look-up left behind, and how long it took. */
export interface Trace {
  readonly answered: Answered;
  readonly running: Running;
  readonly requests: number;
  readonly tookMs: number;
  /** Names of what was still there after the engine was closed. */
  readonly leaks: readonly string[];
}

/** Over the stub and virtual time. */
export async function lookUpOverStub(scenario: Scenario, time: VirtualTime): Promise<Trace> {
  const startMs = time.now();
  const now = (): number => NOW_MS + time.now() - startMs;
  const random = createRandom(scenario.seed ^ 0x7e57, scenario.index);
  const world = worldOf(scenario, now);
  const running = runScript(scenario.script, scenario.seed, scenario.index);
  const http: StubTransport = stubTransport({
    world,
    cloudOf: (url) => CHAOS_CLOUDS[Number(url.port) - 7000] as CloudId,
    before: mover(scenario, world),
    spoil: spoiler(scenario, running),
    latencyMs: () => 1 + random.below(80),
    sleep: (ms, signal) => time.sleep(ms, signal),
  });
  const controller = new AbortController();
  const { givesUpAfterMs } = scenario.script;
  if (givesUpAfterMs !== undefined) {
    void time.sleep(givesUpAfterMs).then(() => controller.abort());
  }
  const restorePages = withPageSize(scenario.pageSize);
  const result = await time.settle(
    ask(
      scenario,
      {
        environment: {
          ...ACCOUNTS,
          ...endpointVariables((cloud) => `http://127.0.0.1:${PORTS[cloud]}`),
        },
        homeDirectory: '/nonexistent',
        readFile: noFile,
        now: () => new Date(now()),
        clock: { now: () => time.now(), sleep: (ms, signal) => sleepOr(time, ms, signal) },
        random: () => random.next(),
        http,
      },
      TIMEOUT_S,
      controller.signal,
    ),
  );
  restorePages();
  const tookMs = time.now() - startMs;
  if (givesUpAfterMs !== undefined) await time.settle(time.sleep(givesUpAfterMs + 1));
  await settle();
  const leaks = [
    ...(time.pending() > 0 ? [`${time.pending()} timers`] : []),
    ...(http.open() > 0 ? [`${http.open()} requests`] : []),
  ];
  time.clear();
  return { answered: answeredBy(result), running, requests: http.requests(), tookMs, leaks };
}

function answeredBy(result: PromiseSettledResult<Answered> | undefined): Answered {
  if (result === undefined) return { kind: 'hang' };
  if (result.status === 'rejected') return { kind: 'crash', error: result.reason };
  return result.value;
}

/** As the product's clock: an aborted wait throws the signal's own error. */
async function sleepOr(time: VirtualTime, ms: number, signal: AbortSignal): Promise<void> {
  await time.sleep(ms, signal);
}

export async function noFile(path: string): Promise<never> {
  throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
}
