/**
 * A listing as bytes: compressed, and encrypted where a key is given.
 *
 * Whatever does not decode to a listing of exactly the wanted key is a miss, not an error: the store
 * may have been written by another release, another account, a broken disk or a stranger.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import type { Image } from '../../image/answer.generated';
import { printTarget, type Target } from '../../image/target';
import type { Listing } from '../source';

/** A listing, and when the cloud gave it. */
export interface CachedListing {
  readonly listing: Listing;
  /** Milliseconds since 1970. */
  readonly listedAtMs: number;
}

/** Makes and reads entries. */
export interface EntryCodec {
  /** The name under which a store keeps the listing of a key. It tells nothing about the key. */
  nameOf(key: string): string;
  encode(key: string, entry: CachedListing): Promise<Buffer>;
  /** Undefined: not an entry of this key. */
  decode(key: string, target: Target, bytes: Buffer): Promise<CachedListing | undefined>;
}

/** The form of an entry. Raise it when the form changes: older entries become misses. */
const FORMAT = Buffer.from('CIL1');
const PLAIN = 0;
const ENCRYPTED = 1;
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const DIGEST_BYTES = 32;

/** A listing of 100,000 images has about 150 MB of JSON. More is not decompressed. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * @param secret - encrypts and authenticates entries; without it they are compressed only
 * @param mostBytes - the most that is decompressed
 */
export function createEntryCodec(secret: string | undefined, mostBytes = MOST_BYTES): EntryCodec {
  const cipherKey = secret === undefined ? undefined : derive(secret, 'content');
  const nameKey = secret === undefined ? Buffer.alloc(0) : derive(secret, 'name');
  return {
    nameOf: (key) => createHash('sha256').update(nameKey).update(key).digest('hex'),

    encode: async (key, { listing, listedAtMs }) => {
      const { images, notes } = listing;
      const text = JSON.stringify({ key, listedAtMs, images, notes });
      const content = await compress(text, { level: constants.Z_BEST_SPEED });
      if (cipherKey === undefined) {
        return Buffer.concat([FORMAT, Buffer.of(PLAIN), digestOf(content), content]);
      }
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, cipherKey, iv);
      const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([FORMAT, Buffer.of(ENCRYPTED), iv, cipher.getAuthTag(), hidden]);
    },

    decode: async (key, target, bytes) => {
      try {
        const content = reveal(bytes, cipherKey);
        if (content === undefined) return undefined;
        const text = await decompress(content, { maxOutputLength: mostBytes });
        return readEntry(JSON.parse(text.toString('utf8')), key, target);
      } catch {
        return undefined;
      }
    },
  };
}

const compress = promisify<string, object, Buffer>(gzip);
const decompress = promisify<Buffer, object, Buffer>(gunzip);

/** The compressed content, checked. With a key only what was encrypted with it is accepted. */
function reveal(bytes: Buffer, cipherKey: Buffer | undefined): Buffer | undefined {
  const body = bytes.subarray(FORMAT.length + 1);
  const kind = bytes[FORMAT.length];
  if (!bytes.subarray(0, FORMAT.length).equals(FORMAT)) return undefined;
  if (cipherKey === undefined) {
    const content = body.subarray(DIGEST_BYTES);
    const isWhole = kind === PLAIN && digestOf(content).equals(body.subarray(0, DIGEST_BYTES));
    return isWhole ? content : undefined;
  }
  if (kind !== ENCRYPTED) return undefined;
  const tagEnd = IV_BYTES + TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, cipherKey, body.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(body.subarray(IV_BYTES, tagEnd));
  return Buffer.concat([decipher.update(body.subarray(tagEnd)), decipher.final()]);
}

/** Key and time are part of the content, so that they are authenticated with it. */
function readEntry(value: unknown, wanted: string, target: Target): CachedListing | undefined {
  if (!isRecord(value)) return undefined;
  const { key, listedAtMs, images, notes } = value;
  if (key !== wanted || typeof listedAtMs !== 'number') return undefined;
  if (!Array.isArray(images) || !Array.isArray(notes)) return undefined;
  const place = printTarget(target);
  if (!images.every((image) => isImageOf(place, image))) return undefined;
  if (!notes.every((note) => typeof note === 'string')) return undefined;
  return { listing: { images, notes }, listedAtMs };
}

function isImageOf(target: string, value: unknown): value is Image {
  return (
    isRecord(value) &&
    value['target'] === target &&
    ['id', 'name', 'raw'].every((field) => typeof value[field] === 'string') &&
    Array.isArray(value['inferred'])
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function digestOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'cloudimages cache', purpose, 32));
}
