/**
 * `npm run fuzz`: hostile inputs for everything that reads what others wrote.
 *
 *   npm run fuzz -- --inputs 100000 --seed 1
 *   npm run fuzz -- --target "API bodies"
 */
import { parseArgs } from 'node:util';
import { fuzz } from './run';
import { FUZZ_TARGETS } from './targets';

/** Processor time beyond which an input counts as one that blocks the process. Milliseconds. */
const SLOW_MS = 2000;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
  },
});

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const targets = FUZZ_TARGETS.filter(
    ({ name }) => values.target === undefined || name === values.target,
  );
  if (targets.length === 0) {
    throw new Error(`--target must be one of ${FUZZ_TARGETS.map(({ name }) => name).join(', ')}`);
  }
  for (const target of targets) {
    const report = await fuzz(target, { inputs: Number(values.inputs), seed: Number(values.seed) });
    const { name, inputs, failure, slowestMs, slowestInput } = report;
    console.log(`${name}: ${inputs} inputs, the slowest took ${Math.round(slowestMs)} ms`);
    if (slowestMs > SLOW_MS) console.log(`  too slow: ${slowestInput}`);
    if (failure !== undefined) console.log(`  FAILED with seed ${values.seed}: ${failure}`);
    if (failure !== undefined || slowestMs > SLOW_MS) process.exitCode = 1;
  }
}
