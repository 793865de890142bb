/**
 * `npm run mutation`: changes the source in one place at a time and sees whether a test fails.
 *
 *   npm run mutation                            all of it, as the nightly workflow does
 *   npm run mutation -- --folder provider/pin   folders or files; may be repeated
 *   npm run mutation -- --changed               files that differ from the branch main
 *   npm run mutation -- --sample 300 --seed 2   300 random mutants of each folder
 *   npm run mutation -- --mutant 1234           one mutant of these sources; may be repeated
 *   npm run mutation -- --tests test/pin        only these test files; may be repeated
 *   npm run mutation -- --resume                goes on where the last run ended; see README.md
 *   npm run mutation -- --files                 a score per file as well
 *   npm run mutation -- --record                writes the scores into test/mutation/results.md
 *   npm run mutation -- --least 95              fails if a folder's score is lower, in percent
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { instrument, resultsFolder } from './instrument';
import { openJournal, type Journal } from './journal';
import { isBelow, selectMutants, SUBJECTS, type Mutant } from './mutant';
import { planRuns, type Plan } from './plan';
import { runJobs, type PoolOptions } from './pool';
import { withScores } from './record';
import {
  refutedEquivalents,
  scoreOf,
  scoresOf,
  survivorsOf,
  tableOf,
  type Equivalent,
  type Outcome,
  type Verdict,
} from './scores';
import type { Coverage, Tried } from './worker';

const ROOT = process.cwd();
const CACHE = resultsFolder(ROOT);
const EQUIVALENTS = 'test/mutation/equivalents.json';
const RESULTS = 'test/mutation/results.md';

/** Tests of single parts: no build, no engine, few processes. */
const TESTS = [
  ...['clouds', 'contract', 'credentials', 'errors', 'image', 'lock', 'look-up', 'os-name', 'pin'],
  ...['source', 'transport', 'compose/engine.test.ts', 'pulumi/pinned-image.test.ts'],
  ...['terraform/resources', 'terraform/data-sources.test.ts', 'terraform/service.test.ts'],
].map((name) => `test/${name}`);

