/** The provider's package, as it was built before the tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PROVIDER = path.resolve(__dirname, '../../../provider');

/** The folder that `scripts/build-terraform.mjs` makes. */
export const BUILT_PROVIDER = path.join(PROVIDER, 'dist/terraform-provider');

/** The version that the package says it is. */
export function providerVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(PROVIDER, 'package.json'), 'utf8'));
  return version;
}
