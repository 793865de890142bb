// Writes the links of every package from the root package.json, the only place that names the
// repository. `--check` reports files that differ and writes nothing.
import fs from 'node:fs';
import path from 'node:path';

const { workspaces, repository } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const home = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
const owner = new URL(home).pathname.split('/')[1];

const folders = workspaces.flatMap((pattern) =>
  pattern.endsWith('/*')
    ? fs
        .readdirSync(pattern.slice(0, -2))
        .map((name) => path.posix.join(pattern.slice(0, -2), name))
        .filter((folder) => fs.existsSync(path.join(folder, 'package.json')))
    : [pattern],
);

const wanted = new Map([['.github/CODEOWNERS', `* @${owner}/maintainers\n`]]);
for (const folder of folders) {
  const file = path.posix.join(folder, 'package.json');
  const { name, version, description, ...rest } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const links = {
    homepage: `${home}#readme`,
    bugs: `${home}/issues`,
    repository: { type: 'git', url: repository.url, directory: folder },
  };
  const text = JSON.stringify({ name, version, description, ...rest, ...links }, undefined, 2);
  wanted.set(file, `${text}\n`);
}

const different = [...wanted].filter(([file, text]) => {
  const current = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  return file.endsWith('.json')
    ? JSON.stringify(sorted(JSON.parse(current))) !== JSON.stringify(sorted(JSON.parse(text)))
    : current !== text;
});

if (process.argv.includes('--check')) {
  for (const [file] of different) {
    console.error(
      `${file}: its links differ from package.json. Run: node scripts/project-links.mjs`,
    );
  }
  if (different.length > 0) process.exit(1);
} else {
  for (const [file, text] of different) fs.writeFileSync(file, text);
}

/** The order of a package.json's members does not matter. */
function sorted(members) {
  return Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
