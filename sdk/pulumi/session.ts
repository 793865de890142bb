/**
 * What lasts as long as the program: its engines, so that all calls share their listings; the
 * stand-in of its tests; and the warnings that were shown.
 */
import * as pulumi from '@pulumi/pulumi';
import { shareEngines } from 'cloudimages/pulumi';
import type { Resolver } from './resolver';

const session: { resolver: Resolver | undefined; readonly said: Set<string> } = {
  resolver: undefined,
  said: new Set(),
};

const engineFor = shareEngines(async (configuration) => {
  const { createEngine } = await import('cloudimages');
  return createEngine(configuration);
});

/**
 * Uses a stand-in for every call of this program, in place of the clouds. For unit tests, where
 * `pulumi.runtime.setMocks` does not see functions that run in the program itself.
 *
 * @param resolver - undefined: look up in the clouds again
 */
export function setResolver(resolver: Resolver | undefined): void {
  session.resolver = resolver;
}

/** The resolver to use: the call's own, the program's, else an engine of this configuration. */
export async function resolverFor(
  own: Resolver | undefined,
  configuration: () => unknown,
): Promise<Resolver> {
  return own ?? session.resolver ?? (await engineFor(configuration()));
}

/** Shows a warning of a look-up; the same one only once, however many look-ups have it. */
export function warnOnce(message: string): void {
  if (session.said.has(message)) return;
  session.said.add(message);
  warn(message);
}

/** Shows a warning beside the program's other messages, or beside a resource. */
export function warn(message: string, resource?: pulumi.Resource): void {
  // A message that cannot be delivered, since the engine is gone, must not fail the program.
  pulumi.log.warn(message, resource).catch(() => undefined);
}
