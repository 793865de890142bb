import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { openPrivateFolder, userCacheFolder } from '../../provider/files/private-folder';
import { temporaryFolder } from '../terraform/harness/stack';

const CONTENT = Buffer.from('content');
const isOurs = (name: string): boolean => name.startsWith('ours');

describe('a private folder', () => {
  let above: string;
  let place: string;
  beforeEach(() => {
    above = temporaryFolder();
    place = path.join(above, 'cloudimages', 'terraform');
  });

  test('keeps files, open to nobody else', () => {
    const folder = openPrivateFolder(place);
    expect(folder.read('ours')).toBeUndefined();
    folder.write('ours', Buffer.from('old content'));
    folder.write('ours', CONTENT);
    expect(folder.read('ours')).toEqual(CONTENT);
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(place, 'ours')).mode & 0o777).toBe(0o600);
    expect(readdirSync(place)).toEqual(['ours']);
  });

  test.each([
    ['is a link', () => symlinkSync(temporaryFolder(), place)],
    ['is a file', () => writeFileSync(place, '')],
    [
      'can be written by others',
      () => {
        mkdirSync(place);
        chmodSync(place, 0o777);
      },
    ],
  ])('that %s is neither read, written nor cleaned', (_case, make) => {
    mkdirSync(path.dirname(place));
    make();
    const folder = openPrivateFolder(place);
    expect(() => folder.write('ours', CONTENT)).toThrow();
    expect(() => folder.removeOld(isOurs, Infinity)).toThrow();
    expect(folder.read('ours')).toBeUndefined();
  });

  test('below a link is not used', () => {
    const elsewhere = temporaryFolder();
    mkdirSync(path.join(elsewhere, 'terraform'));
    writeFileSync(path.join(elsewhere, 'terraform', 'ours'), CONTENT);
    symlinkSync(elsewhere, path.dirname(place));
    const folder = openPrivateFolder(place);
    expect(folder.read('ours')).toBeUndefined();
    expect(() => folder.write('ours', Buffer.of())).toThrow();
    expect(readFileSync(path.join(elsewhere, 'terraform', 'ours'))).toEqual(CONTENT);
  });

  test.each<[string, (file: string) => void]>([
    [
      'a link',
      (file) => {
        writeFileSync(path.join(above, 'target'), CONTENT);
        symlinkSync(path.join(above, 'target'), file);
      },
    ],
    ['a pipe', (file) => void execFileSync('mkfifo', [file])],
    ['a folder', (file) => mkdirSync(file)],
    [
      'a file that others can write',
      (file) => {
        writeFileSync(file, CONTENT);
        chmodSync(file, 0o666);
      },
    ],
  ])('does not read %s', (_case, make) => {
    mkdirSync(place, { recursive: true });
    make(path.join(place, 'ours'));
    expect(openPrivateFolder(place).read('ours')).toBeUndefined();
  });

  test('leaves nothing behind when a file cannot be put in place', () => {
    mkdirSync(path.join(place, 'ours'), { recursive: true });
    expect(() => openPrivateFolder(place).write('ours', CONTENT)).toThrow();
    expect(readdirSync(place)).toEqual(['ours']);
  });

  test('replaces a link instead of writing through it', () => {
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(above, 'target'), 'of somebody else');
    symlinkSync(path.join(above, 'target'), path.join(place, 'ours'));
    openPrivateFolder(place).write('ours', CONTENT);
    expect(readFileSync(path.join(above, 'target'), 'utf8')).toBe('of somebody else');
    expect(openPrivateFolder(place).read('ours')).toEqual(CONTENT);
  });

  test('removes old files of its own, and nothing else', () => {
    mkdirSync(path.join(place, 'ours-folder'), { recursive: true });
    writeFileSync(path.join(above, 'target'), CONTENT);
    symlinkSync(path.join(above, 'target'), path.join(place, 'ours-link'));
    for (const name of ['ours', 'ours-new', 'ours.1.new', 'ours.2.new', 'notes', 'notes.1.new']) {
      writeFileSync(path.join(place, name), CONTENT);
      const day = name === 'ours-new' || name === 'ours.2.new' ? new Date() : new Date(0);
      utimesSync(path.join(place, name), day, day);
    }
    openPrivateFolder(place).removeOld(isOurs, Date.now() - 86_400_000);
    expect(readdirSync(place).toSorted()).toEqual([
      'notes',
      'notes.1.new',
      'ours-folder',
      'ours-link',
      'ours-new',
      'ours.2.new',
    ]);
    expect(existsSync(path.join(above, 'target'))).toBe(true);
  });
});

describe("the provider's cache folder", () => {
  test.each([
    ['linux', {}, '/home/a', '/home/a/.cache/cloudimages/terraform'],
    ['linux', { XDG_CACHE_HOME: '/c' }, '/home/a', '/c/cloudimages/terraform'],
    ['linux', { XDG_CACHE_HOME: 'relative' }, '/home/a', '/home/a/.cache/cloudimages/terraform'],
    ['darwin', {}, '/Users/a', '/Users/a/Library/Caches/cloudimages/terraform'],
    ['linux', {}, '', undefined],
  ] as const)('on %s with %j and the home "%s" is %s', (platform, environment, home, expected) => {
    expect(userCacheFolder('terraform', { environment, homeDirectory: home, platform })).toBe(
      expected,
    );
  });
});
