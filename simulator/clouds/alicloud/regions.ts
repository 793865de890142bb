/**
 * ECS DescribeRegions: the regions with the host that serves each.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeregions
 */
import { disturbFields, pageOf } from '../../listing';
import type { AnswerContext } from '../../serve';
import type { Json } from '../../wire';
import type { AlicloudCall } from './call';
import { invalid, refuseUnknown, type Parameters } from './parameters';

/** Words of parameters that narrow to where something is sold, which here is everywhere. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  InstanceChargeType: ['PrePaid', 'PostPaid', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
  ResourceType: ['instance', 'disk', 'reservedinstance', 'scu'],
  AcceptLanguage: ['zh-CN', 'en-US', 'ja'],
};

/** The answer without its RequestId. */
export function describeRegions({
  world,
  call,
  effects,
}: AnswerContext<AlicloudCall>): Readonly<Record<string, Json>> {
  refuseUnknown(call.all, Object.keys(WORDS));
  checkWords(call.all);
  const all = { offset: 0, limit: Infinity };
  const { rows } = pageOf(world.regions('alicloud'), effects, all);
  return {
    Regions: {
      Region: rows.map((region, row) => disturbFields(effects, {}, printRegion(region), row)),
    },
  };
}

function checkWords(parameters: Parameters): void {
  for (const [name, words] of Object.entries(WORDS)) {
    const value = parameters.get(name);
    if (value !== undefined && !words.includes(value)) throw invalid(name);
  }
}

function printRegion(region: string): Readonly<Record<string, Json>> {
  return {
    RegionId: region,
    LocalName: region,
    RegionEndpoint: `ecs.${region}.aliyuncs.com`,
    Status: 'available',
  };
}
