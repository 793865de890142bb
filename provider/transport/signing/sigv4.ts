/** AWS Signature Version 4. */

import { digestRequest, hmacSha256 } from './canonical-request';
import type { SigningKey, SigningMoment } from './credential';

/** A request to an AWS service. The path signed is `/`. */
export interface SigV4Request {
  readonly method: 'GET' | 'POST';
  /** The `Host` header as sent. */
  readonly host: string;
  /** The region of the credential scope. */
  readonly region: string;
  /** The service of the credential scope, such as `ec2`. */
  readonly service: string;
  /** Encoded as it is sent, names in byte order. */
  readonly query?: string;
  /** Headers to sign besides, such as `content-type`: names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The headers to send.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signV4(
  request: SigV4Request,
  key: SigningKey,
  moment: Pick<SigningMoment, 'now'>,
): Readonly<Record<string, string>> {
  const time = moment.now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const date = time.slice(0, 8);
  const signed = {
    ...request.headers,
    host: request.host,
    'x-amz-date': time,
    ...(key.token === undefined ? {} : { 'x-amz-security-token': key.token }),
  };
  const { digest, signedHeaders } = digestRequest({ ...request, headers: signed });
  const scope = `${date}/${request.region}/${request.service}/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${digest}`;
  const signature = hmacSha256(signingKey(key.secret, date, request), text).toString('hex');
  return {
    ...signed,
    authorization: `AWS4-HMAC-SHA256 Credential=${key.id}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

function signingKey(
  secret: string,
  date: string,
  { region, service }: Pick<SigV4Request, 'region' | 'service'>,
): Buffer {
  return [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (key, part) => hmacSha256(key, part),
    `AWS4${secret}`,
  ) as Buffer;
}
