/** How an image is named in texts. */

/** `m-1 (golden-1)`, or the id alone where there is no name, or where the name is the id. */
export function printImage({ id, name = '' }: { id: string; name?: string | undefined }): string {
  return name === '' || name === id ? id : `${id} (${name})`;
}

/** `1 image`, `2 images`. */
export function countImages(count: number): string {
  return count === 1 ? '1 image' : `${count} images`;
}
