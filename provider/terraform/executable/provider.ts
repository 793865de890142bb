/** Start of the executable: bundled alone, so that little is read before Terraform has its line. */
import path from 'node:path';
import { main } from '../main';
import { loadBundle } from './load-bundle';

/** The Node.js that the rest is built for. */
const OLDEST = [20, 18] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stdout.write(
    `The cloudimages provider needs Node.js ${OLDEST.join('.')} or later; "node" on the PATH is ${process.version}.\n`,
  );
  process.exitCode = 1;
} else {
  void main((options) => {
    const { bundle, keepCompiledCode } = loadBundle(path.join(__dirname, 'server.js'));
    // Most processes of a plan only read the schema or validate. One that looked images up has
    // compiled what every later process needs.
    let hasEngine = false;
    const server = bundle.serveWithEngine({ ...options, onEngine: () => (hasEngine = true) });
    return {
      ...server,
      onExit: () => {
        if (hasEngine) keepCompiledCode();
      },
    };
  });
}
