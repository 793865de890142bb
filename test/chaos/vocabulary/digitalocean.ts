/** DigitalOcean: x86_64 only, no Windows, ids that are numbers, the version as the name. */
import type { Draft, Drawn } from '../truth';
import { accountName, oddWordsOf, sharedTruth, type Vocabulary } from './vocabulary';

const STATE = {
  available: 'available',
  pending: 'pending',
  failed: 'deleted',
  'unknown word': 'DREAMING',
} as const;

/** What the simulated API prints where an image has no time. */
const USUAL_TIME = '2024-04-25T13:15:31Z';

export const digitalocean: Vocabulary = {
  cloud: 'digitalocean',
  regions: ['nyc3', 'ams3'],
  osTypes: ['linux', 'bsd'],
  owners: ['public', 'self', 'marketplace'],
  answers: { family: true, tags: true, cloudInit: false },
  render,
  rowsAt: ['images'],
  totalAt: ['meta', 'total'],
  secret: 'simulator-token-digitalocean',
  idField: 'id',
  refuse: (id, message, status) => ({
    status,
    body: JSON.stringify({ id, message, request_id: 'chaos' }),
  }),
  codes: {
    throttled: [['too_many_requests', 429]],
    unavailable: [
      ['server_error', 500],
      ['service_unavailable', 503],
    ],
    unauthenticated: [['unauthorized', 401]],
    forbidden: [['forbidden', 403]],
    'bad-request': [
      ['unprocessable_entity', 422],
      ['bad_request', 400],
    ],
    absent: [['not_found', 404]],
  },
};

function render(draft: Draft): Drawn {
  const { system, version, owner, variant, tags, createdAt, family } = draft;
  const isOwn = owner === 'self';
  const isApp = owner === 'marketplace';
  const id = String(600_000_000 + draft.serial);
  const is32Bit = owner === 'public' && draft.architecture === 'i386';
  // The name of an application says its system; that of a system says the version alone.
  const parts = [
    ...(isApp ? [system.title] : []),
    version,
    is32Bit ? 'x32' : 'x64',
    ...(variant === undefined ? [] : [variant.word]),
  ];
  const name = isOwn ? accountName(draft) : parts.join(' ');
  const words = tags && Object.fromEntries(Object.keys(tags).map((tag) => [tag, '']));
  const slug = isApp ? 'app-20-04' : `${system.code}-${draft.serial}-x64`;
  return {
    image: {
      cloud: 'digitalocean',
      regions: draft.regions,
      id,
      name,
      owner,
      osType: system.osType,
      osName: slug,
      platform: system.title,
      architecture: 'x86_64',
      sizeGiB: 20,
      state: STATE[draft.status],
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(words === undefined ? {} : { tags: words }),
      ...(family === undefined ? { native: { slug: null } } : { family }),
    },
    truth: {
      id,
      name,
      ...sharedTruth(draft),
      ...(isApp ? { variant: 'application' } : {}),
      // The API has no version, and accounts give names of their own.
      ...(isOwn ? { osVersion: undefined } : {}),
      architecture: is32Bit ? 'i386' : 'x86_64',
      owner,
      status: draft.status === 'unknown word' ? undefined : draft.status,
      createdAt: createdAt ?? USUAL_TIME,
      buildDate: isOwn ? draft.buildDate : undefined,
      family,
      tags: words,
      // Only accounts put words of their own into names.
      oddWords: oddWordsOf(isOwn ? draft : { ...draft, words: [] }),
    },
  };
}
