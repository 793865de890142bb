/** The whole engine over simulated clouds in this process: no network, no waiting. */
import { accountEnvironment, CLOUDS, defaultAccounts, type World } from '@cloudimages/simulator';
import { createEngine, type ComposedEngine, type Surroundings } from '../../provider/compose';
import type { Configuration } from '../../provider/schema/configuration.generated';
import type { HttpClient } from '../../provider/transport/http-client';
import { hastyClock, httpInProcess } from '../contract/harness';

/** The day on which look-ups of these tests happen. */
export const TODAY = '2025-06-08T00:00:00Z';

/** A client that knows each cloud by a host of its own, such as `alicloud.test`. */
export function httpOver(world: World): HttpClient {
  const clients = new Map(CLOUDS.map((cloud) => [`${cloud}.test`, httpInProcess(world, cloud)]));
  return {
    send: async (request, options) => {
      const { host } = new URL(request.url);
      const client = clients.get(host);
      if (client === undefined) throw new Error(`no cloud is at ${host}`);
      return client.send(request, options);
    },
    warmUp: () => undefined,
    close: async () => undefined,
  };
}

/** What makes a world of simulated clouds the world of an engine. */
export function surroundingsOver(world: World): Partial<Surroundings> {
  const endpoints = CLOUDS.map((cloud) => [
    `CLOUDIMAGES_ENDPOINT_${cloud.toUpperCase()}`,
    `https://${cloud}.test`,
  ]);
  return {
    environment: { ...accountEnvironment(defaultAccounts()), ...Object.fromEntries(endpoints) },
    readFile: async (path) => {
      throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
    },
    http: httpOver(world),
    now: () => new Date(world.now()),
    clock: hastyClock(),
  };
}

/** An engine over a world. */
export function engineOver(
  world: World,
  configuration: Configuration = {},
  surroundings: Partial<Surroundings> = {},
): ComposedEngine {
  return createEngine(configuration, { ...surroundingsOver(world), ...surroundings });
}
