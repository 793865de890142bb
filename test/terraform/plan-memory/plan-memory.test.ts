import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {
  keepChoices,
  type ChoicesOptions,
} from '../../../provider/terraform/plan-memory/plan-memory';
import { readParentProcess } from '../../../provider/terraform/plan-memory/parent-process';
import type { TerraformRun } from '../../../provider/terraform/plan-memory/terraform-run';
import { temporaryFolder } from '../harness/stack';

const PLAN: TerraformRun = { id: 'plan', appliesSavedPlan: false };
const LATER: TerraformRun = { id: 'later', appliesSavedPlan: false };
const SAVED: TerraformRun = { id: 'later', appliesSavedPlan: true };

describe('choices', () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = temporaryFolder();
  });

  const choicesOf = (run: TerraformRun | undefined, changes: Partial<ChoicesOptions> = {}) =>
    keepChoices({
      dataDirectory,
      configuration: {},
      run: async () => run,
      now: Date.now,
      log: () => undefined,
      ...changes,
    });

  test('are recalled in the same run, and where its plan is applied', async () => {
    await choicesOf(PLAN).remember('key', { id: 'm-1' });
    expect(await choicesOf(PLAN).recall('key')).toEqual({ id: 'm-1' });
    expect(await choicesOf(SAVED).recall('key')).toEqual({ id: 'm-1' });
  });

  test('are not recalled in a new plan, which replaces them', async () => {
    await choicesOf(PLAN).remember('key', { id: 'm-1' });
    expect(await choicesOf(LATER).recall('key')).toBeUndefined();
    await choicesOf(LATER).remember('key', { id: 'm-2' });
    expect(await choicesOf(SAVED).recall('key')).toEqual({ id: 'm-2' });
  });

  test('are told apart by what they depend on', async () => {
    const configuration = { alicloud: { accessKey: 'key of another account' } };
    await choicesOf(PLAN).remember('key', 'one');
    await choicesOf(PLAN, { configuration }).remember('key', 'other');
    expect(await choicesOf(PLAN).recall('key')).toBe('one');
    expect(await choicesOf(PLAN).recall('another key')).toBeUndefined();
  });

  test('hold nothing of the configuration', async () => {
    const configuration = { alicloud: { secretKey: 'secret-value' } };
    await choicesOf(PLAN, { configuration }).remember('key', 'one');
    const [name = ''] = readdirSync(path.join(dataDirectory, 'cloudimages'));
    const text = readFileSync(path.join(dataDirectory, 'cloudimages', name), 'utf8');
    expect(`${name}${text}`).not.toContain('secret-value');
  });

  test('are not kept where the run is unknown', async () => {
    await choicesOf(undefined).remember('key', 'one');
    expect(existsSync(path.join(dataDirectory, 'cloudimages'))).toBe(false);
    await choicesOf(PLAN).remember('key', 'one');
    expect(await choicesOf(undefined).recall('key')).toBeUndefined();
  });

  test('that are damaged are as good as none', async () => {
    await choicesOf(PLAN).remember('key', 'one');
    const [name = ''] = readdirSync(path.join(dataDirectory, 'cloudimages'));
    writeFileSync(path.join(dataDirectory, 'cloudimages', name), '{"run": "pl');
    expect(await choicesOf(PLAN).recall('key')).toBeUndefined();
  });

  test('that cannot be written are told in the log', async () => {
    const file = path.join(dataDirectory, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const log = jest.fn();
    await choicesOf(PLAN, { dataDirectory: file, log }).remember('key', 'one');
    expect(log).toHaveBeenCalledWith('warn', expect.stringContaining('could not be kept'));
  });

  test('of a month ago are removed', async () => {
    await choicesOf(PLAN).remember('old', 'one');
    const folder = path.join(dataDirectory, 'cloudimages');
    const [old = ''] = readdirSync(folder);
    utimesSync(path.join(folder, old), new Date(0), new Date(0));
    await choicesOf(PLAN).remember('new', 'two');
    expect(await choicesOf(PLAN).recall('old')).toBeUndefined();
    expect(await choicesOf(PLAN).recall('new')).toBe('two');
  });
});

test('the parent process is found as the system tells of it', async () => {
  const { id, commandLine } = await readParentProcess(process.platform, process.pid);
  expect(commandLine[0]).toContain('node');
  expect(await readParentProcess(process.platform, process.pid)).toEqual({ id, commandLine });
  // Linux has it from /proc; the way of the others must give as much.
  const other = await readParentProcess('darwin', process.pid);
  expect(other.commandLine[0]).toContain('node');
  expect(other.id).toMatch(new RegExp(`^${process.pid}:.`));
});
