/**
 * Packs the provider in the form that a registry accepts: a zip per platform, their checksums, a
 * manifest. The zips can also be put into a filesystem mirror as they are.
 *
 * @see https://developer.hashicorp.com/terraform/registry/providers/publishing
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import {
  PLATFORMS,
  printPlatform,
  readPackageFiles,
  type PackageFile,
  type Platform,
} from './files';
import { makeFolders, writeWhole } from './folders';
import { TYPE } from './source';

/** Where from and where to. */
export interface PackOptions {
  /** The folder that `scripts/build-terraform.mjs` made: `dist/terraform-provider` of this package. */
  readonly build: string;
  /** Without a leading v. */
  readonly version: string;
  /** Made if absent. */
  readonly directory: string;
  /** Default: all. */
  readonly platforms?: readonly Platform[];
}

/** The date of every file, so that the same build gives the same zip. It is the earliest that zip has. */
const MODIFIED = '1980-01-01T00:00:00';
/** The upper half of a zip entry's attributes holds those of Unix. 3 marks them as such. */
const UNIX = 3;
const modeBits = (executable: boolean): number => (executable ? 0o100755 : 0o100644) << 16;

/** @returns the files written, checksums last. The publisher signs them (`…_SHA256SUMS.sig`). */
export async function packProvider(options: PackOptions): Promise<readonly string[]> {
  const { build, version, directory, platforms = PLATFORMS } = options;
  await makeFolders(directory);
  const stem = `terraform-provider-${TYPE}_${version}`;
  const packed = new Map<string, Uint8Array>();
  // The files differ between Windows and all else, and in nothing more.
  const zips = new Map<boolean, Uint8Array>();
  for (const platform of platforms) {
    const isWindows = platform.os === 'windows';
    const zip = zips.get(isWindows) ?? zipOf(await readPackageFiles(build, platform));
    zips.set(isWindows, zip);
    packed.set(`${stem}_${printPlatform(platform)}.zip`, zip);
  }
  const manifest = { version: 1, metadata: { protocol_versions: ['6.0'] } };
  packed.set(`${stem}_manifest.json`, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  const sums = [...packed].map(([name, content]) => `${sha256(content)}  ${name}\n`).toSorted();
  packed.set(`${stem}_SHA256SUMS`, Buffer.from(sums.join('')));
  for (const [name, content] of packed) await writeWhole(path.join(directory, name), content);
  return [...packed.keys()].map((name) => path.join(directory, name));
}

function zipOf(files: readonly PackageFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, content, executable }) => [
      name,
      [content, { os: UNIX, attrs: modeBits(executable), mtime: MODIFIED }],
    ]),
  );
  return zipSync(entries);
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
