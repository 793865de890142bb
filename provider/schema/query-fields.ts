/** The query's rows of the field table. */
import {
  ARCHITECTURES,
  BOOT_MODES,
  ORDERS,
  OS_TYPES,
  STATUS_CONDITIONS,
  VARIANT_CONDITIONS,
} from '../image/words';
import type { Field, Fields } from './field';

const strings = { list: 'string' } as const;

/** What an image must be. These fields may be in the query and in each entry of `anyOf`. */
const CONDITIONS = {
  imageIds: {
    type: strings,
    doc: 'Only images with one of these native ids. They are asked for by id, without a listing. Their owners, deprecation and variants do not matter unless the query says so; what is unusual about them is a warning.',
    example: "['img-487zeit5']",
  },
  name: {
    type: 'string',
    doc: "Only images with exactly this name. Case counts. Tencent's names are asked for in English.",
    example: "'Ubuntu Server 22.04 LTS 64bit'",
  },
  nameRegex: {
    type: 'string',
    doc: 'Only images whose name matches this RE2 expression (the syntax of Go). Unanchored: write `^` and `$` where they are meant; `(?i)` makes it case-insensitive; look-around and back-references do not exist in RE2 and are refused.',
    example: "'(?i)^ubuntu.*22\\\\.04'",
  },
  excludeIds: {
    type: strings,
    doc: 'Never an image with one of these ids: a denylist for builds known to be bad.',
    example: "['ubuntu_22_04_x64_20G_alibase_20240322.vhd']",
  },
  excludeNameRegex: {
    type: 'string',
    doc: 'Never an image whose name matches this RE2 expression.',
    example: "'(?i)gpu|docker'",
  },
  osType: {
    type: 'string',
    doc: 'Only images of this kind of operating system.',
    values: OS_TYPES,
    example: "'linux'",
  },
  distro: {
    type: 'string',
    doc: 'Only images of this distribution, by its normalized word such as `ubuntu`, `rocky`, `alinux` or `windows-server`. Read from the API where it says, else from the names.',
    example: "'ubuntu'",
  },
  osVersion: {
    type: 'string',
    doc: 'Only images with this OS version. A prefix by component (`7` matches 7.9, not 70; `2012` does not match 2012 R2) or a range (`>=20.04 <24.04`).',
    example: "'22.04'",
  },
  architecture: {
    type: 'string',
    doc: 'Only images for this processor architecture.',
    values: ARCHITECTURES,
    default:
      'none is assumed: a pick from images for several architectures is an error, and any pick without one is a warning',
    example: "'x86_64'",
  },
  bootMode: {
    type: 'string',
    doc: 'Only images that boot this way. Read from the API where it says, else from the name.',
    values: BOOT_MODES,
    example: "'uefi'",
  },
  language: {
    type: 'string',
    doc: 'Only images in this language, as an ISO 639-1 code such as `en` or `zh`. Read from the names of Windows images; other images have none and do not pass.',
    example: "'en'",
  },
  edition: {
    type: 'string',
    doc: 'Only Windows images of this edition: `datacenter`, `standard`, `enterprise`, `essentials`, `foundation`, `web`, `pro`, `education` or `home`. Read from the names.',
    example: "'datacenter'",
  },
  variants: {
    type: 'string',
    doc: '`base` keeps the plain OS images: GPU, bare-metal, HPC, database, container-host, application, Server Core, "pro" and hardened variants drop out, counted in the explanation. `any` keeps every variant.',
    values: VARIANT_CONDITIONS,
    default:
      '`base` for a plain query (one that names `distro` or `osVersion`, has no condition on `imageIds`, `family` or `tags`, and does not leave `public` out of `owners`) without a condition on the name; else `any`',
    example: "'any'",
  },
  owners: {
    type: strings,
    doc: "Only images of these owners: `public` (the cloud's own; where anyone can publish images, those of the official publishers in docs/clouds.md, with `distro` those of that distribution), `self`, `shared`, `marketplace`, `community`, an account id, or the name of a publisher, such as `canonical` or one of the configuration's `publishers`. A stranger's look-alike is never chosen unless asked for.",
    default:
      "`['public']` for a plain query (see `variants`); any owner with `imageIds`; else `['public', 'self']`",
    example: "['public']",
  },
  status: {
    type: 'string',
    doc: 'Only images in this state; `any` for all.',
    values: STATUS_CONDITIONS,
    default: '`available`',
    example: "'available'",
  },
  includeDeprecated: {
    type: 'boolean',
    doc: 'Lets deprecated images take part. They come after live ones, and a warning says so when only deprecated ones matched.',
    default: '`false`; `true` with `imageIds`',
    example: 'true',
  },
  family: {
    type: 'string',
    doc: "Only images of this image family, as the cloud names it. An error where the cloud's API has no families (qcloud, zenlayercloud).",
    example: "'acs:ubuntu_22_04_x64'",
  },
  tags: {
    type: { map: 'string' },
    doc: "Only images that carry all of these tags. An error where the cloud's API reports no tags (qcloud).",
    example: "{ team: 'web' }",
  },
  instanceType: {
    type: 'string',
    doc: 'Only images that this instance type can start, as the API judges it. An error that names the target where the API does not support it (qcloud, zenlayercloud).',
    example: "'ecs.g7.large'",
  },
  cloudInit: {
    type: 'boolean',
    doc: 'Only images that support (or, with `false`, do not support) cloud-init. An error where the API does not report it (qcloud, zenlayercloud).',
    example: 'true',
  },
  createdAfter: {
    type: 'string',
    doc: 'Only images created at or after this RFC 3339 instant. The build date in an id or name stands in where the API gives no time; images with neither never pass, and are counted apart.',
    example: "'2024-01-01T00:00:00Z'",
  },
  createdBefore: {
    type: 'string',
    doc: 'Only images created before this RFC 3339 instant: the answer as of a date.',
    example: "'2024-06-01T00:00:00Z'",
  },
  minAge: {
    type: 'string',
    doc: 'Only images at least this old: a cool-down before a new build is adopted. A whole number and a unit: `m`, `h`, `d` or `w`.',
    example: "'7d'",
  },
  order: {
    type: 'string',
    doc: '`recent`: newest first. `version`: highest OS version first, then edition, language and boot mode, then the newest build. A pick by `version` over several distributions is an error.',
    values: ORDERS,
    default: '`version` for a plain query (see `variants`), else `recent`',
    example: "'version'",
  },
  mostRecent: {
    type: 'boolean',
    doc: 'One image per target: the first in the order.',
    default: '`false`',
    example: 'true',
  },
  nth: {
    type: 'integer',
    doc: 'One image per target: the n-th in the order, counted from 1. `2` is the one before the newest. Implies `mostRecent`.',
    default: '`1` with `mostRecent`',
    example: '2',
  },
  native: {
    type: { map: { map: 'string' } },
    doc: "Per cloud, that API's own request parameters, sent as they are and checked against the ones the API has. A list is written with commas.",
    example: "{ alicloud: { Usage: 'instance' } }",
  },
} as const satisfies Fields;

