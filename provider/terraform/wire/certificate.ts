/**
 * The provider's certificate for one run: self-signed, for `localhost`, P-256.
 *
 * Written as DER by hand, since the libraries that make certificates cost 60 to 220 ms on every
 * start, this 2 ms, and Terraform starts a provider three to five times in a plan.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key with its certificate. */
export interface ServerIdentity {
  /** PEM, PKCS #8. Never leaves the process. */
  readonly key: string;
  /** PEM. */
  readonly certificate: string;
  /** DER: what the handshake line carries. */
  readonly der: Buffer;
}

/** How long before now the certificate starts to hold, for clocks that differ a little. */
const LEEWAY_MS = 30_000;
/** Longer than any run of Terraform; the key dies with the process. */
const LIFETIME_MS = 7 * 86_400_000;

const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utf8String: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  dnsName: 0x82,
  version: 0xa0,
  extensions: 0xa3,
} as const;

/** Object identifiers, already encoded. */
const ID = {
  commonName: '550403',
  ecdsaWithSha256: '2a8648ce3d040302',
  subjectAltName: '551d11',
  extendedKeyUsage: '551d25',
  serverAuth: '2b06010505070301',
} as const;

/** A fresh key and certificate. @param now - milliseconds since 1970 */
export function createServerIdentity(now: number): ServerIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(objectId('ecdsaWithSha256'));
  const name = sequence(
    der(TAG.set, sequence(objectId('commonName'), der(TAG.utf8String, Buffer.from('localhost')))),
  );
  const signedPart = sequence(
    der(TAG.version, der(TAG.integer, Buffer.of(2))),
    der(TAG.integer, Buffer.concat([Buffer.of(1), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(now - LEEWAY_MS), time(now + LIFETIME_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      TAG.extensions,
      sequence(
        extension('subjectAltName', sequence(der(TAG.dnsName, Buffer.from('localhost')))),
        extension('extendedKeyUsage', sequence(objectId('serverAuth'))),
      ),
    ),
  );
  const signature = sign('sha256', signedPart, privateKey);
  const certificate = sequence(
    signedPart,
    algorithm,
    der(TAG.bitString, Buffer.concat([Buffer.of(0), signature])),
  );
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    der: certificate,
  };
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  if (length < 0x100) return Buffer.concat([Buffer.of(tag, 0x81, length), content]);
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(TAG.sequence, Buffer.concat(parts));
}

function objectId(id: keyof typeof ID): Buffer {
  return der(TAG.objectId, Buffer.from(ID[id], 'hex'));
}

function extension(id: keyof typeof ID, value: Buffer): Buffer {
  return sequence(objectId(id), der(TAG.octetString, value));
}

/** `20240712093000Z`. */
function time(ms: number): Buffer {
  const text = new Date(ms).toISOString().replace(/\.\d+|[-:T]/g, '');
  return der(TAG.generalizedTime, Buffer.from(text));
}
