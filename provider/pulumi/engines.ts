/** One engine per configuration, so that all calls with it share their listings. */
import type { Engine } from '../look-up/engine';
import type { PinEngine } from '../pin/pin-engine';

/** Gives the engine of a configuration; asked twice with the same one, the same engine. */
export type EngineFor = (configuration: unknown) => Promise<Engine & PinEngine>;

/**
 * @param create - makes an engine; may load it first. Its failure is not remembered.
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
