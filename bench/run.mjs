/**
 * `npm run bench`: measures everything and writes bench/results.md. Run it after `npm run build`.
 *
 *   npm run bench -- --label "after the change" --runs 10
 *   npm run bench -- --only terraform
 *
 * A label is a column of the results; the same label again replaces it. Nothing is asserted, since
 * machines differ.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureCache } from './cache.mjs';
import { measureChoosing } from './choosing.mjs';
import { measureLookUps } from './look-up.mjs';
import { measurePulumi } from './pulumi.mjs';
import { measureReading } from './reading.mjs';
import { measureTerraform } from './terraform.mjs';
import { renderResults } from './results.mjs';

const folder = path.dirname(fileURLToPath(import.meta.url));
const RECORDS = path.join(folder, 'results.json');
const RESULTS = path.join(folder, 'results.md');

const PARTS = {
  terraform: measureTerraform,
  pulumi: measurePulumi,
  'look-up': measureLookUps,
  choosing: measureChoosing,
  reading: measureReading,
  cache: measureCache,
};

const { values } = parseArgs({
  options: {
    label: { type: 'string', default: 'latest' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string' },
    /** About the machine, such as that others used it too. */
    note: { type: 'string', default: '' },
  },
});

const sections = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const section = await measure(Number(values.runs));
  if (section === undefined) continue;
  sections.push(section);
  console.log(`\n${section.title}`);
  for (const [row, figure, unit] of section.rows) {
    console.log(`  ${row.padEnd(84)} ${figure.toFixed(figure < 10 ? 1 : 0).padStart(8)} ${unit}`);
  }
}

const record = {
  label: values.label,
  runs: Number(values.runs),
  machine: `${os.availableParallelism()} processors (${os.cpus()[0]?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.platform()} ${os.arch()}`,
  versions: `Node.js ${process.versions.node}${versionOf('terraform')}`,
  note: values.note,
  sections,
};
const records = existsSync(RECORDS) ? JSON.parse(readFileSync(RECORDS, 'utf8')) : [];
const place = records.findIndex(({ label }) => label === record.label);
if (place < 0) records.push(record);
else records[place] = merged(records[place], record);
writeFileSync(RECORDS, `${JSON.stringify(records, null, 2)}\n`);
writeFileSync(RESULTS, renderResults(records));

/** A part that was run alone takes the place of itself only. */
function merged(old, next) {
  const kept = old.sections.filter(({ title }) =>
    next.sections.every((section) => section.title !== title),
  );
  return { ...next, sections: [...kept, ...next.sections] };
}

function versionOf(command) {
  const { status, stdout } = spawnSync(command, ['version', '-json']);
  return status === 0 ? `, Terraform ${JSON.parse(stdout.toString()).terraform_version}` : '';
}
