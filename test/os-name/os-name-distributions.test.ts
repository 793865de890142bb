import { DISTRIBUTIONS, DISTROS } from '../../provider/os-name/distributions';
import type { Distribution } from '../../provider/os-name/distributions';
import { readOsName } from '../../provider/os-name/os-name';
import { OS_NAMES } from './os-name-table';

const rows: readonly Distribution[] = DISTRIBUTIONS;
const ids: readonly string[] = DISTROS;

describe('the table of distributions', () => {
  it('has each id once', () => {
    expect(new Set(ids).size).toBe(rows.length);
  });

  it('has each name in one row, as lower-case words with single blanks', () => {
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
    rows.flatMap((row) =>
      Object.entries(row.codenames ?? {}).map(([word, version]) => ({ row, word, version })),
    ),
  )(
    'reads the code name $word as the version $version that is written',
    ({ row, word, version }) => {
      expect(readOsName({ name: `${row.names[0]} ${word}` }).osVersion).toBe(version);
      expect(readOsName({ name: `${row.names[0]} ${version}` }).osVersion).toBe(version);
    },
  );

  it('is covered by the table of real names, but for the rarest', () => {
    const covered = new Set(OS_NAMES.map(([, distro]) => distro));
    const rare = ['scientific', 'cloudlinux', 'mageia', 'clear', 'azurelinux', 'netbsd'];
    expect(ids.filter((id) => !covered.has(id))).toEqual(rare);
  });
});
