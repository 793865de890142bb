// The main task on the embedded simulator: one query, ten clouds, the native ids and the explanation;
// then a lock, a newer image, and the same ids as before.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { startSimulator } = require('@cloudimages/simulator');
const { runCommandLine } = require('../provider/dist/cli/main.js');

/** The newest Ubuntu 22.04 for x86_64, as each cloud itself publishes it. */
const TARGETS = [
  'alicloud/cn-hangzhou',
  'tencentcloud/ap-singapore',
  'qcloud/ap-guangzhou',
  'zenlayercloud/asia-east-1a',
  'aws/us-east-1',
  'google/global',
  'azurerm/westeurope',
  'openstack/RegionOne',
  'hcloud/global',
  'digitalocean/nyc3',
];
const CONDITIONS =
  '--distro ubuntu --os-version 22.04 --architecture x86_64 --owner public --most-recent';

/** A build that appears while the demo runs. */
const NEWER = {
  cloud: 'alicloud',
  regions: ['cn-hangzhou'],
  id: 'ubuntu_22_04_x64_20G_alibase_20241115.vhd',
  name: '',
  owner: 'public',
  osType: 'linux',
  osName: 'Ubuntu  22.04 64 bit',
  platform: 'Ubuntu',
  architecture: 'x86_64',
  createdAt: '2024-11-25T08:00:00Z',
  sizeGiB: 20,
};

/** How `cloudimages outdated` ends when something is outdated. */
const OUTDATED = 4;

/**
 * Runs the demo. `stacks` shows previews and plans in the environment that it is given.
 *
 * @param scratch - a folder for the lock file
 */
export async function demonstrate(terminal, signal, scratch, stacks = async () => undefined) {
  const simulator = await startSimulator();
  const say = (text) => terminal.out(`\n${text}\n`);
  const conditions = [...TARGETS.flatMap((one) => ['--target', one]), ...CONDITIONS.split(' ')];
  const run = (command, asked, ...flags) => {
    const shown = [...flags.map((flag) => path.basename(flag)), ...(asked ? [CONDITIONS] : [])];
    terminal.out(
      `\n$ cloudimages ${[command, ...shown].join(' ')}${asked ? ' --target ...' : ''}\n`,
    );
    return runCommandLine([command, ...flags, ...(asked ? conditions : [])], terminal, signal);
  };
  try {
    Object.assign(process.env, simulator.environment);
    const lockFile = path.join(scratch, 'cloudimages.lock.json');
    const lock = ['--lock-file', lockFile];
    terminal.out('The newest Ubuntu 22.04, on a simulator of the image APIs of ten clouds:\n');
    const codes = [await run('find', true), await run('explain', true)];

    say('Locked: the ids are written to a lock file.');
    codes.push(await run('find', true, ...lock, '--lock', 'add'));

    await addImage(simulator.environment.CLOUDIMAGES_ENDPOINT_ALICLOUD, NEWER);
    say(`A newer image appears in ${NEWER.cloud}/${NEWER.regions[0]}: ${NEWER.id}`);
    const outdated = await run('outdated', false, ...lock);
    codes.push(outdated === OUTDATED ? 0 : Math.max(outdated, 1));

    say('With the lock, the answer is the same as before, and no cloud is asked:');
    codes.push(await run('find', true, ...lock, '--lock', 'frozen'));
    const frozen = { CLOUDIMAGES_LOCK_FILE: lockFile, CLOUDIMAGES_LOCK: 'frozen' };
    await stacks({ ...simulator.environment, ...frozen });
    return Math.max(...codes);
  } finally {
    await simulator.close();
  }
}

/** As another process would: over HTTP. */
async function addImage(endpoint, image) {
  const response = await fetch(new URL('/_control', endpoint), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'addImage', image, position: 'first' }),
  });
  if (!response.ok) throw new Error(`the simulator refused the image: ${await response.text()}`);
}
