/** EC2 with all that belongs to it. */
import { forbiddenAccount, plainAccount, temporaryAccount } from '../../account';
import { buildOf, type GeneratedSystem, type SimulatedCloud } from '../../simulated-cloud';
import { amiId } from './ami-id';
import { handleAws } from './api';
import { awsCatalog } from './catalog';
import { AWS } from './vocabulary';

export const aws: SimulatedCloud = {
  vocabulary: AWS,
  catalog: awsCatalog,
  accounts: () => [plainAccount('aws'), temporaryAccount('aws'), forbiddenAccount('aws')],
  environment: ({ keyId, secret }) => ({ AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secret }),
  handle: handleAws,
  generate(system) {
    const { distro, version, isArm, builtOn, number } = system;
    const name = nameOf(system);
    return {
      id: amiId(`${name} ${number}`, 'generated'),
      name,
      osName: `${distro} ${version}`,
      platform: distro === 'Windows Server' ? 'Windows' : distro,
      architecture: isArm ? 'arm64' : 'x86_64',
      createdAt: builtOn.toISOString().replace('.000Z', 'Z'),
    };
  },
  newImageId: (number) => `ami-0ae${number.toString(16).padStart(14, '0')}`,
};

function nameOf(system: GeneratedSystem): string {
  const { distro, version, isArm, number } = system;
  const build = buildOf(system);
  const debArch = isArm ? 'arm64' : 'amd64';
  const rpmArch = isArm ? 'aarch64' : 'x86_64';
  switch (distro) {
    case 'Ubuntu':
      return `ubuntu/images/hvm-ssd/ubuntu-${version}-${debArch}-server-${build}.g${number}`;
    case 'Debian':
      return `debian-${version}-${debArch}-${build}-g${number}`;
    case 'Rocky Linux':
      return `Rocky-${version.split('.')[0]}-EC2-Base-${version}-${build}.g${number}.${rpmArch}`;
    case 'AlmaLinux':
      return `AlmaLinux OS ${version}.${build} ${rpmArch} g${number}`;
    case 'Windows Server':
      return `Windows_Server-${version.replace(' ', '-')}-English-Full-Base-g${number}-${build}`;
    default:
      return `${distro}-${version}-${rpmArch}-${build}-g${number}`;
  }
}
