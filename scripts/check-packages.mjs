// Packs every public package as npm would publish it, and checks what is inside: publint's rules,
// and that the packed entry loads from a folder where nothing else of the workspace is.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const PACKAGES = [
  'provider',
  'simulator',
  'sdk/lock',
  'sdk/pulumi',
  'sdk/cdktf',
  'sdk/cdktn',
].filter((folder) => fs.existsSync(path.join(folder, 'package.json')));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-pack-'));
let failed = false;
try {
  const modules = path.join(scratch, 'node_modules');
  for (const folder of PACKAGES) {
    const pkg = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: 'npm' });
    for (const message of messages) {
      failed = true;
      console.error(`${pkg.name}: ${formatMessage(message, pkg)}`);
    }
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], {
      cwd: folder,
      encoding: 'utf8',
    });
    const into = path.join(modules, pkg.name);
    fs.mkdirSync(into, { recursive: true });
    const tarball = path.join(scratch, packed.trim().split('\n').at(-1));
    execFileSync('tar', ['-xzf', tarball, '--strip-components', '1', '-C', into]);
  }
  for (const folder of PACKAGES) {
    const { name } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    // What is not ours is found through the workspace; ours only as packed.
    const script = `require(${JSON.stringify(name)})`;
    execFileSync(process.execPath, ['-e', script], {
      cwd: scratch,
      env: { ...process.env, NODE_PATH: path.resolve('node_modules') },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    console.log(`       ${name} packs and loads`);
  }
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
if (failed) process.exit(1);
