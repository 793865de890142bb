import {
  accountEnvironment,
  createWorld,
  defaultAccounts,
  generateImages,
} from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import {
  contradictionWarnings,
  contradictions,
} from '../../provider/look-up/contradiction-warnings';
import { httpInProcess } from '../contract/harness';
import { anImage } from '../image/an-image';

/** A query over one image, whose name says arm64. */
async function answerWith(architecture: string) {
  const [image] = generateImages({ cloud: 'alicloud', count: 1 });
  if (image === undefined) throw new Error('no image');
  const name = 'golden-debian-12-arm64';
  const world = createWorld({ images: [{ ...image, id: 'm-bp1golden', name, architecture }] });
  const engine = createEngine(
    {},
    {
      environment: accountEnvironment(defaultAccounts()),
      http: httpInProcess(world, 'alicloud'),
    },
  );
  return engine.getImages({ targets: ['alicloud/cn-hangzhou'], name });
}

describe('a chosen image whose name contradicts its API', () => {
  it('keeps the API’s value and carries a warning', async () => {
    const { images, warnings } = await answerWith('x86_64');
    expect(images).toMatchObject([{ architecture: 'x86_64' }]);
    expect(warnings).toContainEqual({
      code: 'name-contradicts-api',
      target: 'alicloud/cn-hangzhou',
      message: expect.stringContaining('says architecture arm64, and the API reports x86_64'),
    });
  });

  it('carries none where they agree', async () => {
    const { warnings } = await answerWith('arm64');
    expect(warnings.map(({ code }) => code)).not.toContain('name-contradicts-api');
  });
});

describe('contradictions', () => {
  const NAME = 'ubuntu_22_04_uefi_x64_20G_alibase_20240322.vhd';
  const named = (change: Parameters<typeof anImage>[0]) =>
    contradictions(anImage({ id: 'm-1', name: NAME, bootMode: 'uefi', ...change }));

  it.each<[string, Parameters<typeof anImage>[0], readonly unknown[]]>([
    ['there are none where all agree', {}, []],
    [
      'the architecture differs',
      { architecture: 'arm64' },
      [{ field: 'architecture', reported: 'arm64', named: 'x86_64' }],
    ],
    [
      'the type of the OS and the boot mode differ',
      { osType: 'windows', bootMode: 'bios' },
      [
        { field: 'osType', reported: 'windows', named: 'linux' },
        { field: 'bootMode', reported: 'bios', named: 'uefi' },
      ],
    ],
    ['the image starts both ways', { bootMode: 'uefi-preferred' }, []],
    [
      'the API reports nothing',
      { architecture: undefined, bootMode: undefined, osType: undefined },
      [],
    ],
    ['the name says nothing', { name: 'golden', architecture: 'arm64', bootMode: 'bios' }, []],
    ['the value is inferred itself', { architecture: 'arm64', inferred: ['architecture'] }, []],
  ])('%s', (_, change, found) => {
    expect(named(change)).toEqual(found);
  });

  it('are reported with both values, for each chosen image', () => {
    const image = anImage({ id: 'm-1', name: NAME, architecture: 'arm64', bootMode: 'uefi' });
    expect(contradictionWarnings([image, anImage()])).toEqual([
      {
        code: 'name-contradicts-api',
        target: 'alicloud/cn-hangzhou',
        message: `The name of m-1 ("${NAME}") says architecture x86_64, and the API reports arm64. The API's value is used; check the image before you rely on it.`,
      },
    ]);
  });
});
