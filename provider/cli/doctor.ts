/** `cloudimages doctor`. */
import type { ComposedEngine } from '../compose';
import type { Examination } from '../look-up/examine-target';
import { renderError } from '../errors/describe-error';
import { EXIT } from './exit-codes';
import { printTable, withProgress, type Terminal } from './output';

/** Checks targets side by side. Ends with 1 when anything is wrong with one of them. */
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
    terminal.out(`${JSON.stringify(examinations.map(toJson), null, 2)}\n`);
  } else {
    terminal.out(`${await printExaminations(examinations)}\n`);
  }
  return examinations.every(({ ok }) => ok) ? EXIT.found : EXIT.failure;
}

function toJson({ problem, ...rest }: Examination) {
  return problem === undefined ? rest : { ...rest, problem: problem.message };
}

async function printExaminations(examinations: readonly Examination[]): Promise<string> {
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
    problem === undefined ? [] : [renderError(problem)],
  );
  return [await printTable(head, rows), ...problems].join('\n\n');
}
