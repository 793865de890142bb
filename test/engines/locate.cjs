'use strict';
// Where the engines are: on the PATH, else in a cache outside the tree. Plain CommonJS, since the
// build scripts (run by Node as they are) and the tests (TypeScript) must agree on every name here.

const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const EXE = process.platform === 'win32' ? '.exe' : '';

const ENGINES = {
  terraform: { least: [1, 11], versionArguments: ['version', '-json'] },
  'redis-server': { least: [6, 2], versionArguments: ['--version'], debianPackage: 'redis-server' },
  tofu: {
    least: [1, 8],
    versionArguments: ['version', '-json'],
    pin: 'github.com/opentofu/opentofu',
    parts: [
      {
        module: 'tofu',
        packages: ['github.com/opentofu/opentofu/cmd/tofu'],
        stamp: ['github.com/opentofu/opentofu/version.dev=no'],
      },
    ],
  },
  pulumi: {
    least: [3, 142],
    versionArguments: ['version'],
    companions: [
      `pulumi-language-nodejs${EXE}`,
      `pulumi-language-yaml${EXE}`,
      EXE === '' ? 'pulumi-resource-pulumi-nodejs' : 'pulumi-resource-pulumi-nodejs.cmd',
    ],
    pin: 'github.com/pulumi/pulumi/pkg/v3',
    parts: [
      {
        module: 'pulumi',
        packages: ['github.com/pulumi/pulumi/pkg/v3/cmd/pulumi', './pulumi-language-nodejs'],
        tags: 'osusergo,grpcnotrace',
        stamp: [
          'github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v{github.com/pulumi/pulumi/sdk/v3}',
        ],
        copies: [
          {
            module: 'github.com/pulumi/pulumi/sdk/v3',
            file:
              EXE === ''
                ? 'nodejs/dist/pulumi-resource-pulumi-nodejs'
                : 'nodejs/dist/pulumi-resource-pulumi-nodejs.cmd',
          },
        ],
      },
      {
        module: 'pulumi-yaml',
        packages: ['github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml'],
        tags: 'osusergo,grpcnotrace',
        stamp: [
          'github.com/pulumi/pulumi-yaml/pkg/version.Version=v{github.com/pulumi/pulumi-yaml}',
          'github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v{github.com/pulumi/pulumi-yaml}',
        ],
      },
    ],
  },
};

function cacheFolder() {
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return process.env.CLOUDIMAGES_ENGINES_DIR || path.join(cache, 'cloudimages', 'engines');
}

function digest(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}:`).update(text);
  return hash.digest('hex').slice(0, 12);
}

function pinnedVersion(goModule, pin) {
  const text = fs.readFileSync(path.join(__dirname, goModule, 'go.mod'), 'utf8');
  const words = text.split('\n').map((line) =>
    line
      .trim()
      .replace(/^require /, '')
      .split(/\s+/),
  );
  const version = words.find(([module]) => module === pin)?.[1];
  if (!version) throw new Error(`test/engines/${goModule}/go.mod does not require ${pin}`);
  return version.replace(/^v/, '');
}

function goSources(folder) {
  return fs
    .readdirSync(path.join(__dirname, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.go') || path.basename(name) === 'go.mod')
    .sort()
    .map((name) => fs.readFileSync(path.join(__dirname, folder, name), 'utf8'));
}

function engineFolder(name) {
  const engine = ENGINES[name];
  const sources = engine.parts.flatMap((part) => goSources(part.module));
  const key = digest(JSON.stringify(engine), process.platform, process.arch, ...sources);
  const version = pinnedVersion(engine.parts[0].module, engine.pin);
  return { folder: path.join(cacheFolder(), `${name}-${version}-${key}`), version };
}

function packagesFolder(name) {
  const lock = fs.readFileSync(path.join(__dirname, 'npm', name, 'package-lock.json'), 'utf8');
  return path.join(cacheFolder(), `npm-${name}-${digest(lock)}`);
}

function pythonFolder() {
  const sources = ['python/requirements.txt', 'python/generate-sdk/main.go', 'pulumi/go.mod'].map(
    (file) => fs.readFileSync(path.join(__dirname, file), 'utf8'),
  );
  return path.join(cacheFolder(), `python-${digest(...sources)}`);
}

/** Python packages that only one test needs: one file of pinned requirements per set. */
function pythonSets() {
  return fs
    .readdirSync(path.join(__dirname, 'python-sets'))
    .map((file) => path.basename(file, '.txt'))
    .sort();
}

function pythonSetFolder(name) {
  const requirements = fs.readFileSync(path.join(__dirname, 'python-sets', `${name}.txt`), 'utf8');
  return path.join(cacheFolder(), `python-${name}-${digest(requirements)}`);
}

function findPythonSet(name) {
  const folder = pythonSetFolder(name);
  return fs.existsSync(folder) ? folder : undefined;
}

function packageSets() {
  return fs.readdirSync(path.join(__dirname, 'npm')).sort();
}

function onPath(file) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, file))
    .find((candidate) => fs.existsSync(candidate));
}

function installedVersion(name, file) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^TF_/.test(key)));
  const output = execFileSync(file, ENGINES[name].versionArguments, {
    encoding: 'utf8',
    env: { ...env, CHECKPOINT_DISABLE: '1', PULUMI_SKIP_UPDATE_CHECK: 'true' },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  return /\d+\.\d+\.\d+[-+.\w]*/.exec(output)?.[0];
}

/** Why the engine on the PATH will not do, or the engine itself. */
function findOnPath(name) {
  const file = onPath(name + EXE);
  if (file === undefined) return { problem: 'not on the PATH' };
  const { least, companions = [] } = ENGINES[name];
  let version;
  try {
    version = installedVersion(name, file);
  } catch (error) {
    return { problem: `${file} does not run: ${error.message}` };
  }
  const [major, minor] = (version ?? '0.0').split('.').map(Number);
  if (major < least[0] || (major === least[0] && minor < least[1])) {
    return { problem: `${file} is ${version}; ${least.join('.')} or later is needed` };
  }
  const binDir = path.dirname(fs.realpathSync(file));
  const missing = companions.filter(
    (companion) => !onPath(companion) && !fs.existsSync(path.join(binDir, companion)),
  );
  if (missing.length > 0) return { problem: `${file} has no ${missing.join(', no ')} beside it` };
  return { engine: { path: file, binDir: path.dirname(file), version } };
}

function findEngine(name) {
  const { engine } = findOnPath(name);
  if (engine !== undefined || ENGINES[name].parts === undefined) return engine;
  const { folder, version } = engineFolder(name);
  const binDir = path.join(folder, 'bin');
  const file = path.join(binDir, name + EXE);
  return fs.existsSync(file) ? { path: file, binDir, version } : undefined;
}

function findPython() {
  const folder = pythonFolder();
  return fs.existsSync(folder) ? folder : undefined;
}

function findPackages(name) {
  const folder = packagesFolder(name);
  return fs.existsSync(folder) ? folder : undefined;
}

module.exports = {
  ENGINES,
  cacheFolder,
  engineFolder,
  findEngine,
  findOnPath,
  findPackages,
  findPython,
  findPythonSet,
  packageSets,
  packagesFolder,
  pinnedVersion,
  pythonFolder,
  pythonSetFolder,
  pythonSets,
};
