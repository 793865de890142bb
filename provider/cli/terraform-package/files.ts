/** The files of a package: those of the build, with the launcher that the platform starts. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageError } from '../../errors/image-error';
import { TYPE } from './source';

/** A platform by Go's names, as Terraform writes it. */
export interface Platform {
  readonly os: 'darwin' | 'freebsd' | 'linux' | 'windows';
  readonly arch: 'amd64' | 'arm' | 'arm64';
}

/** The platforms that both Node.js and Terraform run on. The files are the same for all but Windows. */
export const PLATFORMS: readonly Platform[] = [
  { os: 'darwin', arch: 'amd64' },
  { os: 'darwin', arch: 'arm64' },
  { os: 'freebsd', arch: 'amd64' },
  { os: 'linux', arch: 'amd64' },
  { os: 'linux', arch: 'arm' },
  { os: 'linux', arch: 'arm64' },
  { os: 'windows', arch: 'amd64' },
  { os: 'windows', arch: 'arm64' },
];

/** One file of a package. */
export interface PackageFile {
  readonly name: string;
  readonly content: Buffer;
  readonly executable: boolean;
}

/** `linux_amd64`. */
export function printPlatform({ os, arch }: Platform): string {
  return `${os}_${arch}`;
}

/**
 * The platforms of a list.
 *
 * @param names - such as `linux_amd64`; `all` for every platform
 * @throws ImageError `invalid-configuration` for a name that is not supported
 */
export function parsePlatforms(names: readonly string[]): readonly Platform[] {
  if (names.includes('all')) return PLATFORMS;
  return [...new Set(names)].map((name) => {
    const platform = PLATFORMS.find((known) => printPlatform(known) === name);
    if (platform !== undefined) return platform;
    const known = ['all', ...PLATFORMS.map(printPlatform)].join(', ');
    throw new ImageError(
      'invalid-configuration',
      `"${name}" is not a supported platform. Supported: ${known}`,
      { hint: '' },
    );
  });
}

/**
 * The files for one platform, by name.
 *
 * Terraform starts the first file whose name begins with the provider's, so there is one of them.
 *
 * @param build - the folder that `scripts/build-terraform.mjs` made
 * @throws Error where there is no such folder
 */
export async function readPackageFiles(
  build: string,
  { os }: Platform,
): Promise<readonly PackageFile[]> {
  const names = await readdir(build).catch((cause: unknown) => {
    throw new Error(`${build} does not hold the built Terraform provider`, { cause });
  });
  const script = names.find((name) => name.startsWith(`terraform-provider-${TYPE}_`));
  if (script === undefined) throw new Error(`there is no launcher in ${build}`);
  const chosen = names
    .filter((name) => (os === 'windows' ? name !== script : name !== WINDOWS_LAUNCHER))
    .toSorted();
  return Promise.all(
    chosen.map(async (name) => ({
      name: name === WINDOWS_LAUNCHER ? `${script}.cmd` : name,
      content: await readFile(path.join(build, name)),
      executable: name === script,
    })),
  );
}

const WINDOWS_LAUNCHER = 'launcher.cmd';
