/** A filesystem mirror with our provider and stand-ins for the clouds' own. */
import { build } from 'esbuild';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printPlatform } from '../../../provider/cli/terraform-package/files';
import { installProvider, platformOf } from '../../../provider/cli/terraform-package/install';
import { HOSTS } from '../../../provider/cli/terraform-package/source';
import { BUILT_PROVIDER, providerVersion } from '../../terraform/harness/built-provider';

/** The clouds' own providers, in versions that the examples accept. */
const CLOUD_PROVIDERS = [
  { cloud: 'alicloud', namespace: 'aliyun', version: '1.230.0' },
  { cloud: 'tencentcloud', namespace: 'tencentcloudstack', version: '1.81.100' },
];

/** Fills `mirror`, from which `init` then installs. */
export async function fillMirror(mirror: string): Promise<void> {
  const platform = platformOf(process);
  const version = providerVersion();
  await installProvider({
    build: BUILT_PROVIDER,
    version,
    platforms: [platform],
    mirror: { base: mirror, below: [] },
  });
  const program = path.join(mirror, 'instance-provider.cjs');
  await build({
    entryPoints: [path.join(__dirname, 'instance-provider.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  for (const { cloud, namespace, version: release } of CLOUD_PROVIDERS) {
    for (const host of Object.values(HOSTS)) {
      const folder = path.join(mirror, host, namespace, cloud, release, printPlatform(platform));
      mkdirSync(folder, { recursive: true });
      const launcher = path.join(folder, `terraform-provider-${cloud}_v${release}`);
      writeFileSync(launcher, `#!/bin/sh\nexec node '${program}' ${cloud}\n`);
      chmodSync(launcher, 0o755);
    }
  }
}
