import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, overriddenStack } from './harness/engines';
import type { Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const LOOK_UP = `
data "cloudimages_image" "one" {
  targets      = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent  = true
}
`;

describeWithEngine('terraform', "the code cache in the user's cache directory", (engine) => {
  let simulator: Simulator;
  let stack: Stack;
  let folder: string;

  beforeEach(async () => {
    simulator = await startSimulator({ world: smallWorld() });
    stack = overriddenStack(engine, simulator, LOOK_UP);
    folder = path.join(stack.directory, 'cache', 'cloudimages', 'terraform');
  });
  afterEach(async () => {
    stack.remove();
    await simulator.close();
  });

  const plan = async (): Promise<void> => {
    const { code, text } = await stack.run('plan', '-no-color');
    expect(text).not.toContain('Error');
    expect(code).toBe(0);
  };
  const onlyCache = (): string => {
    const names = readdirSync(folder);
    expect(names).toEqual([expect.stringMatching(/^server-[0-9a-f]{16}-[\w.-]+\.cache$/)]);
    return path.join(folder, names[0] ?? '');
  };

  test('is written by the first plan, for this user only, and used by the next', async () => {
    await plan();
    const file = onlyCache();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { mtimeMs, ino } = statSync(file);
    await plan();
    // A cache that V8 does not accept would have been replaced.
    expect(statSync(onlyCache())).toMatchObject({ mtimeMs, ino });
  });

  test('is replaced where V8 does not accept it', async () => {
    await plan();
    const file = onlyCache();
    const { length } = readFileSync(file);
    writeFileSync(file, 'not a code cache');
    await plan();
    expect(readFileSync(file).length).toBeGreaterThan(length / 2);
  });

  test('is not used through a link, nor written there', async () => {
    const elsewhere = path.join(stack.directory, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(path.dirname(folder), { recursive: true });
    symlinkSync(elsewhere, folder);
    await plan();
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('is not needed', async () => {
    const cache = path.join(stack.directory, 'cache');
    rmSync(cache, { recursive: true, force: true });
    writeFileSync(cache, 'a file in its place');
    chmodSync(cache, 0o444);
    await plan();
    expect(readFileSync(cache, 'utf8')).toBe('a file in its place');
  });
});
