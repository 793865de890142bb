/** DigitalOcean with all that belongs to it. It has API tokens only. */
import { forbiddenTokenAccount, tokenAccount } from '../../account';
import { buildOf, type SimulatedCloud } from '../../simulated-cloud';
import { handleDigitalocean } from './api';
import { digitaloceanCatalog } from './catalog';
import { DIGITALOCEAN } from './vocabulary';

/** Ids are numbers: those of generated and of new images begin above those of the catalog. */
const GENERATED = 500_000_000;
const NEW = 900_000_000;

export const digitalocean: SimulatedCloud = {
  vocabulary: DIGITALOCEAN,
  catalog: digitaloceanCatalog,
  accounts: () => [tokenAccount('digitalocean'), forbiddenTokenAccount('digitalocean')],
  environment: ({ bearerToken = '' }) => ({ DIGITALOCEAN_TOKEN: bearerToken }),
  handle: handleDigitalocean,
  generate(system) {
    const { distro, code, version, builtOn, number } = system;
    const slug = `${code}-${version.replace(/[. ]/g, '-').toLowerCase()}-x64`;
    return {
      id: String(GENERATED + Number.parseInt(number, 36)),
      name: `${version} x64 ${buildOf(system)}`,
      osName: slug,
      platform: distro,
      architecture: 'x86_64',
      createdAt: builtOn.toISOString().replace('.000Z', 'Z'),
    };
  },
  newImageId: (number) => String(NEW + number),
  deprecation: { state: 'retired' },
};
