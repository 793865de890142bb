/**
 * An image of a listing: small, since there may be a hundred thousand. What only few images are asked
 * for is worked out then: what their names state, and the API's own object.
 */
import { ImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import { loginUserOf } from '../../image/login-user';
import type { Target } from '../../image/target';
import type { LazyOsFacts } from '../../os-name/lazy-os-facts';
import type { FieldFromNames } from './cloud-definition';
import type { RawImage } from './field-readers';
import type { PageBody } from './api-operation';

/** The fields that names can tell. */
const FROM_NAMES = [
  'distro',
  'osVersion',
  'osType',
  'architecture',
  'bootMode',
  'language',
  'edition',
  'variant',
  'buildDate',
] as const satisfies readonly FieldFromNames[];

/** The fields that a cloud's own rules decide. One that is undefined is unknown, whatever names say. */
export type Exceptions = { readonly [Field in FieldFromNames | 'loginUser']?: Value<Field> };

type Value<Field extends keyof Image> = Image[Field] | undefined;

/** Has every field of {@link Image}. What is unknown is undefined here, and absent in a plain image. */
export class ListedImage implements Record<keyof Image, unknown> {
  readonly cloud: Image['cloud'];
  readonly region: string;
  readonly target: string;
  id = '';
  name = '';
  description: Value<'description'>;
  osName: Value<'osName'>;
  owner: Value<'owner'>;
  ownerId: Value<'ownerId'>;
  status: Value<'status'>;
  deprecated: Value<'deprecated'>;
  deprecatedAt: Value<'deprecatedAt'>;
  createdAt: Value<'createdAt'>;
  family: Value<'family'>;
  sizeGiB: Value<'sizeGiB'>;
  minDiskGiB: Value<'minDiskGiB'>;
  cloudInit: Value<'cloudInit'>;
  tags: Value<'tags'>;
  disks: Value<'disks'>;
  readonly #page: PageBody<RawImage>;
  readonly #row: number;
  #osType: Value<'osType'>;
  #architecture: Value<'architecture'>;
  #bootMode: Value<'bootMode'>;
  #names: LazyOsFacts | undefined;
  #exceptions: Exceptions | undefined;
  #unreadable: ReadonlySet<string> | undefined;

  constructor({ cloud, region }: Target, target: string, page: PageBody<RawImage>, row: number) {
    this.cloud = cloud;
    this.region = region;
    this.target = target;
    this.#page = page;
    this.#row = row;
  }

  /**
   * Takes what the API's own fields leave open, after those were set.
   *
   * @param exceptions - the fields that the cloud's own rules decide
   * @param unreadable - fields that the API reports in words that are not known: not left open
   */
  infer(names: LazyOsFacts, exceptions: Exceptions, unreadable: ReadonlySet<string>): void {
    this.#names = names;
    if (Object.keys(exceptions).length > 0) this.#exceptions = exceptions;
    if (unreadable.size > 0) this.#unreadable = unreadable;
  }

  #excepts(field: FieldFromNames | 'loginUser'): boolean {
    return this.#exceptions !== undefined && field in this.#exceptions;
  }

  /** The names, for a field that the API may report as well and has left open. */
  #namesFor(field: string): LazyOsFacts | undefined {
    return this.#unreadable?.has(field) === true ? undefined : this.#names;
  }

  get osType(): Value<'osType'> {
    if (this.#excepts('osType')) return this.#exceptions?.osType;
    return this.#osType ?? this.#namesFor('osType')?.osType;
  }

  set osType(reported: Value<'osType'>) {
    this.#osType = reported;
  }

  get architecture(): Value<'architecture'> {
    if (this.#excepts('architecture')) return this.#exceptions?.architecture;
    return this.#architecture ?? this.#namesFor('architecture')?.architecture;
  }

  set architecture(reported: Value<'architecture'>) {
    this.#architecture = reported;
  }

  get bootMode(): Value<'bootMode'> {
    if (this.#excepts('bootMode')) return this.#exceptions?.bootMode;
    return this.#bootMode ?? this.#namesFor('bootMode')?.bootMode;
  }

  set bootMode(reported: Value<'bootMode'>) {
    this.#bootMode = reported;
  }

  get distro(): Value<'distro'> {
    return this.#excepts('distro') ? this.#exceptions?.distro : this.#names?.distro;
  }

  get osVersion(): Value<'osVersion'> {
    return this.#excepts('osVersion') ? this.#exceptions?.osVersion : this.#names?.osVersion;
  }

  /** What the OS version begins with, where that is known without reading the name. */
  get versionStart(): string | undefined {
    return this.#excepts('osVersion') ? this.#exceptions?.osVersion : this.#names?.versionStart;
  }

  get language(): Value<'language'> {
    return this.#excepts('language') ? this.#exceptions?.language : this.#names?.language;
  }

  get edition(): Value<'edition'> {
    return this.#excepts('edition') ? this.#exceptions?.edition : this.#names?.edition;
  }

  get variant(): Value<'variant'> {
    return this.#excepts('variant') ? this.#exceptions?.variant : this.#names?.variant;
  }

  get buildDate(): Value<'buildDate'> {
    return this.#excepts('buildDate') ? this.#exceptions?.buildDate : this.#names?.buildDate;
  }

  /** Of other people's images nobody knows the user. */
  get loginUser(): Value<'loginUser'> {
    if (this.owner !== 'public') return undefined;
    if (this.#excepts('loginUser')) return this.#exceptions?.loginUser;
    return loginUserOf(this.cloud, this.distro, this.osType);
  }

  get inferred(): readonly string[] {
    const reported = {
      osType: this.#osType,
      architecture: this.#architecture,
      bootMode: this.#bootMode,
    };
    const isInferred = (field: FieldFromNames): boolean => {
      if (this.#excepts(field)) return this.#exceptions?.[field] !== undefined;
      const isOpen = reported[field as keyof typeof reported] === undefined;
      return isOpen && this.#namesFor(field)?.[field] !== undefined;
    };
    const inferred: string[] = FROM_NAMES.filter(isInferred);
    if (this.loginUser !== undefined) inferred.push('loginUser');
    return inferred.sort();
  }

  get raw(): string {
    return printRow(this.#page.rows()[this.#row]);
  }

  /** As plain data, which can be printed, compared and sent: what is unknown is absent. */
  toJSON(): Image {
    const plain: Record<string, unknown> = {};
    for (const field of EVERY_FIELD) {
      const value = this[field];
      if (value !== undefined) plain[field] = value;
    }
    // Every field of the list is there, or absent where the type allows it.
    return plain as unknown as Image;
  }
}

/** The fields in the order in which answers show them. */
const FIELDS = [
  ...(['cloud', 'region', 'target', 'id', 'name', 'description', 'osType', 'distro'] as const),
  ...(['osVersion', 'osName', 'architecture', 'bootMode', 'language', 'edition'] as const),
  ...(['variant', 'owner', 'ownerId', 'status', 'deprecated', 'deprecatedAt'] as const),
  ...(['createdAt', 'buildDate', 'family', 'sizeGiB', 'minDiskGiB', 'cloudInit'] as const),
  ...(['loginUser', 'tags', 'disks', 'inferred', 'raw'] as const),
];

/** Does not compile while a field is missing above. */
const EVERY_FIELD: Exclude<keyof Image, (typeof FIELDS)[number]> extends never
  ? typeof FIELDS
  : never = FIELDS;

/** Images as plain data. Others than those of a listing stay as they are. */
export function plainImages(images: readonly Image[]): readonly Image[] {
  return images.map((image) => (image instanceof ListedImage ? image.toJSON() : image));
}

/** The API's own object as JSON. Nesting deeper than the stack can be parsed, but not printed. */
function printRow(row: RawImage | undefined): string {
  try {
    return JSON.stringify(row ?? {});
  } catch {
    throw new ImageError('bad-response', 'the list has an object that is nested too deeply');
  }
}
