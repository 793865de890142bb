/** The engines that run the provider, and stacks for them against a simulator. */
import path from 'node:path';
import type { Simulator } from '@cloudimages/simulator';
import { offlineTerraformEnv, type Engine } from '../../engines/find';
import { BUILT_PROVIDER } from './built-provider';
import { createStack, temporaryFolder, withProvider, type Run, type Stack } from './stack';

/** Room for engines on a busy machine. */
export const ENGINE_TIMEOUT_MS = 120_000;

/** Each test of the provider runs on both. */
export const ENGINES = ['terraform', 'tofu'] as const;

/** A stack whose provider is the build itself, without `init`. */
export function overriddenStack(
  engine: Engine,
  simulator: Pick<Simulator, 'environment'>,
  configuration: string,
): Stack {
  const directory = temporaryFolder();
  const overrides = { 'cloudimages/cloudimages': BUILT_PROVIDER };
  return createStack({
    engine,
    directory,
    environment: {
      ...offlineTerraformEnv(directory, { overrides }),
      ...simulator.environment,
      XDG_CACHE_HOME: path.join(directory, 'cache'),
    },
    configuration: withProvider(configuration),
  });
}

/** What a user reads, without what differs between machines and runs. */
export function readable({ text }: Run): string {
  return text
    .replace(
      /^\n?╷?[^\n]*Warning: Provider development overrides[\s\S]*?published\s+releases\.\n/m,
      '',
    )
    .replace(/\n*─+\n\nNote: You didn't use the -out option[\s\S]*$/, '\n')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, 'UUID')
    .replace(/^\S+: (Reading|Read complete|Refreshing state|Still reading)\b.*\n+/gm, '')
    .trim();
}
