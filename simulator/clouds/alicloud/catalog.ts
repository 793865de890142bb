/** Images of Alibaba Cloud ECS: series of builds with the date in the id, past listings, and images of accounts. */
import type { CatalogImage } from '../../catalog-image';
import { alicloudAccountImages } from './catalog-accounts';
import { alicloudPastImages } from './catalog-past';
import { LINUX, type Series } from './catalog-systems';
import { WINDOWS, WINDOWS_BUILDS } from './catalog-windows';

/** Where the cloud's own images are. The last region gets each build later than the others. */
const REGIONS = [
  'cn-hangzhou',
  'cn-beijing',
  'ap-southeast-1',
  'us-west-1',
  'eu-central-1',
] as const;
const LAGGING_REGION = 'eu-central-1';

/** The cloud's own images, then those of accounts. */
export function alicloudCatalog(): readonly CatalogImage[] {
  const windows = WINDOWS.map(([stem, edition, release]): Series => ({
    stem,
    osName: `Windows Server  ${edition} Edition`,
    platform: `Windows Server ${release}`,
    osType: 'windows',
    builds: windowsBuilds(stem, release),
  }));
  return [
    ...[...LINUX, ...windows].flatMap(expandSeries),
    ...alicloudPastImages(REGIONS),
    ...alicloudAccountImages(),
  ];
}

/** Windows 2012 R2 gets no builds any more, and plain 2012 has not had one since 2015. */
function windowsBuilds(stem: string, release: string): readonly string[] {
  if (stem.startsWith('win2012_64_')) return ['20150429'];
  return release === '2012' ? WINDOWS_BUILDS.slice(0, 1) : WINDOWS_BUILDS;
}

function expandSeries(series: Series): readonly CatalogImage[] {
  const separator = series.stem.includes('.') ? '-' : '_';
  const newest = series.builds.at(-1);
  return series.builds.map((build, index): CatalogImage => {
    const id = `${series.stem}${separator}${build}.vhd`;
    const isLate = build === newest && series.builds.length > 1;
    return {
      cloud: 'alicloud',
      regions: isLate ? REGIONS.filter((region) => region !== LAGGING_REGION) : REGIONS,
      id,
      name: id,
      owner: 'public',
      osType: series.osType ?? 'linux',
      osName: series.osName,
      osNameChinese: toChinese(series.osName),
      platform: series.platform,
      architecture: architectureOf(series.stem),
      // Released to users one to two weeks after the build, as the real ones are.
      createdAt: instantAfter(build, 6 + (index % 3) * 4),
      sizeGiB: Number(/_(\d+)G|-(\d+)G-/.exec(series.stem)?.slice(1).find(Boolean) ?? 20),
      cloudInit: series.cloudInit ?? series.osType !== 'windows',
      ...(series.family ? { family: series.family } : {}),
      ...(/_uefi_/.test(series.stem) ? { native: { BootMode: 'UEFI' } } : {}),
      ...(series.liveFrom && build < series.liveFrom ? { deprecated: true } : {}),
    };
  });
}

/** From the id, where `arm64`, `x64` or the bits stand between underscores. */
function architectureOf(stem: string): string {
  if (stem.includes('_arm64_')) return 'arm64';
  return stem.includes('_32_') ? 'i386' : 'x86_64';
}

function toChinese(osName: string): string {
  return osName
    .replace('Data Center Edition', '数据中心版')
    .replace('Standard Edition', '标准版')
    .replace(/(\d\d) ?-?bit for ARM/, '$1位 ARM版')
    .replace(/(\d\d) ?-?bit/, '$1位')
    .replace(' Chinese Edition', '中文版')
    .replace(' English Edition', '英文版');
}

/** `20240322` and 6 days: `2024-03-28T…Z`, at a time of day that depends on the build. */
function instantAfter(build: string, days: number): string {
  const day = `${build.slice(0, 4)}-${build.slice(4, 6)}-${build.slice(6)}`;
  const secondOfDay = (Number(build) * 7919) % 86_400;
  const time = Date.parse(day) + days * 86_400_000 + secondOfDay * 1000;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
