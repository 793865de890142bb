/** Loads the heavy part with V8's code cache, which saves most of the time to compile it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { openPrivateFolder, userCacheFolder, type PrivateFolder } from '../../files/private-folder';

/** What the bundle exports. */
type Bundle = typeof import('./server');

/** What the bundle's text is. */
type BundleFunction = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/** A digest of the bundle, set by the build: a cache holds for one bundle. */
declare const BUNDLE_DIGEST: string;

/** Caches of other releases and of other versions of Node.js go after a month; a new one is cheap. */
const KEPT_MS = 30 * 86_400_000;
const CACHE_NAME = /^server-[0-9a-f]{16}-[\w.-]+\.cache$/;

/** A loaded bundle. */
export interface LoadedBundle {
  readonly bundle: Bundle;
  /** Writes the code that V8 has compiled by now for later processes, unless there is a cache. */
  readonly keepCompiledCode: () => void;
}

/**
 * Runs a CommonJS bundle.
 *
 * The cache lies in the user's cache directory, where only this user may write: what lies in it is
 * run. It holds for one version of V8 on one platform. V8 checks that, and compiles as ever without
 * a cache that fits. It is not a part of the package, whose content must not depend on the machine
 * that made it, nor is it written there: Terraform has the digest of every file of a package in its
 * lock file.
 *
 * @param file - ASCII only, wrapped as a function as Node.js wraps modules
 */
export function loadBundle(file: string): LoadedBundle {
  const cache = openCache();
  const cachedData = cache?.folder.read(cache.name);
  // Latin 1 is read faster than UTF-8, and the same for ASCII.
  const script = new vm.Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const isCached = cachedData !== undefined && script.cachedDataRejected === false;
  const module: { exports: unknown } = { exports: {} };
  const run = script.runInThisContext() as BundleFunction;
  run(module.exports, createRequire(file), module, file, path.dirname(file));
  return {
    bundle: module.exports as Bundle,
    keepCompiledCode: () => {
      if (isCached || cache === undefined) return;
      try {
        cache.folder.write(cache.name, script.createCachedData());
        cache.folder.removeOld((name) => CACHE_NAME.test(name), Date.now() - KEPT_MS);
      } catch {
        // A read-only home directory, for example. Later processes compile again.
      }
    },
  };
}

function openCache(): { readonly folder: PrivateFolder; readonly name: string } | undefined {
  const { env: environment, platform, arch, versions } = process;
  const folder = userCacheFolder('terraform', { environment, homeDirectory: homedir(), platform });
  if (folder === undefined) return undefined;
  const name = `server-${BUNDLE_DIGEST}-${versions.v8}.${platform}-${arch}.cache`;
  return { folder: openPrivateFolder(folder), name };
}
