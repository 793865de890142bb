/** One engine per configuration, so that all calls with it share their listings. */
import type { Engine } from '../look-up/engine';
import type { PinEngine } from '../pin/pin-engine';

/** Returns the engine of a configuration: the same engine for the same configuration. */
export type EngineFor = (configuration: unknown) => Promise<Engine & PinEngine>;

/**
 * @param create - makes an engine; may load it first. A failure is not cached.
 */
export function shareEngines(create: EngineFor): EngineFor {
  const engines = new Map<string, ReturnType<EngineFor>>();
  return (configuration) => {
    const key = JSON.stringify(configuration) ?? '';
    const known = engines.get(key);
    if (known !== undefined) return known;
    const made = create(configuration);
    engines.set(key, made);
    made.catch(() => engines.delete(key));
    return made;
  };
}
