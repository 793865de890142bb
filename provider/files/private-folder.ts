/**
 * A folder of the user's cache directory for files that this package writes for itself.
 *
 * What lies there is untrusted until proved otherwise. Only regular files of this user in a folder
 * of this user are read, links are never followed, and nothing but files with names of our own is
 * ever removed. All files are small and local, so the calls are synchronous.
 */
import fs from 'node:fs';
import path from 'node:path';

export interface PrivateFolder {
  /** The content, or undefined where there is no such file or it cannot be trusted. */
  readonly read: (name: string) => Buffer | undefined;
  /**
   * Writes a file as a whole: other processes see the old content or the new one.
   *
   * @throws Error where the folder cannot be made or trusted, or the disk is full. Nothing is left
   * behind then.
   */
  readonly write: (name: string, content: Uint8Array) => void;
  /** Removes files that were written before a point in time (milliseconds since 1970). */
  readonly removeOld: (hasOwnName: (name: string) => boolean, before: number) => void;
  /** This user's files, oldest first. Empty where there is no folder that can be trusted. */
  readonly list: (hasOwnName: (name: string) => boolean) => readonly PrivateFile[];
  /** Removes a file that `list` named. */
  readonly remove: (file: PrivateFile) => void;
}

/** A file of the folder. */
export interface PrivateFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When it was written. Milliseconds since 1970. */
  readonly writtenMs: number;
}

/** Larger than any file that this package writes. */
const MAX_BYTES = 64 * 1024 * 1024;
/** The ending of a file that is being written. Only a killed process leaves one. */
const UNFINISHED = /\.\d+\.new$/;
/** No file takes that long to write. */
const UNFINISHED_MS = 3_600_000;
/** Windows has neither. There, opening a link or a pipe is prevented by the check of the opened file. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants;
const WRITABLE_BY_OTHERS = 0o022;

/** @param folder - absolute, from {@link userCacheFolder}; made by the first write */
export function openPrivateFolder(folder: string): PrivateFolder {
  return {
    read: (name) => {
      try {
        checkFolder(folder);
        return readOwnFile(path.join(folder, name));
      } catch {
        return undefined;
      }
    },
    write: (name, content) => {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      checkFolder(folder);
      const unfinished = path.join(folder, `${name}.${process.pid}.new`);
      const file = fs.openSync(unfinished, 'wx', 0o600);
      try {
        try {
          fs.writeFileSync(file, content);
        } finally {
          fs.closeSync(file);
        }
        fs.renameSync(unfinished, path.join(folder, name));
      } catch (error) {
        fs.rmSync(unfinished, { force: true });
        throw error;
      }
    },
    removeOld: (hasOwnName, before) => {
      checkFolder(folder);
      for (const name of fs.readdirSync(folder)) {
        const isUnfinished = UNFINISHED.test(name);
        if (!hasOwnName(name.replace(UNFINISHED, ''))) continue;
        const file = path.join(folder, name);
        const found = fs.lstatSync(file, { throwIfNoEntry: false });
        if (found === undefined || !found.isFile() || !isOwn(found)) continue;
        const limit = isUnfinished ? Date.now() - UNFINISHED_MS : before;
        if (found.mtimeMs < limit) fs.rmSync(file, { force: true });
      }
    },
    list: (hasOwnName) => {
      try {
        checkFolder(folder);
        return ownFiles(folder, hasOwnName).toSorted((a, b) => a.writtenMs - b.writtenMs);
      } catch {
        return [];
      }
    },
    remove: ({ name }) => {
      checkFolder(folder);
      fs.rmSync(path.join(folder, name), { force: true });
    },
  };
}

/**
 * A folder of this package below the user's cache directory, by the platform's own rules.
 *
 * @param part - what uses the folder, such as `terraform`
 * @returns undefined where the user has no home directory
 */
export function userCacheFolder(
  part: string,
  {
    environment,
    homeDirectory,
    platform,
  }: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly homeDirectory: string;
    readonly platform: NodeJS.Platform;
  },
): string | undefined {
  const given = environment[platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_CACHE_HOME'] ?? '';
  const usual = {
    darwin: ['Library', 'Caches'],
    win32: ['AppData', 'Local'],
    other: ['.cache'],
  };
  const below = platform === 'darwin' || platform === 'win32' ? usual[platform] : usual.other;
  const cache = path.isAbsolute(given) ? given : path.join(homeDirectory, ...below);
  return path.isAbsolute(cache) ? path.join(cache, 'cloudimages', part) : undefined;
}

function ownFiles(folder: string, hasOwnName: (name: string) => boolean): readonly PrivateFile[] {
  return fs.readdirSync(folder).flatMap((name) => {
    if (!hasOwnName(name)) return [];
    const found = fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false });
    if (found === undefined || !found.isFile() || !isOwn(found)) return [];
    return [{ name, size: found.size, writtenMs: found.mtimeMs }];
  });
}

/** @throws Error unless the folder and the one above it are this user's and no one else's to write */
function checkFolder(folder: string): void {
  for (const each of [path.dirname(folder), folder]) {
    const found = fs.lstatSync(each);
    if (!found.isDirectory() || !isOwn(found)) {
      throw new Error(`${each} is not a folder that only this user can write`);
    }
  }
}

function readOwnFile(file: string): Buffer | undefined {
  const opened = fs.openSync(file, fs.constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = fs.fstatSync(opened);
    const isTrusted = found.isFile() && isOwn(found) && found.size <= MAX_BYTES;
    return isTrusted ? fs.readFileSync(opened) : undefined;
  } finally {
    fs.closeSync(opened);
  }
}

/** Windows has no such owners; there, a user's cache directory is closed to others. */
function isOwn({ uid, mode }: fs.Stats): boolean {
  if (process.getuid === undefined) return true;
  return uid === process.getuid() && (mode & WRITABLE_BY_OTHERS) === 0;
}
