/** Builds what the tests run as their users do: packages and executables. */
const { spawnSync } = require('node:child_process');
const path = require('node:path');

module.exports = function buildFirst() {
  if (process.env.CLOUDIMAGES_TEST_BUILD === 'done') return;
  const root = path.resolve(__dirname, '..');
  const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
};
