// https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface CloudimagesProviderConfig {
  /**
  * Where queries without targets of their own look: `cloud/region`. Example: `['alicloud/cn-hangzhou']`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#targets CloudimagesProvider#targets}
  */
  readonly targets?: string[];
  /**
  * Accounts by a name that queries use in `owners`: per publisher and cloud the account ids, with commas. A name of the clouds' own tables (docs/clouds.md), such as `canonical`, takes the place of theirs. Example: `{ 'platform-team': { alicloud: '1234567890123456' } }`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#publishers CloudimagesProvider#publishers}
  */
  readonly publishers?: { [key: string]: { [key: string]: string } } | cdktn.IResolvable;
  /**
  * How look-ups use cloudimages.lock.json. `off`: not at all. `add`: locked queries are answered from it, others are resolved and added. `use`: as `add`, without writing, with a warning. `frozen`: a query that is not locked is an error. One of `'off'`, `'add'`, `'use'`, `'frozen'`. Default: `CLOUDIMAGES_LOCK`; else, where a lock file exists, `frozen` in CI and `add` elsewhere; else `off`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#lock CloudimagesProvider#lock}
  */
  readonly lock?: string;
  /**
  * The scope of locked queries that depend on the account: a label such as `prod`. Default: `CLOUDIMAGES_LOCK_SCOPE`. Example: `'prod'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#lock_scope CloudimagesProvider#lock_scope}
  */
  readonly lockScope?: string;
  /**
  * The lock file. Default: `CLOUDIMAGES_LOCK_FILE`; else cloudimages.lock.json beside cloudimages.json or at the root of the repository.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#lock_file CloudimagesProvider#lock_file}
  */
  readonly lockFile?: string;
  /**
  * The longest that one look-up may take, retries included. Seconds. Default: `120`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#timeout_seconds CloudimagesProvider#timeout_seconds}
  */
  readonly timeoutSeconds?: number;
  /**
  * The most images that one list of a cloud may have. A longer list is an error, so that a service that never ends its list cannot keep a look-up busy. Default: `100000`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#max_images CloudimagesProvider#max_images}
  */
  readonly maxImages?: number;
  /**
  * A cache of listings between runs.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#cache CloudimagesProvider#cache}
  */
  readonly cache?: CloudimagesProviderCache;
  /**
  * Alibaba Cloud.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#alicloud CloudimagesProvider#alicloud}
  */
  readonly alicloud?: CloudimagesProviderAlicloud;
  /**
  * Tencent Cloud, API 3.0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#tencentcloud CloudimagesProvider#tencentcloud}
  */
  readonly tencentcloud?: CloudimagesProviderTencentcloud;
  /**
  * Tencent Cloud's legacy API v2.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#qcloud CloudimagesProvider#qcloud}
  */
  readonly qcloud?: CloudimagesProviderQcloud;
  /**
  * Zenlayer Elastic Compute.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#zenlayercloud CloudimagesProvider#zenlayercloud}
  */
  readonly zenlayercloud?: CloudimagesProviderZenlayercloud;
  /**
  * Hetzner Cloud.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#hcloud CloudimagesProvider#hcloud}
  */
  readonly hcloud?: CloudimagesProviderHcloud;
  /**
  * AWS EC2.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#aws CloudimagesProvider#aws}
  */
  readonly aws?: CloudimagesProviderAws;
  /**
  * DigitalOcean.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#digitalocean CloudimagesProvider#digitalocean}
  */
  readonly digitalocean?: CloudimagesProviderDigitalocean;
  /**
  * OpenStack.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#openstack CloudimagesProvider#openstack}
  */
  readonly openstack?: CloudimagesProviderOpenstack;
  /**
  * Google Compute Engine.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#google CloudimagesProvider#google}
  */
  readonly google?: CloudimagesProviderGoogle;
  /**
  * Azure.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#azurerm CloudimagesProvider#azurerm}
  */
  readonly azurerm?: CloudimagesProviderAzurerm;
  /**
  * Alias name
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#alias CloudimagesProvider#alias}
  */
  readonly alias?: string;
}
export interface CloudimagesProviderCache {
  /**
  * Where listings are kept. `file`: in the user's cache folder. `redis://host:6379/0`, or `rediss://` with TLS: in Redis or Valkey; `redis+sentinel://host:26379/group` and `redis+cluster://host:6379` take several servers, separated by commas. `off`: nowhere. Default: `CLOUDIMAGES_CACHE`; else `file` where a time is given; else `off`. Example: `'file'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#store CloudimagesProvider#store}
  */
  readonly store?: string;
  /**
  * How long a listing answers without a request. A whole number and a unit: `m`, `h`, `d` or `w`. Default: `CLOUDIMAGES_CACHE_TTL`, else `10m`. Example: `'10m'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#ttl CloudimagesProvider#ttl}
  */
  readonly ttl?: string;
  /**
  * How much longer it answers while the cloud cannot be reached: on network errors, timeouts and 5xx. Such an answer has a warning. Default: `CLOUDIMAGES_CACHE_GRACE`, else `1h`. Example: `'1h'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#grace CloudimagesProvider#grace}
  */
  readonly grace?: string;
  /**
  * A label of the account, for temporary keys that do not tell whose they are. Processes with the same label share listings, so use one label per account. Default: `CLOUDIMAGES_CACHE_ACCOUNT`. Example: `'production'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#account CloudimagesProvider#account}
  */
  readonly account?: string;
}

