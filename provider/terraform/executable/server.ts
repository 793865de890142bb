/** The heavy part of the executable: gRPC, the provider, and the engine inside it. */
import { serve, type ServeOptions } from '../serve';
import type { PluginServer } from '../wire/plugin-server';
import { engineParts } from './engine-parts';

export function serveWithEngine(options: Omit<ServeOptions, 'parts'>): PluginServer {
  return serve({ ...options, parts: engineParts(options.log) });
}

export { cacheFile } from './cache-file';
