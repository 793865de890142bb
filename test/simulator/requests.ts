/** Signed requests to the simulated APIs. */
import {
  createWorld,
  MAIN_REGION,
  type SimulatorRequest,
  type World,
  type WorldOptions,
} from '@cloudimages/simulator';
import { acs3Signature } from '../../simulator/signatures/alibaba-acs3';
import { rpcSignature } from '../../simulator/signatures/alibaba-rpc';
import { sha256Hex } from '../../simulator/signatures/digest';
import { querySignature } from '../../simulator/signatures/tencent-query';
import { tc3Signature } from '../../simulator/signatures/tencent-tc3';
import { zc2Signature } from '../../simulator/signatures/zenlayer-zc2';

/** The time in the worlds of tests that do not go over HTTP. */
export const NOW = Date.UTC(2024, 11, 1, 12);

export function fixedWorld(options: WorldOptions = {}): World {
  return createWorld({ now: () => NOW, ...options });
}

export interface Options {
  readonly action?: string;
  readonly version?: string;
  readonly region?: string;
  readonly host?: string;
  readonly keyId?: string;
  readonly secret?: string;
  readonly token?: string;
  /** The client's clock. Default NOW. */
  readonly at?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly nonce?: string;
  /** Parts of a TC3 credential scope, rightly signed though they are wrong. */
  readonly service?: string;
  readonly date?: string;
}

const HOST = 'api.test';
let nonces = 0;

function freshNonce(): string {
  nonces += 1;
  return String(100_000 + nonces);
}

export function tencentcloudRequest(body: unknown, options: Options = {}): SimulatorRequest {
  const timestamp = String(Math.floor((options.at ?? NOW) / 1000));
  const date = options.date ?? new Date(Number(timestamp) * 1000).toISOString().slice(0, 10);
  const service = options.service ?? 'cvm';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const host = options.host ?? HOST;
  const signature = tc3Signature(options.secret ?? 'simulator-secret-tencentcloud', {
    method: 'POST',
    path: '/',
    query: '',
    headers: [
      ['content-type', 'application/json'],
      ['host', host],
    ],
    body: text,
    timestamp,
    date,
    service,
  });
  const keyId = options.keyId ?? 'simulator-key-tencentcloud';
  return {
    method: 'POST',
    path: '/',
    query: '',
    headers: {
      host,
      'content-type': 'application/json',
      'x-tc-action': options.action ?? 'DescribeImages',
      'x-tc-version': options.version ?? '2017-03-12',
      'x-tc-region': options.region ?? MAIN_REGION.tencentcloud,
      'x-tc-language': 'en-US',
      'x-tc-timestamp': timestamp,
      authorization: `TC3-HMAC-SHA256 Credential=${keyId}/${date}/${service}/tc3_request, SignedHeaders=content-type;host, Signature=${signature}`,
      ...(options.token === undefined ? {} : { 'x-tc-token': options.token }),
      ...options.headers,
    },
    body: text,
  };
}

export function qcloudRequest(
  own: Readonly<Record<string, string>>,
  options: Options & { readonly method?: 'GET' | 'POST'; readonly algorithm?: 'HmacSHA256' } = {},
): SimulatorRequest {
  const method = options.method ?? 'GET';
  const host = options.host ?? HOST;
  const parameters = new Map(
    Object.entries({
      Action: options.action ?? 'DescribeImages',
      Version: options.version ?? '2017-03-12',
      Region: options.region ?? MAIN_REGION.qcloud,
      SecretId: options.keyId ?? 'simulator-key-tencentcloud',
      Timestamp: String(Math.floor((options.at ?? NOW) / 1000)),
      Nonce: options.nonce ?? freshNonce(),
      ...(options.algorithm ? { SignatureMethod: options.algorithm } : {}),
      ...(options.token === undefined ? {} : { Token: options.token }),
      ...own,
    }),
  );
  const signature = querySignature(options.secret ?? 'simulator-secret-tencentcloud', {
    method,
    host,
    path: '/v2/index.php',
    parameters,
    algorithm: options.algorithm ?? 'HmacSHA1',
  });
  const form = new URLSearchParams([...parameters, ['Signature', signature]]).toString();
  return {
    method,
    path: '/v2/index.php',
    query: method === 'GET' ? form : '',
    headers: {
      host,
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...options.headers,
    },
    body: method === 'POST' ? form : '',
  };
}

export function zenlayercloudRequest(body: unknown, options: Options = {}): SimulatorRequest {
  const timestamp = String(Math.floor((options.at ?? NOW) / 1000));
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const host = options.host ?? HOST;
  const signature = zc2Signature(options.secret ?? 'simulator-secret-zenlayercloud', {
    method: 'POST',
    headers: [
      ['content-type', 'application/json'],
      ['host', host],
    ],
    body: text,
    timestamp,
  });
  const keyId = options.keyId ?? 'simulator-key-zenlayercloud';
  return {
    method: 'POST',
    path: '/api/v2/zec',
    query: '',
    headers: {
      host,
      'content-type': 'application/json',
      'x-zc-action': options.action ?? 'DescribeImages',
      'x-zc-version': options.version ?? '2025-09-01',
      'x-zc-timestamp': timestamp,
      'x-zc-signature-method': 'ZC2-HMAC-SHA256',
      authorization: `ZC2-HMAC-SHA256 Credential=${keyId}, SignedHeaders=content-type;host, Signature=${signature}`,
      ...options.headers,
    },
    body: text,
  };
}

