import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { parseLock, type Lock } from '@cloudimages/lock';
import { run as runCommand, withEnvironment, type Ending } from './command-line';

let simulator: Simulator;
let restore: () => void;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

beforeEach(() => {
  simulator.world.reset();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-cli-lock-'));
  restore = withEnvironment({
    ...simulator.environment,
    CLOUDIMAGES_FILE: path.join(folder, 'cloudimages.json'),
    CLOUDIMAGES_LOCK: '',
  });
});
afterEach(() => {
  restore();
  fs.rmSync(folder, { recursive: true, force: true });
});

const A = 'alicloud/cn-hangzhou';
const WEB = { distro: 'ubuntu', osVersion: '22.04', architecture: 'x86_64', mostRecent: true };

const file = (): string => path.join(folder, 'cloudimages.lock.json');
const project = (data: object): void =>
  fs.writeFileSync(path.join(folder, 'cloudimages.json'), JSON.stringify(data));
const run = (...args: readonly string[]): Promise<Ending> => {
  const [command = '', ...rest] = args;
  return runCommand([command, '--lock-file', file(), ...rest]);
};
const written = (): Lock => parseLock(fs.readFileSync(file(), 'utf8'), 'lock');

describe('lock', () => {
  it('locks the queries of cloudimages.json that are missing', async () => {
    project({ targets: [A], images: { web: WEB } });
    const first = await run('lock');
    expect(first).toMatchObject({ code: 0 });
    expect(Object.keys(written().queries)).toEqual(['web']);
  });
});
