import { handle, type SimulatorRequest } from '@cloudimages/simulator';
import { errorCode, readListing } from './answers';
import {
  alicloudRequest,
  alicloudRpcRequest,
  fixedWorld,
  NOW,
  pageRequest,
  qcloudRequest,
  SIGNED_CLOUDS,
  type SignedCloud,
  tencentcloudRequest,
  zenlayercloudRequest,
  type Options,
} from './requests';

const MINUTE = 60_000;

function ask(cloud: SignedCloud, request: SimulatorRequest) {
  const { status, body } = handle(fixedWorld(), cloud, request);
  return { status, code: errorCode(cloud, body) };
}

/** What each API answers to each kind of wrong credentials. */
const REFUSALS: readonly [
  cloud: SignedCloud,
  problem: string,
  options: Options,
  status: number,
  code: string | number,
][] = [
  ['alicloud', 'an unknown key', { keyId: 'nobody' }, 404, 'InvalidAccessKeyId.NotFound'],
  ['alicloud', 'a wrong secret', { secret: 'wrong' }, 400, 'SignatureDoesNotMatch'],
  [
    'alicloud',
    'a clock 16 minutes late',
    { at: NOW - 16 * MINUTE },
    400,
    'InvalidTimeStamp.Expired',
  ],
  [
    'alicloud',
    'a clock 16 minutes early',
    { at: NOW + 16 * MINUTE },
    400,
    'InvalidTimeStamp.Expired',
  ],
  [
    'alicloud',
    'a token for a key that has none',
    { token: 'simulator-token-alicloud' },
    400,
    'InvalidSecurityToken.MismatchWithAccessKey',
  ],
  [
    'alicloud',
    'a temporary key without its token',
    { keyId: 'simulator-temporary-key-alicloud', secret: 'simulator-secret-temporary-alicloud' },
    400,
    'MissingSecurityToken',
  ],
  [
    'alicloud',
    'an account without permission',
    { keyId: 'simulator-forbidden-key-alicloud', secret: 'simulator-secret-forbidden-alicloud' },
    403,
    'Forbidden.RAM',
  ],
  ['tencentcloud', 'an unknown key', { keyId: 'nobody' }, 200, 'AuthFailure.SecretIdNotFound'],
  ['tencentcloud', 'a wrong secret', { secret: 'wrong' }, 200, 'AuthFailure.SignatureFailure'],
  [
    'tencentcloud',
    'a clock 6 minutes late',
    { at: NOW - 6 * MINUTE },
    200,
    'AuthFailure.SignatureExpire',
  ],
  [
    'tencentcloud',
    'a clock 6 minutes early',
    { at: NOW + 6 * MINUTE },
    200,
    'AuthFailure.SignatureExpire',
  ],
  [
    'tencentcloud',
    'a token for a key that has none',
    { token: 'x' },
    200,
    'AuthFailure.TokenFailure',
  ],
  [
    'tencentcloud',
    'a temporary key with another token',
    {
      keyId: 'simulator-temporary-key-tencentcloud',
      secret: 'simulator-secret-temporary-tencentcloud',
      token: 'wrong',
    },
    200,
    'AuthFailure.TokenFailure',
  ],
  [
    'tencentcloud',
    'an account without permission',
    {
      keyId: 'simulator-forbidden-key-tencentcloud',
      secret: 'simulator-secret-forbidden-tencentcloud',
    },
    200,
    'UnauthorizedOperation',
  ],
  [
    'tencentcloud',
    'no signature',
    { headers: { authorization: 'TC3-HMAC-SHA256' } },
    200,
    'AuthFailure.InvalidAuthorization',
  ],
  ['qcloud', 'an unknown key', { keyId: 'nobody' }, 200, 4104],
  ['qcloud', 'a wrong secret', { secret: 'wrong' }, 200, 4100],
  ['qcloud', 'a clock 6 minutes late', { at: NOW - 6 * MINUTE }, 200, 4500],
  ['qcloud', 'a nonce that is no positive integer', { nonce: '-1' }, 200, 4000],
  ['qcloud', 'a token for a key that has none', { token: 'x' }, 200, 4105],
  [
    'qcloud',
    'an account without permission',
    {
      keyId: 'simulator-forbidden-key-tencentcloud',
      secret: 'simulator-secret-forbidden-tencentcloud',
    },
    200,
    4101,
  ],
  ['zenlayercloud', 'an unknown key', { keyId: 'nobody' }, 401, 'AUTHFAILURE_ACCESS_KEY_NOT_FOUND'],
  ['zenlayercloud', 'a wrong secret', { secret: 'wrong' }, 401, 'AUTHFAILURE_SIGNATURE_FAILURE'],
  [
    'zenlayercloud',
    'a clock 6 minutes late',
    { at: NOW - 6 * MINUTE },
    401,
    'AUTHFAILURE_SIGNATURE_EXPIRE',
  ],
  [
    'zenlayercloud',
    'a wrong API token',
    { headers: { authorization: 'Bearer wrong' } },
    401,
    'AUTHFAILURE_TOKEN_FAILURE',
  ],
  [
    'zenlayercloud',
    'an account without permission',
    {
      keyId: 'simulator-forbidden-key-zenlayercloud',
      secret: 'simulator-secret-forbidden-zenlayercloud',
    },
    403,
    'AUTHFAILURE_UNAUTHORIZED_OPERATION',
  ],
  [
    'zenlayercloud',
    'no signature method',
    { headers: { 'x-zc-signature-method': '' } },
    401,
    'AUTHFAILURE_INVALID_AUTHORIZATION',
  ],
];

