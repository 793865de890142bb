import { createWorld } from '@cloudimages/simulator';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { google } from '../../provider/clouds/google';
import { resolveCredential } from '../../provider/credentials/chain';
import type { HttpRequest, HttpResponse } from '../../provider/transport/http-client';
import { httpInProcess, sourceOf } from '../contract/harness';
import { bearerCredential } from '../../provider/credentials/credential';
import { contextOf, HOME, NOW, open } from './context';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const EMAIL = 'ci@my-project.iam.gserviceaccount.com';

const KEY_FILE = {
  type: 'service_account',
  project_id: 'my-project',
  private_key_id: 'key-1',
  private_key: PEM,
  client_email: EMAIL,
  token_uri: 'https://oauth2.googleapis.com/token',
};

const USER = {
  type: 'authorized_user',
  client_id: 'id.apps.googleusercontent.com',
  client_secret: 'client-secret',
  refresh_token: 'refresh-token',
  quota_project_id: 'quota-project',
};

const FEDERATED = {
  type: 'external_account',
  audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/gh',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  token_url: 'https://attacker.test/v1/token',
  service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${EMAIL}:generateAccessToken`,
  credential_source: {
    url: 'https://token.actions.test/?audience=x',
    headers: { Authorization: 'Bearer runner-token' },
    format: { type: 'json', subject_token_field_name: 'value' },
  },
};

type World = Parameters<typeof contextOf>[0];

interface Found {
  readonly token?: string | undefined;
  readonly principal?: string;
  readonly accountId?: string;
}

/** The metadata server of this machine is not asked. */
const OFF = { METADATA_SERVER_DETECTION: 'none' };

async function find(world: World): Promise<Found> {
  const context = contextOf({ ...world, environment: { ...OFF, ...world.environment } });
  const found = open(await resolveCredential(google.credentials, context));
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

/** A network that answers by host, and keeps what it was sent. */
function network(answers: Readonly<Record<string, object>>) {
  const sent: HttpRequest[] = [];
  const http = {
    send: async (request: HttpRequest): Promise<HttpResponse> => {
      sent.push(request);
      const { status = 200, ...body } = (answers[new URL(request.url).host] ?? { status: 599 }) as {
        status?: number;
      };
      return { status, headers: {}, text: JSON.stringify(body) };
    },
  };
  return { http, sent };
}

const partsOf = (token = '') =>
  token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown);

describe('a service account', () => {
  it('signs a token for itself, without a request', async () => {
    const found = await find({
      environment: { GOOGLE_APPLICATION_CREDENTIALS: '/key.json' },
      files: { '/key.json': JSON.stringify(KEY_FILE) },
    });
    expect(found).toMatchObject({
      kind: 'bearer',
      source: `service account ${EMAIL} in /key.json`,
      maxAgeMs: 55 * 60_000,
      principal: EMAIL,
      accountId: 'my-project',
    });
    const iat = NOW.getTime() / 1000;
    expect(partsOf(found.token)).toEqual([
      { alg: 'RS256', typ: 'JWT', kid: 'key-1' },
      { iss: EMAIL, sub: EMAIL, aud: 'https://compute.googleapis.com/', iat, exp: iat + 3600 },
    ]);
    const [head = '', claims = '', signature = ''] = (found.token ?? '').split('.');
    const isRight = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${claims}`),
      createPublicKey(PEM),
      Buffer.from(signature, 'base64url'),
    );
    expect(isRight).toBe(true);
  });

  it.each(['GOOGLE_CREDENTIALS', 'GOOGLE_CLOUD_KEYFILE_JSON', 'GCLOUD_KEYFILE_JSON'])(
    'may stand in %s, as a path or as the contents',
    async (name) => {
      const contents = JSON.stringify(KEY_FILE);
      const inside = await find({ environment: { [name]: contents } });
      const byPath = await find({
        environment: { [name]: '~/key.json' },
        files: { [`${HOME}/key.json`]: contents },
      });
      expect([inside, byPath].map(({ principal }) => principal)).toEqual([EMAIL, EMAIL]);
    },
  );

  it('lists from an API that checks the signature, and not after an hour', async () => {
    const { token = '' } = await find({
      environment: { GOOGLE_CREDENTIALS: JSON.stringify(KEY_FILE) },
    });
    const accounts = [{ cloud: 'google', keyId: EMAIL, secret: PEM }] as const;
    const list = (at: number, bearer = token) =>
      sourceOf(google, {
        http: httpInProcess(createWorld({ accounts, now: () => at }), 'google'),
        endpoint: 'https://api.test',
        credential: bearerCredential(bearer),
      }).list({
        target: { cloud: 'google', region: 'global' },
        narrowing: { owners: ['public'], distro: 'debian' },
        scope: {},
        signal: new AbortController().signal,
      });
    expect((await list(NOW.getTime())).images.length).toBeGreaterThan(5);
    const refused = { code: 'unauthenticated', facts: { vendorCode: 'authError' } };
    await expect(list(NOW.getTime() + 3_600_001)).rejects.toMatchObject(refused);
    const other = token
      .replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
      .replace(/\.[^.]{4}/, '.AAAA');
    await expect(list(NOW.getTime(), other)).rejects.toMatchObject(refused);
  });

  it('reports a broken key without showing it', async () => {
    const broken = { ...KEY_FILE, private_key: PEM.slice(0, 300) };
    const finding = find({ environment: { GOOGLE_CREDENTIALS: JSON.stringify(broken) } });
    const error: unknown = await finding.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'invalid-configuration' });
    expect(JSON.stringify([String(error), error])).not.toContain(PEM.slice(40, 60));
  });
});

