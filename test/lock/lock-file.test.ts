import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withEntries } from '../../provider/lock/change';
import type { Lock } from '@cloudimages/lock';
import { changeLockFile, readLockFile } from '../../provider/lock/lock-file';
import { anEntry } from './a-lock';

/** How often a writer is killed; more by `CLOUDIMAGES_TEST_KILLS`. */
const KILLS = Number(process.env['CLOUDIMAGES_TEST_KILLS'] ?? 10);

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-lock-'));
  file = path.join(folder, 'cloudimages.lock.json');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const added = (name: string) => (lock: Lock) =>
  withEntries(
    lock,
    { name, query: { name }, scope: 'public' },
    new Map([['alicloud/cn-hangzhou', anEntry()]]),
  );

describe('the lock file', () => {
  it('that does not exist is no lock', async () => {
    expect(await readLockFile(file)).toBeUndefined();
  });

  it('keeps the changes of many writers at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `query-${index}`);
    await Promise.all(names.map((name) => changeLockFile(file, added(name))));
    const lock = await readLockFile(file);
    expect(Object.keys(lock?.queries ?? {}).toSorted()).toEqual(names.toSorted());
    expect(fs.readdirSync(folder)).toEqual(['cloudimages.lock.json']);
  });

  it('is not written when nothing changes', async () => {
    await changeLockFile(file, added('web'));
    const before = fs.statSync(file).ino;
    await changeLockFile(file, (lock) => lock);
    expect(fs.statSync(file).ino).toBe(before);
  });

  it('is not read through a link, nor from a pipe or a folder', async () => {
    const other = path.join(folder, 'other.json');
    fs.writeFileSync(other, '{}');
    fs.symlinkSync(other, file);
    await expect(readLockFile(file)).rejects.toThrow(/ELOOP|symbolic link/);
    await expect(readLockFile(folder)).rejects.toThrow('not a regular file');
  });

  it('is the old or the new one after its writer was killed at a random moment', async () => {
    await changeLockFile(file, added('first'));
    const script = path.join(__dirname, 'keep-writing.cjs');
    for (let round = 0; round < KILLS; round += 1) {
      const writer = fork(script, [file], { stdio: 'ignore' });
      await new Promise((resolve) => writer.once('message', resolve));
      const reads = 1 + Math.floor(Math.random() * 50);
      for (let read = 0; read < reads; read += 1) {
        expect((await readLockFile(file))?.queries['first']).toBeDefined();
        await new Promise((resolve) => setImmediate(resolve));
      }
      writer.kill('SIGKILL');
      await new Promise((resolve) => writer.once('exit', resolve));
      expect((await readLockFile(file))?.queries['first']).toBeDefined();
      // The next writer need not wait until the lock of this one is stale; the last one does below.
      if (round < KILLS - 1) fs.rmSync(`${file}.lock`, { recursive: true, force: true });
    }
    // The lock of the killed writer is taken over once it is stale.
    await changeLockFile(file, added('after'), { staleMs: 2000 });
    expect((await readLockFile(file))?.queries['after']).toBeDefined();
  }, 600_000);
});
