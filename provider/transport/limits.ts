/** How fast each API may be called. One row per cloud, with where its numbers come from. */

import type { RateLimit } from './throttle';

export const RATE_LIMITS = {
  /**
   * "A maximum of 40 requests can be initiated per second for this API", per account and region.
   * @see https://www.tencentcloud.com/document/api/213/33272
   */
  tencentcloud: { perSecond: 40, concurrency: 10 },
  /** The pages of API v2 name no rate. Half of what its successor allows, to be careful. */
  qcloud: { perSecond: 20, concurrency: 10 },
  /** No rate is published; a call too many answers REQUEST_LIMIT_EXCEEDED. A cautious guess. */
  zenlayercloud: { perSecond: 10, concurrency: 5 },
  /**
   * Calls are counted per minute, API, account and region. The number stands in each account's
   * Quota Center only, so this guards against bursts, and retries outlast a minute that is used up.
   * @see https://www.alibabacloud.com/help/en/openapi/throttling-and-quota-management
   */
  alicloud: { perSecond: 20, concurrency: 10 },
} as const satisfies Readonly<Record<string, RateLimit>>;