describe('the project', () => {
  const environment = { GOOGLE_OAUTH_ACCESS_TOKEN: 'token' };
  const configured = { explicit: { settings: { project: 'of-configuration' } } };
  const gcloud = {
    [`${HOME}/.config/gcloud/active_config`]: 'work\n',
    [`${HOME}/.config/gcloud/configurations/config_work`]: '[core]\nproject = of-gcloud\n',
  };
  it.each<[string, World, string | undefined]>([
    [
      'the configuration',
      { ...configured, environment: { ...environment, GOOGLE_PROJECT: 'x' } },
      'of-configuration',
    ],
    [
      'GOOGLE_PROJECT',
      { environment: { ...environment, GOOGLE_PROJECT: 'p', GCLOUD_PROJECT: 'q' } },
      'p',
    ],
    ['GOOGLE_CLOUD_PROJECT', { environment: { ...environment, GOOGLE_CLOUD_PROJECT: 'p' } }, 'p'],
    ['gcloud', { environment, files: gcloud }, 'of-gcloud'],
    ['nothing', { environment }, undefined],
  ])('comes from %s', async (_, world, project) => {
    expect(await find(world)).toMatchObject({ token: 'token' });
    expect((await find(world)).accountId).toBe(project);
  });
});

describe('a user', () => {
  const environment = {};
  const path = `${HOME}/.config/gcloud/application_default_credentials.json`;
  const files = { [path]: JSON.stringify(USER) };

  it('gets a token for the refresh token of gcloud', async () => {
    const { http, sent } = network({
      'oauth2.googleapis.com': { access_token: 'fresh', expires_in: 3599 },
    });
    expect(await find({ environment, files, http })).toMatchObject({
      token: 'fresh',
      maxAgeMs: 3_299_000,
      accountId: 'quota-project',
    });
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      client_id: USER.client_id,
      client_secret: USER.client_secret,
      refresh_token: USER.refresh_token,
    });
  });

  it('is reported when it has to sign in again, without what the service echoes', async () => {
    const { http } = network({
      'oauth2.googleapis.com': {
        status: 400,
        error: 'invalid_grant',
        error_description: 'refresh-token was revoked',
      },
    });
    const error: unknown = await find({ environment, files, http }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({
      code: 'unauthenticated',
      reason: expect.stringContaining('HTTP 400, invalid_grant'),
    });
    expect(String(error)).not.toContain('refresh-token');
  });
});

