/** The parts of paths, and the parameters, of the image operations of Azure Compute. */
import type { NativeParameter } from '../definition/native-parameters';

export const NATIVE: Readonly<Record<string, NativeParameter>> = {
  publisherName: { kind: 'text' },
  offer: { kind: 'text', needs: 'publisherName' },
  skus: { kind: 'text', needs: 'offer' },
  publicGalleryName: { kind: 'text' },
  resourceGroupName: { kind: 'text', onlyForOwners: ['self'] },
  galleryName: { kind: 'text', onlyForOwners: ['self'] },
  galleryImageName: { kind: 'text', needs: 'galleryName', onlyForOwners: ['self'] },
  version: { instead: 'the query’s imageIds' },
  galleryUniqueName: { instead: 'the query’s owners: shared' },
  galleryImageVersionName: { instead: 'the query’s imageIds' },
  imageName: { instead: 'the query’s name or imageIds' },
  location: { instead: 'the query’s targets' },
  subscriptionId: { instead: 'the configuration’s subscriptionId' },
  sharedTo: { unneeded: 'galleries shared with the subscription and with the tenant are listed' },
  $expand: { unneeded: 'it is set for you' },
  $top: { unneeded: 'every version is read' },
  $orderby: { unneeded: 'versions are sorted by the query’s order' },
  'api-version': { unneeded: 'it is set for you' },
};
