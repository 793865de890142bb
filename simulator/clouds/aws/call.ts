/** A request to EC2, taken apart. */
import { offsetOf } from '../../cursors';
import type { Call } from '../../serve';
import { parseForm, type SimulatorRequest } from '../../wire';
import { readClaim, type Claim } from './claim';

export interface AwsCall extends Call {
  readonly request: SimulatorRequest;
  readonly claim: Claim | undefined;
  readonly version: string;
  /** The action's own parameters. */
  readonly own: ReadonlyMap<string, string>;
  /** Undefined for a token that no page carried. */
  readonly offset: number | undefined;
}

/** The region is that of the credential scope: every region has a host of its own. */
export function readAwsCall(request: SimulatorRequest): AwsCall {
  const all = parseForm(request.method === 'POST' ? request.body : request.query);
  const claim = readClaim(request.headers['authorization']);
  const own = new Map([...all].filter(([name]) => name !== 'Action' && name !== 'Version'));
  const offset = offsetOf(own.get('NextToken'));
  const size = Number(own.get('MaxResults'));
  return {
    request,
    claim,
    own,
    offset,
    version: all.get('Version') ?? '',
    action: all.get('Action') ?? '',
    region: claim?.region ?? '',
    page: size > 0 ? Math.floor((offset ?? 0) / size) + 1 : 1,
    parameters: Object.fromEntries(own),
  };
}
