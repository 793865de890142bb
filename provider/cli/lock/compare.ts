/** Compares the selected entries of the lock with the clouds, and prints the comparison. */
import type { LockedTarget } from '@cloudimages/lock';
import { printable } from '../../errors/printable';
import { isGroupQuery, type EntryGroup } from '../../lock/selection';
import { compareGroup, type ComparedGroup } from '../../lock/update';
import type { OutdatedEntry } from '../../lock/outdated';
import { withProgress, type Terminal } from '../output';
import { printTable } from '../table';
import { scopeOf, select, targetsOf, type LockCommand, type LockFiles } from './context';

/** Compares, with progress. Targets of named queries without an entry are compared too. */
export async function compare(
  call: LockCommand,
  files: LockFiles,
): Promise<readonly ComparedGroup[]> {
  const { engine, terminal, signal } = call;
  const groups = await withMissing(call, files, select(call, files));
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

/** Adds the targets of named queries that are not locked yet. */
async function withMissing(
  { engine, operands, options }: LockCommand,
  { lock, project }: LockFiles,
  selected: readonly EntryGroup[],
): Promise<readonly EntryGroup[]> {
  const groups = [...selected];
  const only = targetsOf(options);
  for (const name of project?.images.keys() ?? []) {
    if (operands.length > 0 && !operands.includes(name)) continue;
    const { query, scope, targets } = await engine.prepare({ query: name }, scopeOf(options));
    if (options['scope'] !== undefined && options['scope'] !== scope) continue;
    const locked = lock?.queries[name];
    const entries = new Map(Object.entries(locked?.scopes[scope] ?? {}));
    const missing = targets.filter(
      (target) => !entries.has(target) && (only.length === 0 || only.includes(target)),
    );
    if (missing.length === 0) continue;
    const at = groups.findIndex((group) => group.key === name && group.scope === scope);
    const own = groups[at] ?? {
      ...{ key: name, query: locked?.query ?? query, scope },
      // A new target of a group is locked with the others.
      entries: isGroupQuery(query) ? entries : new Map<string, LockedTarget>(),
    };
    groups.splice(at < 0 ? groups.length : at, 1, { ...own, targets: missing });
  }
  return groups;
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