const { values } = parseArgs({
  options: {
    folder: { type: 'string', multiple: true, default: [] },
    changed: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    mutant: { type: 'string', multiple: true, default: [] },
    tests: { type: 'string', multiple: true, default: TESTS },
    resume: { type: 'boolean', default: false },
    files: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    least: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});

main().catch((error: unknown) => {
  console.error(error);
  // Not only the exit code: workers would keep this process.
  process.exit(1);
});

async function main(): Promise<void> {
  const unknown = values.folder.filter(
    (name) => !SUBJECTS.some((subject) => isBelow(name, subject)),
  );
  if (unknown.length > 0) {
    throw new Error(`Not measured: ${unknown.join(', ')}. Measured: ${SUBJECTS.join(', ')}.`);
  }
  const started = performance.now();
  const packages = ['test/engines/packages.mjs', 'mutation'];
  execFileSync(process.execPath, packages, { cwd: ROOT, stdio: 'ignore' });
  const instrumented = await instrument(ROOT, CACHE);
  const seed = wholeNumber('seed', values.seed);
  const selected = selectMutants(instrumented.mutants, {
    ...{ folders: values.folder, ids: values.mutant, seed },
    changed: values.changed ? changedFiles() : undefined,
    sample: values.sample === undefined ? undefined : wholeNumber('sample', values.sample),
  });
  console.log(`${selected.length} of ${instrumented.mutants.length} mutants`);
  const pool: PoolOptions = {
    ...{ root: ROOT, workers: wholeNumber('workers', values.workers) },
    instrumentedFile: instrumented.kept,
  };
  const tests = values.tests.flatMap((name) => filesBelow(name, /\.test\.ts$/));
  const state = stateOf(instrumented.kept, tests);
  const coverages = await dryRun(tests, state, pool);
  console.log(`dry run: ${coverages.length} test files, ${seconds(started)}`);
  const journal = openJournal(path.join(CACHE, 'outcomes.jsonl'), state.all);
  const verdicts = await judge(selected, planRuns(coverages), pool, journal);
  report(verdicts, instrumented.mutants, seed);
  console.log(`\n${seconds(started)}`);
}

/** Hashes: the same while the files are the same. */
interface State {
  /** Of the sources and of what tests import. */
  readonly shared: string;
  /** Of these, and of the chosen tests. */
  readonly all: string;
}

function stateOf(instrumentedFile: string, tests: readonly string[]): State {
  const hash = createHash('sha256').update(path.basename(instrumentedFile));
  for (const folder of ['provider', 'simulator', 'sdk/lock', 'test']) {
    for (const file of filesBelow(folder, /\.(ts|json|txt)$/)) {
      if (!file.endsWith('.test.ts')) hash.update(readFileSync(file));
    }
  }
  const shared = hash.copy().digest('hex');
  for (const file of tests) hash.update(file).update(readFileSync(file));
  return { shared, all: hash.digest('hex') };
}

/** Runs each test file once, or takes what it covered from the last run over the same files. */
async function dryRun(tests: readonly string[], state: State, pool: PoolOptions) {
  const coverages: Coverage[] = [];
  const jobs = tests.flatMap((file) => {
    const hash = createHash('sha256').update(state.shared).update(file).update(readFileSync(file));
    const kept = path.join(CACHE, `coverage-${hash.digest('hex').slice(0, 16)}.json`);
    if (existsSync(kept)) {
      coverages.push(JSON.parse(readFileSync(kept, 'utf8')) as Coverage);
      return [];
    }
    const done = (result: Coverage | 'timed out' | 'crashed'): void => {
      if (typeof result === 'object' && result.passed) {
        coverages.push(result);
        writeFileSync(kept, JSON.stringify(result));
      } else {
        console.log(`left out, since it fails here: ${file}: ${reasonOf(result)}`);
      }
    };
    return [{ order: { do: 'cover' as const, file }, limitMs: 300_000, done }];
  });
  await runJobs<Coverage>(jobs, pool);
  return coverages;
}

async function judge(
  mutants: readonly Mutant[],
  plans: ReadonlyMap<string, Plan>,
  pool: PoolOptions,
  journal: Journal,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const add = (mutant: Mutant, outcome: Outcome): void => {
    verdicts.push({ mutant, outcome });
    journal.add(mutant, outcome);
    if (verdicts.length % 250 === 0) console.log(`${verdicts.length} of ${mutants.length}`);
  };
  const jobs = mutants.flatMap((mutant) => {
    const known = values.resume ? journal.outcomeOf(mutant) : undefined;
    if (known !== undefined) {
      verdicts.push({ mutant, outcome: known });
      return [];
    }
    const plan = plans.get(mutant.id);
    if (plan === undefined) {
      add(mutant, 'uncovered');
      return [];
    }
    const order = {
      ...{ do: 'try' as const, mutant: mutant.id, runs: plan.runs },
      hitLimit: plan.hits * 100,
    };
    return {
      order,
      // A fresh process has to compile first, and other work may slow the machine.
      limitMs: 15_000 + plan.milliseconds * 10,
      done: (result: Tried | 'timed out' | 'crashed') => {
        if (result === 'timed out') add(mutant, 'timed out');
        else if (result === 'crashed' || result.killedBy !== undefined) add(mutant, 'killed');
        else add(mutant, 'survived');
      },
    };
  });
  await runJobs<Tried>(jobs, pool);
  return verdicts.sort((a, b) => Number(a.mutant.id) - Number(b.mutant.id));
}

function report(verdicts: readonly Verdict[], all: readonly Mutant[], seed: number): void {
  const equivalents = JSON.parse(readFileSync(EQUIVALENTS, 'utf8')) as Equivalent[];
  for (const { mutant, outcome } of survivorsOf(verdicts, equivalents)) {
    console.log(`\n${mutant.file}:${mutant.line}: ${outcome} (${mutant.mutator}, ${mutant.id})`);
    console.log(indented('- ', mutant.original));
    console.log(indented('+ ', mutant.replacement));
  }
  for (const { mutant } of refutedEquivalents(verdicts, equivalents)) {
    console.log(`\nlisted as equivalent, but a test noticed it: ${mutant.file}:${mutant.line}`);
  }
  const scores = scoresOf(verdicts, equivalents);
  const files = [...new Set(verdicts.map(({ mutant }) => mutant.file))];
  const rows = values.files ? [...scores, ...scoresOf(verdicts, equivalents, files)] : scores;
  console.log(`\n${tableOf([...rows, scoreOf('all', verdicts, equivalents)])}`);
  if (values.record) {
    writeFileSync(RESULTS, withScores(readFileSync(RESULTS, 'utf8'), scores, all, seed));
  }
  if (values.least === undefined) return;
  const least = wholeNumber('least', values.least);
  if (scores.some(({ percent = 100 }) => percent < least)) process.exitCode = 1;
}

function changedFiles(): Set<string> {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n');
  const base = git('merge-base', 'main', 'HEAD')[0] ?? '';
  return new Set([
    ...git('diff', '--name-only', base),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]);
}

function filesBelow(name: string, ending: RegExp): string[] {
  if (ending.test(name)) return [name];
  return readdirSync(name, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist', 'engines', 'mutation'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = `${name}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(below, ending);
      return ending.test(below) ? [below] : [];
    });
}

const reasonOf = (result: Coverage | 'timed out' | 'crashed'): string =>
  typeof result === 'string' ? result : (result.error ?? '').split('\n').slice(0, 6).join('\n');

const indented = (sign: string, text: string): string =>
  text.replace(/^/gm, `  ${sign}`).split('\n').slice(0, 12).join('\n');

const seconds = (since: number): string => `${Math.round((performance.now() - since) / 1000)} s`;

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new Error(`--${name} must be a whole number, not "${text}".`);
  }
  return number;
}
