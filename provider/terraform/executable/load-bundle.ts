/** Loads the heavy part with V8's code cache, which saves most of the time to compile it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { cacheFile } from './cache-file';

/** What the bundle exports. */
type Bundle = typeof import('./server');

/** What the bundle's text is. */
type BundleFunction = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
) => void;

/**
 * Runs a CommonJS bundle.
 *
 * Its cache lies beside it, made when the package was built, and holds for one version of V8 on one
 * platform. V8 checks it, and without one that fits it compiles as ever. It is never written here:
 * Terraform has the digest of every file of a package in its lock file.
 *
 * @param file - ASCII only, wrapped as a function of `exports, require, module`
 */
export function loadBundle(file: string): Bundle {
  const cachedData = readIfThere(cacheFile(file));
  // Latin 1 is read faster than UTF-8, and the same for ASCII.
  const script = new vm.Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module: { exports: unknown } = { exports: {} };
  const run = script.runInThisContext() as BundleFunction;
  run(module.exports, createRequire(file), module);
  return module.exports as Bundle;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
