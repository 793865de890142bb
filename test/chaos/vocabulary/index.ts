/** The clouds that the harness knows. */
import type { CloudId } from '../../../simulator/index';
import { alicloud } from './alicloud';
import { qcloud } from './qcloud';
import { tencentcloud } from './tencentcloud';
import type { Vocabulary } from './vocabulary';
import { zenlayercloud } from './zenlayercloud';

export const VOCABULARIES: Readonly<Record<CloudId, Vocabulary>> = {
  alicloud,
  tencentcloud,
  qcloud,
  zenlayercloud,
};

export const CHAOS_CLOUDS = Object.keys(VOCABULARIES) as readonly CloudId[];
