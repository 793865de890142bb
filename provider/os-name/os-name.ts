/** Operating system facts read from the names that a cloud gives an image. */
import { codeName } from './code-names';
import { distribution, refinableDistros } from './distribution-index';
import type { Distro } from './distributions';
import { kept } from './kept';
import { readName } from './name-reading';
import type { NameReading } from './name-reading';
import { readVersionAfter } from './name-version';
import { readVariant } from './variants';
import type { Variant } from './variants';
import { refinesVersion } from './version';
import { readLanguage } from './windows-words';
import type { Architecture, BootMode, OsType } from './words';

/** The names that a cloud gives an image. All are optional, and any string is allowed. */
export interface OsNames {
  /** The image's id. Read only where it names an OS; most ids are random. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** The OS with its version, such as Alibaba's `OSNameEn` and Tencent's `OsName`. */
  readonly osName?: string | undefined;
  /** The distribution or the kind of OS, such as Alibaba's `Platform` and Glance's `os_distro`. */
  readonly platform?: string | undefined;
  readonly family?: string | undefined;
  /**
   * The version of the OS, such as Zenlayer's `imageVersion` and Glance's `os_version`; never the
   * version of the image, as Alibaba's `ImageVersion` is.
   */
  readonly version?: string | undefined;
}

/** What the names state. What they do not state is absent. */
export interface OsFacts {
  readonly distro?: Distro;
  /**
   * Numbers joined by dots, with the service pack or release that the distribution has: `22.04`,
   * `7.9`, `15 SP5`, `2012 R2`, `3.2104`, `3815.2.1`.
   */
  readonly osVersion?: string;
  readonly architecture?: Architecture;
  readonly osType?: OsType;
  /** How it boots, where a name says it (`UEFI`). */
  readonly bootMode?: BootMode;
  /** The language of a Windows image, as an ISO 639-1 code: `en`, `zh`. */
  readonly language?: string;
  /** The edition of a Windows image: `datacenter`, `standard`, `enterprise`, `pro` and the like. */
  readonly edition?: string;
  /** `YYYY-MM-DD`, a real calendar date. */
  readonly buildDate?: string;
  /** `base` where an OS is stated and nothing that was added to it. */
  readonly variant?: Variant;
}

const isRefinedBy = (coarse: Distro, fine: Distro): boolean =>
  distribution(fine)?.refines?.includes(coarse) ?? false;

/** Whether a later name may state a more precise distribution than this one. */
const isRefinable = (distro: Distro): boolean => refinableDistros().has(distro);

/** The first distribution of the first OS type, unless a later name refines it. */
function chooseDistro(
  readings: readonly NameReading[],
  osType: OsType | undefined,
): Distro | undefined {
  let first: Distro | undefined;
  for (const { distro, osType: type } of readings) {
    if (distro === undefined || type !== osType || distro === first) continue;
    if (first === undefined) first = distro;
    else if (isRefinedBy(first, distro)) return distro;
  }
  return first;
}

/** The first version, or a later one that begins with it and says more. */
const mostPrecise = (versions: readonly (string | undefined)[]): string | undefined =>
  versions
    .filter((version) => version !== undefined)
    .reduce<string | undefined>(
      (best, next) => (best === undefined || refinesVersion(best, next) ? next : best),
      undefined,
    );

/** The version that a distribution's code name stands for. */
function codeNameVersion(distro: Distro, readings: readonly NameReading[]): string | undefined {
  for (const { tokens } of readings) {
    for (const { text, kind } of tokens) {
      const name = kind === 'word' ? codeName(text) : undefined;
      if (name?.distro === distro) return name.version;
    }
  }
  return undefined;
}

/** The version that a name states of a distribution, or of the coarser one that it refines. */
function versionOf(distro: Distro, reading: NameReading): string | undefined {
  const isSame = reading.distro === distro;
  const isCoarser = reading.distro !== undefined && isRefinedBy(reading.distro, distro);
  return isSame || isCoarser ? reading.version : undefined;
}

/** The version in a field that may hold nothing but it: `22.04`, `Server 22.04 LTS`. */
function bareVersion(distro: Distro, field: NameReading): string | undefined {
  const row = distribution(distro);
  if (field.distro !== undefined || row === undefined) return versionOf(distro, field);
  return readVersionAfter(field, row, { start: 0, from: 0 });
}

/** The versions that the names state, each as written. `field` is a reading that may be a version alone. */
function versionsOf(
  distro: Distro,
  readings: readonly NameReading[],
  field: NameReading | undefined,
): readonly (string | undefined)[] {
  return readings.map((reading) =>
    reading === field ? bareVersion(distro, field) : versionOf(distro, reading),
  );
}

/** The most precise version of the strongest name, else the one that a code name stands for. */
function chooseVersion(
  distro: Distro,
  readings: readonly NameReading[],
  field: NameReading | undefined,
): string | undefined {
  const versions = versionsOf(distro, readings, field);
  const version = mostPrecise(versions) ?? codeNameVersion(distro, readings);
  if (version === undefined) return undefined;
  return distribution(distro)?.shortVersions?.[version] ?? version;
}

const read = (text: string | undefined): NameReading | undefined =>
  text === undefined || text === '' ? undefined : readName(text);

/** Few values of a field stand behind many images, so each is read once. */
const readField = kept((text: string) => readName(text));
const readPlatform = kept((text: string) => readName(text, 'platform'));

const field = (text: string | undefined): NameReading | undefined =>
  text === undefined || text === '' ? undefined : readField(text);

