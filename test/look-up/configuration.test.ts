import { publishersOf, readConfiguration, settingsOf } from '../../provider/look-up/configuration';

/** The error of a configuration: its reason, and `path: message` of each problem. */
function problems(configuration: unknown): readonly unknown[] {
  try {
    readConfiguration(configuration);
    return [];
  } catch (error) {
    const { code, reason, facts } = error as {
      readonly code: string;
      readonly reason: string;
      readonly facts: { issues: { path: string[]; message: string }[] };
    };
    expect(code).toBe('invalid-configuration');
    return [reason, ...facts.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)];
  }
}

describe('readConfiguration', () => {
  it.each([1, 120, 3600, null])('accepts a time limit of %s seconds', (timeoutSeconds) => {
    expect(readConfiguration({ timeoutSeconds })).toEqual({ timeoutSeconds });
  });

  it.each([0, 3601, -1])('refuses a time limit of %s seconds', (timeoutSeconds) => {
    expect(problems({ timeoutSeconds })).toEqual([
      'the configuration has a problem',
      `timeoutSeconds: ${timeoutSeconds} is not a whole number of seconds from 1 to 3600.`,
    ]);
  });

  it('accepts at least one image as the most that a listing may have', () => {
    expect(problems({ maxImages: 1 })).toEqual([]);
    expect(problems({ maxImages: null })).toEqual([]);
    expect(problems({ maxImages: 0 })).toEqual([
      'the configuration has a problem',
      'maxImages: 0 is not a whole number from 1.',
    ]);
  });

  it('names the target that is not one', () => {
    expect(problems({ targets: ['alicloud/cn-hangzhou', 'hangzhou'] })).toEqual([
      'the configuration has a problem',
      expect.stringMatching(
        /^targets\.1: "hangzhou" is not of the form cloud\/region, such as alicloud\/cn-hangzhou\. /,
      ),
    ]);
  });

  it('says how an endpoint must be written', () => {
    expect(problems({ alicloud: { endpoint: 'ftp://example.com' } })).toEqual([
      'the configuration has a problem',
      'alicloud.endpoint: The endpoint has the scheme ftp, which is not http or https. Use https://host or https://host:port; http:// only for this machine, such as http://127.0.0.1:8081.',
    ]);
    expect(problems({ alicloud: { endpoint: 'https://example.com' } })).toEqual([]);
  });

  describe('of the keys of a cloud', () => {
    it('accepts a pair, with or without a token, and none at all', () => {
      const accessKey = 'a';
      const secretKey = 'b';
      expect(problems({ alicloud: { accessKey, secretKey } })).toEqual([]);
      expect(problems({ alicloud: { accessKey, secretKey, securityToken: 'c' } })).toEqual([]);
      expect(problems({ alicloud: { accessKey: '', secretKey: ' ' } })).toEqual([]);
      expect(problems({ alicloud: { profile: 'team' } })).toEqual([]);
    });

    it.each([
      [{ accessKey: 'a' }, ['alicloud.secretKey: Missing, since accessKey is given.']],
      [{ secretKey: 'b' }, ['alicloud.accessKey: Missing, since secretKey is given.']],
      [
        { securityToken: 'c' },
        [
          'alicloud.accessKey: Missing, since securityToken is given.',
          'alicloud.secretKey: Missing, since securityToken is given.',
        ],
      ],
    ])('refuses %j', (alicloud, missing) => {
      expect(problems({ alicloud }).slice(1)).toEqual(
        missing.map((text) => `${text} Give both or neither.`),
      );
    });

    it('refuses a token beside a pair', () => {
      const pair = { accessKeyId: 'a', accessKeyPassword: 'b' };
      expect(problems({ zenlayercloud: { ...pair, token: 'c' } }).slice(1)).toEqual([
        'zenlayercloud.token: Conflicts with accessKeyId. Give a token or a key pair.',
      ]);
      expect(problems({ zenlayercloud: pair })).toEqual([]);
      expect(problems({ zenlayercloud: { token: 'c' } })).toEqual([]);
    });
  });

  describe('of publishers', () => {
    it('accepts account ids with white space around commas', () => {
      const publishers = { 'red-hat-2': { alicloud: '1234567890123456 , 6543210987654321' } };
      expect(problems({ publishers })).toEqual([]);
      expect(publishersOf({ publishers })).toEqual({
        'red-hat-2': { alicloud: ['1234567890123456', '6543210987654321'] },
      });
      expect(publishersOf({})).toEqual({});
    });

    it.each(['self', 'public', 'Canonical', '1st', 'a_b', 'x!'])('refuses the name %s', (name) => {
      expect(
        problems({ publishers: { [name]: { alicloud: '1234567890123456' } } }).slice(1),
      ).toEqual([
        `publishers.${name}: "${name}" is not a valid publisher name. Use lower-case letters, digits and dashes, and none of public, self, shared, marketplace, community.`,
      ]);
    });

    it('refuses unknown clouds and what is not an account id', () => {
      const publishers = { golden: { alicoud: '1', alicloud: '1234567890123456, nobody ' } };
      expect(problems({ publishers })).toEqual([
        'the configuration has 2 problems',
        expect.stringMatching(
          /^publishers\.golden\.alicoud: "alicoud" is not one of alicloud, .+\. Did you mean "alicloud"\?$/,
        ),
        'publishers.golden.alicloud: "nobody" is not an account id of Alibaba Cloud ECS.',
      ]);
    });
  });
});

