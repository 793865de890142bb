/** Which run of Terraform this process belongs to, and which saved plan that run applies. */

/** One run of `terraform` or `tofu`, which starts several processes of the provider. */
export interface TerraformRun {
  /** The same in all processes of the run, and in no other run. */
  readonly id: string;
  /** The plan file that the run applies, seen from Terraform's working directory. */
  readonly savedPlan?: string | undefined;
  /** Whether the run only plans, so that no other process of it applies. */
  readonly isPlan?: boolean;
}

/** The process that started this one, as the system reports it. */
export interface ParentProcess {
  /** Such as its id and its start time. */
  readonly id: string;
  /** Program name first. */
  readonly commandLine: readonly string[];
}

/** What the system is asked for. */
export interface RunSurroundings {
  readonly parent: () => Promise<ParentProcess>;
  /** Whether there is such a regular file, seen from Terraform's working directory. */
  readonly isFile: (path: string) => Promise<boolean>;
}

/** Options of `apply` whose value may be in the next word. */
const WITH_VALUE =
  /^--?(backup|exclude|lock-timeout|parallelism|replace|state|state-out|target|var|var-file)$/;

/** @returns undefined where the system does not report its processes */
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
    if (command === 'plan') return { id, isPlan: true };
    const plan = words.at(-1);
    const appliesSavedPlan = command === 'apply' && plan !== undefined && (await isFile(plan));
    return appliesSavedPlan ? { id, savedPlan: plan } : { id };
  } catch {
    return undefined;
  }
}
