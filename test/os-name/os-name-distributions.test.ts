import { CODE_NAMES, codeName } from '../../provider/os-name/code-names';
import { DISTRIBUTIONS, DISTROS } from '../../provider/os-name/distributions';
import type { Distribution } from '../../provider/os-name/distributions';
import { readOsName } from '../../provider/os-name/os-name';
import { OS_NAMES } from './os-name-table';

const rows: readonly Distribution[] = DISTRIBUTIONS;
const ids: readonly string[] = DISTROS;

describe('the table of distributions', () => {
  it('has each distribution id once', () => {
    expect(new Set(ids).size).toBe(rows.length);
  });

  it('has each name in one row only, as lower-case words with single blanks', () => {
    const names = rows.flatMap((row) => row.names);
    expect(new Set(names).size).toBe(names.length);
    const words = rows.flatMap((row) => [
      ...row.names,
      ...(row.beforeVersion ?? []),
      ...(row.touchingVersion ?? []),
    ]);
    for (const word of words) {
      expect(word).toMatch(/^(?:[a-z]+|[0-9]+|\p{Script=Han}+)(?: (?:[a-z]+|[0-9]+))*$/u);
    }
  });

  it('refers only to distributions that it has', () => {
    for (const row of rows) {
      for (const id of [...(row.refines ?? []), row.becomes?.id ?? row.id])
        expect(ids).toContain(id);
    }
  });

  it.each(rows.flatMap((row) => row.names.map((name) => ({ id: row.id, name }))))(
    'reads "$name" as $id',
    ({ id, name }) => {
      expect(readOsName({ name }).distro).toBe(id);
      expect(readOsName({ name: `my-${name.replaceAll(' ', '_')}-image` }).distro).toBe(id);
    },
  );

  it.each(rows.flatMap((row) => (row.alone ?? []).map((name) => ({ id: row.id, name }))))(
    'reads "$name" as $id where it is the whole of a field',
    ({ id, name }) => {
      expect(readOsName({ platform: name }).distro).toBe(id);
    },
  );

  it.each(
    Object.entries(CODE_NAMES).flatMap(([id, names]) =>
      Object.entries(names).map(([word, version]) => ({ id, word, version })),
    ),
  )('reads the code name $word of $id as version $version', ({ id, word, version }) => {
    expect(codeName(word)).toEqual({ distro: id, version });
    expect(readOsName({ name: `${id} ${word}` }).osVersion).toBe(version);
    expect(readOsName({ name: `${id} ${version}` }).osVersion).toBe(version);
    // A code name alone states the distribution too.
    const alone = readOsName({ name: `${word}-server-amd64.img` });
    expect([alone.distro, alone.osVersion]).toEqual([id, version]);
  });

  it('knows the code names up to the newest ones that the vendors have announced', () => {
    // Ubuntu announces a name about a year before the release, Debian two releases ahead.
    expect(Object.entries(CODE_NAMES.ubuntu).at(-1)).toEqual(['stonking', '26.10']);
    expect(Object.entries(CODE_NAMES.debian).at(-1)).toEqual(['duke', '15']);
    expect(Object.entries(CODE_NAMES.macos).at(-1)).toEqual(['tahoe', '26']);
  });

  it.each([
    ['ubuntu-zany-31.04-amd64-server', 'ubuntu', '31.04'],
    ['Ubuntu Zany 31.04 Server 64-bit', 'ubuntu', '31.04'],
    ['Debian Zurg (18.2)', 'debian', '18.2'],
    ['debian-zurg-18', 'debian', '18'],
    ['debian-zurg-amd64-18', 'debian', '18'],
    ['Fedora-Cloud-Base-AmazonEC2.x86_64-41-1.4', 'fedora', '41'],
  ])('reads the version behind a code name that it does not know: %s', (name, distro, version) => {
    const read = readOsName({ name });
    expect([read.distro, read.osVersion]).toEqual([distro, version]);
  });

  it.each([
    ['the number of a product', 'ubuntu-docker-20.10'],
    ['the number of a product', 'debian-kernel-6.1'],
    ['the number of a machine', 'debian-worker-12'],
    ['a serial number', 'debian-shop-01'],
    ['a year alone', 'ubuntu-shop-22'],
    ['a version with a v', 'debian-shop-v3'],
    ['a number behind two unknown words', 'debian-corner-shop-3'],
    ["another product's part of an Azure URN", 'haproxy-technologies:hapee-rhel:2_2r1:2022.09.22'],
  ])('reads no version from %s: %s', (_, name) => {
    expect(readOsName({ name }).distro).toBeDefined();
    expect(readOsName({ name }).osVersion).toBeUndefined();
  });

  it('is covered by the table of names, except for the rarest distributions', () => {
    const covered = new Set(OS_NAMES.map(([, distro]) => distro));
    const rare = ['scientific', 'cloudlinux', 'mageia', 'clear', 'azurelinux', 'netbsd'];
    expect(ids.filter((id) => !covered.has(id))).toEqual(rare);
  });
});
