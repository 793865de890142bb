/** Which images an instance type can start: only by architecture, which is all that the simulator knows. */
import type { CatalogImage } from './catalog-image';

/** The instance families of one cloud, by the processors that they run on. */
export interface InstanceFamilies {
  readonly arm: readonly string[];
  readonly x86: readonly string[];
}

/** Whether a family runs on Arm; undefined: there is no such family. */
export function runsOnArm({ arm, x86 }: InstanceFamilies, family: string): boolean | undefined {
  if (arm.includes(family)) return true;
  return x86.includes(family) ? false : undefined;
}

/** Arm instances start Arm images only, the others all but those. */
export function fitsInstance(image: CatalogImage, onArm: boolean): boolean {
  return /^(arm|aarch)/.test(image.architecture) === onArm;
}
