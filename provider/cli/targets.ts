/** `cloudimages targets`: the regions or zones that the clouds list. */
import type { ComposedEngine } from '../compose';
import { CLOUD_IDS } from '../image/words';
import { EXIT } from './exit-codes';
import { printJson, withProgress, type Terminal } from './output';
import { printTable } from './table';

/** Lists the targets of some clouds, or of all of them. */
export async function targets(
  engine: Pick<ComposedEngine, 'targets'>,
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<number> {
  const { cloud } = options;
  const clouds = Array.isArray(cloud) ? [...new Set(cloud.map(String))] : CLOUD_IDS;
  const lists = await withProgress(terminal, 'Listing targets', () =>
    Promise.all(clouds.map((id) => engine.targets(id, { signal }))),
  );
  const known = lists.flat();
  if (options['output'] === 'json') {
    terminal.out(printJson(known));
  } else {
    const rows = known.map(({ target, name }) => [target, name ?? '']);
    terminal.out(
      `${await printTable({ head: ['TARGET', 'NAME'], rows, flexible: [1] }, terminal.columns)}\n`,
    );
  }
  return EXIT.found;
}
