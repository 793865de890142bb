/**
 * `cloudimages/pulumi`: what the Node.js SDK `@cloudimages/pulumi` shares with the plugin. Loads no
 * engine and no Pulumi package. Not for programs: they import `@cloudimages/pulumi`.
 */
export { shareEngines, type EngineFor } from './engines';
export { failureText } from './failures';
export {
  checkPinnedImage,
  createdPin,
  diffPinnedImage,
  readPin,
  updatedPin,
  type PinSurroundings,
} from './pinned-image';
export { warningsOf } from './pin-properties';
export type { Properties } from './properties';
export { overlayConfiguration } from '../look-up/overlay-configuration';
export { PACKAGE_NAME, readConfiguration } from './read-configuration';
