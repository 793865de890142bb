/** Hetzner Cloud with all that belongs to it. It has API tokens only, and Linux images only. */
import { forbiddenTokenAccount, tokenAccount } from '../../account';
import type { SimulatedCloud } from '../../simulated-cloud';
import { handleHcloud } from './api';
import { hcloudCatalog } from './catalog';
import { HCLOUD } from './vocabulary';

/** Ids are numbers: those of generated and of new images begin above those of the catalog. */
const GENERATED = 500_000_000;
const NEW = 900_000_000;

export const hcloud: SimulatedCloud = {
  vocabulary: HCLOUD,
  catalog: hcloudCatalog,
  accounts: () => [tokenAccount('hcloud'), forbiddenTokenAccount('hcloud')],
  environment: ({ bearerToken = '' }) => ({ HCLOUD_TOKEN: bearerToken }),
  handle: handleHcloud,
  generate({ distro, code, version, osType, isArm, builtOn, number }) {
    const flavor = { rockylinux: 'rocky', almalinux: 'alma' }[code] ?? code;
    return {
      id: String(GENERATED + Number.parseInt(number, 36)),
      name: `${flavor}-${version}`.replace(' ', '-'),
      osName: `${distro} ${version}`,
      platform: osType === 'linux' ? flavor : 'unknown',
      architecture: isArm ? 'arm' : 'x86',
      createdAt: builtOn.toISOString().replace('.000Z', 'Z'),
    };
  },
  newImageId: (number) => String(NEW + number),
};
