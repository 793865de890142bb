// Writes what is generated in sdk/cdktf and sdk/cdktn:
//
//   bindings/        the constructs that each framework's own generator makes of the Terraform
//                    provider's schema; no Terraform takes part
//   sdk/cdktf/*.ts   the layer above them, and
//   examples/cdktf-typescript/*.ts
//                    the example: those for CDKTN, with the other framework's name
//
// With `--check` nothing is written, and what would change is an error.
import { build } from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** The generators are large, and needed here alone: they come from sets of packages of the tests. */
const FRAMEWORKS = [
  {
    name: 'cdktf',
    packages: 'cdktf-generator-0.21.0',
    generator: '@cdktf/provider-generator/lib/get/generator/provider-generator',
    commons: '@cdktf/commons',
  },
  {
    name: 'cdktn',
    packages: 'cdktn-generator-0.24.0',
    generator: '@cdktn/provider-generator/build/get/generator/provider-generator',
    commons: '@cdktn/commons',
  },
];

/** Written by hand for CDKTN. CDKTF, which is archived, gets the same text with its own name. */
const LAYER = [
  'check-query.ts',
  'get-image.ts',
  'get-images.ts',
  'judge-locked.ts',
  'index.ts',
  'locked-image.ts',
  'locked-query.ts',
  'own-scope.ts',
  'pinned-image.ts',
  'provider.ts',
  'write-lock.ts',
];
const EXAMPLE = ['clouds.ts', 'main.ts'];

// As they load, the generators ask Terraform for its version, and a server for theirs.
process.env.TERRAFORM_BINARY_NAME = 'no-terraform-needed';
process.env.CHECKPOINT_DISABLE = '1';

const provider = await readProvider();
const written = new Map();
for (const name of LAYER) {
  const header = `// Made from sdk/cdktn/${name} by scripts/generate-cdktf.mjs. Do not edit.\n`;
  written.set(`sdk/cdktf/${name}`, header + forCdktf(`sdk/cdktn/${name}`));
}
for (const name of EXAMPLE) {
  written.set(`examples/cdktf-typescript/${name}`, forCdktf(`examples/cdktn-typescript/${name}`));
}
for (const framework of FRAMEWORKS) {
  for (const [name, text] of await generateBindings(framework, provider)) {
    written.set(`sdk/${framework.name}/bindings/${name}`, text);
  }
}
const changed = [...written].filter(([file, text]) => textOf(file) !== text);
const stale = FRAMEWORKS.flatMap(({ name }) =>
  filesIn(path.join(root, `sdk/${name}/bindings`)).map((file) => `sdk/${name}/bindings/${file}`),
).filter((file) => !written.has(file));

if (!process.argv.includes('--check')) {
  for (const [file, text] of changed) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  for (const file of stale) fs.rmSync(path.join(root, file));
} else if (changed.length + stale.length > 0) {
  const names = [...changed.map(([file]) => file), ...stale].join('\n  ');
  console.error(
    `Not as generated; commit what \`node scripts/generate-cdktf.mjs\` writes:\n  ${names}`,
  );
  process.exitCode = 1;
}

/** The provider's address and version, and its schema as `terraform providers schema -json`. */
async function readProvider() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      resolveDir: root,
      contents: `
        export { NAMESPACE, TERRAFORM_ADDRESS, TYPE } from './provider/cli/terraform-package/source';
        export { printSchemaJson } from './provider/terraform/schema-json';
        export { createProvider } from './provider/terraform/provider';
        export { ANSWER_FIELDS, SINGLE_ANSWER_FIELDS } from './provider/schema/answer-fields';
        export { CONFIGURATION_FIELDS } from './provider/schema/configuration-fields';
        export { snakeCase } from './provider/schema/field';
        export { QUERY_FIELDS } from './provider/schema/query-fields';
        export { PIN_ARGUMENTS, PIN_RESULTS } from './provider/terraform/resources/pin-fields';
      `,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    require,
  );
  const table = module.exports;
  const address = table.TERRAFORM_ADDRESS;
  const schema = table.printSchemaJson(address, table.createProvider({}));
  const { provider, data_source_schemas, resource_schemas } = schema.provider_schemas[address];
  const { cloudimages_image, cloudimages_images } = data_source_schemas;
  const { cloudimages_pinned_image } = resource_schemas;
  for (const [{ block }, fields] of [
    [provider, table.CONFIGURATION_FIELDS],
    [cloudimages_image, { ...table.QUERY_FIELDS, ...table.SINGLE_ANSWER_FIELDS }],
    [cloudimages_images, { ...table.QUERY_FIELDS, ...table.ANSWER_FIELDS }],
    [cloudimages_pinned_image, { ...table.PIN_ARGUMENTS, ...table.PIN_RESULTS }],
  ]) {
    describeInTypeScript(block.attributes, fields, table.snakeCase);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'provider/package.json'), 'utf8'));
  // Without a host: Terraform and OpenTofu have the provider each from a registry of its own.
  return { address, constraint: `${table.NAMESPACE}/${table.TYPE}@${version}`, version, schema };
}

/** The schema's texts name fields and write values as Terraform does; programs here are TypeScript. */
function describeInTypeScript(attributes, fields, snakeCase) {
  for (const [name, field] of Object.entries(fields)) {
    const attribute = attributes[snakeCase(name)];
    if (attribute === undefined) continue;
    const { doc, values, default: absent, example, type } = field;
    const sentences = [doc];
    if (values !== undefined)
      sentences.push(`One of ${values.map((v) => `\`'${v}'\``).join(', ')}.`);
    if (absent !== undefined) sentences.push(`Default: ${absent}.`);
    if (example !== undefined) sentences.push(`Example: \`${example}\`.`);
    attribute.description = sentences.join(' ');
    if (attribute.nested_type !== undefined) {
      const object = type.object ?? type.list.object;
      describeInTypeScript(attribute.nested_type.attributes, object.fields, snakeCase);
    }
  }
}

/** One TypeScript module per construct, by name. */
async function generateBindings({ packages, generator, commons }, provider) {
  const folder = require('../test/engines/locate.cjs').findPackages(packages);
  if (folder === undefined) {
    console.error(
      `Needs the npm packages ${packages}: run \`node test/engines/packages.mjs ${packages}\`.`,
    );
    process.exit(2);
  }
  const load = createRequire(path.join(folder, 'node_modules', generator));
  const { CodeMaker } = load('codemaker');
  const { ConstructsMakerProviderTarget, Language, TerraformProviderConstraint } = load(commons);
  const { TerraformProviderGenerator } = load(generator);

  const code = new CodeMaker();
  const generated = new TerraformProviderGenerator(code, {
    ...provider.schema,
    provider_versions: { [provider.address]: provider.version },
  });
  const constraint = new TerraformProviderConstraint(provider.constraint);
  generated.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-bindings-'));
  try {
    await generated.save(scratch);
    const made = path.join(scratch, 'providers/cloudimages');
    // Beside the constructs there are two ways to import all of them; the layer names those it needs.
    return filesIn(made)
      .filter((name) => name.endsWith('/index.ts'))
      .map((name) => [name, fs.readFileSync(path.join(made, name), 'utf8')]);
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

function forCdktf(file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  return text.replaceAll('cdktn', 'cdktf').replaceAll('CDKTN', 'CDKTF');
}

function textOf(file) {
  const full = path.join(root, file);
  return fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : undefined;
}

/** By their paths below the folder, with slashes. */
function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}