/** The fact as the first name that states it has it. */
function firstOf<Fact extends keyof NameReading>(
  readings: readonly NameReading[],
  fact: Fact,
): NameReading[Fact] | undefined {
  for (const reading of readings) if (reading[fact] !== undefined) return reading[fact];
  return undefined;
}

/** The fields of an image that may state its OS, without its id and its name. */
export type OsFields = Omit<OsNames, 'id' | 'name'>;

/** What fields state, and what follows from it whatever the name and the id say. */
export interface FieldsReading extends CertainFacts {
  readonly fields: OsFields;
  readonly osName: NameReading | undefined;
  readonly version: NameReading | undefined;
  readonly readings: readonly NameReading[];
}

/** Facts that no name changes, since fields go before names. */
export interface CertainFacts {
  readonly osType: OsType | undefined;
  readonly distro: Distro | undefined;
  readonly architecture: Architecture | undefined;
  readonly bootMode: BootMode | undefined;
  /** What the OS version begins with. A name may only make it more precise. */
  readonly versionStart: string | undefined;
}

/** Reads the fields of an image. Few combinations stand behind many images, so each is read once. */
export function readOsFields({ osName, platform, version, family }: OsFields): FieldsReading {
  return readCombination(JSON.stringify([osName, platform, version, family]));
}

const readCombination = kept((combination: string): FieldsReading => {
  const [osName, platform, version, family] = (
    JSON.parse(combination) as readonly (string | null)[]
  ).map((text) => text ?? undefined);
  const readings = {
    osName: field(osName),
    platform: platform === undefined ? undefined : readPlatform(platform),
    // The platform may state a distribution only with the version: "Windows", "Server 2019".
    both: version === undefined ? undefined : readField(`${platform ?? ''} ${version}`),
    version: field(version),
    family: field(family),
  };
  const all = Object.values(readings).filter((reading) => reading !== undefined);
  return {
    fields: { osName, platform, version, family },
    osName: readings.osName,
    version: readings.version,
    readings: all,
    ...certainFacts(all, readings.version),
  };
});

function certainFacts(
  readings: readonly NameReading[],
  version: NameReading | undefined,
): CertainFacts {
  const osType = firstOf(readings, 'osType');
  const stated = osType === undefined ? undefined : chooseDistro(readings, osType);
  const distro = stated === undefined || isRefinable(stated) ? undefined : stated;
  const hasShortVersions =
    distro !== undefined && distribution(distro)?.shortVersions !== undefined;
  return {
    osType,
    distro,
    architecture: firstOf(readings, 'architecture'),
    bootMode: firstOf(readings, 'bootMode'),
    versionStart:
      distro === undefined || hasShortVersions
        ? undefined
        : mostPrecise(versionsOf(distro, readings, version)),
  };
}

/**
 * Reads what the names of an image state about its operating system.
 *
 * Structured fields (`osName`, then `platform`, `version` and `family`) go before `name`, and `name`
 * before `id`. Where two disagree, the first stands, except that a version which begins with the one
 * before and says more replaces it: `7`, then `7.9`. Nothing is answered that the names do not state,
 * except a version that a release code name stands for (`jammy`) and the x86_64 that "64-bit" means
 * where nothing says ARM.
 *
 * Never throws. The time it takes grows with the length of the names only.
 */
export function readOsName({ id, name, ...fields }: OsNames): OsFacts {
  return readOsNames(readOsFields(fields), id, name);
}

/** {@link readOsName} where the fields are read. */
export function readOsNames(
  fields: FieldsReading,
  idText: string | undefined,
  nameText: string | undefined,
): OsFacts {
  // Tencent repeats the name as the OsName of its public images, and Alibaba the id as the name.
  const isOsName = nameText === fields.fields.osName;
  const name = isOsName ? fields.osName : read(nameText);
  const id = idText === nameText ? undefined : read(idText);
  const readings = [...fields.readings];
  if (name !== undefined && !isOsName) readings.push(name);
  if (id?.osType !== undefined) readings.push(id);

  const osType = firstOf(readings, 'osType');
  const distro = chooseDistro(readings, osType);
  const osVersion =
    distro === undefined ? undefined : chooseVersion(distro, readings, fields.version);
  const architecture = firstOf(readings, 'architecture');
  const bootMode = firstOf(readings, 'bootMode');
  const buildDate = name?.buildDate ?? id?.buildDate;
  const variant =
    readVariant(readings, { osType, distro }) ?? (osType === undefined ? undefined : 'base');

  // Step by step: nine conditional spreads would take longer than reading the names.
  const facts: { -readonly [Fact in keyof OsFacts]: OsFacts[Fact] } = {};
  if (distro !== undefined) facts.distro = distro;
  if (osVersion !== undefined) facts.osVersion = osVersion;
  if (architecture !== undefined) facts.architecture = architecture;
  if (osType !== undefined) facts.osType = osType;
  if (bootMode !== undefined) facts.bootMode = bootMode;
  if (osType === 'windows') {
    const language = languageOf(readings);
    const edition = firstOf(readings, 'edition');
    if (language !== undefined) facts.language = language;
    if (edition !== undefined) facts.edition = edition;
  }
  if (buildDate !== undefined) facts.buildDate = buildDate;
  if (variant !== undefined) facts.variant = variant;
  return facts;
}

/** The language as the first name that states one has it. */
function languageOf(readings: readonly NameReading[]): string | undefined {
  for (const { tokens } of readings) {
    const language = readLanguage(tokens);
    if (language !== undefined) return language;
  }
  return undefined;
}
