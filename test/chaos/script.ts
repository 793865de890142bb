/** A fault script: which faults befall which requests of one look-up. */
import { createRandom, type Random } from './random';
import { CALLER_GIVES_UP, FAULTS, MOVES } from './faults/index';
import type { Fault, FaultContext, WireAnswer } from './faults/fault';

/** One fault and the requests that it befalls. */
export interface Planned {
  readonly fault: Fault;
  /** Lets so many requests pass. */
  readonly skip: number;
  /** Befalls so many, then no more. */
  readonly times: number;
}

export interface Script {
  readonly planned: readonly Planned[];
  /** The catalog moves before the request of this number. */
  readonly move?: { readonly name: string; readonly beforeRequest: number };
  /** The caller gives up after so long. Milliseconds. */
  readonly givesUpAfterMs?: number;
  /** Names of everything planned, for reports. */
  readonly names: readonly string[];
}

export const NO_FAULTS: Script = { planned: [], names: [] };

export interface ScriptOptions {
  readonly overSockets: boolean;
  /** Only this fault. */
  readonly only?: string | undefined;
}

/** One to three faults; none at all in four of ten look-ups. */
export function drawScript(random: Random, { overSockets, only }: ScriptOptions): Script {
  if (only === undefined && random.chance(0.4)) return NO_FAULTS;
  const usable = FAULTS.filter(({ socketsOnly }) => overSockets || socketsOnly !== true).map(
    ({ name }) => name,
  );
  // Reordered time needs no socket, and the real clock would make it a matter of luck.
  const all = overSockets ? usable : [...usable, ...MOVES, CALLER_GIVES_UP];
  const names =
    only === undefined
      ? random.some(all, 1 + random.below(3))
      : all.filter((name) => name === only);
  const move = MOVES.find((name) => names.includes(name));
  return {
    names,
    planned: FAULTS.filter(({ name }) => names.includes(name)).map((fault) => ({
      fault,
      skip: random.pick([0, 0, 0, 1, 2, 5]),
      times: random.pick([1, 1, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]),
    })),
    ...(move === undefined ? {} : { move: { name: move, beforeRequest: random.below(5) } }),
    ...(names.includes(CALLER_GIVES_UP) ? { givesUpAfterMs: random.below(400) } : {}),
  };
}

/** A script at work: applied to each answer in turn, and telling what has struck. */
export interface Running {
  /** @param list - which list the request reads, whatever its page: see `listOf` */
  apply(
    answer: WireAnswer,
    context: Omit<FaultContext, 'random' | 'firstPage'>,
    list: string,
  ): WireAnswer;
  /** Faults that changed at least one answer. */
  readonly struck: ReadonlySet<Fault>;
}

export function runScript(script: Script, seed: number, index: number): Running {
  const random = createRandom(seed ^ 0x5ca1ab1e, index);
  const struck = new Set<Fault>();
  const left = script.planned.map(({ fault, skip, times }) => ({ fault, skip, times }));
  const firstPages = new Map<string, WireAnswer>();
  return {
    struck,
    apply(answer, given, list) {
      const firstPage = firstPages.get(list) ?? answer;
      firstPages.set(list, firstPage);
      const context = { ...given, random, firstPage };
      let changed = answer;
      for (const entry of left) {
        if (entry.times <= 0) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.times -= 1;
        const next = entry.fault.apply(changed, context);
        if (next !== changed) struck.add(entry.fault);
        changed = next;
      }
      return changed;
    },
  };
}

/** Names the list that a request reads: the request without its page and without what signs it. */
export function listOf(
  target: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
): string {
  const parameters = `${target} ${body}`
    .replaceAll(/"?(PageNumber|Offset|pageNum)"?[=:]\d+/g, '')
    .replaceAll(/(Nonce|Timestamp|Signature)=[^&\s]*/g, '');
  return `${headers['x-tc-region'] ?? ''} ${parameters}`;
}
