/** What the names of an image state, where the name and the id are read only when it depends on them. */
import { readOsNames, type FieldsReading, type OsFacts } from './os-name';

/** The facts of {@link OsFacts}, each worked out when it is first needed. */
export type StatedFacts = { readonly [Fact in keyof OsFacts]: OsFacts[Fact] | undefined };

/**
 * Reading names is most of what listing an image costs, and most images are rejected by what the
 * fields state already.
 */
export class LazyOsFacts implements StatedFacts {
  readonly #fields: FieldsReading;
  readonly #id: string;
  readonly #name: string;
  #facts: OsFacts | undefined;

  constructor(fields: FieldsReading, id: string, name: string) {
    this.#fields = fields;
    this.#id = id;
    this.#name = name;
  }

  #all(): OsFacts {
    return (this.#facts ??= readOsNames(this.#fields, this.#id, this.#name));
  }

  get distro(): OsFacts['distro'] {
    return this.#fields.distro ?? this.#all().distro;
  }

  get osType(): OsFacts['osType'] {
    return this.#fields.osType ?? this.#all().osType;
  }

  get architecture(): OsFacts['architecture'] {
    return this.#fields.architecture ?? this.#all().architecture;
  }

  get bootMode(): OsFacts['bootMode'] {
    return this.#fields.bootMode ?? this.#all().bootMode;
  }

  get osVersion(): OsFacts['osVersion'] {
    return this.#all().osVersion;
  }

  /** What `osVersion` begins with, where that is known without the name. */
  get versionStart(): string | undefined {
    return this.#fields.versionStart;
  }

  get language(): OsFacts['language'] {
    return this.#all().language;
  }

  get edition(): OsFacts['edition'] {
    return this.#all().edition;
  }

  get buildDate(): OsFacts['buildDate'] {
    return this.#all().buildDate;
  }

  get variant(): OsFacts['variant'] {
    return this.#all().variant;
  }
}
