/** A report for people: on the terminal, and as the tables of docs/reliability.md. */
import type { Counts, Report } from './campaign';
import { VERDICTS, type Verdict } from './verdict';

const TITLES: Readonly<Record<Verdict, string>> = {
  right: 'right',
  error: 'fitting error',
  'lie trusted': 'lie trusted',
  wrong: 'wrong',
  partial: 'partial',
  'wrong code': 'wrong code',
  hang: 'hang',
  crash: 'crash',
  leak: 'leak',
  unclean: 'unclean',
};

export function printReport(title: string, report: Report): string {
  const { lookUps, requests, failures } = report;
  return [
    `${title}: ${lookUps} look-ups, ${requests} requests`,
    ...table([['', ...VERDICTS.map((verdict) => TITLES[verdict])], ...rows(report)]),
    ...failures.map((failure) => `\n${failure}`),
  ].join('\n');
}

export function markdownOf(report: Report, header: string): string {
  const cells = [[header, ...VERDICTS.map((verdict) => TITLES[verdict])], ...rows(report)];
  const [head = [], ...body] = cells;
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function rows({ withoutFault, withFault, byFault }: Report): string[][] {
  const row = (name: string, counts: Counts): string[] => [
    name,
    ...VERDICTS.map((verdict) => counts[verdict].toLocaleString('en-US')),
  ];
  return [
    row('no fault', withoutFault),
    row('1 to 3 faults', withFault),
    ...Object.entries(byFault)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, counts]) => row(name, counts)),
  ];
}

function table(cells: readonly (readonly string[])[]): string[] {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  return cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
