/** Azure with all that belongs to it. */
import { forbiddenAccount, plainAccount } from '../../account';
import { buildOf, type GeneratedSystem, type SimulatedCloud } from '../../simulated-cloud';
import { handleAzurerm } from './api';
import { azurermCatalog } from './catalog';
import { SUBSCRIPTION, TENANT } from './place';
import { AZURERM } from './vocabulary';

const details = { tenant: TENANT, subscription: SUBSCRIPTION };

export const azurerm: SimulatedCloud = {
  vocabulary: AZURERM,
  catalog: azurermCatalog,
  accounts: () => [
    { ...plainAccount('azurerm'), details },
    { ...forbiddenAccount('azurerm'), details },
  ],
  environment: ({ keyId, secret }) => ({
    ARM_CLIENT_ID: keyId,
    ARM_CLIENT_SECRET: secret,
    ARM_TENANT_ID: TENANT,
    ARM_SUBSCRIPTION_ID: SUBSCRIPTION,
  }),
  handle: handleAzurerm,
  generate(system) {
    const { distro, version, isArm } = system;
    const id = idOf(system);
    return {
      id,
      name: id,
      osName: `${distro} ${version}`,
      platform: distro,
      architecture: isArm && distro !== 'CentOS' ? 'Arm64' : 'x64',
    };
  },
  newImageId: (number) => `Canonical:ubuntu-24_04-lts:server:24.04.${20_980_101_000 + number}`,
};

/** Generated images have numbers of their own at the end of their versions. */
function idOf(system: GeneratedSystem): string {
  const { distro, version, isArm, number } = system;
  const [major = ''] = version.split('.');
  const build = buildOf(system);
  const serial = Number.parseInt(number, 36);
  const arm = isArm ? '-arm64' : '';
  switch (distro) {
    case 'Ubuntu':
      return `Canonical:UbuntuServer:${version}${arm}:${version}.${build}.${serial}`;
    case 'Debian':
      return `Debian:debian-${major}:${major}${arm}:0.${build}.${serial}`;
    case 'Rocky Linux':
      return `resf:rockylinux-${isArm ? 'aarch64' : 'x86_64'}:${major}-base:${version}.${build}.${serial}`;
    case 'AlmaLinux':
      return `almalinux:almalinux-${isArm ? 'arm' : 'x86_64'}:${major}-gen2:${version}.${build}.${serial}`;
    case 'CentOS':
      return `OpenLogic:CentOS:${version.replace('.', '_')}:${version}.${build}.${serial}`;
    case 'Fedora':
      return `/communityGalleries/Fedora-5e266ba4-2250-406d-adad-5d73860d958f/images/Fedora-Cloud-${version}-${isArm ? 'Arm64' : 'x64'}/versions/${version}.${build}.${serial}`;
    case 'FreeBSD':
      return `thefreebsdfoundation:freebsd-${version.replace('.', '_')}:${version.replace('.', '_')}-release:${version}.${build}.${serial}`;
    default:
      return `MicrosoftWindowsServer:WindowsServer:${version.replace(' ', '-')}-datacenter-g2:20348.${serial}.${build.slice(2)}`;
  }
}
