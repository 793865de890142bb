import {
  createWorld,
  generateImages,
  startSimulator,
  type Fault,
  type Simulator,
} from '@cloudimages/simulator';
import { errorCode, readListing } from './answers';
import { pageRequest, SIGNED_CLOUDS, type SignedCloud } from './requests';
import { send } from './send';

// Over real HTTP: what each fault does to a client that asks for pages of 10 out of 25 images.

let simulator: Simulator;

beforeAll(async () => {
  const images = SIGNED_CLOUDS.flatMap((cloud) => generateImages({ cloud, count: 25 }));
  simulator = await startSimulator({ world: createWorld({ images }) });
});

afterAll(() => simulator.close());

beforeEach(() => simulator.world.reset());

function ask(cloud: SignedCloud, page = 1, signal?: AbortSignal) {
  const endpoint = simulator.endpoints[cloud];
  const request = pageRequest(cloud, page, 10, { host: new URL(endpoint).host, at: Date.now() });
  return send(endpoint, request, signal);
}

async function list(cloud: SignedCloud, page = 1) {
  return readListing(cloud, (await ask(cloud, page)).body);
}

async function refusal(cloud: SignedCloud) {
  const { status, body } = await ask(cloud);
  return { status, code: errorCode(cloud, body) };
}

function befall(...faults: Fault[]): void {
  simulator.world.setFaults(faults);
}

const allIds = (cloud: SignedCloud): string[] => simulator.world.catalog(cloud).map(({ id }) => id);

const REFUSALS: Readonly<Record<SignedCloud, Readonly<Record<string, object>>>> = {
  alicloud: {
    throttle: { status: 400, code: 'Throttling.User' },
    error: { status: 500, code: 'InternalError' },
    unauthenticated: { status: 400, code: 'SignatureDoesNotMatch' },
    forbidden: { status: 403, code: 'Forbidden.RAM' },
  },
  tencentcloud: {
    throttle: { status: 200, code: 'RequestLimitExceeded' },
    error: { status: 200, code: 'InternalError' },
    unauthenticated: { status: 200, code: 'AuthFailure.SignatureFailure' },
    forbidden: { status: 200, code: 'UnauthorizedOperation' },
  },
  qcloud: {
    throttle: { status: 200, code: 4400 },
    error: { status: 200, code: 6000 },
    unauthenticated: { status: 200, code: 4100 },
    forbidden: { status: 200, code: 4101 },
  },
  zenlayercloud: {
    throttle: { status: 429, code: 'REQUEST_LIMIT_EXCEEDED' },
    error: { status: 500, code: 'INTERNAL_SERVER_ERROR' },
    unauthenticated: { status: 401, code: 'AUTHFAILURE_SIGNATURE_FAILURE' },
    forbidden: { status: 403, code: 'AUTHFAILURE_UNAUTHORIZED_OPERATION' },
  },
};

