/** A request to ZEC, taken apart but not yet checked. */
import type { Call } from '../../serve';
import { parseJsonObject, type Json, type SimulatorRequest } from '../../wire';

/** A request to ZEC, taken apart. */
export interface ZenlayerCall extends Call {
  readonly request: SimulatorRequest;
  readonly version: string;
  /** The JSON body; undefined when it is not an object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Headers say what is asked for, the JSON body with which parameters. */
export function readZenlayerCall(request: SimulatorRequest): ZenlayerCall {
  const body = parseJsonObject(request.body);
  const { zoneId, pageNum } = body ?? {};
  return {
    request,
    action: request.headers['x-zc-action'] ?? '',
    version: request.headers['x-zc-version'] ?? '',
    region: typeof zoneId === 'string' ? zoneId : '',
    page: typeof pageNum === 'number' ? pageNum : 1,
    parameters: (body ?? {}) as Readonly<Record<string, Json>>,
    body,
  };
}
