import { createServer } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { obtainAlicloudRole, type AlicloudRole } from '../../provider/credentials/alicloud-role';
import {
  alicloudAssumedRoleLink,
  alicloudMachineRoleLink,
} from '../../provider/credentials/alicloud-role-links';
import { aliyunConfigLink } from '../../provider/credentials/aliyun-config-link';
import { keyCredential } from '../../provider/credentials/credential';
import { contextOf, found, open } from './context';

const FAMILIES = [{ id: 'ID', secret: 'SECRET', token: ['TOKEN'] }];
const never = new AbortController().signal;

/** In place of the library: keeps what was asked for. */
function roles() {
  const asked: AlicloudRole[] = [];
  return {
    asked,
    obtain: async (role: AlicloudRole) => {
      asked.push(role);
      return keyCredential({ id: 'temporary', secret: 's', token: 't' });
    },
  };
}

describe('alicloudAssumedRoleLink', () => {
  it('assumes a role with the keys of the environment', async () => {
    const { asked, obtain } = roles();
    const environment = {
      ALICLOUD_ASSUME_ROLE_ARN: 'arn',
      ID: 'i',
      SECRET: 's',
      ALIBABA_CLOUD_ROLE_SESSION_NAME: 'me',
    };
    expect(await found(alicloudAssumedRoleLink(FAMILIES, obtain), { environment })).toEqual({
      kind: 'key',
      id: 'temporary',
      secret: 's',
      token: 't',
      source: 'environment ALICLOUD_ASSUME_ROLE_ARN',
      principal: 'arn',
      maxAgeMs: 600_000,
    });
    expect(asked).toMatchObject([
      { kind: 'assume-role', roleArn: 'arn', sessionName: 'me', base: { id: 'i', secret: 's' } },
    ]);
  });

  it('assumes a role with an OIDC token rather than with keys', async () => {
    const { asked, obtain } = roles();
    const environment = {
      ALIBABA_CLOUD_ROLE_ARN: 'arn',
      ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'provider',
      ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/var/token',
      ID: 'i',
      SECRET: 's',
    };
    await found(alicloudAssumedRoleLink(FAMILIES, obtain), { environment });
    expect(asked).toEqual([
      {
        kind: 'oidc',
        roleArn: 'arn',
        providerArn: 'provider',
        tokenFile: '/var/token',
        sessionName: undefined,
      },
    ]);
  });

  it('has nothing without a role, and refuses a role without means', async () => {
    const link = alicloudAssumedRoleLink(FAMILIES, roles().obtain);
    expect(await found(link, { environment: { ID: 'i', SECRET: 's' } })).toMatchObject({
      reason: 'ALICLOUD_ASSUME_ROLE_ARN, ALIBABA_CLOUD_ROLE_ARN not set',
    });
    await expect(
      found(link, { environment: { ALIBABA_CLOUD_ROLE_ARN: 'arn' } }),
    ).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason:
        'the environment variable ALIBABA_CLOUD_ROLE_ARN names a role, but there are no keys to assume it with',
      facts: {
        hint: 'Set a key pair, or ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE, or unset ALIBABA_CLOUD_ROLE_ARN.',
      },
    });
  });
});

