// Makes sure that the engines which tests run are there, building what lacks once per machine:
//   node test/engines/build.mjs [--check] [terraform] [redis-server] [tofu] [pulumi] [packages] [python] [python-sets]
// Without names: all of them. With --check nothing is built. Exit code 1 if anything is missing.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import locate from './locate.cjs';
import { makeOnce } from './once.mjs';
import { installPackages } from './packages.mjs';
import { installPython } from './python.mjs';
import { installPythonSet } from './python-sets.mjs';
import { run } from './run.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const PLANS = {
  tofu: '4 to 6 minutes on two cores',
  pulumi: '4 to 6 minutes on two cores',
};

const INSTRUCTIONS = {
  terraform: 'install Terraform 1.11 or later and put it on the PATH',
  'redis-server':
    'install Redis 6.2 or later, such as the Debian package redis-server, and put it on the PATH',
  tofu: 'install OpenTofu 1.8 or later and put it on the PATH, or install Go and run this again',
  pulumi:
    'install the Pulumi CLI 3.142 or later and put it on the PATH, or install Go and run this again',
  packages: 'run this again where npm reaches its registry',
  'python-sets': 'install Python 3.9 or later with pip and run this again',
  python: 'install Python 3.9 or later with pip, and Go, and run this again',
};

const args = process.argv.slice(2);
const checkOnly = args.includes('--check');
const names = args.filter((argument) => argument !== '--check');
const unknown = names.filter((name) => !(name in INSTRUCTIONS));
if (unknown.length > 0) {
  console.error(
    `no such engine: ${unknown.join(', ')}; there are ${Object.keys(INSTRUCTIONS).join(', ')}`,
  );
  process.exit(2);
}

// Children inherit it: whoever works on this machine meanwhile goes first.
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

let missing = 0;
for (const name of names.length > 0 ? names : Object.keys(INSTRUCTIONS)) {
  try {
    if (name === 'packages') await ensurePackages();
    else if (name === 'python') await ensurePython();
    else if (name === 'python-sets') await ensurePythonSets();
    else await ensureEngine(name);
  } catch (error) {
    missing += 1;
    console.error(`${name}: missing. ${error.message}\n  To have it: ${INSTRUCTIONS[name]}.`);
  }
}
process.exitCode = missing > 0 ? 1 : 0;

async function ensurePackages() {
  for (const name of locate.packageSets()) {
    if (checkOnly && !locate.findPackages(name)) throw new Error(`${name} is not installed.`);
    await installPackages(name);
  }
}

async function ensurePython() {
  if (checkOnly && !locate.findPython()) throw new Error('It is not installed.');
  await installPython();
}

async function ensurePythonSets() {
  for (const name of locate.pythonSets()) {
    if (checkOnly && !locate.findPythonSet(name)) throw new Error(`${name} is not installed.`);
    await installPythonSet(name);
  }
}

async function ensureEngine(name) {
  const { problem } = locate.findOnPath(name);
  if (locate.findEngine(name) === undefined) {
    const { parts, debianPackage } = locate.ENGINES[name];
    if (checkOnly) throw new Error(`Looked: ${problem}.`);
    if (debianPackage !== undefined) await installDebianPackage(debianPackage, problem);
    else if (parts === undefined) throw new Error(`Looked: ${problem}.`);
    else await buildEngine(name, problem);
  }
  const found = locate.findEngine(name);
  console.log(`${name} ${found.version}: ${found.path}`);
}

/** As root on Debian and its relatives only; elsewhere people install it. */
async function installDebianPackage(name, problem) {
  if (process.getuid?.() !== 0) throw new Error(`Looked: ${problem}; this user cannot install it.`);
  console.log(`${name}: ${problem}; installing the Debian package`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { cwd: here, env, label: 'apt-get' });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], {
    cwd: here,
    env,
    label: 'apt-get',
  });
}

async function buildEngine(name, problem) {
  const { folder, version } = locate.engineFolder(name);
  const go = await run('go', ['env', 'GOVERSION'], { cwd: here, label: 'go' }).catch(
    () => undefined,
  );
  if (go === undefined) throw new Error(`Looked: ${problem}; and there is no Go to build it with.`);
  console.log(`${name}: ${problem}; building ${version} with ${go.trim()}, once per machine`);
  console.log(`  (${PLANS[name]}; Go's own caches grow by about 3 GB on the way)`);
  const started = Date.now();
  await makeOnce(folder, async (unfinished) => {
    const bin = path.join(unfinished, 'bin');
    for (const part of locate.ENGINES[name].parts) await buildPart(part, bin);
  });
  console.log(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
}

async function buildPart({ module, packages, tags = '', stamp, copies = [] }, bin) {
  const cwd = path.join(here, module);
  const stamps = stamp.map((variable) =>
    variable.replace(/\{(.*)\}/, (_, pin) => locate.pinnedVersion(module, pin)),
  );
  const ldflags = ['-w', '-s', ...stamps.flatMap((variable) => ['-X', variable])].join(' ');
  // Static, so that the cache outlives an update of the C library.
  const env = { CGO_ENABLED: '0', GOWORK: 'off' };
  const flags = ['-trimpath', '-mod=readonly', '-buildvcs=false', `-tags=${tags}`];
  await run('go', ['build', ...flags, `-ldflags=${ldflags}`, '-o', bin + path.sep, ...packages], {
    cwd,
    env,
    label: module,
  });
  for (const { module: pin, file } of copies) {
    const list = ['list', '-mod=readonly', '-m', '-f', '{{.Dir}}', pin];
    const source = (await run('go', list, { cwd, env, label: module })).trim();
    const target = path.join(bin, path.basename(file));
    fs.copyFileSync(path.join(source, file), target);
    fs.chmodSync(target, 0o755);
  }
}
