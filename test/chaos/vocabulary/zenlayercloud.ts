/** Zenlayer ZEC: no time and no architecture; the build date is in the id. */
import type { Draft, Drawn } from '../truth';
import {
  accountName,
  compactDate,
  letters,
  oddWordsOf,
  sharedTruth,
  type Vocabulary,
} from './vocabulary';

const STATE = {
  available: 'AVAILABLE',
  pending: 'CREATING',
  failed: 'FAILED',
  'unknown word': 'DREAMING',
} as const;

export const zenlayercloud: Vocabulary = {
  cloud: 'zenlayercloud',
  regions: ['asia-east-1a', 'HKG-A'],
  owners: ['public', 'self', 'marketplace'],
  answers: { family: false, tags: true, cloudInit: false },
  render,
  rowsAt: ['response', 'dataSet'],
  totalAt: ['response', 'totalCount'],
  secret: 'simulator-secret-zenlayercloud',
  idField: 'imageId',
  refuse: (code, message, status) => ({
    status,
    body: JSON.stringify({ requestId: 'chaos', code, message }),
  }),
  codes: {
    throttled: [['REQUEST_LIMIT_EXCEEDED', 429]],
    unavailable: [
      ['INTERNAL_SERVER_ERROR', 500],
      ['SERVICE_TEMPORARY_UNAVAILABLE', 503],
      ['REQUEST_TIMED_OUT', 504],
    ],
    unauthenticated: [['AUTHFAILURE_SIGNATURE_FAILURE', 401]],
    forbidden: [
      ['AUTHFAILURE_UNAUTHORIZED_OPERATION', 403],
      ['OPERATION_DENIED_BY_POLICY', 400],
    ],
    'bad-request': [
      ['INVALID_PARAMETER', 400],
      ['INVALID_ZONE_NOT_FOUND', 404],
      ['MISSING_PARAMETER', 400],
    ],
    absent: [['INVALID_IMAGE_NOT_FOUND', 404]],
  },
};

function render(draft: Draft): Drawn {
  const { system, version, variant, owner, tags, buildDate } = draft;
  const isOwn = owner === 'self';
  const id = isOwn
    ? `img-${letters(draft.serial)}`
    : [
        `${system.code}${version.replaceAll(/[. ]/g, '').toLowerCase()}`,
        ...(variant === undefined ? [] : [variant.word.toLowerCase()]),
        ...(owner === 'marketplace' ? ['market'] : []),
        ...(draft.architecture === 'x86_64' ? [] : [draft.architecture]),
        ...(buildDate === undefined ? [] : [compactDate(buildDate)]),
      ].join('_');
  const imageVersion = versionOf(draft);
  const name = isOwn ? accountName(draft) : nameOf(draft);
  return {
    image: {
      cloud: 'zenlayercloud',
      regions: draft.regions,
      id,
      name,
      owner,
      osType: system.osType,
      osName: imageVersion,
      platform: categoryOf(draft),
      architecture: 'x86_64',
      sizeGiB: 20,
      state: STATE[draft.status],
      ...(tags === undefined ? {} : { tags }),
    },
    truth: {
      id,
      name,
      ...sharedTruth(draft),
      architecture: isOwn ? 'x86_64' : draft.architecture,
      owner,
      status: draft.status === 'unknown word' ? undefined : draft.status,
      buildDate,
      tags,
      // Only accounts give names of their own.
      oddWords: oddWordsOf(isOwn ? draft : { ...draft, words: [] }),
    },
  };
}

function categoryOf({ system }: Draft): string {
  if (system.distro === 'windows-server') return 'Windows';
  return system.distro === 'rocky' ? 'Rocky' : system.title;
}

function versionOf({ system, version, edition, language }: Draft): string {
  if (system.osType === 'windows') {
    const title = edition === 'datacenter' ? 'Datacenter' : 'Standard';
    return `Server ${version} ${title} ${language === 'en' ? 'English' : 'Chinese'}`;
  }
  if (system.distro === 'ubuntu') return `Server ${version} LTS`;
  return system.distro === 'rocky' ? `Linux ${version}` : version;
}

function nameOf(draft: Draft): string {
  const { architecture, variant } = draft;
  return [
    categoryOf(draft),
    versionOf(draft),
    ...(architecture === 'arm64' ? ['ARM64'] : architecture === 'i386' ? ['32-bit'] : []),
    ...(variant === undefined ? [] : [variant.word]),
  ].join(' ');
}
