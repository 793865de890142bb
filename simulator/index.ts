/** The public surface of @cloudimages/simulator. */
export { SECRET_MARKS, type Account } from './account';
export { accountEnvironment, defaultAccounts } from './accounts';
export { defaultCatalog } from './catalog';
export { type CatalogImage, type ImageOwner } from './catalog-image';
export { CLOUDS, type CloudId } from './clouds/ids';
export { type ControlAction } from './control';
export { createWorld, type WorldOptions } from './create-world';
export { type Fault, type FaultEffect, type FaultScope } from './faults';
export { generateImages, withOwnersId, type GenerateOptions } from './generate-images';
export { handle } from './handle';
export { startSimulator, type Simulator, type SimulatorOptions } from './server';
export { type Vocabulary } from './simulated-cloud';
export { MAIN_REGION, VOCABULARY } from './vocabulary';
export { type Disturbance, type Json, type SimulatorRequest, type SimulatorResponse } from './wire';
export { type ImageChange, type RequestRecord, type World } from './world';
