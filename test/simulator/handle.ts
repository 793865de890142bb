/** One request to any of the simulated APIs. */
import type { CloudId } from './catalogue-image';
import { handleAlicloud } from './clouds/alicloud';
import { handleQcloud } from './clouds/qcloud';
import { handleTencentcloud } from './clouds/tencentcloud';
import { handleZenlayercloud } from './clouds/zenlayercloud';
import type { SimulatorRequest, SimulatorResponse } from './wire';
import type { World } from './world';

const HANDLERS: Readonly<
  Record<CloudId, (world: World, request: SimulatorRequest) => SimulatorResponse>
> = {
  alicloud: handleAlicloud,
  tencentcloud: handleTencentcloud,
  qcloud: handleQcloud,
  zenlayercloud: handleZenlayercloud,
};

/** Answers as that cloud's API would; in process, so without the disturbances of a transport. */
export function handle(world: World, cloud: CloudId, request: SimulatorRequest): SimulatorResponse {
  return HANDLERS[cloud](world, request);
}
