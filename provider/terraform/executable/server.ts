/** The heavy part of the executable: gRPC, the provider, and the engine inside it. */
import { serve, type ServeOptions } from '../serve';
import type { PluginServer } from '../wire/plugin-server';
import { engineParts } from './engine-parts';

/** @param onEngine - called when an engine was made: from then on, look-ups follow */
export function serveWithEngine({
  onEngine,
  ...options
}: Omit<ServeOptions, 'parts'> & { readonly onEngine: () => void }): PluginServer {
  const parts = engineParts(options.log);
  return serve({
    ...options,
    parts: {
      ...parts,
      createEngine: (configuration) => {
        onEngine();
        return parts.createEngine(configuration);
      },
    },
  });
}
