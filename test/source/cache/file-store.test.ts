import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createFileStore } from '../../../provider/source/cache/file-store';
import { temporaryFolder } from '../../terraform/harness/stack';

const nameOf = (digit: string): string => digit.repeat(64);
const CONTENT = Buffer.from('content');

describe('the file store', () => {
  let folder: string;
  beforeEach(() => (folder = path.join(temporaryFolder(), 'cloudimages', 'listings')));

  test('reads what was written, in a folder and files that only the user can open', async () => {
    const store = createFileStore(folder);
    expect(await store.read(nameOf('a'))).toBeUndefined();
    await store.write(nameOf('a'), CONTENT, 1000);
    expect(await store.read(nameOf('a'))).toEqual(CONTENT);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, `${nameOf('a')}.listing`)).mode & 0o777).toBe(0o600);
    expect(await store.status()).toEqual({ listings: 1, bytes: CONTENT.length });
  });

  test('does not follow a link', async () => {
    const secret = path.join(temporaryFolder(), 'secret');
    writeFileSync(secret, 'secret');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    symlinkSync(secret, path.join(folder, `${nameOf('a')}.listing`));
    const store = createFileStore(folder);
    expect(await store.read(nameOf('a'))).toBeUndefined();
    expect(await store.status()).toEqual({ listings: 0, bytes: 0 });
  });

  test('removes the oldest listings above its limit', async () => {
    const store = createFileStore(folder, 3 * CONTENT.length);
    for (const [age, digit] of ['a', 'b', 'c'].entries()) {
      await store.write(nameOf(digit), CONTENT, 1000);
      const time = new Date(Date.UTC(2026, 0, 1 + age));
      utimesSync(path.join(folder, `${nameOf(digit)}.listing`), time, time);
    }
    await store.write(nameOf('d'), CONTENT, 1000);
    expect(await store.read(nameOf('a'))).toBeUndefined();
    expect(await store.status()).toEqual({ listings: 3, bytes: 3 * CONTENT.length });
    await store.write(nameOf('e'), Buffer.alloc(3 * CONTENT.length + 1), 1000);
    expect(await store.read(nameOf('e'))).toBeUndefined();
    expect((await store.status()).listings).toBe(3);
  });

  test('clears its own files only', async () => {
    const store = createFileStore(folder);
    await store.write(nameOf('a'), CONTENT, 1000);
    writeFileSync(path.join(folder, 'notes.txt'), 'of the user');
    expect(await store.clear()).toBe(1);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test('gives the right to list to one at a time', async () => {
    const [one, other] = [createFileStore(folder), createFileStore(folder)];
    const lease = await one.tryLease(nameOf('a'), 5000);
    expect(lease?.isHeld()).toBe(true);
    expect(await other.tryLease(nameOf('a'), 5000)).toBeUndefined();
    const elsewhere = await other.tryLease(nameOf('b'), 5000);
    expect(elsewhere?.isHeld()).toBe(true);
    await elsewhere?.release();
    await lease?.release();
    expect(lease?.isHeld()).toBe(false);
    const next = await other.tryLease(nameOf('a'), 5000);
    expect(next?.isHeld()).toBe(true);
    await next?.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes over the right of a process that died', async () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const left = path.join(folder, `${nameOf('a')}.lock`);
    mkdirSync(left);
    const store = createFileStore(folder);
    expect(await store.tryLease(nameOf('a'), 5000)).toBeUndefined();
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(left, longAgo, longAgo);
    const lease = await store.tryLease(nameOf('a'), 5000);
    expect(lease?.isHeld()).toBe(true);
    await lease?.release();
  });
});
