/** `cloudimages terraform install` and `cloudimages terraform pack`. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { ImageError } from '../errors/image-error';
import { EXIT } from './exit-codes';
import type { Terminal } from './output';
import { packageFolder, packageVersion } from './package-folder';

/** Installs the provider into the local mirrors that Terraform and OpenTofu read by default. */
export async function install(
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { installProvider, platformOf, stackMirror, userMirror } =
    await import('./terraform-package/install.js');
  const { parsePlatforms } = await import('./terraform-package/files.js');
  const platform = platformOf(process);
  const { stack, platform: names } = options;
  const folders = await installProvider({
    build: builtProvider(),
    version: packageVersion(),
    platforms: Array.isArray(names) ? parsePlatforms(names.map(String)) : [platform],
    mirror:
      typeof stack === 'string'
        ? stackMirror(path.resolve(stack))
        : userMirror(platform, homedir(), process.env['APPDATA']),
  });
  terminal.out(folders.map((folder) => `${folder}\n`).join(''));
  terminal.err(
    `Installed. In a stack:\n\n  terraform {\n    required_providers {\n      cloudimages = {\n        source  = "cloudimages/cloudimages"\n        version = "${packageVersion()}"\n      }\n    }\n  }\n`,
  );
  return EXIT.found;
}

/** Makes the archives and checksums that a registry accepts. */
export async function pack(
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { packProvider } = await import('./terraform-package/pack.js');
  const files = await packProvider({
    build: builtProvider(),
    version: packageVersion(),
    directory: path.resolve(String(options['directory'])),
  });
  terminal.out(files.map((file) => `${file}\n`).join(''));
  return EXIT.found;
}

function builtProvider(): string {
  const build = path.join(packageFolder(), 'dist', 'terraform-provider');
  if (existsSync(path.join(build, 'provider.cjs'))) return build;
  throw new ImageError('internal', `the Terraform provider is not built: it is not in ${build}`, {
    hint: 'Build it in the checkout:\n  npm run build',
  });
}
