/**
 * Installs the provider where Terraform and OpenTofu look by default: their implied local mirrors.
 * They ask no registry for it then and need no configuration.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { printPlatform, readPackageFiles, type Platform } from './files';
import { makeFolders, replaceFolder } from './folders';
import { HOSTS, NAMESPACE, TYPE } from './source';

/** Where from and where to. */
export interface InstallOptions {
  /** The folder that `scripts/build-terraform.mjs` made: `dist/terraform-provider` of this package. */
  readonly build: string;
  /** Without a leading v. */
  readonly version: string;
  readonly platforms: readonly Platform[];
  /** `userMirror(…)` for all of a user's stacks, or `stackMirror(…)` for one. */
  readonly mirror: Mirror;
}

/** A local mirror. */
export interface Mirror {
  /** A folder of the user, who may have made it a link. */
  readonly base: string;
  /** The folders below it, of which none may be a link. */
  readonly below: readonly string[];
}

/**
 * Installs for both Terraform and OpenTofu, each under its own registry's name.
 *
 * An installed copy of this version is replaced, in one step each, so that a run at the same time
 * sees the old or the new one.
 *
 * @returns the folders that now hold the provider
 * @throws ImageError `invalid-configuration` where a folder cannot be made, or is a link
 */
export async function installProvider(options: InstallOptions): Promise<readonly string[]> {
  const { build, version, platforms, mirror } = options;
  const folders: string[] = [];
  for (const platform of platforms) {
    const files = await readPackageFiles(build, platform);
    for (const host of Object.values(HOSTS)) {
      const parent = await makeFolders(
        mirror.base,
        ...[...mirror.below, host, NAMESPACE, TYPE, version],
      );
      const folder = path.join(parent, printPlatform(platform));
      await replaceFolder(folder, async (fresh) => {
        for (const { name, content, executable } of files) {
          await writeFile(path.join(fresh, name), content, { mode: executable ? 0o755 : 0o644 });
        }
        await chmod(fresh, 0o755);
      });
      folders.push(folder);
    }
  }
  return folders;
}

/** The mirror of one stack, which can be committed with it. */
export function stackMirror(stackDirectory: string): Mirror {
  return { base: stackDirectory, below: ['terraform.d', 'plugins'] };
}

/** The mirror of a user. @param appData - `%APPDATA%`, on Windows */
export function userMirror(
  { os }: Platform,
  homeDirectory: string,
  appData: string = path.join(homeDirectory, 'AppData', 'Roaming'),
): Mirror {
  const base =
    os === 'windows'
      ? path.join(appData, 'terraform.d', 'plugins')
      : path.join(homeDirectory, '.terraform.d', 'plugins');
  return { base, below: [] };
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
