/** `cloudimages find` and `cloudimages explain`. */
import type { Engine } from '../look-up/engine';
import { printable } from '../errors/printable';
import { EXIT } from './exit-codes';
import {
  csvRows,
  printImages,
  printJson,
  printWarnings,
  withProgress,
  type Terminal,
} from './output';
import { queryFromFlags } from './query-flags';
import { printCsv } from './table';

/** Prints the images that a query means. */
export async function find(
  engine: Engine,
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  [name]: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const query = namedOrFlags(name, options);
  const answer = await withProgress(terminal, 'Listing images', () =>
    engine.getImages(query, { signal }),
  );
  const { output } = options;
  // The warnings are part of the JSON.
  if (output !== 'json') terminal.err(await printWarnings(answer, terminal));
  if (output === 'json') terminal.out(printJson(answer));
  else if (output === 'csv') terminal.out(printCsv(csvRows(answer.images)));
  else if (output === 'ids') {
    terminal.out(answer.ids.map((id) => `${printable(id)}\n`).join(''));
  } else if (answer.images.length > 0) {
    terminal.out(`${await printImages(answer, terminal)}\n`);
  }
  return answer.ids.length === 0 ? EXIT.noMatch : EXIT.found;
}

/** Explains how a query comes to its answer, over everything that the clouds list. */
export async function explain(
  engine: Engine,
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  [name]: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const query = namedOrFlags(name, options);
  const { explanation, warnings, ids } = await withProgress(terminal, 'Listing all images', () =>
    engine.getImages(query, { signal, everything: true }),
  );
  if (options['output'] === 'json') {
    terminal.out(printJson({ explanation, warnings }));
  } else {
    const lines = warnings.map(
      ({ target, message }) => `\nwarning: ${target === undefined ? '' : `${target}: `}${message}`,
    );
    terminal.out(`${printable(`${explanation.text}${lines.join('')}`)}\n`);
  }
  return ids.length === 0 ? EXIT.noMatch : EXIT.found;
}

/** A query in cloudimages.json, or the one that flags mean. */
function namedOrFlags(
  name: string | undefined,
  options: Readonly<Record<string, unknown>>,
): unknown {
  const flags = queryFromFlags(options);
  return name === undefined ? flags : { ...flags, query: name };
}
