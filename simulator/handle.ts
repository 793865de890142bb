/** One request to any of the simulated APIs. */
import type { CloudId } from './clouds/ids';
import { SIMULATED_CLOUDS } from './clouds/index';
import type { SimulatorRequest, SimulatorResponse } from './wire';
import type { World } from './world';

/** Answers as that cloud's API would; in process, so without the disturbances of a transport. */
export function handle(world: World, cloud: CloudId, request: SimulatorRequest): SimulatorResponse {
  return SIMULATED_CLOUDS[cloud].handle(world, request);
}
