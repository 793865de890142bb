/** The public surface of `cloudimages`. */
export { createEngine, type ComposedEngine, type Surroundings } from './compose';
export type { Examination } from './look-up/examine-target';
export type { CallOptions, Engine } from './look-up/engine';
export { describeError, renderError } from './errors/describe-error';
export {
  ERROR_CODES,
  ImageError,
  isImageError,
  type ErrorCode,
  type ErrorFacts,
  type Issue,
} from './errors/image-error';
export type * from './image/answer.generated';
export { checkQuery } from './image/query';
export type { ImageAlternative, ImageQuery } from './schema/open-words';
export { parseTarget, printTarget, type Target } from './image/target';
export { compareVersions } from './os-name/version';
export * from './image/words';
export { inspectPin, type PinToInspect } from './pin/inspect-pin';
export {
  decidePin,
  reportOnPin,
  resolutionKey,
  type HeldPin,
  type PinFindings,
  type PinReport,
} from './pin/pin';
export type {
  AlicloudConfiguration,
  Configuration,
  QcloudConfiguration,
  TencentcloudConfiguration,
  ZenlayercloudConfiguration,
} from './schema/configuration.generated';
export type { LogEvent, Logger } from './transport/log';
