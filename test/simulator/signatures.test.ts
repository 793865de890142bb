import {
  acs3CanonicalRequest,
  acs3Signature,
  type Acs3Input,
} from '../../simulator/signatures/alibaba-acs3';
import { rpcSignature } from '../../simulator/signatures/alibaba-rpc';
import { sha256Hex } from '../../simulator/signatures/digest';
import { querySignature } from '../../simulator/signatures/tencent-query';
import { tc3Signature } from '../../simulator/signatures/tencent-tc3';
import { zc2Signature } from '../../simulator/signatures/zenlayer-zc2';

// The vendors' published examples: keys, inputs and results as their documentation prints them.

describe('TC3-HMAC-SHA256', () => {
  const input = {
    method: 'POST',
    path: '/',
    query: '',
    body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    timestamp: '1551113065',
    date: '2019-02-25',
    service: 'cvm',
  };
  const headers = [
    ['content-type', 'application/json; charset=utf-8'],
    ['host', 'cvm.tencentcloudapi.com'],
  ] as const;

  it('signs content-type and host', () => {
    expect(tc3Signature('Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', { ...input, headers })).toBe(
      '72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    );
  });

  it('signs x-tc-action too, its value in lower case', () => {
    const action = ['x-tc-action', 'DescribeInstances'] as const;
    expect(tc3Signature('*'.repeat(32), { ...input, headers: [...headers, action] })).toBe(
      '10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    );
  });
});

describe('the sorted-query signature of API v2', () => {
  const common = {
    Action: 'DescribeInstances',
    'InstanceIds.0': 'ins-09dx96dg',
    Nonce: '11886',
    Region: 'ap-guangzhou',
    Timestamp: '1465185768',
  };
  const key = 'Gu5t9xGARNpq86cd98joQYCN3Cozk1qA';
  const secretId = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA';

  it.each([
    ['HmacSHA256', '0EEm/HtGRr/VJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s='],
    ['HmacSHA1', 'nPVnY6njQmwQ8ciqbPl5Qe+Oru4='],
  ] as const)('signs with %s', (algorithm, signature) => {
    const parameters = new Map(
      Object.entries({ ...common, SecretId: secretId, SignatureMethod: algorithm }),
    );
    expect(
      querySignature(key, {
        method: 'GET',
        host: 'cvm.api.qcloud.com',
        path: '/v2/index.php',
        parameters,
        algorithm,
      }),
    ).toBe(signature);
  });

  it('is the signature v1 of API 3.0 with another path', () => {
    const parameters = new Map(
      Object.entries({
        ...common,
        Limit: '20',
        Offset: '0',
        Version: '2017-03-12',
        SecretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
      }),
    );
    expect(
      querySignature('Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', {
        method: 'GET',
        host: 'cvm.tencentcloudapi.com',
        path: '/',
        parameters,
        algorithm: 'HmacSHA1',
      }),
    ).toBe('EliP9YW3pW28FpsEdkXt/+WcGeI=');
  });
});

describe('ZC2-HMAC-SHA256', () => {
  it('signs content-type and host, with the path as /', () => {
    expect(
      zc2Signature('Gu5t9xGARNpq86cd98joQYCN3', {
        method: 'POST',
        headers: [
          ['content-type', 'application/json; charset=utf-8'],
          ['host', 'console.zenlayer.com'],
        ],
        body: '{"pageSize":10,"pageNum":1,"zoneId":"HKG-A"}',
        timestamp: '1673361177',
      }),
    ).toBe('efb356c32e55c781e10dc676da59462c22596d82e91c57803666243379555b2f');
  });
});

describe('ACS3-HMAC-SHA256', () => {
  const emptyBody = sha256Hex('');
  const input: Acs3Input = {
    method: 'POST',
    path: '/',
    query: new Map([
      ['ImageId', 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd'],
      ['RegionId', 'cn-shanghai'],
    ]),
    headers: [
      ['host', 'ecs.cn-shanghai.aliyuncs.com'],
      ['x-acs-action', 'RunInstances'],
      ['x-acs-content-sha256', emptyBody],
      ['x-acs-date', '2023-10-26T10:22:32Z'],
      ['x-acs-signature-nonce', '3156853299f313e23d1673dc12e1703d'],
      ['x-acs-version', '2014-05-26'],
    ],
    contentSha256: emptyBody,
  };

  it('makes the canonical request', () => {
    expect(sha256Hex(acs3CanonicalRequest(input))).toBe(
      '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    );
  });

  it('signs it', () => {
    expect(acs3Signature('YourAccessKeySecret', input)).toBe(
      '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });
});

describe('the HMAC-SHA1 signature of RPC APIs', () => {
  it('signs all parameters', () => {
    const parameters = new Map(
      Object.entries({
        AccessKeyId: 'testid',
        Action: 'DescribeRegions',
        Format: 'XML',
        SignatureMethod: 'HMAC-SHA1',
        SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
        SignatureVersion: '1.0',
        Timestamp: '2016-02-23T12:46:24Z',
        Version: '2014-05-26',
      }),
    );
    expect(rpcSignature('testsecret', 'GET', parameters)).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });
});
