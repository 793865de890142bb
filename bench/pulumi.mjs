// What a Pulumi user waits for, on the embedded simulator: the start of the plugin and of the dynamic
// provider beside a bare start of Node.js, and whole previews beside an empty program's.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstOutput, inTurns, wholeRun } from './measure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

const QUERY = {
  targets: ['alicloud/cn-hangzhou'],
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  mostRecent: true,
};

export async function measurePulumi(runs) {
  const { startSimulator } = require('@cloudimages/simulator');
  const { findEngine } = require('../test/engines/locate.cjs');
  const plugin = path.join(root, 'provider/dist/pulumi/cloudimages');
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-bench-'));
  const simulator = await startSimulator();
  const options = { cwd: root, env: { ...process.env, ...simulator.environment } };
  const node = process.execPath;
  const host = require.resolve('@pulumi/pulumi/cmd/dynamic-provider');
  const first = `require('cloudimages').createEngine().getImage(${JSON.stringify(QUERY)})`;
  try {
    const starts = await inTurns(runs, {
      'node -e 0': () => wholeRun(node, ['-e', '0'], options),
      'plugin, to its port': () => firstOutput(node, [`${plugin}/plugin.cjs`], options),
      "Pulumi's own dynamic provider host": () => firstOutput(node, [host, '127.0.0.1:9'], options),
      'first getImage in process': () => wholeRun(node, ['-e', first], options),
    });
    const engine = findEngine('pulumi');
    const previews = engine === undefined ? new Map() : await measurePreviews(engine, runs);
    return {
      title: 'Pulumi',
      rows: [...starts, ...previews].map(([name, figure]) => [name, figure, 'ms']),
    };
  } finally {
    await simulator.close();
    fs.rmSync(scratch, { recursive: true, force: true });
  }

  async function measurePreviews(engine, times) {
    const empty = { name: 'empty', runtime: 'nodejs' };
    const program = `
      const { PinnedImage } = require('@cloudimages/pulumi');
      exports.id = new PinnedImage('web', ${JSON.stringify(QUERY)}).imageId;
    `;
    const byPlugin = {
      name: 'pin',
      runtime: 'yaml',
      plugins: { providers: [{ name: 'cloudimages', path: plugin }] },
      resources: { web: { type: 'cloudimages:index:PinnedImage', properties: QUERY } },
    };
    return inTurns(Math.min(times, 5), {
      'preview, empty JavaScript program': await project(engine, empty, ''),
      'preview, a PinnedImage in JavaScript': await project(engine, empty, program),
      'preview, empty YAML program': await project(engine, { name: 'empty', runtime: 'yaml' }),
      'preview, a PinnedImage in YAML by the plugin': await project(engine, byPlugin),
    });
  }

  async function project(engine, settings, program) {
    const folder = fs.mkdtempSync(path.join(scratch, 'project-'));
    fs.writeFileSync(path.join(folder, 'Pulumi.yaml'), JSON.stringify(settings));
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    if (program !== undefined) {
      fs.writeFileSync(path.join(folder, 'package.json'), '{ "main": "index.js" }');
      fs.writeFileSync(path.join(folder, 'index.js'), program);
    }
    const home = path.join(folder, 'home');
    fs.mkdirSync(home);
    const env = {
      ...options.env,
      PATH: `${engine.binDir}${path.delimiter}${process.env.PATH}`,
      PULUMI_BACKEND_URL: `file://${home}`,
      PULUMI_HOME: home,
      PULUMI_CONFIG_PASSPHRASE: 'bench',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
    };
    const pulumi = (...args) =>
      wholeRun(engine.path, [...args, '--non-interactive'], { cwd: folder, env });
    await pulumi('stack', 'init', 'bench');
    return () => pulumi('preview');
  }
}
