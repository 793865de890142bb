/** Reads the body of an answer: decompressed, as text, and only so much of it. */

import type { Readable } from 'node:stream';

import { excerpt } from '../errors/printable';
import { ImageError } from '../errors/image-error';

/**
 * The body as UTF-8 text.
 *
 * The limit also holds for the decompressed size, so that a small answer cannot expand into a huge
 * one. Over the limit the connection is closed and the answer is a `bad-response`.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early destroys the body, and its connection.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return (await decompressed(bytes, contentEncoding, maxBytes)).toString('utf8');
}

const DECODERS = {
  gzip: 'gunzip',
  'x-gzip': 'gunzip',
  deflate: 'inflate',
  br: 'brotliDecompress',
} as const;

async function decompressed(
  bytes: Buffer,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const encoding = contentEncoding?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return bytes;
  const name = Object.entries(DECODERS).find(([known]) => known === encoding)?.[1];
  if (name === undefined) {
    const reason = `the answer has the content encoding "${excerpt(encoding, 20)}", which was not requested`;
    throw new ImageError('bad-response', reason);
  }
  const zlib = await import('node:zlib');
  const decode: typeof zlib.gunzip = zlib[name];
  return await new Promise((resolve, reject) => {
    decode(bytes, { maxOutputLength: maxBytes }, (error: NodeJS.ErrnoException | null, result) => {
      if (error === null) resolve(result);
      else reject(error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes) : error);
    });
  });
}

function tooLarge(maxBytes: number): ImageError {
  return new ImageError('bad-response', `the answer is larger than ${maxBytes} bytes`);
}
