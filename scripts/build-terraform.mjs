// Builds the Terraform provider's package into provider/dist/terraform-provider:
//
//   terraform-provider-cloudimages_vX   the file that Terraform starts, a shell script
//   provider.cjs                        reads what Terraform asks for and answers the handshake
//   server.js                           gRPC, the provider and the engine, loaded after that
//   server.*.cache                      V8's code cache for server.js, for this Node and platform
//   launcher.cmd                        stands in for the shell script in packages for Windows
//   package.json                        keeps the user's own package.json from changing what .cjs is
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(root, 'provider/terraform/executable');

/**
 * The HTTP client without its parts for browsers and for tests, which it would load all the same and
 * some of which load Node's own fetch too: 40 ms of a plan.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutUnusedUndici = {
  name: 'without-unused-undici',
  setup(bundle) {
    const unused = /[\\/]undici[\\/]lib[\\/](web|mock|cache|interceptor)[\\/]/;
    const contents = 'module.exports = new Proxy({}, { get: () => class NotInTheBundle {} });';
    bundle.onLoad({ filter: unused }, () => ({ contents, loader: 'js' }));
  },
};

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
    platform: 'node',
    format: 'cjs',
    // Code that V8 runs from a script of its own cannot import; all of it is in the bundle anyway.
    supported: { 'dynamic-import': false },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [...plugins, withoutUnusedUndici],
  };
  await build({
    ...common,
    entryPoints: [path.join(source, 'provider.ts')],
    outfile: path.join(fresh, 'provider.cjs'),
    target: 'node14',
  });
  await build({
    ...common,
    entryPoints: [path.join(source, 'server.ts')],
    outfile: path.join(fresh, 'server.js'),
    target: 'node20.18',
    banner: { js: '(function (exports, require, module) {' },
    footer: { js: '})' },
  });
  // esbuild leaves regular expressions as they are; in ASCII the file is read and compiled faster.
  const server = await readFile(path.join(fresh, 'server.js'), 'utf8');
  await writeFile(
    path.join(fresh, 'server.js'),
    server.replace(
      /[^\0-\x7f]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
  await writeFile(path.join(fresh, 'package.json'), '{ "type": "commonjs" }\n');
  await copyFile(path.join(source, 'launcher.cmd'), path.join(fresh, 'launcher.cmd'));
  const launcher = path.join(fresh, `terraform-provider-cloudimages_v${version}`);
  await copyFile(path.join(source, 'launcher.sh'), launcher);
  await chmod(launcher, 0o755);

  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/terraform-code-cache.cjs'), fresh],
    { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '', NODE_EXTRA_CA_CERTS: '' } },
  );
  if (status !== 0) throw new Error('the code cache could not be made');
  await rm(directory, { recursive: true, force: true });
  await rename(fresh, directory);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [directory] = process.argv.slice(2);
  await buildTerraform(directory === undefined ? {} : { directory });
}
