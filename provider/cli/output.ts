/** What commands print: answers and warnings, and progress where a person watches. */
import type { Image, ImagesAnswer } from '../image/answer.generated';
import { printable } from '../errors/printable';
import { printTable, type Rows } from './table';

/** Where a command writes and what it knows of its terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly errIsTerminal: boolean;
  readonly colors: boolean;
  /** The width of standard output. Absent where it is not a terminal. */
  readonly columns?: number | undefined;
}

/** Data as JSON. Control characters in names stand as escapes, which JSON reads back. */
export function printJson(data: unknown): string {
  return `${printable(JSON.stringify(data, null, 2))}\n`;
}

/** The images of an answer as a table. */
export async function printImages(answer: ImagesAnswer, { columns }: Terminal): Promise<string> {
  const rows = answer.images.map((image) => [
    image.target,
    image.id,
    image.name === image.id ? '' : image.name,
    [image.distro, image.osVersion].filter((part) => part !== undefined).join(' '),
    image.architecture ?? '',
    image.owner ?? '',
    image.createdAt ?? image.buildDate ?? '',
  ]);
  const head = ['TARGET', 'ID', 'NAME', 'OS', 'ARCHITECTURE', 'OWNER', 'CREATED'];
  return printTable({ head, rows, flexible: [2, 3] }, columns);
}

/** The fields of an image that a spreadsheet has a column for. */
const CSV_FIELDS = [
  ...['target', 'id', 'name', 'osType', 'distro', 'osVersion', 'architecture', 'bootMode'],
  ...['language', 'edition', 'variant', 'owner', 'ownerId', 'status', 'deprecated', 'createdAt'],
  ...['buildDate', 'family', 'sizeGiB', 'minDiskGiB', 'cloudInit', 'loginUser'],
] as const;

/** The images of an answer as rows for a spreadsheet. */
export function csvRows(images: readonly Image[]): Rows {
  const rows = images.map((image) => {
    const values = new Map<string, unknown>(Object.entries(image));
    return CSV_FIELDS.map((field) => {
      const value = values.get(field) ?? '';
      return typeof value === 'string' ? value : JSON.stringify(value);
    });
  });
  return { head: CSV_FIELDS, rows };
}

/** The warnings of an answer, a line each, for standard error. */
export async function printWarnings(answer: ImagesAnswer, { colors }: Terminal): Promise<string> {
  const { createColors } = await import('picocolors');
  const { yellow } = createColors(colors);
  return [...answer.warnings, ...withoutMatch(answer)]
    .map(({ target, message }) => {
      const place = target === undefined ? '' : `${target}: `;
      return `${yellow('warning')} ${printable(`${place}${message}`)}\n`;
    })
    .join('');
}

/** With `optional`, a target without a match is not an error; silence would look like a match everywhere. */
function withoutMatch({ explanation, images, warnings }: ImagesAnswer) {
  const found = new Set(images.map(({ target }) => target));
  const told = new Set(
    warnings.flatMap(({ code, target }) => (code === 'no-match' ? [target] : [])),
  );
  return explanation.targets
    .filter(({ target }) => !found.has(target) && !told.has(target))
    .map(({ target }) => ({ target, message: 'no image matches.' }));
}

/**
 * Shows on a terminal that something is under way, until it ends.
 *
 * @param work - may report how far it is
 */
export async function withProgress<T>(
  terminal: Terminal,
  text: string,
  work: (report: (text: string) => void) => Promise<T>,
): Promise<T> {
  if (!terminal.errIsTerminal) return work(() => undefined);
  const { createSpinner } = await import('nanospinner');
  const spinner = createSpinner(text, { stream: process.stderr }).start();
  try {
    return await work((progress) => void spinner.update(progress));
  } finally {
    spinner.stop();
    spinner.clear();
  }
}
