/** The projects that own the images of the catalog, and the ids of images, which name them. */
import { createHash } from 'node:crypto';
import type { CatalogImage } from '../../catalog-image';

/** The project of the simulator's own account. */
export const OWN_PROJECT = 'simulator-project';

/** Projects of others: one shares images, the other has look-alikes for everyone. */
export const PARTNER = 'partner-project-417';
export const STRANGER = 'ubuntu-os-images';

/** Public projects by platform. */
const PUBLIC: Readonly<Record<string, string>> = {
  Ubuntu: 'ubuntu-os-cloud',
  'Ubuntu Pro': 'ubuntu-os-pro-cloud',
  'Ubuntu Accelerator': 'ubuntu-os-accelerator-images',
  Debian: 'debian-cloud',
  'Rocky Linux': 'rocky-linux-cloud',
  'Rocky Linux Accelerator': 'rocky-linux-accelerator-cloud',
  AlmaLinux: 'almalinux-cloud',
  CentOS: 'centos-cloud',
  RHEL: 'rhel-cloud',
  'RHEL for SAP': 'rhel-sap-cloud',
  SLES: 'suse-cloud',
  'SLES for SAP': 'suse-sap-cloud',
  openSUSE: 'opensuse-cloud',
  Windows: 'windows-cloud',
  'SQL Server': 'windows-sql-cloud',
  'Container-Optimized OS': 'cos-cloud',
  Fedora: 'fedora-cloud',
  'Fedora CoreOS': 'fedora-coreos-cloud',
  'Oracle Linux': 'oracle-linux-cloud',
  Flatcar: 'kinvolk-public',
  FreeBSD: 'freebsd-org-cloud-dev',
};

/** All projects that exist even without images. */
export const PROJECTS: readonly string[] = [
  ...Object.values(PUBLIC),
  OWN_PROJECT,
  PARTNER,
  STRANGER,
];

/** The project that publishes a platform. */
export function publicProject(platform: string): string {
  return (Object.hasOwn(PUBLIC, platform) ? PUBLIC[platform] : undefined) ?? 'debian-cloud';
}

/** The project of an image: that of its id, else that of its owner. */
export function projectOf(image: CatalogImage): string {
  return /\/projects\/([^/]+)\/global\/images\//.exec(image.id)?.[1] ?? ownersProject(image);
}

function ownersProject({ owner, ownerId, platform }: CatalogImage): string {
  if (owner === 'public') return publicProject(platform);
  return owner === 'self' ? OWN_PROJECT : (ownerId ?? STRANGER);
}

/** The self link, by which instances and queries name an image. */
export function selfLink(project: string, name: string): string {
  return `https://www.googleapis.com/compute/v1/projects/${project}/global/images/${name}`;
}

/** The self link that goes with an image's owner. */
export function idOf(image: CatalogImage): string {
  return selfLink(ownersProject(image), image.name);
}

/** The number that the API calls the id. */
export function numberOf(link: string): string {
  const digest = createHash('sha256').update(link).digest('hex');
  return String(BigInt(`0x${digest.slice(0, 15)}`) + 10n ** 18n);
}
