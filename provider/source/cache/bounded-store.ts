/** A store that costs a set time at most, and no error: what fails is a miss. */
import { isImageError } from '../../errors/image-error';
import { abortable } from '../../transport/abortable';
import type { CacheStore, Lease } from './store';

/** A store as look-ups use it. */
export interface BoundedStore {
  /** For people. */
  readonly place: string;
  read(name: string, signal: AbortSignal): Promise<Buffer | undefined>;
  write(name: string, content: Buffer, lifetimeMs: number, signal: AbortSignal): Promise<void>;
  /** `busy`: another process lists. `unusable`: the store does not answer, so everyone lists. */
  tryLease(
    name: string,
    leaseMs: number,
    signal: AbortSignal,
  ): Promise<Lease | 'busy' | 'unusable'>;
  /** Why the store is not used any more; undefined while it works. No secret. */
  problem(): string | undefined;
  close(): Promise<void>;
}

/** The longest that one call of the store takes. After the first that fails, none is made. Milliseconds. */
export const STORE_TIMEOUT_MS = 5000;

/** @param open - makes the store at the first call */
export function boundStore(
  place: string,
  open: () => Promise<CacheStore>,
  timeoutMs = STORE_TIMEOUT_MS,
): BoundedStore {
  let opened: Promise<CacheStore> | undefined;
  let problem: string | undefined;
  const close = async (): Promise<void> => {
    await opened?.then((store) => store.close()).catch(() => undefined);
  };
  const attempt = async <T>(
    work: (store: CacheStore) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T | undefined> => {
    if (problem !== undefined) return undefined;
    try {
      // Not limited: it loads modules and requests nothing.
      const store = await abortable((opened ??= open()), signal);
      return await limited(work(store), signal, timeoutMs);
    } catch (error) {
      if (signal.aborted) throw error;
      problem = reasonOf(error);
      void close();
      return undefined;
    }
  };
  return {
    place,
    problem: () => problem,
    close,
    read: (name, signal) => attempt((store) => store.read(name), signal),
    write: async (name, content, lifetimeMs, signal) => {
      await attempt((store) => store.write(name, content, lifetimeMs), signal);
    },
    tryLease: async (name, leaseMs, signal) => {
      const lease = await attempt(
        async (store) => (await store.tryLease(name, leaseMs)) ?? 'busy',
        signal,
      );
      if (lease === undefined || lease === 'busy') return lease ?? 'unusable';
      return {
        isHeld: () => lease.isHeld(),
        release: () => lease.release().catch(() => undefined),
      };
    },
  };
}

/** Into how many parts a time limit is divided. */
const PARTS = 20;

/**
 * The limit counts time in which this process runs: of a stall, as on a machine with too many
 * processes, at most one part counts. What arrived meanwhile is seen before the next part.
 *
 * @throws Error when the time is up and no answer is there
 */
async function limited<T>(work: Promise<T>, signal: AbortSignal, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let parts = 0;
  const expired = new Promise<never>((_resolve, reject) => {
    // Not unref'd: an idle connection does not keep the process alive, and it must see the answer.
    timer = setInterval(() => {
      parts += 1;
      if (parts >= PARTS) reject(new Error(`no answer in ${timeoutMs / 1000} s`));
    }, timeoutMs / PARTS);
  });
  try {
    return await abortable(Promise.race([work, expired]), signal);
  } finally {
    clearInterval(timer);
  }
}

function reasonOf(error: unknown): string {
  if (isImageError(error)) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
