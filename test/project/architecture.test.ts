/** ARCHITECTURE.md names the folders that exist. */
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** Folders whose insides ARCHITECTURE.md lists one by one. */
const LISTED = ['provider', 'sdk'];

const text = fs.readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const tree = text.slice(text.indexOf('## The tree'), text.indexOf('## One look-up'));
const named = [...tree.matchAll(/`([a-z0-9./-]+)`/g)].map(([, name = '']) => name);

const folders = (folder: string): readonly string[] =>
  fs
    .readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !/^\.|^(node_modules|dist|coverage|bin|tmp|cdktf\.out)$/.test(entry.name),
    )
    .map(({ name }) => path.posix.join(folder, name));

describe('the tree in ARCHITECTURE.md', () => {
  it('names only files and folders that exist', () => {
    const missing = named.filter((name) => !fs.existsSync(path.join(ROOT, name)));
    expect(missing).toEqual([]);
  });

  it.each(['.', ...LISTED])('names every folder of %s', (folder) => {
    const unnamed = folders(folder).filter(
      (name) => !named.some((other) => other === name || other.startsWith(`${name}/`)),
    );
    expect(unnamed).toEqual([]);
  });
});
