/** Tables for people, and the same rows as CSV for spreadsheets. */
import { printable } from '../errors/printable';

/** A table's head and its rows of equal length. */
export interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that may be cut where the terminal is too narrow. Ids must stay whole. */
  readonly flexible?: readonly number[];
}

/** The least that is left of a column that is cut. */
const MIN_WIDTH = 8;
const GAP = 2;

/**
 * A table without lines.
 *
 * @param columns - the terminal's width; undefined where the output is not a terminal, and nothing is cut
 */
export async function printTable(
  { head, rows, flexible = [] }: Rows,
  columns: number | undefined,
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const { default: widthOf } = await import('string-width');
  const cells = rows.map((row) => row.map(oneLine));
  const widths = head.map((title, index) =>
    Math.max(...[title, ...cells.map((row) => row[index] ?? '')].map((cell) => widthOf(cell))),
  );
  const none = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
  const frame = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' };
  const foot = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
  const sides = { left: '', right: '', middle: ' '.repeat(GAP) };
  const table = new Table({
    head: [...head],
    colWidths: fit(widths, flexible, columns),
    chars: { ...none, ...frame, ...foot, ...sides },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  table.push(...cells.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The widths with the widest flexible columns cut, a character at a time, until the row fits. */
function fit(
  natural: readonly number[],
  flexible: readonly number[],
  columns: number | undefined,
): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, width) => sum + width + GAP, -GAP);
  while (columns !== undefined && total() > columns) {
    const widest = flexible.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined || (widths[widest] ?? 0) <= MIN_WIDTH) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** A name may hold anything: a line break would break the table, an escape the terminal. */
function oneLine(text: string): string {
  return printable(text.replace(/[\t\n]/g, ' '));
}

/**
 * The rows as CSV (RFC 4180). A cell that a spreadsheet would run as a formula starts with an
 * apostrophe, which spreadsheets do not show.
 */
export function printCsv({ head, rows }: Rows): string {
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const shown = printable(text);
  const safe = /^[=+\-@\t]/.test(shown) ? `'${shown}` : shown;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
