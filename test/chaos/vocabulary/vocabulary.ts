/** What the harness must know of a cloud. A new cloud is one file that exports a `Vocabulary`. */
import type { CloudId, ImageOwner } from '../../../simulator/index';
import type { Draft, Drawn } from '../truth';

/** A vendor's code and the HTTP status that comes with it. */
export type Refusal = readonly [code: string, status: number];

export interface Vocabulary {
  readonly cloud: CloudId;
  /** Places to look: two regions, for Zenlayer availability zones; one where there are no regions. */
  readonly regions: readonly [string, ...string[]];
  /** Types of operating systems that the cloud has images of. Default: all of them. */
  readonly osTypes?: readonly Draft['system']['osType'][];
  /** Whose images the API can tell apart. */
  readonly owners: readonly ImageOwner[];
  /** The conditions that the API can answer; the others are `unsupported-filter`. */
  readonly answers: Readonly<Record<'family' | 'tags' | 'cloudInit', boolean>>;
  /** A draft in the API's words, and what a reader of those words can know. */
  readonly render: (draft: Draft) => Drawn;
  /** Where a body has its rows, and where its total. */
  readonly rowsAt: readonly string[];
  readonly totalAt: readonly string[];
  readonly idField: string;
  /** What the account keeps secret. */
  readonly secret: string;
  /** A refusal in the API's own shape. */
  readonly refuse: (code: string, message: string, status: number) => WireBody;
  readonly codes: Readonly<
    Record<
      'throttled' | 'unavailable' | 'unauthenticated' | 'forbidden' | 'bad-request' | 'absent',
      readonly Refusal[]
    >
  >;
}

export interface WireBody {
  readonly status: number;
  readonly body: string;
}

/** A code of eight letters, another one for each number. */
export function letters(serial: number): string {
  let left = Math.imul(serial + 1, 0x9e3779b1) >>> 0;
  let code = '';
  for (let index = 0; index < 8; index += 1) {
    code += 'bcdfghjkmnpqrstvwxyz'[left % 20];
    left = Math.floor(left / 20) + index * 7;
  }
  return code;
}

/** `20240322` */
export function compactDate(date: string): string {
  return date.replaceAll('-', '');
}

/** The name that an account gives: words without meaning, a variant, a date. */
export function accountName({ words, variant, buildDate }: Draft): string {
  return [
    ...words,
    ...(variant === undefined ? [] : [variant.word.toLowerCase()]),
    ...(buildDate === undefined ? [] : [compactDate(buildDate)]),
  ].join('-');
}

/** Words of a name that are no plain OS: those without meaning, and those that say a variant. */
export function oddWordsOf({ words, variant }: Draft): number {
  return words.length + Number(variant !== undefined);
}

/** The facts that every cloud's names tell alike. */
export function sharedTruth(
  draft: Draft,
): Pick<Drawn['truth'], 'osType' | 'distro' | 'osVersion' | 'variant' | 'edition' | 'language'> {
  const isWindows = draft.system.osType === 'windows';
  return {
    osType: draft.system.osType,
    distro: draft.system.distro,
    osVersion: draft.version,
    variant: draft.variant?.variant ?? 'base',
    edition: isWindows ? draft.edition : undefined,
    language: isWindows ? draft.language : undefined,
  };
}
