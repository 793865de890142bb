import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parsePlatforms, PLATFORMS } from '../../provider/cli/terraform-package/files';
import {
  makeFolders,
  replaceFolder,
  writeWhole,
} from '../../provider/cli/terraform-package/folders';
import { isImageError } from '../../provider/errors/image-error';
import { temporaryFolder } from './harness/stack';

/** The error of a call, which must be one of ours. */
async function errorOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => 'no error',
    (thrown: unknown) => thrown,
  );
  if (!isImageError(error)) throw new Error(`not an ImageError: ${String(error)}`);
  return error.message;
}

describe('making folders', () => {
  test('makes what is missing, also below a link that the user named', async () => {
    const folder = temporaryFolder();
    expect(await makeFolders(path.join(folder, 'a', 'b'), 'c', 'd')).toBe(
      path.join(folder, 'a/b/c/d'),
    );
    symlinkSync(path.join(folder, 'a'), path.join(folder, 'link'));
    await makeFolders(path.join(folder, 'link', 'b'), 'c', 'e');
    expect(readdirSync(path.join(folder, 'a/b/c'))).toEqual(['d', 'e']);
  });

  test('rejects a link below the folder that the user named', async () => {
    const folder = temporaryFolder();
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, path.join(folder, 'terraform.d'));
    expect(await errorOf(makeFolders(folder, 'terraform.d', 'plugins'))).toBe(
      `[invalid-configuration] cannot use ${folder}/terraform.d: it is a symbolic link`,
    );
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test.each(['/dev/null', '/dev/null/below', __filename])('rejects %s', async (place) => {
    expect(await errorOf(makeFolders(place, 'x'))).toContain('cannot use');
  });

  test('names the folder that the system does not let be made', async () => {
    // Without /proc, as on macOS, the folder above it cannot be made either.
    const place = existsSync('/proc') ? '/proc/cloudimages/x' : '/dev/null/x';
    expect(await errorOf(makeFolders(place))).toMatch(/cannot use \/(proc\/cloudimages|dev\/null)/);
  });
});

describe('replacing a folder', () => {
  test('removes what ended processes left, and nothing else', async () => {
    const parent = temporaryFolder();
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const others = ['linux_arm64.new-1', 'linux_amd64.new-x', `linux_amd64.new-${process.ppid}`];
    for (const name of [...others, `linux_amd64.new-${ended}`, 'linux_amd64']) {
      mkdirSync(path.join(parent, name));
    }
    writeFileSync(path.join(parent, 'linux_amd64', 'old'), '');
    await replaceFolder(path.join(parent, 'linux_amd64'), async (fresh) =>
      writeFileSync(path.join(fresh, 'new'), ''),
    );
    expect(readdirSync(parent).toSorted()).toEqual([...others, 'linux_amd64'].toSorted());
    expect(readdirSync(path.join(parent, 'linux_amd64'))).toEqual(['new']);
  });

  test('keeps the old folder, and leaves nothing behind, where it cannot be filled', async () => {
    const parent = temporaryFolder();
    mkdirSync(path.join(parent, 'linux_amd64'));
    const fill = () => Promise.reject(new Error('ENOSPC: no space left on device'));
    expect(await errorOf(replaceFolder(path.join(parent, 'linux_amd64'), fill))).toContain(
      'ENOSPC',
    );
    expect(readdirSync(parent)).toEqual(['linux_amd64']);
  });
});

describe('writing a file', () => {
  test('replaces a link instead of following it', async () => {
    const folder = temporaryFolder();
    const [file, target] = [path.join(folder, 'file'), path.join(folder, 'target')];
    writeFileSync(target, 'of somebody else');
    symlinkSync(target, file);
    await writeWhole(file, Buffer.from('ours'));
    expect(readFileSync(target, 'utf8')).toBe('of somebody else');
    rmSync(target);
    expect(readFileSync(file, 'utf8')).toBe('ours');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('leaves nothing behind where a folder has the name', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'file', 'full'), { recursive: true });
    expect(await errorOf(writeWhole(path.join(folder, 'file'), Buffer.of()))).toContain('file');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('platforms by name', () => {
  test('are one or more, without repetition, or all', () => {
    expect(parsePlatforms(['linux_amd64', 'darwin_arm64', 'linux_amd64'])).toEqual([
      { os: 'linux', arch: 'amd64' },
      { os: 'darwin', arch: 'arm64' },
    ]);
    expect(parsePlatforms(['linux_amd64', 'all'])).toBe(PLATFORMS);
  });

  test('that are not supported are an error with those that are', () => {
    expect(() => parsePlatforms(['solaris_amd64'])).toThrow(/"solaris_amd64".*all, darwin_amd64/);
  });
});
