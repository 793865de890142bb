/** What the simulator keeps about one image: a neutral record that each cloud prints in its own form. */
import { CLOUDS, type CloudId } from './clouds/ids';
import { isRecord, type Json } from './wire';

/** Who owns an image, seen from the simulator's own account. */
export type ImageOwner =
  /** The cloud's own images. */
  | 'public'
  /** Made by the simulator's account. */
  | 'self'
  /** Made by another account and shared with this one. */
  | 'shared'
  /** Sold or published in the cloud's marketplace. */
  | 'marketplace'
  /** Published to everyone by another account; only Alibaba has these. */
  | 'community';

/** One image of the catalog. Fields hold the vendor's own words, so that tests can put any word there. */
export interface CatalogImage {
  readonly cloud: CloudId;
  /** Where the image can be seen: region ids, for Zenlayer availability zone ids. */
  readonly regions: readonly string[];
  /** Unique within the cloud. */
  readonly id: string;
  readonly name: string;
  readonly owner: ImageOwner;
  readonly osType: 'linux' | 'windows' | 'bsd';
  /** The operating system in English, in the vendor's spelling: Alibaba's OSNameEn, Tencent's OsName, Zenlayer's imageVersion. */
  readonly osName: string;
  /** The same in Chinese. Absent: derived from `osName` where the cloud has a Chinese text at all. */
  readonly osNameChinese?: string;
  /** The vendor's platform or category: "CentOS", "Windows Server 2019". */
  readonly platform: string;
  /** The vendor's word: Alibaba `arm64`, Tencent `arm`. Not printed where the API has no such field. */
  readonly architecture: string;
  /** The vendor's word. Absent: the cloud's word for an image that can be used. */
  readonly state?: string;
  readonly deprecated?: boolean;
  /** RFC 3339, UTC. Absent: what the cloud answers when it does not say (null, 1970, no field). */
  readonly createdAt?: string;
  readonly description?: string;
  /** System disk, in GiB. */
  readonly sizeGiB: number;
  /** Snapshots of data disks, in GiB each. */
  readonly dataDisksGiB?: readonly number[];
  readonly family?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Default true. */
  readonly cloudInit?: boolean;
  /** Account that made the image, digits only: it may be larger than 2^53. */
  readonly ownerId?: string;
  /** Fields of the API's own object, printed over those made from this record; null is printed as null. */
  readonly native?: Readonly<Record<string, Json>>;
}

const OWNERS: readonly string[] = ['public', 'self', 'shared', 'marketplace', 'community'];

type Check = (value: unknown) => boolean;
const isString: Check = (value) => typeof value === 'string';
const oneOf = (words: readonly string[]): readonly [Check, string] => [
  (value) => isString(value) && words.includes(value as string),
  `one of ${words.join(', ')}`,
];

/** What each field of an image must be. */
const FIELDS: Readonly<Record<string, readonly [isRight: Check, what: string]>> = {
  cloud: oneOf(CLOUDS),
  regions: [(value) => Array.isArray(value) && value.every(isString), 'an array of strings'],
  id: [isString, 'a string'],
  name: [isString, 'a string'],
  owner: oneOf(OWNERS),
  osType: oneOf(['linux', 'windows', 'bsd']),
  osName: [isString, 'a string'],
  platform: [isString, 'a string'],
  architecture: [isString, 'a string'],
  sizeGiB: [(value) => typeof value === 'number', 'a number'],
};

/** Throws one error that names every field that is missing or has the wrong type. */
export function checkImage(image: unknown): asserts image is CatalogImage {
  reportProblems(image, Object.keys(FIELDS));
}

/** The same for new values of some fields. */
export function checkImageChange(change: unknown): void {
  const changed = isRecord(change) ? Object.keys(change) : [];
  reportProblems(
    change,
    changed.filter((field) => Object.hasOwn(FIELDS, field)),
  );
}

function reportProblems(object: unknown, fields: readonly string[]): void {
  if (!isRecord(object)) throw new Error('simulator: an image must be an object');
  const problems = fields.flatMap((field) => {
    const [isRight, what] = FIELDS[field] ?? [() => true, ''];
    return isRight(object[field]) ? [] : [`image.${field} must be ${what}`];
  });
  if (problems.length > 0) throw new Error(`simulator: ${problems.join('; ')}`);
}
