/** URLs that serve temporary keys. */

import { ImageError } from '../errors/image-error';
import { isLoopback } from '../transport/endpoint';

/**
 * Rejects a URL from which keys would travel unencrypted: plain http is for this machine and for
 * metadata services only.
 *
 * @param source - where the URL comes from, for the error: `the environment variable ALIBABA_CLOUD_CREDENTIALS_URI`
 */
export function checkCredentialsUri(text: string, source: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSecure = url?.protocol === 'https:';
  const isLocal = url?.protocol === 'http:' && (isLoopback(url) || isMetadataService(url));
  if (isSecure || isLocal) return;
  const problem =
    url === undefined || !/^https?:$/.test(url.protocol)
      ? 'is not an http or https URL'
      : `is plain http to ${url.hostname}, so that others on the network could read the keys`;
  throw new ImageError('invalid-configuration', `${source} ${problem}`, {
    hint: 'Use https://, or http:// to this machine (127.0.0.1) or a metadata service (169.254.0.0/16, 100.100.100.200).',
  });
}

/**
 * Link-local addresses never leave the link; the others are the metadata services of Alibaba Cloud
 * and, by IPv6, of AWS.
 */
function isMetadataService({ hostname }: URL): boolean {
  return /^(169\.254(\.\d{1,3}){2}|\[fe[89ab][0-9a-f]:.*\]|100\.100\.100\.200|\[fd00:ec2::(254|23)\])$/.test(
    hostname,
  );
}
