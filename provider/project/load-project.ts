/** Finds and reads the files of a project. */
import { findProjectFiles } from '@cloudimages/lock';
import { ImageError } from '../errors/image-error';
import { parseProject, type Project } from './project-file';

/** Where to look. */
export interface ProjectWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** Reads a regular file. */
  readonly readFile: (path: string) => Promise<string>;
}

/** A project's files. */
export interface LoadedProject {
  /** Undefined without a cloudimages.json. */
  readonly project: Project | undefined;
  /** Where the lock file is, or would be. */
  readonly lockFile: string;
  readonly lockExists: boolean;
}

/**
 * Walks up from the working directory to the repository's root; `CLOUDIMAGES_FILE` names another
 * cloudimages.json.
 *
 * @throws ImageError `invalid-configuration` when cloudimages.json is invalid
 */
export async function loadProject(world: ProjectWorld): Promise<LoadedProject> {
  const given = world.environment['CLOUDIMAGES_FILE'];
  const files = findProjectFiles(world.workingDirectory, given === '' ? undefined : given);
  const { projectFile, lockFile, lockExists } = files;
  const project =
    projectFile === undefined
      ? undefined
      : parseProject(await readProject(world, projectFile), projectFile);
  return { project, lockFile, lockExists };
}

async function readProject({ readFile }: ProjectWorld, file: string): Promise<string> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImageError('invalid-configuration', `cannot read ${file}: ${reason}`, { cause });
  }
}
