import {
  accountEnvironment,
  createWorld,
  defaultAccounts,
  MAIN_REGION,
  SECRET_MARKS,
  type CloudId,
  type Fault,
} from '@cloudimages/simulator';
import { inspect } from 'node:util';
import { CLOUDS } from '../../provider/clouds/index';
import { listRequestsOf } from '../contract/scene';
import { CLOUD_IDS } from '../../provider/image/words';
import { engineOver, httpOver, surroundingsOver, TODAY } from './engine-over';
import { createEngine } from '../../provider/compose';

const NOW = Date.parse(TODAY);

const targetOf = (cloud: CloudId) => `${cloud}/${MAIN_REGION[cloud]}`;

function examine(cloud: CloudId, faults: readonly Fault[] = []) {
  const world = createWorld({ now: () => NOW, faults });
  return engineOver(world).examine(targetOf(cloud));
}

/** The variables of the accounts that may not list images. Two clouds share those of one. */
const FORBIDDEN = accountEnvironment(defaultAccounts().filter(({ allowed }) => allowed === false));

describe.each([...CLOUD_IDS])('the check of %s', (cloud) => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await examine(cloud)).toEqual({
      target: targetOf(cloud),
      ok: true,
      credentials: expect.stringMatching(/^environment /),
      permission: 'granted',
      clockSkewSeconds: 0,
      latencyMs: expect.any(Number),
    });
  });

  it('lists no more than one image', async () => {
    const world = createWorld({ now: () => NOW });
    await engineOver(world).examine(targetOf(cloud));
    const requests = listRequestsOf(world, cloud);
    expect(requests).toHaveLength(1);
    expect(JSON.stringify(requests[0]?.parameters)).not.toMatch(/"(\d{2,})"/);
  });

  it('reports where credentials were looked for', async () => {
    const world = createWorld();
    const engine = createEngine({}, { ...surroundingsOver(world), environment: {} });
    expect(await engine.examine(targetOf(cloud))).toEqual({
      target: targetOf(cloud),
      ok: false,
      problem: expect.objectContaining({
        code: 'unauthenticated',
        reason: expect.stringMatching(/^no credentials were found \(.+ not (set|given)/),
      }),
    });
    expect(world.requests()).toEqual([]);
  });

  it('reports an account without permission, and what to allow', async () => {
    const world = createWorld({ now: () => NOW });
    const surroundings = surroundingsOver(world);
    const environment = { ...surroundings.environment, ...FORBIDDEN };
    const engine = createEngine({}, { ...surroundings, environment });
    expect(await engine.examine(targetOf(cloud))).toMatchObject({
      ok: false,
      credentials: expect.stringMatching(/^environment /),
      permission: 'denied',
      problem: {
        code: 'forbidden',
        facts: { cloud, hint: expect.stringContaining(CLOUDS[cloud].leastPrivilege[0] ?? 'none') },
      },
    });
  });

  it.each(['unauthenticated', 'throttle', 'error'] as const)(
    'takes no other failure for a denial: %s',
    async (kind) => {
      const examination = await examine(cloud, [{ kind }]);
      expect(examination).toMatchObject({ ok: false, problem: { facts: { cloud } } });
      expect(examination).not.toHaveProperty('permission');
    },
  );

  it.each([
    ['behind', 10],
    ['ahead', -10],
  ])(
    'tells that this machine’s clock is %s, whatever the service makes of it',
    async (way, minutes) => {
      const fault: Fault = { kind: 'clockSkew', byMs: minutes * 60_000 };
      expect(await examine(cloud, [fault])).toMatchObject({
        ok: false,
        clockSkewSeconds: -60 * minutes,
        problem: {
          code: 'unauthenticated',
          reason: `this machine's clock is 600 s ${way}, and signatures carry the time`,
        },
      });
    },
  );

  it('shows no secret that the API echoes', async () => {
    const secrets = defaultAccounts().filter((account) => account.cloud === cloud);
    const message = `You sent ${secrets[0]?.secret || secrets[0]?.bearerToken}.`;
    const examination = await examine(cloud, [{ kind: 'error', message }]);
    const shown = inspect(examination, { depth: Number.POSITIVE_INFINITY, showHidden: true });
    expect(shown).toContain('You sent');
    for (const mark of SECRET_MARKS) expect(shown).not.toContain(mark);
  });
});

