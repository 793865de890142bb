/** Compute Engine with all that belongs to it. Its API takes tokens only. */
import { forbiddenTokenAccount, tokenAccount } from '../../account';
import { buildOf, type GeneratedSystem, type SimulatedCloud } from '../../simulated-cloud';
import { handleGoogle } from './api';
import { googleCatalog } from './catalog';
import { idOf, OWN_PROJECT, publicProject, selfLink } from './projects';
import { GOOGLE } from './vocabulary';

export const google: SimulatedCloud = {
  vocabulary: GOOGLE,
  catalog: googleCatalog,
  accounts: () => [tokenAccount('google'), forbiddenTokenAccount('google')],
  environment: ({ bearerToken = '' }) => ({
    GOOGLE_OAUTH_ACCESS_TOKEN: bearerToken,
    GOOGLE_CLOUD_PROJECT: OWN_PROJECT,
  }),
  handle: handleGoogle,
  generate(system) {
    const { distro, version, isArm, builtOn } = system;
    const platform = distro === 'Windows Server' ? 'Windows' : distro;
    const name = nameOf(system);
    return {
      id: selfLink(publicProject(platform), name),
      name,
      osName: `${distro} ${version}`,
      platform,
      architecture: isArm ? 'ARM64' : 'X86_64',
      createdAt: builtOn.toISOString().replace('.000Z', 'Z'),
    };
  },
  newImageId: (number) => selfLink('debian-cloud', `new-image-${number}`),
  idOf,
};

/** `debian-12-7-arm64-v20240815-g1a`. */
function nameOf(system: GeneratedSystem): string {
  const { code, version, isArm, number } = system;
  const words = { win: 'windows-server', rockylinux: 'rocky-linux' }[code] ?? code;
  const numbers = code === 'ubuntu' ? version.replace('.', '') : version.replace(/[. ]/g, '-');
  const arch = isArm ? '-arm64' : '';
  return `${words}-${numbers}${arch}-v${buildOf(system)}-g${number}`.toLowerCase();
}
