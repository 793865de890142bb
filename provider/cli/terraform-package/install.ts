/**
 * Lays the provider where Terraform and OpenTofu look without being told: their implied mirrors. No
 * registry is asked for it then, and no configuration of theirs is needed.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { printPlatform, readPackageFiles, type Platform } from './files';
import { HOSTS, NAMESPACE, TYPE } from './source';

/** Where from and where to. */
export interface InstallOptions {
  /** The folder that `scripts/build-terraform.mjs` made: `dist/terraform-provider` of this package. */
  readonly build: string;
  /** Without a leading v. */
  readonly version: string;
  readonly platform: Platform;
  /** `userMirror(…)` for all of a user's stacks, or `stackMirror(…)` for one. */
  readonly mirror: string;
}

/**
 * Installs for both Terraform and OpenTofu, each under its own registry's name.
 *
 * What was there of this version is replaced, in one step each, so that a run at the same time sees
 * the old or the new one.
 *
 * @returns the folders that now hold the provider
 */
export async function installProvider(options: InstallOptions): Promise<readonly string[]> {
  const { build, version, platform, mirror } = options;
  const files = await readPackageFiles(build, platform);
  const folders = Object.values(HOSTS).map((host) =>
    path.join(mirror, host, NAMESPACE, TYPE, version, printPlatform(platform)),
  );
  for (const folder of folders) {
    await mkdir(path.dirname(folder), { recursive: true });
    const fresh = await mkdtemp(`${folder}.new-`);
    try {
      for (const { name, content, executable } of files) {
        await writeFile(path.join(fresh, name), content, { mode: executable ? 0o755 : 0o644 });
      }
      await chmod(fresh, 0o755);
      await rm(folder, { recursive: true, force: true });
      await rename(fresh, folder);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  return folders;
}

/** The mirror of one stack, which can be committed with it. */
export function stackMirror(stackDirectory: string): string {
  return path.join(stackDirectory, 'terraform.d', 'plugins');
}

/** The mirror of a user. @param appData - `%APPDATA%`, on Windows */
export function userMirror(
  { os }: Platform,
  homeDirectory: string,
  appData: string = path.join(homeDirectory, 'AppData', 'Roaming'),
): string {
  return os === 'windows'
    ? path.join(appData, 'terraform.d', 'plugins')
    : path.join(homeDirectory, '.terraform.d', 'plugins');
}

/** This machine by Go's names. @throws Error where Terraform has no name for it */
export function platformOf(process: Pick<NodeJS.Process, 'platform' | 'arch'>): Platform {
  const os = { darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', win32: 'windows' } as const;
  const arch = { x64: 'amd64', arm: 'arm', arm64: 'arm64' } as const;
  const known = {
    os: Object.entries(os).find(([name]) => name === process.platform)?.[1],
    arch: Object.entries(arch).find(([name]) => name === process.arch)?.[1],
  };
  if (known.os === undefined || known.arch === undefined) {
    throw new Error(
      `Terraform's provider cannot be installed on ${process.platform} ${process.arch}`,
    );
  }
  return { os: known.os, arch: known.arch };
}
