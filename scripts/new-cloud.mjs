// Writes the skeleton of a cloud: `npm run new-cloud NAME`. It works against its own simulated API,
// so that the contract suite passes before the vendor's facts take the skeleton's place.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const ROOT = process.cwd();
const TEMPLATES = path.join(import.meta.dirname, 'new-cloud');

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]{1,30}$/.test(name)) {
  fail(
    'usage: npm run new-cloud NAME, where NAME has lower-case letters and digits, such as hcloud',
  );
}

/** Files that are made, by template. */
const CREATED = {
  'cloud.ts.template': `provider/clouds/${name}.ts`,
  'simulator-cloud.ts.template': `simulator/clouds/${name}/cloud.ts`,
  'simulator-api.ts.template': `simulator/clouds/${name}/api.ts`,
  'simulator-catalog.ts.template': `simulator/clouds/${name}/catalog.ts`,
  'simulator-vocabulary.ts.template': `simulator/clouds/${name}/vocabulary.ts`,
  'documented-answer.json.template': `test/fixtures/${name}/ListImages.documented.json`,
  'documented.json.template': `test/fixtures/${name}/documented.json`,
};

const importLine = (from) => `import { ${name} } from '${from}';`;

/** Files that are changed: where a line goes in, and which. */
const CHANGED = {
  'provider/image/words.ts': [
    [/(export const CLOUD_IDS = \[[^\]]*')(,?\s*\] as const;)/, `$1, '${name}'$2`],
  ],
  'provider/clouds/index.ts': [
    [/\n\n((?:\/\*\*[^\n]*\n)?export const CLOUDS)/, `\n${importLine(`./${name}`)}\n\n$1`],
    [/(export const CLOUDS[\s\S]*?)(\n};)/, `$1\n  ${name},$2`],
  ],
  'simulator/clouds/ids.ts': [
    [/(export const CLOUDS = \[[^\]]*')(,?\s*\] as const;)/, `$1, '${name}'$2`],
  ],
  'simulator/clouds/index.ts': [
    [/\n\n(export const SIMULATED_CLOUDS)/, `\n${importLine(`./${name}/cloud`)}\n\n$1`],
    [/(export const SIMULATED_CLOUDS[\s\S]*?)(\n};)/, `$1\n  ${name},$2`],
  ],
  'CHANGELOG.md': [[/(### Features\n\n)/, `$1- A new cloud: \`${name}\`.\n`]],
};

const taken = Object.values(CREATED).filter((file) => existsSync(path.join(ROOT, file)));
if (taken.length > 0) fail(`${name} exists already: ${taken.join(', ')}`);

// All changes are worked out before the first file is written, so that a failure leaves nothing half done.
const files = new Map();
for (const [template, file] of Object.entries(CREATED)) {
  files.set(file, fill(readFileSync(path.join(TEMPLATES, template), 'utf8')));
}
for (const [file, edits] of Object.entries(CHANGED)) {
  let text = readFileSync(path.join(ROOT, file), 'utf8');
  for (const [place, line] of edits) {
    if (!place.test(text)) fail(`${file} has no place for ${name}; expected ${place}`);
    text = text.replace(place, line);
  }
  files.set(file, text);
}
for (const [file, text] of files) {
  const filepath = path.join(ROOT, file);
  const formatted = await format(text, { ...(await resolveConfig(filepath)), filepath });
  mkdirSync(path.dirname(filepath), { recursive: true });
  writeFileSync(filepath, formatted);
  console.log(file);
}

function fill(text) {
  const capital = name[0].toUpperCase() + name.slice(1);
  return text
    .replaceAll('__cloud__', name)
    .replaceAll('__Cloud__', capital)
    .replaceAll('__CLOUD__', name.toUpperCase());
}

function fail(message) {
  console.error(`new-cloud: ${message}`);
  process.exit(2);
}
