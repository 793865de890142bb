/** Finds cloudimages.json and cloudimages.lock.json from a working directory. */
import fs from 'node:fs';
import path from 'node:path';

/** The names of the two files. */
export const PROJECT_FILE = 'cloudimages.json';
export const LOCK_FILE = 'cloudimages.lock.json';

/** The files of a project. A path is given also where the lock file does not exist yet. */
export interface ProjectFiles {
  /** The cloudimages.json that was found. */
  readonly projectFile?: string;
  /** Beside cloudimages.json, else at the repository root, else in the working directory. */
  readonly lockFile: string;
  readonly lockExists: boolean;
}

/**
 * Finds the files by walking up from a folder to the first one that holds `.git`. Without a
 * repository only the folder itself is looked at.
 *
 * @param given - a cloudimages.json named by the user, as `CLOUDIMAGES_FILE` does
 */
export function findProjectFiles(folder: string, given?: string): ProjectFiles {
  const folders = foldersUpToRepository(path.resolve(folder));
  const projectFile =
    given === undefined
      ? folders.map((one) => path.join(one, PROJECT_FILE)).find(isRegularFile)
      : path.resolve(folder, given);
  const home = projectFile === undefined ? folders.at(-1) : path.dirname(projectFile);
  const lockFile = path.join(home ?? folder, LOCK_FILE);
  return {
    ...(projectFile === undefined ? {} : { projectFile }),
    lockFile,
    lockExists: fs.existsSync(lockFile),
  };
}

/** The folder and its parents up to the repository root; the folder alone outside a repository. */
function foldersUpToRepository(folder: string): readonly string[] {
  const folders: string[] = [];
  for (let current = folder; ; current = path.dirname(current)) {
    folders.push(current);
    if (fs.existsSync(path.join(current, '.git'))) return folders;
    if (path.dirname(current) === current) return [folder];
  }
}

/** A link, a pipe or a device is never opened, nor a file of another user. */
function isRegularFile(file: string): boolean {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && (process.getuid === undefined || stat.uid === process.getuid());
}
