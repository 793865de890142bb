/** A state with pins and machines gets a lock file, loses it, and takes an update of it. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseLock } from '@cloudimages/lock';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { run as runCommandLine, withEnvironment, type Ending } from '../cli/command-line';
import { CURRENT, NEWER, smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack } from './harness/engines';
import { withProvider, type Run, type Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const TARGET = 'alicloud/cn-hangzhou';
const LOCK = 'cloudimages.lock.json';
const query = (osVersion: string): string => `
  targets      = ["${TARGET}"]
  distro       = "ubuntu"
  os_version   = "${osVersion}"
  architecture = "x86_64"
  most_recent  = true
`;
const machine = (name: string, id: string): string =>
  `resource "terraform_data" "${name}" {\n  triggers_replace = ${id}\n}\n`;

/** Three ways to an image, each with a machine of its own. Their queries differ. */
const STACK = `
data "cloudimages_image" "candidate" {${query('22.04')}}
resource "cloudimages_pinned_image" "candidate" {
  candidate = data.cloudimages_image.candidate.candidate
}
resource "cloudimages_pinned_image" "query" {${query('>=22.04 <22.10')}}
data "cloudimages_image" "direct" {${query('22')}}
${machine('candidate', 'cloudimages_pinned_image.candidate.image_id')}
${machine('query', 'cloudimages_pinned_image.query.image_id')}
${machine('direct', 'data.cloudimages_image.direct.id')}
`;
const SETTINGS = (mode: string): string =>
  withProvider(`provider "cloudimages" {\n  lock = "${mode}"\n  lock_file = "${LOCK}"\n}\n`);

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'a state that adopts a lock file', (engine) => {
    let simulator: Simulator;
    let stack: Stack;
    let restore: () => void;

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      stack = overriddenStack(engine, simulator, '');
      restore = withEnvironment({ ...simulator.environment, CLOUDIMAGES_LOCK: '' });
    });
    afterEach(async () => {
      restore();
      stack.remove();
      await simulator.close();
    });

    const succeed = async (...args: readonly string[]): Promise<Run> => {
      const ran = await stack.run(args[0] ?? '', ...args.slice(1));
      expect({ code: ran.code, text: ran.text }).toEqual({ code: 0, text: expect.any(String) });
      return ran;
    };
    const apply = (): Promise<Run> => succeed('apply', '-no-color', '-auto-approve');
    const planIsEmpty = (): Promise<Run> => succeed('plan', '-no-color', '-detailed-exitcode');
    const lockFile = (): string => path.join(stack.directory, LOCK);
    const cloudimages = (command: string, ...args: readonly string[]): Promise<Ending> =>
      runCommandLine([command, '--lock-file', lockFile(), ...args]);
    const lockFromState = async (): Promise<Ending> => {
      stack.write('state.json', (await succeed('show', '-json')).stdout);
      return cloudimages('lock', '--from-state', path.join(stack.directory, 'state.json'));
    };
    const lockedIds = (): readonly (string | undefined)[] =>
      Object.values(parseLock(readFileSync(lockFile(), 'utf8'), LOCK).queries).map(
        ({ scopes }) => scopes['public']?.[TARGET]?.images[0]?.id,
      );

    test('plans nothing after lock --from-state, without requests, and follows the next update', async () => {
      stack.write('main.tf', `${SETTINGS('off')}${STACK}`);
      await apply();
      simulator.world.addImage(NEWER);
      expect(await lockFromState()).toMatchObject({
        code: 0,
        err: expect.stringContaining('3 of 3'),
      });
      expect(lockedIds()).toEqual([CURRENT.id, CURRENT.id, CURRENT.id]);

      simulator.world.clearRequests();
      stack.write('main.tf', `${SETTINGS('frozen')}${STACK}`);
      await planIsEmpty();
      // Nothing to apply, but the state now remembers the entries.
      await apply();
      await planIsEmpty();
      expect(simulator.world.requests()).toEqual([]);

      expect((await cloudimages('lock', '--update')).code).toBe(0);
      expect(lockedIds()).toEqual([NEWER.id, NEWER.id, NEWER.id]);
      simulator.world.clearRequests();
      await simulator.close();
      const moving = await succeed('plan', '-no-color');
      expect(moving.text.match(/must be replaced/g)).toHaveLength(3);
      await apply();
      await planIsEmpty();
      expect(simulator.world.requests()).toEqual([]);
      simulator = await startSimulator({ world: smallWorld() });
    });

    test('moves no pin when the lock file is removed and comes back', async () => {
      const pins = STACK.replace(/data "cloudimages_image" "direct"[^]*?\n}\n/, '').replace(
        /resource "terraform_data" "direct"[^]*?\n}\n/,
        '',
      );
      stack.write('main.tf', `${SETTINGS('off')}${pins}`);
      await apply();
      simulator.world.addImage(NEWER);
      await lockFromState();
      const locked = readFileSync(lockFile(), 'utf8');
      stack.write('main.tf', `${SETTINGS('frozen')}${pins}`);
      await apply();
      rmSync(lockFile());
      stack.write('main.tf', `${withProvider('')}${pins}`);
      await planIsEmpty();
      await apply();
      stack.write(LOCK, locked);
      stack.write('main.tf', `${SETTINGS('frozen')}${pins}`);
      await planIsEmpty();
    });

    test('keeps the image of a pin when an entry with another image is added, until its triggers change', async () => {
      const pin = (more = ''): string =>
        `resource "cloudimages_pinned_image" "query" {${query('22.04')}${more}}\n${machine('query', 'cloudimages_pinned_image.query.image_id')}`;
      const candidate = (more = ''): string =>
        `data "cloudimages_image" "base" {${query('22')}}\nresource "cloudimages_pinned_image" "base" {\n  candidate = data.cloudimages_image.base.candidate\n${more}}\n${machine('base', 'cloudimages_pinned_image.base.image_id')}`;
      const both = (more = ''): string => `${pin(more)}${candidate(more)}`;
      stack.write('main.tf', `${SETTINGS('off')}${both()}`);
      await apply();
      simulator.world.addImage(NEWER);
      stack.write(
        'cloudimages.json',
        JSON.stringify({
          images: Object.fromEntries(
            ['22.04', '22'].map((osVersion, index) => [
              `web${index}`,
              { distro: 'ubuntu', osVersion, architecture: 'x86_64', mostRecent: true },
            ]),
          ),
          targets: [TARGET],
        }),
      );
      const end = withEnvironment({
        CLOUDIMAGES_FILE: path.join(stack.directory, 'cloudimages.json'),
      });
      expect((await cloudimages('lock')).code).toBe(0);
      end();
      expect(lockedIds()).toEqual([NEWER.id, NEWER.id]);
      // The same queries without their names.
      const lock = parseLock(readFileSync(lockFile(), 'utf8'), LOCK);
      const unnamed = Object.values(lock.queries).map(
        (locked) => [JSON.stringify(locked.query), locked] as const,
      );
      stack.write(LOCK, JSON.stringify({ ...lock, queries: Object.fromEntries(unnamed) }));

      stack.write('main.tf', `${SETTINGS('frozen')}${both()}`);
      for (const args of [[], ['-refresh=false']]) {
        const kept = await succeed('plan', '-no-color', '-detailed-exitcode', ...args);
        const text = kept.text.replace(/\s+/g, ' ');
        expect(text).toContain(
          `The lock file has ${NEWER.id} for this pin, which keeps ${CURRENT.id}`,
        );
      }
      await apply();
      await planIsEmpty();
      stack.write('main.tf', `${SETTINGS('frozen')}${both('  triggers = { month = "2" }\n')}`);
      const moved = await succeed('plan', '-no-color');
      expect(
        moved.text.match(new RegExp(`image_id += "${CURRENT.id}" -> "${NEWER.id}"`, 'g')),
      ).toHaveLength(2);
      await apply();
      await planIsEmpty();
    });

    test('lock -- COMMAND locks what the pins keep, and prunes none of it', async () => {
      const pins = STACK.replace(/data "cloudimages_image" "direct"[^]*/, '');
      stack.write('main.tf', `${withProvider('')}${pins}`);
      await apply();
      simulator.world.addImage(NEWER);
      const cli = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
      for (const job of [[], ['--prune']]) {
        const args = ['lock', ...job, '--lock-file', lockFile(), '--'];
        const ended = await stack.command(
          process.execPath,
          ...[cli, ...args, engine.path, 'plan', '-no-color', '-detailed-exitcode'],
        );
        expect(ended).toMatchObject({ code: 0 });
        expect(lockedIds()).toEqual([CURRENT.id, CURRENT.id]);
      }
    });

    test('reports different ids of one query, and locks none of them', async () => {
      const pin = (which: string, more = ''): string =>
        `resource "cloudimages_pinned_image" "${which}" {${query('22.04')}${more}}\n`;
      stack.write('main.tf', `${SETTINGS('off')}${pin('first')}`);
      await apply();
      simulator.world.addImage(NEWER);
      stack.write('main.tf', `${SETTINGS('off')}${pin('first')}${pin('second')}`);
      await apply();
      const { code, err } = await lockFromState();
      expect(code).toBe(1);
      for (const said of [
        CURRENT.id,
        NEWER.id,
        'cloudimages_pinned_image.first',
        'cloudimages_pinned_image.second',
      ]) {
        expect(err).toContain(said);
      }
      expect(existsSync(lockFile())).toBe(false);
    });
  });
});
