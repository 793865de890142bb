/** The rows of the field table that configure the engine: the same in every front. */
import type { Field, Fields, ObjectType } from './field';

const endpoint = (cloud: string): Field => ({
  type: 'string',
  doc: `Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.`,
  default: `\`CLOUDIMAGES_ENDPOINT_${cloud.toUpperCase()}\`, else the cloud's own`,
  example: "'http://127.0.0.1:8081'",
});

const secret = (doc: string): Field => ({ type: 'string', doc, secret: true });
const profile = (file: string): Field => ({
  type: 'string',
  doc: `The profile to read in \`${file}\`.`,
});

/** One object per cloud: credentials by the names of its own Terraform provider, and its endpoint. */
export const CLOUD_CONFIGURATION = {
  alicloud: {
    name: 'AlicloudConfiguration',
    doc: 'Alibaba Cloud. What is not given comes from the environment and the profile files.',
    fields: {
      accessKey: secret('AccessKey id.'),
      secretKey: secret('AccessKey secret.'),
      securityToken: secret('STS token.'),
      profile: profile('~/.aliyun/config.json'),
      endpoint: endpoint('alicloud'),
    },
  },
  tencentcloud: {
    name: 'TencentcloudConfiguration',
    doc: 'Tencent Cloud, API 3.0. What is not given comes from the environment and the profile files.',
    fields: {
      secretId: secret('Secret id.'),
      secretKey: secret('Secret key.'),
      securityToken: secret('STS token.'),
      profile: profile('~/.tccli'),
      endpoint: endpoint('tencentcloud'),
    },
  },
  qcloud: {
    name: 'QcloudConfiguration',
    doc: "Tencent Cloud's legacy API v2. The same credentials as tencentcloud.",
    fields: {
      secretId: secret('Secret id.'),
      secretKey: secret('Secret key.'),
      securityToken: secret('STS token.'),
      profile: profile('~/.tccli'),
      endpoint: endpoint('qcloud'),
    },
  },
  zenlayercloud: {
    name: 'ZenlayercloudConfiguration',
    doc: 'Zenlayer Elastic Compute. What is not given comes from the environment and the profile files.',
    fields: {
      accessKeyId: secret('Access key id.'),
      accessKeyPassword: secret('Access key password.'),
      token: secret('Bearer token, in place of an access key.'),
      profile: profile('~/.zenlayer/config.json'),
      endpoint: endpoint('zenlayercloud'),
    },
  },
} as const satisfies Record<string, ObjectType>;

/** Everything that can be configured. All of it is optional. */
export const CONFIGURATION_FIELDS = {
  targets: {
    type: { list: 'string' },
    doc: 'Where queries without targets of their own look: `cloud/region`.',
    example: "['alicloud/cn-hangzhou']",
  },
  publishers: {
    type: { map: { map: 'string' } },
    doc: "Accounts by a name that queries use in `owners`: per publisher and cloud the account ids, with commas. None of the clouds publishes a list of publishers' accounts, so the names are yours.",
    example: "{ 'platform-team': { alicloud: '1234567890123456' } }",
  },
  timeoutSeconds: {
    type: 'integer',
    doc: 'The longest that one look-up may take, retries included. Seconds.',
    default: '`120`',
  },
  alicloud: { type: { object: CLOUD_CONFIGURATION.alicloud }, doc: 'Alibaba Cloud.' },
  tencentcloud: { type: { object: CLOUD_CONFIGURATION.tencentcloud }, doc: 'Tencent Cloud.' },
  qcloud: { type: { object: CLOUD_CONFIGURATION.qcloud }, doc: 'Tencent Cloud, legacy API v2.' },
  zenlayercloud: { type: { object: CLOUD_CONFIGURATION.zenlayercloud }, doc: 'Zenlayer.' },
} as const satisfies Fields;
