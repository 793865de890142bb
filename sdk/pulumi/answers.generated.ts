// Made from the field table in provider/schema by scripts/generate/pulumi-sdk.ts. Do not edit.
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

/** A machine image, told in the same words for every cloud. */
export interface Image {
  /** The cloud. */
  readonly cloud: 'alicloud' | 'tencentcloud' | 'qcloud' | 'zenlayercloud';
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
  readonly osType?: 'linux' | 'windows' | 'bsd' | 'other';
  /** The distribution’s normalized word, such as `ubuntu`. */
  readonly distro?: string;
  /** The OS version, such as `22.04`, `2012 R2` or `15 SP5`. */
  readonly osVersion?: string;
  /** The OS name in the cloud’s own words. */
  readonly osName?: string;
  /** Processor architecture. */
  readonly architecture?: 'x86_64' | 'arm64' | 'i386';
  /** How it boots. */
  readonly bootMode?: 'bios' | 'uefi' | 'uefi-preferred';
  /** The language of a Windows image, as an ISO 639-1 code such as `en`. */
  readonly language?: string;
  /** The edition of a Windows image, such as `datacenter` or `standard`. */
  readonly edition?: string;
  /** `base` for the plain OS image, else what was added: `gpu`, `database`, `container`, `pro`, `hardened` and so on. Absent where the names do not tell an OS. */
  readonly variant?: string;
  /** Who stands behind it. */
  readonly owner?: 'public' | 'self' | 'shared' | 'marketplace' | 'community';
  /** The account of the owner, where the API tells. */
  readonly ownerId?: string;
  /** Whether it can be used. */
  readonly status?: 'available' | 'pending' | 'failed';
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

/** Something worth a look that did not stop the answer. */
export interface ImageWarning {
  /** A stable word, such as `mixed-recency`. */
  readonly code: string;
  /** The target it is about. */
  readonly target?: string;
  /** One or two sentences for people. */
  readonly message: string;
}

/** One condition of the query, and what it did. */
export interface ExplanationStep {
  /** Such as `architecture(arm64)`. */
  readonly condition: string;
  /** How many images it removed. */
  readonly removed: number;
  /** How many of those were removed since the cloud does not tell the value. */
  readonly unknown: number;
  /** How many were left after it. */
  readonly left: number;
}

/** How one target came to its answer. */
export interface TargetExplanation {
  /** `cloud/region`. */
  readonly target: string;
  /** How many images the API listed. */
  readonly listed: number;
  /** The funnel, in order. */
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
  /** On what basis the newest was chosen. */
  readonly basis?: 'createdAt' | 'buildDate' | 'version' | 'name';
  /** On no match: the nearest values and names that were seen. */
  readonly hints: readonly string[];
}

/** How an answer came about, as text and as data. */
export interface Explanation {
  /** The whole explanation for people, in lines. */
  readonly text: string;
  /** One entry per target, in the order of the query. */
  readonly targets: readonly TargetExplanation[];
}

/** What a query for any number of images means. */
export interface ImagesAnswer {
  /** Names this answer: a digest of the images in it. Changes when the images change. */
  readonly id: string;
  /** The native ids, in the order of `images`. */
  readonly ids: readonly string[];
  /** The images: by target in the order of the query, then in the total order. */
  readonly images: readonly Image[];
  /** Per target the id of its first image. A target without a match has no entry. */
  readonly idByTarget: Readonly<Record<string, string>>;
  /** Which entry of `anyOf` spoke, counted from 0. Absent without `anyOf`. */
  readonly anyOfIndex?: number;
  /** Things worth a look. */
  readonly warnings: readonly ImageWarning[];
  /** How it came about. */
  readonly explanation: Explanation;
}

/** What a query for one image means. */
export interface ImageAnswer {
  /** The native id of the image. */
  readonly id: string;
  /** The image. */
  readonly image: Image;
  /** Which entry of `anyOf` spoke, counted from 0. Absent without `anyOf`. */
  readonly anyOfIndex?: number;
  /** Things worth a look. */
  readonly warnings: readonly ImageWarning[];
  /** How it came about. */
  readonly explanation: Explanation;
}

/** A pinned machine image as it was when it was chosen. */
export interface PinnedImageDetails {
  /** The cloud. */
  readonly cloud: 'alicloud' | 'tencentcloud' | 'qcloud' | 'zenlayercloud';
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
  readonly osType?: 'linux' | 'windows' | 'bsd' | 'other';
  /** The distribution’s normalized word, such as `ubuntu`. */
  readonly distro?: string;
  /** The OS version, such as `22.04`, `2012 R2` or `15 SP5`. */
  readonly osVersion?: string;
  /** The OS name in the cloud’s own words. */
  readonly osName?: string;
  /** Processor architecture. */
  readonly architecture?: 'x86_64' | 'arm64' | 'i386';
  /** How it boots. */
  readonly bootMode?: 'bios' | 'uefi' | 'uefi-preferred';
  /** The language of a Windows image, as an ISO 639-1 code such as `en`. */
  readonly language?: string;
  /** The edition of a Windows image, such as `datacenter` or `standard`. */
  readonly edition?: string;
  /** `base` for the plain OS image, else what was added: `gpu`, `database`, `container`, `pro`, `hardened` and so on. Absent where the names do not tell an OS. */
  readonly variant?: string;
  /** Who stands behind it. */
  readonly owner?: 'public' | 'self' | 'shared' | 'marketplace' | 'community';
  /** The account of the owner, where the API tells. */
  readonly ownerId?: string;
  /** Whether it can be used. */
  readonly status?: 'available' | 'pending' | 'failed';
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
}
