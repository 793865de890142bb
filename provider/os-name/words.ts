/** The words that names are read into. `image/words.ts` exports them again with the rest. */

/** `bsd` and `other` exist since clouds list FreeBSD and appliances beside Linux and Windows. */
export const OS_TYPES = ['linux', 'windows', 'bsd', 'other'] as const;
export type OsType = (typeof OS_TYPES)[number];

/** Tencent's `arm` and Glance's `aarch64` are `arm64` here. */
export const ARCHITECTURES = ['x86_64', 'arm64', 'i386'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** How an image boots. `uefi-preferred` starts both ways, and by UEFI where it can. */
export const BOOT_MODES = ['bios', 'uefi', 'uefi-preferred'] as const;
export type BootMode = (typeof BOOT_MODES)[number];
