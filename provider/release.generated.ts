// Made from provider/package.json by `npm run generate`. Do not edit.
/** The release of cloudimages. */
export const RELEASE = '0.1.0';
