/** How fast each API may be called. One row per cloud, with where its numbers come from. */

import type { RateLimit } from './throttle';

export const RATE_LIMITS = {
  /**
   * "A maximum of 40 requests can be initiated per second for this API", per account and region.
   * @see https://www.tencentcloud.com/document/api/213/33272
   */
  tencentcloud: { burst: 40, perSecond: 40, concurrency: 10 },
  /** The pages of API v2 name no rate. Half of what its successor allows, to be careful. */
  qcloud: { burst: 20, perSecond: 20, concurrency: 10 },
  /** No rate is published; a call too many answers REQUEST_LIMIT_EXCEEDED. A cautious guess. */
  zenlayercloud: { burst: 10, perSecond: 10, concurrency: 5 },
  /**
   * Calls are counted per minute, API, account and region; no rate per second is documented. The
   * number is in each account's Quota Center only. The burst covers a catalog of 6,000 images, and
   * retries outlast a minute that is used up.
   * @see https://www.alibabacloud.com/help/en/openapi/throttling-and-quota-management
   */
  alicloud: { burst: 60, perSecond: 20, concurrency: 10 },
} as const satisfies Readonly<Record<string, RateLimit>>;
