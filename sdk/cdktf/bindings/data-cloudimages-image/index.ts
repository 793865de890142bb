// https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataCloudimagesImageConfig extends cdktf.TerraformMetaArguments {
  /**
  * Where to look: one or more `cloud/region`. For zenlayercloud the region is the availability zone id. Default: the configuration's targets, else an error. Example: `['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#targets DataCloudimagesImage#targets}
  */
  readonly targets?: string[];
  /**
  * The name of a query in cloudimages.json, in place of all conditions. Only `targets` may be given beside it. Example: `'web'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#query DataCloudimagesImage#query}
  */
  readonly query?: string;
  /**
  * Only images with one of these native ids. They are asked for by id, without a listing. Their owners, deprecation and variants do not matter unless the query says so; what is unusual about them is a warning. Example: `['img-487zeit5']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#image_ids DataCloudimagesImage#image_ids}
  */
  readonly imageIds?: string[];
  /**
  * Only images with exactly this name. Case counts. Tencent's names are asked for in English. Example: `'Ubuntu Server 22.04 LTS 64bit'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#name DataCloudimagesImage#name}
  */
  readonly name?: string;
  /**
  * Only images whose name matches this RE2 expression (the syntax of Go). Unanchored: write `^` and `$` where they are meant; `(?i)` makes it case-insensitive; look-around and back-references do not exist in RE2 and are refused. Example: `'(?i)^ubuntu.*22\\.04'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#name_regex DataCloudimagesImage#name_regex}
  */
  readonly nameRegex?: string;
  /**
  * Never an image with one of these ids: a denylist for builds known to be bad. Example: `['ubuntu_22_04_x64_20G_alibase_20240322.vhd']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#exclude_ids DataCloudimagesImage#exclude_ids}
  */
  readonly excludeIds?: string[];
  /**
  * Never an image whose name matches this RE2 expression. Example: `'(?i)gpu|docker'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#exclude_name_regex DataCloudimagesImage#exclude_name_regex}
  */
  readonly excludeNameRegex?: string;
  /**
  * Only images of this kind of operating system. One of `'linux'`, `'windows'`, `'bsd'`, `'other'`. Example: `'linux'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#os_type DataCloudimagesImage#os_type}
  */
  readonly osType?: string;
  /**
  * Only images of this distribution, by its normalized word such as `ubuntu`, `rocky`, `alinux` or `windows-server`. Read from the API where it says, else from the names. Example: `'ubuntu'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#distro DataCloudimagesImage#distro}
  */
  readonly distro?: string;
  /**
  * Only images with this OS version. A prefix by component (`7` matches 7.9, not 70; `2012` does not match 2012 R2) or a range (`>=20.04 <24.04`). Example: `'22.04'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#os_version DataCloudimagesImage#os_version}
  */
  readonly osVersion?: string;
  /**
  * Only images for this processor architecture. One of `'x86_64'`, `'arm64'`, `'i386'`. Default: none is assumed: a pick from images for several architectures is an error, and any pick without one is a warning. Example: `'x86_64'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#architecture DataCloudimagesImage#architecture}
  */
  readonly architecture?: string;
  /**
  * Only images that boot this way. Read from the API where it says, else from the name. One of `'bios'`, `'uefi'`, `'uefi-preferred'`. Example: `'uefi'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#boot_mode DataCloudimagesImage#boot_mode}
  */
  readonly bootMode?: string;
  /**
  * Only images in this language, as an ISO 639-1 code such as `en` or `zh`. Read from the names of Windows images; other images have none and do not pass. Example: `'en'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#language DataCloudimagesImage#language}
  */
  readonly language?: string;
  /**
  * Only Windows images of this edition: `datacenter`, `standard`, `enterprise`, `essentials`, `foundation`, `web`, `pro`, `education` or `home`. Read from the names. Example: `'datacenter'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#edition DataCloudimagesImage#edition}
  */
  readonly edition?: string;
  /**
  * `base` keeps the plain OS images: GPU, bare-metal, HPC, database, container-host, application, Server Core, "pro" and hardened variants drop out, counted in the explanation. `any` keeps every variant. One of `'base'`, `'any'`. Default: `base` for a plain query (one that names `distro` or `osVersion`, has no condition on `imageIds`, `family` or `tags`, and does not leave `public` out of `owners`) without a condition on the name; else `any`. Example: `'any'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#variants DataCloudimagesImage#variants}
  */
  readonly variants?: string;
  /**
  * Only images of these owners: `public` (the cloud's own; where anyone can publish images, those of the official publishers in docs/clouds.md, with `distro` those of that distribution), `self`, `shared`, `marketplace`, `community`, an account id, or the name of a publisher, such as `canonical` or one of the configuration's `publishers`. A stranger's look-alike is never chosen unless asked for. Default: `['public']` for a plain query (see `variants`); any owner with `imageIds`; else `['public', 'self']`. Example: `['public']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#owners DataCloudimagesImage#owners}
  */
  readonly owners?: string[];
  /**
  * Only images in this state; `any` for all. One of `'available'`, `'pending'`, `'failed'`, `'any'`. Default: `available`. Example: `'available'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#status DataCloudimagesImage#status}
  */
  readonly status?: string;
  /**
  * Lets deprecated images take part. They come after live ones, and a warning says so when only deprecated ones matched. Default: `false`; `true` with `imageIds`. Example: `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#include_deprecated DataCloudimagesImage#include_deprecated}
  */
  readonly includeDeprecated?: boolean | cdktf.IResolvable;
  /**
  * Only images of this image family, as the cloud names it. An error where the cloud's API has no families (qcloud, zenlayercloud). Example: `'acs:ubuntu_22_04_x64'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#family DataCloudimagesImage#family}
  */
  readonly family?: string;
  /**
  * Only images that carry all of these tags. An error where the cloud's API reports no tags (qcloud). Example: `{ team: 'web' }`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#tags DataCloudimagesImage#tags}
  */
  readonly tags?: { [key: string]: string };
  /**
  * Only images that this instance type can start, as the API judges it. An error that names the target where the API does not support it (qcloud, zenlayercloud). Example: `'ecs.g7.large'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#instance_type DataCloudimagesImage#instance_type}
  */
  readonly instanceType?: string;
  /**
  * Only images that support (or, with `false`, do not support) cloud-init. An error where the API does not report it (qcloud, zenlayercloud). Example: `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#cloud_init DataCloudimagesImage#cloud_init}
  */
  readonly cloudInit?: boolean | cdktf.IResolvable;
  /**
  * Only images created at or after this RFC 3339 instant. The build date in an id or name stands in where the API gives no time; images with neither never pass, and are counted apart. Example: `'2024-01-01T00:00:00Z'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#created_after DataCloudimagesImage#created_after}
  */
  readonly createdAfter?: string;
  /**
  * Only images created before this RFC 3339 instant: the answer as of a date. Example: `'2024-06-01T00:00:00Z'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#created_before DataCloudimagesImage#created_before}
  */
  readonly createdBefore?: string;
  /**
  * Only images at least this old: a cool-down before a new build is adopted. A whole number and a unit: `m`, `h`, `d` or `w`. Example: `'7d'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#min_age DataCloudimagesImage#min_age}
  */
  readonly minAge?: string;
  /**
  * `recent`: newest first. `version`: highest OS version first, then edition, language and boot mode, then the newest build. A pick by `version` over several distributions is an error. One of `'recent'`, `'version'`. Default: `version` for a plain query (see `variants`), else `recent`. Example: `'version'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#order DataCloudimagesImage#order}
  */
  readonly order?: string;
  /**
  * One image per target: the first in the order. Default: `false`. Example: `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#most_recent DataCloudimagesImage#most_recent}
  */
  readonly mostRecent?: boolean | cdktf.IResolvable;
  /**
  * One image per target: the n-th in the order, counted from 1. `2` is the one before the newest. Implies `mostRecent`. Default: `1` with `mostRecent`. Example: `2`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#nth DataCloudimagesImage#nth}
  */
  readonly nth?: number;
  /**
  * Per cloud, that API's own request parameters, sent as they are and checked against the ones the API has. A list is written with commas. Example: `{ alicloud: { Usage: 'instance' } }`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#native DataCloudimagesImage#native}
  */
  readonly native?: { [key: string]: { [key: string]: string } } | cdktf.IResolvable;
  /**
  * One and the same build in every target of a cloud: the newest build present in all of them. Regions that lag are named in a warning. Default: `false`. Example: `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#same_build DataCloudimagesImage#same_build}
  */
  readonly sameBuild?: boolean | cdktf.IResolvable;
  /**
  * Alternatives tried in order. The first one that finds an image in every target is used, and the answer says which (`anyOfIndex`). Each needs at least one condition, and its defaults are judged by itself. Example: `[{ distro: 'rocky' }, { distro: 'almalinux' }]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#any_of DataCloudimagesImage#any_of}
  */
  readonly anyOf?: DataCloudimagesImageAnyOf[] | cdktf.IResolvable;
}
export interface DataCloudimagesImageAnyOf {
  /**
  * Only images with one of these native ids. They are asked for by id, without a listing. Their owners, deprecation and variants do not matter unless the query says so; what is unusual about them is a warning. Example: `['img-487zeit5']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#image_ids DataCloudimagesImage#image_ids}
  */
  readonly imageIds?: string[];
  /**
  * Only images with exactly this name. Case counts. Tencent's names are asked for in English. Example: `'Ubuntu Server 22.04 LTS 64bit'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#name DataCloudimagesImage#name}
  */
  readonly name?: string;
  /**
  * Only images whose name matches this RE2 expression (the syntax of Go). Unanchored: write `^` and `$` where they are meant; `(?i)` makes it case-insensitive; look-around and back-references do not exist in RE2 and are refused. Example: `'(?i)^ubuntu.*22\\.04'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#name_regex DataCloudimagesImage#name_regex}
  */
  readonly nameRegex?: string;
  /**
  * Never an image with one of these ids: a denylist for builds known to be bad. Example: `['ubuntu_22_04_x64_20G_alibase_20240322.vhd']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#exclude_ids DataCloudimagesImage#exclude_ids}
  */
  readonly excludeIds?: string[];
  /**
  * Never an image whose name matches this RE2 expression. Example: `'(?i)gpu|docker'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#exclude_name_regex DataCloudimagesImage#exclude_name_regex}
  */
  readonly excludeNameRegex?: string;
  /**
  * Only images of this kind of operating system. One of `'linux'`, `'windows'`, `'bsd'`, `'other'`. Example: `'linux'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#os_type DataCloudimagesImage#os_type}
  */
  readonly osType?: string;
  /**
  * Only images of this distribution, by its normalized word such as `ubuntu`, `rocky`, `alinux` or `windows-server`. Read from the API where it says, else from the names. Example: `'ubuntu'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#distro DataCloudimagesImage#distro}
  */
  readonly distro?: string;
  /**
  * Only images with this OS version. A prefix by component (`7` matches 7.9, not 70; `2012` does not match 2012 R2) or a range (`>=20.04 <24.04`). Example: `'22.04'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#os_version DataCloudimagesImage#os_version}
  */
  readonly osVersion?: string;
  /**
  * Only images for this processor architecture. One of `'x86_64'`, `'arm64'`, `'i386'`. Default: none is assumed: a pick from images for several architectures is an error, and any pick without one is a warning. Example: `'x86_64'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#architecture DataCloudimagesImage#architecture}
  */
  readonly architecture?: string;
  /**
  * Only images that boot this way. Read from the API where it says, else from the name. One of `'bios'`, `'uefi'`, `'uefi-preferred'`. Example: `'uefi'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#boot_mode DataCloudimagesImage#boot_mode}
  */
  readonly bootMode?: string;
  /**
  * Only images in this language, as an ISO 639-1 code such as `en` or `zh`. Read from the names of Windows images; other images have none and do not pass. Example: `'en'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#language DataCloudimagesImage#language}
  */
  readonly language?: string;
  /**
  * Only Windows images of this edition: `datacenter`, `standard`, `enterprise`, `essentials`, `foundation`, `web`, `pro`, `education` or `home`. Read from the names. Example: `'datacenter'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#edition DataCloudimagesImage#edition}
  */
  readonly edition?: string;
  /**
  * `base` keeps the plain OS images: GPU, bare-metal, HPC, database, container-host, application, Server Core, "pro" and hardened variants drop out, counted in the explanation. `any` keeps every variant. One of `'base'`, `'any'`. Default: `base` for a plain query (one that names `distro` or `osVersion`, has no condition on `imageIds`, `family` or `tags`, and does not leave `public` out of `owners`) without a condition on the name; else `any`. Example: `'any'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#variants DataCloudimagesImage#variants}
  */
  readonly variants?: string;
  /**
  * Only images of these owners: `public` (the cloud's own; where anyone can publish images, those of the official publishers in docs/clouds.md, with `distro` those of that distribution), `self`, `shared`, `marketplace`, `community`, an account id, or the name of a publisher, such as `canonical` or one of the configuration's `publishers`. A stranger's look-alike is never chosen unless asked for. Default: `['public']` for a plain query (see `variants`); any owner with `imageIds`; else `['public', 'self']`. Example: `['public']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#owners DataCloudimagesImage#owners}
  */
  readonly owners?: string[];
  /**
  * Only images in this state; `any` for all. One of `'available'`, `'pending'`, `'failed'`, `'any'`. Default: `available`. Example: `'available'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#status DataCloudimagesImage#status}
  */
  readonly status?: string;
  /**
  * Lets deprecated images take part. They come after live ones, and a warning says so when only deprecated ones matched. Default: `false`; `true` with `imageIds`. Example: `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#include_deprecated DataCloudimagesImage#include_deprecated}
  */
  readonly includeDeprecated?: boolean | cdktf.IResolvable;
  /**
  * Only images of this image family, as the cloud names it. An error where the cloud's API has no families (qcloud, zenlayercloud). Example: `'acs:ubuntu_22_04_x64'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#family DataCloudimagesImage#family}
  */
  readonly family?: string;
  /**
  * Only images that carry all of these tags. An error where the cloud's API reports no tags (qcloud). Example: `{ team: 'web' }`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#tags DataCloudimagesImage#tags}
  */
  readonly tags?: { [key: string]: string };
  /**
  * Only images that this instance type can start, as the API judges it. An error that names the target where the API does not support it (qcloud, zenlayercloud). Example: `'ecs.g7.large'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#instance_type DataCloudimagesImage#instance_type}
  */
  readonly instanceType?: string;
  /**
  * Only images that support (or, with `false`, do not support) cloud-init. An error where the API does not report it (qcloud, zenlayercloud). Example: `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#cloud_init DataCloudimagesImage#cloud_init}
  */
  readonly cloudInit?: boolean | cdktf.IResolvable;
  /**
  * Only images created at or after this RFC 3339 instant. The build date in an id or name stands in where the API gives no time; images with neither never pass, and are counted apart. Example: `'2024-01-01T00:00:00Z'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#created_after DataCloudimagesImage#created_after}
  */
  readonly createdAfter?: string;
  /**
  * Only images created before this RFC 3339 instant: the answer as of a date. Example: `'2024-06-01T00:00:00Z'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#created_before DataCloudimagesImage#created_before}
  */
  readonly createdBefore?: string;
  /**
  * Only images at least this old: a cool-down before a new build is adopted. A whole number and a unit: `m`, `h`, `d` or `w`. Example: `'7d'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#min_age DataCloudimagesImage#min_age}
  */
  readonly minAge?: string;
  /**
  * `recent`: newest first. `version`: highest OS version first, then edition, language and boot mode, then the newest build. A pick by `version` over several distributions is an error. One of `'recent'`, `'version'`. Default: `version` for a plain query (see `variants`), else `recent`. Example: `'version'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#order DataCloudimagesImage#order}
  */
  readonly order?: string;
  /**
  * One image per target: the first in the order. Default: `false`. Example: `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#most_recent DataCloudimagesImage#most_recent}
  */
  readonly mostRecent?: boolean | cdktf.IResolvable;
  /**
  * One image per target: the n-th in the order, counted from 1. `2` is the one before the newest. Implies `mostRecent`. Default: `1` with `mostRecent`. Example: `2`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#nth DataCloudimagesImage#nth}
  */
  readonly nth?: number;
  /**
  * Per cloud, that API's own request parameters, sent as they are and checked against the ones the API has. A list is written with commas. Example: `{ alicloud: { Usage: 'instance' } }`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#native DataCloudimagesImage#native}
  */
  readonly native?: { [key: string]: { [key: string]: string } } | cdktf.IResolvable;
}

