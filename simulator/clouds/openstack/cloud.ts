/** OpenStack with all that belongs to it: a user with a password, and an application credential. */
import { forbiddenAccount, plainAccount } from '../../account';
import { buildOf, type SimulatedCloud } from '../../simulated-cloud';
import { stableCode } from '../../stable-code';
import { handleOpenstack } from './api';
import { openstackCatalog } from './catalog';
import { OPENSTACK } from './vocabulary';

/** An id in the form of a UUID, the same for the same text. */
export function stableUuid(text: string): string {
  const hex = BigInt(`0x${Buffer.from(stableCode(text, 16)).toString('hex')}`).toString(16);
  return hex
    .padStart(32, '0')
    .slice(-32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

export const openstack: SimulatedCloud = {
  vocabulary: OPENSTACK,
  catalog: openstackCatalog,
  accounts: () => [
    plainAccount('openstack'),
    {
      cloud: 'openstack',
      keyId: 'simulator-application-credential-openstack',
      secret: 'simulator-secret-application-openstack',
      details: {
        auth_type: 'application_credential',
        application_credential_id: 'simulator-application-credential-openstack',
      },
    },
    forbiddenAccount('openstack'),
  ],
  environment: ({ keyId, secret }, endpoint) => ({
    OS_AUTH_URL: `${endpoint}/v3`,
    OS_USERNAME: keyId,
    OS_PASSWORD: secret,
    OS_PROJECT_NAME: 'simulator',
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
  }),
  handle: handleOpenstack,
  generate(system) {
    const { distro, code, version, osType, isArm, builtOn, number } = system;
    const platform = { rockylinux: 'rocky', win: 'windows' }[code] ?? code;
    return {
      id: stableUuid(`openstack ${number}`),
      name: `${distro} ${version} ${buildOf(system)}`,
      osName: version,
      platform: osType === 'windows' ? 'windows' : platform,
      architecture: isArm ? 'aarch64' : 'x86_64',
      createdAt: builtOn.toISOString().replace('.000Z', 'Z'),
    };
  },
  newImageId: (number) => stableUuid(`openstack new ${number}`),
};
