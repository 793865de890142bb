/** How fast each API may be called. One row per cloud, with where its numbers come from. */

import type { RateLimit } from './throttle';

export const RATE_LIMITS = {
  /**
   * "A maximum of 40 requests can be initiated per second for this API", per account and region.
   * @see https://www.tencentcloud.com/document/api/213/33272
   */
  tencentcloud: { perSecond: 40, concurrency: 10 },
  /** The pages of API v2 name no rate. 20 a second is what Tencent Cloud's APIs allow where they name none. */
  qcloud: { perSecond: 20, concurrency: 10 },
  /** No rate is published; a refused call answers REQUEST_LIMIT_EXCEEDED. A cautious guess. */
  zenlayercloud: { perSecond: 10, concurrency: 5 },
  /**
   * Calls are counted per minute, account and region; the number stands in each account's Quota
   * Center only. A listing of 2000 images takes 20 calls, one second's worth here.
   * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-throttling
   */
  alicloud: { perSecond: 20, concurrency: 10 },
} as const satisfies Readonly<Record<string, RateLimit>>;
