/** A request to ECS, taken apart but not yet checked. */
import type { Call } from '../../serve';
import { parseForm, type SimulatorRequest } from '../../wire';

/** A request to ECS, taken apart. */
export interface AlicloudCall extends Call {
  readonly request: SimulatorRequest;
  readonly version: string;
  /** Query parameters alone: what an ACS3 signature covers. */
  readonly query: ReadonlyMap<string, string>;
  /** Query and form parameters together. */
  readonly all: ReadonlyMap<string, string>;
}

/** Parameters that every action has. */
export const COMMON_PARAMETERS: readonly string[] = [
  'Action',
  'Version',
  'Format',
  'AccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'SignatureType',
  'Timestamp',
  'SecurityToken',
  'BearerToken',
];

/** Parameters come from the query and, in a form, from the body; headers win over both. */
export function readAlicloudCall(request: SimulatorRequest): AlicloudCall {
  const query = parseForm(request.query);
  const isForm = (request.headers['content-type'] ?? '').includes('form-urlencoded');
  const all = new Map([...query, ...(isForm ? parseForm(request.body) : [])]);
  const page = Number(all.get('PageNumber') ?? 1);
  return {
    request,
    query,
    all,
    action: request.headers['x-acs-action'] ?? all.get('Action') ?? '',
    version: request.headers['x-acs-version'] ?? all.get('Version') ?? '',
    region: all.get('RegionId') ?? '',
    page: Number.isInteger(page) ? page : 1,
    parameters: Object.fromEntries([...all].filter(([name]) => !COMMON_PARAMETERS.includes(name))),
  };
}

/** Whether a request is signed in its headers. */
export function isAcs3({ request }: AlicloudCall): boolean {
  return (request.headers['authorization'] ?? '').startsWith('ACS3-');
}
