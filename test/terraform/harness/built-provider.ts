/** The provider's package, built once for the sources as they are. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/terraform-provider');
const BUILD = path.join(ROOT, 'scripts/build-terraform.mjs');

/** The version that the package says it is. */
export const VERSION: string = JSON.parse(
  readFileSync(path.join(ROOT, 'provider/package.json'), 'utf8'),
).version;

/**
 * The folder of a build as `scripts/build-terraform.mjs` makes it. Test files that run side by side
 * share it; whichever is first makes it.
 */
export function builtProvider(): string {
  const folder = path.join(CACHE, digestOfSources());
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const fresh = path.join(mkdtempSync(path.join(CACHE, 'new-')), 'build');
  execFileSync(process.execPath, [BUILD, fresh], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(process.version).update(readFileSync(BUILD));
  const sources = readdirSync(path.join(ROOT, 'provider'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|sh|cmd|json)$/.test(name) && !/^(dist|node_modules)\b/.test(name))
    .toSorted();
  for (const name of sources) {
    hash.update(name).update(readFileSync(path.join(ROOT, 'provider', name)));
  }
  return hash.digest('hex').slice(0, 16);
}
