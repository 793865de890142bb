// Checks what the packages publish: an API report per package (api/*.api.md) that a change of the
// public API must update, and attw's rules for how types resolve. `--update` writes the reports.
// The tools are installed once per machine by `npm run engines`, outside the root install.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import locate from '../test/engines/locate.cjs';

const PACKAGES = ['provider', 'simulator', 'sdk/lock', 'sdk/pulumi', 'sdk/cdktf', 'sdk/cdktn'];
const update = process.argv.includes('--update');

const tools = locate.findPackages('release-tools');
if (tools === undefined) {
  console.error('The release tools are missing. Run: node test/engines/packages.mjs release-tools');
  process.exit(process.env.CI === 'true' ? 1 : 0);
}
const require = createRequire(path.join(tools, 'package.json'));
const { Extractor, ExtractorConfig, ExtractorLogLevel } = require('@microsoft/api-extractor');

let failed = false;
for (const folder of PACKAGES) {
  failed = !checkReport(path.resolve(folder)) || failed;
  failed = !checkTypes(folder) || failed;
}
process.exit(failed ? 1 : 0);

function checkReport(folder) {
  const manifest = path.join(folder, 'package.json');
  const { name } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  const file = `${name.replace('@', '').replace('/', '-')}.api.md`;
  const reportFolder = path.resolve('api');
  const before = read(path.join(reportFolder, file));
  const config = ExtractorConfig.prepare({
    configObject: {
      mainEntryPointFilePath: path.join(folder, 'dist/index.d.ts'),
      projectFolder: folder,
      compiler: {
        overrideTsconfig: {
          extends: path.resolve('tsconfig.base.json'),
          compilerOptions: { types: ['node'], composite: false },
          files: [path.join(folder, 'dist/index.d.ts')],
        },
        skipLibCheck: true,
      },
      apiReport: {
        // The query's type is derived: without its origin a changed field would not show. The
        // generated bindings would fill thousands of lines.
        includeForgottenExports: path.basename(folder) === 'provider',
        enabled: true,
        reportFileName: file,
        reportFolder,
        reportTempFolder: path.resolve('node_modules/.cache/api-reports'),
      },
      newlineKind: 'lf',
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'warning', addToApiReportFile: true },
          'ae-forgotten-export': { logLevel: 'none' },
          'ae-missing-release-tag': { logLevel: 'none' },
          'ae-undocumented': { logLevel: 'none' },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: manifest,
  });
  const { errorCount } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  if (errorCount > 0) return false;
  const after = read(path.join(reportFolder, file));
  if (update || before === after) return true;
  console.error(
    `${name}: the public API changed. Read the diff of api/${file} and commit it with the change.`,
  );
  return false;
}

function checkTypes(folder) {
  const attw = path.join(tools, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [attw, '--pack', folder, '--format', 'ascii', '--no-emoji', '--quiet'],
    { encoding: 'utf8' },
  );
  if (status !== 0) console.error(`${folder}: attw found problems\n${stdout}${stderr}`);
  return status === 0;
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
}
