/** Every signature the vendors have published, reproduced. */

import { digestRequest } from '../../../provider/transport/signing/canonical-request';
import { signAcs3 } from '../../../provider/transport/signing/acs3';
import { signTc2, tc2Signature } from '../../../provider/transport/signing/tc2';
import { signTc3, tc3Authorization } from '../../../provider/transport/signing/tc3';
import { signZc2 } from '../../../provider/transport/signing/zc2';

const MOMENT = { now: new Date('2024-07-12T00:00:00.789Z'), nonce: '11886' };

describe('ACS3-HMAC-SHA256', () => {
  const request = {
    method: 'POST',
    host: 'ecs.cn-shanghai.aliyuncs.com',
    action: 'RunInstances',
    version: '2014-05-26',
    query: {
      RegionId: 'cn-shanghai',
      ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    },
  } as const;
  const key = { kind: 'key', id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' } as const;
  const moment = {
    now: new Date('2023-10-26T10:22:32Z'),
    nonce: '3156853299f313e23d1673dc12e1703d',
  };

  it("reproduces the documentation's RunInstances", () => {
    const { headers, query } = signAcs3(request, key, moment);
    expect(query).toBe(
      'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
    );
    expect(headers['authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
    const { authorization: _, ...signed } = headers;
    expect(digestRequest({ method: 'POST', query, headers: signed, body: '' }).digest).toBe(
      '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    );
  });

  it('signs the token of temporary keys as a header', () => {
    const { headers } = signAcs3(request, { ...key, token: 'sts-token' }, moment);
    expect(headers).toMatchObject({
      'x-acs-accesskey-id': 'YourAccessKeyId',
      'x-acs-security-token': 'sts-token',
    });
    expect(headers['authorization']).toContain('host;x-acs-accesskey-id;x-acs-action');
    expect(headers['authorization']).toContain('x-acs-security-token');
  });

  it('sends a bearer token unsigned, and says so in the query', () => {
    const { headers, query } = signAcs3(request, { kind: 'bearer', token: 'b' }, moment);
    expect(headers).toMatchObject({ 'x-acs-bearer-token': 'b' });
    expect(headers).not.toHaveProperty('authorization');
    expect(query).toContain('&SignatureType=BEARERTOKEN');
  });
});

describe('TC3-HMAC-SHA256', () => {
  const body = String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    host: 'cvm.tencentcloudapi.com',
  };

  it("reproduces the documentation's first example, which signs two headers", () => {
    const key = {
      kind: 'key',
      id: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
      secret: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
    } as const;
    expect(tc3Authorization({ service: 'cvm', headers, body, seconds: 1551113065 }, key)).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    );
  });

  it("reproduces the newer example, which signs the action as well, as a whole request's headers", () => {
    const key = {
      kind: 'key',
      id: `AKID${'*'.repeat(32)}`,
      secret: '*'.repeat(32),
      token: 'sts',
    } as const;
    const signed = signTc3(
      {
        host: 'cvm.tencentcloudapi.com',
        service: 'cvm',
        action: 'DescribeInstances',
        version: '2017-03-12',
        region: 'ap-shanghai',
        body,
      },
      key,
      { now: new Date(1551113065_999), nonce: '1' },
    );
    expect(signed).toEqual({
      'content-type': 'application/json; charset=utf-8',
      host: 'cvm.tencentcloudapi.com',
      'x-tc-action': 'DescribeInstances',
      'x-tc-version': '2017-03-12',
      'x-tc-timestamp': '1551113065',
      'x-tc-language': 'en-US',
      'x-tc-region': 'ap-shanghai',
      'x-tc-token': 'sts',
      authorization: `TC3-HMAC-SHA256 Credential=${key.id}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f`,
    });
  });

  it('takes no bearer token', () => {
    const request = { host: 'h', service: 'cvm', action: 'A', version: 'v', body: '' };
    expect(() => signTc3(request, { kind: 'bearer', token: 'b' }, MOMENT)).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
  });
});

describe('the signature of API v2', () => {
  const key = {
    kind: 'key',
    id: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA',
    secret: 'Gu5t9xGARNpq86cd98joQYCN3Cozk1qA',
  } as const;
  const request = {
    method: 'GET',
    host: 'cvm.api.qcloud.com',
    path: '/v2/index.php',
    parameters: {
      Action: 'DescribeInstances',
      'InstanceIds.0': 'ins-09dx96dg',
      Region: 'ap-guangzhou',
    },
  } as const;
  const moment = { now: new Date(1465185768_000), nonce: '11886' };

  it.each([
    ['HmacSHA256', '0EEm/HtGRr/VJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s='],
    ['HmacSHA1', 'nPVnY6njQmwQ8ciqbPl5Qe+Oru4='],
  ] as const)('reproduces the documented %s', (algorithm, Signature) => {
    expect(signTc2(request, key, moment, algorithm)).toEqual({
      ...request.parameters,
      Nonce: '11886',
      SecretId: key.id,
      SignatureMethod: algorithm,
      Timestamp: '1465185768',
      Signature,
    });
  });

  it('reproduces the example of API 3.0 "v1", which names no method', () => {
    const v1 = {
      method: 'GET',
      host: 'cvm.tencentcloudapi.com',
      path: '/',
      parameters: {
        Action: 'DescribeInstances',
        'InstanceIds.0': 'ins-09dx96dg',
        Limit: '20',
        Nonce: '11886',
        Offset: '0',
        Region: 'ap-guangzhou',
        SecretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
        Timestamp: '1465185768',
        Version: '2017-03-12',
      },
    } as const;
    expect(tc2Signature(v1, 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', 'HmacSHA1')).toBe(
      'EliP9YW3pW28FpsEdkXt/+WcGeI=',
    );
  });

  it('signs with SHA-256 unless told otherwise, and sends the token of temporary keys', () => {
    expect(signTc2(request, { ...key, token: 'sts' }, moment)).toMatchObject({
      SignatureMethod: 'HmacSHA256',
      Token: 'sts',
    });
  });
});

describe('ZC2-HMAC-SHA256', () => {
  const request = {
    host: 'console.zenlayer.com',
    service: 'bmc',
    action: 'DescribeInstances',
    version: '2022-11-20',
    body: '{"pageSize":10,"pageNum":1,"zoneId":"HKG-A"}',
  };
  const moment = { now: new Date(1673361177_000), nonce: '1' };

  it("reproduces the documentation's DescribeInstances", () => {
    const key = {
      kind: 'key',
      id: '0D9UtpyKYcHxms5v',
      secret: 'Gu5t9xGARNpq86cd98joQYCN3',
    } as const;
    expect(signZc2(request, key, moment)).toEqual({
      'content-type': 'application/json; charset=utf-8',
      host: 'console.zenlayer.com',
      'x-zc-action': 'DescribeInstances',
      'x-zc-version': '2022-11-20',
      'x-zc-service': 'bmc',
      'x-zc-timestamp': '1673361177',
      'x-zc-signature-method': 'ZC2-HMAC-SHA256',
      authorization:
        'ZC2-HMAC-SHA256 Credential=0D9UtpyKYcHxms5v, SignedHeaders=content-type;host, Signature=efb356c32e55c781e10dc676da59462c22596d82e91c57803666243379555b2f',
    });
  });

  it('sends a bearer token without any signature header', () => {
    const headers = signZc2(request, { kind: 'bearer', token: 'b' }, moment);
    expect(headers['authorization']).toBe('Bearer b');
    expect(Object.keys(headers)).not.toContain('x-zc-signature-method');
  });
});
