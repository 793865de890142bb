// What the provider costs a user of Terraform: the start of its process, and plans.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstOutput, inTurns, wholeRun } from './measure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const BLOCKS = [0, 1, 20, 100];

/** @returns the figures, or undefined where there is no terraform */
export async function measureTerraform(runs) {
  if (spawnSync('terraform', ['version']).status !== 0) return undefined;
  const { startSimulator } = require(path.join(root, 'simulator'));
  const build = path.join(root, 'provider/dist/terraform-provider');
  const { version } = JSON.parse(readFileSync(path.join(root, 'provider/package.json'), 'utf8'));
  const launcher = path.join(build, `terraform-provider-cloudimages_v${version}`);
  const simulator = await startSimulator();
  const folder = mkdtempSync(path.join(tmpdir(), 'cloudimages-bench-'));
  try {
    const rc = path.join(folder, 'terraform.rc');
    const override = `"cloudimages/cloudimages" = ${JSON.stringify(build)}`;
    writeFileSync(rc, `provider_installation {\ndev_overrides {\n${override}\n}\ndirect {}\n}\n`);
    const environment = {
      ...process.env,
      ...simulator.environment,
      TF_CLI_CONFIG_FILE: rc,
      CHECKPOINT_DISABLE: '1',
    };
    const { NODE_EXTRA_CA_CERTS: _certificates, ...bare } = process.env;
    const starts = await inTurns(runs, {
      node: () => firstOutput('node', ['-e', 'console.log(1)'], { env: bare }),
      provider: () => firstOutput(launcher, [], { env: pluginEnvironment(environment) }),
    });
    const stacks = new Map([
      ['bare', stack(folder, 'bare')],
      ...BLOCKS.map((blocks) => [String(blocks), stack(folder, `blocks-${blocks}`, blocks)]),
    ]);
    const plan = (cwd) =>
      wholeRun('terraform', ['plan', '-input=false'], { cwd, env: environment });
    const plans = await inTurns(
      runs,
      Object.fromEntries([...stacks].map(([name, cwd]) => [name, () => plan(cwd)])),
    );
    return figures(starts, plans);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await simulator.close();
  }
}

function figures(starts, plans) {
  const node = starts.get('node');
  const bare = plans.get('bare');
  return {
    title: 'Terraform',
    rows: [
      ['bare Node.js, spawn to first output', node, 'ms'],
      ['provider, spawn to handshake', starts.get('provider'), 'ms'],
      ['handshake, in starts of Node.js', starts.get('provider') / node, 'times'],
      ['plan without any provider', bare, 'ms'],
      ...BLOCKS.map((blocks) => [`plan, ${blocks} data blocks`, plans.get(String(blocks)), 'ms']),
      ['one data block over a bare plan', plans.get('1') - bare, 'ms'],
      [
        'one data block over a bare plan, in starts of Node.js',
        (plans.get('1') - bare) / node,
        'times',
      ],
      ['one data block over none', plans.get('1') - plans.get('0'), 'ms'],
      [
        'one data block over none, in starts of Node.js',
        (plans.get('1') - plans.get('0')) / node,
        'times',
      ],
      ['each further block of 100', (plans.get('100') - plans.get('1')) / 99, 'ms'],
    ],
  };
}

function stack(folder, name, blocks) {
  const directory = path.join(folder, name);
  const needed =
    blocks === undefined
      ? ''
      : 'required_providers {\ncloudimages = { source = "cloudimages/cloudimages" }\n}';
  const data = Array.from(
    { length: blocks ?? 0 },
    (_, index) => `data "cloudimages_images" "number_${index}" {
  targets      = ["alicloud/cn-hangzhou"]
  name_regex   = "(?i)ubuntu.*(${index}|x64)"
  architecture = "x86_64"
  most_recent  = true
}
`,
  );
  const input = blocks ? 'data.cloudimages_images.number_0.id_by_target' : '"fixed"';
  const instance = `resource "terraform_data" "instance" {\n  input = ${input}\n}\n`;
  const configured = blocks === undefined ? '' : 'provider "cloudimages" {}\n';
  mkdirSync(directory);
  writeFileSync(
    path.join(directory, 'main.tf'),
    `terraform {\n${needed}\n}\n${configured}${data.join('')}${instance}`,
  );
  return directory;
}

/** As Terraform starts a provider. */
function pluginEnvironment(environment) {
  return {
    ...environment,
    TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
    PLUGIN_PROTOCOL_VERSIONS: '5,6',
    PLUGIN_CLIENT_CERT: clientCertificate(),
  };
}

let certificate;

/** A certificate as Terraform gives one: P-521, self-signed. Made by openssl, once. */
function clientCertificate() {
  certificate ??= spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521', '-nodes'],
    ...['-keyout', '/dev/null', '-subj', '/CN=localhost', '-days', '1'],
  ]).stdout.toString();
  return certificate;
}
