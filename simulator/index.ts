/** The public surface of @cloudimages/simulator. */
export { accountEnvironment, defaultAccounts, SECRET_MARKS, type Account } from './accounts';
export { defaultCatalog } from './catalog';
export {
  CLOUDS,
  USABLE_STATE,
  type CatalogImage,
  type CloudId,
  type ImageOwner,
} from './catalog-image';
export { handleAlicloud } from './clouds/alicloud/api';
export { handleQcloud } from './clouds/qcloud/api';
export { handleTencentcloud } from './clouds/tencentcloud/api';
export { handleZenlayercloud } from './clouds/zenlayercloud/api';
export { type ControlAction } from './control';
export { type Fault, type FaultEffect, type FaultScope } from './faults';
export { generateImages, type GenerateOptions } from './generate-images';
export { handle } from './handle';
export { MAIN_REGION } from './regions';
export { startSimulator, type Simulator, type SimulatorOptions } from './server';
export { type Disturbance, type Json, type SimulatorRequest, type SimulatorResponse } from './wire';
export {
  createWorld,
  type ImageChange,
  type RequestRecord,
  type World,
  type WorldOptions,
} from './world';
