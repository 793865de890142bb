/**
 * What is true of an image, in the words of the design. The harness makes it up and renders it into
 * each API's own form, so answers are judged without any code of the product.
 */
import type { CatalogImage, CloudId, ImageOwner } from '../../simulator/index';

/** One image as a look-up in one target must see it. An absent field is unknown. */
export interface Truth {
  readonly cloud: CloudId;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly osType?: 'linux' | 'windows' | 'bsd' | undefined;
  readonly distro?: string | undefined;
  readonly osVersion?: string | undefined;
  readonly architecture?: 'x86_64' | 'arm64' | 'i386' | undefined;
  readonly bootMode?: 'bios' | 'uefi' | 'uefi-preferred' | undefined;
  readonly language?: string | undefined;
  readonly edition?: string | undefined;
  readonly variant?: string | undefined;
  readonly owner?: ImageOwner | undefined;
  readonly ownerId?: string | undefined;
  readonly status?: 'available' | 'pending' | 'failed' | undefined;
  readonly deprecated?: boolean | undefined;
  /** RFC 3339 in UTC. */
  readonly createdAt?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly buildDate?: string | undefined;
  readonly family?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly cloudInit?: boolean | undefined;
  /** How many words of the name say nothing about an operating system. */
  readonly oddWords: number;
}

/** Facts of an image before any cloud has put them in its own words. */
export interface Draft {
  readonly system: System;
  readonly version: string;
  readonly architecture: 'x86_64' | 'arm64' | 'i386';
  /** A word that makes it another thing than the plain OS, such as `GPU`; absent: the plain OS. */
  readonly variant?: VariantWord | undefined;
  /** Windows only. */
  readonly edition: 'datacenter' | 'standard';
  /** Windows only. */
  readonly language: 'en' | 'zh';
  readonly bootMode: 'bios' | 'uefi' | 'uefi-preferred';
  /** Words without meaning, for the names that accounts give. */
  readonly words: readonly string[];
  readonly owner: ImageOwner;
  readonly ownerId: string;
  readonly status: 'available' | 'pending' | 'failed' | 'unknown word';
  readonly deprecated: boolean;
  /** Absent: the cloud does not say. */
  readonly createdAt?: string | undefined;
  readonly buildDate?: string | undefined;
  readonly family?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly cloudInit: boolean;
  /** A number that no other draft has, for random ids. */
  readonly serial: number;
  readonly regions: readonly string[];
}

export interface System {
  readonly distro: string;
  /** As vendors write it: `Ubuntu`, `Rocky Linux`. */
  readonly title: string;
  /** Short form in ids: `ubuntu`, `rockylinux`. */
  readonly code: string;
  readonly osType: 'linux' | 'windows' | 'bsd';
  readonly versions: readonly string[];
}

export interface VariantWord {
  readonly word: string;
  readonly variant: string;
}

/** One image of a catalog: the simulator's record, and the truth without its place. */
export interface Drawn {
  readonly image: CatalogImage;
  readonly truth: Omit<Truth, 'region' | 'cloud'>;
}
