/** The id by which an image that is in use is imported as a pin. Pure. */

/** An image by its native id. */
export interface ImportedImage {
  /** `cloud/region`. */
  readonly target: string;
  readonly imageId: string;
  /** The query that means this image and no other. */
  readonly query: { readonly targets: readonly [string]; readonly imageIds: readonly [string] };
}

/**
 * Reads `cloud/region/image-id`. The image id may contain slashes.
 *
 * @returns undefined for a string of another form
 */
export function parseImportId(id: string): ImportedImage | undefined {
  const [, target, imageId] = /^([^/]+\/[^/]+)\/(.+)$/s.exec(id) ?? [];
  if (target === undefined || imageId === undefined) return undefined;
  return { target, imageId, query: { targets: [target], imageIds: [imageId] } };
}
