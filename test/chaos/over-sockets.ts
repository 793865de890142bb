/** Look-ups over real connections on loopback, several at a time. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createHttpClient } from '../../provider/transport/http-client';
import { count, emptyReport, type CampaignOptions, type Report } from './campaign';
import {
  ask,
  CREDENTIALS,
  endpointVariables,
  NOW_MS,
  noFile,
  spoiler,
  withPageSize,
  worldOf,
  type Trace,
} from './look-up';
import { createRandom, type Random } from './random';
import { drawScenario, type Scenario } from './scenario';
import { runScript } from './script';
import { startSocketServer, type SocketServer } from './socket-server';
import { judgeLookUp } from './verdict';
import type { CloudId } from '../../simulator/index';

/** The deadline of a look-up here. Seconds. */
const TIMEOUT_S = 5;

/** How long the client bears silence, and a connection that does not come about. Milliseconds. */
const SILENCE_MS = 700;

/** Waits between tries pass so many times faster. Deadlines are real. */
const HASTE = 50;

const AT_ONCE = 16;

const PAGE_SIZES = [2, 3, 5, 10, 100] as const;

/**
 * When each question is asked with the cache on, after the first time: at once, and when the listing
 * is too old but may still answer while the cloud cannot be reached. Milliseconds.
 */
const ASKED_AGAIN_AFTER_MS = [0, 11 * 60_000];

/** A run over connections. */
export interface SocketOptions extends CampaignOptions {
  /** Asks each question several times, each time by a new engine, over one cache of files. */
  readonly cached?: boolean;
}

/** Several look-ups at a time, so that the servers' waits overlap. Leaks are counted at the end. */
export async function runOverSockets({
  from,
  to,
  cached = false,
  ...options
}: SocketOptions): Promise<Report> {
  const report = emptyReport();
  await all(drawScenario(from, { ...options, overSockets: true }), cached);
  const before = resources();
  const unhandled: unknown[] = [];
  const keep = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', keep);
  for (let start = from; start < to; start += AT_ONCE) {
    // The page size is one table for all, so it is one for all that run at once.
    const restorePages = withPageSize(PAGE_SIZES[(start / AT_ONCE) % PAGE_SIZES.length] ?? 5);
    const indexes = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, n) => start + n);
    await Promise.all(
      indexes.map(async (index) => {
        const scenario = drawScenario(index, { ...options, overSockets: true });
        for (const trace of await all(scenario, cached)) {
          count(report, scenario, trace, judgeLookUp(scenario, trace, TIMEOUT_S + 1));
        }
      }),
    );
    restorePages();
  }
  process.off('unhandledRejection', keep);
  await settled(before, report, unhandled);
  return report;
}

/** Every time that a scenario's question is asked. */
async function all(scenario: Scenario, cached: boolean): Promise<readonly Trace[]> {
  let nowMs = NOW_MS;
  const world = worldOf(scenario, () => nowMs);
  const running = runScript(scenario.script, scenario.seed, scenario.index);
  const spoil = spoiler(scenario, running);
  const servers = new Map<CloudId, SocketServer>();
  for (const { cloud } of scenario.catalogs) {
    servers.set(cloud, await startSocketServer({ world, cloud, spoil }));
  }
  const folder = cached ? mkdtempSync(path.join(tmpdir(), 'cloudimages-chaos-')) : undefined;
  const environment = {
    ...CREDENTIALS,
    ...endpointVariables((cloud) => servers.get(cloud)?.origin ?? 'http://127.0.0.1:1'),
    ...(folder === undefined ? {} : { CLOUDIMAGES_CACHE: 'file', XDG_CACHE_HOME: folder }),
  };
  // One for all: no nonce comes twice.
  const random = createRandom(scenario.seed ^ 0x7e57, scenario.index);
  const traces: Trace[] = [];
  for (const laterMs of [0, ...(cached ? ASKED_AGAIN_AFTER_MS : [])]) {
    nowMs = NOW_MS + laterMs;
    traces.push(
      await one(scenario, { environment, running, random, nowMs }, [...servers.values()]),
    );
  }
  await Promise.all([...servers.values()].map((server) => server.close()));
  if (folder !== undefined) rmSync(folder, { recursive: true });
  return traces;
}

interface Question {
  readonly environment: Readonly<Record<string, string>>;
  readonly running: ReturnType<typeof runScript>;
  readonly random: Random;
  readonly nowMs: number;
}

async function one(
  scenario: Scenario,
  { environment, running, random, nowMs }: Question,
  servers: readonly SocketServer[],
): Promise<Trace> {
  const startedMs = performance.now();
  const requestsOf = () => servers.reduce((sum, server) => sum + server.requests(), 0);
  const connectionsOf = () => servers.reduce((sum, server) => sum + server.connections(), 0);
  const before = requestsOf();
  const answered = await ask(
    scenario,
    {
      environment,
      homeDirectory: '/nonexistent',
      readFile: noFile,
      now: () => new Date(nowMs),
      clock: {
        now: () => performance.now() * HASTE,
        sleep: async (ms, signal) => {
          await sleep(ms / HASTE, undefined, { signal }).catch(() => {
            throw signal.reason;
          });
        },
      },
      random: () => random.next(),
      http: createHttpClient({
        environment,
        readFile: noFile,
        silenceTimeoutMs: SILENCE_MS,
        connectTimeoutMs: SILENCE_MS,
      }),
    },
    TIMEOUT_S,
  );
  const tookMs = performance.now() - startedMs;
  await untilNone(connectionsOf);
  const open = connectionsOf();
  const leaks = open === 0 ? [] : [`${open} connections after the engine was closed`];
  return { answered, running, requests: requestsOf() - before, tookMs, leaks };
}

/** The client's end of a connection is gone at once; the server hears of it a little later. */
async function untilNone(number: () => number): Promise<void> {
  for (let turn = 0; turn < 40 && number() > 0; turn += 1) await sleep(25);
}

interface Resources {
  readonly handles: Readonly<Record<string, number>>;
  readonly files: number;
}

/** What keeps this process alive, and its open files. */
function resources(): Resources {
  const handles: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1;
  return { handles, files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0 };
}

/** Nothing may be left that was not there before. */
async function settled(before: Resources, report: Report, unhandled: unknown[]): Promise<void> {
  await sleep(200);
  const after = resources();
  const left = ['Timeout', 'TCPSocketWrap', 'TCPServerWrap', 'FSReqPromise'].filter(
    (kind) =>
      (after.handles[kind] ?? 0) > (before.handles[kind] ?? 0) + (kind === 'Timeout' ? 1 : 0),
  );
  if (left.length > 0) report.failures.push(`leak: ${left.join(', ')} left at the end`);
  if (after.files > before.files + 2) {
    report.failures.push(`leak: ${after.files - before.files} open files left at the end`);
  }
  for (const reason of unhandled)
    report.failures.push(
      `unhandled rejection: ${reason instanceof Error ? reason.message : typeof reason}`,
    );
  report.failed += left.length + unhandled.length + Number(after.files > before.files + 2);
}
