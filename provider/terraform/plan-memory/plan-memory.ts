/**
 * What the pins of a plan chose, kept until the plan is applied.
 *
 * When Terraform applies a plan it plans every change once more, in another process, and refuses a
 * result that differs; what the first planning said is not handed to the second. A newer image that
 * appears in between would make every such apply fail. So the choice is written down next to
 * Terraform's own data, and an apply takes it from there; a new plan asks anew.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '../wire/log';
import type { TerraformRun } from './terraform-run';

/** Choices by what they depend on. */
export interface Choices {
  /** What the plan that is applied now chose; undefined in a plan of its own. */
  readonly recall: (key: string) => Promise<unknown>;
  /** Failing to write is not a failure: then an apply may have to be planned again. */
  readonly remember: (key: string, choice: unknown) => Promise<void>;
}

/** Longer than anybody waits with a saved plan. */
const KEPT_MS = 30 * 86_400_000;

/** Where and for whom choices are kept. */
export interface ChoicesOptions {
  /** Terraform's own folder of data; choices are kept in a folder below it. */
  readonly dataDirectory: string;
  /** Tells configurations apart that may see other images. Only a digest of it is kept. */
  readonly configuration: unknown;
  /** Undefined where it cannot be found out: then nothing is recalled. */
  readonly run: () => Promise<TerraformRun | undefined>;
  readonly now: () => number;
  readonly log: Log;
}

export function keepChoices(options: ChoicesOptions): Choices {
  const { dataDirectory, configuration, run, now, log } = options;
  const directory = path.join(dataDirectory, 'cloudimages');
  const fileOf = (key: string): string => {
    const digest = createHash('sha256')
      .update(JSON.stringify([key, configuration]))
      .digest('hex');
    return path.join(directory, `${digest.slice(0, 32)}.json`);
  };
  return {
    recall: async (key) => {
      const current = await run();
      const entry = await readEntry(fileOf(key));
      if (current === undefined || entry === undefined) return undefined;
      const isOurs = entry.run === current.id || current.appliesSavedPlan;
      return isOurs ? entry.choice : undefined;
    },
    remember: async (key, choice) => {
      const current = await run();
      if (current === undefined) return;
      const file = fileOf(key);
      const fresh = `${file}.${process.pid}`;
      try {
        await mkdir(directory, { recursive: true });
        await writeFile(fresh, JSON.stringify({ run: current.id, choice }));
        await rename(fresh, file);
        await removeOld(directory, now() - KEPT_MS);
      } catch (error) {
        log('warn', `the choice of this plan could not be kept: ${String(error)}`);
      }
    },
  };
}

/** @returns undefined where there is none, or it cannot be read */
async function readEntry(
  file: string,
): Promise<{ readonly run: unknown; readonly choice: unknown } | undefined> {
  try {
    const entry: unknown = JSON.parse(await readFile(file, 'utf8'));
    const isEntry =
      typeof entry === 'object' && entry !== null && 'run' in entry && 'choice' in entry;
    return isEntry ? entry : undefined;
  } catch {
    return undefined;
  }
}

async function removeOld(directory: string, before: number): Promise<void> {
  for (const name of await readdir(directory)) {
    const file = path.join(directory, name);
    const { mtimeMs } = await stat(file);
    if (mtimeMs < before) await rm(file, { force: true });
  }
}
