import { startWarnings } from '../../provider/look-up/start-warnings';
import { CLOUDS } from '../../provider/clouds/index';
import type { StartRequirement } from '../../provider/clouds/definition/cloud-definition';
import { anImage } from '../image/an-image';

const TERMS = { code: 'terms-not-accepted', message: 'needs its terms accepted.' };
const ACCESS = { code: 'not-shared', message: 'is not shared with you.' };

/** An image whose raw data lists what is to be done before an instance can start. */
const needing = (id: string, ...needs: readonly StartRequirement[]) =>
  anImage({ id, name: '', raw: JSON.stringify({ needs }) });

describe('startWarnings', () => {
  const { alicloud } = CLOUDS;
  afterEach(() => Object.assign(CLOUDS, { alicloud }));
  beforeEach(() => {
    const beforeStart = (raw: unknown) => (raw as { needs: StartRequirement[] }).needs;
    Object.assign(CLOUDS, { alicloud: { ...alicloud, beforeStart } });
  });

  it('name the first image of a target with a requirement, and count the others', () => {
    const beijing = { ...needing('d', TERMS), target: 'alicloud/cn-beijing' };
    const images = [needing('a', TERMS), needing('b', ACCESS, TERMS), needing('c', TERMS), beijing];
    expect(startWarnings(images)).toEqual([
      {
        code: 'terms-not-accepted',
        target: 'alicloud/cn-hangzhou',
        message: 'a needs its terms accepted. The same holds for 2 more.',
      },
      { code: 'not-shared', target: 'alicloud/cn-hangzhou', message: 'b is not shared with you.' },
      {
        code: 'terms-not-accepted',
        target: 'alicloud/cn-beijing',
        message: 'd needs its terms accepted.',
      },
    ]);
  });

  it('do not come for images that can start, nor for clouds without such requirements', () => {
    expect(startWarnings([needing('a')])).toEqual([]);
    expect(startWarnings([{ ...needing('a', TERMS), cloud: 'qcloud' }])).toEqual([]);
    expect(startWarnings([])).toEqual([]);
  });
});