export function dataCloudimagesImageAnyOfToTerraform(struct?: DataCloudimagesImageAnyOf | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    image_ids: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.imageIds),
    name: cdktf.stringToTerraform(struct!.name),
    name_regex: cdktf.stringToTerraform(struct!.nameRegex),
    exclude_ids: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.excludeIds),
    exclude_name_regex: cdktf.stringToTerraform(struct!.excludeNameRegex),
    os_type: cdktf.stringToTerraform(struct!.osType),
    distro: cdktf.stringToTerraform(struct!.distro),
    os_version: cdktf.stringToTerraform(struct!.osVersion),
    architecture: cdktf.stringToTerraform(struct!.architecture),
    boot_mode: cdktf.stringToTerraform(struct!.bootMode),
    language: cdktf.stringToTerraform(struct!.language),
    edition: cdktf.stringToTerraform(struct!.edition),
    variants: cdktf.stringToTerraform(struct!.variants),
    owners: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.owners),
    status: cdktf.stringToTerraform(struct!.status),
    include_deprecated: cdktf.booleanToTerraform(struct!.includeDeprecated),
    family: cdktf.stringToTerraform(struct!.family),
    tags: cdktf.hashMapper(cdktf.stringToTerraform)(struct!.tags),
    instance_type: cdktf.stringToTerraform(struct!.instanceType),
    cloud_init: cdktf.booleanToTerraform(struct!.cloudInit),
    created_after: cdktf.stringToTerraform(struct!.createdAfter),
    created_before: cdktf.stringToTerraform(struct!.createdBefore),
    min_age: cdktf.stringToTerraform(struct!.minAge),
    order: cdktf.stringToTerraform(struct!.order),
    most_recent: cdktf.booleanToTerraform(struct!.mostRecent),
    nth: cdktf.numberToTerraform(struct!.nth),
    native: cdktf.hashMapper(cdktf.hashMapper(cdktf.stringToTerraform))(struct!.native),
  }
}


