/** A region of Tencent Cloud that stands still at an earlier time, with real ids and names. */
import type { CatalogImage } from '../../catalog-image';

/** A region whose answers have neither Architecture nor Platform, as older answers of the service do. */
export const REGION_WITHOUT_ARCHITECTURE = 'ap-chengdu';

/** Ids and names as people listed them; the service had 32-bit images then. */
const IMAGES: readonly (readonly [id: string, name: string])[] = [
  ['img-dkwyg6sr', 'CentOS 7.3 64bit'],
  ['img-31tjrtph', 'CentOS 7.2 64bit'],
  ['img-i5u2lkoz', 'CentOS 6.9 64bit'],
  ['img-rtp44ucv', 'CentOS 6.9 32bit'],
  ['img-6ns5om13', 'CentOS 6.8 64bit'],
  ['img-mv100ns3', 'CentOS 6.8 32bit'],
  ['img-0hvei5hp', 'CoreOS 1745.5.0 64bit'],
  ['img-6rrx0ymd', 'Debian 9.0 64bit'],
  ['img-hi93l4ht', 'Debian 8.2 64bit'],
  ['img-ez7jwngr', 'Debian 8.2 32bit'],
  ['img-c1y1axb9', 'FreeBSD 11.1 64bit'],
  ['img-0ytr67o7', 'openSUSE 42.3 64bit'],
  ['img-hdt9xxkt', 'Tencent Linux release 2.4 (Final)'],
  ['img-487zeit5', 'Ubuntu Server 22.04 LTS 64bit'],
  ['img-pi0ii46r', 'Ubuntu Server 18.04.1 LTS 64bit'],
  ['img-pyqx34y1', 'Ubuntu Server 16.04.1 LTS 64bit'],
  ['img-8u6dn6p1', 'Ubuntu Server 16.04.1 LTS 32bit'],
  ['img-3wnd9xpl', 'Ubuntu Server 14.04.1 LTS 64bit'],
  ['img-qpxvpujt', 'Ubuntu Server 14.04.1 LTS 32bit'],
  ['img-1eckhm4t', 'Windows Server 2016 DataCenter 64bit EN'],
  ['img-9id7emv7', 'Windows Server 2016 DataCenter 64bit CN'],
  ['img-2tddq003', 'Windows Server 2012 R2 DataCenter 64bit EN'],
  ['img-29hl923v', 'Windows Server 2012 R2 DataCenter 64bit CN'],
];

/** All of them. */
export function tencentcloudPastImages(): readonly CatalogImage[] {
  return IMAGES.map(([id, name]): CatalogImage => {
    const isWindows = name.startsWith('Windows');
    return {
      cloud: 'tencentcloud',
      regions: [REGION_WITHOUT_ARCHITECTURE],
      id,
      name,
      owner: 'public',
      osType: isWindows ? 'windows' : name.startsWith('FreeBSD') ? 'bsd' : 'linux',
      osName: name,
      platform: name.split(' ')[0] ?? name,
      architecture: name.includes('32bit') ? 'i386' : 'x86_64',
      description: name,
      sizeGiB: 50,
      native: { Architecture: null, Platform: null },
    };
  });
}