it.each(REFUSALS)('%s refuses %s', (cloud, _, options, status, code) => {
  expect(ask(cloud, pageRequest(cloud, 1, 10, options))).toEqual({ status, code });
});

describe.each([...SIGNED_CLOUDS])('%s', (cloud) => {
  it.each([-4, 0, 4])('accepts a clock that is off by %d minutes', (minutes) => {
    const request = pageRequest(cloud, 1, 10, { at: NOW + minutes * MINUTE });
    const { body } = handle(fixedWorld(), cloud, request);
    expect(readListing(cloud, body).ids).toHaveLength(10);
  });

  it('accepts a signature over the host without its port', () => {
    const request = pageRequest(cloud, 1, 10, { host: 'api.test' });
    const headers = { ...request.headers, host: 'api.test:8080' };
    expect(ask(cloud, { ...request, headers }).code).toBeUndefined();
  });

  it('refuses a signature over another host', () => {
    const request = pageRequest(cloud, 1, 10, { host: 'api.test' });
    const headers = { ...request.headers, host: 'elsewhere.test' };
    expect(String(ask(cloud, { ...request, headers }).code)).toMatch(/signature|^4100$/i);
  });

  it('refuses a request changed after signing', () => {
    const request = pageRequest(cloud, 1, 10);
    const changed = {
      ...request,
      query: request.query.replace('=10', '=11'),
      body: request.body.replace(':10', ':11'),
    };
    expect(changed).not.toEqual(request);
    expect(String(ask(cloud, changed).code)).toMatch(/signature|^4100$/i);
  });

  it('lets nothing secret into the log', () => {
    const world = fixedWorld();
    const token = `simulator-token-${cloud}`;
    handle(world, cloud, pageRequest(cloud, 1, 10, { token }));
    handle(world, cloud, pageRequest(cloud, 1, 10, { secret: 'wrong' }));
    handle(world, cloud, pageRequest(cloud, 1, 10));
    const log = JSON.stringify(world.requests());
    expect(world.requests()).toHaveLength(3);
    expect(log).not.toMatch(/simulator-|"(Signature|\w*Token|\w*Nonce|SecretId|AccessKeyId)":/i);
  });
});

