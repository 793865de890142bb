/** The user that a cloud's public image lets in first: one table by cloud, each with its source. */
import type { Distro } from '../os-name/distributions';
import type { OsType } from '../os-name/words';

/** The login users of one cloud's public images. */
interface LoginUsers {
  /** By distribution; these go before those by the type of the OS. */
  readonly byDistro?: Readonly<Partial<Record<Distro, string>>>;
  readonly byOsType?: Readonly<Partial<Record<OsType, string>>>;
}

/**
 * Systems that are set up by Ignition or an API and let in no root, whatever a cloud's page says of
 * Linux in general.
 */
const WITHOUT_ROOT: ReadonlySet<string> = new Set<Distro>([
  ...(['coreos', 'fedora-coreos', 'flatcar', 'bottlerocket', 'talos', 'cos'] as const),
]);

/** Both APIs of Tencent Cloud list the same images. */
const TENCENT: LoginUsers = {
  byDistro: { ubuntu: 'ubuntu' },
  byOsType: { linux: 'root', windows: 'Administrator' },
};

/**
 * The login users by the names of the clouds' Terraform providers.
 *
 * Not listed are clouds that have none: on Google Cloud and Azure the user is chosen when an instance
 * is made (cloud.google.com/compute/docs/instances/ssh,
 * learn.microsoft.com/azure/virtual-machines/linux/faq), and Zenlayer's pages name none.
 */
const LOGIN_USERS: Readonly<Record<string, LoginUsers>> = {
  /**
   * Unless the instance asks for ecs-user.
   *
   * @see https://www.alibabacloud.com/help/en/ecs/user-guide/reset-the-logon-password-of-an-instance
   */
  alicloud: { byOsType: { linux: 'root', windows: 'Administrator' } },
  /** @see https://www.tencentcloud.com/document/product/213/16566 */
  tencentcloud: TENCENT,
  qcloud: TENCENT,
  /**
   * Where the page leaves two (CentOS Stream: `centos` up to 8, then `ec2-user`), none is given. Rocky,
   * Alma, Flatcar and macOS as their publishers document them.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/managing-users.html#ami-default-user-names
   * @see https://docs.aws.amazon.com/AWSEC2/latest/WindowsGuide/connecting_to_windows_instance.html
   */
  aws: {
    byDistro: {
      amazon: 'ec2-user',
      ubuntu: 'ubuntu',
      debian: 'admin',
      rhel: 'ec2-user',
      sles: 'ec2-user',
      oracle: 'ec2-user',
      almalinux: 'ec2-user',
      rocky: 'rocky',
      centos: 'centos',
      fedora: 'fedora',
      flatcar: 'core',
      'fedora-coreos': 'core',
      freebsd: 'ec2-user',
      macos: 'ec2-user',
    },
    byOsType: { windows: 'Administrator' },
  },
  /**
   * The vendors' own files, which most public images of an OpenStack cloud are.
   *
   * @see https://docs.openstack.org/image-guide/obtain-images.html
   */
  openstack: {
    byDistro: {
      ubuntu: 'ubuntu',
      debian: 'debian',
      centos: 'centos',
      fedora: 'fedora',
      rhel: 'cloud-user',
      rocky: 'rocky',
      almalinux: 'almalinux',
      flatcar: 'core',
      'fedora-coreos': 'core',
    },
  },
  /** @see https://docs.hetzner.com/cloud/servers/getting-started/connecting-to-the-server */
  hcloud: { byOsType: { linux: 'root' } },
  /** @see https://docs.digitalocean.com/products/droplets/how-to/connect-with-ssh */
  digitalocean: {
    byDistro: { coreos: 'core', 'fedora-coreos': 'core', freebsd: 'freebsd' },
    byOsType: { linux: 'root' },
  },
};

/**
 * The user to log in with on an instance of a cloud's own image; undefined where the vendor's page
 * names none. Of other people's images nobody knows, so call it for public images only.
 */
export function loginUserOf(
  cloud: string,
  distro: string | undefined,
  osType: string | undefined,
): string | undefined {
  if (!Object.hasOwn(LOGIN_USERS, cloud)) return undefined;
  const { byDistro = {}, byOsType = {} } = LOGIN_USERS[cloud] ?? {};
  const user = ownValue(byDistro, distro);
  if (user !== undefined || WITHOUT_ROOT.has(distro ?? '')) return user;
  return ownValue(byOsType, osType);
}

const ownValue = (
  table: Readonly<Record<string, string | undefined>>,
  key: string | undefined,
): string | undefined => (key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined);
