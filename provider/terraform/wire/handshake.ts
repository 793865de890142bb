/**
 * What Terraform passes to a plugin at its start, and the one line that the plugin answers.
 *
 * @see https://github.com/hashicorp/go-plugin/blob/main/docs/internals.md
 */
import { X509Certificate } from 'node:crypto';

/** Shared by Terraform and all of its providers: it distinguishes a start as a plugin from a start by hand. */
const COOKIE = {
  name: 'TF_PLUGIN_MAGIC_COOKIE',
  value: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
} as const;

/** The version of the line's own format. */
const LINE_VERSION = 1;
/** The plugin protocol that we speak. Terraform 1.0 and later do. */
const PROTOCOL_VERSION = 6;

/** What Terraform asked for. */
export interface Invitation {
  /** PEM of the only certificate that may connect. Absent when TLS is turned off. */
  readonly clientCertificate?: string;
  /** Where to make the socket. Absent: the system's temporary directory. */
  readonly socketDirectory?: string;
}

/** Where the provider listens. */
export type Address =
  | { readonly network: 'unix'; readonly path: string }
  | { readonly network: 'tcp'; readonly host: string; readonly port: number };

/**
 * Reads the environment of a plugin.
 *
 * @returns what Terraform asked for, or one line for people with the reason why the provider cannot start
 */
export function readInvitation(
  environment: Readonly<Record<string, string | undefined>>,
): Invitation | { readonly refusal: string } {
  if (environment[COOKIE.name] !== COOKIE.value) {
    return {
      refusal:
        'This is the cloudimages provider for Terraform and OpenTofu. They start it themselves; it does nothing on its own.',
    };
  }
  const versions = environment['PLUGIN_PROTOCOL_VERSIONS']?.split(',') ?? [];
  if (versions.length > 0 && !versions.includes(String(PROTOCOL_VERSION))) {
    return {
      refusal: `The cloudimages provider speaks plugin protocol ${PROTOCOL_VERSION}, which needs Terraform 1.0 or later. This Terraform offers ${versions.join(', ')}.`,
    };
  }
  const certificate = environment['PLUGIN_CLIENT_CERT'];
  if (certificate !== undefined && certificate !== '' && !isCertificate(certificate)) {
    return {
      refusal:
        'The cloudimages provider cannot start: the environment variable PLUGIN_CLIENT_CERT does not hold a certificate. Terraform and OpenTofu set it themselves; unset it in your environment.',
    };
  }
  const directory = environment['PLUGIN_UNIX_SOCKET_DIR'];
  return {
    ...(certificate === undefined || certificate === '' ? {} : { clientCertificate: certificate }),
    ...(directory === undefined || directory === '' ? {} : { socketDirectory: directory }),
  };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/**
 * The line on standard output with the place where Terraform connects, without its line end.
 *
 * @param certificate - DER; absent without TLS
 */
export function handshakeLine(address: Address, certificate?: Buffer): string {
  const place =
    address.network === 'unix' ? `unix|${address.path}` : `tcp|${address.host}:${address.port}`;
  // Go reads base64 without padding here; with padding it fails for two lengths out of three.
  const encoded = certificate?.toString('base64').replace(/=+$/, '') ?? '';
  return `${LINE_VERSION}|${PROTOCOL_VERSION}|${place}|grpc|${encoded}`;
}
