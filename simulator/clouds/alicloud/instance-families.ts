/** Instance families of Alibaba Cloud: `g8y` of `ecs.g8y.large`. */
import type { InstanceFamilies } from '../../instance-types';

export const INSTANCE_FAMILIES: InstanceFamilies = {
  arm: ['g8y', 'c8y', 'r8y', 'g6r', 'c6r'],
  x86: [
    ...['g5', 'c5', 'r5', 'g6', 'c6', 'r6', 'g7', 'c7', 'r7', 'g8i', 'c8i', 'r8i', 'g8a', 'c8a'],
    ...['t5', 't6', 'e', 'u1', 'hfc7', 'hfg7', 'gn6i', 'gn7i', 'ebmg7', 'n4', 'sn1ne', 's6'],
  ],
};
