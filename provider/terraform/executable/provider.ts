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
  void main((options) => loadBundle(path.join(__dirname, 'server.js')).serveWithEngine(options));
}
