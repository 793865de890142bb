/** The parameters of API v2 DescribeImages. */
import { WireError } from '../../wire';
import { COMMON_PARAMETERS, GatewayError } from './call';
import {
  checkTencentQuery,
  DEFAULT_LIMIT,
  type TencentFilter,
  type TencentQuery,
} from '../tencentcloud/query';

const FILTERS: readonly string[] = ['image-id', 'image-type', 'image-name'];

/** Throws the gateway's refusal of what does not reach the service, and the service's of the rest. */
export function readQcloudQuery(parameters: ReadonlyMap<string, string>): TencentQuery {
  const ids: string[] = [];
  const filters = new Map<string, { name?: string; values: string[] }>();
  for (const [name, value] of parameters) {
    if (COMMON_PARAMETERS.includes(name) || name === 'Offset' || name === 'Limit') continue;
    if (/^ImageIds\.\d+$/.test(name)) {
      ids.push(value);
      continue;
    }
    const [, index, field] = /^Filters\.(\d+)\.(Name|Values\.\d+)$/.exec(name) ?? [];
    if (index === undefined) {
      throw new GatewayError(4000, `Unknown parameter ${name}.`);
    }
    const filter = filters.get(index) ?? { values: [] };
    if (field === 'Name') filter.name = value;
    else filter.values.push(value);
    filters.set(index, filter);
  }
  const query: TencentQuery = {
    imageIds: ids,
    filters: [...filters.values()].map(completeFilter),
    offset: integer(parameters, 'Offset', 0),
    limit: integer(parameters, 'Limit', DEFAULT_LIMIT),
  };
  checkTencentQuery(query, (name) => FILTERS.includes(name));
  return query;
}

function completeFilter({ name, values }: { name?: string; values: string[] }): TencentFilter {
  if (name === undefined || values.length === 0) {
    throw new WireError('InvalidFilter', 'A filter needs a Name and Values.');
  }
  return { name, values };
}

function integer(parameters: ReadonlyMap<string, string>, name: string, usual: number): number {
  const value = parameters.get(name);
  if (value === undefined) return usual;
  if (!/^-?\d+$/.test(value)) {
    throw new GatewayError(4000, `${name} must be an integer.`);
  }
  return Number(value);
}
