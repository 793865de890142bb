// The main task on the embedded simulator: one query, four clouds, the native ids and the explanation;
// then a lock, a newer image, and the same ids as before.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { startSimulator } = require('@cloudimages/simulator');
const { createEngine } = require('../provider/dist/index.js');
const { runCommandLine } = require('../provider/dist/cli/main.js');

/** The newest Ubuntu 22.04 for x86_64, as each cloud itself publishes it. */
const TARGETS = [
  'alicloud/cn-hangzhou',
  'tencentcloud/ap-singapore',
  'qcloud/ap-guangzhou',
  'zenlayercloud/asia-east-1a',
];
const CONDITIONS =
  '--distro ubuntu --os-version 22.04 --architecture x86_64 --owner public --most-recent';

/** The same for the library. */
const QUERY = {
  targets: TARGETS,
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  owners: ['public'],
  mostRecent: true,
};

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

/**
 * Runs the demo. `stacks` shows previews and plans in the environment that it is given.
 *
 * @param scratch - a folder for the lock file
 */
export async function demonstrate(terminal, signal, scratch, stacks = async () => undefined) {
  const simulator = await startSimulator();
  const say = (text) => terminal.out(`\n${text}\n`);
  const conditions = [...TARGETS.flatMap((one) => ['--target', one]), ...CONDITIONS.split(' ')];
  const run = async (command, lock = {}) => {
    const variables = Object.entries(lock).map(
      ([name, value]) => `${name}=${path.basename(value)} `,
    );
    terminal.out(`\n$ ${variables.join('')}cloudimages ${command} ${CONDITIONS} --target ...\n`);
    Object.assign(process.env, lock);
    return runCommandLine([command, ...conditions], terminal, signal);
  };
  try {
    Object.assign(process.env, simulator.environment);
    const lock = { CLOUDIMAGES_LOCK_FILE: path.join(scratch, 'cloudimages.lock.json') };
    terminal.out('The newest Ubuntu 22.04, on a simulator of the four image APIs:\n');
    const codes = [await run('find'), await run('explain')];

    say('Locked: the ids are written to a lock file.');
    codes.push(await run('find', { ...lock, CLOUDIMAGES_LOCK: 'add' }));

    await addImage(simulator.environment.CLOUDIMAGES_ENDPOINT_ALICLOUD, NEWER);
    say(`A newer image appears in ${NEWER.cloud}/${NEWER.regions[0]}: ${NEWER.id}`);
    await outdated(terminal, QUERY, lock.CLOUDIMAGES_LOCK_FILE);

    say('With the lock, the answer is the same as before, and no cloud is asked:');
    const frozen = { ...lock, CLOUDIMAGES_LOCK: 'frozen' };
    codes.push(await run('find', frozen));
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

/** Prints the locked ids for which the query means another image by now. */
async function outdated(terminal, query, lockFile) {
  const locked = createEngine({ lock: 'frozen', lockFile });
  const clouds = createEngine({ lock: 'off' });
  try {
    const [before, now] = await Promise.all([locked.getImages(query), clouds.getImages(query)]);
    for (const [target, id] of Object.entries(before.idByTarget)) {
      const newest = now.idByTarget[target];
      terminal.out(
        `${target.padEnd(28)}${newest === id ? 'current' : `outdated: ${id}, now ${newest}`}\n`,
      );
    }
  } finally {
    await Promise.all([locked.close(), clouds.close()]);
  }
}
