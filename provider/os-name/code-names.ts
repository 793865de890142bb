/** Release code names. Data: each new release of Ubuntu, Debian and macOS adds a line here. */
import { once } from './once';

/**
 * The version that a code name stands for, by distribution. It counts only where no number is
 * written. `docs/os-names.md` says where the vendors publish the names.
 *
 * @see https://wiki.ubuntu.com/Releases
 * @see https://wiki.debian.org/DebianReleases
 */
export const CODE_NAMES = {
  ubuntu: {
    warty: '4.10',
    hoary: '5.04',
    breezy: '5.10',
    dapper: '6.06',
    edgy: '6.10',
    feisty: '7.04',
    gutsy: '7.10',
    hardy: '8.04',
    intrepid: '8.10',
    jaunty: '9.04',
    karmic: '9.10',
    lucid: '10.04',
    maverick: '10.10',
    natty: '11.04',
    oneiric: '11.10',
    precise: '12.04',
    quantal: '12.10',
    raring: '13.04',
    saucy: '13.10',
    trusty: '14.04',
    utopic: '14.10',
    vivid: '15.04',
    wily: '15.10',
    xenial: '16.04',
    yakkety: '16.10',
    zesty: '17.04',
    artful: '17.10',
    bionic: '18.04',
    cosmic: '18.10',
    disco: '19.04',
    eoan: '19.10',
    focal: '20.04',
    groovy: '20.10',
    hirsute: '21.04',
    impish: '21.10',
    jammy: '22.04',
    kinetic: '22.10',
    lunar: '23.04',
    mantic: '23.10',
    noble: '24.04',
    oracular: '24.10',
    plucky: '25.04',
    questing: '25.10',
    resolute: '26.04',
    stonking: '26.10',
  },
  debian: {
    hamm: '2.0',
    slink: '2.1',
    potato: '2.2',
    woody: '3.0',
    sarge: '3.1',
    etch: '4',
    lenny: '5',
    squeeze: '6',
    wheezy: '7',
    jessie: '8',
    stretch: '9',
    buster: '10',
    bullseye: '11',
    bookworm: '12',
    trixie: '13',
    forky: '14',
    duke: '15',
  },
  macos: { monterey: '12', ventura: '13', sonoma: '14', sequoia: '15', tahoe: '26' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** What a code name stands for. */
export interface CodeName {
  readonly distro: keyof typeof CODE_NAMES;
  readonly version: string;
}

const byWord = once(
  () =>
    new Map<string, CodeName>(
      Object.entries(CODE_NAMES).flatMap(([distro, names]) =>
        Object.entries(names).map(
          ([word, version]) => [word, { distro: distro as CodeName['distro'], version }] as const,
        ),
      ),
    ),
);

/** The release that a lower-case word is the code name of. */
export const codeName = (word: string): CodeName | undefined => byWord().get(word);
