/** One request to any of the simulated APIs. */
import type { CloudId } from './catalog-image';
import { handleAlicloud } from './clouds/alicloud/api';
import { handleQcloud } from './clouds/qcloud/api';
import { handleTencentcloud } from './clouds/tencentcloud/api';
import { handleZenlayercloud } from './clouds/zenlayercloud/api';
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
