/** The types of programs, made from those of `cloudimages` by three mappings. */
import type * as pulumi from '@pulumi/pulumi';
import type {
  Configuration,
  Image,
  ImageAnswer as CheckedImageAnswer,
  ImageQuery,
  ImagesAnswer as CheckedImagesAnswer,
} from 'cloudimages';

/** The same, where every value, at any depth, may also be an `Input`. */
export type Inputs<T> = {
  readonly [Key in keyof T]:
    pulumi.Input<InputValue<NonNullable<T[Key]>>> | Extract<T[Key], undefined>;
};

type InputValue<T> = T extends readonly (infer Member)[]
  ? readonly pulumi.Input<InputValue<Member>>[]
  : T extends object
    ? Inputs<T>
    : T;

/** The same with plain arrays, as the list inputs of Pulumi's SDKs require them. */
export type PlainArrays<T> = T extends readonly (infer Member)[]
  ? PlainArrays<Member>[]
  : T extends object
    ? { readonly [Key in keyof T]: PlainArrays<T[Key]> }
    : T;

/** Which machine images are meant. All fields are optional. */
export interface GetImagesArgs extends ImageQuery {}

/** Which machine images are meant; any value may be an output. All fields are optional. */
export interface GetImagesOutputArgs extends Inputs<ImageQuery> {}

/** Which one machine image is meant. All fields are optional. */
export interface GetImageArgs extends ImageQuery {}

/** Which one machine image is meant; any value may be an output. All fields are optional. */
export interface GetImageOutputArgs extends Inputs<ImageQuery> {}

/** The configuration; any value may be an output. */
export interface ConfigurationInput extends Inputs<Configuration> {}

/** What a query for any number of images means. */
export interface ImagesAnswer extends PlainArrays<CheckedImagesAnswer> {}

/** What a query for one image means. */
export interface ImageAnswer extends PlainArrays<CheckedImageAnswer> {}

/** A pinned machine image as it was when it was chosen: without the API's own object. */
export interface PinnedImageDetails extends PlainArrays<Omit<Image, 'raw'>> {}
