// Made from the field table in provider/schema by `npm run generate`. Do not edit.
import type { LockMode } from '../image/words';

/** A cache of listings between runs. Off unless a store or a time is given here, in the environment or in cloudimages.json. */
export interface CacheConfiguration {
  /**
   * Where listings are kept. `file`: in the user's cache folder. `redis://host:6379/0`, or `rediss://` with TLS: in Redis or Valkey; `redis+sentinel://host:26379/group` and `redis+cluster://host:6379` take several servers, separated by commas. `off`: nowhere.
   *
   * Default: `CLOUDIMAGES_CACHE`; else `file` where a time is given; else `off`.
   *
   * @example
   * 'file'
   */
  readonly store?: string | undefined;
  /**
   * How long a listing answers without a request. A whole number and a unit: `m`, `h`, `d` or `w`.
   *
   * Default: `CLOUDIMAGES_CACHE_TTL`, else `10m`.
   *
   * @example
   * '10m'
   */
  readonly ttl?: string | undefined;
  /**
   * How much longer it answers while the cloud cannot be reached: on network errors, timeouts and 5xx. Such an answer has a warning.
   *
   * Default: `CLOUDIMAGES_CACHE_GRACE`, else `1h`.
   *
   * @example
   * '1h'
   */
  readonly grace?: string | undefined;
  /**
   * A label of the account, for temporary keys that do not tell whose they are. Processes with the same label share listings, so use one label per account.
   *
   * Default: `CLOUDIMAGES_CACHE_ACCOUNT`.
   *
   * @example
   * 'production'
   */
  readonly account?: string | undefined;
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
  /** The site that the account belongs to: `intl` for accounts of www.tencentcloud.com, `cn` for those of cloud.tencent.com. Both are usually served by the same host; set `intl` where keys of the international site are refused. */
  readonly site?: 'cn' | 'intl' | undefined;
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

/** Hetzner Cloud. What is not given comes from the environment and the contexts of the hcloud command. */
export interface HcloudConfiguration {
  /** API token of a project. */
  readonly token?: string | undefined;
  /** The profile to read in `~/.config/hcloud/cli.toml`. */
  readonly profile?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_HCLOUD`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** AWS EC2. What is not given comes from the environment, the shared files and the machine. */
export interface AwsConfiguration {
  /** Access key id. */
  readonly accessKey?: string | undefined;
  /** Secret access key. */
  readonly secretKey?: string | undefined;
  /** Session token of temporary keys. */
  readonly token?: string | undefined;
  /** The profile to read in `~/.aws/config`. */
  readonly profile?: string | undefined;
  /** The partition whose regions `cloudimages targets` lists. A target’s own partition follows from its region. */
  readonly site?: 'aws' | 'aws-cn' | 'aws-us-gov' | 'aws-eusc' | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_AWS`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** DigitalOcean. What is not given comes from the environment and the contexts of doctl. */
export interface DigitaloceanConfiguration {
  /** API token. */
  readonly token?: string | undefined;
  /** The profile to read in `~/.config/doctl/config.yaml`. */
  readonly profile?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_DIGITALOCEAN`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** OpenStack. What is not given comes from clouds.yaml and the environment, as OpenStack’s own tools read them. */
export interface OpenstackConfiguration {
  /** URL of the identity service. */
  readonly authUrl?: string | undefined;
  /** User name. */
  readonly userName?: string | undefined;
  /** User id, in place of name and domain. */
  readonly userId?: string | undefined;
  /** Password. */
  readonly password?: string | undefined;
  /** Token, in place of a password. */
  readonly token?: string | undefined;
  /** Project name. */
  readonly tenantName?: string | undefined;
  /** Project id. */
  readonly tenantId?: string | undefined;
  /** Domain of the user. Default: `default`. */
  readonly userDomainName?: string | undefined;
  /** Domain of the project. */
  readonly projectDomainName?: string | undefined;
  /** Application credential, in place of user and password. */
  readonly applicationCredentialId?: string | undefined;
  /** Secret of the application credential. */
  readonly applicationCredentialSecret?: string | undefined;
  /** Interface of the catalog: `public` or `internal`. */
  readonly endpointType?: string | undefined;
  /** The profile to read in `clouds.yaml`. */
  readonly profile?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_OPENSTACK`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** Google Compute Engine. What is not given comes from the environment, Application Default Credentials and the machine. */
export interface GoogleConfiguration {
  /** A key file of a service account, or another credentials file: its path or its contents. */
  readonly credentials?: string | undefined;
  /** OAuth 2.0 access token. */
  readonly accessToken?: string | undefined;
  /** The project whose images are one’s own. Default: `GOOGLE_PROJECT`, `GOOGLE_CLOUD_PROJECT` and the like, else that of the credentials. */
  readonly project?: string | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_GOOGLE`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** Azure. What is not given comes from the environment, the machine and the Azure CLI. */
export interface AzurermConfiguration {
  /** Client id of a service principal. */
  readonly clientId?: string | undefined;
  /** Its client secret. */
  readonly clientSecret?: string | undefined;
  /** Its tenant. */
  readonly tenantId?: string | undefined;
  /** Subscription in whose name images are listed. */
  readonly subscriptionId?: string | undefined;
  /** Which of Azure’s clouds to sign in to. Default: `ARM_ENVIRONMENT`, else `public`. */
  readonly site?: 'public' | 'china' | 'usgovernment' | undefined;
  /**
   * Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.
   *
   * Default: `CLOUDIMAGES_ENDPOINT_AZURERM`, else the cloud's own.
   *
   * @example
   * 'http://127.0.0.1:8081'
   */
  readonly endpoint?: string | undefined;
}

/** How the engine is set up. All of it is optional. */
export interface Configuration {
  /**
   * Where queries without targets of their own look: `cloud/region`.
   *
   * @example
   * ['alicloud/cn-hangzhou']
   */
  readonly targets?: readonly string[] | undefined;
  /**
   * Accounts by a name that queries use in `owners`: per publisher and cloud the account ids, with commas. A name of the clouds' own tables (docs/clouds.md), such as `canonical`, takes the place of theirs.
   *
   * @example
   * { 'platform-team': { alicloud: '1234567890123456' } }
   */
  readonly publishers?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /**
   * How look-ups use cloudimages.lock.json. `off`: not at all. `add`: locked queries are answered from it, others are resolved and added. `use`: as `add`, without writing, with a warning. `frozen`: a query that is not locked is an error.
   *
   * Default: `CLOUDIMAGES_LOCK`; else, where a lock file exists, `frozen` in CI and `add` elsewhere; else `off`.
   */
  readonly lock?: LockMode | undefined;
  /**
   * The scope of locked queries that depend on the account: a label such as `prod`.
   *
   * Default: `CLOUDIMAGES_LOCK_SCOPE`.
   *
   * @example
   * 'prod'
   */
  readonly lockScope?: string | undefined;
  /**
   * The lock file.
   *
   * Default: `CLOUDIMAGES_LOCK_FILE`; else cloudimages.lock.json beside cloudimages.json or at the root of the repository.
   */
  readonly lockFile?: string | undefined;
  /**
   * The longest that one look-up may take, retries included. Seconds.
   *
   * Default: `120`.
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * The most images that one list of a cloud may have. A longer list is an error, so that a service that never ends its list cannot keep a look-up busy.
   *
   * Default: `100000`.
   */
  readonly maxImages?: number | undefined;
  /** A cache of listings between runs. */
  readonly cache?: CacheConfiguration | undefined;
  /** Alibaba Cloud. */
  readonly alicloud?: AlicloudConfiguration | undefined;
  /** Tencent Cloud, API 3.0. */
  readonly tencentcloud?: TencentcloudConfiguration | undefined;
  /** Tencent Cloud's legacy API v2. */
  readonly qcloud?: QcloudConfiguration | undefined;
  /** Zenlayer Elastic Compute. */
  readonly zenlayercloud?: ZenlayercloudConfiguration | undefined;
  /** Hetzner Cloud. */
  readonly hcloud?: HcloudConfiguration | undefined;
  /** AWS EC2. */
  readonly aws?: AwsConfiguration | undefined;
  /** DigitalOcean. */
  readonly digitalocean?: DigitaloceanConfiguration | undefined;
  /** OpenStack. */
  readonly openstack?: OpenstackConfiguration | undefined;
  /** Google Compute Engine. */
  readonly google?: GoogleConfiguration | undefined;
  /** Azure. */
  readonly azurerm?: AzurermConfiguration | undefined;
}
