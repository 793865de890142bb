/** What a request claims about its signature. */

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/\s]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

export interface Claim {
  readonly keyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signed: readonly string[];
  readonly signature: string;
}

/** What the Authorization header claims; undefined for one of another form. */
export function readClaim(header: string | undefined): Claim | undefined {
  const match = AUTHORIZATION.exec(header ?? '');
  if (match === null) return undefined;
  const [, keyId = '', date = '', region = '', service = '', names = '', signature = ''] = match;
  return { keyId, date, region, service, signed: names.split(';'), signature };
}