describe('the clock in the check', () => {
  /** Answers of Alibaba Cloud with another Date header, or without one. */
  function examineAt(date: (sent: string) => string | undefined) {
    const world = createWorld({ now: () => NOW });
    const http = httpOver(world);
    const send: typeof http.send = async (request, options) => {
      const answer = await http.send(request, options);
      const { date: sent = '', ...headers } = answer.headers;
      const changed = date(sent);
      return {
        ...answer,
        headers: { ...headers, ...(changed !== undefined && { date: changed }) },
      };
    };
    return engineOver(world, {}, { http: { ...http, send } }).examine('alicloud/cn-hangzhou');
  }
  const ahead = (seconds: number) => () => new Date(NOW + seconds * 1000).toUTCString();

  it('is not mentioned where the service sends no time', async () => {
    expect(await examineAt(() => undefined)).toEqual({
      target: 'alicloud/cn-hangzhou',
      ok: true,
      credentials: expect.stringMatching(/^environment /),
      permission: 'granted',
      latencyMs: expect.any(Number),
    });
  });

  it.each([240, -240])('may differ by %s s', async (seconds) => {
    expect(await examineAt(ahead(seconds))).toMatchObject({
      ok: true,
      permission: 'granted',
      clockSkewSeconds: -seconds,
    });
  });

  it.each([
    [241, 'behind'],
    [-241, 'ahead'],
  ])('is a problem from %s s on, although the service still answers', async (seconds, way) => {
    expect(await examineAt(ahead(seconds))).toEqual({
      target: 'alicloud/cn-hangzhou',
      ok: false,
      credentials: expect.any(String),
      permission: 'granted',
      clockSkewSeconds: -seconds,
      latencyMs: expect.any(Number),
      problem: expect.objectContaining({
        code: 'unauthenticated',
        reason: `this machine's clock is 241 s ${way}, and signatures carry the time`,
        facts: expect.objectContaining({
          cloud: 'alicloud',
          region: 'cn-hangzhou',
          hint: 'Set the clock, or let NTP keep it.',
        }),
      }),
    });
  });
});

describe('the check', () => {
  it('refuses a target that is none', async () => {
    await expect(engineOver(createWorld()).examine('hangzhou')).rejects.toMatchObject({
      code: 'invalid-query',
    });
  });

  it('reports an endpoint of the environment that is not allowed', async () => {
    const world = createWorld();
    const environment = {
      ...surroundingsOver(world).environment,
      CLOUDIMAGES_ENDPOINT_ALICLOUD: 'http://example.com',
    };
    const examination = await engineOver(world, {}, { environment }).examine('alicloud/x');
    expect(examination).toMatchObject({ ok: false, problem: { code: 'invalid-configuration' } });
  });

  it('tells of an API that does not answer, within the time it may take', async () => {
    const world = createWorld();
    const engine = engineOver(
      world,
      { timeoutSeconds: 1 },
      { http: { ...httpOver(world), send: () => new Promise(() => undefined) } },
    );
    expect(await engine.examine('alicloud/cn-hangzhou')).toMatchObject({
      ok: false,
      credentials: expect.any(String),
      problem: {
        code: 'timeout',
        reason: expect.stringContaining('checking alicloud/cn-hangzhou'),
      },
    });
  });

  it('is cancelled', async () => {
    const engine = engineOver(createWorld());
    const signal = AbortSignal.abort();
    await expect(engine.examine('alicloud/cn-hangzhou', { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