/** Signed in the headers, as current SDKs do. */
export function alicloudRequest(
  own: Readonly<Record<string, string>>,
  options: Options = {},
): SimulatorRequest {
  const query = new Map(
    Object.entries({ RegionId: options.region ?? MAIN_REGION.alicloud, ...own }),
  );
  const contentSha256 = sha256Hex('');
  const headers: Record<string, string> = {
    host: options.host ?? HOST,
    'x-acs-action': options.action ?? 'DescribeImages',
    'x-acs-content-sha256': contentSha256,
    'x-acs-date': alibabaTime(options),
    'x-acs-signature-nonce': options.nonce ?? freshNonce(),
    'x-acs-version': options.version ?? '2014-05-26',
    ...(options.token === undefined ? {} : { 'x-acs-security-token': options.token }),
  };
  const names = Object.keys(headers).toSorted();
  const signature = acs3Signature(options.secret ?? 'simulator-secret-alicloud', {
    method: 'POST',
    path: '/',
    query,
    headers: names.map((name) => [name, headers[name] ?? '']),
    contentSha256,
  });
  const keyId = options.keyId ?? 'simulator-key-alicloud';
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams([...query]).toString(),
    headers: {
      ...headers,
      authorization: `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names.join(';')},Signature=${signature}`,
      ...options.headers,
    },
    body: '',
  };
}

/** Signed among the parameters, as older SDKs do. */
export function alicloudRpcRequest(
  own: Readonly<Record<string, string>>,
  options: Options & { readonly method?: 'GET' | 'POST'; readonly format?: string } = {},
): SimulatorRequest {
  const method = options.method ?? 'GET';
  const parameters = new Map(
    Object.entries({
      Action: options.action ?? 'DescribeImages',
      Version: options.version ?? '2014-05-26',
      RegionId: options.region ?? MAIN_REGION.alicloud,
      AccessKeyId: options.keyId ?? 'simulator-key-alicloud',
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      SignatureNonce: options.nonce ?? freshNonce(),
      Timestamp: alibabaTime(options),
      ...(options.format === undefined ? {} : { Format: options.format }),
      ...(options.token === undefined ? {} : { SecurityToken: options.token }),
      ...own,
    }),
  );
  const signature = rpcSignature(options.secret ?? 'simulator-secret-alicloud', method, parameters);
  const form = new URLSearchParams([...parameters, ['Signature', signature]]).toString();
  return {
    method,
    path: '/',
    query: method === 'GET' ? form : '',
    headers: {
      host: options.host ?? HOST,
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    body: method === 'POST' ? form : '',
  };
}

function alibabaTime({ at = NOW }: Options): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * The clouds whose requests are signed here, by hand: tests of the simulator must not depend on the
 * provider's own signing. Requests to every other cloud come from the provider; see `listThrough`.
 */
export const SIGNED_CLOUDS = ['alicloud', 'tencentcloud', 'qcloud', 'zenlayercloud'] as const;

export type SignedCloud = (typeof SIGNED_CLOUDS)[number];

/** A request for one page of everything the API lists by default. */
export function pageRequest(
  cloud: SignedCloud,
  page: number,
  size: number,
  options: Options = {},
): SimulatorRequest {
  const offset = (page - 1) * size;
  switch (cloud) {
    case 'alicloud':
      return alicloudRequest({ PageNumber: String(page), PageSize: String(size) }, options);
    case 'tencentcloud':
      return tencentcloudRequest({ Offset: offset, Limit: size }, options);
    case 'qcloud':
      return qcloudRequest({ Offset: String(offset), Limit: String(size) }, options);
    case 'zenlayercloud':
      return zenlayercloudRequest(
        { zoneId: options.region ?? MAIN_REGION.zenlayercloud, pageNum: page, pageSize: size },
        options,
      );
  }
}

/** A request for images by id, whoever owns them. */
export function idRequest(cloud: SignedCloud, ids: readonly string[]): SimulatorRequest {
  switch (cloud) {
    case 'alicloud':
      return alicloudRequest({ ImageId: ids.join(','), PageSize: '100' });
    case 'tencentcloud':
      return tencentcloudRequest({ ImageIds: ids, Limit: 100 });
    case 'qcloud':
      return qcloudRequest({
        ...Object.fromEntries(ids.map((id, index) => [`ImageIds.${index}`, id])),
        Limit: '100',
      });
    case 'zenlayercloud':
      return zenlayercloudRequest({ zoneId: MAIN_REGION.zenlayercloud, imageIds: ids });
  }
}
