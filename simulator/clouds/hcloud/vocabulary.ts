/** The words and limits of Hetzner Cloud. */
import type { Vocabulary } from '../../simulated-cloud';

export const HCLOUD = {
  regions: ['global'],
  mainRegion: 'global',
  operation: 'GET /v1/images',
  pageSize: { usual: 25, largest: 50 },
  paging: 'numbers',
  ids: { parameter: 'id', most: 1, samples: ['161547269', '161547270'], unknown: '999999999' },
  osTypes: ['linux'],
  owners: ['public', 'self'],
  states: {
    usable: 'available',
    pending: ['creating'],
    failed: ['unavailable'],
    others: ['dreaming'],
  },
  architectures: ['x86', 'arm'],
  instanceTypes: ['cax11', 'cx22', 'cpx31'],
  fields: {
    id: 'id',
    name: 'name',
    status: 'status',
    architecture: 'architecture',
    createdAt: 'created',
  },
  codes: {
    wrongSecret: 'unauthorized',
    unknownKey: 'unauthorized',
    wrongToken: 'unauthorized',
    forbidden: 'forbidden',
    throttled: 'rate_limit_exceeded',
    internal: 'server_error',
    unknownParameter: 'invalid_input',
    unknownId: 'not_found',
  },
  refusalsHaveRequestId: false,
} as const satisfies Vocabulary;
