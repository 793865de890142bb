import { loginUserOf } from '../../provider/image/login-user';

describe('loginUserOf', () => {
  it.each([
    ['alicloud', 'ubuntu', 'linux', 'root'],
    ['alicloud', undefined, 'linux', 'root'],
    ['alicloud', 'windows-server', 'windows', 'Administrator'],
    ['alicloud', 'fedora-coreos', 'linux', undefined],
    ['alicloud', 'freebsd', 'bsd', undefined],
    ['tencentcloud', 'ubuntu', 'linux', 'ubuntu'],
    ['tencentcloud', 'tencentos', 'linux', 'root'],
    ['tencentcloud', 'windows-server', 'windows', 'Administrator'],
    ['qcloud', 'ubuntu', 'linux', 'ubuntu'],
    ['qcloud', 'coreos', 'linux', undefined],
    ['zenlayercloud', 'ubuntu', 'linux', undefined],
    ['aws', 'amazon', 'linux', 'ec2-user'],
    ['aws', 'ubuntu', 'linux', 'ubuntu'],
    ['aws', 'debian', 'linux', 'admin'],
    ['aws', 'windows-server', 'windows', 'Administrator'],
    ['aws', 'centos-stream', 'linux', undefined],
    ['aws', undefined, 'linux', undefined],
    ['google', 'debian', 'linux', undefined],
    ['azurerm', 'ubuntu', 'linux', undefined],
    ['hcloud', 'debian', 'linux', 'root'],
    ['digitalocean', 'fedora-coreos', 'linux', 'core'],
    ['digitalocean', 'freebsd', 'bsd', 'freebsd'],
    ['digitalocean', 'ubuntu', 'linux', 'root'],
    ['openstack', 'debian', 'linux', 'debian'],
    ['openstack', 'windows-server', 'windows', undefined],
  ])('of %s %s (%s) is %s', (cloud, distro, osType, user) => {
    expect(loginUserOf(cloud, distro, osType)).toBe(user);
  });

  /** As the vendors' pages name them; see the table's links. */
  it.each([
    ...[
      ['aws', 'rhel', 'ec2-user'],
      ['aws', 'sles', 'ec2-user'],
      ['aws', 'oracle', 'ec2-user'],
    ],
    ...[
      ['aws', 'almalinux', 'ec2-user'],
      ['aws', 'rocky', 'rocky'],
      ['aws', 'centos', 'centos'],
    ],
    ...[
      ['aws', 'fedora', 'fedora'],
      ['aws', 'flatcar', 'core'],
      ['aws', 'fedora-coreos', 'core'],
    ],
    ...[
      ['aws', 'freebsd', 'ec2-user'],
      ['aws', 'macos', 'ec2-user'],
    ],
    ...[
      ['openstack', 'ubuntu', 'ubuntu'],
      ['openstack', 'centos', 'centos'],
    ],
    ...[
      ['openstack', 'fedora', 'fedora'],
      ['openstack', 'rhel', 'cloud-user'],
    ],
    ...[
      ['openstack', 'rocky', 'rocky'],
      ['openstack', 'almalinux', 'almalinux'],
    ],
    ...[
      ['openstack', 'flatcar', 'core'],
      ['openstack', 'fedora-coreos', 'core'],
    ],
    ...[['digitalocean', 'coreos', 'core']],
  ])('of %s %s is %s, as the vendor documents it', (cloud, distro, user) => {
    expect(loginUserOf(cloud ?? '', distro, 'linux')).toBe(user);
  });

  it.each(['bottlerocket', 'talos', 'cos', 'flatcar', 'coreos', 'fedora-coreos'])(
    'is not root on %s, which has no root log-in',
    (distro) => {
      expect(loginUserOf('hcloud', distro, 'linux')).toBeUndefined();
    },
  );

  it('gives none for words that every object has', () => {
    expect(loginUserOf('constructor', 'ubuntu', 'linux')).toBeUndefined();
    expect(loginUserOf('aws', 'constructor', 'toString')).toBeUndefined();
  });
});
