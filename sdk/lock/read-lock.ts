/** Reads a lock file at once, for programs that cannot wait, such as a synthesis. */
import fs from 'node:fs';
import type { Lock } from './model';
import { parseLock } from './parse-lock';

/** A lock file larger than this is not one. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The lock in a file; undefined when there is no file.
 *
 * @throws LockError when the text is invalid; Error when it is not a regular file or cannot be read
 */
export function readLock(file: string): Lock | undefined {
  const text = readRegularFile(file);
  return text === undefined ? undefined : parseLock(text, file);
}

/**
 * The text of a regular file; undefined when there is no file. Links are not followed, and a pipe is
 * not waited for.
 *
 * @throws Error when it is not a regular file of at most 64 MiB, or cannot be read
 */
export function readRegularFile(file: string): string | undefined {
  // Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants;
  let handle: number;
  try {
    handle = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    const stat = fs.fstatSync(handle);
    if (!stat.isFile() || stat.size > MOST_BYTES) {
      throw new Error(`${file} is not a regular file of at most ${MOST_BYTES} bytes`);
    }
    return fs.readFileSync(handle, 'utf8');
  } finally {
    fs.closeSync(handle);
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
