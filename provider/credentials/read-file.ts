/** Reads small text files: profiles, tokens, certificates. */

import { constants } from 'node:fs';

/** The code of the error for anything but a regular file. */
export const NOT_A_FILE = 'ENOTFILE';

/** The code of the error for a file that is too large to be what we look for. */
export const TOO_LARGE = 'EFBIG';

/** A bundle of all root certificates has a quarter of a MiB. */
const LARGEST_BYTES = 4 * 1024 * 1024;

/**
 * A file as UTF-8 text. Rejects with Node's own error, whose code names the problem.
 *
 * Opens regular files only. Opening a named pipe would wait for its other end forever and keep the
 * process alive past every deadline.
 */
export async function readRegularFile(path: string): Promise<string> {
  const { open } = await import('node:fs/promises');
  // Windows has neither named pipes in folders nor this flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = await file.stat();
    if (!status.isFile()) throw problem(NOT_A_FILE, 'not a regular file');
    if (status.size > LARGEST_BYTES) throw problem(TOO_LARGE, 'file too large');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

function problem(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
