/** Machine images for Pulumi programs: look-up in process, and pinning in the state. */
export { getImage, getImageOutput } from './get-image';
export type { GetImageOptions, GetImageOutputOptions, GetImageResult } from './get-image';
export { getImages, getImagesOutput } from './get-images';
export type { GetImagesResult } from './get-images';
export type { GetImagesOptions, GetImagesOutputOptions } from './look-up';
export type { DependsOn } from './depends-on';
export { PinnedImage } from './pinned-image';
export type { PinnedImageArgs } from './pinned-image';
export { fixedImages } from './resolver';
export type { Resolver, ResolveOptions } from './resolver';
export { setResolver } from './session';
export type {
  ConfigurationInput,
  GetImageArgs,
  GetImageOutputArgs,
  GetImagesArgs,
  GetImagesOutputArgs,
  ImageAnswer,
  ImagesAnswer,
  Inputs,
  PinnedImageDetails,
  PlainArrays,
} from './types';
export type {
  AlicloudConfiguration,
  Configuration,
  Explanation,
  ExplanationStep,
  Image,
  ImageAlternative,
  ImageDisk,
  ImageWarning,
  QcloudConfiguration,
  TargetExplanation,
  TencentcloudConfiguration,
  ZenlayercloudConfiguration,
} from 'cloudimages';
