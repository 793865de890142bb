// Made from the field table in provider/schema by scripts/generate/pulumi-sdk.ts. Do not edit.
import type * as pulumi from '@pulumi/pulumi';

/** Conditions tried in place of the query’s own of the same name; the other conditions of the query hold too. */
export interface ImageAlternative {
  /**
   * Only images with one of these native ids.
   *
   * @example
   * ['img-487zeit5']
   */
  readonly imageIds?: readonly string[] | undefined;
  /**
   * Only images with exactly this name. Case counts. Tencent's names are asked for in English.
   *
   * @example
   * 'Ubuntu Server 22.04 LTS 64bit'
   */
  readonly name?: string | undefined;
  /**
   * Only images whose name matches this RE2 expression (the syntax of Go). Unanchored: write `^` and `$` where they are meant; `(?i)` makes it case-insensitive; look-around and back-references do not exist in RE2 and are refused.
   *
   * @example
   * '(?i)^ubuntu.*22\\.04'
   */
  readonly nameRegex?: string | undefined;
  /**
   * Never an image with one of these ids: a denylist for builds known to be bad.
   *
   * @example
   * ['ubuntu_22_04_x64_20G_alibase_20240322.vhd']
   */
  readonly excludeIds?: readonly string[] | undefined;
  /**
   * Never an image whose name matches this RE2 expression.
   *
   * @example
   * '(?i)gpu|docker'
   */
  readonly excludeNameRegex?: string | undefined;
  /**
   * Only images of this kind of operating system.
   *
   * @example
   * 'linux'
   */
  readonly osType?: 'linux' | 'windows' | 'bsd' | 'other' | undefined;
  /**
   * Only images of this distribution, by its normalized word such as `ubuntu`, `rocky`, `alinux` or `windows-server`. Read from the API where it says, else from the names.
   *
   * @example
   * 'ubuntu'
   */
  readonly distro?: string | undefined;
  /**
   * Only images with this OS version. A prefix by component (`7` matches 7.9, not 70) or a range (`>=20.04 <24.04`).
   *
   * @example
   * '22.04'
   */
  readonly osVersion?: string | undefined;
  /**
   * Only images for this processor architecture.
   *
   * @example
   * 'x86_64'
   */
  readonly architecture?: 'x86_64' | 'arm64' | 'i386' | undefined;
  /**
   * Only images that boot this way. Read from the API where it says, else from the name.
   *
   * @example
   * 'uefi'
   */
  readonly bootMode?: 'bios' | 'uefi' | 'uefi-preferred' | undefined;
  /**
   * Only Windows images in this language, as an ISO 639-1 code. Read from the names.
   *
   * @example
   * 'en'
   */
  readonly language?: string | undefined;
  /**
   * Only Windows images of this edition, such as `datacenter` or `standard`. Read from the names.
   *
   * @example
   * 'datacenter'
   */
  readonly edition?: string | undefined;
  /**
   * `base` keeps the plain OS images: GPU, database, container-host, "pro" and hardened variants drop out, counted in the explanation. `any` keeps every variant.
   *
   * Default: `base` when the query names `distro` or `osVersion` and has no condition on name or id, else `any`.
   *
   * @example
   * 'any'
   */
  readonly variants?: 'base' | 'any' | undefined;
  /**
   * Only images of these owners: `public` (the cloud's own), `self`, `shared`, `marketplace`, `community`, an account id, or the name of a publisher in the configuration's `publishers`. A stranger's look-alike is never chosen unless asked for.
   *
   * Default: `['public', 'self']`.
   *
   * @example
   * ['public']
   */
  readonly owners?: readonly string[] | undefined;
  /**
   * Only images in this state; `any` for all.
   *
   * Default: `available`.
   *
   * @example
   * 'available'
   */
  readonly status?: 'available' | 'pending' | 'failed' | 'any' | undefined;
  /**
   * Lets deprecated images take part. They come after live ones, and a warning says so when only deprecated ones matched.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly includeDeprecated?: boolean | undefined;
  /**
   * Only images of this image family, as the cloud names it. An error where the cloud's API has no families (qcloud, zenlayercloud).
   *
   * @example
   * 'acs:ubuntu_22_04_x64'
   */
  readonly family?: string | undefined;
  /**
   * Only images that carry all of these tags. An error where the cloud's API reports no tags (qcloud).
   *
   * @example
   * { team: 'web' }
   */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /**
   * Only images that this instance type can start, as the API judges it. An error naming the target where the API cannot tell (qcloud, zenlayercloud).
   *
   * @example
   * 'ecs.g7.large'
   */
  readonly instanceType?: string | undefined;
  /**
   * Only images that support (or, with `false`, do not support) cloud-init. An error where the API does not tell (qcloud, zenlayercloud).
   *
   * @example
   * true
   */
  readonly cloudInit?: boolean | undefined;
  /**
   * Only images created at or after this RFC 3339 instant. The build date in an id or name stands in where the API gives no time; images with neither never pass, and are counted apart.
   *
   * @example
   * '2024-01-01T00:00:00Z'
   */
  readonly createdAfter?: string | undefined;
  /**
   * Only images created before this RFC 3339 instant: the answer as of a date.
   *
   * @example
   * '2024-06-01T00:00:00Z'
   */
  readonly createdBefore?: string | undefined;
  /**
   * Only images at least this old: a cool-down before a new build is adopted. A whole number and a unit: `m`, `h`, `d` or `w`.
   *
   * @example
   * '7d'
   */
  readonly minAge?: string | undefined;
  /**
   * `recent`: newest first. `version`: highest OS version first, the newest build inside it.
   *
   * Default: `recent`.
   *
   * @example
   * 'version'
   */
  readonly order?: 'recent' | 'version' | undefined;
  /**
   * One image per target: the first in the order.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly mostRecent?: boolean | undefined;
  /**
   * One image per target: the n-th in the order, counted from 1. `2` is the one before the newest. Implies `mostRecent`.
   *
   * Default: `1` with `mostRecent`.
   *
   * @example
   * 2
   */
  readonly nth?: number | undefined;
  /**
   * Per cloud, that API's own request parameters, sent as they are and checked against the ones the API has. A list is written with commas.
   *
   * @example
   * { alicloud: { Usage: 'instance' } }
   */
  readonly native?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

/** Which machine images are meant. All fields are optional. */
export interface GetImagesArgs {
  /**
   * Where to look: one or more `cloud/region`. For zenlayercloud the region is the availability zone id.
   *
   * Default: the configuration's targets, else an error.
   *
   * @example
   * ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore']
   */
  readonly targets?: readonly string[] | undefined;
  /**
   * Only images with one of these native ids.
   *
   * @example
   * ['img-487zeit5']
   */
  readonly imageIds?: readonly string[] | undefined;
  /**
   * Only images with exactly this name. Case counts. Tencent's names are asked for in English.
   *
   * @example
   * 'Ubuntu Server 22.04 LTS 64bit'
   */
  readonly name?: string | undefined;
  /**
   * Only images whose name matches this RE2 expression (the syntax of Go). Unanchored: write `^` and `$` where they are meant; `(?i)` makes it case-insensitive; look-around and back-references do not exist in RE2 and are refused.
   *
   * @example
   * '(?i)^ubuntu.*22\\.04'
   */
  readonly nameRegex?: string | undefined;
  /**
   * Never an image with one of these ids: a denylist for builds known to be bad.
   *
   * @example
   * ['ubuntu_22_04_x64_20G_alibase_20240322.vhd']
   */
  readonly excludeIds?: readonly string[] | undefined;
  /**
   * Never an image whose name matches this RE2 expression.
   *
   * @example
   * '(?i)gpu|docker'
   */
  readonly excludeNameRegex?: string | undefined;
  /**
   * Only images of this kind of operating system.
   *
   * @example
   * 'linux'
   */
  readonly osType?: 'linux' | 'windows' | 'bsd' | 'other' | undefined;
  /**
   * Only images of this distribution, by its normalized word such as `ubuntu`, `rocky`, `alinux` or `windows-server`. Read from the API where it says, else from the names.
   *
   * @example
   * 'ubuntu'
   */
  readonly distro?: string | undefined;
  /**
   * Only images with this OS version. A prefix by component (`7` matches 7.9, not 70) or a range (`>=20.04 <24.04`).
   *
   * @example
   * '22.04'
   */
  readonly osVersion?: string | undefined;
  /**
   * Only images for this processor architecture.
   *
   * @example
   * 'x86_64'
   */
  readonly architecture?: 'x86_64' | 'arm64' | 'i386' | undefined;
  /**
   * Only images that boot this way. Read from the API where it says, else from the name.
   *
   * @example
   * 'uefi'
   */
  readonly bootMode?: 'bios' | 'uefi' | 'uefi-preferred' | undefined;
  /**
   * Only Windows images in this language, as an ISO 639-1 code. Read from the names.
   *
   * @example
   * 'en'
   */
  readonly language?: string | undefined;
  /**
   * Only Windows images of this edition, such as `datacenter` or `standard`. Read from the names.
   *
   * @example
   * 'datacenter'
   */
  readonly edition?: string | undefined;
  /**
   * `base` keeps the plain OS images: GPU, database, container-host, "pro" and hardened variants drop out, counted in the explanation. `any` keeps every variant.
   *
   * Default: `base` when the query names `distro` or `osVersion` and has no condition on name or id, else `any`.
   *
   * @example
   * 'any'
   */
  readonly variants?: 'base' | 'any' | undefined;
  /**
   * Only images of these owners: `public` (the cloud's own), `self`, `shared`, `marketplace`, `community`, an account id, or the name of a publisher in the configuration's `publishers`. A stranger's look-alike is never chosen unless asked for.
   *
   * Default: `['public', 'self']`.
   *
   * @example
   * ['public']
   */
  readonly owners?: readonly string[] | undefined;
  /**
   * Only images in this state; `any` for all.
   *
   * Default: `available`.
   *
   * @example
   * 'available'
   */
  readonly status?: 'available' | 'pending' | 'failed' | 'any' | undefined;
  /**
   * Lets deprecated images take part. They come after live ones, and a warning says so when only deprecated ones matched.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly includeDeprecated?: boolean | undefined;
  /**
   * Only images of this image family, as the cloud names it. An error where the cloud's API has no families (qcloud, zenlayercloud).
   *
   * @example
   * 'acs:ubuntu_22_04_x64'
   */
  readonly family?: string | undefined;
  /**
   * Only images that carry all of these tags. An error where the cloud's API reports no tags (qcloud).
   *
   * @example
   * { team: 'web' }
   */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /**
   * Only images that this instance type can start, as the API judges it. An error naming the target where the API cannot tell (qcloud, zenlayercloud).
   *
   * @example
   * 'ecs.g7.large'
   */
  readonly instanceType?: string | undefined;
  /**
   * Only images that support (or, with `false`, do not support) cloud-init. An error where the API does not tell (qcloud, zenlayercloud).
   *
   * @example
   * true
   */
  readonly cloudInit?: boolean | undefined;
  /**
   * Only images created at or after this RFC 3339 instant. The build date in an id or name stands in where the API gives no time; images with neither never pass, and are counted apart.
   *
   * @example
   * '2024-01-01T00:00:00Z'
   */
  readonly createdAfter?: string | undefined;
  /**
   * Only images created before this RFC 3339 instant: the answer as of a date.
   *
   * @example
   * '2024-06-01T00:00:00Z'
   */
  readonly createdBefore?: string | undefined;
  /**
   * Only images at least this old: a cool-down before a new build is adopted. A whole number and a unit: `m`, `h`, `d` or `w`.
   *
   * @example
   * '7d'
   */
  readonly minAge?: string | undefined;
  /**
   * `recent`: newest first. `version`: highest OS version first, the newest build inside it.
   *
   * Default: `recent`.
   *
   * @example
   * 'version'
   */
  readonly order?: 'recent' | 'version' | undefined;
  /**
   * One image per target: the first in the order.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly mostRecent?: boolean | undefined;
  /**
   * One image per target: the n-th in the order, counted from 1. `2` is the one before the newest. Implies `mostRecent`.
   *
   * Default: `1` with `mostRecent`.
   *
   * @example
   * 2
   */
  readonly nth?: number | undefined;
  /**
   * Per cloud, that API's own request parameters, sent as they are and checked against the ones the API has. A list is written with commas.
   *
   * @example
   * { alicloud: { Usage: 'instance' } }
   */
  readonly native?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /**
   * One and the same build in every target of a cloud: the newest build present in all of them. Regions that lag are named in a warning.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly sameBuild?: boolean | undefined;
  /**
   * No match is an empty answer instead of an error.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly optional?: boolean | undefined;
  /**
   * Alternatives tried in order. The first one that finds an image in every target speaks, and the answer says which (`anyOfIndex`).
   *
   * @example
   * [{ distro: 'rocky' }, { distro: 'almalinux' }]
   */
  readonly anyOf?: readonly ImageAlternative[] | undefined;
}

/** Alibaba Cloud. What is not given comes from the environment and the profile files. */
export interface AlicloudConfiguration {
  /** AccessKey id. */
  readonly accessKey?: string | undefined;
  /** AccessKey secret. */
  readonly secretKey?: string | undefined;
  /** STS token. */
  readonly securityToken?: string | undefined;
  /** The profile to read in `~/.aliyun/config.json`. */
  readonly profile?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_ALICLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** Tencent Cloud, API 3.0. What is not given comes from the environment and the profile files. */
export interface TencentcloudConfiguration {
  /** Secret id. */
  readonly secretId?: string | undefined;
  /** Secret key. */
  readonly secretKey?: string | undefined;
  /** STS token. */
  readonly securityToken?: string | undefined;
  /** The profile to read in `~/.tccli`. */
  readonly profile?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_TENCENTCLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** Tencent Cloud's legacy API v2. The same credentials as tencentcloud. */
export interface QcloudConfiguration {
  /** Secret id. */
  readonly secretId?: string | undefined;
  /** Secret key. */
  readonly secretKey?: string | undefined;
  /** STS token. */
  readonly securityToken?: string | undefined;
  /** The profile to read in `~/.tccli`. */
  readonly profile?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_QCLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** Zenlayer Elastic Compute. What is not given comes from the environment and the profile files. */
export interface ZenlayercloudConfiguration {
  /** Access key id. */
  readonly accessKeyId?: string | undefined;
  /** Access key password. */
  readonly accessKeyPassword?: string | undefined;
  /** Bearer token, in place of an access key. */
  readonly token?: string | undefined;
  /** The profile to read in `~/.zenlayer/config.json`. */
  readonly profile?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_ZENLAYERCLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** Where to look and with what credentials. What is not given comes from the stack’s configuration in the namespace `cloudimages`, then from the environment. */
export interface Configuration {
  /**
   * Where queries without targets of their own look: `cloud/region`.
   *
   * @example
   * ['alicloud/cn-hangzhou']
   */
  readonly targets?: readonly string[] | undefined;
  /**
   * Accounts by a name that queries use in `owners`: per publisher and cloud the account ids, with commas. None of the clouds publishes a list of publishers' accounts, so the names are yours.
   *
   * @example
   * { 'platform-team': { alicloud: '1234567890123456' } }
   */
  readonly publishers?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /**
   * The longest that one look-up may take, retries included. Seconds.
   *
   * Default: `120`.
   */
  readonly timeoutSeconds?: number | undefined;
  /** Alibaba Cloud. */
  readonly alicloud?: AlicloudConfiguration | undefined;
  /** Tencent Cloud. */
  readonly tencentcloud?: TencentcloudConfiguration | undefined;
  /** Tencent Cloud, legacy API v2. */
  readonly qcloud?: QcloudConfiguration | undefined;
  /** Zenlayer. */
  readonly zenlayercloud?: ZenlayercloudConfiguration | undefined;
}

/** Conditions tried in place of the query’s own of the same name; the other conditions of the query hold too. */
export interface ImageAlternativeInput {
  /**
   * Only images with one of these native ids.
   *
   * @example
   * ['img-487zeit5']
   */
  readonly imageIds?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Only images with exactly this name. Case counts. Tencent's names are asked for in English.
   *
   * @example
   * 'Ubuntu Server 22.04 LTS 64bit'
   */
  readonly name?: pulumi.Input<string> | undefined;
  /**
   * Only images whose name matches this RE2 expression (the syntax of Go). Unanchored: write `^` and `$` where they are meant; `(?i)` makes it case-insensitive; look-around and back-references do not exist in RE2 and are refused.
   *
   * @example
   * '(?i)^ubuntu.*22\\.04'
   */
  readonly nameRegex?: pulumi.Input<string> | undefined;
  /**
   * Never an image with one of these ids: a denylist for builds known to be bad.
   *
   * @example
   * ['ubuntu_22_04_x64_20G_alibase_20240322.vhd']
   */
  readonly excludeIds?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Never an image whose name matches this RE2 expression.
   *
   * @example
   * '(?i)gpu|docker'
   */
  readonly excludeNameRegex?: pulumi.Input<string> | undefined;
  /**
   * Only images of this kind of operating system.
   *
   * @example
   * 'linux'
   */
  readonly osType?: pulumi.Input<'linux' | 'windows' | 'bsd' | 'other'> | undefined;
  /**
   * Only images of this distribution, by its normalized word such as `ubuntu`, `rocky`, `alinux` or `windows-server`. Read from the API where it says, else from the names.
   *
   * @example
   * 'ubuntu'
   */
  readonly distro?: pulumi.Input<string> | undefined;
  /**
   * Only images with this OS version. A prefix by component (`7` matches 7.9, not 70) or a range (`>=20.04 <24.04`).
   *
   * @example
   * '22.04'
   */
  readonly osVersion?: pulumi.Input<string> | undefined;
  /**
   * Only images for this processor architecture.
   *
   * @example
   * 'x86_64'
   */
  readonly architecture?: pulumi.Input<'x86_64' | 'arm64' | 'i386'> | undefined;
  /**
   * Only images that boot this way. Read from the API where it says, else from the name.
   *
   * @example
   * 'uefi'
   */
  readonly bootMode?: pulumi.Input<'bios' | 'uefi' | 'uefi-preferred'> | undefined;
  /**
   * Only Windows images in this language, as an ISO 639-1 code. Read from the names.
   *
   * @example
   * 'en'
   */
  readonly language?: pulumi.Input<string> | undefined;
  /**
   * Only Windows images of this edition, such as `datacenter` or `standard`. Read from the names.
   *
   * @example
   * 'datacenter'
   */
  readonly edition?: pulumi.Input<string> | undefined;
  /**
   * `base` keeps the plain OS images: GPU, database, container-host, "pro" and hardened variants drop out, counted in the explanation. `any` keeps every variant.
   *
   * Default: `base` when the query names `distro` or `osVersion` and has no condition on name or id, else `any`.
   *
   * @example
   * 'any'
   */
  readonly variants?: pulumi.Input<'base' | 'any'> | undefined;
  /**
   * Only images of these owners: `public` (the cloud's own), `self`, `shared`, `marketplace`, `community`, an account id, or the name of a publisher in the configuration's `publishers`. A stranger's look-alike is never chosen unless asked for.
   *
   * Default: `['public', 'self']`.
   *
   * @example
   * ['public']
   */
  readonly owners?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Only images in this state; `any` for all.
   *
   * Default: `available`.
   *
   * @example
   * 'available'
   */
  readonly status?: pulumi.Input<'available' | 'pending' | 'failed' | 'any'> | undefined;
  /**
   * Lets deprecated images take part. They come after live ones, and a warning says so when only deprecated ones matched.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly includeDeprecated?: pulumi.Input<boolean> | undefined;
  /**
   * Only images of this image family, as the cloud names it. An error where the cloud's API has no families (qcloud, zenlayercloud).
   *
   * @example
   * 'acs:ubuntu_22_04_x64'
   */
  readonly family?: pulumi.Input<string> | undefined;
  /**
   * Only images that carry all of these tags. An error where the cloud's API reports no tags (qcloud).
   *
   * @example
   * { team: 'web' }
   */
  readonly tags?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>> | undefined;
  /**
   * Only images that this instance type can start, as the API judges it. An error naming the target where the API cannot tell (qcloud, zenlayercloud).
   *
   * @example
   * 'ecs.g7.large'
   */
  readonly instanceType?: pulumi.Input<string> | undefined;
  /**
   * Only images that support (or, with `false`, do not support) cloud-init. An error where the API does not tell (qcloud, zenlayercloud).
   *
   * @example
   * true
   */
  readonly cloudInit?: pulumi.Input<boolean> | undefined;
  /**
   * Only images created at or after this RFC 3339 instant. The build date in an id or name stands in where the API gives no time; images with neither never pass, and are counted apart.
   *
   * @example
   * '2024-01-01T00:00:00Z'
   */
  readonly createdAfter?: pulumi.Input<string> | undefined;
  /**
   * Only images created before this RFC 3339 instant: the answer as of a date.
   *
   * @example
   * '2024-06-01T00:00:00Z'
   */
  readonly createdBefore?: pulumi.Input<string> | undefined;
  /**
   * Only images at least this old: a cool-down before a new build is adopted. A whole number and a unit: `m`, `h`, `d` or `w`.
   *
   * @example
   * '7d'
   */
  readonly minAge?: pulumi.Input<string> | undefined;
  /**
   * `recent`: newest first. `version`: highest OS version first, the newest build inside it.
   *
   * Default: `recent`.
   *
   * @example
   * 'version'
   */
  readonly order?: pulumi.Input<'recent' | 'version'> | undefined;
  /**
   * One image per target: the first in the order.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly mostRecent?: pulumi.Input<boolean> | undefined;
  /**
   * One image per target: the n-th in the order, counted from 1. `2` is the one before the newest. Implies `mostRecent`.
   *
   * Default: `1` with `mostRecent`.
   *
   * @example
   * 2
   */
  readonly nth?: pulumi.Input<number> | undefined;
  /**
   * Per cloud, that API's own request parameters, sent as they are and checked against the ones the API has. A list is written with commas.
   *
   * @example
   * { alicloud: { Usage: 'instance' } }
   */
  readonly native?: pulumi.Input<Readonly<Record<string, pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>>>> | undefined;
}

/** Which machine images are meant. All fields are optional. */
export interface GetImagesOutputArgs {
  /**
   * Where to look: one or more `cloud/region`. For zenlayercloud the region is the availability zone id.
   *
   * Default: the configuration's targets, else an error.
   *
   * @example
   * ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore']
   */
  readonly targets?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Only images with one of these native ids.
   *
   * @example
   * ['img-487zeit5']
   */
  readonly imageIds?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Only images with exactly this name. Case counts. Tencent's names are asked for in English.
   *
   * @example
   * 'Ubuntu Server 22.04 LTS 64bit'
   */
  readonly name?: pulumi.Input<string> | undefined;
  /**
   * Only images whose name matches this RE2 expression (the syntax of Go). Unanchored: write `^` and `$` where they are meant; `(?i)` makes it case-insensitive; look-around and back-references do not exist in RE2 and are refused.
   *
   * @example
   * '(?i)^ubuntu.*22\\.04'
   */
  readonly nameRegex?: pulumi.Input<string> | undefined;
  /**
   * Never an image with one of these ids: a denylist for builds known to be bad.
   *
   * @example
   * ['ubuntu_22_04_x64_20G_alibase_20240322.vhd']
   */
  readonly excludeIds?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Never an image whose name matches this RE2 expression.
   *
   * @example
   * '(?i)gpu|docker'
   */
  readonly excludeNameRegex?: pulumi.Input<string> | undefined;
  /**
   * Only images of this kind of operating system.
   *
   * @example
   * 'linux'
   */
  readonly osType?: pulumi.Input<'linux' | 'windows' | 'bsd' | 'other'> | undefined;
  /**
   * Only images of this distribution, by its normalized word such as `ubuntu`, `rocky`, `alinux` or `windows-server`. Read from the API where it says, else from the names.
   *
   * @example
   * 'ubuntu'
   */
  readonly distro?: pulumi.Input<string> | undefined;
  /**
   * Only images with this OS version. A prefix by component (`7` matches 7.9, not 70) or a range (`>=20.04 <24.04`).
   *
   * @example
   * '22.04'
   */
  readonly osVersion?: pulumi.Input<string> | undefined;
  /**
   * Only images for this processor architecture.
   *
   * @example
   * 'x86_64'
   */
  readonly architecture?: pulumi.Input<'x86_64' | 'arm64' | 'i386'> | undefined;
  /**
   * Only images that boot this way. Read from the API where it says, else from the name.
   *
   * @example
   * 'uefi'
   */
  readonly bootMode?: pulumi.Input<'bios' | 'uefi' | 'uefi-preferred'> | undefined;
  /**
   * Only Windows images in this language, as an ISO 639-1 code. Read from the names.
   *
   * @example
   * 'en'
   */
  readonly language?: pulumi.Input<string> | undefined;
  /**
   * Only Windows images of this edition, such as `datacenter` or `standard`. Read from the names.
   *
   * @example
   * 'datacenter'
   */
  readonly edition?: pulumi.Input<string> | undefined;
  /**
   * `base` keeps the plain OS images: GPU, database, container-host, "pro" and hardened variants drop out, counted in the explanation. `any` keeps every variant.
   *
   * Default: `base` when the query names `distro` or `osVersion` and has no condition on name or id, else `any`.
   *
   * @example
   * 'any'
   */
  readonly variants?: pulumi.Input<'base' | 'any'> | undefined;
  /**
   * Only images of these owners: `public` (the cloud's own), `self`, `shared`, `marketplace`, `community`, an account id, or the name of a publisher in the configuration's `publishers`. A stranger's look-alike is never chosen unless asked for.
   *
   * Default: `['public', 'self']`.
   *
   * @example
   * ['public']
   */
  readonly owners?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Only images in this state; `any` for all.
   *
   * Default: `available`.
   *
   * @example
   * 'available'
   */
  readonly status?: pulumi.Input<'available' | 'pending' | 'failed' | 'any'> | undefined;
  /**
   * Lets deprecated images take part. They come after live ones, and a warning says so when only deprecated ones matched.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly includeDeprecated?: pulumi.Input<boolean> | undefined;
  /**
   * Only images of this image family, as the cloud names it. An error where the cloud's API has no families (qcloud, zenlayercloud).
   *
   * @example
   * 'acs:ubuntu_22_04_x64'
   */
  readonly family?: pulumi.Input<string> | undefined;
  /**
   * Only images that carry all of these tags. An error where the cloud's API reports no tags (qcloud).
   *
   * @example
   * { team: 'web' }
   */
  readonly tags?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>> | undefined;
  /**
   * Only images that this instance type can start, as the API judges it. An error naming the target where the API cannot tell (qcloud, zenlayercloud).
   *
   * @example
   * 'ecs.g7.large'
   */
  readonly instanceType?: pulumi.Input<string> | undefined;
  /**
   * Only images that support (or, with `false`, do not support) cloud-init. An error where the API does not tell (qcloud, zenlayercloud).
   *
   * @example
   * true
   */
  readonly cloudInit?: pulumi.Input<boolean> | undefined;
  /**
   * Only images created at or after this RFC 3339 instant. The build date in an id or name stands in where the API gives no time; images with neither never pass, and are counted apart.
   *
   * @example
   * '2024-01-01T00:00:00Z'
   */
  readonly createdAfter?: pulumi.Input<string> | undefined;
  /**
   * Only images created before this RFC 3339 instant: the answer as of a date.
   *
   * @example
   * '2024-06-01T00:00:00Z'
   */
  readonly createdBefore?: pulumi.Input<string> | undefined;
  /**
   * Only images at least this old: a cool-down before a new build is adopted. A whole number and a unit: `m`, `h`, `d` or `w`.
   *
   * @example
   * '7d'
   */
  readonly minAge?: pulumi.Input<string> | undefined;
  /**
   * `recent`: newest first. `version`: highest OS version first, the newest build inside it.
   *
   * Default: `recent`.
   *
   * @example
   * 'version'
   */
  readonly order?: pulumi.Input<'recent' | 'version'> | undefined;
  /**
   * One image per target: the first in the order.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly mostRecent?: pulumi.Input<boolean> | undefined;
  /**
   * One image per target: the n-th in the order, counted from 1. `2` is the one before the newest. Implies `mostRecent`.
   *
   * Default: `1` with `mostRecent`.
   *
   * @example
   * 2
   */
  readonly nth?: pulumi.Input<number> | undefined;
  /**
   * Per cloud, that API's own request parameters, sent as they are and checked against the ones the API has. A list is written with commas.
   *
   * @example
   * { alicloud: { Usage: 'instance' } }
   */
  readonly native?: pulumi.Input<Readonly<Record<string, pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>>>> | undefined;
  /**
   * One and the same build in every target of a cloud: the newest build present in all of them. Regions that lag are named in a warning.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly sameBuild?: pulumi.Input<boolean> | undefined;
  /**
   * No match is an empty answer instead of an error.
   *
   * Default: `false`.
   *
   * @example
   * true
   */
  readonly optional?: pulumi.Input<boolean> | undefined;
  /**
   * Alternatives tried in order. The first one that finds an image in every target speaks, and the answer says which (`anyOfIndex`).
   *
   * @example
   * [{ distro: 'rocky' }, { distro: 'almalinux' }]
   */
  readonly anyOf?: pulumi.Input<readonly pulumi.Input<ImageAlternativeInput>[]> | undefined;
}

/** Alibaba Cloud. What is not given comes from the environment and the profile files. */
export interface AlicloudConfigurationInput {
  /** AccessKey id. */
  readonly accessKey?: pulumi.Input<string> | undefined;
  /** AccessKey secret. */
  readonly secretKey?: pulumi.Input<string> | undefined;
  /** STS token. */
  readonly securityToken?: pulumi.Input<string> | undefined;
  /** The profile to read in `~/.aliyun/config.json`. */
  readonly profile?: pulumi.Input<string> | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_ALICLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: pulumi.Input<string> | undefined;
}

/** Tencent Cloud, API 3.0. What is not given comes from the environment and the profile files. */
export interface TencentcloudConfigurationInput {
  /** Secret id. */
  readonly secretId?: pulumi.Input<string> | undefined;
  /** Secret key. */
  readonly secretKey?: pulumi.Input<string> | undefined;
  /** STS token. */
  readonly securityToken?: pulumi.Input<string> | undefined;
  /** The profile to read in `~/.tccli`. */
  readonly profile?: pulumi.Input<string> | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_TENCENTCLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: pulumi.Input<string> | undefined;
}

/** Tencent Cloud's legacy API v2. The same credentials as tencentcloud. */
export interface QcloudConfigurationInput {
  /** Secret id. */
  readonly secretId?: pulumi.Input<string> | undefined;
  /** Secret key. */
  readonly secretKey?: pulumi.Input<string> | undefined;
  /** STS token. */
  readonly securityToken?: pulumi.Input<string> | undefined;
  /** The profile to read in `~/.tccli`. */
  readonly profile?: pulumi.Input<string> | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_QCLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: pulumi.Input<string> | undefined;
}

/** Zenlayer Elastic Compute. What is not given comes from the environment and the profile files. */
export interface ZenlayercloudConfigurationInput {
  /** Access key id. */
  readonly accessKeyId?: pulumi.Input<string> | undefined;
  /** Access key password. */
  readonly accessKeyPassword?: pulumi.Input<string> | undefined;
  /** Bearer token, in place of an access key. */
  readonly token?: pulumi.Input<string> | undefined;
  /** The profile to read in `~/.zenlayer/config.json`. */
  readonly profile?: pulumi.Input<string> | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_ZENLAYERCLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: pulumi.Input<string> | undefined;
}

/** Where to look and with what credentials. What is not given comes from the stack’s configuration in the namespace `cloudimages`, then from the environment. */
export interface ConfigurationInput {
  /**
   * Where queries without targets of their own look: `cloud/region`.
   *
   * @example
   * ['alicloud/cn-hangzhou']
   */
  readonly targets?: pulumi.Input<readonly pulumi.Input<string>[]> | undefined;
  /**
   * Accounts by a name that queries use in `owners`: per publisher and cloud the account ids, with commas. None of the clouds publishes a list of publishers' accounts, so the names are yours.
   *
   * @example
   * { 'platform-team': { alicloud: '1234567890123456' } }
   */
  readonly publishers?: pulumi.Input<Readonly<Record<string, pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>>>> | undefined;
  /**
   * The longest that one look-up may take, retries included. Seconds.
   *
   * Default: `120`.
   */
  readonly timeoutSeconds?: pulumi.Input<number> | undefined;
  /** Alibaba Cloud. */
  readonly alicloud?: pulumi.Input<AlicloudConfigurationInput> | undefined;
  /** Tencent Cloud. */
  readonly tencentcloud?: pulumi.Input<TencentcloudConfigurationInput> | undefined;
  /** Tencent Cloud, legacy API v2. */
  readonly qcloud?: pulumi.Input<QcloudConfigurationInput> | undefined;
  /** Zenlayer. */
  readonly zenlayercloud?: pulumi.Input<ZenlayercloudConfigurationInput> | undefined;
}

/** Which one machine image is meant. All fields are optional. */
export type GetImageArgs = GetImagesArgs;

/** Which one machine image is meant. All fields are optional. */
export type GetImageOutputArgs = GetImagesOutputArgs;