describe('a workload identity', () => {
  const environment = { GOOGLE_APPLICATION_CREDENTIALS: '/wif.json' };

  it('trades the token of its provider for one of Google, and that for one of the service account', async () => {
    const { http, sent } = network({
      'token.actions.test': { value: 'provider-token' },
      'sts.googleapis.com': { access_token: 'federated', expires_in: 3600 },
      'iamcredentials.googleapis.com': {
        accessToken: 'of-account',
        expireTime: '2026-01-01T01:00:00Z',
      },
    });
    const files = { '/wif.json': JSON.stringify(FEDERATED) };
    expect(await find({ environment, files, http })).toMatchObject({
      token: 'of-account',
      principal: EMAIL,
      maxAgeMs: 55 * 60_000,
    });
    expect(sent.map(({ url }) => new URL(url).host)).toEqual([
      'token.actions.test',
      'sts.googleapis.com',
      'iamcredentials.googleapis.com',
    ]);
    expect(sent[0]?.headers).toEqual({ authorization: 'Bearer runner-token' });
    expect(new URLSearchParams(sent[1]?.body).get('subject_token')).toBe('provider-token');
    expect(sent[2]?.headers).toMatchObject({ authorization: 'Bearer federated' });
  });

  it('takes the token of a file', async () => {
    const { http, sent } = network({
      'sts.googleapis.com': { access_token: 'federated', expires_in: 3600 },
    });
    const { service_account_impersonation_url: _, ...direct } = FEDERATED;
    const files = {
      '/wif.json': JSON.stringify({ ...direct, credential_source: { file: '/token' } }),
      '/token': 'token-of-file\n',
    };
    expect(await find({ environment, files, http })).toMatchObject({ token: 'federated' });
    expect(new URLSearchParams(sent[0]?.body).get('subject_token')).toBe('token-of-file');
  });

  it.each([
    ['keys of AWS', { environment_id: 'aws1' }],
    ['executable', { executable: { command: '/bin/x' } }],
    ['certificate', { certificate: {} }],
  ])('from %s is reported with what to do', async (words, credential_source) => {
    const files = { '/wif.json': JSON.stringify({ ...FEDERATED, credential_source }) };
    await expect(find({ environment, files })).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: expect.stringContaining(words),
      facts: { hint: expect.stringContaining('gcloud auth print-access-token') },
    });
  });

  it('sends no token to a service that is not Google’s', async () => {
    const files = {
      '/wif.json': JSON.stringify({
        ...FEDERATED,
        service_account_impersonation_url: 'https://attacker.test/v1/x:generateAccessToken',
      }),
    };
    const { http, sent } = network({
      'token.actions.test': { value: 'provider-token' },
      'sts.googleapis.com': { access_token: 'federated', expires_in: 3600 },
    });
    await expect(find({ environment, files, http })).rejects.toMatchObject({
      code: 'invalid-configuration',
    });
    expect(sent.map(({ url }) => url).join(' ')).not.toContain('attacker');
  });
});

describe('impersonation', () => {
  const answers = {
    'iamcredentials.googleapis.com': {
      accessToken: 'of-target',
      expireTime: '2026-01-01T01:00:00Z',
    },
  };

  it('of GOOGLE_IMPERSONATE_SERVICE_ACCOUNT uses a token for the service that creates tokens', async () => {
    const { http, sent } = network(answers);
    const environment = {
      GOOGLE_CREDENTIALS: JSON.stringify(KEY_FILE),
      GOOGLE_IMPERSONATE_SERVICE_ACCOUNT: 'target@my-project.iam.gserviceaccount.com',
    };
    expect(await find({ environment, http })).toMatchObject({
      token: 'of-target',
      principal: 'target@my-project.iam.gserviceaccount.com',
    });
    const [, claims] = partsOf(sent[0]?.headers['authorization']?.slice(7));
    expect(claims).toMatchObject({ aud: 'https://iamcredentials.googleapis.com/' });
  });

  it('of a credentials file goes through its source', async () => {
    const { http, sent } = network({
      ...answers,
      'oauth2.googleapis.com': { access_token: 'of-user', expires_in: 3600 },
    });
    const file = {
      type: 'impersonated_service_account',
      source_credentials: USER,
      service_account_impersonation_url: FEDERATED.service_account_impersonation_url,
      delegates: [],
    };
    const environment = { GOOGLE_CREDENTIALS: JSON.stringify(file) };
    expect(await find({ environment, http })).toMatchObject({
      token: 'of-target',
      principal: EMAIL,
    });
    expect(sent[1]?.headers).toMatchObject({ authorization: 'Bearer of-user' });
  });
});

it.each([
  [{ type: 'gdch_service_account' }, 'has the type gdch_service_account'],
  [{}, 'has no type'],
  [{ ...KEY_FILE, universe_domain: 'example.test' }, 'universe example.test'],
  [{ type: 'service_account' }, 'has no client_email'],
])('rejects the credentials file %#: %s', async (file, reason) => {
  await expect(
    find({ environment: { GOOGLE_CREDENTIALS: JSON.stringify(file) } }),
  ).rejects.toMatchObject({
    code: 'invalid-configuration',
    reason: expect.stringContaining(reason),
  });
});

it('reports every place that has no credentials', async () => {
  await expect(find({})).rejects.toMatchObject({
    code: 'unauthenticated',
    reason: expect.stringMatching(
      /configuration: .*gcloud: no file .*metadata server: switched off/,
    ),
  });
});