describe.each([...SIGNED_CLOUDS])('%s', (cloud) => {
  it.each(['throttle', 'error', 'unauthenticated', 'forbidden'] as const)(
    '%s: the vendor’s own refusal, as often as asked',
    async (kind) => {
      befall({ kind, times: 2 });
      expect(await refusal(cloud)).toEqual(REFUSALS[cloud][kind]);
      expect(await refusal(cloud)).toEqual(REFUSALS[cloud][kind]);
      expect((await list(cloud)).ids).toHaveLength(10);
    },
  );

  it('throttle: Retry-After, code and status as asked', async () => {
    befall({ kind: 'throttle', retryAfterSeconds: 3, code: 'Throttling.Api', status: 503 });
    const { status, headers, body } = await ask(cloud);
    expect(headers['retry-after']).toBe('3');
    const saysStatus = cloud === 'alicloud' || cloud === 'zenlayercloud';
    expect(status).toBe(saysStatus ? 503 : 200);
    expect(body).toContain('Throttling.Api');
  });

  it('error: code and message as asked', async () => {
    befall({ kind: 'error', code: 'Custom.Code', message: 'in these words' });
    const { body } = await ask(cloud);
    expect(body).toContain('Custom.Code');
    expect(body).toContain('in these words');
  });

  it('status: a 5xx in the vendor’s shape, or from a gateway in HTML', async () => {
    befall({ kind: 'status', status: 503 });
    const { status, headers } = await ask(cloud);
    expect(status).toBe(503);
    const isJson = cloud === 'alicloud' || cloud === 'zenlayercloud';
    expect(headers['content-type']).toContain(isJson ? 'json' : 'html');
  });

  it.each([200, 502])('html: a page with status %d', async (status) => {
    befall({ kind: 'html', status });
    const answer = await ask(cloud);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html');
    expect(answer.body).toContain('<html>');
  });

  it('reset: the connection is reset', async () => {
    befall({ kind: 'reset', times: 1 });
    await expect(ask(cloud)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await list(cloud)).total).toBe(25);
  });

  it('truncate: the connection ends within the body', async () => {
    befall({ kind: 'truncate' });
    await expect(ask(cloud)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('truncate, complete: a finished message of broken JSON', async () => {
    befall({ kind: 'truncate', complete: true, keepBytes: 40 });
    const { status, body } = await ask(cloud);
    expect(status).toBe(200);
    expect(body).toHaveLength(40);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  it('oversize: the right answer and then white space', async () => {
    befall({ kind: 'oversize', bytes: 3_000_000 });
    const { body } = await ask(cloud);
    expect(body.length).toBeGreaterThan(3_000_000);
    expect(readListing(cloud, body).ids).toHaveLength(10);
  });

  it('slow: later than a request that came after it', async () => {
    befall({ kind: 'slow', delayMs: 200, times: 1 });
    const order: string[] = [];
    const slow = ask(cloud).then(() => order.push('slow'));
    while (simulator.world.requests().length === 0) await new Promise(setImmediate);
    await ask(cloud).then(() => order.push('other'));
    await slow;
    expect(order).toEqual(['other', 'slow']);
  });

  it('hang: no answer until the client gives up', async () => {
    befall({ kind: 'hang', times: 1 });
    const controller = new AbortController();
    const hanging = ask(cloud, 1, controller.signal);
    while (simulator.world.requests().length === 0) await new Promise(setImmediate);
    await ask(cloud);
    controller.abort();
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each([
    [{ add: 7 }, 32],
    [{ add: -7 }, 18],
    [{ total: 0 }, 0],
  ])('total: %j', async (wrong, total) => {
    befall({ kind: 'total', ...wrong });
    const listing = await list(cloud);
    expect(listing.total).toBe(total);
    expect(listing.ids).toEqual(allIds(cloud).slice(0, 10));
  });

  it('totalAsString: digits in quotes', async () => {
    befall({ kind: 'totalAsString' });
    expect((await list(cloud)).total).toBe('25');
  });

  it('imageAppears: a row comes again on the second page', async () => {
    befall({ kind: 'imageAppears' });
    const first = await list(cloud);
    const second = await list(cloud, 2);
    expect(second.ids[0]).toBe(first.ids[9]);
    expect(second.total).toBe(26);
    expect((await list(cloud, 2)).total).toBe(26);
  });

  it('imageVanishes: a row is on neither page', async () => {
    befall({ kind: 'imageVanishes' });
    const all = allIds(cloud);
    const first = await list(cloud);
    const second = await list(cloud, 2);
    expect(second.total).toBe(24);
    expect([...first.ids, ...second.ids]).not.toContain(all[10]);
  });

  it('duplicateRows: rows come twice', async () => {
    befall({ kind: 'duplicateRows', rows: 2 });
    const all = allIds(cloud);
    expect((await list(cloud)).ids).toEqual([...all.slice(0, 2), ...all.slice(0, 10)]);
  });

  it('emptyPage: no rows in the middle', async () => {
    befall({ kind: 'emptyPage', pages: [2] });
    expect((await list(cloud, 1)).ids).toHaveLength(10);
    expect(await list(cloud, 2)).toEqual({ total: 25, rows: [], ids: [] });
    expect((await list(cloud, 3)).ids).toHaveLength(5);
  });

  it('repeatPage: the first page again', async () => {
    befall({ kind: 'repeatPage', pages: [2] });
    const first = await list(cloud, 1);
    expect((await list(cloud, 2)).ids).toEqual(first.ids);
  });

  it('clockSkew: a right signature is too old, and the Date header says why', async () => {
    befall({ kind: 'clockSkew', byMs: 3_600_000 });
    const { headers, body } = await ask(cloud);
    expect(String(errorCode(cloud, body))).toMatch(/expire|^4500$/i);
    expect(Date.parse(headers['date'] ?? '')).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('fields: missing or other values, in the rows asked for', async () => {
    const id = cloud === 'zenlayercloud' ? 'imageId' : 'ImageId';
    const name = cloud === 'zenlayercloud' ? 'imageName' : 'ImageName';
    befall({ kind: 'fields', drop: [id], set: { [name]: 7 }, rows: [1] });
    const { rows } = await list(cloud);
    expect(rows[0]).toHaveProperty(id);
    expect(rows[1]).not.toHaveProperty(id);
    expect(rows[1]).toHaveProperty(name, 7);
  });

  it('unknownWords: a state, and where the API has one an architecture, that nobody knows', async () => {
    befall({ kind: 'unknownWords' });
    const row = JSON.stringify((await list(cloud)).rows[0]);
    expect(row).toContain('"DREAMING"');
    const hasArchitecture = cloud === 'alicloud' || cloud === 'tencentcloud';
    expect(row.includes('"tricore"')).toBe(hasArchitecture);
  });
});

it('keeps to the cloud, region, action and pages of a fault, and skips as many as asked', async () => {
  befall(
    { kind: 'throttle', cloud: 'alicloud', skip: 1, times: 1 },
    { kind: 'error', region: 'elsewhere' },
    { kind: 'error', action: 'DescribeRegions' },
  );
  const answers = [];
  for (const cloud of ['tencentcloud', 'alicloud', 'alicloud', 'alicloud'] as const) {
    answers.push((await refusal(cloud)).code);
  }
  expect(answers).toEqual([undefined, undefined, 'Throttling.User', undefined]);
});

it('logs what befell which request', async () => {
  befall({ kind: 'throttle', pages: [2] });
  await ask('alicloud', 1);
  await ask('alicloud', 2);
  expect(simulator.world.requests()).toMatchObject([
    { cloud: 'alicloud', action: 'DescribeImages', page: 1, status: 200, faults: [] },
    { page: 2, status: 400, code: 'Throttling.User', faults: ['throttle'] },
  ]);
});

it('answers a fault that cannot be carried out with a 500 of its own, and goes on', async () => {
  befall({ kind: 'imageVanishes', id: 'no such image', pages: [1] });
  const { status, body } = await ask('alicloud');
  expect(status).toBe(500);
  expect(body).toContain('no such image');
  expect((await list('alicloud')).total).toBe(25);
});