export function dataCloudimagesImageAnyOfToHclTerraform(struct?: DataCloudimagesImageAnyOf | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    image_ids: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.imageIds),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    name_regex: {
      value: cdktf.stringToHclTerraform(struct!.nameRegex),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    exclude_ids: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.excludeIds),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    exclude_name_regex: {
      value: cdktf.stringToHclTerraform(struct!.excludeNameRegex),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    os_type: {
      value: cdktf.stringToHclTerraform(struct!.osType),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    distro: {
      value: cdktf.stringToHclTerraform(struct!.distro),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    os_version: {
      value: cdktf.stringToHclTerraform(struct!.osVersion),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    architecture: {
      value: cdktf.stringToHclTerraform(struct!.architecture),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    boot_mode: {
      value: cdktf.stringToHclTerraform(struct!.bootMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    language: {
      value: cdktf.stringToHclTerraform(struct!.language),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    edition: {
      value: cdktf.stringToHclTerraform(struct!.edition),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    variants: {
      value: cdktf.stringToHclTerraform(struct!.variants),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    owners: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.owners),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    status: {
      value: cdktf.stringToHclTerraform(struct!.status),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    include_deprecated: {
      value: cdktf.booleanToHclTerraform(struct!.includeDeprecated),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    family: {
      value: cdktf.stringToHclTerraform(struct!.family),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    tags: {
      value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct!.tags),
      isBlock: false,
      type: "map",
      storageClassType: "stringMap",
    },
    instance_type: {
      value: cdktf.stringToHclTerraform(struct!.instanceType),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cloud_init: {
      value: cdktf.booleanToHclTerraform(struct!.cloudInit),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    created_after: {
      value: cdktf.stringToHclTerraform(struct!.createdAfter),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    created_before: {
      value: cdktf.stringToHclTerraform(struct!.createdBefore),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    min_age: {
      value: cdktf.stringToHclTerraform(struct!.minAge),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    order: {
      value: cdktf.stringToHclTerraform(struct!.order),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    most_recent: {
      value: cdktf.booleanToHclTerraform(struct!.mostRecent),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    nth: {
      value: cdktf.numberToHclTerraform(struct!.nth),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    native: {
      value: cdktf.hashMapperHcl(cdktf.hashMapperHcl(cdktf.stringToHclTerraform))(struct!.native),
      isBlock: false,
      type: "map",
      storageClassType: "stringMapMap",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataCloudimagesImageAnyOfOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataCloudimagesImageAnyOf | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._imageIds !== undefined) {
      hasAnyValues = true;
      internalValueResult.imageIds = this._imageIds;
    }
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._nameRegex !== undefined) {
      hasAnyValues = true;
      internalValueResult.nameRegex = this._nameRegex;
    }
    if (this._excludeIds !== undefined) {
      hasAnyValues = true;
      internalValueResult.excludeIds = this._excludeIds;
    }
    if (this._excludeNameRegex !== undefined) {
      hasAnyValues = true;
      internalValueResult.excludeNameRegex = this._excludeNameRegex;
    }
    if (this._osType !== undefined) {
      hasAnyValues = true;
      internalValueResult.osType = this._osType;
    }
    if (this._distro !== undefined) {
      hasAnyValues = true;
      internalValueResult.distro = this._distro;
    }
    if (this._osVersion !== undefined) {
      hasAnyValues = true;
      internalValueResult.osVersion = this._osVersion;
    }
    if (this._architecture !== undefined) {
      hasAnyValues = true;
      internalValueResult.architecture = this._architecture;
    }
    if (this._bootMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.bootMode = this._bootMode;
    }
    if (this._language !== undefined) {
      hasAnyValues = true;
      internalValueResult.language = this._language;
    }
    if (this._edition !== undefined) {
      hasAnyValues = true;
      internalValueResult.edition = this._edition;
    }
    if (this._variants !== undefined) {
      hasAnyValues = true;
      internalValueResult.variants = this._variants;
    }
    if (this._owners !== undefined) {
      hasAnyValues = true;
      internalValueResult.owners = this._owners;
    }
    if (this._status !== undefined) {
      hasAnyValues = true;
      internalValueResult.status = this._status;
    }
    if (this._includeDeprecated !== undefined) {
      hasAnyValues = true;
      internalValueResult.includeDeprecated = this._includeDeprecated;
    }
    if (this._family !== undefined) {
      hasAnyValues = true;
      internalValueResult.family = this._family;
    }
    if (this._tags !== undefined) {
      hasAnyValues = true;
      internalValueResult.tags = this._tags;
    }
    if (this._instanceType !== undefined) {
      hasAnyValues = true;
      internalValueResult.instanceType = this._instanceType;
    }
    if (this._cloudInit !== undefined) {
      hasAnyValues = true;
      internalValueResult.cloudInit = this._cloudInit;
    }
    if (this._createdAfter !== undefined) {
      hasAnyValues = true;
      internalValueResult.createdAfter = this._createdAfter;
    }
    if (this._createdBefore !== undefined) {
      hasAnyValues = true;
      internalValueResult.createdBefore = this._createdBefore;
    }
    if (this._minAge !== undefined) {
      hasAnyValues = true;
      internalValueResult.minAge = this._minAge;
    }
    if (this._order !== undefined) {
      hasAnyValues = true;
      internalValueResult.order = this._order;
    }
    if (this._mostRecent !== undefined) {
      hasAnyValues = true;
      internalValueResult.mostRecent = this._mostRecent;
    }
    if (this._nth !== undefined) {
      hasAnyValues = true;
      internalValueResult.nth = this._nth;
    }
    if (this._native !== undefined) {
      hasAnyValues = true;
      internalValueResult.native = this._native;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageAnyOf | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._imageIds = undefined;
      this._name = undefined;
      this._nameRegex = undefined;
      this._excludeIds = undefined;
      this._excludeNameRegex = undefined;
      this._osType = undefined;
      this._distro = undefined;
      this._osVersion = undefined;
      this._architecture = undefined;
      this._bootMode = undefined;
      this._language = undefined;
      this._edition = undefined;
      this._variants = undefined;
      this._owners = undefined;
      this._status = undefined;
      this._includeDeprecated = undefined;
      this._family = undefined;
      this._tags = undefined;
      this._instanceType = undefined;
      this._cloudInit = undefined;
      this._createdAfter = undefined;
      this._createdBefore = undefined;
      this._minAge = undefined;
      this._order = undefined;
      this._mostRecent = undefined;
      this._nth = undefined;
      this._native = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._imageIds = value.imageIds;
      this._name = value.name;
      this._nameRegex = value.nameRegex;
      this._excludeIds = value.excludeIds;
      this._excludeNameRegex = value.excludeNameRegex;
      this._osType = value.osType;
      this._distro = value.distro;
      this._osVersion = value.osVersion;
      this._architecture = value.architecture;
      this._bootMode = value.bootMode;
      this._language = value.language;
      this._edition = value.edition;
      this._variants = value.variants;
      this._owners = value.owners;
      this._status = value.status;
      this._includeDeprecated = value.includeDeprecated;
      this._family = value.family;
      this._tags = value.tags;
      this._instanceType = value.instanceType;
      this._cloudInit = value.cloudInit;
      this._createdAfter = value.createdAfter;
      this._createdBefore = value.createdBefore;
      this._minAge = value.minAge;
      this._order = value.order;
      this._mostRecent = value.mostRecent;
      this._nth = value.nth;
      this._native = value.native;
    }
  }

  // image_ids - computed: false, optional: true, required: false
  private _imageIds?: string[]; 
  public get imageIds() {
    return this.getListAttribute('image_ids');
  }
  public set imageIds(value: string[]) {
    this._imageIds = value;
  }
  public resetImageIds() {
    this._imageIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get imageIdsInput() {
    return this._imageIds;
  }

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // name_regex - computed: false, optional: true, required: false
  private _nameRegex?: string; 
  public get nameRegex() {
    return this.getStringAttribute('name_regex');
  }
  public set nameRegex(value: string) {
    this._nameRegex = value;
  }
  public resetNameRegex() {
    this._nameRegex = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameRegexInput() {
    return this._nameRegex;
  }

  // exclude_ids - computed: false, optional: true, required: false
  private _excludeIds?: string[]; 
  public get excludeIds() {
    return this.getListAttribute('exclude_ids');
  }
  public set excludeIds(value: string[]) {
    this._excludeIds = value;
  }
  public resetExcludeIds() {
    this._excludeIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludeIdsInput() {
    return this._excludeIds;
  }

  // exclude_name_regex - computed: false, optional: true, required: false
  private _excludeNameRegex?: string; 
  public get excludeNameRegex() {
    return this.getStringAttribute('exclude_name_regex');
  }
  public set excludeNameRegex(value: string) {
    this._excludeNameRegex = value;
  }
  public resetExcludeNameRegex() {
    this._excludeNameRegex = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludeNameRegexInput() {
    return this._excludeNameRegex;
  }

  // os_type - computed: false, optional: true, required: false
  private _osType?: string; 
  public get osType() {
    return this.getStringAttribute('os_type');
  }
  public set osType(value: string) {
    this._osType = value;
  }
  public resetOsType() {
    this._osType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get osTypeInput() {
    return this._osType;
  }

  // distro - computed: false, optional: true, required: false
  private _distro?: string; 
  public get distro() {
    return this.getStringAttribute('distro');
  }
  public set distro(value: string) {
    this._distro = value;
  }
  public resetDistro() {
    this._distro = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get distroInput() {
    return this._distro;
  }

  // os_version - computed: false, optional: true, required: false
  private _osVersion?: string; 
  public get osVersion() {
    return this.getStringAttribute('os_version');
  }
  public set osVersion(value: string) {
    this._osVersion = value;
  }
  public resetOsVersion() {
    this._osVersion = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get osVersionInput() {
    return this._osVersion;
  }

  // architecture - computed: false, optional: true, required: false
  private _architecture?: string; 
  public get architecture() {
    return this.getStringAttribute('architecture');
  }
  public set architecture(value: string) {
    this._architecture = value;
  }
  public resetArchitecture() {
    this._architecture = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get architectureInput() {
    return this._architecture;
  }

  // boot_mode - computed: false, optional: true, required: false
  private _bootMode?: string; 
  public get bootMode() {
    return this.getStringAttribute('boot_mode');
  }
  public set bootMode(value: string) {
    this._bootMode = value;
  }
  public resetBootMode() {
    this._bootMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bootModeInput() {
    return this._bootMode;
  }

  // language - computed: false, optional: true, required: false
  private _language?: string; 
  public get language() {
    return this.getStringAttribute('language');
  }
  public set language(value: string) {
    this._language = value;
  }
  public resetLanguage() {
    this._language = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get languageInput() {
    return this._language;
  }

  // edition - computed: false, optional: true, required: false
  private _edition?: string; 
  public get edition() {
    return this.getStringAttribute('edition');
  }
  public set edition(value: string) {
    this._edition = value;
  }
  public resetEdition() {
    this._edition = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get editionInput() {
    return this._edition;
  }

  // variants - computed: false, optional: true, required: false
  private _variants?: string; 
  public get variants() {
    return this.getStringAttribute('variants');
  }
  public set variants(value: string) {
    this._variants = value;
  }
  public resetVariants() {
    this._variants = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get variantsInput() {
    return this._variants;
  }

  // owners - computed: false, optional: true, required: false
  private _owners?: string[]; 
  public get owners() {
    return this.getListAttribute('owners');
  }
  public set owners(value: string[]) {
    this._owners = value;
  }
  public resetOwners() {
    this._owners = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ownersInput() {
    return this._owners;
  }

  // status - computed: false, optional: true, required: false
  private _status?: string; 
  public get status() {
    return this.getStringAttribute('status');
  }
  public set status(value: string) {
    this._status = value;
  }
  public resetStatus() {
    this._status = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get statusInput() {
    return this._status;
  }

  // include_deprecated - computed: false, optional: true, required: false
  private _includeDeprecated?: boolean | cdktf.IResolvable; 
  public get includeDeprecated() {
    return this.getBooleanAttribute('include_deprecated');
  }
  public set includeDeprecated(value: boolean | cdktf.IResolvable) {
    this._includeDeprecated = value;
  }
  public resetIncludeDeprecated() {
    this._includeDeprecated = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get includeDeprecatedInput() {
    return this._includeDeprecated;
  }

  // family - computed: false, optional: true, required: false
  private _family?: string; 
  public get family() {
    return this.getStringAttribute('family');
  }
  public set family(value: string) {
    this._family = value;
  }
  public resetFamily() {
    this._family = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get familyInput() {
    return this._family;
  }

  // tags - computed: false, optional: true, required: false
  private _tags?: { [key: string]: string }; 
  public get tags() {
    return this.getStringMapAttribute('tags');
  }
  public set tags(value: { [key: string]: string }) {
    this._tags = value;
  }
  public resetTags() {
    this._tags = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tagsInput() {
    return this._tags;
  }

  // instance_type - computed: false, optional: true, required: false
  private _instanceType?: string; 
  public get instanceType() {
    return this.getStringAttribute('instance_type');
  }
  public set instanceType(value: string) {
    this._instanceType = value;
  }
  public resetInstanceType() {
    this._instanceType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get instanceTypeInput() {
    return this._instanceType;
  }

  // cloud_init - computed: false, optional: true, required: false
  private _cloudInit?: boolean | cdktf.IResolvable; 
  public get cloudInit() {
    return this.getBooleanAttribute('cloud_init');
  }
  public set cloudInit(value: boolean | cdktf.IResolvable) {
    this._cloudInit = value;
  }
  public resetCloudInit() {
    this._cloudInit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudInitInput() {
    return this._cloudInit;
  }

  // created_after - computed: false, optional: true, required: false
  private _createdAfter?: string; 
  public get createdAfter() {
    return this.getStringAttribute('created_after');
  }
  public set createdAfter(value: string) {
    this._createdAfter = value;
  }
  public resetCreatedAfter() {
    this._createdAfter = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createdAfterInput() {
    return this._createdAfter;
  }

  // created_before - computed: false, optional: true, required: false
  private _createdBefore?: string; 
  public get createdBefore() {
    return this.getStringAttribute('created_before');
  }
  public set createdBefore(value: string) {
    this._createdBefore = value;
  }
  public resetCreatedBefore() {
    this._createdBefore = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createdBeforeInput() {
    return this._createdBefore;
  }

  // min_age - computed: false, optional: true, required: false
  private _minAge?: string; 
  public get minAge() {
    return this.getStringAttribute('min_age');
  }
  public set minAge(value: string) {
    this._minAge = value;
  }
  public resetMinAge() {
    this._minAge = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get minAgeInput() {
    return this._minAge;
  }

  // order - computed: false, optional: true, required: false
  private _order?: string; 
  public get order() {
    return this.getStringAttribute('order');
  }
  public set order(value: string) {
    this._order = value;
  }
  public resetOrder() {
    this._order = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get orderInput() {
    return this._order;
  }

  // most_recent - computed: false, optional: true, required: false
  private _mostRecent?: boolean | cdktf.IResolvable; 
  public get mostRecent() {
    return this.getBooleanAttribute('most_recent');
  }
  public set mostRecent(value: boolean | cdktf.IResolvable) {
    this._mostRecent = value;
  }
  public resetMostRecent() {
    this._mostRecent = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get mostRecentInput() {
    return this._mostRecent;
  }

  // nth - computed: false, optional: true, required: false
  private _nth?: number; 
  public get nth() {
    return this.getNumberAttribute('nth');
  }
  public set nth(value: number) {
    this._nth = value;
  }
  public resetNth() {
    this._nth = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nthInput() {
    return this._nth;
  }

  // native - computed: false, optional: true, required: false
  private _native?: { [key: string]: { [key: string]: string } } | cdktf.IResolvable; 
  public get native() {
    return this.interpolationForAttribute('native');
  }
  public set native(value: { [key: string]: { [key: string]: string } } | cdktf.IResolvable) {
    this._native = value;
  }
  public resetNative() {
    this._native = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nativeInput() {
    return this._native;
  }
}

export class DataCloudimagesImageAnyOfList extends cdktf.ComplexList {
  public internalValue? : DataCloudimagesImageAnyOf[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataCloudimagesImageAnyOfOutputReference {
    return new DataCloudimagesImageAnyOfOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataCloudimagesImageImageDisks {
}

export function dataCloudimagesImageImageDisksToTerraform(struct?: DataCloudimagesImageImageDisks): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageImageDisksToHclTerraform(struct?: DataCloudimagesImageImageDisks): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageImageDisksOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataCloudimagesImageImageDisks | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageImageDisks | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // usage - computed: true, optional: false, required: false
  public get usage() {
    return this.getStringAttribute('usage');
  }

  // device - computed: true, optional: false, required: false
  public get device() {
    return this.getStringAttribute('device');
  }

  // size_gib - computed: true, optional: false, required: false
  public get sizeGib() {
    return this.getNumberAttribute('size_gib');
  }

  // snapshot_id - computed: true, optional: false, required: false
  public get snapshotId() {
    return this.getStringAttribute('snapshot_id');
  }

  // format - computed: true, optional: false, required: false
  public get format() {
    return this.getStringAttribute('format');
  }
}

export class DataCloudimagesImageImageDisksList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataCloudimagesImageImageDisksOutputReference {
    return new DataCloudimagesImageImageDisksOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataCloudimagesImageImage {
}

export function dataCloudimagesImageImageToTerraform(struct?: DataCloudimagesImageImage): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageImageToHclTerraform(struct?: DataCloudimagesImageImage): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageImageOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataCloudimagesImageImage | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageImage | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // cloud - computed: true, optional: false, required: false
  public get cloud() {
    return this.getStringAttribute('cloud');
  }

  // region - computed: true, optional: false, required: false
  public get region() {
    return this.getStringAttribute('region');
  }

  // target - computed: true, optional: false, required: false
  public get target() {
    return this.getStringAttribute('target');
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // description - computed: true, optional: false, required: false
  public get description() {
    return this.getStringAttribute('description');
  }

  // os_type - computed: true, optional: false, required: false
  public get osType() {
    return this.getStringAttribute('os_type');
  }

  // distro - computed: true, optional: false, required: false
  public get distro() {
    return this.getStringAttribute('distro');
  }

  // os_version - computed: true, optional: false, required: false
  public get osVersion() {
    return this.getStringAttribute('os_version');
  }

  // os_name - computed: true, optional: false, required: false
  public get osName() {
    return this.getStringAttribute('os_name');
  }

  // architecture - computed: true, optional: false, required: false
  public get architecture() {
    return this.getStringAttribute('architecture');
  }

  // boot_mode - computed: true, optional: false, required: false
  public get bootMode() {
    return this.getStringAttribute('boot_mode');
  }

  // language - computed: true, optional: false, required: false
  public get language() {
    return this.getStringAttribute('language');
  }

  // edition - computed: true, optional: false, required: false
  public get edition() {
    return this.getStringAttribute('edition');
  }

  // variant - computed: true, optional: false, required: false
  public get variant() {
    return this.getStringAttribute('variant');
  }

  // owner - computed: true, optional: false, required: false
  public get owner() {
    return this.getStringAttribute('owner');
  }

  // owner_id - computed: true, optional: false, required: false
  public get ownerId() {
    return this.getStringAttribute('owner_id');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // deprecated - computed: true, optional: false, required: false
  public get deprecated() {
    return this.getBooleanAttribute('deprecated');
  }

  // deprecated_at - computed: true, optional: false, required: false
  public get deprecatedAt() {
    return this.getStringAttribute('deprecated_at');
  }

  // created_at - computed: true, optional: false, required: false
  public get createdAt() {
    return this.getStringAttribute('created_at');
  }

  // build_date - computed: true, optional: false, required: false
  public get buildDate() {
    return this.getStringAttribute('build_date');
  }

  // family - computed: true, optional: false, required: false
  public get family() {
    return this.getStringAttribute('family');
  }

  // size_gib - computed: true, optional: false, required: false
  public get sizeGib() {
    return this.getNumberAttribute('size_gib');
  }

  // min_disk_gib - computed: true, optional: false, required: false
  public get minDiskGib() {
    return this.getNumberAttribute('min_disk_gib');
  }

  // cloud_init - computed: true, optional: false, required: false
  public get cloudInit() {
    return this.getBooleanAttribute('cloud_init');
  }

  // login_user - computed: true, optional: false, required: false
  public get loginUser() {
    return this.getStringAttribute('login_user');
  }

  // tags - computed: true, optional: false, required: false
  private _tags = new cdktf.StringMap(this, "tags");
  public get tags() {
    return this._tags;
  }

  // disks - computed: true, optional: false, required: false
  private _disks = new DataCloudimagesImageImageDisksList(this, "disks", false);
  public get disks() {
    return this._disks;
  }

  // inferred - computed: true, optional: false, required: false
  public get inferred() {
    return this.getListAttribute('inferred');
  }

  // raw - computed: true, optional: false, required: false
  public get raw() {
    return this.getStringAttribute('raw');
  }
}
export interface DataCloudimagesImageWarnings {
}

export function dataCloudimagesImageWarningsToTerraform(struct?: DataCloudimagesImageWarnings): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageWarningsToHclTerraform(struct?: DataCloudimagesImageWarnings): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageWarningsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataCloudimagesImageWarnings | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageWarnings | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // code - computed: true, optional: false, required: false
  public get code() {
    return this.getStringAttribute('code');
  }

  // target - computed: true, optional: false, required: false
  public get target() {
    return this.getStringAttribute('target');
  }

  // message - computed: true, optional: false, required: false
  public get message() {
    return this.getStringAttribute('message');
  }
}

export class DataCloudimagesImageWarningsList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataCloudimagesImageWarningsOutputReference {
    return new DataCloudimagesImageWarningsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataCloudimagesImageExplanationDefaults {
}

export function dataCloudimagesImageExplanationDefaultsToTerraform(struct?: DataCloudimagesImageExplanationDefaults): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageExplanationDefaultsToHclTerraform(struct?: DataCloudimagesImageExplanationDefaults): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageExplanationDefaultsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataCloudimagesImageExplanationDefaults | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageExplanationDefaults | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // field - computed: true, optional: false, required: false
  public get field() {
    return this.getStringAttribute('field');
  }

  // value - computed: true, optional: false, required: false
  public get value() {
    return this.getStringAttribute('value');
  }

  // reason - computed: true, optional: false, required: false
  public get reason() {
    return this.getStringAttribute('reason');
  }
}

export class DataCloudimagesImageExplanationDefaultsList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataCloudimagesImageExplanationDefaultsOutputReference {
    return new DataCloudimagesImageExplanationDefaultsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataCloudimagesImageExplanationTargetsSteps {
}

export function dataCloudimagesImageExplanationTargetsStepsToTerraform(struct?: DataCloudimagesImageExplanationTargetsSteps): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageExplanationTargetsStepsToHclTerraform(struct?: DataCloudimagesImageExplanationTargetsSteps): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageExplanationTargetsStepsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataCloudimagesImageExplanationTargetsSteps | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageExplanationTargetsSteps | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // condition - computed: true, optional: false, required: false
  public get condition() {
    return this.getStringAttribute('condition');
  }

  // removed - computed: true, optional: false, required: false
  public get removed() {
    return this.getNumberAttribute('removed');
  }

  // unknown - computed: true, optional: false, required: false
  public get unknown() {
    return this.getNumberAttribute('unknown');
  }

  // left - computed: true, optional: false, required: false
  public get left() {
    return this.getNumberAttribute('left');
  }

  // by_api - computed: true, optional: false, required: false
  public get byApi() {
    return this.getBooleanAttribute('by_api');
  }
}

export class DataCloudimagesImageExplanationTargetsStepsList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataCloudimagesImageExplanationTargetsStepsOutputReference {
    return new DataCloudimagesImageExplanationTargetsStepsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataCloudimagesImageExplanationTargets {
}

export function dataCloudimagesImageExplanationTargetsToTerraform(struct?: DataCloudimagesImageExplanationTargets): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageExplanationTargetsToHclTerraform(struct?: DataCloudimagesImageExplanationTargets): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageExplanationTargetsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataCloudimagesImageExplanationTargets | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageExplanationTargets | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // target - computed: true, optional: false, required: false
  public get target() {
    return this.getStringAttribute('target');
  }

  // listed - computed: true, optional: false, required: false
  public get listed() {
    return this.getNumberAttribute('listed');
  }

  // listed_at - computed: true, optional: false, required: false
  public get listedAt() {
    return this.getStringAttribute('listed_at');
  }

  // steps - computed: true, optional: false, required: false
  private _steps = new DataCloudimagesImageExplanationTargetsStepsList(this, "steps", false);
  public get steps() {
    return this._steps;
  }

  // chosen_id - computed: true, optional: false, required: false
  public get chosenId() {
    return this.getStringAttribute('chosen_id');
  }

  // chosen_name - computed: true, optional: false, required: false
  public get chosenName() {
    return this.getStringAttribute('chosen_name');
  }

  // runner_up_id - computed: true, optional: false, required: false
  public get runnerUpId() {
    return this.getStringAttribute('runner_up_id');
  }

  // runner_up_name - computed: true, optional: false, required: false
  public get runnerUpName() {
    return this.getStringAttribute('runner_up_name');
  }

  // decided_by - computed: true, optional: false, required: false
  public get decidedBy() {
    return this.getStringAttribute('decided_by');
  }

  // basis - computed: true, optional: false, required: false
  public get basis() {
    return this.getStringAttribute('basis');
  }

  // hints - computed: true, optional: false, required: false
  public get hints() {
    return this.getListAttribute('hints');
  }
}

export class DataCloudimagesImageExplanationTargetsList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataCloudimagesImageExplanationTargetsOutputReference {
    return new DataCloudimagesImageExplanationTargetsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataCloudimagesImageExplanation {
}

export function dataCloudimagesImageExplanationToTerraform(struct?: DataCloudimagesImageExplanation): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageExplanationToHclTerraform(struct?: DataCloudimagesImageExplanation): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageExplanationOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataCloudimagesImageExplanation | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageExplanation | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // defaults - computed: true, optional: false, required: false
  private _defaults = new DataCloudimagesImageExplanationDefaultsList(this, "defaults", false);
  public get defaults() {
    return this._defaults;
  }

  // text - computed: true, optional: false, required: false
  public get text() {
    return this.getStringAttribute('text');
  }

  // targets - computed: true, optional: false, required: false
  private _targets = new DataCloudimagesImageExplanationTargetsList(this, "targets", false);
  public get targets() {
    return this._targets;
  }
}
export interface DataCloudimagesImageCandidate {
}

export function dataCloudimagesImageCandidateToTerraform(struct?: DataCloudimagesImageCandidate): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataCloudimagesImageCandidateToHclTerraform(struct?: DataCloudimagesImageCandidate): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataCloudimagesImageCandidateOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataCloudimagesImageCandidate | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataCloudimagesImageCandidate | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // id_by_target - computed: true, optional: false, required: false
  private _idByTarget = new cdktf.StringMap(this, "id_by_target");
  public get idByTarget() {
    return this._idByTarget;
  }

  // query_key - computed: true, optional: false, required: false
  public get queryKey() {
    return this.getStringAttribute('query_key');
  }

  // query - computed: true, optional: false, required: false
  public get query() {
    return this.getStringAttribute('query');
  }

  // locked_at_by_target - computed: true, optional: false, required: false
  private _lockedAtByTarget = new cdktf.StringMap(this, "locked_at_by_target");
  public get lockedAtByTarget() {
    return this._lockedAtByTarget;
  }

  // added_targets - computed: true, optional: false, required: false
  public get addedTargets() {
    return this.getListAttribute('added_targets');
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image cloudimages_image}
*/
export class DataCloudimagesImage extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "cloudimages_image";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataCloudimagesImage resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataCloudimagesImage to import
  * @param importFromId The id of the existing DataCloudimagesImage that should be imported. Refer to the {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataCloudimagesImage to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "cloudimages_image", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs/data-sources/image cloudimages_image} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataCloudimagesImageConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataCloudimagesImageConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'cloudimages_image',
      terraformGeneratorMetadata: {
        providerName: 'cloudimages',
        providerVersion: '0.1.0',
        providerVersionConstraint: '0.1.0'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
    this._targets = config.targets;
    this._query = config.query;
    this._imageIds = config.imageIds;
    this._name = config.name;
    this._nameRegex = config.nameRegex;
    this._excludeIds = config.excludeIds;
    this._excludeNameRegex = config.excludeNameRegex;
    this._osType = config.osType;
    this._distro = config.distro;
    this._osVersion = config.osVersion;
    this._architecture = config.architecture;
    this._bootMode = config.bootMode;
    this._language = config.language;
    this._edition = config.edition;
    this._variants = config.variants;
    this._owners = config.owners;
    this._status = config.status;
    this._includeDeprecated = config.includeDeprecated;
    this._family = config.family;
    this._tags = config.tags;
    this._instanceType = config.instanceType;
    this._cloudInit = config.cloudInit;
    this._createdAfter = config.createdAfter;
    this._createdBefore = config.createdBefore;
    this._minAge = config.minAge;
    this._order = config.order;
    this._mostRecent = config.mostRecent;
    this._nth = config.nth;
    this._native = config.native;
    this._sameBuild = config.sameBuild;
    this._anyOf.internalValue = config.anyOf;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // targets - computed: false, optional: true, required: false
  private _targets?: string[]; 
  public get targets() {
    return this.getListAttribute('targets');
  }
  public set targets(value: string[]) {
    this._targets = value;
  }
  public resetTargets() {
    this._targets = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get targetsInput() {
    return this._targets;
  }

  // query - computed: false, optional: true, required: false
  private _query?: string; 
  public get query() {
    return this.getStringAttribute('query');
  }
  public set query(value: string) {
    this._query = value;
  }
  public resetQuery() {
    this._query = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get queryInput() {
    return this._query;
  }

  // image_ids - computed: false, optional: true, required: false
  private _imageIds?: string[]; 
  public get imageIds() {
    return this.getListAttribute('image_ids');
  }
  public set imageIds(value: string[]) {
    this._imageIds = value;
  }
  public resetImageIds() {
    this._imageIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get imageIdsInput() {
    return this._imageIds;
  }

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // name_regex - computed: false, optional: true, required: false
  private _nameRegex?: string; 
  public get nameRegex() {
    return this.getStringAttribute('name_regex');
  }
  public set nameRegex(value: string) {
    this._nameRegex = value;
  }
  public resetNameRegex() {
    this._nameRegex = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameRegexInput() {
    return this._nameRegex;
  }

  // exclude_ids - computed: false, optional: true, required: false
  private _excludeIds?: string[]; 
  public get excludeIds() {
    return this.getListAttribute('exclude_ids');
  }
  public set excludeIds(value: string[]) {
    this._excludeIds = value;
  }
  public resetExcludeIds() {
    this._excludeIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludeIdsInput() {
    return this._excludeIds;
  }

  // exclude_name_regex - computed: false, optional: true, required: false
  private _excludeNameRegex?: string; 
  public get excludeNameRegex() {
    return this.getStringAttribute('exclude_name_regex');
  }
  public set excludeNameRegex(value: string) {
    this._excludeNameRegex = value;
  }
  public resetExcludeNameRegex() {
    this._excludeNameRegex = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludeNameRegexInput() {
    return this._excludeNameRegex;
  }

  // os_type - computed: false, optional: true, required: false
  private _osType?: string; 
  public get osType() {
    return this.getStringAttribute('os_type');
  }
  public set osType(value: string) {
    this._osType = value;
  }
  public resetOsType() {
    this._osType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get osTypeInput() {
    return this._osType;
  }

  // distro - computed: false, optional: true, required: false
  private _distro?: string; 
  public get distro() {
    return this.getStringAttribute('distro');
  }
  public set distro(value: string) {
    this._distro = value;
  }
  public resetDistro() {
    this._distro = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get distroInput() {
    return this._distro;
  }

  // os_version - computed: false, optional: true, required: false
  private _osVersion?: string; 
  public get osVersion() {
    return this.getStringAttribute('os_version');
  }
  public set osVersion(value: string) {
    this._osVersion = value;
  }
  public resetOsVersion() {
    this._osVersion = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get osVersionInput() {
    return this._osVersion;
  }

  // architecture - computed: false, optional: true, required: false
  private _architecture?: string; 
  public get architecture() {
    return this.getStringAttribute('architecture');
  }
  public set architecture(value: string) {
    this._architecture = value;
  }
  public resetArchitecture() {
    this._architecture = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get architectureInput() {
    return this._architecture;
  }

  // boot_mode - computed: false, optional: true, required: false
  private _bootMode?: string; 
  public get bootMode() {
    return this.getStringAttribute('boot_mode');
  }
  public set bootMode(value: string) {
    this._bootMode = value;
  }
  public resetBootMode() {
    this._bootMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bootModeInput() {
    return this._bootMode;
  }

  // language - computed: false, optional: true, required: false
  private _language?: string; 
  public get language() {
    return this.getStringAttribute('language');
  }
  public set language(value: string) {
    this._language = value;
  }
  public resetLanguage() {
    this._language = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get languageInput() {
    return this._language;
  }

  // edition - computed: false, optional: true, required: false
  private _edition?: string; 
  public get edition() {
    return this.getStringAttribute('edition');
  }
  public set edition(value: string) {
    this._edition = value;
  }
  public resetEdition() {
    this._edition = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get editionInput() {
    return this._edition;
  }

  // variants - computed: false, optional: true, required: false
  private _variants?: string; 
  public get variants() {
    return this.getStringAttribute('variants');
  }
  public set variants(value: string) {
    this._variants = value;
  }
  public resetVariants() {
    this._variants = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get variantsInput() {
    return this._variants;
  }

  // owners - computed: false, optional: true, required: false
  private _owners?: string[]; 
  public get owners() {
    return this.getListAttribute('owners');
  }
  public set owners(value: string[]) {
    this._owners = value;
  }
  public resetOwners() {
    this._owners = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ownersInput() {
    return this._owners;
  }

  // status - computed: false, optional: true, required: false
  private _status?: string; 
  public get status() {
    return this.getStringAttribute('status');
  }
  public set status(value: string) {
    this._status = value;
  }
  public resetStatus() {
    this._status = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get statusInput() {
    return this._status;
  }

  // include_deprecated - computed: false, optional: true, required: false
  private _includeDeprecated?: boolean | cdktf.IResolvable; 
  public get includeDeprecated() {
    return this.getBooleanAttribute('include_deprecated');
  }
  public set includeDeprecated(value: boolean | cdktf.IResolvable) {
    this._includeDeprecated = value;
  }
  public resetIncludeDeprecated() {
    this._includeDeprecated = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get includeDeprecatedInput() {
    return this._includeDeprecated;
  }

  // family - computed: false, optional: true, required: false
  private _family?: string; 
  public get family() {
    return this.getStringAttribute('family');
  }
  public set family(value: string) {
    this._family = value;
  }
  public resetFamily() {
    this._family = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get familyInput() {
    return this._family;
  }

  // tags - computed: false, optional: true, required: false
  private _tags?: { [key: string]: string }; 
  public get tags() {
    return this.getStringMapAttribute('tags');
  }
  public set tags(value: { [key: string]: string }) {
    this._tags = value;
  }
  public resetTags() {
    this._tags = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tagsInput() {
    return this._tags;
  }

  // instance_type - computed: false, optional: true, required: false
  private _instanceType?: string; 
  public get instanceType() {
    return this.getStringAttribute('instance_type');
  }
  public set instanceType(value: string) {
    this._instanceType = value;
  }
  public resetInstanceType() {
    this._instanceType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get instanceTypeInput() {
    return this._instanceType;
  }

  // cloud_init - computed: false, optional: true, required: false
  private _cloudInit?: boolean | cdktf.IResolvable; 
  public get cloudInit() {
    return this.getBooleanAttribute('cloud_init');
  }
  public set cloudInit(value: boolean | cdktf.IResolvable) {
    this._cloudInit = value;
  }
  public resetCloudInit() {
    this._cloudInit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudInitInput() {
    return this._cloudInit;
  }

  // created_after - computed: false, optional: true, required: false
  private _createdAfter?: string; 
  public get createdAfter() {
    return this.getStringAttribute('created_after');
  }
  public set createdAfter(value: string) {
    this._createdAfter = value;
  }
  public resetCreatedAfter() {
    this._createdAfter = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createdAfterInput() {
    return this._createdAfter;
  }

  // created_before - computed: false, optional: true, required: false
  private _createdBefore?: string; 
  public get createdBefore() {
    return this.getStringAttribute('created_before');
  }
  public set createdBefore(value: string) {
    this._createdBefore = value;
  }
  public resetCreatedBefore() {
    this._createdBefore = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createdBeforeInput() {
    return this._createdBefore;
  }

  // min_age - computed: false, optional: true, required: false
  private _minAge?: string; 
  public get minAge() {
    return this.getStringAttribute('min_age');
  }
  public set minAge(value: string) {
    this._minAge = value;
  }
  public resetMinAge() {
    this._minAge = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get minAgeInput() {
    return this._minAge;
  }

  // order - computed: false, optional: true, required: false
  private _order?: string; 
  public get order() {
    return this.getStringAttribute('order');
  }
  public set order(value: string) {
    this._order = value;
  }
  public resetOrder() {
    this._order = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get orderInput() {
    return this._order;
  }

  // most_recent - computed: false, optional: true, required: false
  private _mostRecent?: boolean | cdktf.IResolvable; 
  public get mostRecent() {
    return this.getBooleanAttribute('most_recent');
  }
  public set mostRecent(value: boolean | cdktf.IResolvable) {
    this._mostRecent = value;
  }
  public resetMostRecent() {
    this._mostRecent = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get mostRecentInput() {
    return this._mostRecent;
  }

  // nth - computed: false, optional: true, required: false
  private _nth?: number; 
  public get nth() {
    return this.getNumberAttribute('nth');
  }
  public set nth(value: number) {
    this._nth = value;
  }
  public resetNth() {
    this._nth = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nthInput() {
    return this._nth;
  }

  // native - computed: false, optional: true, required: false
  private _native?: { [key: string]: { [key: string]: string } } | cdktf.IResolvable; 
  public get native() {
    return this.interpolationForAttribute('native');
  }
  public set native(value: { [key: string]: { [key: string]: string } } | cdktf.IResolvable) {
    this._native = value;
  }
  public resetNative() {
    this._native = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nativeInput() {
    return this._native;
  }

  // same_build - computed: false, optional: true, required: false
  private _sameBuild?: boolean | cdktf.IResolvable; 
  public get sameBuild() {
    return this.getBooleanAttribute('same_build');
  }
  public set sameBuild(value: boolean | cdktf.IResolvable) {
    this._sameBuild = value;
  }
  public resetSameBuild() {
    this._sameBuild = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sameBuildInput() {
    return this._sameBuild;
  }

  // any_of - computed: false, optional: true, required: false
  private _anyOf = new DataCloudimagesImageAnyOfList(this, "any_of", false);
  public get anyOf() {
    return this._anyOf;
  }
  public putAnyOf(value: DataCloudimagesImageAnyOf[] | cdktf.IResolvable) {
    this._anyOf.internalValue = value;
  }
  public resetAnyOf() {
    this._anyOf.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get anyOfInput() {
    return this._anyOf.internalValue;
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // image - computed: true, optional: false, required: false
  private _image = new DataCloudimagesImageImageOutputReference(this, "image");
  public get image() {
    return this._image;
  }

  // any_of_index - computed: true, optional: false, required: false
  public get anyOfIndex() {
    return this.getNumberAttribute('any_of_index');
  }

  // locked_at - computed: true, optional: false, required: false
  public get lockedAt() {
    return this.getStringAttribute('locked_at');
  }

  // warnings - computed: true, optional: false, required: false
  private _warnings = new DataCloudimagesImageWarningsList(this, "warnings", false);
  public get warnings() {
    return this._warnings;
  }

  // explanation - computed: true, optional: false, required: false
  private _explanation = new DataCloudimagesImageExplanationOutputReference(this, "explanation");
  public get explanation() {
    return this._explanation;
  }

  // candidate - computed: true, optional: false, required: false
  private _candidate = new DataCloudimagesImageCandidateOutputReference(this, "candidate");
  public get candidate() {
    return this._candidate;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      targets: cdktf.listMapper(cdktf.stringToTerraform, false)(this._targets),
      query: cdktf.stringToTerraform(this._query),
      image_ids: cdktf.listMapper(cdktf.stringToTerraform, false)(this._imageIds),
      name: cdktf.stringToTerraform(this._name),
      name_regex: cdktf.stringToTerraform(this._nameRegex),
      exclude_ids: cdktf.listMapper(cdktf.stringToTerraform, false)(this._excludeIds),
      exclude_name_regex: cdktf.stringToTerraform(this._excludeNameRegex),
      os_type: cdktf.stringToTerraform(this._osType),
      distro: cdktf.stringToTerraform(this._distro),
      os_version: cdktf.stringToTerraform(this._osVersion),
      architecture: cdktf.stringToTerraform(this._architecture),
      boot_mode: cdktf.stringToTerraform(this._bootMode),
      language: cdktf.stringToTerraform(this._language),
      edition: cdktf.stringToTerraform(this._edition),
      variants: cdktf.stringToTerraform(this._variants),
      owners: cdktf.listMapper(cdktf.stringToTerraform, false)(this._owners),
      status: cdktf.stringToTerraform(this._status),
      include_deprecated: cdktf.booleanToTerraform(this._includeDeprecated),
      family: cdktf.stringToTerraform(this._family),
      tags: cdktf.hashMapper(cdktf.stringToTerraform)(this._tags),
      instance_type: cdktf.stringToTerraform(this._instanceType),
      cloud_init: cdktf.booleanToTerraform(this._cloudInit),
      created_after: cdktf.stringToTerraform(this._createdAfter),
      created_before: cdktf.stringToTerraform(this._createdBefore),
      min_age: cdktf.stringToTerraform(this._minAge),
      order: cdktf.stringToTerraform(this._order),
      most_recent: cdktf.booleanToTerraform(this._mostRecent),
      nth: cdktf.numberToTerraform(this._nth),
      native: cdktf.hashMapper(cdktf.hashMapper(cdktf.stringToTerraform))(this._native),
      same_build: cdktf.booleanToTerraform(this._sameBuild),
      any_of: cdktf.listMapper(dataCloudimagesImageAnyOfToTerraform, false)(this._anyOf.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      targets: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._targets),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      query: {
        value: cdktf.stringToHclTerraform(this._query),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      image_ids: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._imageIds),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      name_regex: {
        value: cdktf.stringToHclTerraform(this._nameRegex),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      exclude_ids: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._excludeIds),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      exclude_name_regex: {
        value: cdktf.stringToHclTerraform(this._excludeNameRegex),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      os_type: {
        value: cdktf.stringToHclTerraform(this._osType),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      distro: {
        value: cdktf.stringToHclTerraform(this._distro),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      os_version: {
        value: cdktf.stringToHclTerraform(this._osVersion),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      architecture: {
        value: cdktf.stringToHclTerraform(this._architecture),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      boot_mode: {
        value: cdktf.stringToHclTerraform(this._bootMode),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      language: {
        value: cdktf.stringToHclTerraform(this._language),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      edition: {
        value: cdktf.stringToHclTerraform(this._edition),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      variants: {
        value: cdktf.stringToHclTerraform(this._variants),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      owners: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._owners),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      status: {
        value: cdktf.stringToHclTerraform(this._status),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      include_deprecated: {
        value: cdktf.booleanToHclTerraform(this._includeDeprecated),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      family: {
        value: cdktf.stringToHclTerraform(this._family),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      tags: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._tags),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      instance_type: {
        value: cdktf.stringToHclTerraform(this._instanceType),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      cloud_init: {
        value: cdktf.booleanToHclTerraform(this._cloudInit),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      created_after: {
        value: cdktf.stringToHclTerraform(this._createdAfter),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      created_before: {
        value: cdktf.stringToHclTerraform(this._createdBefore),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      min_age: {
        value: cdktf.stringToHclTerraform(this._minAge),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      order: {
        value: cdktf.stringToHclTerraform(this._order),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      most_recent: {
        value: cdktf.booleanToHclTerraform(this._mostRecent),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      nth: {
        value: cdktf.numberToHclTerraform(this._nth),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      native: {
        value: cdktf.hashMapperHcl(cdktf.hashMapperHcl(cdktf.stringToHclTerraform))(this._native),
        isBlock: false,
        type: "map",
        storageClassType: "stringMapMap",
      },
      same_build: {
        value: cdktf.booleanToHclTerraform(this._sameBuild),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      any_of: {
        value: cdktf.listMapperHcl(dataCloudimagesImageAnyOfToHclTerraform, false)(this._anyOf.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "DataCloudimagesImageAnyOfList",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
