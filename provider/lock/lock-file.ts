/** Reads and writes cloudimages.lock.json: whole files only, one writer at a time. */
import { constants } from 'node:fs';
import { access, open } from 'node:fs/promises';
import path from 'node:path';
import { parseLock, printLock, type Lock } from '@cloudimages/lock';
import { EMPTY_LOCK } from './change';

/** A lock file larger than this is not one. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A lock of a process that died is taken over after this. Milliseconds. */
const STALE_MS = 30_000;

/** How to write. */
export interface WriteOptions {
  /** The time after which the lock of a writer that shows no sign of life is taken over. */
  readonly staleMs?: number | undefined;
}

/**
 * The lock in a file; undefined when there is no file.
 *
 * @throws LockError when the text is invalid; Node's own error when it cannot be read
 */
export async function readLockFile(file: string): Promise<Lock | undefined> {
  const text = await readRegularFile(file);
  return text === undefined ? undefined : parseLock(text, file);
}

/**
 * Changes a lock file. The change sees the newest file, and the result replaces it at once: another
 * process sees the old or the new file, never a part of one.
 */
export async function changeLockFile(
  file: string,
  change: (lock: Lock) => Lock,
  { staleMs = STALE_MS }: WriteOptions = {},
): Promise<void> {
  // A folder that cannot be written fails at once; a lock that is held is tried again.
  await access(path.dirname(file), constants.W_OK);
  // Loaded late: only writers need them.
  const [lockfile, { default: writeFileAtomic }] = await Promise.all([
    import('proper-lockfile'),
    import('write-file-atomic'),
  ]);
  const release = await lockfile.lock(file, {
    realpath: false,
    stale: staleMs,
    update: Math.max(1000, staleMs / 3),
    retries: { forever: false, retries: 60, factor: 1.2, minTimeout: 20, maxTimeout: 1000 },
  });
  try {
    const before = await readRegularFile(file);
    const text = printLock(change(before === undefined ? EMPTY_LOCK : parseLock(before, file)));
    if (text !== before) await writeFileAtomic(file, text);
  } finally {
    await release();
  }
}

/** Opened without following links and without waiting for a pipe's writer. */
async function readRegularFile(file: string): Promise<string | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > MOST_BYTES) {
      throw new Error(`${file} is not a regular file of at most ${MOST_BYTES} bytes`);
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
