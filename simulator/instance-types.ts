/** Which images an instance type can start: only by architecture, which is all that the simulator knows. */
import type { CatalogImage } from './catalog-image';

/** Alibaba families on Arm processors; all other known ones run x86_64 and i386. */
const ALICLOUD_ARM = ['g8y', 'c8y', 'r8y', 'g6r', 'c6r'] as const;
const ALICLOUD_X86 = [
  ...['g5', 'c5', 'r5', 'g6', 'c6', 'r6', 'g7', 'c7', 'r7', 'g8i', 'c8i', 'r8i', 'g8a', 'c8a'],
  ...['t5', 't6', 'e', 'u1', 'hfc7', 'hfg7', 'gn6i', 'gn7i', 'ebmg7', 'n4', 'sn1ne', 's6'],
] as const;

/** Tencent families on Arm processors. */
const TENCENT_ARM = ['SR1'] as const;
const TENCENT_X86 = [
  ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S8', 'SA1', 'SA2', 'SA3', 'SA4', 'SA5', 'SA9'],
  ...['C3', 'C4', 'C5', 'C6', 'M3', 'M5', 'M6', 'GN7', 'GN10X', 'IT5', 'BF1', 'TS5', 'BMI5'],
] as const;

/** Whether the family of `ecs.g8y.large` or `SR1.MEDIUM2` runs Arm; undefined: no such family. */
export function runsOnArm(
  cloud: 'alicloud' | 'tencentcloud',
  instanceType: string,
): boolean | undefined {
  const parts = instanceType.split('.');
  const family = (cloud === 'alicloud' ? parts[1] : parts[0]) ?? '';
  const has = (families: readonly string[]): boolean => families.includes(family);
  if (has(cloud === 'alicloud' ? ALICLOUD_ARM : TENCENT_ARM)) return true;
  return has(cloud === 'alicloud' ? ALICLOUD_X86 : TENCENT_X86) ? false : undefined;
}

/** Arm instances start Arm images only, the others all but those. */
export function fitsInstance(image: CatalogImage, onArm: boolean): boolean {
  return /^(arm|aarch)/.test(image.architecture) === onArm;
}
