/** Certificates that are trusted beside those Node ships. */

import { ImageError } from '../errors/image-error';

/**
 * Where the paths stand. Node reads `NODE_EXTRA_CA_CERTS` by itself, but only when it starts, and
 * Terraform hands a provider a clean environment in which our launcher passes it on by the first name.
 */
const PATH_VARIABLES = ['CLOUDIMAGES_EXTRA_CA_CERTS', 'NODE_EXTRA_CA_CERTS'] as const;

/**
 * Node's own root certificates and those of `CLOUDIMAGES_EXTRA_CA_CERTS`, as PEM texts; nothing
 * where that is not set, since then Node's own handling is right.
 *
 * A file that cannot be read, or holds no certificate, is `invalid-configuration`.
 */
export async function extraCertificates(
  environment: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => Promise<string>,
): Promise<readonly string[] | undefined> {
  if ((environment[PATH_VARIABLES[0]] ?? '') === '') return undefined;
  const extra: string[] = [];
  for (const variable of PATH_VARIABLES) {
    const path = environment[variable];
    if (path === undefined || path === '') continue;
    extra.push(await readCertificates(path, variable, readFile));
  }
  const { rootCertificates } = await import('node:tls');
  return [...rootCertificates, ...extra];
}

async function readCertificates(
  path: string,
  variable: string,
  readFile: (path: string) => Promise<string>,
): Promise<string> {
  const hint = `Point ${variable} at a PEM file, or unset it.`;
  let text: string;
  try {
    text = await readFile(path);
  } catch (cause) {
    const reason = `the certificate file ${path} (${variable}) cannot be read`;
    throw new ImageError('invalid-configuration', reason, { hint, cause });
  }
  const { X509Certificate } = await import('node:crypto');
  try {
    new X509Certificate(text);
  } catch {
    const reason = `the file ${path} (${variable}) does not hold a certificate in PEM form`;
    throw new ImageError('invalid-configuration', reason, { hint });
  }
  return text;
}