describe('alicloud', () => {
  it('refuses a nonce that comes twice, in either kind of signature', () => {
    const world = fixedWorld();
    const once = alicloudRequest({}, { nonce: 'n1' });
    expect(errorCode('alicloud', handle(world, 'alicloud', once).body)).toBeUndefined();
    expect(errorCode('alicloud', handle(world, 'alicloud', once).body)).toBe('SignatureNonceUsed');
    const again = alicloudRpcRequest({}, { nonce: 'n1', format: 'JSON' });
    expect(errorCode('alicloud', handle(world, 'alicloud', again).body)).toBe('SignatureNonceUsed');
  });

  it('takes the same nonce again after a quarter of an hour', () => {
    let time = NOW;
    const world = fixedWorld({ now: () => time });
    handle(world, 'alicloud', alicloudRequest({}, { nonce: 'n1' }));
    time = NOW + 16 * MINUTE;
    const later = alicloudRequest({}, { nonce: 'n1', at: time });
    expect(errorCode('alicloud', handle(world, 'alicloud', later).body)).toBeUndefined();
  });

  it.each(['GET', 'POST'] as const)('takes RPC signatures by %s', (method) => {
    expect(ask('alicloud', alicloudRpcRequest({}, { method, format: 'JSON' })).status).toBe(200);
    expect(
      ask('alicloud', alicloudRpcRequest({}, { method, format: 'JSON', secret: 'wrong' })).code,
    ).toBe('SignatureDoesNotMatch');
  });

  it('refuses a request without any signature', () => {
    const request = { ...alicloudRequest({}), headers: { host: 'api.test' } };
    expect(handle(fixedWorld(), 'alicloud', request).body).toContain('IncompleteSignature');
  });

  it('refuses an x-acs header that is not signed', () => {
    const request = alicloudRequest({}, { headers: { 'x-acs-security-token': 'slipped in' } });
    expect(ask('alicloud', request).code).toBe('IncompleteSignature');
  });

  it('refuses a body that the signature does not cover', () => {
    const request = { ...alicloudRequest({}), body: 'ImageName=slipped+in' };
    expect(ask('alicloud', request).code).toBe('SignatureDoesNotMatch');
  });

  it('refuses a time in another format', () => {
    const request = alicloudRpcRequest({ Timestamp: '2024-12-01 12:00:00' }, { format: 'JSON' });
    expect(ask('alicloud', request).code).toBe('InvalidTimeStamp.Format');
  });
});

describe('qcloud', () => {
  it('refuses a request that is played again', () => {
    const world = fixedWorld();
    const request = qcloudRequest({});
    expect(errorCode('qcloud', handle(world, 'qcloud', request).body)).toBeUndefined();
    expect(errorCode('qcloud', handle(world, 'qcloud', request).body)).toBe(4500);
  });

  it('answers what the gateway refuses in the old envelope', () => {
    const { body } = handle(fixedWorld(), 'qcloud', qcloudRequest({}, { secret: 'wrong' }));
    expect(JSON.parse(body)).toEqual({
      code: 4100,
      message: expect.any(String),
      codeDesc: 'AuthFailure',
    });
  });

  it.each(['GET', 'POST'] as const)('takes HmacSHA256 and HmacSHA1 by %s', (method) => {
    expect(ask('qcloud', qcloudRequest({}, { method })).code).toBeUndefined();
    expect(
      ask('qcloud', qcloudRequest({}, { method, algorithm: 'HmacSHA256' })).code,
    ).toBeUndefined();
  });
});

describe('tencentcloud', () => {
  it.each([
    ['service', { service: 'cbs' }],
    ['day', { date: '2024-12-02' }],
  ])('refuses a credential scope of another %s, though signed', (_, scope) => {
    expect(ask('tencentcloud', tencentcloudRequest({}, scope)).code).toBe(
      'AuthFailure.SignatureFailure',
    );
  });
});

describe('zenlayercloud', () => {
  it('takes an API token instead of a signature', () => {
    const request = zenlayercloudRequest({ zoneId: 'HKG-A' });
    const headers = {
      host: 'api.test',
      'content-type': 'application/json',
      'x-zc-action': 'DescribeImages',
      'x-zc-version': '2025-09-01',
      authorization: 'Bearer simulator-token-zenlayercloud',
    };
    expect(ask('zenlayercloud', { ...request, headers })).toEqual({ status: 200, code: undefined });
  });
});
