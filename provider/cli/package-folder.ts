/** Where this package lies, wherever its files were built to. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
}

/** The folder that holds the package.json of `cloudimages`. */
export function packageFolder(): string {
  return findPackage().folder;
}

/** The version in it. */
export function packageVersion(): string {
  return findPackage().manifest.version ?? 'unknown';
}

function findPackage(): { readonly folder: string; readonly manifest: Manifest } {
  for (let folder = __dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const manifest = readManifest(folder);
    if (manifest?.name === 'cloudimages') return { folder, manifest };
  }
  return { folder: __dirname, manifest: {} };
}

function readManifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}
