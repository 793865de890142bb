/** The engine's configuration on the command line: flags over a file. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { run, withEnvironment } from './command-line';

let simulator: Simulator;
let folder: string;
let restore: () => void;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

beforeEach(() => {
  simulator.world.reset();
  folder = mkdtempSync(path.join(tmpdir(), 'cloudimages-cli-'));
  const credentials = Object.entries(simulator.environment).filter(
    ([name]) => !name.startsWith('CLOUDIMAGES_ENDPOINT_'),
  );
  restore = withEnvironment({ ...Object.fromEntries(credentials), HOME: folder });
});
afterEach(() => {
  restore();
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const UBUNTU = ['--name', 'ubuntu_22_04_x64_20G_alibase_20240926.vhd', '-o', 'ids'];
const FOUND = { code: 0, out: 'ubuntu_22_04_x64_20G_alibase_20240926.vhd\n' };

test('--config gives the default targets and the endpoint', async () => {
  const configuration = {
    targets: ['alicloud/cn-hangzhou'],
    alicloud: { endpoint: simulator.endpoints.alicloud },
  };
  const file = write('configuration.json', JSON.stringify(configuration));
  expect(await run(['find', '--config', file, ...UBUNTU])).toMatchObject(FOUND);
  Object.assign(process.env, { CLOUDIMAGES_CONFIG: file });
  expect(await run(['find', ...UBUNTU])).toMatchObject(FOUND);
});

test('flags win over the file, field by field', async () => {
  const configuration = {
    targets: ['alicloud/cn-hangzhou'],
    timeoutSeconds: 0,
    alicloud: { endpoint: 'http://127.0.0.1:9' },
  };
  const file = write('configuration.json', JSON.stringify(configuration));
  const flags = ['--endpoint', `alicloud=${simulator.endpoints.alicloud}`, '--timeout', '60'];
  expect(await run(['find', '--config', file, ...flags, ...UBUNTU])).toMatchObject(FOUND);
});

test('--profile chooses the credentials', async () => {
  mkdirSync(path.join(folder, '.aliyun'));
  const { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret } =
    simulator.environment;
  const keys = { access_key_id: id, access_key_secret: secret, region_id: 'cn-hangzhou' };
  const profiles = [
    { ...keys, name: 'default', mode: 'AK', access_key_id: 'wrong' },
    { ...keys, name: 'team', mode: 'AK' },
  ];
  write('.aliyun/config.json', JSON.stringify({ current: 'default', profiles }));
  // A process of its own: the home folder is that of the process.
  const executable = path.join(__dirname, '../../provider/bin/cloudimages.js');
  const flags = ['--target', 'alicloud/cn-hangzhou', '--profile', 'alicloud=team'];
  const endpoint = ['--endpoint', `alicloud=${simulator.endpoints.alicloud}`];
  const child = spawn(process.execPath, [executable, 'find', ...flags, ...endpoint, ...UBUNTU], {
    env: { PATH: process.env['PATH'], HOME: folder },
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await once(child, 'close');
  expect({ code: child.exitCode, out }).toEqual(FOUND);
});

test('--publisher names accounts for --owner', async () => {
  const endpoint = ['--endpoint', `alicloud=${simulator.endpoints.alicloud}`];
  const query = ['--target', 'alicloud/cn-hangzhou', '--owner', 'platform-team', ...endpoint];
  expect((await run(['find', ...query])).err).toMatch(/--owner: .*platform-team/);
  const publisher = ['--publisher', 'platform-team.alicloud=1234567890123456', '-o', 'json'];
  const { code, out } = await run(['find', ...query, ...publisher]);
  expect(code).toBe(0);
  const owners = JSON.parse(out).images.map((image: { ownerId: string }) => image.ownerId);
  expect([...new Set(owners)]).toEqual(['1234567890123456']);
});

test('--timeout limits the look-up', async () => {
  simulator.world.setFaults([{ kind: 'hang' }]);
  const flags = ['--endpoint', `alicloud=${simulator.endpoints.alicloud}`, '--timeout', '1'];
  const { code, err } = await run(['find', '--target', 'alicloud/cn-hangzhou', ...flags]);
  expect(code).toBe(1);
  expect(err).toContain('1 s');
});

test.each([
  ['a flag without "="', ['--profile', 'production'], '--profile "production" has no "="'],
  ['an unknown cloud', ['--endpoint', 'alcloud=http://127.0.0.1:1'], 'alcloud'],
  ['a timeout that is not a number', ['--timeout', 'soon'], 'timeoutSeconds'],
  ['a file that does not exist', ['--config', '/nonexistent'], 'cannot be read: ENOENT'],
  ['a folder', ['--config', '/'], 'not a regular file'],
])('%s is invalid configuration', async (_, flags, said) => {
  const { code, out, err } = await run(['find', '--target', 'alicloud/cn-hangzhou', ...flags]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^Invalid configuration: /);
  expect(err).toContain(said);
});

test('a configuration file that is not JSON is reported by its name', async () => {
  const file = write('broken.json', '{ targets: }');
  const { code, err } = await run(['find', '--config', file]);
  expect(code).toBe(2);
  expect(err).toContain(`the configuration file ${file} is not valid JSON`);
});

test('a pipe as configuration file is refused instead of waited for', async () => {
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { code, err } = await run(['find', '--config', pipe]);
  expect(code).toBe(2);
  expect(err).toContain('not a regular file');
});
