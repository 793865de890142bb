/**
 * What the pins of a plan chose, for the apply of that plan.
 *
 * When Terraform applies a plan it plans every change once more, in another process, and rejects a
 * result that differs. It hands the second planning nothing of the first. If a newer image appeared
 * in between, every such apply would fail. A pin with a candidate does not need this, since its plan
 * depends only on what Terraform keeps. A pin with a query of its own takes the first one's choice:
 *
 * - from the saved plan itself, where one is applied, on whatever machine that is. A plan that
 *   OpenTofu encrypted cannot be read, which is an error;
 * - without a saved plan, from a record of the same run. A new run chooses again.
 *
 * Records lie in the user's cache directory.
 */
import { createHash } from 'node:crypto';
import { decodeMsgpack } from '../cty/msgpack';
import type { CtyType } from '../cty/type';
import { conform, isCtyObject, type CtyObject, type CtyValue } from '../cty/value';
import type { PrivateFolder } from '../../files/private-folder';
import type { Log } from '../wire/log';
import type { PlannedResource } from './saved-plan';
import type { TerraformRun } from './terraform-run';

/** The choices of the plan that is being made or applied. */
export interface PlanMemory {
  /** What the plan that is being applied chose for a key. */
  readonly recall: (key: string) => Promise<Recalled>;
  /**
   * Keeps a choice for the apply of the same run. Failing to keep it is not an error: the apply chooses
   * again then.
   *
   * @returns what the planned value must carry, so that a saved plan can be read
   */
  readonly remember: (key: string, choice: CtyObject) => Promise<Buffer>;
}

/** Nothing, a choice, several where it is unclear which one is meant, or why it is unknown. */
export type Recalled =
  | { readonly found: 'nothing' }
  | { readonly found: 'choice'; readonly choice: CtyObject }
  | { readonly found: 'conflict'; readonly choices: readonly CtyObject[] }
  | { readonly found: 'unreadable-plan'; readonly reason: string };

const NOTHING = { found: 'nothing' } as const;

/** Where and for whom choices are kept. */
export interface PlanMemoryOptions {
  /** Absent where the user has no cache directory. */
  readonly folder: PrivateFolder | undefined;
  /** Distinguishes configurations that may see other images. Only a digest of it is kept. */
  readonly configuration: unknown;
  /** The type of a choice. */
  readonly type: CtyType;
  /** Undefined where the system does not report it: then nothing is recalled. */
  readonly run: () => Promise<TerraformRun | undefined>;
  readonly readSavedPlan: (
    file: string,
  ) => Promise<readonly PlannedResource[] | { readonly unreadable: string }>;
  readonly now: () => number;
  readonly log: Log;
}

/** Longer than any run. */
const KEPT_MS = 7 * 86_400_000;
const RECORD_NAME = /^choice-[0-9a-f]{64}\.json$/;
/** Marks our data, and its version. */
const FORMAT = 'cloudimages-choice-1';

export function createPlanMemory(options: PlanMemoryOptions): PlanMemory {
  const { folder, type, run, readSavedPlan, now, log } = options;
  const configuration = digest(options.configuration).slice(0, 16);
  const recordName = (id: string, key: string): string =>
    `choice-${digest([id, key, configuration])}.json`;

  const recallFromRecord = (id: string, key: string): Recalled => {
    const record = readRecord(folder?.read(recordName(id, key)));
    const { run: ofRun, key: ofKey, at, choice } = record ?? {};
    if (ofRun !== id || ofKey !== key || typeof at !== 'number' || at > now()) return NOTHING;
    try {
      return onlyOf(distinct([conform(choice, type)])) ?? NOTHING;
    } catch {
      return NOTHING;
    }
  };

  const recallFromPlan = async (file: string, key: string): Promise<Recalled> => {
    const resources = await readSavedPlan(file);
    if ('unreadable' in resources) return unreadable(resources.unreadable);
    const marked = resources.flatMap(({ private: mark, value }) => {
      const read = readRecord(mark);
      return read?.['key'] === key ? [{ by: read['configuration'], value }] : [];
    });
    // Two configurations may see different images. Credentials may change until the apply, so the
    // digest decides only where it has to.
    const choices = distinct(marked.map(({ value }) => decodeMsgpack(value, type)));
    if (choices.length < 2) return onlyOf(choices) ?? NOTHING;
    const own = marked.filter(({ by }) => by === configuration);
    return (
      onlyOf(distinct(own.map(({ value }) => decodeMsgpack(value, type)))) ?? {
        found: 'conflict',
        choices,
      }
    );
  };

  return {
    recall: async (key) => {
      const current = await run();
      if (current === undefined) return NOTHING;
      const { id, savedPlan } = current;
      if (savedPlan === undefined) return recallFromRecord(id, key);
      return recallFromPlan(savedPlan, key).catch((error: unknown) => unreadable(String(error)));
    },
    remember: async (key, choice) => {
      const mark = Buffer.from(JSON.stringify({ format: FORMAT, key, configuration }));
      const current = await run();
      if (current === undefined || current.isPlan === true || folder === undefined) return mark;
      const { id } = current;
      const record = { format: FORMAT, run: id, key, at: now(), choice };
      try {
        folder.write(recordName(id, key), Buffer.from(JSON.stringify(record)));
        folder.removeOld((name) => RECORD_NAME.test(name), now() - KEPT_MS);
      } catch (error) {
        log('warn', `the choice of this plan could not be kept: ${String(error)}`);
      }
      return mark;
    },
  };
}

function onlyOf(choices: readonly CtyObject[]): Recalled | undefined {
  const [choice, another] = choices;
  if (choice === undefined || another !== undefined) return undefined;
  return { found: 'choice', choice };
}

function unreadable(reason: string): Recalled {
  return { found: 'unreadable-plan', reason };
}

/** Without those that mean the same image. */
function distinct(choices: readonly CtyValue[]): readonly CtyObject[] {
  const byImage = new Map<string, CtyObject>();
  for (const choice of choices.filter(isCtyObject)) {
    byImage.set(JSON.stringify([choice['target'], choice['image_id']]), choice);
  }
  return [...byImage.values()];
}

/** Data that this provider wrote, or undefined. */
function readRecord(bytes: Buffer | undefined): Readonly<Record<string, unknown>> | undefined {
  if (bytes === undefined) return undefined;
  try {
    const record: unknown = JSON.parse(bytes.toString('utf8'));
    const isOurs =
      typeof record === 'object' &&
      record !== null &&
      'format' in record &&
      record.format === FORMAT;
    return isOurs ? { ...record } : undefined;
  } catch {
    return undefined;
  }
}

function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
