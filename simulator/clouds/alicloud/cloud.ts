/** Alibaba Cloud ECS with all that belongs to it. */
import { forbiddenAccount, plainAccount, temporaryAccount } from '../../account';
import { buildOf, type GeneratedSystem, type SimulatedCloud } from '../../simulated-cloud';
import { handleAlicloud } from './api';
import { alicloudCatalog } from './catalog';
import { ALICLOUD } from './vocabulary';

export const alicloud: SimulatedCloud = {
  vocabulary: ALICLOUD,
  catalog: alicloudCatalog,
  accounts: () => [
    plainAccount('alicloud'),
    temporaryAccount('alicloud'),
    forbiddenAccount('alicloud'),
  ],
  environment: ({ keyId, secret }) => ({
    ALIBABA_CLOUD_ACCESS_KEY_ID: keyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
  }),
  handle: handleAlicloud,
  generate(system) {
    const id = idOf(system);
    const { distro, version, isArm, builtOn } = system;
    return {
      id,
      name: id,
      osName: `${distro}  ${version} 64 bit${isArm ? ' for ARM' : ''}`,
      platform: distro,
      architecture: isArm ? 'arm64' : 'x86_64',
      createdAt: builtOn.toISOString().replace('.000Z', 'Z'),
    };
  },
  newImageId: (number) => `m-bp1appeared${String(number).padStart(8, '0')}`,
};

function idOf(system: GeneratedSystem): string {
  const release = system.version.replace(/[. ]/g, '_');
  const architecture = system.isArm ? 'arm64' : 'x64';
  return `${system.code}_${release}_${architecture}_20G_g${system.number}_alibase_${buildOf(system)}.vhd`;
}
