/**
 * `npm run chaos`: random look-ups under random faults, judged by a second implementation.
 *
 *   npm run chaos -- --look-ups 100000     over a stub and virtual time, in all processors
 *   npm run chaos -- --sockets 3000        over real connections
 *   npm run chaos -- --sockets 500 --cached  the same, each question three times over a cache
 *   npm run chaos -- --seed 7 --only 1234  one look-up of an earlier run; with --real, over sockets
 *   npm run chaos -- --cloud alicloud --fault "gzip bomb"
 *   npm run chaos -- --faults              the names of all faults
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { emptyReport, merge, runOverStub, type CampaignOptions, type Report } from './campaign';
import { ALL_FAULT_NAMES } from './faults/index';
import { runOverSockets } from './over-sockets';
import { markdownOf, printReport } from './print-report';
import { CHAOS_CLOUDS } from './vocabulary/index';

const ROOT = process.cwd();
const ENTRY = 'test/chaos/main.ts';
const PAGE = 'docs/reliability.md';

/** Most of what a look-up makes dies at once: a larger nursery saves a sixth of the time. */
const FLAGS = ['--max-semi-space-size=64'];

const { values } = parseArgs({
  options: {
    'look-ups': { type: 'string', default: '10000' },
    sockets: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    real: { type: 'boolean', default: false },
    cached: { type: 'boolean', default: false },
    cloud: { type: 'string' },
    fault: { type: 'string' },
    faults: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    /** Writes the counts into docs/reliability.md. */
    record: { type: 'boolean', default: false },
    /** For the workers that this program starts: prints a report as JSON. */
    part: { type: 'string' },
  },
});

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  if (values.faults) {
    console.log(ALL_FAULT_NAMES.join('\n'));
    return;
  }
  const options = {
    seed: wholeNumber('seed', values.seed),
    cloud: oneOf('cloud', values.cloud, CHAOS_CLOUDS),
    fault: oneOf('fault', values.fault, ALL_FAULT_NAMES),
  };
  if (values.part !== undefined) {
    const [from = 0, to = 0] = values.part.split(':').map(Number);
    process.stdout.write(JSON.stringify(await runOverStub({ ...options, from, to })));
    return;
  }
  if (values.only !== undefined) {
    const from = wholeNumber('only', values.only);
    const { cached } = values;
    const run = values.real || cached ? runOverSockets : runOverStub;
    show('One look-up', await run({ ...options, cached, from, to: from + 1 }));
    return;
  }
  const lookUps = wholeNumber('look-ups', values['look-ups']);
  const sockets = wholeNumber(
    'sockets',
    values.sockets ?? String(Math.min(3000, Math.ceil(lookUps / 33))),
  );
  const startedMs = performance.now();
  const stub = values.cached ? emptyReport() : await overStub(options, lookUps);
  if (!values.cached) show('Over the stub', stub);
  const real = await runOverSockets({ ...options, cached: values.cached, from: 0, to: sockets });
  show('Over sockets', real);
  console.log(`\nseed ${options.seed}, ${Math.round((performance.now() - startedMs) / 1000)} s`);
  if (values.record) record(stub, real, options.seed);
}

async function overStub(
  options: Omit<CampaignOptions, 'from' | 'to'>,
  lookUps: number,
): Promise<Report> {
  const workers = Math.max(1, Math.min(wholeNumber('workers', values.workers), lookUps));
  const bounds = Array.from({ length: workers + 1 }, (_, n) => Math.round((lookUps * n) / workers));
  const reports = await Promise.all(
    bounds.slice(1).map((to, index) => work(options, bounds[index] ?? 0, to)),
  );
  const total = emptyReport();
  for (const report of reports) merge(total, report);
  return total;
}

function work(
  { seed, cloud, fault }: Omit<CampaignOptions, 'from' | 'to'>,
  from: number,
  to: number,
): Promise<Report> {
  const args = ['--part', `${from}:${to}`, '--seed', String(seed)];
  if (cloud !== undefined) args.push('--cloud', cloud);
  if (fault !== undefined) args.push('--fault', fault);
  const child = spawn(process.execPath, [...FLAGS, 'scripts/run-typescript.mjs', ENTRY, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`look-ups ${from} to ${to} ended with ${code}`));
      else resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Report);
    });
  });
}

function show(title: string, report: Report): void {
  console.log(`\n${printReport(title, report)}`);
  if (report.failed > 0) process.exitCode = 1;
}

/** Between the marks in docs/reliability.md. */
function record(stub: Report, real: Report, seed: number): void {
  const file = path.join(ROOT, PAGE);
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split('<!-- counts -->\n');
  const [, after = ''] = rest.split('<!-- end of counts -->\n');
  const number = (value: number): string => value.toLocaleString('en-US');
  const counts = [
    `Seed ${seed}. ${number(stub.lookUps)} look-ups over the stub (${number(stub.requests)} requests):`,
    markdownOf(stub, 'fault'),
    `${number(real.lookUps)} look-ups over real connections (${number(real.requests)} requests):`,
    markdownOf(real, 'fault'),
  ].join('\n\n');
  writeFileSync(file, `${before}<!-- counts -->\n\n${counts}\n\n<!-- end of counts -->\n${after}`);
  spawnSync('npx', ['prettier', '--log-level', 'warn', '--write', PAGE], { stdio: 'inherit' });
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`--${name} must be a whole number`);
  return number;
}

function oneOf<T extends string>(
  name: string,
  text: string | undefined,
  words: readonly T[],
): T | undefined {
  if (text === undefined) return undefined;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`--${name} must be one of ${words.join(', ')}`);
  return found;
}
