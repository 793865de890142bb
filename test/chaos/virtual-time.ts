/**
 * Time that stands still until everything waits for it, and then jumps. It takes the place of the
 * global timers and of `performance.now`, so that deadlines, retries and hung sockets cost nothing,
 * and so that a timer that nobody cleared is seen.
 */
import { setImmediate as settle } from 'node:timers/promises';

export interface VirtualTime {
  /** Milliseconds since the beginning. */
  now(): number;
  /** Waits; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Timers that were neither over nor cleared. */
  pending(): number;
  /** Moves time on until a promise has settled. Undefined: nothing moves any more, so it never will. */
  settle<T>(promise: Promise<T>): Promise<PromiseSettledResult<T> | undefined>;
  /** Forgets the timers that are left. */
  clear(): void;
  /** Gives the global timers back. */
  restore(): void;
}

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly fire: () => void;
}

/** How often the real event loop may turn without any timer before a look-up counts as stuck. */
const IDLE_TURNS = 200;

export function installVirtualTime(): VirtualTime {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    performance: globalThis.performance,
  };
  let nowMs = 0;
  let count = 0;
  const timers = new Map<number, Timer>();

  const add = (fire: () => void, ms: number): number => {
    count += 1;
    timers.set(count, { atMs: nowMs + Math.max(0, ms), order: count, fire });
    return count;
  };
  const handleOf = (id: number): object => {
    const handle = {
      ref: () => handle,
      unref: () => handle,
      hasRef: () => true,
      refresh: () => handle,
      close: () => handle,
      [Symbol.toPrimitive]: () => id,
    };
    return handle;
  };
  const setTimeoutHere = (callback: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    handleOf(add(() => callback(...given), Number.isFinite(ms) ? ms : 1));
  const clearTimeoutHere = (handle: unknown): void => {
    if (handle !== undefined && handle !== null) timers.delete(Number(handle));
  };
  const set = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  };
  set('setTimeout', setTimeoutHere);
  set('clearTimeout', clearTimeoutHere);
  set('performance', { now: () => nowMs, timeOrigin: 0 });

  /** Fires what is due first. False: nothing is due ever. */
  const jump = (): boolean => {
    const [first] = [...timers.entries()].toSorted(
      ([, a], [, b]) => a.atMs - b.atMs || a.order - b.order,
    );
    if (first === undefined) return false;
    const [id, timer] = first;
    timers.delete(id);
    nowMs = Math.max(nowMs, timer.atMs);
    timer.fire();
    return true;
  };

  return {
    now: () => nowMs,
    pending: () => timers.size,
    clear: () => timers.clear(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const leave = (): void => {
          timers.delete(id);
          reject(signal?.reason as Error);
        };
        const id = add(() => {
          signal?.removeEventListener('abort', leave);
          resolve();
        }, ms);
        signal?.addEventListener('abort', leave, { once: true });
      }),
    async settle<T>(promise: Promise<T>) {
      let result: PromiseSettledResult<T> | undefined;
      promise.then(
        (value) => void (result = { status: 'fulfilled', value }),
        (reason: unknown) => void (result = { status: 'rejected', reason }),
      );
      for (let idle = 0; idle < IDLE_TURNS;) {
        await settle();
        if (result !== undefined) return result;
        idle = jump() ? 0 : idle + 1;
      }
      return undefined;
    },
    restore() {
      set('setTimeout', real.setTimeout);
      set('clearTimeout', real.clearTimeout);
      set('performance', real.performance);
    },
  };
}