export function cloudimagesProviderCacheToTerraform(struct?: CloudimagesProviderCache | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    store: cdktn.stringToTerraform(struct!.store),
    ttl: cdktn.stringToTerraform(struct!.ttl),
    grace: cdktn.stringToTerraform(struct!.grace),
    account: cdktn.stringToTerraform(struct!.account),
  }
}


export function cloudimagesProviderCacheToHclTerraform(struct?: CloudimagesProviderCache | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    store: {
      value: cdktn.stringToHclTerraform(struct!.store),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ttl: {
      value: cdktn.stringToHclTerraform(struct!.ttl),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    grace: {
      value: cdktn.stringToHclTerraform(struct!.grace),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    account: {
      value: cdktn.stringToHclTerraform(struct!.account),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderAlicloud {
  /**
  * AccessKey id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#access_key CloudimagesProvider#access_key}
  */
  readonly accessKey?: string;
  /**
  * AccessKey secret.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#secret_key CloudimagesProvider#secret_key}
  */
  readonly secretKey?: string;
  /**
  * STS token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#security_token CloudimagesProvider#security_token}
  */
  readonly securityToken?: string;
  /**
  * The profile to read in `~/.aliyun/config.json`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_ALICLOUD`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderAlicloudToTerraform(struct?: CloudimagesProviderAlicloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    access_key: cdktn.stringToTerraform(struct!.accessKey),
    secret_key: cdktn.stringToTerraform(struct!.secretKey),
    security_token: cdktn.stringToTerraform(struct!.securityToken),
    profile: cdktn.stringToTerraform(struct!.profile),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderAlicloudToHclTerraform(struct?: CloudimagesProviderAlicloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    access_key: {
      value: cdktn.stringToHclTerraform(struct!.accessKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secret_key: {
      value: cdktn.stringToHclTerraform(struct!.secretKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    security_token: {
      value: cdktn.stringToHclTerraform(struct!.securityToken),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderTencentcloud {
  /**
  * Secret id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#secret_id CloudimagesProvider#secret_id}
  */
  readonly secretId?: string;
  /**
  * Secret key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#secret_key CloudimagesProvider#secret_key}
  */
  readonly secretKey?: string;
  /**
  * STS token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#security_token CloudimagesProvider#security_token}
  */
  readonly securityToken?: string;
  /**
  * The profile to read in `~/.tccli`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * The site that the account belongs to: `intl` for accounts of www.tencentcloud.com, `cn` for those of cloud.tencent.com. Both are usually served by the same host; set `intl` where keys of the international site are refused. One of `'cn'`, `'intl'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#site CloudimagesProvider#site}
  */
  readonly site?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_TENCENTCLOUD`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderTencentcloudToTerraform(struct?: CloudimagesProviderTencentcloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    secret_id: cdktn.stringToTerraform(struct!.secretId),
    secret_key: cdktn.stringToTerraform(struct!.secretKey),
    security_token: cdktn.stringToTerraform(struct!.securityToken),
    profile: cdktn.stringToTerraform(struct!.profile),
    site: cdktn.stringToTerraform(struct!.site),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderTencentcloudToHclTerraform(struct?: CloudimagesProviderTencentcloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    secret_id: {
      value: cdktn.stringToHclTerraform(struct!.secretId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secret_key: {
      value: cdktn.stringToHclTerraform(struct!.secretKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    security_token: {
      value: cdktn.stringToHclTerraform(struct!.securityToken),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    site: {
      value: cdktn.stringToHclTerraform(struct!.site),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderQcloud {
  /**
  * Secret id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#secret_id CloudimagesProvider#secret_id}
  */
  readonly secretId?: string;
  /**
  * Secret key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#secret_key CloudimagesProvider#secret_key}
  */
  readonly secretKey?: string;
  /**
  * STS token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#security_token CloudimagesProvider#security_token}
  */
  readonly securityToken?: string;
  /**
  * The profile to read in `~/.tccli`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_QCLOUD`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderQcloudToTerraform(struct?: CloudimagesProviderQcloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    secret_id: cdktn.stringToTerraform(struct!.secretId),
    secret_key: cdktn.stringToTerraform(struct!.secretKey),
    security_token: cdktn.stringToTerraform(struct!.securityToken),
    profile: cdktn.stringToTerraform(struct!.profile),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderQcloudToHclTerraform(struct?: CloudimagesProviderQcloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    secret_id: {
      value: cdktn.stringToHclTerraform(struct!.secretId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secret_key: {
      value: cdktn.stringToHclTerraform(struct!.secretKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    security_token: {
      value: cdktn.stringToHclTerraform(struct!.securityToken),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderZenlayercloud {
  /**
  * Access key id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#access_key_id CloudimagesProvider#access_key_id}
  */
  readonly accessKeyId?: string;
  /**
  * Access key password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#access_key_password CloudimagesProvider#access_key_password}
  */
  readonly accessKeyPassword?: string;
  /**
  * Bearer token, in place of an access key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#token CloudimagesProvider#token}
  */
  readonly token?: string;
  /**
  * The profile to read in `~/.zenlayer/config.json`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_ZENLAYERCLOUD`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderZenlayercloudToTerraform(struct?: CloudimagesProviderZenlayercloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    access_key_id: cdktn.stringToTerraform(struct!.accessKeyId),
    access_key_password: cdktn.stringToTerraform(struct!.accessKeyPassword),
    token: cdktn.stringToTerraform(struct!.token),
    profile: cdktn.stringToTerraform(struct!.profile),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderZenlayercloudToHclTerraform(struct?: CloudimagesProviderZenlayercloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    access_key_id: {
      value: cdktn.stringToHclTerraform(struct!.accessKeyId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    access_key_password: {
      value: cdktn.stringToHclTerraform(struct!.accessKeyPassword),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token: {
      value: cdktn.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderHcloud {
  /**
  * API token of a project.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#token CloudimagesProvider#token}
  */
  readonly token?: string;
  /**
  * The profile to read in `~/.config/hcloud/cli.toml`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_HCLOUD`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderHcloudToTerraform(struct?: CloudimagesProviderHcloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    token: cdktn.stringToTerraform(struct!.token),
    profile: cdktn.stringToTerraform(struct!.profile),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderHcloudToHclTerraform(struct?: CloudimagesProviderHcloud | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    token: {
      value: cdktn.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderAws {
  /**
  * Access key id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#access_key CloudimagesProvider#access_key}
  */
  readonly accessKey?: string;
  /**
  * Secret access key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#secret_key CloudimagesProvider#secret_key}
  */
  readonly secretKey?: string;
  /**
  * Session token of temporary keys.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#token CloudimagesProvider#token}
  */
  readonly token?: string;
  /**
  * The profile to read in `~/.aws/config`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * The partition whose regions `cloudimages targets` lists. A target’s own partition follows from its region. One of `'aws'`, `'aws-cn'`, `'aws-us-gov'`, `'aws-eusc'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#site CloudimagesProvider#site}
  */
  readonly site?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_AWS`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderAwsToTerraform(struct?: CloudimagesProviderAws | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    access_key: cdktn.stringToTerraform(struct!.accessKey),
    secret_key: cdktn.stringToTerraform(struct!.secretKey),
    token: cdktn.stringToTerraform(struct!.token),
    profile: cdktn.stringToTerraform(struct!.profile),
    site: cdktn.stringToTerraform(struct!.site),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderAwsToHclTerraform(struct?: CloudimagesProviderAws | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    access_key: {
      value: cdktn.stringToHclTerraform(struct!.accessKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secret_key: {
      value: cdktn.stringToHclTerraform(struct!.secretKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token: {
      value: cdktn.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    site: {
      value: cdktn.stringToHclTerraform(struct!.site),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderDigitalocean {
  /**
  * API token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#token CloudimagesProvider#token}
  */
  readonly token?: string;
  /**
  * The profile to read in `~/.config/doctl/config.yaml`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_DIGITALOCEAN`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderDigitaloceanToTerraform(struct?: CloudimagesProviderDigitalocean | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    token: cdktn.stringToTerraform(struct!.token),
    profile: cdktn.stringToTerraform(struct!.profile),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderDigitaloceanToHclTerraform(struct?: CloudimagesProviderDigitalocean | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    token: {
      value: cdktn.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderOpenstack {
  /**
  * URL of the identity service.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#auth_url CloudimagesProvider#auth_url}
  */
  readonly authUrl?: string;
  /**
  * User name.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#user_name CloudimagesProvider#user_name}
  */
  readonly userName?: string;
  /**
  * User id, in place of name and domain.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#user_id CloudimagesProvider#user_id}
  */
  readonly userId?: string;
  /**
  * Password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#password CloudimagesProvider#password}
  */
  readonly password?: string;
  /**
  * Token, in place of a password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#token CloudimagesProvider#token}
  */
  readonly token?: string;
  /**
  * Project name.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#tenant_name CloudimagesProvider#tenant_name}
  */
  readonly tenantName?: string;
  /**
  * Project id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#tenant_id CloudimagesProvider#tenant_id}
  */
  readonly tenantId?: string;
  /**
  * Domain of the user. Default: `default`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#user_domain_name CloudimagesProvider#user_domain_name}
  */
  readonly userDomainName?: string;
  /**
  * Domain of the project.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#project_domain_name CloudimagesProvider#project_domain_name}
  */
  readonly projectDomainName?: string;
  /**
  * Application credential, in place of user and password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#application_credential_id CloudimagesProvider#application_credential_id}
  */
  readonly applicationCredentialId?: string;
  /**
  * Secret of the application credential.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#application_credential_secret CloudimagesProvider#application_credential_secret}
  */
  readonly applicationCredentialSecret?: string;
  /**
  * Interface of the catalog: `public` or `internal`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint_type CloudimagesProvider#endpoint_type}
  */
  readonly endpointType?: string;
  /**
  * The profile to read in `clouds.yaml`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#profile CloudimagesProvider#profile}
  */
  readonly profile?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_OPENSTACK`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderOpenstackToTerraform(struct?: CloudimagesProviderOpenstack | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    auth_url: cdktn.stringToTerraform(struct!.authUrl),
    user_name: cdktn.stringToTerraform(struct!.userName),
    user_id: cdktn.stringToTerraform(struct!.userId),
    password: cdktn.stringToTerraform(struct!.password),
    token: cdktn.stringToTerraform(struct!.token),
    tenant_name: cdktn.stringToTerraform(struct!.tenantName),
    tenant_id: cdktn.stringToTerraform(struct!.tenantId),
    user_domain_name: cdktn.stringToTerraform(struct!.userDomainName),
    project_domain_name: cdktn.stringToTerraform(struct!.projectDomainName),
    application_credential_id: cdktn.stringToTerraform(struct!.applicationCredentialId),
    application_credential_secret: cdktn.stringToTerraform(struct!.applicationCredentialSecret),
    endpoint_type: cdktn.stringToTerraform(struct!.endpointType),
    profile: cdktn.stringToTerraform(struct!.profile),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderOpenstackToHclTerraform(struct?: CloudimagesProviderOpenstack | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    auth_url: {
      value: cdktn.stringToHclTerraform(struct!.authUrl),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    user_name: {
      value: cdktn.stringToHclTerraform(struct!.userName),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    user_id: {
      value: cdktn.stringToHclTerraform(struct!.userId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    password: {
      value: cdktn.stringToHclTerraform(struct!.password),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token: {
      value: cdktn.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    tenant_name: {
      value: cdktn.stringToHclTerraform(struct!.tenantName),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    tenant_id: {
      value: cdktn.stringToHclTerraform(struct!.tenantId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    user_domain_name: {
      value: cdktn.stringToHclTerraform(struct!.userDomainName),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    project_domain_name: {
      value: cdktn.stringToHclTerraform(struct!.projectDomainName),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    application_credential_id: {
      value: cdktn.stringToHclTerraform(struct!.applicationCredentialId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    application_credential_secret: {
      value: cdktn.stringToHclTerraform(struct!.applicationCredentialSecret),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint_type: {
      value: cdktn.stringToHclTerraform(struct!.endpointType),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    profile: {
      value: cdktn.stringToHclTerraform(struct!.profile),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderGoogle {
  /**
  * A key file of a service account, or another credentials file: its path or its contents.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#credentials CloudimagesProvider#credentials}
  */
  readonly credentials?: string;
  /**
  * OAuth 2.0 access token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#access_token CloudimagesProvider#access_token}
  */
  readonly accessToken?: string;
  /**
  * The project whose images are one’s own. Default: `GOOGLE_PROJECT`, `GOOGLE_CLOUD_PROJECT` and the like, else that of the credentials.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#project CloudimagesProvider#project}
  */
  readonly project?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_GOOGLE`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderGoogleToTerraform(struct?: CloudimagesProviderGoogle | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    credentials: cdktn.stringToTerraform(struct!.credentials),
    access_token: cdktn.stringToTerraform(struct!.accessToken),
    project: cdktn.stringToTerraform(struct!.project),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderGoogleToHclTerraform(struct?: CloudimagesProviderGoogle | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    credentials: {
      value: cdktn.stringToHclTerraform(struct!.credentials),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    access_token: {
      value: cdktn.stringToHclTerraform(struct!.accessToken),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    project: {
      value: cdktn.stringToHclTerraform(struct!.project),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface CloudimagesProviderAzurerm {
  /**
  * Client id of a service principal.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#client_id CloudimagesProvider#client_id}
  */
  readonly clientId?: string;
  /**
  * Its client secret.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#client_secret CloudimagesProvider#client_secret}
  */
  readonly clientSecret?: string;
  /**
  * Its tenant.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#tenant_id CloudimagesProvider#tenant_id}
  */
  readonly tenantId?: string;
  /**
  * Subscription in whose name images are listed.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#subscription_id CloudimagesProvider#subscription_id}
  */
  readonly subscriptionId?: string;
  /**
  * Which of Azure’s clouds to sign in to. Default: `ARM_ENVIRONMENT`, else `public`. One of `'public'`, `'china'`, `'usgovernment'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#site CloudimagesProvider#site}
  */
  readonly site?: string;
  /**
  * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address. Default: `CLOUDIMAGES_ENDPOINT_AZURERM`, else the cloud's own. Example: `'http://127.0.0.1:8081'`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#endpoint CloudimagesProvider#endpoint}
  */
  readonly endpoint?: string;
}

export function cloudimagesProviderAzurermToTerraform(struct?: CloudimagesProviderAzurerm | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    client_id: cdktn.stringToTerraform(struct!.clientId),
    client_secret: cdktn.stringToTerraform(struct!.clientSecret),
    tenant_id: cdktn.stringToTerraform(struct!.tenantId),
    subscription_id: cdktn.stringToTerraform(struct!.subscriptionId),
    site: cdktn.stringToTerraform(struct!.site),
    endpoint: cdktn.stringToTerraform(struct!.endpoint),
  }
}


export function cloudimagesProviderAzurermToHclTerraform(struct?: CloudimagesProviderAzurerm | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    client_id: {
      value: cdktn.stringToHclTerraform(struct!.clientId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_secret: {
      value: cdktn.stringToHclTerraform(struct!.clientSecret),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    tenant_id: {
      value: cdktn.stringToHclTerraform(struct!.tenantId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    subscription_id: {
      value: cdktn.stringToHclTerraform(struct!.subscriptionId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    site: {
      value: cdktn.stringToHclTerraform(struct!.site),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    endpoint: {
      value: cdktn.stringToHclTerraform(struct!.endpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}


import { CloudimagesProviderFunctions } from '../provider-functions/index';
/**
* Represents a {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs cloudimages}
*/
export class CloudimagesProvider extends cdktn.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "cloudimages";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a CloudimagesProvider resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the CloudimagesProvider to import
  * @param importFromId The id of the existing CloudimagesProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the CloudimagesProvider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "cloudimages", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/cloudimages/cloudimages/0.1.0/docs cloudimages} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options CloudimagesProviderConfig = {}
  */
  public constructor(scope: Construct, id: string, config: CloudimagesProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'cloudimages',
      terraformGeneratorMetadata: {
        providerName: 'cloudimages',
        providerVersion: '0.1.0',
        providerVersionConstraint: '0.1.0'
      },
      terraformProviderSource: 'cloudimages/cloudimages'
    });
    this._targets = config.targets;
    this._publishers = config.publishers;
    this._lock = config.lock;
    this._lockScope = config.lockScope;
    this._lockFile = config.lockFile;
    this._timeoutSeconds = config.timeoutSeconds;
    this._maxImages = config.maxImages;
    this._cache = config.cache;
    this._alicloud = config.alicloud;
    this._tencentcloud = config.tencentcloud;
    this._qcloud = config.qcloud;
    this._zenlayercloud = config.zenlayercloud;
    this._hcloud = config.hcloud;
    this._aws = config.aws;
    this._digitalocean = config.digitalocean;
    this._openstack = config.openstack;
    this._google = config.google;
    this._azurerm = config.azurerm;
    this._alias = config.alias;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // targets - computed: false, optional: true, required: false
  private _targets?: string[]; 
  public get targets() {
    return this._targets;
  }
  public set targets(value: string[] | undefined) {
    this._targets = value;
  }
  public resetTargets() {
    this._targets = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get targetsInput() {
    return this._targets;
  }

  // publishers - computed: false, optional: true, required: false
  private _publishers?: { [key: string]: { [key: string]: string } } | cdktn.IResolvable; 
  public get publishers() {
    return this._publishers;
  }
  public set publishers(value: { [key: string]: { [key: string]: string } } | cdktn.IResolvable | undefined) {
    this._publishers = value;
  }
  public resetPublishers() {
    this._publishers = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get publishersInput() {
    return this._publishers;
  }

  // lock - computed: false, optional: true, required: false
  private _lock?: string; 
  public get lock() {
    return this._lock;
  }
  public set lock(value: string | undefined) {
    this._lock = value;
  }
  public resetLock() {
    this._lock = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get lockInput() {
    return this._lock;
  }

  // lock_scope - computed: false, optional: true, required: false
  private _lockScope?: string; 
  public get lockScope() {
    return this._lockScope;
  }
  public set lockScope(value: string | undefined) {
    this._lockScope = value;
  }
  public resetLockScope() {
    this._lockScope = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get lockScopeInput() {
    return this._lockScope;
  }

  // lock_file - computed: false, optional: true, required: false
  private _lockFile?: string; 
  public get lockFile() {
    return this._lockFile;
  }
  public set lockFile(value: string | undefined) {
    this._lockFile = value;
  }
  public resetLockFile() {
    this._lockFile = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get lockFileInput() {
    return this._lockFile;
  }

  // timeout_seconds - computed: false, optional: true, required: false
  private _timeoutSeconds?: number; 
  public get timeoutSeconds() {
    return this._timeoutSeconds;
  }
  public set timeoutSeconds(value: number | undefined) {
    this._timeoutSeconds = value;
  }
  public resetTimeoutSeconds() {
    this._timeoutSeconds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timeoutSecondsInput() {
    return this._timeoutSeconds;
  }

  // max_images - computed: false, optional: true, required: false
  private _maxImages?: number; 
  public get maxImages() {
    return this._maxImages;
  }
  public set maxImages(value: number | undefined) {
    this._maxImages = value;
  }
  public resetMaxImages() {
    this._maxImages = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxImagesInput() {
    return this._maxImages;
  }

  // cache - computed: false, optional: true, required: false
  private _cache?: CloudimagesProviderCache; 
  public get cache() {
    return this._cache;
  }
  public set cache(value: CloudimagesProviderCache | undefined) {
    this._cache = value;
  }
  public resetCache() {
    this._cache = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cacheInput() {
    return this._cache;
  }

  // alicloud - computed: false, optional: true, required: false
  private _alicloud?: CloudimagesProviderAlicloud; 
  public get alicloud() {
    return this._alicloud;
  }
  public set alicloud(value: CloudimagesProviderAlicloud | undefined) {
    this._alicloud = value;
  }
  public resetAlicloud() {
    this._alicloud = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get alicloudInput() {
    return this._alicloud;
  }

  // tencentcloud - computed: false, optional: true, required: false
  private _tencentcloud?: CloudimagesProviderTencentcloud; 
  public get tencentcloud() {
    return this._tencentcloud;
  }
  public set tencentcloud(value: CloudimagesProviderTencentcloud | undefined) {
    this._tencentcloud = value;
  }
  public resetTencentcloud() {
    this._tencentcloud = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tencentcloudInput() {
    return this._tencentcloud;
  }

  // qcloud - computed: false, optional: true, required: false
  private _qcloud?: CloudimagesProviderQcloud; 
  public get qcloud() {
    return this._qcloud;
  }
  public set qcloud(value: CloudimagesProviderQcloud | undefined) {
    this._qcloud = value;
  }
  public resetQcloud() {
    this._qcloud = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get qcloudInput() {
    return this._qcloud;
  }

  // zenlayercloud - computed: false, optional: true, required: false
  private _zenlayercloud?: CloudimagesProviderZenlayercloud; 
  public get zenlayercloud() {
    return this._zenlayercloud;
  }
  public set zenlayercloud(value: CloudimagesProviderZenlayercloud | undefined) {
    this._zenlayercloud = value;
  }
  public resetZenlayercloud() {
    this._zenlayercloud = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get zenlayercloudInput() {
    return this._zenlayercloud;
  }

  // hcloud - computed: false, optional: true, required: false
  private _hcloud?: CloudimagesProviderHcloud; 
  public get hcloud() {
    return this._hcloud;
  }
  public set hcloud(value: CloudimagesProviderHcloud | undefined) {
    this._hcloud = value;
  }
  public resetHcloud() {
    this._hcloud = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get hcloudInput() {
    return this._hcloud;
  }

  // aws - computed: false, optional: true, required: false
  private _aws?: CloudimagesProviderAws; 
  public get aws() {
    return this._aws;
  }
  public set aws(value: CloudimagesProviderAws | undefined) {
    this._aws = value;
  }
  public resetAws() {
    this._aws = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get awsInput() {
    return this._aws;
  }

  // digitalocean - computed: false, optional: true, required: false
  private _digitalocean?: CloudimagesProviderDigitalocean; 
  public get digitalocean() {
    return this._digitalocean;
  }
  public set digitalocean(value: CloudimagesProviderDigitalocean | undefined) {
    this._digitalocean = value;
  }
  public resetDigitalocean() {
    this._digitalocean = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get digitaloceanInput() {
    return this._digitalocean;
  }

  // openstack - computed: false, optional: true, required: false
  private _openstack?: CloudimagesProviderOpenstack; 
  public get openstack() {
    return this._openstack;
  }
  public set openstack(value: CloudimagesProviderOpenstack | undefined) {
    this._openstack = value;
  }
  public resetOpenstack() {
    this._openstack = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get openstackInput() {
    return this._openstack;
  }

  // google - computed: false, optional: true, required: false
  private _google?: CloudimagesProviderGoogle; 
  public get google() {
    return this._google;
  }
  public set google(value: CloudimagesProviderGoogle | undefined) {
    this._google = value;
  }
  public resetGoogle() {
    this._google = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get googleInput() {
    return this._google;
  }

  // azurerm - computed: false, optional: true, required: false
  private _azurerm?: CloudimagesProviderAzurerm; 
  public get azurerm() {
    return this._azurerm;
  }
  public set azurerm(value: CloudimagesProviderAzurerm | undefined) {
    this._azurerm = value;
  }
  public resetAzurerm() {
    this._azurerm = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get azurermInput() {
    return this._azurerm;
  }

  // alias - computed: false, optional: true, required: false
  private _alias?: string; 
  public get alias() {
    return this._alias;
  }
  public set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias() {
    this._alias = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aliasInput() {
    return this._alias;
  }

  // ==========================
  // PROVIDER-DEFINED FUNCTIONS
  // ==========================
  private _functions?: CloudimagesProviderFunctions;

  /**
  * Provider-defined functions of the cloudimages provider.
  */
  public get functions(): CloudimagesProviderFunctions {
    if (!this._functions) {
      this._functions = new CloudimagesProviderFunctions(this.terraformResourceType);
    }
    return this._functions;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      targets: cdktn.listMapper(cdktn.stringToTerraform, false)(this._targets),
      publishers: cdktn.hashMapper(cdktn.hashMapper(cdktn.stringToTerraform))(this._publishers),
      lock: cdktn.stringToTerraform(this._lock),
      lock_scope: cdktn.stringToTerraform(this._lockScope),
      lock_file: cdktn.stringToTerraform(this._lockFile),
      timeout_seconds: cdktn.numberToTerraform(this._timeoutSeconds),
      max_images: cdktn.numberToTerraform(this._maxImages),
      cache: cloudimagesProviderCacheToTerraform(this._cache),
      alicloud: cloudimagesProviderAlicloudToTerraform(this._alicloud),
      tencentcloud: cloudimagesProviderTencentcloudToTerraform(this._tencentcloud),
      qcloud: cloudimagesProviderQcloudToTerraform(this._qcloud),
      zenlayercloud: cloudimagesProviderZenlayercloudToTerraform(this._zenlayercloud),
      hcloud: cloudimagesProviderHcloudToTerraform(this._hcloud),
      aws: cloudimagesProviderAwsToTerraform(this._aws),
      digitalocean: cloudimagesProviderDigitaloceanToTerraform(this._digitalocean),
      openstack: cloudimagesProviderOpenstackToTerraform(this._openstack),
      google: cloudimagesProviderGoogleToTerraform(this._google),
      azurerm: cloudimagesProviderAzurermToTerraform(this._azurerm),
      alias: cdktn.stringToTerraform(this._alias),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      targets: {
        value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._targets),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      publishers: {
        value: cdktn.hashMapperHcl(cdktn.hashMapperHcl(cdktn.stringToHclTerraform))(this._publishers),
        isBlock: false,
        type: "map",
        storageClassType: "stringMapMap",
      },
      lock: {
        value: cdktn.stringToHclTerraform(this._lock),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      lock_scope: {
        value: cdktn.stringToHclTerraform(this._lockScope),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      lock_file: {
        value: cdktn.stringToHclTerraform(this._lockFile),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      timeout_seconds: {
        value: cdktn.numberToHclTerraform(this._timeoutSeconds),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      max_images: {
        value: cdktn.numberToHclTerraform(this._maxImages),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      cache: {
        value: cloudimagesProviderCacheToHclTerraform(this._cache),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderCache",
      },
      alicloud: {
        value: cloudimagesProviderAlicloudToHclTerraform(this._alicloud),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderAlicloud",
      },
      tencentcloud: {
        value: cloudimagesProviderTencentcloudToHclTerraform(this._tencentcloud),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderTencentcloud",
      },
      qcloud: {
        value: cloudimagesProviderQcloudToHclTerraform(this._qcloud),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderQcloud",
      },
      zenlayercloud: {
        value: cloudimagesProviderZenlayercloudToHclTerraform(this._zenlayercloud),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderZenlayercloud",
      },
      hcloud: {
        value: cloudimagesProviderHcloudToHclTerraform(this._hcloud),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderHcloud",
      },
      aws: {
        value: cloudimagesProviderAwsToHclTerraform(this._aws),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderAws",
      },
      digitalocean: {
        value: cloudimagesProviderDigitaloceanToHclTerraform(this._digitalocean),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderDigitalocean",
      },
      openstack: {
        value: cloudimagesProviderOpenstackToHclTerraform(this._openstack),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderOpenstack",
      },
      google: {
        value: cloudimagesProviderGoogleToHclTerraform(this._google),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderGoogle",
      },
      azurerm: {
        value: cloudimagesProviderAzurermToHclTerraform(this._azurerm),
        isBlock: true,
        type: "struct",
        storageClassType: "CloudimagesProviderAzurerm",
      },
      alias: {
        value: cdktn.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
