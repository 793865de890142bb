// `npm start`: builds what is needed and shows the main job on the embedded simulator: on the command
// line, then in a Pulumi preview and a CDKTF plan where those engines are on this machine.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const require = createRequire(import.meta.url);
const { demonstrate } = await import('./demo.mjs');
const { findEngine } = require('../test/engines/locate.cjs');

const say = (text) => process.stdout.write(`\n${text}\n`);

/** Runs a command and shows what it prints. Never blocks, since the simulator is in this process. */
function run(command, args, { cwd, env, quiet = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    });
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
}

/** The demo stack of the repository's root, with its state in a folder of its own. */
async function previewPulumi(scratch, environment) {
  const engine = findEngine('pulumi');
  if (engine === undefined) {
    say('Pulumi: not on this machine, so no preview. `npm run engines` gets it.');
    return 0;
  }
  const folder = path.join(scratch, 'pulumi');
  const state = path.join(folder, 'state');
  fs.mkdirSync(state, { recursive: true });
  const env = {
    ...process.env,
    ...environment,
    PATH: `${engine.binDir}${path.delimiter}${process.env.PATH}`,
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_HOME: path.join(folder, 'home'),
    PULUMI_CONFIG_PASSPHRASE: 'demonstration',
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
  };
  const options = { cwd: process.cwd(), env };
  say('$ pulumi preview');
  const flags = ['--non-interactive', '--stack', 'demo'];
  await run(engine.path, ['stack', 'init', ...flags], { ...options, quiet: true });
  const code = await run(engine.path, ['preview', ...flags], options);
  // Pulumi keeps a stack's settings beside the project; this stack is gone with its state.
  fs.rmSync('Pulumi.demo.yaml', { force: true });
  return code;
}

/** The CDKTF example, synthesized and planned with the provider just built. */
async function planCdktf(scratch, environment) {
  const engine = findEngine('terraform') ?? findEngine('tofu');
  if (engine === undefined) {
    say(
      'Terraform: not on this machine, so no plan. Install it, or `npm run engines` for OpenTofu.',
    );
    return 0;
  }
  const { prepareCdktfExample } = await import('./plan-cdktf-example.mjs');
  say('$ cdktf synth && terraform plan   (the instances are stand-ins; nothing is started)');
  const stack = await prepareCdktfExample(path.join(scratch, 'cdktf'));
  const env = { ...process.env, ...environment, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  delete env.TF_CLI_CONFIG_FILE;
  const options = { cwd: stack, env };
  const noColour = process.stdout.isTTY === true ? [] : ['-no-color'];
  const code = await run(engine.path, ['init', '-input=false'], { ...options, quiet: true });
  return code === 0 ? run(engine.path, ['plan', '-input=false', ...noColour], options) : code;
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-start-'));
const terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  errIsTerminal: false,
  colors: process.stderr.isTTY === true,
};
const controller = new AbortController();
process.once('SIGINT', () => controller.abort());
try {
  const codes = [];
  const found = await demonstrate(terminal, controller.signal, scratch, async (environment) => {
    codes.push(await previewPulumi(scratch, environment));
    codes.push(await planCdktf(scratch, environment));
  });
  process.exitCode = Math.max(found, ...codes);
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
