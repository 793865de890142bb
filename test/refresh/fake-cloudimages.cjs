#!/usr/bin/env node
// Stands in for `cloudimages` on PATH: logs how it was called, and does what the variables say.
const fs = require('node:fs');

const args = process.argv.slice(2);
const { FAKE_LOG, FAKE_NAME = 'ubuntu', FAKE_CODES = '{}', CLOUDIMAGES_LOCK: mode } = process.env;
fs.appendFileSync(FAKE_LOG, `${JSON.stringify({ args, mode })}\n`);
const code = JSON.parse(FAKE_CODES)[args[0]];
if (args[0] === 'outdated') {
  // Worse than the real command, which escapes the name: the scripts must not rely on it.
  process.stdout.write(
    `| image | locked | newest |\n| --- | --- | --- |\n| ${FAKE_NAME} | old | new |\n`,
  );
  process.stderr.write(`progress: ${FAKE_NAME}\n`);
  process.exit(code ?? 4);
}
if (args[0] === 'lock') {
  fs.writeFileSync(
    'cloudimages.lock.json',
    `${JSON.stringify({ lockVersion: 1, queries: { new: {} } }, undefined, 2)}\n`,
  );
}
process.exit(code ?? 0);
