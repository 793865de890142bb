/** Alibaba Cloud ECS: names as its public images and its answers have them. */
import type { Draft, Drawn } from '../truth';
import {
  accountName,
  compactDate,
  letters,
  oddWordsOf,
  sharedTruth,
  type Vocabulary,
} from './vocabulary';

/** The API lists only the states that a request names, so one that nobody knows is never seen. */
const STATE = {
  available: 'Available',
  pending: 'Creating',
  failed: 'UnAvailable',
  'unknown word': 'CreateFailed',
} as const;

/** Every image has a creation time: the API filters by it. */
const FIRST_INSTANT = '2023-06-01T08:00:00Z';

const BOOT_MODE = { bios: 'BIOS', uefi: 'UEFI', 'uefi-preferred': 'UEFI-Preferred' } as const;
const BITS = { x86_64: 'x64', arm64: 'arm64', i386: '32' } as const;
const LANGUAGE = { en: 'en-us', zh: 'zh-cn' } as const;
const SPOKEN = { en: 'English', zh: 'Chinese' } as const;

export const alicloud: Vocabulary = {
  cloud: 'alicloud',
  regions: ['cn-hangzhou', 'cn-shanghai'],
  owners: ['public', 'self', 'shared', 'marketplace', 'community'],
  answers: { family: true, tags: true, cloudInit: true },
  render,
  rowsAt: ['Images', 'Image'],
  totalAt: ['TotalCount'],
  secret: 'simulator-secret-alicloud',
  idField: 'ImageId',
  refuse: (Code, Message, status) => ({
    status,
    body: JSON.stringify({ RequestId: 'chaos', HostId: 'ecs.aliyuncs.com', Code, Message }),
  }),
  codes: {
    throttled: [
      ['Throttling', 400],
      ['Throttling.User', 400],
      ['Throttling.Api', 429],
      ['Rejected.Throttling', 503],
    ],
    unavailable: [
      ['InternalError', 500],
      ['ServiceUnavailable', 503],
      ['UnknownError', 500],
      ['SignatureNonceUsed', 400],
    ],
    unauthenticated: [
      ['InvalidAccessKeyId.NotFound', 404],
      ['InvalidAccessKeyId.Inactive', 403],
      ['SignatureDoesNotMatch', 400],
      ['InvalidTimeStamp.Expired', 400],
      ['InvalidSecurityToken.Expired', 400],
    ],
    forbidden: [
      ['Forbidden.RAM', 403],
      ['NoPermission', 403],
    ],
    'bad-request': [
      ['InvalidParameter', 400],
      ['InvalidRegionId.NotFound', 404],
      ['MissingParameter', 400],
    ],
    absent: [['InvalidImageId.NotFound', 404]],
  },
};

function render(draft: Draft): Drawn {
  const isSystem = draft.owner === 'public';
  const id = isSystem ? systemId(draft) : `m-bp${letters(draft.serial)}`;
  const name = isSystem ? id : accountName(draft);
  const { buildDate, family, tags, owner, ownerId, architecture, cloudInit } = draft;
  const createdAt = draft.createdAt ?? FIRST_INSTANT;
  // A deprecated image has that for its status, so nothing else can be said of it.
  const { deprecated } = draft;
  return {
    image: {
      cloud: 'alicloud',
      regions: draft.regions,
      id,
      name,
      owner,
      osType: draft.system.osType,
      osName: osNameOf(draft),
      platform:
        draft.system.osType === 'windows' ? `Windows Server ${draft.version}` : draft.system.title,
      architecture,
      sizeGiB: 20,
      state: STATE[draft.status],
      deprecated,
      cloudInit,
      ...(isSystem ? {} : { ownerId }),
      createdAt,
      ...(family === undefined ? {} : { family }),
      ...(tags === undefined ? {} : { tags }),
      native: { BootMode: BOOT_MODE[draft.bootMode] },
    },
    truth: {
      id,
      name,
      ...sharedTruth(draft),
      architecture,
      bootMode: draft.bootMode,
      owner,
      ownerId: isSystem ? undefined : ownerId,
      status: deprecated || draft.status === 'available' ? 'available' : statusOf(draft),
      deprecated,
      createdAt,
      buildDate,
      family,
      tags,
      cloudInit,
      oddWords: oddWordsOf(draft),
    },
  };
}

function statusOf({ status }: Draft): 'pending' | 'failed' | 'available' {
  return status === 'unknown word' ? 'failed' : status;
}

function systemId(draft: Draft): string {
  const { system, version, variant, buildDate } = draft;
  const isWindows = system.osType === 'windows';
  return `${[
    isWindows
      ? `${system.code}${version.replace(' ', '').toLowerCase()}`
      : `${system.code}_${version.replaceAll('.', '_')}`,
    BITS[draft.architecture],
    ...(isWindows
      ? [draft.edition === 'datacenter' ? 'dtc' : 'std', LANGUAGE[draft.language]]
      : []),
    isWindows ? '40G' : '20G',
    ...(variant === undefined ? [] : [variant.word.toLowerCase()]),
    'alibase',
    ...(buildDate === undefined ? [] : [compactDate(buildDate)]),
  ].join('_')}.vhd`;
}

/** With two blanks behind the title, as the service writes it. */
function osNameOf(draft: Draft): string {
  const { system, version, architecture } = draft;
  if (system.osType === 'windows') {
    const edition = draft.edition === 'datacenter' ? 'Datacenter' : 'Standard';
    return `${system.title}  ${version} ${edition} Edition 64bit ${SPOKEN[draft.language]} Edition`;
  }
  const bits = architecture === 'i386' ? '32 bit' : '64 bit';
  return `${system.title}  ${version} ${bits}${architecture === 'arm64' ? ' for ARM' : ''}`;
}
