/** Hetzner Cloud: Linux only, always with a time, ids that are numbers, apps beside systems. */
import type { Draft, Drawn } from '../truth';
import { accountName, oddWordsOf, sharedTruth, type Vocabulary } from './vocabulary';

const STATE = {
  available: 'available',
  pending: 'creating',
  failed: 'unavailable',
  'unknown word': 'DREAMING',
} as const;

/** What the simulated API prints where an image has no time. */
const USUAL_TIME = '2024-04-25T13:15:31Z';

export const hcloud: Vocabulary = {
  cloud: 'hcloud',
  regions: ['global'],
  osTypes: ['linux'],
  owners: ['public', 'self'],
  answers: { family: false, tags: true, cloudInit: false },
  render,
  rowsAt: ['images'],
  totalAt: ['meta', 'pagination', 'total_entries'],
  secret: 'simulator-token-hcloud',
  idField: 'id',
  refuse: (code, message, status) => ({
    status,
    body: JSON.stringify({ error: { code, message, details: null } }),
  }),
  codes: {
    throttled: [['rate_limit_exceeded', 429]],
    unavailable: [
      ['server_error', 500],
      ['service_error', 500],
      ['unavailable', 503],
      ['bad_gateway', 502],
      ['timeout', 504],
      ['conflict', 409],
    ],
    unauthenticated: [['unauthorized', 401]],
    forbidden: [
      ['forbidden', 403],
      ['token_readonly', 403],
    ],
    'bad-request': [
      ['invalid_input', 422],
      ['json_error', 400],
      ['deprecated_api_endpoint', 410],
    ],
    absent: [['not_found', 404]],
  },
};

function render(draft: Draft): Drawn {
  const { system, version, owner, variant, tags, deprecated, createdAt } = draft;
  const isPublic = owner === 'public';
  const isApp = isPublic && variant !== undefined;
  const id = String(600_000_000 + draft.serial);
  const flavor = system.distro;
  const name = isPublic
    ? [flavor, version, ...(variant === undefined ? [] : [variant.word.toLowerCase()])].join('-')
    : accountName(draft);
  const isArm = draft.architecture === 'arm64';
  return {
    image: {
      cloud: 'hcloud',
      regions: draft.regions,
      id,
      name,
      owner,
      osType: 'linux',
      osName: `${system.title} ${version}`,
      platform: flavor,
      architecture: isArm ? 'arm' : 'x86',
      sizeGiB: 20,
      state: STATE[draft.status],
      deprecated,
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(tags === undefined ? {} : { tags }),
      ...(isApp ? { native: { type: 'app' } } : {}),
    },
    truth: {
      id,
      name,
      ...sharedTruth(draft),
      ...(isApp ? { variant: 'application' } : {}),
      architecture: isArm ? 'arm64' : 'x86_64',
      owner,
      status: draft.status === 'unknown word' ? undefined : draft.status,
      deprecated,
      createdAt: createdAt ?? USUAL_TIME,
      buildDate: isPublic ? undefined : draft.buildDate,
      tags,
      oddWords: oddWordsOf(draft),
    },
  };
}
