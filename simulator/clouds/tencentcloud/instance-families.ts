/** Instance families of Tencent Cloud: `SR1` of `SR1.MEDIUM2`. */
import type { InstanceFamilies } from '../../instance-types';

export const INSTANCE_FAMILIES: InstanceFamilies = {
  arm: ['SR1'],
  x86: [
    ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S8', 'SA1', 'SA2', 'SA3', 'SA4', 'SA5', 'SA9'],
    ...['C3', 'C4', 'C5', 'C6', 'M3', 'M5', 'M6', 'GN7', 'GN10X', 'IT5', 'BF1', 'TS5', 'BMI5'],
  ],
};
