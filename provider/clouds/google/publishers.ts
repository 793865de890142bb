/**
 * The public image projects of Google Cloud. Anyone can make a project's images readable for
 * everyone, so the project id is what shows whose image it is.
 */
import type { Publisher } from '../definition/cloud-definition';

/** The list of the gcloud command: google-cloud-sdk, `PUBLIC_IMAGE_PROJECTS` in compute's constants.py. */
const GCLOUD = 'google-cloud-sdk (PUBLIC_IMAGE_PROJECTS of the gcloud command)';

export const PUBLISHERS: readonly Publisher[] = [
  { name: 'google', accounts: ['cos-cloud'], distros: ['cos'], source: GCLOUD },
  {
    name: 'google-windows',
    accounts: ['windows-cloud', 'windows-sql-cloud'],
    distros: ['windows-server'],
    source: GCLOUD,
  },
  {
    name: 'canonical',
    accounts: ['ubuntu-os-cloud', 'ubuntu-os-pro-cloud', 'ubuntu-os-accelerator-images'],
    distros: ['ubuntu'],
    source: `${GCLOUD}; accelerator images: Google’s AI Hypercomputer documentation (OS images)`,
  },
  { name: 'debian', accounts: ['debian-cloud'], distros: ['debian'], source: GCLOUD },
  {
    name: 'redhat',
    accounts: ['rhel-cloud', 'rhel-sap-cloud'],
    distros: ['rhel'],
    source: GCLOUD,
  },
  {
    name: 'rocky',
    accounts: ['rocky-linux-cloud', 'rocky-linux-accelerator-cloud'],
    distros: ['rocky'],
    source: `${GCLOUD}; accelerator images: GoogleCloudPlatform/cloud-image-tests (licenses)`,
  },
  {
    name: 'almalinux',
    accounts: ['almalinux-cloud'],
    distros: ['almalinux'],
    source: 'AlmaLinux/cloud-images (GCP_IMAGE_TEST_PUBLISH.md)',
  },
  {
    name: 'centos',
    accounts: ['centos-cloud'],
    distros: ['centos', 'centos-stream'],
    source: GCLOUD,
  },
  {
    name: 'suse',
    accounts: ['suse-cloud', 'suse-sap-cloud'],
    distros: ['sles'],
    source: GCLOUD,
  },
  { name: 'opensuse', accounts: ['opensuse-cloud'], distros: ['opensuse'], source: GCLOUD },
  {
    name: 'fedora',
    accounts: ['fedora-cloud', 'fedora-coreos-cloud'],
    distros: ['fedora', 'fedora-coreos'],
    source: GCLOUD,
  },
  {
    name: 'oracle',
    accounts: ['oracle-linux-cloud'],
    distros: ['oracle'],
    source: 'cloud.google.com/compute/docs/images/os-details (Oracle Linux)',
  },
  {
    name: 'flatcar',
    accounts: ['kinvolk-public'],
    distros: ['flatcar'],
    source: 'flatcar.org/docs (Google Compute Engine), kubernetes-sigs/cluster-api-provider-gcp',
  },
  {
    name: 'freebsd',
    accounts: ['freebsd-org-cloud-dev'],
    distros: ['freebsd'],
    source: 'freebsd.org release announcements (Google Compute Engine), canonical/spread',
  },
];

const PROJECTS: ReadonlySet<string> = new Set(
  PUBLISHERS.flatMap(({ accounts }) => (Array.isArray(accounts) ? (accounts as string[]) : [])),
);

/** Whether a project is one of the table. */
export function isPublicProject(project: string): boolean {
  return PROJECTS.has(project);
}
