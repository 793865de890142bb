import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseLock } from '@cloudimages/lock';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { describeWithEngine } from '../engines/find';
import { CURRENT, NEWER, OLD, smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack } from './harness/engines';
import { withProvider, type Run, type Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const TARGET = 'alicloud/cn-hangzhou';
const TENCENT = 'tencentcloud/ap-singapore';
const LOCK = 'cloudimages.lock.json';

/** The query of every block here, as Terraform writes it and as the library takes it. */
const HCL = `
  targets      = ["${TARGET}"]
  distro       = "ubuntu"
  os_version   = "22.04"
  architecture = "x86_64"
  most_recent  = true
`;
const QUERY = { distro: 'ubuntu', osVersion: '22.04', architecture: 'x86_64', mostRecent: true };

const INSTANCE = (id: string): string => `
resource "terraform_data" "instance" {
  input = ${id}
}
`;
const DATA = `data "cloudimages_image" "base" {${HCL}}\n`;
const PIN = (more = ''): string =>
  `resource "cloudimages_pinned_image" "base" {${HCL}${more}}\n${INSTANCE('cloudimages_pinned_image.base.image_id')}`;
const CANDIDATE_PIN = (more = '', data = DATA): string => `${data}
resource "cloudimages_pinned_image" "base" {
  candidate = data.cloudimages_image.base.candidate
${more}
}
${INSTANCE('cloudimages_pinned_image.base.image_id')}`;
const TRIGGER = (value: string): string => `  triggers = { month = "${value}" }\n`;
const provider = (lock: string): string =>
  withProvider(`provider "cloudimages" {\n  lock = "${lock}"\n  lock_file = "${LOCK}"\n}\n`);

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'a lock file', (engine) => {
    let simulator: Simulator;
    let stack: Stack;
    let others: Stack[];

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      stack = overriddenStack(engine, simulator, '');
      others = [];
    });
    afterEach(async () => {
      for (const each of [stack, ...others]) each.remove();
      await simulator.close();
    });

    const elsewhere = (): Stack => {
      const other = overriddenStack(engine, simulator, '');
      others.push(other);
      return other;
    };
    const run = async (...args: readonly string[]): Promise<Run> => {
      const ran = await stack.run(args[0] ?? '', '-no-color', ...args.slice(1));
      expect({ code: ran.code, text: ran.text }).toEqual({ code: 0, text: expect.any(String) });
      return ran;
    };
    const apply = (): Promise<Run> => run('apply', '-auto-approve');
    const planIsEmpty = async (): Promise<Run> => run('plan', '-detailed-exitcode');
    const instance = async (of = stack): Promise<string> => {
      const { stdout } = await of.run('show', '-json');
      const { values } = JSON.parse(stdout);
      return values.root_module.resources.find(
        ({ type }: { type: string }) => type === 'terraform_data',
      ).values.input;
    };
    const lockText = (): string => readFileSync(path.join(stack.directory, LOCK), 'utf8');
    /** Locks as the library does, to the newest image or to a given one. */
    const lockWithLibrary = async (folder = stack, imageId?: string): Promise<void> => {
      const lockFile = path.join(folder.directory, LOCK);
      const world =
        imageId === undefined ? simulator : await startSimulator({ world: smallWorld() });
      if (imageId !== undefined) {
        for (const each of [OLD, CURRENT]) {
          if (each.id !== imageId) world.world.removeImage('alicloud', each.id);
        }
      }
      const library = createEngine(
        { lock: 'add', lockFile },
        { environment: world.environment, workingDirectory: folder.directory },
      );
      await library.getImage({ ...QUERY, targets: [TARGET] });
      await library.close();
      if (world !== simulator) await world.close();
    };

    test('answers data sources and pins without a request, while the simulator is stopped', async () => {
      stack.write('cloudimages.json', JSON.stringify({ images: { web: { ...QUERY } } }));
      const named = `data "cloudimages_image" "web" {\n  query = "web"\n  targets = ["${TARGET}"]\n}\n`;
      await lockWithLibrary();
      const library = createEngine(
        { lock: 'add', lockFile: path.join(stack.directory, LOCK) },
        { environment: simulator.environment, workingDirectory: stack.directory },
      );
      await library.getImage({ query: 'web', targets: [TARGET] });
      await library.close();
      simulator.world.addImage(NEWER);
      simulator.world.clearRequests();
      await simulator.close();

      const output = 'output "web" {\n  value = data.cloudimages_image.web.id\n}\n';
      stack.write('main.tf', `${provider('frozen')}${named}${output}${CANDIDATE_PIN()}`);
      const plan = await run('plan');
      expect(plan.text).toContain(CURRENT.id);
      await apply();
      expect(await instance()).toBe(CURRENT.id);
      await planIsEmpty();
      expect(simulator.world.requests()).toEqual([]);

      stack.write('main.tf', `${provider('frozen')}${DATA.replace('22.04', '24.04')}`);
      const refused = await stack.run('plan', '-no-color');
      expect(refused.text).toContain('is not locked in alicloud/cn-hangzhou');
      expect(refused.text).toContain('cloudimages lock');
      expect(refused.code).toBe(1);
      simulator = await startSimulator({ world: smallWorld() });
    });

    test('is written by a plan in mode add, and read by the library', async () => {
      stack.write(
        'main.tf',
        `${provider('add')}${DATA}${INSTANCE('data.cloudimages_image.base.id')}`,
      );
      await run('plan');
      expect(lockText()).toContain(CURRENT.id);
      simulator.world.addImage(NEWER);
      simulator.world.clearRequests();
      const lockFile = path.join(stack.directory, LOCK);
      const library = createEngine(
        { lock: 'frozen', lockFile },
        { environment: simulator.environment, workingDirectory: stack.directory },
      );
      const { id } = await library.getImage({ ...QUERY, targets: [TARGET] });
      await library.close();
      expect(id).toBe(CURRENT.id);
      expect(simulator.world.requests()).toEqual([]);
    });

    describe.each([
      ['a pin with a query', PIN],
      ['a pin with a candidate', CANDIDATE_PIN],
    ])('%s', (_case, pin) => {
      test('keeps its image when a lock is added for it and when the lock is removed', async () => {
        stack.write('main.tf', `${provider('off')}${pin()}`);
        await apply();
        simulator.world.addImage(NEWER);

        // The lock gets the id that the state holds, not the newer one.
        stack.write('main.tf', `${provider('add')}${pin()}`);
        await planIsEmpty();
        expect(lockText()).toContain(CURRENT.id);
        expect(lockText()).not.toContain(NEWER.id);
        await planIsEmpty();
        stack.write('main.tf', `${provider('frozen')}${pin()}`);
        await planIsEmpty();

        stack.write('main.tf', `${provider('off')}${pin()}`);
        await planIsEmpty();
        expect(await instance()).toBe(CURRENT.id);
      });

      test('moves when its lock entry changes, and not by its triggers', async () => {
        await lockWithLibrary();
        stack.write('main.tf', `${provider('frozen')}${pin(TRIGGER('1'))}`);
        await apply();
        simulator.world.addImage(NEWER);
        simulator.world.clearRequests();

        stack.write('main.tf', `${provider('frozen')}${pin(TRIGGER('2'))}`);
        const triggered = await apply();
        expect(triggered.text.replace(/\s+/g, ' ')).toContain('`triggers` have no effect');
        expect(await instance()).toBe(CURRENT.id);

        stack.write(LOCK, '{ "lockVersion": 1, "queries": {} }');
        await lockWithLibrary();
        simulator.world.clearRequests();
        const moved = await run('plan');
        expect(moved.text).toContain(`"${CURRENT.id}" -> "${NEWER.id}"`);
        await apply();
        expect(await instance()).toBe(NEWER.id);
        expect(simulator.world.requests()).toEqual([]);
      });

      test.each(['absent', 'different'])(
        'applies a saved plan elsewhere, where the lock is %s',
        async (there) => {
          await lockWithLibrary();
          stack.write('main.tf', `${provider('use')}${pin()}`);
          await run('plan', '-out=saved');
          simulator.world.addImage(NEWER);
          const other = elsewhere();
          copyFileSync(path.join(stack.directory, 'saved'), path.join(other.directory, 'saved'));
          if (there === 'different') await lockWithLibrary(other, OLD.id);
          expect(existsSync(path.join(other.directory, LOCK))).toBe(there === 'different');
          const applied = await other.run('apply', '-no-color', 'saved');
          expect(applied.text).toContain('Apply complete!');
          expect(await instance(other)).toBe(CURRENT.id);
        },
      );
    });

    test('a saved plan that moves a candidate applies elsewhere without the plan memory', async () => {
      stack.write('main.tf', `${withProvider('')}${CANDIDATE_PIN(TRIGGER('1'))}`);
      await apply();
      stack.write('main.tf', `${withProvider('')}${CANDIDATE_PIN(TRIGGER('2'))}`);
      simulator.world.addImage(NEWER);
      await run('plan', '-out=saved');
      simulator.world.removeImage('alicloud', NEWER.id);
      const other = elsewhere();
      for (const file of ['saved', 'terraform.tfstate']) {
        copyFileSync(path.join(stack.directory, file), path.join(other.directory, file));
      }
      simulator.world.clearRequests();
      const applied = await other.run('apply', '-no-color', 'saved');
      expect(applied.text).toContain('Apply complete!');
      expect(await instance(other)).toBe(NEWER.id);
      expect(simulator.world.requests()).toEqual([]);
    });

    test('a candidate moves with the query of its data source, and not with its answer', async () => {
      stack.write('main.tf', `${withProvider('')}${CANDIDATE_PIN()}`);
      await apply();
      simulator.world.addImage(NEWER);
      const newer = await planIsEmpty();
      expect(newer.text.replace(/\s+/g, ' ')).toContain(`matches another image: ${NEWER.id}`);

      const changed = DATA.replace('22.04', '>=22.04');
      stack.write('main.tf', `${withProvider('')}${CANDIDATE_PIN('', changed)}`);
      const moved = await run('plan');
      expect(moved.text).toContain(`"${CURRENT.id}" -> "${NEWER.id}"`);
      await apply();
      expect(await instance()).toBe(NEWER.id);
      await run('destroy', '-auto-approve');
    });

    test('a pin with a query takes on a candidate of the same query and keeps its image', async () => {
      stack.write('main.tf', `${withProvider('')}${PIN()}`);
      await apply();
      simulator.world.addImage(NEWER);
      stack.write('main.tf', `${withProvider('')}${CANDIDATE_PIN()}`);
      await apply();
      expect(await instance()).toBe(CURRENT.id);
      stack.write('main.tf', `${withProvider('')}${PIN()}`);
      await apply();
      expect(await instance()).toBe(CURRENT.id);
    });

    test('one pin covers several targets, with a query and with a candidate', async () => {
      const several = HCL.replace(`"${TARGET}"`, `"${TARGET}", "${TENCENT}"`);
      stack.write(
        'main.tf',
        `${provider('add')}
data "cloudimages_images" "base" {${several}}
resource "cloudimages_pinned_image" "candidate" {
  candidate = data.cloudimages_images.base.candidate
}
resource "cloudimages_pinned_image" "query" {${several}}
output "ids" {
  value = [
    cloudimages_pinned_image.candidate.image_id_by_target,
    cloudimages_pinned_image.query.image_id_by_target,
  ]
}
`,
      );
      await apply();
      const { stdout } = await stack.run('output', '-json', 'ids');
      const ids = { [TARGET]: CURRENT.id, [TENCENT]: 'img-487zeit5' };
      expect(JSON.parse(stdout)).toEqual([ids, ids]);
      await planIsEmpty();
    });

    test('refuses a query beside a candidate', async () => {
      const both = CANDIDATE_PIN('  distro = "ubuntu"\n');
      stack.write('main.tf', `${withProvider('')}${both}`);
      const refused = await stack.run('validate', '-no-color');
      expect(refused.text).toContain('distro is not allowed beside candidate');
      expect(refused.code).toBe(1);
    });

    test('holds the ids of the state once all pins have added them', async () => {
      stack.write('main.tf', `${provider('add')}${PIN()}`);
      await run('plan');
      const lock = parseLock(lockText(), LOCK);
      const [entry] = Object.values(lock.queries);
      const [image] = entry?.scopes['public']?.[TARGET]?.images ?? [];
      expect(image).toMatchObject({ id: CURRENT.id, osVersion: '22.04' });
    });
  });
});
