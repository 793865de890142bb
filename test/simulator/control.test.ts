import {
  createWorld,
  startSimulator,
  type Simulator,
  type SimulatorResponse,
} from '@cloudimages/simulator';
import { handleControl } from '../../simulator/control';
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
  [
    'half an image, naming all that is missing',
    { action: 'addImage', image: { cloud, id: 'x', osType: 'dos', sizeGiB: '1' } },
    'image.regions must be an array of strings; image.name must be a string; image.owner must be one of public, self, shared, marketplace, community; image.osType must be one of linux, windows, bsd; image.osName must be a string; image.platform must be a string; image.architecture must be a string; image.sizeGiB must be a number',
  ],
  [
    'a change to a value of another type',
    { action: 'updateImage', cloud, id: 'img-golden01', change: { regions: 'ap-singapore' } },
    'image.regions must be an array of strings',
  ],
  [
    'an action without its fields, naming all of them',
    { action: 'updateImage' },
    'cloud must be of type cloud; id must be of type string; change must be of type object',
  ],
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

it.each(['evil.test', 'evil.test:8081', '127.0.0.1.evil.test', 'localhost.evil.test', ''])(
  'answers nothing to the host "%s"',
  (host) => {
    const request = { method: 'GET', path: '/_control/requests', query: '', body: '' };
    const { status, body } = handleControl(createWorld(), { ...request, headers: { host } });
    expect(status).toBe(403);
    expect(body).not.toContain('requests"');
  },
);

it.each(['127.0.0.1:8081', 'localhost', 'LOCALHOST:1', '[::1]:8081'])(
  'answers to the host "%s"',
  (host) => {
    const request = { method: 'GET', path: '/_control/health', query: '', body: '' };
    expect(handleControl(createWorld(), { ...request, headers: { host } }).status).toBe(200);
  },
);

it('reports all problems of an image added in process, as over HTTP', () => {
  expect(() => createWorld().addImage({ cloud, id: 'x' } as never)).toThrow(
    /image\.regions must be .*; image\.name must be .*; image\.sizeGiB must be a number$/,
  );
  expect(() => createWorld().addImage(undefined as never)).toThrow('an image must be an object');
});
