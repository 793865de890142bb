/** Words of image names that say neither the system nor its version, by what they do there. */

const words = (...lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(' '));

/** What vendors put between a plain system's name and its version. */
const PLAIN = words(
  'linux os server base generic genericcloud cloud cloudimg image images guest ami free public',
  'release version v ver edition lts final stable gnu codename minimal full core leap stream',
  'enterprise standard datacenter jeos virt openstack nocloud cloudinit raw wsl ebs ssd hvm pv',
  'ena gen lvm uefi bios com ec aws azure gcp gce oci kvm qemu xen vmware vagrant vpc ci uki amazonec for x',
);

/** The same for images that are more than the plain system. */
const FLAVORS = words(
  'advanced pro byos byol fips sap sapapps sapha apps ha hpc arm desktop workstation applications',
  'beta alpha edge daily testing nat',
);

/** What is in the names of plain images behind the version. */
const BEHIND = words(
  'latest g gb gib bit bits disk gp mag img qcow vhd vhdx vmdk iso ova vm zfs efi preferred dc dtc',
  'alibase aliaegis alicloud ecs r u sp b h k n rtm ga hourly',
);

/** Words that a version may stand behind. Behind one other word at most. */
export const BEFORE_VERSION: ReadonlySet<string> = new Set([...PLAIN, ...FLAVORS]);

/** Words that make a name no less plain. */
export const PACKAGING: ReadonlySet<string> = new Set(
  [...PLAIN, ...BEHIND].filter((word) => word !== 'for'),
);

/** The same in Chinese: the whole of a run such as the `位中文版` of `64位中文版`. */
export const PACKAGING_HAN = /^(?:位|版本?|中文|英文|数据中心|标准|企业|专业|镜像|系统)+$/;
