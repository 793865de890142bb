import { createServer, type Server } from 'node:http';
import {
  CLOUDS,
  createWorld,
  SECRET_MARKS,
  startSimulator,
  type SimulatorRequest,
} from '@cloudimages/simulator';
import { pageRequest } from './requests';
import { send } from './send';

const health: SimulatorRequest = {
  method: 'GET',
  path: '/_control/health',
  query: '',
  headers: {},
  body: '',
};

function portOf(endpoint: string): number {
  return Number(new URL(endpoint).port);
}

/** The first of four neighbouring ports that were free a moment ago; below those that systems hand out. */
async function freePorts(): Promise<number> {
  for (let first = 10_000 + (process.pid % 10_000); ; first += CLOUDS.length) {
    const servers = await Promise.all(CLOUDS.map((_, offset) => hold(first + offset)));
    await Promise.all(servers.map(release));
    if (servers.every((server) => server !== undefined)) return first;
  }
}

function hold(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function release(server: Server | undefined): Promise<void> {
  if (server) await new Promise((resolve) => server.close(resolve));
}

it('gives each cloud a loopback port of its own and says so in an environment', async () => {
  const simulator = await startSimulator();
  try {
    expect(new Set(CLOUDS.map((cloud) => simulator.endpoints[cloud])).size).toBe(CLOUDS.length);
    expect(simulator.environment).toMatchObject({
      CLOUDIMAGES_ENDPOINT_ALICLOUD: simulator.endpoints.alicloud,
      CLOUDIMAGES_ENDPOINT_TENCENTCLOUD: simulator.endpoints.tencentcloud,
      CLOUDIMAGES_ENDPOINT_QCLOUD: simulator.endpoints.qcloud,
      CLOUDIMAGES_ENDPOINT_ZENLAYERCLOUD: simulator.endpoints.zenlayercloud,
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'simulator-key-alicloud',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'simulator-secret-alicloud',
      TENCENTCLOUD_SECRET_ID: 'simulator-key-tencentcloud',
      TENCENTCLOUD_SECRET_KEY: 'simulator-secret-tencentcloud',
      ZENLAYERCLOUD_ACCESS_KEY_ID: 'simulator-key-zenlayercloud',
      ZENLAYERCLOUD_ACCESS_KEY_PASSWORD: 'simulator-secret-zenlayercloud',
    });
  } finally {
    await simulator.close();
  }
});

it('takes consecutive ports from the one it is given, in the order of CLOUDS', async () => {
  const first = await freePorts();
  const simulator = await startSimulator({ port: first });
  try {
    expect(CLOUDS.map((cloud) => portOf(simulator.endpoints[cloud]))).toEqual(
      CLOUDS.map((_, index) => first + index),
    );
  } finally {
    await simulator.close();
  }
});

it('refuses to start when one of the ports is taken, and leaves the others free', async () => {
  const first = await freePorts();
  const taken = await hold(first + 2);
  try {
    await expect(startSimulator({ port: first })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const again = await Promise.all([hold(first), hold(first + 1)]);
    await Promise.all(again.map(release));
    expect(again).not.toContain(undefined);
  } finally {
    await release(taken);
  }
});

it('stops although a client is still waiting', async () => {
  const simulator = await startSimulator({
    world: createWorld({ faults: [{ kind: 'hang' }], latencyMs: 3_600_000 }),
  });
  const endpoint = simulator.endpoints.alicloud;
  const request = pageRequest('alicloud', 1, 10, {
    host: new URL(endpoint).host,
    at: Date.now(),
  });
  const waiting = expect(send(endpoint, request)).rejects.toMatchObject({ code: 'ECONNRESET' });
  while (simulator.world.requests().length === 0) await new Promise(setImmediate);
  await simulator.close();
  await waiting;
  await expect(send(endpoint, health)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('marks every secret of its accounts', () => {
  const world = createWorld();
  const secrets = CLOUDS.flatMap((cloud) => world.accounts(cloud)).flatMap((account) =>
    [account.secret, account.token, account.bearerToken].filter(Boolean),
  );
  expect(secrets.length).toBeGreaterThan(10);
  for (const secret of secrets) {
    expect(SECRET_MARKS.filter((mark) => secret?.startsWith(mark))).toHaveLength(1);
  }
});

it('does not read a request without end', async () => {
  const simulator = await startSimulator();
  try {
    const request = { ...health, method: 'POST', body: ' '.repeat(11 * 1024 * 1024) };
    await expect(send(simulator.endpoints.qcloud, request)).rejects.toMatchObject({
      code: expect.stringMatching(/ECONNRESET|EPIPE/),
    });
  } finally {
    await simulator.close();
  }
});
