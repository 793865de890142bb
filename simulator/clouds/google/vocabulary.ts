/** The words and limits of Compute Engine's images. */
import type { Vocabulary } from '../../simulated-cloud';
import { OWN_PROJECT, PARTNER, selfLink, STRANGER } from './projects';

export const GOOGLE = {
  regions: ['global'],
  mainRegion: 'global',
  operation: 'GET projects/{project}/global/images',
  pageSize: { usual: 500, largest: 500 },
  paging: 'cursor',
  ids: {
    parameter: 'image',
    most: 1,
    samples: [
      selfLink('ubuntu-os-cloud', 'ubuntu-2404-noble-amd64-v20250313'),
      selfLink('debian-cloud', 'debian-12-bookworm-v20250311'),
    ],
    unknown: selfLink('debian-cloud', 'debian-12-bookworm-v20990101'),
  },
  owners: ['public', 'self', 'shared'],
  accounts: [PARTNER, STRANGER],
  accountId: OWN_PROJECT,
  oneList: 'debian',
  states: {
    usable: 'READY',
    pending: ['PENDING'],
    failed: ['FAILED', 'DELETING'],
    others: ['DREAMING'],
  },
  architectures: ['X86_64', 'ARM64', 'ARCHITECTURE_UNSPECIFIED'],
  instanceTypes: ['c4a-standard-4', 'n2-standard-2', 'e2-micro'],
  fields: {
    id: 'selfLink',
    name: 'name',
    status: 'status',
    architecture: 'architecture',
    createdAt: 'creationTimestamp',
  },
  codes: {
    wrongSecret: 'authError',
    unknownKey: 'authError',
    wrongToken: 'authError',
    forbidden: 'forbidden',
    throttled: 'rateLimitExceeded',
    internal: 'backendError',
    unknownParameter: 'invalid',
    unknownId: 'notFound',
  },
  refusalsHaveRequestId: false,
} as const satisfies Vocabulary;
