// The license texts of the packages that esbuild put into a bundle, which must go with it.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const LICENSE_FILE = /^(licen[cs]e|notice|copying)\b/i;
/** The folder of a package in the path of one of its files. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * One section per package, by name: name, version, license and the text of its license files.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root - the folder that the paths in the metafiles are relative to
 * @throws Error where a package has neither a license file nor a license in its package.json
 */
export async function printNotices(metafiles, root) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = new Set(inputs.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const sections = await Promise.all(
    [...folders].map((folder) => section(path.join(root, folder))),
  );
  return sections.toSorted().join('\n');
}

async function section(folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const names = (await readdir(folder)).filter((name) => LICENSE_FILE.test(name)).toSorted();
  const { name, version, license } = manifest;
  if (license === undefined && names.length === 0) throw new Error(`${name} has no license`);
  const texts = await Promise.all(names.map((file) => readFile(path.join(folder, file), 'utf8')));
  const title = `${name} ${version}${license === undefined ? '' : `, ${license}`}`;
  const rule = '='.repeat(title.length);
  return [title, rule, '', ...texts.map((text) => `${text.trim()}\n`)].join('\n');
}