describe('settingsOf', () => {
  it('reads what the configuration says of a cloud', () => {
    const tencentcloud = { secretId: 'a', secretKey: 'b', profile: 'team', site: 'intl' } as const;
    expect(settingsOf('tencentcloud', { tencentcloud }, {})).toEqual({
      explicit: { id: 'a', secret: 'b' },
      profile: 'team',
      site: 'intl',
      endpoint: undefined,
    });
    expect(settingsOf('alicloud', { tencentcloud }, {})).toEqual({
      explicit: {},
      profile: undefined,
      site: undefined,
      endpoint: undefined,
    });
  });

  it('takes the keys of the other API of the same cloud where a cloud has none of its own', () => {
    const tencentcloud = { secretId: 'a', secretKey: 'b' };
    const qcloud = { secretId: 'c', secretKey: 'd' };
    const explicit = (configuration: object) => settingsOf('qcloud', configuration, {}).explicit;
    expect(explicit({ tencentcloud })).toEqual({ id: 'a', secret: 'b' });
    expect(explicit({ tencentcloud, qcloud })).toEqual({ id: 'c', secret: 'd' });
    expect(explicit({})).toEqual({});
  });

  it('takes the endpoint of the configuration before that of the environment', () => {
    const environment = { CLOUDIMAGES_ENDPOINT_ALICLOUD: 'http://127.0.0.1:2' };
    const endpointOf = (configuration: object, variables: Record<string, string>) =>
      settingsOf('alicloud', configuration, variables).endpoint;
    const configured = endpointOf({ alicloud: { endpoint: 'http://127.0.0.1:1' } }, environment);
    expect(configured).toEqual({ origin: 'http://127.0.0.1:1', host: '127.0.0.1:1' });
    expect(endpointOf({}, environment)?.host).toBe('127.0.0.1:2');
    expect(endpointOf({}, { CLOUDIMAGES_ENDPOINT_ALICLOUD: '' })).toBeUndefined();
    expect(endpointOf({}, {})).toBeUndefined();
  });

  it('names the variable whose endpoint cannot be used', () => {
    const environment = { CLOUDIMAGES_ENDPOINT_QCLOUD: 'nonsense' };
    expect(() => settingsOf('qcloud', {}, environment)).toThrow(
      'the environment variable CLOUDIMAGES_ENDPOINT_QCLOUD',
    );
    expect(() => settingsOf('qcloud', { qcloud: { endpoint: 'nonsense' } }, {})).toThrow(
      "the configuration's qcloud.endpoint",
    );
  });
});
