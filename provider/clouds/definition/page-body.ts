/** Bodies of answers: how they are parsed, and how those of a long list are kept. */
import { readJson, type JsonContext } from '../../transport/json';
import type { ApiOperation, PageBody } from './api-operation';

/**
 * So many pages of a list are kept as they came. Compressing a page takes about half a millisecond,
 * which a list of thousands of images should not cost; without it, tens of thousands of images take
 * most of a process's memory.
 */
const PLAIN_PAGES = 50;

/** Keeps the body of a page. Its bytes take a fraction of the memory of the objects in it. */
export function keepBody<T>(
  { read, format }: ApiOperation<T>,
  text: string,
  page: number,
): PageBody<T> {
  const isPlain = page < PLAIN_PAGES;
  // Copied in both cases, since zlib gives a small part of a large buffer.
  const bytes = Buffer.from(isPlain ? text : zlib().deflateRawSync(text, { level: 1 }));
  // While several images of a page are shown, it is read once.
  let latest: WeakRef<readonly T[]> | undefined;
  return {
    rows: () => {
      const known = latest?.deref();
      if (known !== undefined) return known;
      const body = (isPlain ? bytes : zlib().inflateRawSync(bytes)).toString();
      const again = read(parseBody(body, format, {}));
      const rows = again !== undefined && 'items' in again ? again.items : [];
      latest = new WeakRef(rows);
      return rows;
    },
  };
}

export function parseBody(
  body: string,
  format: ApiOperation<unknown>['format'],
  context: JsonContext,
): unknown {
  if (format !== 'xml') return readJson(body, context);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- loaded late and not async: the annotation is its type
  const { readXml }: typeof import('../../transport/xml') = require('../../transport/xml');
  return readXml(body, context);
}

/** Loaded late: most lists are short, and most answers come uncompressed. */
function zlib(): typeof import('node:zlib') {
  return require('node:zlib') as typeof import('node:zlib');
}
