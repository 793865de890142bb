/** The processor architecture of Compute Engine's machine types, by their series. */
import type { Architecture } from '../../image/words';

/**
 * The first part of a machine type. Axion, Ampere and NVIDIA Grace are Arm; all others are x86.
 *
 * @see https://cloud.google.com/compute/docs/machine-resource
 * @see https://cloud.google.com/compute/docs/cpu-platforms
 */
const SERIES: Readonly<Record<Architecture, readonly string[]>> = {
  arm64: ['a4x', 'c4a', 'n4a', 't2a'],
  x86_64: [
    ...['a2', 'a3', 'a4', 'c2', 'c2d', 'c3', 'c3d', 'c4', 'c4d', 'custom', 'e2', 'f1', 'g1', 'g2'],
    ...['g4', 'h3', 'h4d', 'm1', 'm2', 'm3', 'm4', 'n1', 'n2', 'n2d', 'n4', 'n4d', 't2d', 'x4'],
    'z3',
  ],
  i386: [],
};

/** @param machineType - such as `c4a-standard-4`, `e2-micro` or `n2-custom-4-8192` */
export function machineArchitecture(machineType: string): Architecture | undefined {
  const series = /^([a-z]+\d*[a-z]*)-[a-z0-9-]+$/.exec(machineType)?.[1] ?? '';
  return (['arm64', 'x86_64'] as const).find((one) => SERIES[one].includes(series));
}
