/** Tencent's legacy API v2 with all that belongs to it; its accounts are those of Tencent Cloud. */
import { forbiddenAccount, plainAccount, temporaryAccount } from '../../account';
import type { SimulatedCloud } from '../../simulated-cloud';
import { handleQcloud } from './api';
import { qcloudCatalog } from './catalog';
import { QCLOUD } from './vocabulary';

/** Whose keys they are. */
const OWNER = 'tencentcloud';

export const qcloud: SimulatedCloud = {
  vocabulary: QCLOUD,
  catalog: qcloudCatalog,
  accounts: () => [
    plainAccount('qcloud', OWNER),
    temporaryAccount('qcloud', OWNER),
    forbiddenAccount('qcloud', OWNER),
  ],
  environment: () => ({}),
  handle: handleQcloud,
  generate({ distro, code, version, osType, number }) {
    const system = distro === 'Ubuntu' ? 'Ubuntu Server' : distro;
    return {
      id: `img-g${number.padStart(7, '0')}`,
      name: `${system} ${version} 64-bit`,
      osName: `${code}${version}x86_64`,
      platform: osType === 'windows' ? 'Windows' : distro,
      architecture: 'x86_64',
    };
  },
  newImageId: (number) => `img-new${String(number).padStart(5, '0')}`,
};
