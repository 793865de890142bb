/** Reads the body of an answer: decompressed, as text, and only so much of it. */

import type { Readable, Transform } from 'node:stream';

import { ImageError } from '../errors/image-error';

/**
 * The body as UTF-8 text.
 *
 * What is counted is the decompressed size, so that a small answer cannot unfold into a huge one.
 * Over the limit the connection is cut and the answer is a `bad-response`.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<string> {
  // An error after we stop reading has nobody left to tell.
  body.on('error', () => undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await decompressed(body, contentEncoding)) {
    size += chunk.length;
    if (size > maxBytes) {
      body.destroy();
      throw new ImageError('bad-response', `the answer is larger than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function decompressed(
  body: Readable,
  contentEncoding: string | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const encoding = contentEncoding?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return body;
  const zlib = await import('node:zlib');
  const decoders: Readonly<Record<string, () => Transform>> = {
    gzip: zlib.createGunzip,
    'x-gzip': zlib.createGunzip,
    deflate: zlib.createInflate,
    br: zlib.createBrotliDecompress,
  };
  const decoder = decoders[encoding];
  if (decoder === undefined) {
    body.destroy();
    throw new ImageError(
      'bad-response',
      `the answer is packed as "${encoding.slice(0, 20)}", which nobody asked for`,
    );
  }
  const { pipeline } = await import('node:stream');
  return pipeline(body, decoder(), () => undefined);
}
