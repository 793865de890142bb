import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readRegularFile } from '../../provider/credentials/read-file';

const folder = mkdtempSync(join(tmpdir(), 'cloudimages-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readRegularFile', () => {
  it('reads a file, also through a symbolic link', async () => {
    const file = join(folder, 'profile');
    writeFileSync(file, '名=1\n');
    symlinkSync(file, join(folder, 'link'));
    await expect(readRegularFile(file)).resolves.toBe('名=1\n');
    await expect(readRegularFile(join(folder, 'link'))).resolves.toBe('名=1\n');
  });

  it('does not wait for a named pipe that nobody writes to', async () => {
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    await expect(readRegularFile(pipe)).rejects.toMatchObject({ code: 'ENOTFILE' });
  });

  it.each([
    ['/dev/zero', 'ENOTFILE'],
    [folder, 'ENOTFILE'],
    [join(folder, 'missing'), 'ENOENT'],
    [join(__filename, 'below'), 'ENOTDIR'],
  ])('rejects %s with %s', async (path, code) => {
    await expect(readRegularFile(path)).rejects.toMatchObject({ code });
  });

  it('does not read a file that is too large for a profile', async () => {
    const large = join(folder, 'large');
    writeFileSync(large, '');
    truncateSync(large, 5 * 1024 * 1024);
    await expect(readRegularFile(large)).rejects.toMatchObject({ code: 'EFBIG' });
  });
});
