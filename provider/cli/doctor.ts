/** `cloudimages doctor`. */
import type { ComposedEngine } from '../compose';
import type { Examination } from '../look-up/examine-target';
import { EXIT } from './exit-codes';
import { failureText } from './failure-output';
import { printJson, withProgress, type Terminal } from './output';
import { printTable } from './table';

/** Checks targets side by side. Exits with 1 when one of them has a problem. */
export async function doctor(
  engine: ComposedEngine,
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<number> {
  const targets = Array.isArray(options['target']) ? options['target'].map(String) : [];
  if (targets.length === 0) {
    terminal.err('Name one or more targets: cloudimages doctor --target alicloud/cn-hangzhou\n');
    return EXIT.usage;
  }
  const examinations = await withProgress(terminal, 'Checking', () =>
    Promise.all(targets.map((target) => engine.examine(target, { signal }))),
  );
  if (options['output'] === 'json') {
    terminal.out(printJson(examinations.map(toJson)));
  } else {
    terminal.out(`${await printExaminations(examinations, terminal)}\n`);
  }
  return examinations.every(({ ok }) => ok) ? EXIT.found : EXIT.failure;
}

function toJson({ problem, ...rest }: Examination) {
  return problem === undefined ? rest : { ...rest, problem: problem.message };
}

async function printExaminations(
  examinations: readonly Examination[],
  { columns }: Terminal,
): Promise<string> {
  const rows = examinations.map((found) => [
    found.target,
    found.ok ? 'ok' : 'PROBLEM',
    found.credentials ?? '-',
    found.permission ?? '-',
    found.clockSkewSeconds === undefined ? '-' : `${found.clockSkewSeconds} s`,
    found.latencyMs === undefined ? '-' : `${found.latencyMs} ms`,
  ]);
  const head = ['TARGET', '', 'CREDENTIALS', 'MAY LIST', 'CLOCK OFF BY', 'LATENCY'];
  const problems = examinations.flatMap(({ problem }) =>
    problem === undefined ? [] : [failureText(problem)],
  );
  return [await printTable({ head, rows, flexible: [2] }, columns), ...problems].join('\n\n');
}
