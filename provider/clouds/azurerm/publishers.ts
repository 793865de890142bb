/**
 * The official publishers of Azure Marketplace, with the offers that hold their plain systems, and
 * the official community galleries. Publisher ids are unique and belong to one company.
 */
import type { Distro } from '../../os-name/distributions';
import type { Publisher } from '../definition/cloud-definition';

interface AzurePublisher extends Omit<Publisher, 'accounts' | 'distros'> {
  readonly account: string;
  /**
   * The offers that are listed for each distribution. Offers of daily builds, and of systems that
   * are paid for separately, are listed only where a query names them by `family` or `native`.
   * `everything`: a community gallery, which has no offers.
   */
  readonly offers: Readonly<Partial<Record<Distro, RegExp | 'everything'>>>;
}

const ALIASES = 'Azure/azure-cli (image aliases)';

const TABLE: readonly AzurePublisher[] = [
  {
    name: 'canonical',
    account: 'Canonical',
    offers: {
      ubuntu:
        /^(?:ubuntu-\d\d_\d\d(?:-lts)?|0001-com-ubuntu-(?:server|minimal)-[a-z]+|UbuntuServer)$/i,
    },
    source: `documentation.ubuntu.com/azure (find Ubuntu images), ${ALIASES}`,
  },
  {
    name: 'debian',
    account: 'Debian',
    offers: { debian: /^debian-\d+$/i },
    source: `wiki.debian.org/Cloud/MicrosoftAzure, ${ALIASES}`,
  },
  {
    name: 'redhat',
    account: 'RedHat',
    offers: { rhel: /^rhel(?:-arm64)?$/i },
    source: `learn.microsoft.com/azure/virtual-machines/workloads/redhat/redhat-images, ${ALIASES}`,
  },
  {
    name: 'rocky',
    account: 'resf',
    offers: { rocky: /^rockylinux-(?:x86_64|aarch64)$/i },
    source: 'Rocky Enterprise Software Foundation: rockylinux.org (cloud images)',
  },
  {
    name: 'almalinux',
    account: 'almalinux',
    offers: { almalinux: /^almalinux-(?:x86_64|arm)$/i },
    source: 'wiki.almalinux.org/cloud/Azure.html',
  },
  {
    name: 'suse',
    account: 'SUSE',
    offers: {
      sles: /^sles-\d+(?:-sp\d+)?(?:-arm64)?$/i,
      opensuse: /^opensuse-leap-\d+-\d+(?:-arm64)?$/i,
    },
    source: ALIASES,
  },
  {
    name: 'azurelinux',
    account: 'microsoftazurelinux',
    offers: { azurelinux: /^azurelinux-\d+$/i },
    source: ALIASES,
  },
  {
    name: 'cbl-mariner',
    account: 'MicrosoftCBLMariner',
    offers: { azurelinux: /^(?:azure-linux-\d+|cbl-mariner)$/i },
    source: 'github.com/microsoft/azurelinux',
  },
  {
    name: 'microsoft-windows-server',
    account: 'MicrosoftWindowsServer',
    offers: { 'windows-server': /^WindowsServer$/i },
    source: ALIASES,
  },
  {
    name: 'microsoft-windows-desktop',
    account: 'MicrosoftWindowsDesktop',
    offers: { windows: /^windows-\d+$/i },
    source: 'learn.microsoft.com/azure/virtual-machines/windows/client-images',
  },
  {
    name: 'flatcar',
    account: 'kinvolk',
    offers: { flatcar: /^flatcar-container-linux-(?:free|corevm(?:-amd64)?)$/i },
    source: `flatcar.org/docs/latest/installing/cloud/azure, ${ALIASES}`,
  },
  {
    name: 'flatcar',
    account: 'flatcar-23485951-527a-48d6-9d11-6931ff0afc2e',
    offers: { flatcar: 'everything' },
    source: 'flatcar.org/docs/latest/installing/cloud/azure (community gallery)',
  },
  {
    name: 'fedora',
    account: 'Fedora-5e266ba4-2250-406d-adad-5d73860d958f',
    offers: { fedora: 'everything' },
    source: 'fedoraproject.org/cloud/download (community gallery)',
  },
  {
    name: 'openlogic',
    account: 'OpenLogic',
    offers: { centos: /^CentOS$/i },
    source: ALIASES,
  },
  {
    name: 'oracle',
    account: 'Oracle',
    offers: { oracle: /^Oracle-Linux$/i },
    source: 'learn.microsoft.com/azure/virtual-machines/linux/endorsed-distros',
  },
  {
    name: 'freebsd',
    account: 'thefreebsdfoundation',
    offers: { freebsd: /^freebsd-\d+_\d+$/i },
    source: 'freebsd.org (release announcements)',
  },
];

export const PUBLISHERS: readonly Publisher[] = TABLE.map(({ name, account, offers, source }) => ({
  name,
  accounts: [account],
  distros: Object.keys(offers) as Distro[],
  source,
}));

const BY_ACCOUNT = new Map(TABLE.map((row) => [row.account.toLowerCase(), row]));

/** A publisher as the table spells it: ids compare without case. */
export function spelledPublisher(publisher: string): string {
  return BY_ACCOUNT.get(publisher.toLowerCase())?.account ?? publisher;
}

/** Which offers of a publisher are listed. */
export interface OfferFilter {
  /** For keys and messages. */
  readonly name: string;
  readonly keeps: (offer: string) => boolean;
}

/**
 * Of an official publisher, the offers of the distribution, or of all of its distributions. Of
 * another publisher, all offers.
 */
export function offersOf(publisher: string, distro: string | undefined): OfferFilter {
  const row = BY_ACCOUNT.get(publisher.toLowerCase());
  if (row === undefined) return { name: 'all offers', keeps: () => true };
  const patterns = Object.entries(row.offers)
    .filter(([name]) => distro === undefined || name === distro)
    .flatMap(([, pattern]) => (pattern instanceof RegExp ? [pattern] : []));
  return {
    name: `offers ${patterns.map(({ source }) => source).join(' ')}`,
    keeps: (offer) => patterns.some((pattern) => pattern.test(offer)),
  };
}
