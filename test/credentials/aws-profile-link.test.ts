import { createHash } from 'node:crypto';
import type { HttpRequest } from '../../provider/transport/http-client';
import { awsProfileLink } from '../../provider/credentials/aws/profile-link';
import { awsWebIdentityLink } from '../../provider/credentials/aws/web-identity-link';
import { signV4 } from '../../provider/transport/signing/sigv4';
import { found, HOME, NOW } from './context';

const CONFIG = `${HOME}/.aws/config`;
const CREDENTIALS = `${HOME}/.aws/credentials`;

const KEYS = `
[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = default-secret

[work]
aws_access_key_id=AKIAWORK
aws_secret_access_key=work-secret
aws_session_token=work-token
`;

/** The service that issues keys of roles; it keeps the requests. */
function sts(status = 200) {
  const requests: HttpRequest[] = [];
  const body = (action: string) =>
    status === 200
      ? `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken><Expiration>2026-01-01T01:00:00Z</Expiration></Credentials></${action}Result></${action}Response>`
      : `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>work-secret is not authorized</Message></Error></ErrorResponse>`;
  return {
    requests,
    http: {
      async send(request: HttpRequest) {
        requests.push(request);
        const action = new URLSearchParams(request.body).get('Action') ?? '';
        return { status, headers: {}, text: body(action) };
      },
    },
  };
}

const ROLE_KEYS = { kind: 'key', id: 'ASIAROLE', secret: 'role-secret', token: 'role-token' };
const LIFETIME = { maxAgeMs: 55 * 60_000 };

