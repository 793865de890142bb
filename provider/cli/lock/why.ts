/** `cloudimages why`: how a name came to its locked image, and what it means now. */
import { printable } from '../../errors/printable';
import { describeError } from '../../errors/describe-error';
import { lockedAnswer } from '../../lock/locked-answer';
import { EXIT } from '../exit-codes';
import { printJson, withProgress } from '../output';
import { needLock, readFiles, select, type LockCommand } from './context';

/** Explains the locked entries of one name, and the look-up of today. */
export async function why(call: LockCommand): Promise<number> {
  const { engine, terminal, options, signal } = call;
  const files = await readFiles(call);
  needLock(files);
  const groups = select(call, files);
  const explained = await withProgress(terminal, 'Listing all images', () =>
    Promise.all(
      groups.map(async ({ key, query, scope, entries }) => {
        const targets = [...entries.keys()];
        const then = lockedAnswer({ targets }, entries).explanation.text;
        const isNamed = files.project?.images.has(key) === true;
        const asked = isNamed ? (await engine.prepare({ query: key })).query : query;
        const now = await engine.unlocked
          .getImages({ ...asked, targets }, { signal, everything: true })
          .then(({ explanation }) => explanation.text)
          .catch((error: unknown) => {
            const { summary, detail } = describeError(error);
            return `${summary}: ${detail}`;
          });
        return { query: key, scope, locked: then, now };
      }),
    ),
  );
  if (options['output'] === 'json') {
    terminal.out(printJson(explained));
  } else {
    const texts = explained.map(
      ({ query, scope, locked, now }) =>
        `${query} (${scope})\n\nlocked\n${locked}\n\nnow\n${now}\n`,
    );
    terminal.out(printable(texts.join('\n')));
  }
  if (explained.length > 0) return EXIT.found;
  terminal.err(
    'Nothing of that name is locked. `cloudimages explain NAME` explains what it means now.\n',
  );
  return EXIT.noMatch;
}
