// Made from the field table in provider/schema by `npm run generate`. Do not edit.
import type { Architecture, BootMode, CloudId, ImageStatus, OsType, Owner, RecencyBasis } from './words';

/** A disk that an instance started from the image gets. */
export interface ImageDisk {
  /** `system` or `data`. */
  readonly usage?: 'system' | 'data';
  /** Device name as the cloud gives it, such as `/dev/xvda`. */
  readonly device?: string;
  /** Size. 1 GiB is 1024³ bytes. */
  readonly sizeGiB?: number;
  /** The snapshot the disk is made from. */
  readonly snapshotId?: string;
  /** Format of the image file, such as `qcow2`. */
  readonly format?: string;
}

/** A machine image, described in the same words for every cloud. */
export interface Image {
  /** The cloud. */
  readonly cloud: CloudId;
  /** The region, or the availability zone for zenlayercloud. */
  readonly region: string;
  /** `cloud/region`, as queries write it. */
  readonly target: string;
  /** The native id that instance resources take. */
  readonly id: string;
  /** The name. Empty where the image has none. */
  readonly name: string;
  /** The description. */
  readonly description?: string;
  /** Kind of operating system. */
  readonly osType?: OsType;
  /** The distribution’s normalized word, such as `ubuntu`. */
  readonly distro?: string;
  /** The OS version, such as `22.04`, `2012 R2` or `15 SP5`. */
  readonly osVersion?: string;
  /** The OS name in the cloud’s own words. */
  readonly osName?: string;
  /** Processor architecture. */
  readonly architecture?: Architecture;
  /** How it boots. */
  readonly bootMode?: BootMode;
  /** The language of a Windows image, as an ISO 639-1 code such as `en`. */
  readonly language?: string;
  /** The edition of a Windows image, such as `datacenter` or `standard`. */
  readonly edition?: string;
  /** `base` for the plain OS image, else what was added: `gpu`, `database`, `container`, `pro`, `hardened` and so on. Absent where the names do not tell an OS. */
  readonly variant?: string;
  /** Who stands behind it. */
  readonly owner?: Owner;
  /** The account of the owner, where the API reports it. */
  readonly ownerId?: string;
  /** Whether it can be used. */
  readonly status?: ImageStatus;
  /** Whether the owner withdrew it from new use. */
  readonly deprecated?: boolean;
  /** Since when. RFC 3339 instant in UTC. */
  readonly deprecatedAt?: string;
  /** When it was created. RFC 3339 instant in UTC. */
  readonly createdAt?: string;
  /** The build date in the id or name. `YYYY-MM-DD`. */
  readonly buildDate?: string;
  /** The image family. */
  readonly family?: string;
  /** Size of the image. 1 GiB is 1024³ bytes. */
  readonly sizeGiB?: number;
  /** The smallest system disk that it fits. */
  readonly minDiskGiB?: number;
  /** Whether it supports cloud-init. */
  readonly cloudInit?: boolean;
  /** The user that the image is logged in with first, such as `root` or `ubuntu`. Public images only. */
  readonly loginUser?: string;
  /** Its tags. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The disks that it brings. */
  readonly disks?: readonly ImageDisk[];
  /** The fields that were read from a name or from a cloud’s documented habit and not from an API field. */
  readonly inferred: readonly string[];
  /** The API’s own object as JSON text, so that nothing that a cloud says is lost. */
  readonly raw: string;
}

/** Something to check that did not stop the answer. */
export interface ImageWarning {
  /** A stable word, such as `mixed-recency`. */
  readonly code: string;
  /** The target it is about. */
  readonly target?: string;
  /** One or two sentences for people. */
  readonly message: string;
}

/** A default that took the place of a field that the query leaves open. */
export interface AppliedDefault {
  /** The field, such as `owners`. */
  readonly field: string;
  /** What holds, such as `public`. */
  readonly value: string;
  /** Why, as a clause for people. */
  readonly reason: string;
}

/** One condition of the query, and what it did. */
export interface ExplanationStep {
  /** Such as `architecture(arm64)`. */
  readonly condition: string;
  /** How many images it removed. */
  readonly removed: number;
  /** How many of those were removed because the cloud does not report the value. */
  readonly unknown: number;
  /** How many were left after it. */
  readonly left: number;
  /** True where the cloud's API applied it before listing, so that what it removed was not counted: `instanceType` and `native`. */
  readonly byApi?: boolean;
}

/** How one target came to its answer. */
export interface TargetExplanation {
  /** `cloud/region`. */
  readonly target: string;
  /** How many images the API listed. */
  readonly listed: number;
  /** Where the listing comes from the cache: when the API gave it. RFC 3339 instant in UTC. */
  readonly listedAt?: string;
  /** The conditions in the order in which they were applied. */
  readonly steps: readonly ExplanationStep[];
  /** The first image in the order. */
  readonly chosenId?: string;
  /** Its name. */
  readonly chosenName?: string;
  /** The image that came second. */
  readonly runnerUpId?: string;
  /** Its name. */
  readonly runnerUpName?: string;
  /** The rule that put the first before the second. */
  readonly decidedBy?: string;
  /** On what basis the image came first. */
  readonly basis?: RecencyBasis;
  /** On no match: the nearest values and names that were seen. */
  readonly hints: readonly string[];
}

/** How an answer came about, as text and as data. */
export interface Explanation {
  /** The defaults that depend on what kind of query it is, and why they hold. For a query without a match, those of every entry of `anyOf`. */
  readonly defaults: readonly AppliedDefault[];
  /** The whole explanation for people, in lines. */
  readonly text: string;
  /** One entry per target, in the order of the query. */
  readonly targets: readonly TargetExplanation[];
}

/** What `getImages` answers. */
export interface ImagesAnswer {
  /** Names this answer: a digest of the images in it. Changes when the images change. */
  readonly id: string;
  /** The native ids, in the order of `images`. */
  readonly ids: readonly string[];
  /** The images: by target in the order of the query, then in the total order. */
  readonly images: readonly Image[];
  /** Per target the id of its first image. A target without a match has no entry. */
  readonly idByTarget: Readonly<Record<string, string>>;
  /** Index of the `anyOf` entry that matched, counted from 0. Absent without `anyOf`. */
  readonly anyOfIndex?: number;
  /** Per target that was answered from the lock file: since when it is locked. RFC 3339 instant in UTC. Absent without a lock. */
  readonly lockedAtByTarget?: Readonly<Record<string, string>>;
  /** Things to check. */
  readonly warnings: readonly ImageWarning[];
  /** How the answer came about. */
  readonly explanation: Explanation;
}

/** What `getImage` answers: exactly one image. */
export interface ImageAnswer {
  /** The native id of the image. */
  readonly id: string;
  /** The image. */
  readonly image: Image;
  /** Index of the `anyOf` entry that matched, counted from 0. Absent without `anyOf`. */
  readonly anyOfIndex?: number;
  /** Since when the image is locked. RFC 3339 instant in UTC. Absent when the answer is not from the lock file. */
  readonly lockedAt?: string;
  /** Things to check. */
  readonly warnings: readonly ImageWarning[];
  /** How the answer came about. */
  readonly explanation: Explanation;
}