describe('a profile of AWS’s shared files', () => {
  const link = awsProfileLink();

  it('gives the keys of the default profile', async () => {
    expect(await found(link, { files: { [CREDENTIALS]: KEYS } })).toEqual({
      kind: 'key',
      id: 'AKIADEFAULT',
      secret: 'default-secret',
      source: `profile "default" in ${CONFIG}`,
    });
  });

  it.each([
    ['AWS_PROFILE', { environment: { AWS_PROFILE: 'work' } }],
    ['the configuration', { profile: 'work', environment: { AWS_PROFILE: 'default' } }],
  ])('gives the keys of the profile that %s names', async (_, world) => {
    const finding = await found(link, { files: { [CREDENTIALS]: KEYS }, ...world });
    expect(finding).toMatchObject({ id: 'AKIAWORK', token: 'work-token' });
  });

  it('reads the files that variables name', async () => {
    const finding = await found(link, {
      environment: { AWS_SHARED_CREDENTIALS_FILE: '~/keys', AWS_CONFIG_FILE: '/etc/aws' },
      files: { [`${HOME}/keys`]: KEYS, '/etc/aws': '' },
    });
    expect(finding).toMatchObject({ id: 'AKIADEFAULT', source: 'profile "default" in /etc/aws' });
  });

  it('has no default profile where there are no files', async () => {
    expect(await found(link, {})).toEqual({ reason: `no profile "default" in ${CONFIG}` });
  });

  it('rejects a named profile that neither file has', async () => {
    await expect(
      found(link, { environment: { AWS_PROFILE: 'wrok' }, files: { [CREDENTIALS]: KEYS } }),
    ).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: expect.stringContaining('has no profile "wrok"'),
    });
  });

  it('rejects half a pair of keys', async () => {
    const files = { [CREDENTIALS]: '[default]\naws_access_key_id = AKIA' };
    await expect(found(link, { files })).rejects.toMatchObject({
      message: expect.stringContaining('but no aws_secret_access_key'),
    });
  });

  it('assumes a role with the keys of the source profile', async () => {
    const { http, requests } = sts();
    const config = `
[profile deploy]
role_arn = arn:aws:iam::123456789012:role/deploy
source_profile = work
external_id = ext-1
role_session_name = me
region = eu-west-1`;
    const finding = await found(link, {
      profile: 'deploy',
      files: { [CREDENTIALS]: KEYS, [CONFIG]: config },
      http,
    });
    expect(finding).toEqual({
      ...ROLE_KEYS,
      ...LIFETIME,
      source: 'profile "deploy"',
      principal: 'arn:aws:iam::123456789012:role/deploy',
    });
    const [request] = requests;
    expect(requests).toHaveLength(1);
    expect(request?.url).toBe('https://sts.eu-west-1.amazonaws.com/');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::123456789012:role/deploy',
      RoleSessionName: 'me',
      ExternalId: 'ext-1',
    });
    const signed = signV4(
      {
        ...{ method: 'POST', host: 'sts.eu-west-1.amazonaws.com', region: 'eu-west-1' },
        ...{ service: 'sts', body: request?.body ?? '' },
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      },
      { kind: 'key', id: 'AKIAWORK', secret: 'work-secret', token: 'work-token' },
      { now: NOW },
    );
    expect(request?.headers).toEqual(signed);
  });

  it.each([
    ['arn:aws-cn:iam::1:role/r', 'https://sts.cn-north-1.amazonaws.com.cn/'],
    ['arn:aws-us-gov:iam::1:role/r', 'https://sts.us-gov-west-1.amazonaws.com/'],
    ['arn:aws:iam::1:role/r', 'https://sts.us-east-1.amazonaws.com/'],
  ])('requests the keys of %s in its own partition', async (arn, url) => {
    const { http, requests } = sts();
    const files = {
      [CREDENTIALS]: KEYS,
      [CONFIG]: `[profile r]\nrole_arn=${arn}\nsource_profile=work`,
    };
    await found(link, { profile: 'r', files, http });
    expect(requests[0]?.url).toBe(url);
  });

  it('assumes a role through other roles, and with its own keys', async () => {
    const config = `
[profile one]
role_arn = arn:aws:iam::1:role/one
source_profile = two
[profile two]
role_arn = arn:aws:iam::1:role/two
source_profile = two
aws_access_key_id = AKIATWO
aws_secret_access_key = two-secret`;
    const { http, requests } = sts();
    const finding = await found(link, { profile: 'one', files: { [CONFIG]: config }, http });
    expect(finding).toMatchObject(ROLE_KEYS);
    const roles = requests.map(({ body }) => new URLSearchParams(body).get('RoleArn'));
    expect(roles).toEqual(['arn:aws:iam::1:role/two', 'arn:aws:iam::1:role/one']);
    expect(requests[0]?.headers['authorization']).toContain('Credential=AKIATWO/');
    expect(requests[1]?.headers['authorization']).toContain('Credential=ASIAROLE/');
  });

  it('rejects roles that need each other', async () => {
    const config = ['a b', 'b a']
      .map((pair) => pair.split(' '))
      .map(
        ([one, two]) =>
          `[profile ${one}]\nrole_arn=arn:aws:iam::1:role/${one}\nsource_profile=${two}`,
      )
      .join('\n');
    await expect(found(link, { profile: 'a', files: { [CONFIG]: config } })).rejects.toMatchObject({
      message: expect.stringContaining('need each other: a, b, a'),
    });
  });

  it('assumes a role with the environment’s keys where the profile says so', async () => {
    const { http, requests } = sts();
    const config = '[profile e]\nrole_arn=arn:aws:iam::1:role/e\ncredential_source=Environment';
    const environment = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'env-secret' };
    await found(link, { profile: 'e', files: { [CONFIG]: config }, environment, http });
    expect(requests[0]?.headers['authorization']).toContain('Credential=AKIAENV/');
  });

  it('reports the code of a refusal, and nothing else of it', async () => {
    const { http } = sts(403);
    const config = '[profile r]\nrole_arn=arn:aws:iam::1:role/r\nsource_profile=work';
    const files = { [CREDENTIALS]: KEYS, [CONFIG]: config };
    await expect(found(link, { profile: 'r', files, http })).rejects.toMatchObject({
      code: 'unauthenticated',
      reason: 'profile "r" gave no keys (HTTP 403, AccessDenied)',
    });
  });

  it.each([
    ['an MFA device', 'role_arn=arn:aws:iam::1:role/r\nsource_profile=work\nmfa_serial=arn:x'],
    ['aws login', 'login_session=arn:aws:iam::1:user/me'],
  ])('says what to do about a profile that needs %s', async (_, text) => {
    const files = { [CREDENTIALS]: KEYS, [CONFIG]: `[profile p]\n${text}` };
    await expect(found(link, { profile: 'p', files })).rejects.toMatchObject({
      facts: {
        hint: expect.stringContaining(
          'eval "$(aws configure export-credentials --format env --profile p)"',
        ),
      },
    });
  });

  it('runs the program that a profile names', async () => {
    const keys = { Version: 1, AccessKeyId: 'AKIAPROC', SecretAccessKey: 'proc-secret' };
    const script = `console.log(JSON.stringify(${JSON.stringify(keys)}))`;
    const config = `[profile p]\ncredential_process = ${process.execPath} -e '${script}'`;
    const finding = await found(link, { profile: 'p', files: { [CONFIG]: config } });
    expect(finding).toEqual({
      ...{ kind: 'key', id: 'AKIAPROC', secret: 'proc-secret', source: 'profile "p"' },
    });
  });

  it('reports a program that fails, without what it prints', async () => {
    const script = 'console.error("a secret"); process.exit(3)';
    const config = `[profile p]\ncredential_process = ${process.execPath} -e '${script}'`;
    const failing = found(link, { profile: 'p', files: { [CONFIG]: config } });
    await expect(failing).rejects.toMatchObject({
      code: 'unauthenticated',
      reason: 'profile "p" gave no keys (the credential_process failed: exit code 3)',
    });
  });
});

