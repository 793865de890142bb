/** A request to CVM, taken apart but not yet checked. */
import type { Call } from '../../serve';
import { parseJsonObject, type Json, type SimulatorRequest } from '../../wire';
import type { TencentLanguage } from './image';
import { DEFAULT_LIMIT } from './query';

/** A request to CVM, taken apart. */
export interface TencentCall extends Call {
  readonly request: SimulatorRequest;
  readonly version: string;
  readonly language: TencentLanguage;
  /** The JSON body; undefined when it is not an object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Headers say what is asked for, the JSON body with which parameters. */
export function readTencentCall(request: SimulatorRequest): TencentCall {
  const body = parseJsonObject(request.body);
  const offset = Number(body?.['Offset'] ?? 0);
  const limit = Number(body?.['Limit'] ?? DEFAULT_LIMIT);
  const page = Math.floor(offset / limit) + 1;
  return {
    request,
    action: request.headers['x-tc-action'] ?? '',
    version: request.headers['x-tc-version'] ?? '',
    region: request.headers['x-tc-region'] ?? '',
    language: request.headers['x-tc-language'] === 'en-US' ? 'en-US' : 'zh-CN',
    page: Number.isFinite(page) ? page : 1,
    parameters: (body ?? {}) as Readonly<Record<string, Json>>,
    body,
  };
}
