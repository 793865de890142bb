/** `cloudimages outdated`: the locked images against the newest. */
import { EXIT } from '../exit-codes';
import { printJson } from '../output';
import { compare, printMarkdown, printRows } from './compare';
import { needLock, readFiles, type LockCommand } from './context';

/** Prints every entry. Exits with 4 when one of them is outdated. */
export async function outdated(call: LockCommand): Promise<number> {
  const { terminal, options } = call;
  const files = await readFiles(call);
  needLock(files);
  const rows = (await compare(call, files)).flatMap((group) => group.rows);
  if (options['output'] === 'json') terminal.out(printJson(rows));
  else if (options['output'] === 'markdown') terminal.out(printMarkdown(rows));
  else terminal.out(`${await printRows(rows, terminal)}\n`);
  return rows.some((row) => row.outdated) ? EXIT.outdated : EXIT.found;
}
