/** Runs one target over many inputs, and shrinks the first that breaks a promise. */
import fc from 'fast-check';
import { prepare, type FuzzTarget } from './targets';

export interface FuzzReport {
  readonly name: string;
  readonly inputs: number;
  /** The smallest input found that breaks a promise, and how. */
  readonly failure?: string;
  /** The most processor time that one input took. Milliseconds. */
  readonly slowestMs: number;
  readonly slowestInput: string;
}

let prepared: Promise<void> | undefined;

export async function fuzz<T>(
  { name, inputs, run }: FuzzTarget<T>,
  options: { readonly inputs: number; readonly seed: number },
): Promise<FuzzReport> {
  await (prepared ??= prepare());
  const unhandled: unknown[] = [];
  const keep = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', keep);
  let slowestMs = 0;
  let slowestInput = '';
  try {
    const property = fc.asyncProperty(inputs, async (input) => {
      const before = process.cpuUsage();
      await run(input);
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 > slowestMs) {
        slowestMs = (user + system) / 1000;
        slowestInput = show(input);
      }
      const [loose] = unhandled.splice(0);
      if (loose !== undefined) throw new Error('an unhandled rejection', { cause: loose });
    });
    const result = await fc.check(property, { numRuns: options.inputs, seed: options.seed });
    const failure = result.failed
      ? `${reasonOf(result.errorInstance)}\n  input ${show(result.counterexample?.[0])}`
      : undefined;
    const report = { name, inputs: result.numRuns, slowestMs, slowestInput };
    return failure === undefined ? report : { ...report, failure };
  } finally {
    process.off('unhandledRejection', keep);
  }
}

function show(input: unknown): string {
  try {
    return fc.stringify(input).slice(0, 1500);
  } catch {
    return 'an input that cannot be shown';
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : typeof error;
}
