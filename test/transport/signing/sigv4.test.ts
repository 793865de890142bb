/** The published vectors of AWS Signature Version 4, through the product's signer and the simulator's. */
import { sigV4Signature } from '../../../simulator/signatures/aws-sigv4';
import { signV4, type SigV4Request } from '../../../provider/transport/signing/sigv4';

const KEY = {
  kind: 'key',
  id: 'AKIDEXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
} as const;
const NOW = new Date('2015-08-30T12:36:00Z');
const FORM = 'application/x-www-form-urlencoded';

const suite = { host: 'example.amazonaws.com', region: 'us-east-1', service: 'service', body: '' };
const ec2 = {
  method: 'POST',
  host: 'ec2.us-east-1.amazonaws.com',
  region: 'us-east-1',
  service: 'ec2',
  headers: { 'content-type': `${FORM}; charset=utf-8` },
  body: 'Action=DescribeImages&Owner.1=099720109477&Version=2016-11-15',
} as const;

const VECTORS: readonly (readonly [name: string, SigV4Request, signature: string])[] = [
  [
    'get-vanilla of the published suite',
    { ...suite, method: 'GET' },
    '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  ],
  [
    'post-vanilla',
    { ...suite, method: 'POST' },
    '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  ],
  [
    'get-vanilla-query-order-key-case',
    { ...suite, method: 'GET', query: 'Param1=value1&Param2=value2' },
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  [
    'post-x-www-form-urlencoded',
    { ...suite, method: 'POST', headers: { 'content-type': FORM }, body: 'Param1=value1' },
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  ],
  [
    'ListUsers of the AWS General Reference',
    {
      method: 'GET',
      host: 'iam.amazonaws.com',
      region: 'us-east-1',
      service: 'iam',
      query: 'Action=ListUsers&Version=2010-05-08',
      headers: { 'content-type': `${FORM}; charset=utf-8` },
      body: '',
    },
    '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  ],
  [
    'DescribeImages as @smithy/signature-v4 signs it',
    ec2,
    'a5b880fa7d7da97f322f34c5a3faf27873e074fb81ac9878a8d6c160625e8740',
  ],
];

describe('AWS4-HMAC-SHA256', () => {
  it.each(VECTORS)('reproduces %s', (_, request, signature) => {
    const headers = signV4(request, KEY, { now: NOW });
    expect(headers['authorization']).toMatch(new RegExp(`Signature=${signature}$`));
    const { authorization: _authorization, ...signed } = headers;
    const names = Object.keys(signed).toSorted();
    expect(
      sigV4Signature(KEY.secret, {
        ...request,
        ...{ path: '/', query: request.query ?? '', time: '20150830T123600Z', date: '20150830' },
        headers: names.map((name) => [name, signed[name] ?? '']),
      }),
    ).toBe(signature);
  });

  it('signs the token of temporary keys as a header', () => {
    const headers = signV4(ec2, { ...KEY, token: 'TOKEN' }, { now: NOW });
    expect(headers).toEqual({
      'content-type': `${FORM}; charset=utf-8`,
      host: 'ec2.us-east-1.amazonaws.com',
      'x-amz-date': '20150830T123600Z',
      'x-amz-security-token': 'TOKEN',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/ec2/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=dfdd94a53279100c0472cfc9cfc8b8ec05556b0b1e7580e25a9dce66ea7204f8',
    });
  });
});
