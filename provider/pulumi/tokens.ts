/** The tokens by which programs in every language name our functions and our resource. */
export const TOKENS = {
  getImages: 'cloudimages:index:getImages',
  getImage: 'cloudimages:index:getImage',
  pinnedImage: 'cloudimages:index:PinnedImage',
} as const;
