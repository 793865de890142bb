/** Folders and files of packages, made without following links below a folder that the user named. */
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ImageError } from '../../errors/image-error';

/** The folder that is being made for another, by a process. `mkdtemp` is not used: the name has the process. */
const UNFINISHED = /\.new-(\d+)$/;

/**
 * Makes a folder and what is missing above it, one by one. Node's own recursive `mkdir` never ends
 * where the system denies that a folder can be made, as below /proc.
 *
 * @param base - named by the user; it may be a link, and what is below it may not
 * @throws ImageError `invalid-configuration` with the folder that cannot be made or used
 */
export async function makeFolders(base: string, ...below: readonly string[]): Promise<string> {
  await makeBase(base);
  let folder = base;
  for (const name of below) {
    folder = path.join(folder, name);
    await mkdir(folder).catch(async (error: unknown) => {
      const found = await lstat(folder).catch(() => undefined);
      if (found === undefined) throw cannotUse(folder, reasonOf(error));
      if (found.isSymbolicLink()) throw cannotUse(folder, 'it is a symbolic link');
      if (!found.isDirectory()) throw cannotUse(folder, 'it is not a folder');
    });
  }
  return folder;
}

async function makeBase(base: string): Promise<void> {
  const found = await stat(base).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw cannotUse(base, reasonOf(error));
  });
  if (found?.isDirectory() === true) return;
  if (found !== undefined) throw cannotUse(base, 'it is not a folder');
  await makeBase(path.dirname(base));
  await mkdir(base).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw cannotUse(base, reasonOf(error));
  });
}

/**
 * Fills a folder aside and puts it in place of the old one in one step each, so that a run at the
 * same time sees the old or the new one. What an ended process has left aside is removed.
 */
export async function replaceFolder(
  folder: string,
  fill: (fresh: string) => Promise<void>,
): Promise<void> {
  await removeUnfinished(folder);
  const fresh = `${folder}.new-${process.pid}`;
  try {
    await mkdir(fresh);
    await fill(fresh);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } catch (error) {
    throw cannotUse(folder, reasonOf(error));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Writes a file as a whole. A link of that name is replaced, not followed. */
export async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const fresh = `${file}.new-${process.pid}`;
  try {
    const opened = await open(fresh, 'wx', 0o644);
    try {
      await opened.writeFile(content);
    } finally {
      await opened.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw cannotUse(file, reasonOf(error));
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    const [ending, pid] = UNFINISHED.exec(entry.name) ?? [];
    const isOfFolder = ending !== undefined && entry.name === `${path.basename(folder)}${ending}`;
    if (!isOfFolder || !entry.isDirectory() || isRunning(Number(pid))) continue;
    await rm(path.join(parent, entry.name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}

function cannotUse(place: string, reason: string): ImageError {
  return new ImageError('invalid-configuration', `cannot use ${place}: ${reason}`, {
    hint: 'Name a folder in which you can write.',
  });
}

function reasonOf(error: unknown): string {
  return isObject(error) && 'message' in error ? String(error.message) : String(error);
}

/** Node's own code, such as `ENOENT`. */
function codeOf(error: unknown): unknown {
  return isObject(error) && 'code' in error ? error.code : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
