import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { awsContainerLink, awsInstanceLink } from '../../provider/credentials/aws/machine-links';
import { found } from './context';

// Services on the link, as ECS, EKS and EC2 have them, on loopback.

const KEYS = {
  AccessKeyId: 'ASIAMACHINE',
  SecretAccessKey: 'machine-secret',
  Token: 'machine-token',
  Expiration: '2026-01-01T06:00:00Z',
};
const FOUND = { kind: 'key', id: 'ASIAMACHINE', secret: 'machine-secret', token: 'machine-token' };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Answer = (request: IncomingMessage) => readonly [status: number, body: string];

async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    const [status, body] = answer(request);
    response.writeHead(status).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the keys of a container', () => {
  it('come from the URL that a variable names, with the token of a file', async () => {
    const origin = await serve(({ url, headers }) =>
      url === '/v1/credentials' && headers.authorization === 'pod-token'
        ? [200, JSON.stringify(KEYS)]
        : [403, '{}'],
    );
    const finding = await found(awsContainerLink(), {
      environment: {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `${origin}/v1/credentials`,
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/var/run/token',
      },
      files: { '/var/run/token': 'pod-token\n' },
    });
    expect(finding).toEqual({
      ...FOUND,
      source: 'environment AWS_CONTAINER_CREDENTIALS_FULL_URI',
      maxAgeMs: (6 * 60 - 5) * 60_000,
    });
  });

  it('are an error where the service refuses', async () => {
    const origin = await serve(() => [403, '{"message":"no"}']);
    await expect(
      found(awsContainerLink(), { environment: { AWS_CONTAINER_CREDENTIALS_FULL_URI: origin } }),
    ).rejects.toMatchObject({
      code: 'unauthenticated',
      reason: expect.stringContaining('HTTP 403'),
    });
  });

  it('are not requested over plain http from another machine', async () => {
    await expect(
      found(awsContainerLink(), {
        environment: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://keys.example/' },
      }),
    ).rejects.toMatchObject({ code: 'invalid-configuration' });
  });

  it('are not looked for without a variable', async () => {
    expect(await found(awsContainerLink(), {})).toHaveProperty('reason');
  });
});

describe('the keys of an EC2 instance', () => {
  const roles = '/latest/meta-data/iam/security-credentials/';

  /** Version 2 of the metadata service: nothing without a session token. */
  const metadata =
    (role: string): Answer =>
    ({ method, url, headers }) => {
      const ttl = headers['x-aws-ec2-metadata-token-ttl-seconds'];
      if (method === 'PUT' && url === '/latest/api/token') return [ttl ? 200 : 400, 'session'];
      if (headers['x-aws-ec2-metadata-token'] !== 'session') return [401, ''];
      if (url === roles) return role === '' ? [404, ''] : [200, role];
      return url === `${roles}${role}` ? [200, JSON.stringify(KEYS)] : [404, ''];
    };

  it('come from version 2 of the metadata service', async () => {
    const origin = await serve(metadata('web-role'));
    const environment = { AWS_EC2_METADATA_SERVICE_ENDPOINT: origin };
    expect(await found(awsInstanceLink(), { environment })).toMatchObject({
      ...FOUND,
      source: 'instance role web-role',
    });
  });

  it('are not there where the instance has no role', async () => {
    const environment = { AWS_EC2_METADATA_SERVICE_ENDPOINT: await serve(metadata('')) };
    expect(await found(awsInstanceLink(), { environment })).toEqual({
      reason: 'the EC2 instance has no role',
    });
  });

  it('are not there where no metadata service answers', async () => {
    const environment = { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9' };
    expect(await found(awsInstanceLink(), { environment })).toEqual({
      reason: 'no metadata service at http://127.0.0.1:9',
    });
  });

  it('are not looked for where the environment turns the service off', async () => {
    const environment = { AWS_EC2_METADATA_DISABLED: 'true' };
    expect(await found(awsInstanceLink(), { environment })).toEqual({
      reason: 'AWS_EC2_METADATA_DISABLED is set',
    });
  });
});
