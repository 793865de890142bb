/** `parse_target`: the parts of a target. */
import { parseTarget } from '../../image/target';
import { textOf } from '../cty/value';
import { FunctionFailure, type ProviderFunction } from '../server/parts';

export const parseTargetFunction: ProviderFunction = {
  summary: 'Splits a target',
  description:
    'The `cloud` and the `region` of a target such as `alicloud/cn-hangzhou`. An error where the string is not a target.',
  parameters: [{ name: 'target', type: 'string', description: '`cloud/region`.' }],
  returns: { object: { cloud: 'string', region: 'string' } },
  call: ([target]) => {
    const parsed = parseTarget(textOf(target));
    if ('problem' in parsed) throw new FunctionFailure(0, parsed.problem);
    return { cloud: parsed.cloud, region: parsed.region };
  },
};
