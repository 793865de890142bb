/** ZEC DescribeZones: the zones that images are listed by, with their regions. */
import { disturbFields, pageOf } from '../../listing';
import type { AnswerContext } from '../../serve';
import type { Json } from '../../wire';
import type { ZenlayerCall } from './call';
import { refuseUnknown, strings } from './query';

/** The answer without its requestId. */
export function describeZones(
  { world, effects }: AnswerContext<ZenlayerCall>,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Json>> {
  refuseUnknown(body, ['zoneIds']);
  const ids = strings(body, 'zoneIds');
  const zones = world
    .regions('zenlayercloud')
    .filter((zone) => ids.length === 0 || ids.includes(zone));
  const { rows } = pageOf(zones, effects, { offset: 0, limit: Infinity });
  return {
    zoneSet: rows.map((zone, row) => disturbFields(effects, {}, printZone(zone), row)),
  };
}

function printZone(zoneId: string): Readonly<Record<string, Json>> {
  return {
    zoneId,
    regionId: zoneId.replace(/[a-z]$|-[A-Z]$/, ''),
    zoneName: zoneId,
    supportSecurityGroup: true,
  };
}
