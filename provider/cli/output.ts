/** Tables, colors and progress for people; nothing of it where the output is not a terminal. */
import type { ImagesAnswer } from '../image/answer.generated';

/** Where a command writes and what it knows of its terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly errIsTerminal: boolean;
  readonly colors: boolean;
}

/** A table with a head, without lines between rows. */
export async function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const none = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
  const frame = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' };
  const foot = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
  const sides = { left: '', right: '', middle: '  ' };
  const table = new Table({
    head: [...head],
    chars: { ...none, ...frame, ...foot, ...sides },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The images of an answer as a table. */
export async function printImages(answer: ImagesAnswer): Promise<string> {
  const rows = answer.images.map((image) => [
    image.target,
    image.id,
    image.name === image.id ? '' : image.name,
    [image.distro, image.osVersion].filter((part) => part !== undefined).join(' '),
    image.architecture ?? '',
    image.owner ?? '',
    image.createdAt ?? image.buildDate ?? '',
  ]);
  return printTable(['TARGET', 'ID', 'NAME', 'OS', 'ARCHITECTURE', 'OWNER', 'CREATED'], rows);
}

/** The warnings of an answer, a line each, for standard error. */
export async function printWarnings(answer: ImagesAnswer, { colors }: Terminal): Promise<string> {
  const { createColors } = await import('picocolors');
  const { yellow } = createColors(colors);
  return answer.warnings
    .map(({ target, message }) => {
      const place = target === undefined ? '' : `${target}: `;
      return `${yellow('warning')} ${place}${message}\n`;
    })
    .join('');
}

/** Shows on a terminal that something is under way, until it ends. */
export async function withProgress<T>(
  terminal: Terminal,
  text: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!terminal.errIsTerminal) return work();
  const { createSpinner } = await import('nanospinner');
  const spinner = createSpinner(text, { stream: process.stderr }).start();
  try {
    return await work();
  } finally {
    spinner.stop();
    spinner.clear();
  }
}
