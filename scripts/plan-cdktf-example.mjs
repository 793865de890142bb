// Synthesizes the CDKTF example and lays beside it what `terraform init` needs: our provider, and
// stand-ins for the clouds' own, which start nothing.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const EXAMPLE = 'examples/cdktf-typescript';

/** The clouds' own providers, in versions that the example accepts. */
const CLOUD_PROVIDERS = [
  ['alicloud', 'aliyun', '1.230.0'],
  ['tencentcloud', 'tencentcloudstack', '1.81.100'],
];
const HOSTS = ['registry.terraform.io', 'registry.opentofu.org'];

/** @returns the folder of the synthesized stack, ready for `init` */
export async function prepareCdktfExample(scratch) {
  const node = (...args) => execFileSync(process.execPath, args, { stdio: 'inherit' });
  node('node_modules/typescript/bin/tsc', '-p', EXAMPLE);
  execFileSync(process.execPath, [`${EXAMPLE}/dist/main.js`], {
    stdio: 'inherit',
    env: { ...process.env, CDKTF_OUTDIR: scratch },
  });
  const stack = path.join(scratch, 'stacks', 'web');
  execFileSync(
    process.execPath,
    ['provider/bin/cloudimages.js', 'terraform', 'install', '--stack', stack],
    { stdio: 'ignore' },
  );
  const program = path.join(scratch, 'instance-provider.cjs');
  await build({
    entryPoints: ['test/cdktf/harness/instance-provider.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const plugins = path.join(stack, 'terraform.d', 'plugins');
  const [platform] = fs.readdirSync(
    path.join(plugins, HOSTS[0], 'cloudimages', 'cloudimages', versionOf('provider')),
  );
  for (const [cloud, namespace, version] of CLOUD_PROVIDERS) {
    for (const host of HOSTS) {
      const folder = path.join(plugins, host, namespace, cloud, version, platform);
      fs.mkdirSync(folder, { recursive: true });
      const launcher = path.join(folder, `terraform-provider-${cloud}_v${version}`);
      fs.writeFileSync(launcher, `#!/bin/sh\nexec node '${program}' ${cloud}\n`, { mode: 0o755 });
    }
  }
  return stack;
}

function versionOf(folder) {
  return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}
