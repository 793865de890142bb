// What the provider costs a user of Terraform: the start of its process, a plan, memory.
//
//   node bench/terraform.mjs [RUNS]
//
// Needs terraform on the PATH, and the packages built (`npm run build`). Everything is measured in
// turns, so that what else the machine does falls on all of it alike; medians are printed.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { startSimulator } = createRequire(import.meta.url)(path.join(root, 'simulator'));
const build = path.join(root, 'provider/dist/terraform-provider');
const { version } = JSON.parse(readFileSync(path.join(root, 'provider/package.json'), 'utf8'));
const launcher = path.join(build, `terraform-provider-cloudimages_v${version}`);
const runs = Number(process.argv[2] ?? 20);

const simulator = await startSimulator();
const folder = mkdtempSync(path.join(tmpdir(), 'cloudimages-bench-'));
const rc = path.join(folder, 'terraform.rc');
writeFileSync(
  rc,
  `provider_installation {
  dev_overrides {
    "cloudimages/cloudimages" = ${JSON.stringify(build)}
  }
  direct {}
}
`,
);
const environment = {
  ...process.env,
  ...simulator.environment,
  TF_CLI_CONFIG_FILE: rc,
  CHECKPOINT_DISABLE: '1',
};

/** Milliseconds until the first line on standard output. */
function firstLine(command, args, env) {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => {
      resolve(performance.now() - start);
      child.kill('SIGKILL');
    });
  });
}

/** Milliseconds of a whole run. */
function whole(cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn('terraform', ['plan', '-input=false'], {
      cwd,
      env: environment,
      stdio: 'ignore',
    });
    child.once('exit', (code) =>
      code === 0 ? resolve(performance.now() - start) : reject(new Error(`plan failed in ${cwd}`)),
    );
  });
}

/** Takes turns, and prints the medians. */
async function compare(title, cases) {
  const times = new Map(Object.keys(cases).map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [name, measure] of Object.entries(cases)) times.get(name).push(await measure());
  }
  console.log(`\n${title} (median of ${runs}, best in brackets, ms)`);
  for (const [name, all] of times) {
    const sorted = all.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    console.log(`  ${name.padEnd(28)} ${median.toFixed(0).padStart(6)}  (${sorted[0].toFixed(0)})`);
  }
}

function stack(name, blocks) {
  const directory = path.join(folder, name);
  const source = 'source = "cloudimages/cloudimages"';
  const provider =
    blocks === undefined ? '' : `required_providers {\ncloudimages = { ${source} }\n}`;
  const data = Array.from(
    { length: blocks ?? 0 },
    (_, index) => `data "cloudimages_images" "number_${index}" {
  targets     = ["alicloud/cn-hangzhou"]
  name_regex  = "(?i)ubuntu.*(${index}|x64)"
  most_recent = true
}
`,
  );
  const instance = `resource "terraform_data" "instance" {
  input = ${blocks ? 'data.cloudimages_images.number_0.id_by_target' : '"fixed"'}
}
`;
  spawnSync('mkdir', [directory]);
  writeFileSync(
    path.join(directory, 'main.tf'),
    `terraform {\n${provider}\n}\n${data.join('')}${instance}`,
  );
  return directory;
}

/** A certificate as Terraform gives one: P-521, self-signed. Made by openssl, once. */
function clientCertificate() {
  const { stdout } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521', '-nodes'],
    ...['-keyout', '/dev/null', '-subj', '/CN=localhost', '-days', '1'],
  ]);
  return stdout.toString();
}

const plugin = {
  ...environment,
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
  PLUGIN_PROTOCOL_VERSIONS: '5,6',
  PLUGIN_CLIENT_CERT: clientCertificate(),
};
const { NODE_EXTRA_CA_CERTS: _certificates, ...bare } = process.env;
await compare('From the start of the process to its first line', {
  node: () => firstLine('node', ['-e', 'console.log(1)'], bare),
  'the provider': () => firstLine(launcher, [], plugin),
});

const stacks = { none: stack('none'), one: stack('one', 1), hundred: stack('hundred', 100) };
await compare('terraform plan', {
  'without the provider': () => whole(stacks.none),
  'with one data source': () => whole(stacks.one),
  'with a hundred': () => whole(stacks.hundred),
});

const traced = spawn('terraform', ['plan', '-input=false', '-no-color'], {
  cwd: stacks.hundred,
  env: { ...environment, TF_LOG_PROVIDER: 'debug' },
  stdio: ['ignore', 'ignore', 'pipe'],
});
let log = '';
for await (const chunk of traced.stderr) log += chunk;
console.log('\nMemory of each of its processes in that plan (most at any time, MiB)');
console.log(`  ${[...log.matchAll(/mib=(\d+)/g)].map(([, mib]) => mib).join(', ')}`);

rmSync(folder, { recursive: true, force: true });
await simulator.close();
