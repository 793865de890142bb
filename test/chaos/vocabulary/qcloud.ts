/** Tencent's legacy API v2: few fields, three envelopes, architecture in names only. */
import type { Draft, Drawn } from '../truth';
import { tencentOsName } from './tencentcloud';
import { accountName, letters, oddWordsOf, sharedTruth, type Vocabulary } from './vocabulary';

const STATE = {
  available: 'NORMAL',
  pending: 'CREATING',
  failed: 'CREATEFAILED',
  'unknown word': 'DREAMING',
} as const;

export const qcloud: Vocabulary = {
  cloud: 'qcloud',
  regions: ['ap-guangzhou', 'ap-shanghai'],
  owners: ['public', 'self', 'shared'],
  answers: { family: false, tags: false, cloudInit: false },
  render,
  rowsAt: ['Response', 'ImageSet'],
  totalAt: ['Response', 'TotalCount'],
  secret: 'simulator-secret-tencentcloud',
  idField: 'ImageId',
  refuse: (code, message, status) => ({
    status,
    body: /^\d+$/.test(code)
      ? JSON.stringify({ code: Number(code), message, codeDesc: 'Chaos' })
      : JSON.stringify({
          Response: { Error: { Code: code, Message: message }, RequestID: 'chaos' },
        }),
  }),
  codes: {
    throttled: [
      ['4400', 200],
      ['RequestLimitExceeded', 200],
    ],
    unavailable: [
      ['6000', 200],
      ['6200', 200],
      ['InternalError', 200],
    ],
    unauthenticated: [
      ['4100', 200],
      ['4104', 200],
      ['AuthFailure.SignatureFailure', 200],
    ],
    forbidden: [
      ['4101', 200],
      ['4300', 200],
      ['UnauthorizedOperation', 200],
    ],
    'bad-request': [
      ['4000', 200],
      ['4600', 200],
      ['6100', 200],
      ['InvalidFilter', 200],
    ],
    absent: [
      ['5000', 200],
      ['InvalidImageId.NotFound', 200],
    ],
  },
};

function render(given: Draft): Drawn {
  // The legacy service never had ARM.
  const draft: Draft =
    given.architecture === 'arm64' ? { ...given, architecture: 'x86_64' } : given;
  const isPublic = draft.owner === 'public';
  const id = `img-${letters(draft.serial)}`;
  const name = isPublic ? tencentOsName(draft, '64-bit') : accountName(draft);
  const { owner, ownerId, createdAt } = draft;
  return {
    image: {
      cloud: 'qcloud',
      regions: draft.regions,
      id,
      name,
      owner,
      osType: draft.system.osType,
      osName: isPublic ? osNameOf(draft) : tencentOsName(draft, '64-bit'),
      platform: draft.system.title,
      architecture: draft.architecture,
      sizeGiB: 20,
      state: STATE[draft.status],
      ...(isPublic ? {} : { ownerId }),
      ...(createdAt === undefined ? {} : { createdAt: inBeijing(createdAt) }),
    },
    truth: {
      id,
      name,
      ...sharedTruth(draft),
      architecture: draft.architecture,
      owner,
      ownerId: isPublic ? undefined : ownerId,
      status: draft.status === 'unknown word' ? undefined : draft.status,
      createdAt,
      buildDate: isPublic ? undefined : draft.buildDate,
      oddWords: oddWordsOf(draft),
    },
  };
}

/** `centos7.9x86_64`, `win2012 r2 dtc en`. */
function osNameOf({ system, version, architecture, edition, language }: Draft): string {
  if (system.osType === 'windows') {
    const code = edition === 'datacenter' ? 'dtc' : 'std';
    return `${system.code}${version.toLowerCase()} ${code} ${language === 'en' ? 'en' : 'cn'}`;
  }
  return `${system.code}${version}${architecture === 'i386' ? 'x86_32' : 'x86_64'}`;
}

/** The service tells the hour of Beijing, and no zone. */
function inBeijing(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return local.slice(0, 19).replace('T', ' ');
}
