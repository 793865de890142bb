// Times what a Pulumi user waits for, on the embedded simulator: the start of the plugin and of the
// dynamic provider beside a bare start of Node.js, and whole previews beside an empty program's.
// Run after `npm run build`: node bench/pulumi.mjs [RUNS]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const { startSimulator } = require('@cloudimages/simulator');
const { findEngine } = require('../test/engines/locate.cjs');

const query = {
  targets: ['alicloud/cn-hangzhou'],
  distro: 'ubuntu',
  osVersion: '22.04',
  mostRecent: true,
};
const runs = Number(process.argv[2] ?? 10);
const plugin = path.join(root, 'provider/dist/pulumi/cloudimages');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-bench-'));
const simulator = await startSimulator();
const env = { ...process.env, ...simulator.environment };

try {
  await report('node -e 0', () => finish(process.execPath, ['-e', '0']));
  await report('plugin, to its port', () => portOf(process.execPath, [`${plugin}/plugin.cjs`]));
  await report('plugin by its script, to its port', () =>
    portOf(`${plugin}/pulumi-resource-cloudimages`, []),
  );
  const host = require.resolve('@pulumi/pulumi/cmd/dynamic-provider');
  await report("Pulumi's dynamic provider host, to its port", () =>
    portOf(process.execPath, [host, '127.0.0.1:9']),
  );
  await report('first getImage in process, loading included', () =>
    finish(process.execPath, [
      '-e',
      `require('cloudimages').createEngine().getImage(${JSON.stringify(query)})`,
    ]),
  );
  const engine = findEngine('pulumi');
  if (engine === undefined) console.log('no pulumi here: no previews (`npm run engines`)');
  else await previews(engine);
} finally {
  await simulator.close();
  fs.rmSync(scratch, { recursive: true, force: true });
}

async function previews(engine) {
  const empty = { name: 'empty', runtime: 'nodejs' };
  await preview(engine, 'preview, empty JavaScript program', empty, '');
  const program = `
    const { PinnedImage } = require('@cloudimages/pulumi');
    exports.id = new PinnedImage('web', ${JSON.stringify(query)}).imageId;
  `;
  await preview(engine, 'preview, a PinnedImage in JavaScript', empty, program);
  await preview(engine, 'preview, empty YAML program', { name: 'empty', runtime: 'yaml' });
  await preview(engine, 'preview, a PinnedImage in YAML by the plugin', {
    name: 'pin',
    runtime: 'yaml',
    plugins: { providers: [{ name: 'cloudimages', path: plugin }] },
    resources: { web: { type: 'cloudimages:index:PinnedImage', properties: query } },
  });
}

async function preview(engine, label, settings, program) {
  const folder = fs.mkdtempSync(path.join(scratch, 'project-'));
  fs.writeFileSync(path.join(folder, 'Pulumi.yaml'), JSON.stringify(settings));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  if (program !== undefined) {
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "main": "index.js" }');
    fs.writeFileSync(path.join(folder, 'index.js'), program);
  }
  const home = path.join(folder, 'home');
  fs.mkdirSync(home);
  const offline = {
    PATH: `${engine.binDir}${path.delimiter}${process.env.PATH}`,
    PULUMI_BACKEND_URL: `file://${home}`,
    PULUMI_HOME: home,
    PULUMI_CONFIG_PASSPHRASE: 'bench',
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
  };
  const pulumi = (...args) =>
    finish(engine.path, [...args, '--non-interactive'], {
      cwd: folder,
      env: { ...env, ...offline },
    });
  await pulumi('stack', 'init', 'bench');
  await report(label, () => pulumi('preview'), Math.min(runs, 5));
}

/** Prints the median and the spread of some runs. */
async function report(label, once, times = runs) {
  const taken = [];
  for (let run = 0; run < times; run += 1) {
    const startedMs = performance.now();
    await once();
    taken.push(performance.now() - startedMs);
  }
  taken.sort((a, b) => a - b);
  const median = taken[Math.floor(taken.length / 2)];
  const spread = `${taken[0].toFixed(0)} to ${taken.at(-1).toFixed(0)}`;
  console.log(
    `${label.padEnd(46)} ${median.toFixed(0).padStart(6)} ms  (${spread}, ${times} runs)`,
  );
}

function finish(command, args, options = { cwd: root, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${complaint}`));
    });
  });
}

function portOf(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    child.on('error', reject);
    child.stdout.once('data', () => {
      resolve();
      child.kill();
    });
  });
}
