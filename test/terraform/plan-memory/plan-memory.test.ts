import { decodeMsgpack, encodeMsgpack } from '../../../provider/terraform/cty/msgpack';
import type { CtyType } from '../../../provider/terraform/cty/type';
import { readParentProcess } from '../../../provider/terraform/plan-memory/parent-process';
import {
  createPlanMemory,
  type PlanMemoryOptions,
} from '../../../provider/terraform/plan-memory/plan-memory';
import type { TerraformRun } from '../../../provider/terraform/plan-memory/terraform-run';
import type { PrivateFolder } from '../../../provider/files/private-folder';

const APPLY: TerraformRun = { id: 'a' };
const LATER: TerraformRun = { id: 'b' };
const PLAN: TerraformRun = { id: 'c', isPlan: true };
const SAVED: TerraformRun = { id: 'e', savedPlan: 'plan.out' };

const TYPE: CtyType = { object: { target: 'string', image_id: 'string' } };
const choiceOf = (image: string) => ({ target: 'alicloud/cn-hangzhou', image_id: image });
const NOTHING = { found: 'nothing' };

describe('the plan memory', () => {
  let files: Map<string, Buffer>;
  let folder: PrivateFolder;
  beforeEach(() => {
    files = new Map();
    folder = {
      read: (name) => files.get(name),
      write: (name, content) => void files.set(name, Buffer.from(content)),
      removeOld: jest.fn(),
      list: () => [],
      remove: jest.fn(),
    };
  });

  const memoryOf = (run: TerraformRun | undefined, changes: Partial<PlanMemoryOptions> = {}) =>
    createPlanMemory({
      folder,
      configuration: {},
      type: TYPE,
      run: async () => run,
      readSavedPlan: async () => ({ unreadable: 'not expected' }),
      now: Date.now,
      log: () => undefined,
      ...changes,
    });

  /** A saved plan with these choices, each made under a configuration. */
  const savedPlan = async (...choices: readonly (readonly [string, unknown, string?])[]) => {
    const resources = await Promise.all(
      choices.map(async ([image, configuration, key = 'key']) => ({
        private: await memoryOf(PLAN, { configuration }).remember(key, choiceOf(image)),
        value: encodeMsgpack(choiceOf(image), TYPE),
      })),
    );
    return { readSavedPlan: async () => resources };
  };

  describe('in one run', () => {
    test('recalls what the run chose', async () => {
      await memoryOf(APPLY).remember('key', choiceOf('m-1'));
      expect(await memoryOf(APPLY).recall('key')).toEqual({
        found: 'choice',
        choice: choiceOf('m-1'),
      });
      expect(await memoryOf(APPLY).recall('another key')).toEqual(NOTHING);
    });

    test('recalls nothing of another run', async () => {
      await memoryOf(APPLY).remember('key', choiceOf('m-1'));
      expect(await memoryOf(LATER).recall('key')).toEqual(NOTHING);
      // Also where its record lies under this run's name.
      const [[, record = Buffer.of()] = []] = [...files];
      await memoryOf(LATER).remember('key', choiceOf('m-2'));
      for (const name of files.keys()) files.set(name, record);
      expect(await memoryOf(LATER).recall('key')).toEqual(NOTHING);
    });

    test('keeps choices of different configurations apart', async () => {
      const configuration = { alicloud: { accessKey: 'key of another account' } };
      await memoryOf(APPLY).remember('key', choiceOf('m-1'));
      await memoryOf(APPLY, { configuration }).remember('key', choiceOf('m-2'));
      expect(await memoryOf(APPLY).recall('key')).toMatchObject({ choice: choiceOf('m-1') });
    });

    test('writes nothing of the configuration, neither to a record nor to the plan', async () => {
      const configuration = { alicloud: { secretKey: 'secret-value' } };
      const mark = await memoryOf(APPLY, { configuration }).remember('key', choiceOf('m-1'));
      const written = [...files].flat().join('\n');
      expect(written).toContain('m-1');
      expect(`${written}${mark.toString()}`).not.toContain('secret-value');
    });

    test('writes no record in a run that only plans', async () => {
      await memoryOf(PLAN).remember('key', choiceOf('m-1'));
      expect([...files]).toEqual([]);
    });

    test('recalls and writes nothing where the run is unknown', async () => {
      await memoryOf(undefined).remember('key', choiceOf('m-1'));
      expect([...files]).toEqual([]);
      expect(await memoryOf(undefined).recall('key')).toEqual(NOTHING);
    });

    test('works without a cache directory', async () => {
      const none = { folder: undefined };
      await memoryOf(APPLY, none).remember('key', choiceOf('m-1'));
      expect(await memoryOf(APPLY, none).recall('key')).toEqual(NOTHING);
    });

    test.each<[string, (record: Record<string, unknown>) => unknown]>([
      ['is cut off', (record) => JSON.stringify(record).slice(0, -5)],
      ['is of another format', (record) => ({ ...record, format: 'another' })],
      ['has no time', ({ at: _at, ...record }) => record],
      ['is of the future', (record) => ({ ...record, at: Date.now() + 60_000 })],
      ['is of another key', (record) => ({ ...record, key: 'another' })],
      ['has a choice of another type', (record) => ({ ...record, choice: 'm-1' })],
      ['has a field of another type', (record) => ({ ...record, choice: { image_id: {} } })],
      ['has no choice', ({ choice: _choice, ...record }) => record],
      ['is a list', (record) => [record]],
      ['is null', () => null],
    ])('ignores a record that %s', async (_case, damage) => {
      await memoryOf(APPLY).remember('key', choiceOf('m-1'));
      for (const [name, content] of files) {
        const damaged = damage(JSON.parse(content.toString()));
        const text = typeof damaged === 'string' ? damaged : JSON.stringify(damaged);
        files.set(name, Buffer.from(text));
      }
      expect(await memoryOf(APPLY).recall('key')).toEqual(NOTHING);
    });

    test('logs that a record could not be written, and goes on', async () => {
      const log = jest.fn();
      folder = {
        ...folder,
        write: () => {
          throw new Error('ENOSPC: no space left on device');
        },
      };
      await memoryOf(APPLY, { log }).remember('key', choiceOf('m-1'));
      expect(log).toHaveBeenCalledWith('warn', expect.stringContaining('ENOSPC'));
    });

    test('has records of more than a week ago removed, and nothing else', async () => {
      const day = 86_400_000;
      await memoryOf(APPLY, { now: () => 10 * day }).remember('key', choiceOf('m-1'));
      const [[hasOwnName, before] = []] = jest.mocked(folder.removeOld).mock.calls;
      expect(before).toBe(3 * day);
      expect([...files.keys()].map((name) => hasOwnName?.(name))).toEqual([true]);
      expect(['notes.txt', 'choice-1.json', 'server.cache'].filter((n) => hasOwnName?.(n))).toEqual(
        [],
      );
    });
  });

  describe('with a saved plan', () => {
    test('recalls what that plan chose, also under other credentials', async () => {
      const plan = await savedPlan(['m-1', { accessKey: 'then' }], ['m-2', {}, 'another key']);
      expect(await memoryOf(SAVED, plan).recall('key')).toEqual({
        found: 'choice',
        choice: choiceOf('m-1'),
      });
      expect(await memoryOf(SAVED, plan).recall('a third key')).toEqual(NOTHING);
    });

    test('takes the choice of its own configuration where others chose differently', async () => {
      const plan = await savedPlan(['m-1', { account: 1 }], ['m-2', { account: 2 }]);
      const configuration = { account: 2 };
      expect(await memoryOf(SAVED, { ...plan, configuration }).recall('key')).toMatchObject({
        choice: choiceOf('m-2'),
      });
    });

    test('reports a conflict where it is unclear which choice is meant', async () => {
      const plan = await savedPlan(['m-1', { account: 1 }], ['m-2', { account: 2 }]);
      expect(await memoryOf(SAVED, plan).recall('key')).toEqual({
        found: 'conflict',
        choices: [choiceOf('m-1'), choiceOf('m-2')],
      });
    });

    test('ignores resources that the provider did not mark', async () => {
      const value = encodeMsgpack(choiceOf('m-1'), TYPE);
      expect(decodeMsgpack(value, TYPE)).toEqual(choiceOf('m-1'));
      const marks = ['', '{}', 'null', '{"key":"key"}'];
      const readSavedPlan = async () =>
        marks.map((mark) => ({ private: Buffer.from(mark), value }));
      expect(await memoryOf(SAVED, { readSavedPlan }).recall('key')).toEqual(NOTHING);
    });

    test('does not fall back on records of the run', async () => {
      await memoryOf({ id: SAVED.id }).remember('key', choiceOf('m-1'));
      const readSavedPlan = async () => [];
      expect(await memoryOf(SAVED, { readSavedPlan }).recall('key')).toEqual(NOTHING);
    });

    test('says why the plan cannot be read', async () => {
      const readSavedPlan = async () => ({ unreadable: 'the file is encrypted' });
      expect(await memoryOf(SAVED, { readSavedPlan }).recall('key')).toEqual({
        found: 'unreadable-plan',
        reason: 'the file is encrypted',
      });
      const [damaged] = await (await savedPlan(['m-1', {}])).readSavedPlan();
      const withWrongType = async () => [
        { private: damaged?.private ?? Buffer.of(), value: Buffer.of(0xc3) },
      ];
      expect(await memoryOf(SAVED, { readSavedPlan: withWrongType }).recall('key')).toMatchObject({
        found: 'unreadable-plan',
      });
    });
  });
});

test('the parent process is found as the system reports it', async () => {
  const { id, commandLine } = await readParentProcess(process.platform, process.pid);
  expect(commandLine[0]).toContain('node');
  expect(await readParentProcess(process.platform, process.pid)).toEqual({ id, commandLine });
  // Linux has it from /proc; the way of the others must give as much.
  const other = await readParentProcess('darwin', process.pid);
  expect(other.commandLine[0]).toContain('node');
  expect(other.id).toMatch(new RegExp(`^${process.pid}:.`));
});
