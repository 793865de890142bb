/** The words and limits of DigitalOcean. */
import type { Vocabulary } from '../../simulated-cloud';

export const DIGITALOCEAN = {
  regions: ['nyc3', 'ams3', 'fra1', 'sfo3', 'nyc2', 'ams1'],
  mainRegion: 'nyc3',
  laggingRegion: 'nyc2',
  emptyRegion: 'ams1',
  operation: 'GET /v2/images',
  pageSize: { usual: 20, largest: 200 },
  paging: 'numbers',
  ids: { parameter: 'id', most: 1, samples: ['247516813', '247516890'], unknown: '999999999' },
  osTypes: ['linux', 'bsd'],
  owners: ['public', 'self', 'marketplace'],
  states: {
    usable: 'available',
    pending: ['NEW', 'pending'],
    failed: ['retired', 'deleted'],
    others: ['dreaming'],
  },
  architectures: ['x86_64'],
  onlyArchitecture: 'x86_64',
  instanceTypes: ['s-1vcpu-1gb', 'c-2', 'gpu-h100x1-80gb'],
  fields: { id: 'id', name: 'name', status: 'status', createdAt: 'created_at' },
  codes: {
    wrongSecret: 'unauthorized',
    unknownKey: 'unauthorized',
    wrongToken: 'unauthorized',
    forbidden: 'forbidden',
    throttled: 'too_many_requests',
    internal: 'server_error',
    unknownParameter: 'unprocessable_entity',
    unknownId: 'not_found',
  },
  refusalsHaveRequestId: true,
  regionsOperation: 'GET /v2/regions',
} as const satisfies Vocabulary;
