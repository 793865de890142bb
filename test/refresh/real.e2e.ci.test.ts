/** The refresh scripts with the real command line, on the simulator. */
import fs from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { openWorkbench, REPOSITORY, TOKEN, type Workbench } from './workbench';

const TARGET = 'alicloud/cn-hangzhou';
const NEWER = 'ubuntu_22_04_x64_20G_alibase_20241115.vhd';
let bench: Workbench;
let simulator: Simulator;

beforeEach(async () => {
  [bench, simulator] = await Promise.all([openWorkbench(), startSimulator()]);
  const command = path.join(bench.folder, 'bin', 'cloudimages');
  fs.rmSync(command);
  fs.symlinkSync(path.join(REPOSITORY, 'provider/bin/cloudimages.js'), command);
  const web = { distro: 'ubuntu', osVersion: '22.04', architecture: 'x86_64', mostRecent: true };
  const project = { targets: [TARGET], images: { web } };
  bench.git(bench.checkout, 'rm', '--quiet', 'cloudimages.lock.json');
  bench.commit('cloudimages.json', JSON.stringify(project));
});
afterEach(async () => {
  await Promise.all([bench.close(), simulator.close()]);
});

const lockFile = (): string => path.join(bench.checkout, 'cloudimages.lock.json');
const environment = () => ({ ...simulator.environment, CLOUDIMAGES_LOCK_FILE: lockFile() });
const run = (script: string) => bench.run(script, { ...environment(), REFRESH_TOKEN: TOKEN });

async function lockAndPush(): Promise<void> {
  const { code, err } = await bench.runCommand(['lock'], environment());
  expect({ code, err }).toMatchObject({ code: 0 });
  bench.commit('cloudimages.lock.json', fs.readFileSync(lockFile(), 'utf8'));
}

function addImage(name: string): void {
  simulator.world.addImage({
    ...{ cloud: 'alicloud', regions: ['cn-hangzhou'], id: NEWER, name, owner: 'public' },
    ...{ osType: 'linux', osName: 'Ubuntu  22.04 64 bit', platform: 'Ubuntu' },
    ...{ architecture: 'x86_64', createdAt: '2024-11-25T08:00:00Z', sizeGiB: 20 },
  });
}

it('publishes nothing while every locked image is the newest', async () => {
  await lockAndPush();
  expect((await run('resolve.mjs')).code).toBe(0);
  expect((await run('publish.mjs')).out).toBe('The lock file is up to date.\n');
  expect(bench.forge.requests).toEqual([]);
});

it('publishes the id and the row of a newer image with a hostile name', async () => {
  await lockAndPush();
  addImage('Ubuntu 22.04 | `$(touch CANARY)` ${{ github.token }} ]]> @octocat\n/merge\nx');
  expect(await run('resolve.mjs')).toMatchObject({ code: 0 });
  expect(await run('publish.mjs')).toMatchObject({ code: 0 });
  const { body } = bench.forge.requests[1]!.body as { body: string };
  const row = body.split('\n').find((line) => line.includes(NEWER))!;
  expect(row).toContain('outdated');
  expect(row.replaceAll('\\|', '').split('|')).toHaveLength(10);
  expect(body).not.toMatch(/@octocat|^\/merge/m);
  const update = bench.git(bench.remote, 'show', 'cloudimages/update:cloudimages.lock.json');
  expect(JSON.parse(update).queries.web.scopes.public[TARGET].images[0].id).toBe(NEWER);
});

it('checks the lock from the lock and from the clouds', async () => {
  await lockAndPush();
  expect(await run('check.mjs')).toMatchObject({ code: 0 });
  fs.writeFileSync(
    lockFile(),
    fs.readFileSync(lockFile(), 'utf8').replaceAll('20240926.vhd', '20240710.vhd'),
  );
  const { code, err } = await run('check.mjs');
  expect(code).toBe(1);
  expect(err).toContain('cloudimages verify failed with exit code 5');
});

it('fails on a push with a named image that is not locked, without a request', async () => {
  fs.writeFileSync(lockFile(), '{ "lockVersion": 1, "queries": {} }\n');
  const { code, err } = await run('check.mjs');
  expect(code).toBe(1);
  expect(err).toContain('not locked: ["web"]');
  expect(simulator.world.requests()).toEqual([]);
});
