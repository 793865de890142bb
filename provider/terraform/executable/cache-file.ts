/** Where V8's code cache for a bundle lies, by what it holds for. */
import path from 'node:path';

/** `server.11.3.244.8-node.30.linux-x64.cache`. */
export function cacheFile(file: string): string {
  const platform = `${process.platform}-${process.arch}`;
  return `${file.slice(0, -path.extname(file).length)}.${process.versions.v8}.${platform}.cache`;
}
