/** `cloudimages verify`: checks every locked id with its cloud. */
import { verifyGroup } from '../../lock/verify';
import { EXIT } from '../exit-codes';
import { printJson, withProgress } from '../output';
import { printTable } from '../table';
import { needLock, readFiles, select, type LockCommand } from './context';

/** Prints what is wrong. Exits with 5 when something fails; warnings alone do not. */
export async function verify(call: LockCommand): Promise<number> {
  const { engine, terminal, options, signal } = call;
  const files = await readFiles(call);
  needLock(files);
  const groups = select(call, files);
  let done = 0;
  const results = await withProgress(terminal, `Verifying ${groups.length} queries`, (report) =>
    Promise.all(
      groups.map(async (group) => {
        const name = files.project?.images.has(group.key) === true ? group.key : undefined;
        const problems = await verifyGroup(engine.unlocked, group, {
          signal,
          tables: engine.tables,
          policies: await engine.policies(name),
          nowMs: engine.now().getTime(),
          simulated: engine.isSimulated([...group.entries.keys()]),
        });
        done += 1;
        report(`Verified ${done} of ${groups.length} queries`);
        return problems;
      }),
    ),
  );
  const problems = results.flat();
  if (options['output'] === 'json') {
    terminal.out(printJson(problems));
  } else if (problems.length > 0) {
    const rows = problems.map(({ query, scope, target, id, message, fails }) => [
      fails ? 'FAILS' : 'warning',
      scope === 'public' ? query : `${query} (${scope})`,
      ...[target, id, message],
    ]);
    const head = ['', 'QUERY', 'TARGET', 'ID', 'PROBLEM'];
    terminal.out(`${await printTable({ head, rows, flexible: [1, 4] }, terminal.columns)}\n`);
  }
  const count = groups.reduce((sum, { entries }) => sum + entries.size, 0);
  const failed = problems.filter(({ fails }) => fails).length;
  terminal.err(
    `Verified ${count} ${count === 1 ? 'entry' : 'entries'}: ${failed === 0 ? 'no problems' : `${failed} failed`}.\n`,
  );
  return failed > 0 ? EXIT.unverified : EXIT.found;
}
