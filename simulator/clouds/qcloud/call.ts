/** A request to API v2, taken apart but not yet checked, and how the gateway in front of it refuses. */
import type { Call } from '../../serve';
import { parseForm, WireError, type SimulatorRequest } from '../../wire';
import { DEFAULT_LIMIT } from '../tencentcloud/query';

/** A request to API v2, taken apart. */
export interface QcloudCall extends Call {
  readonly request: SimulatorRequest;
  /** From the query or the form. */
  readonly all: ReadonlyMap<string, string>;
}

/** Parameters that every action of API v2 has. */
export const COMMON_PARAMETERS: readonly string[] = [
  'Action',
  'Region',
  'Timestamp',
  'Nonce',
  'SecretId',
  'Signature',
  'SignatureMethod',
  'Token',
  'Version',
  // Sent by the vendor's SDKs: their own name and version.
  'RequestClient',
];

/** Parameters come from the query of a GET and the form of a POST. */
export function readQcloudCall(request: SimulatorRequest): QcloudCall {
  const all = parseForm(request.method === 'POST' ? request.body : request.query);
  const offset = Number(all.get('Offset') ?? 0);
  const limit = Number(all.get('Limit') ?? DEFAULT_LIMIT);
  const page = Math.floor(offset / limit) + 1;
  return {
    request,
    all,
    action: all.get('Action') ?? '',
    region: all.get('Region') ?? '',
    page: Number.isFinite(page) ? page : 1,
    parameters: Object.fromEntries([...all].filter(([name]) => !COMMON_PARAMETERS.includes(name))),
  };
}

/** The gateway's numbers with the words that go with them. */
const CODE_DESC: Readonly<Record<number, string>> = {
  4000: 'InvalidParameter',
  4100: 'AuthFailure',
  4101: 'UnauthorizedOperation',
  4104: 'SecretIdNotFound',
  4105: 'InvalidToken',
  4400: 'QuotaExceeded',
  4500: 'ReplayAttack',
  5000: 'ResourceNotFound',
  6000: 'InternalError',
  6100: 'UnsupportedVersion',
};

/** A refusal by the gateway in front of API v2: a number, its word and a message. */
export class GatewayError extends WireError {
  /** For example 4100. */
  readonly number: number;
  /** For example "AuthFailure". */
  readonly codeDesc: string;

  constructor(number: number, message: string) {
    super(String(number), message);
    this.number = number;
    this.codeDesc = CODE_DESC[number] ?? 'Error';
  }
}
