/**
 * How well names are read: 2,658 real names of fifteen clouds and of the vendors' own files, with
 * what their sources say of them. The share that is read right is in the titles of the tests and,
 * with every name that is read wrong, in the golden file.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readOsName } from '../../provider/os-name/os-name';
import type { OsNames } from '../../provider/os-name/os-name';
import { isVersionPrefix } from '../../provider/os-name/version';
import { expectGolden } from '../golden/golden';

type Field = 'distro' | 'osVersion' | 'architecture' | 'osType' | 'variant';

interface Row extends OsNames {
  readonly name: string;
  readonly truth: Readonly<Partial<Record<Field, string>>>;
}

/** Names that the truth of their source does not fit, and why. */
interface Exception {
  readonly field: Field;
  readonly names: RegExp;
  readonly why: string;
}

const file = path.join(__dirname, '../fixtures/real-names.json');
const ROWS = Object.values(
  JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, readonly Row[]>>,
).flat();

const EXCEPTIONS: readonly Exception[] = [
  {
    field: 'distro',
    names: /^SUSE:opensuse-leap-15-6-arm64:gen2:/,
    why: 'the source takes the publisher of openSUSE for the distribution',
  },
  {
    field: 'distro',
    names: /^AlmaLinux 8$/,
    why: 'the image says CentOS in its property os_distro, but AlmaLinux in its name',
  },
  {
    field: 'osVersion',
    names: /^Debian:debian-10:10:0\.20240430\.1733$|^Debian:debian-11:11:0\.20250528\.2126$/,
    why: 'the source says Debian 11 of debian-10 and Debian 10 of debian-11',
  },
  {
    field: 'osVersion',
    names: /^Kubernetes 1\.1[67]\.[0-9]+ on Debian 9$/,
    why: 'the source takes the version of Kubernetes for that of Debian',
  },
  {
    field: 'variant',
    names: /^windows-server-.*-dc-core-v|^Windows_Server-20(?:16|19)-English-(?:Core-EKS|Nano)/,
    why: 'the source has no word for Server Core and Nano Server, which are not the plain Windows',
  },
  {
    field: 'variant',
    names: /^RHEL-.*_BETA-|^fedora-.*-beta-/,
    why: 'the source has no word for testing builds: RHEL 9.2 Beta is not the plain newest RHEL',
  },
  {
    field: 'variant',
    names: /^amzn-ami-vpc-nat-/,
    why: 'the source has no word for the image that makes an instance a NAT gateway',
  },
];

/** What says an architecture in a name, apart from the reader's own way. */
const SAYS_ARCHITECTURE =
  /(?<![a-z0-9])(?:amd64|x86[-_]64|x64|arm[-_]?64|aarch64|i[36]86|x32|s390x?|ppc64(?:el|le)?|riscv64|armhf)|x86[-_]64|(?:32|64)(?:[- ]?bit|位)|_(?:32|64)_/i;

const LEAST: Readonly<Record<Field, number>> = {
  distro: 99.5,
  osVersion: 99,
  architecture: 99.9,
  osType: 99.5,
  variant: 99.5,
};

/** Whether what was read is right: a version may say more, a variant is base or another. */
function isRight(field: Field, truth: string, read: string | undefined): boolean {
  switch (field) {
    case 'osVersion':
      return read !== undefined && isVersionPrefix(truth, read);
    case 'variant':
      return (read === 'base') === (truth === 'base');
    case 'architecture':
      return read === (truth === 'foreign' ? undefined : truth);
    case 'distro':
    case 'osType':
      return read === truth;
  }
}

/** Whether a row can be judged: an architecture only where the name says one or one was read. */
function isJudged(field: Field, row: Row, read: string | undefined): boolean {
  if (row.truth[field] === undefined) return false;
  const said = [row.name, row.id, row.osName, row.family].join(' ');
  return field !== 'architecture' || read !== undefined || SAYS_ARCHITECTURE.test(said);
}

interface Judged {
  readonly name: string;
  readonly truth: string;
  readonly read: string | undefined;
  readonly right: boolean;
}

const facts = ROWS.map((row) => readOsName(row));

const judge = (field: Field): readonly Judged[] =>
  ROWS.flatMap((row, i) => {
    const read = facts[i]?.[field];
    const truth = row.truth[field] ?? '';
    if (!isJudged(field, row, read)) return [];
    return [{ name: row.name, truth, read, right: isRight(field, truth, read) }];
  });

const isException = (field: Field, name: string): boolean =>
  EXCEPTIONS.some((exception) => exception.field === field && exception.names.test(name));

const results = (Object.keys(LEAST) as readonly Field[]).map((field) => {
  const judged = judge(field).filter(({ name }) => !isException(field, name));
  const wrong = judged.filter(({ right }) => !right);
  const percent = ((judged.length - wrong.length) / judged.length) * 100;
  const title = `${field}: ${percent.toFixed(2)} % of ${judged.length} names are read right`;
  return { field, percent, wrong, title };
});

const print = ({ name, truth, read = '-' }: Judged): string =>
  `  ${name.trim()}: ${read}, not ${truth}`;

describe('readOsName on real names', () => {
  it('has all 2,658 rows', () => {
    expect(ROWS).toHaveLength(2658);
  });

  it.each(results)('$title', ({ field, percent, wrong, title }) => {
    const failure = [`${title}, fewer than ${LEAST[field]} %:`, ...wrong.map(print)].join('\n');
    expect(percent >= LEAST[field] ? '' : failure).toBe('');
  });

  it('reads the same names wrong as the golden file records', () => {
    const lines = results.flatMap(({ title, wrong }) => [title, ...wrong.map(print)]);
    expectGolden('real-names.txt', lines.join('\n'));
  });

  it.each(EXCEPTIONS)('needs the exception of $field for $names: $why', ({ field, names }) => {
    const excepted = judge(field).filter(({ name }) => names.test(name));
    expect(excepted.length).toBeGreaterThan(0);
    expect(excepted.filter(({ right }) => right)).toEqual([]);
  });
});
