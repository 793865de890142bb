import { startSimulator, type Simulator, type SimulatorResponse } from '@cloudimages/simulator';
import { image, readListing } from './answers';
import { pageRequest } from './requests';
import { send } from './send';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterAll(() => simulator.close());

beforeEach(() => simulator.world.reset());

function get(path: string): Promise<SimulatorResponse> {
  return send(simulator.endpoints.qcloud, {
    method: 'GET',
    path,
    query: '',
    headers: {},
    body: '',
  });
}

function post(action: unknown, type = 'application/json'): Promise<SimulatorResponse> {
  return send(simulator.endpoints.alicloud, {
    method: 'POST',
    path: '/_control',
    query: '',
    headers: { 'content-type': type },
    body: typeof action === 'string' ? action : JSON.stringify(action),
  });
}

async function list(): Promise<readonly unknown[]> {
  const endpoint = simulator.endpoints.tencentcloud;
  const host = new URL(endpoint).host;
  const request = pageRequest('tencentcloud', 1, 100, { host, at: Date.now() });
  return readListing('tencentcloud', (await send(endpoint, request)).body).ids;
}

const cloud = 'tencentcloud';

it('is healthy on every port', async () => {
  expect(await get('/_control/health')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
});

it('adds, changes, deprecates and removes images', async () => {
  await post({
    action: 'addImage',
    image: image({ cloud, id: 'img-added001' }),
    position: 'first',
  });
  expect((await list())[0]).toBe('img-added001');
  const change = { architecture: 'arm' };
  await post({ action: 'updateImage', cloud, id: 'img-added001', change });
  await post({ action: 'deprecateImage', cloud, id: 'img-added001' });
  expect(simulator.world.catalog(cloud)[0]).toMatchObject({
    architecture: 'arm',
    deprecated: true,
  });
  await post({ action: 'removeImage', cloud, id: 'img-added001' });
  expect(await list()).not.toContain('img-added001');
});

it('sets faults and latency, and resets everything', async () => {
  await post({ action: 'setFaults', faults: [{ kind: 'emptyPage' }] });
  await post({ action: 'setLatency', latencyMs: 1 });
  expect(await list()).toEqual([]);
  expect(simulator.world.latencyMs()).toBe(1);
  await post({ action: 'reset' });
  expect((await list()).length).toBeGreaterThan(60);
  expect(simulator.world.latencyMs()).toBe(0);
});

it('shows the requests so far, and forgets them', async () => {
  await list();
  const shown = JSON.parse((await get('/_control/requests')).body) as unknown;
  expect(shown).toMatchObject({
    requests: [{ cloud, action: 'DescribeImages', page: 1, status: 200 }],
  });
  await post({ action: 'clearRequests' });
  expect((await get('/_control/requests')).body).toBe('{"requests":[]}');
});

it.each<[string, unknown, string]>([
  ['an unknown action', { action: 'explode' }, 'action must be one of addImage'],
  ['no action', [], 'action must be one of'],
  ['an inherited name as action', { action: 'toString' }, 'action must be one of'],
  ['an unknown cloud', { action: 'removeImage', cloud: 'mars', id: 'x' }, 'cloud must be'],
  ['an unknown image', { action: 'removeImage', cloud, id: 'img-nowhere' }, 'no image img-nowhere'],
  ['half an image', { action: 'addImage', image: { cloud, id: 'x' } }, 'image.regions must be'],
  ['faults that are no list', { action: 'setFaults', faults: {} }, 'faults must be of type array'],
  ['an unknown fault', { action: 'setFaults', faults: [{ kind: 'gremlin' }] }, 'no such fault'],
  ['text', 'hello', 'JSON'],
])('refuses %s', async (_, action, message) => {
  const { status, body } = await post(action);
  expect(status).toBe(400);
  expect(body).toContain(message);
});

it('refuses what a page in a browser could send unasked', async () => {
  const { status } = await post({ action: 'reset' }, 'text/plain');
  expect(status).toBe(400);
});

it('has no other paths', async () => {
  expect((await get('/_control/secrets')).status).toBe(404);
});
