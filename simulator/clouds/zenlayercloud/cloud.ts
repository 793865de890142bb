/** Zenlayer Cloud ZEC with all that belongs to it. It has no temporary keys, but API tokens. */
import { forbiddenAccount, plainAccount } from '../../account';
import { buildOf, type SimulatedCloud } from '../../simulated-cloud';
import { handleZenlayercloud } from './api';
import { zenlayercloudCatalog } from './catalog';
import { ZENLAYERCLOUD } from './vocabulary';

export const zenlayercloud: SimulatedCloud = {
  vocabulary: ZENLAYERCLOUD,
  catalog: zenlayercloudCatalog,
  accounts: () => [
    { ...plainAccount('zenlayercloud'), bearerToken: 'simulator-token-zenlayercloud' },
    forbiddenAccount('zenlayercloud'),
  ],
  environment: ({ keyId, secret }) => ({
    ZENLAYERCLOUD_ACCESS_KEY_ID: keyId,
    ZENLAYERCLOUD_ACCESS_KEY_PASSWORD: secret,
  }),
  handle: handleZenlayercloud,
  generate(system) {
    const { distro, code, version, osType, number } = system;
    return {
      id: `${code}${version.replace(/[. ]/g, '')}_g${number}_${buildOf(system)}`,
      name: `${distro === 'Ubuntu' ? 'Ubuntu Server' : distro} ${version}`,
      osName: version,
      platform: osType === 'windows' ? 'Windows' : distro,
      architecture: 'x86_64',
    };
  },
  newImageId: (number) => `img-new${String(number).padStart(5, '0')}`,
  deprecation: { state: 'UNAVAILABLE' },
};
