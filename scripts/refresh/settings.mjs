// The settings of the refresh scripts. They come from environment variables only, so that no value is
// ever a part of a shell command or of a workflow expression.
import path from 'node:path';

/** The files that the resolving job hands to the publishing job. */
export const LOCK_ARTIFACT = 'cloudimages.lock.json';
export const REPORT_ARTIFACT = 'outdated.md';

/** A larger file is neither a lock nor a report. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** The folder of the artifacts, and the lock file's path from the root of the repository. */
export function readSettings(environment) {
  const lockFile = path.posix.normalize(environment.REFRESH_LOCK_FILE || LOCK_ARTIFACT);
  const parts = lockFile.split('/');
  const isInside = !path.posix.isAbsolute(lockFile) && !parts.some(isForbiddenPart);
  if (!isInside || !lockFile.endsWith('.json')) {
    throw new Error(
      `The lock file must be a .json file inside the repository, not ${JSON.stringify(lockFile)}.`,
    );
  }
  const folder = environment.REFRESH_FOLDER;
  if (!folder) throw new Error('REFRESH_FOLDER is not set: the folder of the artifacts.');
  return { lockFile, folder: path.resolve(folder) };
}

function isForbiddenPart(part) {
  return part === '..' || part.toLowerCase() === '.git' || hasControl(part);
}

function hasControl(text) {
  return [...text].some((one) => one.codePointAt(0) < 32 || one.codePointAt(0) === 127);
}

/** Runs a script, and reports its failure as one line without a stack trace. */
export async function runScript(work) {
  try {
    await work(process.env);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`cloudimages refresh: ${printable(message)}\n`);
    process.exitCode = 1;
  }
}

/** One line in which nothing controls a terminal, and no line begins a workflow command. */
export function printable(text) {
  return [...text].map((one) => (hasControl(one) ? ' ' : one)).join('');
}
