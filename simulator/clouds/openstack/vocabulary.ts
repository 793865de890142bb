/** The words and limits of OpenStack: Keystone v3 and Glance v2. */
import type { Vocabulary } from '../../simulated-cloud';

/** The project of the simulator's own account, the operator's, and those of two strangers. */
export const PROJECTS = {
  own: 'cda99615050d4ebb81cfdb7ab4c2b6d9',
  operator: '557092ba48e74472b9ca8caab8d86f3c',
  strangers: ['d85e344900774f5aad27e4e8e91205d6', '0b1c2d3e4f5061728394a5b6c7d8e9f0'],
} as const;

export const OPENSTACK = {
  regions: ['RegionOne', 'RegionTwo'],
  mainRegion: 'RegionOne',
  laggingRegion: 'RegionTwo',
  operation: 'GET /v2/images',
  pageSize: { usual: 25, largest: 1000, isCapped: true },
  paging: 'cursor',
  ids: {
    parameter: 'id',
    most: 50,
    samples: ['0f4d1c52-9a3e-4b6f-8c21-000000000001', '0f4d1c52-9a3e-4b6f-8c21-000000000004'],
    unknown: '99999999-9999-4999-8999-999999999999',
  },
  owners: ['public', 'self', 'shared', 'community'],
  accounts: PROJECTS.strangers,
  states: {
    usable: 'active',
    pending: ['queued', 'saving', 'uploading', 'importing'],
    failed: ['deactivated', 'killed'],
    others: ['dreaming'],
  },
  architectures: ['x86_64', 'aarch64', 'i686'],
  instanceTypes: ['m1.small'],
  fields: {
    id: 'id',
    name: 'name',
    status: 'status',
    architecture: 'architecture',
    createdAt: 'created_at',
  },
  codes: {
    wrongSecret: 'Keystone: Unauthorized',
    unknownKey: 'Keystone: Unauthorized',
    wrongToken: '401 Unauthorized',
    forbidden: '403 Forbidden',
    throttled: '429 Too Many Requests',
    internal: '500 Internal Server Error',
    unknownParameter: '400 Bad Request',
    unknownId: '404 Not Found',
  },
  refusalsHaveRequestId: false,
} as const satisfies Vocabulary;
