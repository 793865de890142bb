/** Machine images for CDKTN stacks: look-up at plan time, pinning in the state, and locked ids in synthesis. */
export { getImage } from './get-image';
export type {
  GetImageAtSynthConfig,
  GetImageAtSynthResult,
  GetImageConfig,
  GetImageResult,
} from './get-image';
export { getImages } from './get-images';
export type { GetImagesConfig, GetImagesResult } from './get-images';
export { lockedImage } from './locked-image';
export type { LockedImageOptions } from './locked-image';
export { PinnedImage } from './pinned-image';
export type { PinnedImageConfig } from './bindings/pinned-image';
export { DataCloudimagesImage } from './bindings/data-cloudimages-image';
export { DataCloudimagesImages } from './bindings/data-cloudimages-images';
export { CloudimagesProvider } from './provider';
export type {
  CloudimagesProviderAlicloud,
  CloudimagesProviderConfig,
  CloudimagesProviderQcloud,
  CloudimagesProviderTencentcloud,
  CloudimagesProviderZenlayercloud,
} from './bindings/provider';
