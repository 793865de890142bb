// Builds the Terraform provider's package into provider/dist/terraform-provider:
//
//   terraform-provider-cloudimages_vX   the file that Terraform starts, a shell script
//   provider.cjs                        reads what Terraform asks for and answers the handshake
//   server.js                           gRPC, the provider and the engine, loaded after that
//   launcher.cmd                        replaces the shell script in packages for Windows
//   package.json                        keeps the user's own package.json from changing what .cjs is
//   NOTICES.txt                         the licenses of the packages in server.js and provider.cjs
//
// The content depends on the sources and nothing else: archives made from it are reproducible.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { printNotices } from './third-party-notices.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(root, 'provider/terraform/executable');

/** @param {{ directory?: string, plugins?: import('esbuild').Plugin[] }} [options] */
export async function buildTerraform({
  directory = path.join(root, 'provider/dist/terraform-provider'),
  plugins = [],
} = {}) {
  const { version } = JSON.parse(await readFile(path.join(root, 'provider/package.json'), 'utf8'));
  // Made aside and put in place when it is whole: a run of Terraform may be using the last one.
  const fresh = `${directory}.${process.pid}`;
  await mkdir(fresh, { recursive: true });

  const common = {
    bundle: true,
    metafile: true,
    absWorkingDir: root,
    platform: 'node',
    format: 'cjs',
    // Code that V8 runs from a script of its own cannot import; all of it is in the bundle anyway.
    supported: { 'dynamic-import': false },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins,
  };
  const server = await build({
    ...common,
    entryPoints: [path.join(source, 'server.ts')],
    outfile: path.join(fresh, 'server.js'),
    target: 'node20.18',
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
  });
  // esbuild leaves regular expressions as they are; in ASCII the file is read and compiled faster.
  const text = (await readFile(path.join(fresh, 'server.js'), 'utf8')).replace(
    /[^\0-\x7f]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  await writeFile(path.join(fresh, 'server.js'), text);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const start = await build({
    ...common,
    entryPoints: [path.join(source, 'provider.ts')],
    outfile: path.join(fresh, 'provider.cjs'),
    target: 'node14',
    define: { BUNDLE_DIGEST: JSON.stringify(digest) },
  });
  const notices = await printNotices([server.metafile, start.metafile], root);
  await writeFile(path.join(fresh, 'NOTICES.txt'), notices);
  await writeFile(path.join(fresh, 'package.json'), '{ "type": "commonjs" }\n');
  await copyFile(path.join(source, 'launcher.cmd'), path.join(fresh, 'launcher.cmd'));
  const launcher = path.join(fresh, `terraform-provider-cloudimages_v${version}`);
  await copyFile(path.join(source, 'launcher.sh'), launcher);
  await chmod(launcher, 0o755);

  await rm(directory, { recursive: true, force: true });
  await rename(fresh, directory);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [directory] = process.argv.slice(2);
  await buildTerraform(directory === undefined ? {} : { directory });
}