describe('alicloudMachineRoleLink', () => {
  it('says where the role is configured, and that its keys are to be renewed', async () => {
    const link = alicloudMachineRoleLink(roles().obtain);
    const keys = { kind: 'key', id: 'temporary', secret: 's', token: 't', maxAgeMs: 600_000 };
    for (const [name, value] of [
      ['ALICLOUD_ECS_ROLE_NAME', 'r'],
      ['ALICLOUD_CREDENTIALS_URI', 'https://h/'],
    ] as const) {
      expect(await found(link, { environment: { [name]: value } })).toEqual({
        ...keys,
        source: `environment ${name}`,
      });
    }
  });

  it('is skipped where the configuration names a profile, and says what is not set', async () => {
    const environment = {
      ALICLOUD_ECS_ROLE_NAME: 'r',
      ALIBABA_CLOUD_ROLE_ARN: 'arn',
      ID: 'i',
      SECRET: 's',
    };
    const skipped = { reason: 'skipped: the configuration names a profile' };
    const { asked, obtain } = roles();
    const [machine, assumed] = [
      alicloudMachineRoleLink(obtain),
      alicloudAssumedRoleLink(FAMILIES, obtain),
    ];
    expect(await found(machine, { environment, profile: 'p' })).toEqual(skipped);
    expect(await found(assumed, { environment, profile: 'p' })).toEqual(skipped);
    expect(asked).toEqual([]);
    expect(await found(machine, {})).toEqual({
      reason:
        'ALICLOUD_CREDENTIALS_URI, ALIBABA_CLOUD_CREDENTIALS_URI, ALICLOUD_ECS_ROLE_NAME, ALIBABA_CLOUD_ECS_METADATA not set',
    });
    expect(await found(assumed, {})).toEqual({
      reason: 'ALICLOUD_ASSUME_ROLE_ARN, ALIBABA_CLOUD_ROLE_ARN not set',
    });
    expect([machine.name, assumed.name]).toEqual(['machine role', 'role']);
  });

  it.each([
    [{ ALICLOUD_ECS_ROLE_NAME: 'r' }, { kind: 'instance-role', roleName: 'r' }],
    [{ ALIBABA_CLOUD_ECS_METADATA: 'r' }, { kind: 'instance-role', roleName: 'r' }],
    [
      { ALIBABA_CLOUD_CREDENTIALS_URI: 'https://h/' },
      { kind: 'credentials-uri', uri: 'https://h/' },
    ],
  ])('asks for the role of %j', async (environment, role) => {
    const { asked, obtain } = roles();
    await found(alicloudMachineRoleLink(obtain), { environment });
    expect(asked).toEqual([role]);
  });

  it.each([
    ['https://keys.example.com/path?x=1', undefined],
    ['http://127.0.0.1:8080/keys', undefined],
    ['http://localhost/keys', undefined],
    ['http://[::1]/keys', undefined],
    ['http://169.254.169.254/latest', undefined],
    ['http://[fe80::1]/keys', undefined],
    ['http://100.100.100.200/latest', undefined],
    ['http://keys.example.com/', 'is plain http to keys.example.com'],
    ['http://10.0.0.1/', 'is plain http to 10.0.0.1'],
    ['http://100.100.100.201/', 'is plain http to 100.100.100.201'],
    ['http://169.254.169.254.example.com/', 'is plain http to 169.254.169.254.example.com'],
    ['http://[fd00::1]/', 'is plain http to [fd00::1]'],
    ['ftp://127.0.0.1/', 'is not an http or https URL'],
    ['file:///etc/keys', 'is not an http or https URL'],
    ['keys', 'is not an http or https URL'],
  ])('requests keys from %s: %s', async (uri, problem) => {
    const { asked, obtain } = roles();
    const environment = { ALIBABA_CLOUD_CREDENTIALS_URI: uri };
    const outcome = found(alicloudMachineRoleLink(obtain), { environment });
    if (problem === undefined) {
      await outcome;
      expect(asked).toEqual([{ kind: 'credentials-uri', uri }]);
      return;
    }
    await expect(outcome).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: expect.stringContaining(
        `the environment variable ALIBABA_CLOUD_CREDENTIALS_URI ${problem}`,
      ),
    });
    expect(asked).toEqual([]);
  });

  it('probes nothing unless told to', async () => {
    const { asked, obtain } = roles();
    expect(await found(alicloudMachineRoleLink(obtain), {})).toMatchObject({
      reason:
        'ALICLOUD_CREDENTIALS_URI, ALIBABA_CLOUD_CREDENTIALS_URI, ALICLOUD_ECS_ROLE_NAME, ALIBABA_CLOUD_ECS_METADATA not set',
    });
    expect(asked).toEqual([]);
  });
});

describe('obtainAlicloudRole, with the vendor’s library', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cloudimages-'));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(directory, { recursive: true });
  });

  async function serving<T>(
    status: number,
    body: unknown,
    work: (uri: string) => Promise<T>,
  ): Promise<T> {
    const server = createServer((_, response) =>
      response.writeHead(status).end(JSON.stringify(body)),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      return await work(`http://127.0.0.1:${port}/keys`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  const keys = {
    AccessKeyId: 'i',
    AccessKeySecret: 'MARKED-secret',
    SecurityToken: 'MARKED-token',
    Expiration: '2100-01-01T00:00:00Z',
  };

  it('gets the keys behind a credentials URI', async () => {
    const role = await serving(200, keys, (uri) =>
      obtainAlicloudRole({ kind: 'credentials-uri', uri }, never),
    );
    expect([role.id, role.secret, role.token]).toEqual(['i', 'MARKED-secret', 'MARKED-token']);
  });

  it.each([
    [403, { Code: 'NoPermission', keys }, /\(NoPermission, HTTP 403\)/],
    [
      403,
      { Code: 'NoPermission', keys },
      /^\[unauthenticated\] the credentials URI gave no keys \(/,
    ],
    [500, 'MARKED', /\(HTTP 500\)/],
    [200, { ...keys, AccessKeyId: '' }, /\(Error\)/],
  ])('tells a failure without quoting the answer: HTTP %i', async (status, body, message) => {
    const error: unknown = await serving(status, body, (uri) =>
      obtainAlicloudRole({ kind: 'credentials-uri', uri }, never).catch((e: unknown) => e),
    );
    expect(error).toMatchObject({
      code: 'unauthenticated',
      message: expect.stringMatching(message),
    });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('MARKED');
  });

  it('ends when cancelled, though the library cannot', async () => {
    const controller = new AbortController();
    const server = createServer(() => controller.abort());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const role = { kind: 'credentials-uri', uri: `http://127.0.0.1:${port}/` } as const;
    await expect(obtainAlicloudRole(role, controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    server.closeAllConnections();
    server.close();
  });

  it('reads a profile of another mode from the default file', async () => {
    jest.spyOn(os, 'homedir').mockReturnValue(directory);
    const path = join(directory, '.aliyun', 'config.json');
    const script = join(directory, 'keys.js');
    await writeFile(
      script,
      `console.log(JSON.stringify(${JSON.stringify({ mode: 'AK', access_key_id: 'e', access_key_secret: 'x' })}))`,
    );
    const profile = {
      name: 'tool',
      mode: 'External',
      process_command: `${process.execPath} ${script}`,
    };
    await mkdir(join(directory, '.aliyun'));
    await writeFile(path, JSON.stringify({ current: 'tool', profiles: [profile] }));
    const finding = await aliyunConfigLink().find({
      ...contextOf({}),
      homeDirectory: directory,
      readFile: (file) => readFile(file, 'utf8'),
    });
    expect(open(finding)).toEqual({
      kind: 'key',
      id: 'e',
      secret: 'x',
      source: `profile "tool" in ${path}`,
      maxAgeMs: 600_000,
    });
  });
});
