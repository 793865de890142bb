/** Tencent Cloud CVM API 3.0: public images without a time, everything named by its OS. */
import type { Draft, Drawn } from '../truth';
import { accountName, letters, oddWordsOf, sharedTruth, type Vocabulary } from './vocabulary';

const STATE = {
  available: 'NORMAL',
  pending: 'CREATING',
  failed: 'CREATEFAILED',
  'unknown word': 'DREAMING',
} as const;

const ARCHITECTURE = { x86_64: 'x86_64', arm64: 'arm', i386: 'i386' } as const;

export const tencentcloud: Vocabulary = {
  cloud: 'tencentcloud',
  regions: ['ap-singapore', 'ap-guangzhou'],
  owners: ['public', 'self', 'shared', 'marketplace'],
  answers: { family: true, tags: true, cloudInit: true },
  render,
  rowsAt: ['Response', 'ImageSet'],
  totalAt: ['Response', 'TotalCount'],
  secret: 'simulator-secret-tencentcloud',
  idField: 'ImageId',
  refuse: (Code, Message, status) => ({
    status,
    body: JSON.stringify({ Response: { Error: { Code, Message }, RequestId: 'chaos' } }),
  }),
  codes: {
    throttled: [
      ['RequestLimitExceeded', 200],
      ['RequestLimitExceeded.UinLimitExceeded', 200],
    ],
    unavailable: [
      ['InternalError', 200],
      ['ResourceUnavailable', 200],
    ],
    unauthenticated: [
      ['AuthFailure.SignatureFailure', 200],
      ['AuthFailure.SecretIdNotFound', 200],
      ['AuthFailure.TokenFailure', 200],
    ],
    forbidden: [
      ['UnauthorizedOperation', 200],
      ['AuthFailure.UnauthorizedOperation', 200],
    ],
    'bad-request': [
      ['InvalidFilter', 200],
      ['UnsupportedRegion', 200],
      ['LimitExceeded', 200],
    ],
    absent: [['InvalidImageId.NotFound', 200]],
  },
};

function render(draft: Draft): Drawn {
  const isPublic = draft.owner === 'public';
  const id = `img-${letters(draft.serial)}`;
  const osName = tencentOsName(draft, '64bit');
  const name = isPublic ? osName : accountName(draft);
  const { owner, ownerId, family, tags, cloudInit, deprecated } = draft;
  const createdAt = isPublic ? undefined : draft.createdAt;
  return {
    image: {
      cloud: 'tencentcloud',
      regions: draft.regions,
      id,
      name,
      owner,
      osType: draft.system.osType,
      osName,
      platform: draft.system.osType === 'windows' ? 'Windows' : draft.system.title,
      architecture: ARCHITECTURE[draft.architecture],
      sizeGiB: 20,
      state: STATE[draft.status],
      deprecated,
      cloudInit,
      ...(isPublic ? {} : { ownerId }),
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(family === undefined ? {} : { family }),
      ...(tags === undefined ? {} : { tags }),
    },
    truth: {
      id,
      name,
      ...sharedTruth(draft),
      architecture: draft.architecture,
      owner,
      ownerId: isPublic ? undefined : ownerId,
      status: draft.status === 'unknown word' ? undefined : draft.status,
      deprecated,
      createdAt,
      buildDate: isPublic ? undefined : draft.buildDate,
      family,
      tags,
      cloudInit,
      // The "for" of "for ARM64" says nothing by itself.
      oddWords: oddWordsOf(draft) + Number(isPublic && draft.architecture === 'arm64'),
    },
  };
}

/** `Ubuntu Server 22.04 LTS 64bit`; the legacy API writes `64-bit`. */
export function tencentOsName(draft: Draft, bits: '64bit' | '64-bit'): string {
  const { system, version, architecture, variant, owner } = draft;
  const width = architecture === 'i386' ? bits.replace('64', '32') : bits;
  // An account's own words say what was added; the OS of its image is the plain one.
  const added = variant === undefined || owner !== 'public' ? '' : ` ${variant.word}`;
  if (system.osType === 'windows') {
    const edition = draft.edition === 'datacenter' ? 'Datacenter' : 'Standard';
    const language = draft.language === 'en' ? 'English' : 'Chinese';
    return `${system.title} ${version} ${edition} ${width} ${language}${added}`;
  }
  const title = system.distro === 'ubuntu' ? 'Ubuntu Server' : system.title;
  const arm = architecture === 'arm64' ? ' for ARM64' : '';
  return `${title} ${version}${system.distro === 'ubuntu' ? ' LTS' : ''} ${width}${arm}${added}`;
}