/** One entry of `anyOf`: conditions that take the place of the query's own. */
export const ALTERNATIVE_TYPE = {
  name: 'ImageAlternative',
  doc: 'Conditions tried in place of the query’s own of the same name; the other conditions of the query hold too.',
  fields: CONDITIONS,
} as const;

const targets = {
  type: strings,
  doc: 'Where to look: one or more `cloud/region`. For zenlayercloud the region is the availability zone id.',
  default: "the configuration's targets, else an error",
  example: "['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore']",
} as const satisfies Field;

const COMBINATIONS = {
  sameBuild: {
    type: 'boolean',
    doc: 'One and the same build in every target of a cloud: the newest build present in all of them. Regions that lag are named in a warning.',
    default: '`false`',
    example: 'true',
  },
  optional: {
    type: 'boolean',
    doc: 'No match is an empty answer instead of an error.',
    default: '`false`',
    example: 'true',
  },
  anyOf: {
    type: { list: { object: ALTERNATIVE_TYPE } },
    doc: 'Alternatives tried in order. The first one that finds an image in every target is used, and the answer says which (`anyOfIndex`). Each needs at least one condition, and its defaults are judged by itself.',
    example: "[{ distro: 'rocky' }, { distro: 'almalinux' }]",
  },
} as const satisfies Fields;

const query = {
  type: 'string',
  doc: 'The name of a query in cloudimages.json, in place of all conditions. Only `targets` may be given beside it.',
  example: "'web'",
} as const satisfies Field;

/** Every field of a query, in the order in which people read them. */
export const QUERY_FIELDS = {
  targets,
  query,
  ...CONDITIONS,
  ...COMBINATIONS,
} as const satisfies Fields;