describe('a profile of IAM Identity Center', () => {
  const link = awsProfileLink();
  // The SHA-1 of the session's name names its file.
  const cache = `${HOME}/.aws/sso/cache/${createHash('sha1').update('corp').digest('hex')}.json`;
  const config = `
[profile dev]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Reader
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-central-1`;

  it('gives the keys of the role by the token of the sign-in', async () => {
    const requests: HttpRequest[] = [];
    const finding = await found(link, {
      profile: 'dev',
      files: {
        [CONFIG]: config,
        [cache]: '{"accessToken":"sso-token","expiresAt":"2026-01-01T08:00:00Z"}',
      },
      http: {
        async send(request) {
          requests.push(request);
          const roleCredentials = {
            ...{ accessKeyId: 'ASIASSO', secretAccessKey: 's', sessionToken: 't' },
            expiration: NOW.getTime() + 60 * 60_000,
          };
          return { status: 200, headers: {}, text: JSON.stringify({ roleCredentials }) };
        },
      },
    });
    expect(finding).toMatchObject({ id: 'ASIASSO', token: 't', ...LIFETIME });
    expect(requests).toEqual([
      {
        method: 'GET',
        url: 'https://portal.sso.eu-central-1.amazonaws.com/federation/credentials?account_id=123456789012&role_name=Reader',
        headers: { 'x-amz-sso_bearer_token': 'sso-token' },
      },
    ]);
  });

  it('says how to sign in where nobody has', async () => {
    await expect(
      found(link, { profile: 'dev', files: { [CONFIG]: config } }),
    ).rejects.toMatchObject({
      code: 'unauthenticated',
      facts: { hint: 'Sign in:\n  aws sso login --profile dev' },
    });
  });
});

describe('a web identity', () => {
  const environment = {
    AWS_WEB_IDENTITY_TOKEN_FILE: '/var/token',
    AWS_ROLE_ARN: 'arn:aws:iam::1:role/pod',
    AWS_REGION: 'eu-north-1',
  };

  it('trades the token of the file for keys, without a signature', async () => {
    const { http, requests } = sts();
    const files = { '/var/token': 'a.jwt.token\n' };
    const finding = await found(awsWebIdentityLink(), { environment, files, http });
    expect(finding).toMatchObject({ ...ROLE_KEYS, source: 'role arn:aws:iam::1:role/pod' });
    expect(requests[0]?.url).toBe('https://sts.eu-north-1.amazonaws.com/');
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
    expect(new URLSearchParams(requests[0]?.body).get('WebIdentityToken')).toBe('a.jwt.token');
  });

  it('rejects a token file that does not exist', async () => {
    await expect(found(awsWebIdentityLink(), { environment })).rejects.toMatchObject({
      code: 'invalid-configuration',
    });
  });

  it('is not used without its variables', async () => {
    expect(await found(awsWebIdentityLink(), {})).toHaveProperty('reason');
  });
});
