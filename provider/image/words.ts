/** The closed sets of words that images and queries use. One place, so that no two lists differ. */

export {
  ARCHITECTURES,
  BOOT_MODES,
  OS_TYPES,
  type Architecture,
  type BootMode,
  type OsType,
} from '../os-name/words';

/**
 * Who stands behind an image.
 *
 * - `public`: the cloud itself.
 * - `self`: the account whose credentials list it.
 * - `shared`: another account, for this one.
 * - `marketplace`: a vendor on the cloud's marketplace.
 * - `community`: any account at all, for everybody.
 */
export const OWNERS = ['public', 'self', 'shared', 'marketplace', 'community'] as const;
export type Owner = (typeof OWNERS)[number];

export const IMAGE_STATUSES = ['available', 'pending', 'failed'] as const;
export type ImageStatus = (typeof IMAGE_STATUSES)[number];

/** What a query may ask of the status: a status, or `any`. */
export const STATUS_CONDITIONS = [...IMAGE_STATUSES, 'any'] as const;
export type StatusCondition = (typeof STATUS_CONDITIONS)[number];

/** `recent`: newest first. `version`: highest OS version first, newest build inside it. */
export const ORDERS = ['recent', 'version'] as const;
export type Order = (typeof ORDERS)[number];

/** `base`: the plain OS image only. `any`: GPU, database, container-host and the like too. */
export const VARIANT_CONDITIONS = ['base', 'any'] as const;
export type VariantCondition = (typeof VARIANT_CONDITIONS)[number];

/** What decided which of two images is newer. */
export const RECENCY_BASES = ['createdAt', 'buildDate', 'version', 'name'] as const;
export type RecencyBasis = (typeof RECENCY_BASES)[number];

/** The clouds by their Terraform providers' names. `qcloud` is Tencent's legacy API v2. */
export const CLOUD_IDS = [
  'alicloud',
  'tencentcloud',
  'qcloud',
  'zenlayercloud',
  'hcloud',
  'aws',
  'digitalocean',
  'openstack',
  'google',
  'azurerm',
] as const;
export type CloudId = (typeof CLOUD_IDS)[number];

/**
 * How look-ups use the lock file.
 *
 * - `off`: every query goes to the clouds.
 * - `add`: locked queries are answered from the file; others are resolved and added to it.
 * - `use`: as `add`, but the file is not written, and a warning says what is not locked.
 * - `frozen`: locked queries only. Anything else is an error that names the command that fixes it.
 */
export const LOCK_MODES = ['off', 'add', 'use', 'frozen'] as const;
export type LockMode = (typeof LOCK_MODES)[number];
