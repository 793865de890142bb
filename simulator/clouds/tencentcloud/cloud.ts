/** Tencent Cloud CVM API 3.0 with all that belongs to it. */
import { forbiddenAccount, plainAccount, temporaryAccount } from '../../account';
import type { SimulatedCloud } from '../../simulated-cloud';
import { handleTencentcloud } from './api';
import { tencentcloudCatalog } from './catalog';
import { TENCENTCLOUD } from './vocabulary';

export const tencentcloud: SimulatedCloud = {
  vocabulary: TENCENTCLOUD,
  catalog: tencentcloudCatalog,
  accounts: () => [
    plainAccount('tencentcloud'),
    temporaryAccount('tencentcloud'),
    forbiddenAccount('tencentcloud'),
  ],
  environment: ({ keyId, secret }) => ({
    TENCENTCLOUD_SECRET_ID: keyId,
    TENCENTCLOUD_SECRET_KEY: secret,
  }),
  handle: handleTencentcloud,
  generate({ distro, version, osType, isArm, number }) {
    const system = distro === 'Ubuntu' ? 'Ubuntu Server' : distro;
    const name = `${system} ${version} 64bit${isArm ? ' for ARM64' : ''}`;
    return {
      id: `img-g${number.padStart(7, '0')}`,
      name,
      osName: name,
      platform: osType === 'windows' ? 'Windows' : distro,
      architecture: isArm ? 'arm' : 'x86_64',
    };
  },
  newImageId: (number) => `img-new${String(number).padStart(5, '0')}`,
};
