import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { azureCliLink } from '../../provider/credentials/azure/cli-link';
import { azureEnvironmentLink } from '../../provider/credentials/azure/environment-link';
import { azureExplicitLink } from '../../provider/credentials/azure/explicit-link';
import { azureFederatedLink } from '../../provider/credentials/azure/federated-link';
import {
  azureMachineLink,
  azureManagedIdentityLink,
} from '../../provider/credentials/azure/managed-identity-link';
import type { CredentialLink } from '../../provider/credentials/chain';
import { contextOf, found, NOW } from './context';

type World = Parameters<typeof contextOf>[0];

/** What a link finds, with what its requests name besides. */
async function opened(link: CredentialLink, world: World) {
  const finding = await link.find(contextOf(world));
  const details = 'credential' in finding ? finding.credential.details : undefined;
  return { ...(await found(link, world)), details };
}

const ARM = {
  ARM_CLIENT_ID: 'client',
  ARM_CLIENT_SECRET: 'secret',
  ARM_TENANT_ID: 'tenant',
  ARM_SUBSCRIPTION_ID: 'subscription',
};
const DETAILS = { tenant: 'tenant', subscription: 'subscription' };

describe('a client secret', () => {
  it('comes from the variables of Terraform’s provider before those of Azure’s SDKs', async () => {
    const environment = { ...ARM, AZURE_CLIENT_ID: 'other', AZURE_CLIENT_SECRET: 'other' };
    expect(await opened(azureEnvironmentLink(), { environment })).toEqual({
      kind: 'key',
      id: 'client',
      secret: 'secret',
      source: 'environment ARM_CLIENT_ID',
      details: DETAILS,
    });
  });

  it('comes from the variables of Azure’s SDKs', async () => {
    const environment = {
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'secret',
      AZURE_TENANT_ID: 'tenant',
      AZURE_SUBSCRIPTION_ID: 'subscription',
      ARM_ENVIRONMENT: 'usgovernment',
    };
    expect(await opened(azureEnvironmentLink(), { environment })).toMatchObject({
      id: 'client',
      source: 'environment AZURE_CLIENT_ID',
      details: { ...DETAILS, environment: 'usgovernment' },
    });
  });

  it('comes from a file', async () => {
    const environment = { ARM_CLIENT_ID: 'client', ARM_CLIENT_SECRET_FILE_PATH: '/run/secret' };
    const files = { '/run/secret': 'of a file\n' };
    expect(await opened(azureEnvironmentLink(), { environment, files })).toMatchObject({
      secret: 'of a file',
    });
    await expect(opened(azureEnvironmentLink(), { environment })).rejects.toMatchObject({
      code: 'invalid-configuration',
    });
  });

  it('of the environment is an error without a client id', async () => {
    const environment = { ARM_CLIENT_SECRET: 'secret' };
    await expect(opened(azureEnvironmentLink(), { environment })).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: expect.stringContaining('ARM_CLIENT_ID is not'),
    });
  });

  it('of the configuration takes the subscription of the environment', async () => {
    const explicit = { id: 'client', secret: 'secret', settings: { tenantId: 'mine' } };
    const environment = { ARM_TENANT_ID: 'other', ARM_SUBSCRIPTION_ID: 'subscription' };
    expect(await opened(azureExplicitLink(), { explicit, environment })).toMatchObject({
      id: 'client',
      details: { tenant: 'mine', subscription: 'subscription' },
    });
  });
});

