/** Which run of Terraform this process belongs to, and whether that run applies a saved plan. */

/** One run of `terraform` or `tofu`, which starts several processes of the provider. */
export interface TerraformRun {
  /** The same in all processes of the run, and in no other run. */
  readonly id: string;
  readonly appliesSavedPlan: boolean;
}

/** The process that started this one, as the system tells. */
export interface ParentProcess {
  /** Such as its id and when it started. */
  readonly id: string;
  /** Program name first. */
  readonly commandLine: readonly string[];
}

/** What is asked of the system. */
export interface RunSurroundings {
  readonly parent: () => Promise<ParentProcess>;
  /** Whether there is such a file, seen from Terraform's own folder. */
  readonly isFile: (path: string) => Promise<boolean>;
}

/** Options of `apply` whose value may stand in the next word. */
const WITH_VALUE =
  /^--?(backup|lock-timeout|parallelism|replace|state|state-out|target|var|var-file)$/;

/** @returns undefined where the system does not tell */
export async function identifyRun({
  parent,
  isFile,
}: RunSurroundings): Promise<TerraformRun | undefined> {
  try {
    const { id, commandLine } = await parent();
    const [command, ...words] = commandLine.slice(1).filter((word, index, all) => {
      const isOption = word.startsWith('-');
      const isValue = index > 0 && WITH_VALUE.test(all[index - 1] ?? '');
      return !isOption && !isValue;
    });
    const plan = words.at(-1);
    const appliesSavedPlan = command === 'apply' && plan !== undefined && (await isFile(plan));
    return { id, appliesSavedPlan };
  } catch {
    return undefined;
  }
}
