/** The HMAC-SHA1 signature, version 1.0, of Alibaba Cloud's RPC APIs. */
import { hmac } from './digest';
import { canonicalQuery, percentEncode } from './percent';

/**
 * The signature in base64 over all parameters but `Signature`.
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export function rpcSignature(
  secret: string,
  method: string,
  parameters: ReadonlyMap<string, string>,
): string {
  const signed = new Map([...parameters].filter(([name]) => name !== 'Signature'));
  const stringToSign = `${method}&${percentEncode('/')}&${percentEncode(canonicalQuery(signed))}`;
  return hmac('sha1', `${secret}&`, stringToSign).toString('base64');
}
