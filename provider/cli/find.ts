/** `cloudimages find` and `cloudimages explain`. */
import type { Engine } from '../look-up/engine';
import { EXIT } from './exit-codes';
import { printImages, printWarnings, withProgress, type Terminal } from './output';
import { queryFromFlags } from './query-flags';

/** Prints the images that a query means. */
export async function find(
  engine: Engine,
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<number> {
  const query = queryFromFlags(options);
  const answer = await withProgress(terminal, 'Listing images', () =>
    engine.getImages(query, { signal }),
  );
  if (options['output'] === 'json') {
    terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    terminal.err(await printWarnings(answer, terminal));
    if (options['output'] === 'ids') terminal.out(answer.ids.map((id) => `${id}\n`).join(''));
    else terminal.out(`${await printImages(answer)}\n`);
  }
  return answer.ids.length === 0 ? EXIT.noMatch : EXIT.found;
}

/** Tells how a query comes to its answer, over everything that the clouds list. */
export async function explain(
  engine: Engine,
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<number> {
  const query = queryFromFlags(options);
  const { explanation, warnings, ids } = await withProgress(terminal, 'Listing all images', () =>
    engine.getImages(query, { signal, everything: true }),
  );
  if (options['output'] === 'json') {
    terminal.out(`${JSON.stringify({ explanation, warnings }, null, 2)}\n`);
  } else {
    const told = warnings.map(({ target, message }) => `\nwarning: ${target}: ${message}`);
    terminal.out(`${explanation.text}${told.join('')}\n`);
  }
  return ids.length === 0 ? EXIT.noMatch : EXIT.found;
}
