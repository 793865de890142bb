/** The clouds that the harness knows. A cloud without a file here is not part of the chaos runs. */
import type { CloudId } from '../../../simulator/index';
import { alicloud } from './alicloud';
import { digitalocean } from './digitalocean';
import { hcloud } from './hcloud';
import { qcloud } from './qcloud';
import { tencentcloud } from './tencentcloud';
import type { Vocabulary } from './vocabulary';
import { zenlayercloud } from './zenlayercloud';

const VOCABULARIES: Readonly<Partial<Record<CloudId, Vocabulary>>> = {
  alicloud,
  tencentcloud,
  qcloud,
  zenlayercloud,
  hcloud,
  digitalocean,
};

export const CHAOS_CLOUDS = Object.keys(VOCABULARIES) as readonly CloudId[];

export function vocabularyOf(cloud: CloudId): Vocabulary {
  const vocabulary = VOCABULARIES[cloud];
  if (vocabulary === undefined) throw new Error(`the chaos harness does not know ${cloud}`);
  return vocabulary;
}
