/** The words and limits of Azure Compute. */
import type { Vocabulary } from '../../simulated-cloud';
import { managedId } from './place';

export const AZURERM = {
  regions: ['westeurope', 'eastus', 'southeastasia', 'northeurope', 'qatarcentral'],
  mainRegion: 'westeurope',
  laggingRegion: 'northeurope',
  emptyRegion: 'qatarcentral',
  operation: 'Images.List',
  pageSize: { usual: 1000, largest: 1000, isFixed: true },
  singleList: {
    owner: 'self',
    of: (image) => ({ ...image, owner: 'self', id: managedId(image.id) }),
  },
  paging: 'cursor',
  ids: {
    operation: 'Images.Get',
    parameter: 'id',
    most: 1,
    samples: [
      'Canonical:ubuntu-24_04-lts:server:24.04.202503050',
      'Debian:debian-12:12-gen2:0.20250316.2053',
    ],
    unknown: 'Canonical:ubuntu-24_04-lts:server:24.04.209912310',
  },
  owners: ['public', 'self', 'shared', 'marketplace', 'community'],
  accounts: ['Stranger1', 'Look_alike'],
  states: {
    usable: 'Succeeded',
    pending: ['Creating', 'Updating', 'Migrating'],
    failed: ['Failed', 'Deleting', 'Canceled'],
    others: ['Dreaming'],
  },
  architectures: ['x64', 'Arm64'],
  instanceTypes: ['Standard_D4ps_v5', 'Standard_D4s_v5'],
  fields: { id: 'id', name: 'name', status: 'provisioningState' },
  codes: {
    wrongSecret: 'invalid_client',
    unknownKey: 'unauthorized_client',
    wrongToken: 'InvalidAuthenticationToken',
    forbidden: 'AuthorizationFailed',
    throttled: 'SubscriptionRequestsThrottled',
    internal: 'InternalServerError',
    unknownParameter: 'InvalidParameter',
    unknownId: 'NotFound',
  },
  refusalsHaveRequestId: false,
  regionsOperation: 'Subscriptions.ListLocations',
} as const satisfies Vocabulary;
