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

  it('gives none for words that every object has', () => {
    expect(loginUserOf('constructor', 'ubuntu', 'linux')).toBeUndefined();
    expect(loginUserOf('aws', 'constructor', 'toString')).toBeUndefined();
  });
});