describe('a federated token', () => {
  const { ARM_CLIENT_SECRET: _, ...client } = ARM;

  it.each([
    ['ARM_OIDC_TOKEN', 'a-token', undefined],
    ['ARM_OIDC_TOKEN_FILE_PATH', '/run/token', 300_000],
    ['AZURE_FEDERATED_TOKEN_FILE', '/run/token', 300_000],
  ])('comes from %s', async (name, value, maxAgeMs) => {
    const environment = { ...client, [name]: value };
    const files = { '/run/token': 'a-token\n' };
    expect(await opened(azureFederatedLink(), { environment, files })).toEqual({
      kind: 'key',
      id: 'client',
      secret: 'a-token',
      source: `environment ${name}`,
      details: { ...DETAILS, grant: 'federated' },
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
    });
  });

  it('is an error without a client id', async () => {
    const environment = { ARM_OIDC_TOKEN: 'a-token' };
    await expect(opened(azureFederatedLink(), { environment })).rejects.toMatchObject({
      code: 'invalid-configuration',
    });
  });
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(answer: (request: IncomingMessage) => readonly [number, string]) {
  const server = createServer((request, response) => {
    const [status, body] = answer(request);
    response.writeHead(status).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const IN_AN_HOUR = String(NOW.getTime() / 1000 + 3600);
const ISSUED = JSON.stringify({
  access_token: 'machine-token',
  expires_on: IN_AN_HOUR,
  client_id: 'identity',
});
const FOUND = {
  kind: 'bearer',
  token: 'machine-token',
  source: 'the managed identity',
  maxAgeMs: 55 * 60_000,
};

describe('a managed identity', () => {
  it('of an app comes from the endpoint that variables name', async () => {
    let asked = '';
    const origin = await serve(({ url = '', headers }) => {
      asked = url;
      return headers['x-identity-header'] === 'header' ? [200, ISSUED] : [401, '{}'];
    });
    const environment = {
      IDENTITY_ENDPOINT: `${origin}/msi/token`,
      IDENTITY_HEADER: 'header',
      ARM_SUBSCRIPTION_ID: 'subscription',
      ARM_CLIENT_ID: 'user-assigned',
    };
    expect(await opened(azureManagedIdentityLink(), { environment })).toEqual({
      ...FOUND,
      principal: 'managed identity identity subscription',
      details: { subscription: 'subscription' },
    });
    expect(Object.fromEntries(new URL(asked, origin).searchParams)).toEqual({
      'api-version': '2019-08-01',
      resource: 'https://management.azure.com',
      client_id: 'user-assigned',
    });
  });

  it('of a virtual machine brings its subscription', async () => {
    const origin = await serve(({ url = '', headers }) => {
      if (headers['metadata'] !== 'true') return [400, '{}'];
      return [200, url.startsWith('/metadata/identity/') ? ISSUED : 'of-the-machine'];
    });
    const environment = { AZURE_POD_IDENTITY_AUTHORITY_HOST: origin };
    expect(await opened(azureMachineLink(), { environment })).toEqual({
      ...FOUND,
      principal: 'managed identity identity of-the-machine',
      details: { subscription: 'of-the-machine' },
    });
  });

  it('is an error where ARM_USE_MSI asks for it and the machine has none', async () => {
    const origin = await serve(() => [400, '{"error":"invalid_request"}']);
    const environment = { AZURE_POD_IDENTITY_AUTHORITY_HOST: origin, ARM_USE_MSI: 'true' };
    await expect(opened(azureManagedIdentityLink(), { environment })).rejects.toMatchObject({
      code: 'unauthenticated',
      reason: expect.stringContaining('has no managed identity'),
    });
    const { ARM_USE_MSI: _, ...others } = environment;
    expect(await opened(azureMachineLink(), { environment: others })).toMatchObject({
      reason: 'the virtual machine has no managed identity',
    });
  });
});

describe('the Azure CLI', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** A folder for PATH with a program named az, which writes down its arguments. */
  function az(script: string): { readonly PATH: string } {
    const folder = mkdtempSync(path.join(tmpdir(), 'az-'));
    folders.push(folder);
    const file = path.join(folder, 'az');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return { PATH: `${folder}:${process.env['PATH']}` };
  }

  const login = (subscription: string) =>
    `cat <<EOF
{"accessToken":"cli-token","expires_on":${IN_AN_HOUR},"subscription":"${subscription}","tenant":"tenant","args":"$*"}
EOF`;

  it('gives the token and the subscription of its login', async () => {
    expect(await opened(azureCliLink(), { environment: az(login('default')) })).toEqual({
      kind: 'bearer',
      token: 'cli-token',
      source: 'az login',
      principal: 'az tenant default',
      maxAgeMs: 55 * 60_000,
      details: { subscription: 'default' },
    });
  });

  it('is asked for the subscription that is named', async () => {
    const script = 'case "$*" in *"--subscription wanted"*) ;; *) exit 9;; esac\n';
    const environment = { ...az(script + login('wanted')), ARM_SUBSCRIPTION_ID: 'wanted' };
    expect(await opened(azureCliLink(), { environment })).toMatchObject({
      token: 'cli-token',
      details: { subscription: 'wanted' },
    });
  });

  it.each([
    ['echo "Please run az login to setup account." >&2; exit 1', 'az is not signed in'],
    ['exit 3', 'az failed with exit code 3'],
  ])('says why it has no token: %s', async (script, reason) => {
    expect(await opened(azureCliLink(), { environment: az(script) })).toMatchObject({
      reason: expect.stringContaining(reason),
    });
  });

  it('is not needed', async () => {
    const environment = { PATH: '/nowhere' };
    expect(await opened(azureCliLink(), { environment })).toMatchObject({
      reason: 'az is not installed',
    });
    expect(await opened(azureCliLink(), { environment: { ARM_USE_CLI: 'false' } })).toMatchObject({
      reason: 'ARM_USE_CLI is false',
    });
  });

  it('runs no command that a variable makes up', async () => {
    const environment = { ...az('exit 0'), ARM_SUBSCRIPTION_ID: 'x; rm -rf /' };
    await expect(opened(azureCliLink(), { environment })).rejects.toMatchObject({
      code: 'invalid-configuration',
    });
  });
});
