/** Compares the selected entries of the lock with the clouds, and prints the comparison. */
import { printable } from '../../errors/printable';
import { compareGroup, type ComparedGroup } from '../../lock/update';
import type { OutdatedEntry } from '../../lock/outdated';
import { withProgress, type Terminal } from '../output';
import { printTable } from '../table';
import { select, type LockCommand, type LockFiles } from './context';

/** Compares, with progress. Named queries without an entry are compared too. */
export async function compare(
  call: LockCommand,
  files: LockFiles,
): Promise<readonly ComparedGroup[]> {
  const { engine, terminal, signal, operands, options } = call;
  const groups = [...select(call, files)];
  const names = [...(files.project?.images.keys() ?? [])].filter(
    (name) => operands.length === 0 || operands.includes(name),
  );
  for (const name of options['scope'] === undefined ? names : []) {
    const { query, scope, targets } = await engine.prepare({ query: name });
    const own = groups.find((group) => group.key === name && group.scope === scope);
    if (own === undefined) groups.push({ key: name, query, scope, entries: new Map(), targets });
  }
  let done = 0;
  return withProgress(terminal, `Comparing ${groups.length} queries`, (report) =>
    Promise.all(
      groups.map(async (group) => {
        const compared = await compareGroup({ engine, project: files.project }, group, { signal });
        done += 1;
        report(`Compared ${done} of ${groups.length} queries`);
        return compared;
      }),
    ),
  );
}

const HEAD = ['QUERY', 'TARGET', 'STATE', 'LOCKED', 'AGE', 'NEWEST', 'BEHIND', 'NOTE'];

/** The rows as a table for people. */
export function printRows(rows: readonly OutdatedEntry[], { columns }: Terminal): Promise<string> {
  return printTable({ head: HEAD, rows: rows.map(cells), flexible: [0, 7] }, columns);
}

/**
 * The rows as a table of GitHub's Markdown. Names of images can be hostile: everything from the clouds
 * stands in code spans, in which neither links, mentions nor HTML work.
 */
export function printMarkdown(rows: readonly OutdatedEntry[]): string {
  const head = ['Query', 'Target', 'State', 'Locked', 'Age', 'Newest', 'Behind', 'Note'];
  const lines = rows.map((row) =>
    cells(row).map((cell, index) => (cell === '' || [2, 4, 6].includes(index) ? cell : code(cell))),
  );
  return [head, head.map(() => '---'), ...lines]
    .map((line) => `| ${line.join(' | ')} |\n`)
    .join('');
}

function cells(row: OutdatedEntry): readonly string[] {
  const { query, scope, target, state, ageDays, versionsBehind = 0, buildsBehind = 0 } = row;
  return [
    scope === 'public' ? query : `${query} (${scope})`,
    target,
    state,
    printImage(row.lockedId, row.lockedName),
    ageDays === undefined ? '' : counted(ageDays, 'day'),
    printImage(row.newestId, row.newestName),
    [
      ...(versionsBehind > 0 ? [counted(versionsBehind, 'version')] : []),
      ...(buildsBehind > 0 ? [counted(buildsBehind, 'build')] : []),
    ].join(', '),
    [...(row.hold === undefined ? [] : [`held: ${row.hold}`]), ...row.problems].join('; '),
  ];
}

function printImage(id: string | undefined, name = ''): string {
  if (id === undefined) return '';
  return name === '' || name === id ? id : `${id} (${name})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A code span in a cell of a table: no backtick ends it and no bar ends the cell. */
function code(text: string): string {
  const line = printable(text.replace(/\s+/g, ' '));
  return `\`${line.replaceAll('`', "'").replaceAll('\\', '\\\\').replaceAll('|', '\\|')}\``;
}
