import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { googleMetadataLink } from '../../provider/credentials/google/metadata-link';
import { found } from './context';

// A real server on this machine in place of the metadata server.

let server: Server;
let handler: (request: IncomingMessage, response: ServerResponse) => void;
let host: string;

beforeAll(async () => {
  server = createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const BASE = '/computeMetadata/v1';

function answering(paths: Readonly<Record<string, string>>, flavor = 'Google') {
  handler = ({ url = '', headers }, response) => {
    const text =
      headers['metadata-flavor'] === 'Google' ? paths[url.slice(BASE.length)] : undefined;
    response.writeHead(text === undefined ? 404 : 200, { 'metadata-flavor': flavor });
    response.end(text ?? '');
  };
}

const TOKEN = JSON.stringify({ access_token: 'machine-token', expires_in: 3600 });
const find = (environment: Readonly<Record<string, string>> = {}) =>
  found(googleMetadataLink(), { environment: { GCE_METADATA_HOST: host, ...environment } });

it('gives the token of the machine, with its account and its project', async () => {
  answering({
    '/instance/service-accounts/default/token': TOKEN,
    '/instance/service-accounts/default/email': 'vm@p.iam.gserviceaccount.com',
    '/project/project-id': 'machine-project',
  });
  expect(await find()).toEqual({
    kind: 'bearer',
    token: 'machine-token',
    source: 'service account vm@p.iam.gserviceaccount.com of this machine',
    principal: 'vm@p.iam.gserviceaccount.com',
    maxAgeMs: 55 * 60_000,
    accountId: 'machine-project',
  });
});

it('is the metadata server of Google only where the answer says so', async () => {
  answering({ '/instance/service-accounts/default/token': TOKEN }, 'Other');
  expect(await find()).toEqual({ reason: `no metadata server at ${host}` });
});

it('says that a machine has no service account', async () => {
  answering({});
  expect(await find()).toEqual({ reason: 'this machine has no service account' });
});

it('can be switched off, and takes no plain http to other machines', async () => {
  expect(await find({ METADATA_SERVER_DETECTION: 'none' })).toEqual({
    reason: 'switched off by the environment',
  });
  await expect(find({ GCE_METADATA_HOST: 'metadata.example.test' })).rejects.toMatchObject({
    code: 'invalid-configuration',
  });
});
