/** What every cloud guarantees when it reads images: all that is told, nothing that is not. */
import {
  accountEnvironment,
  defaultAccounts,
  MAIN_REGION,
  VOCABULARY,
} from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { IMAGE_FIELDS } from '../../provider/schema/image-fields';
import { parseEndpoint } from '../../provider/transport/endpoint';
import { httpInProcess } from './harness';
import { generatedIn, play, type ContractCloud } from './scene';

/** Fields of an image that no cloud's table reads: they come from the target and from the names. */
const NOT_IN_TABLES = [
  ...['cloud', 'region', 'target', 'inferred', 'raw'],
  ...['distro', 'osVersion', 'variant', 'language', 'edition', 'loginUser', 'buildDate', 'disks'],
];

export function readingContract(definition: ContractCloud): void {
  const cloud = definition.id;
  const region = MAIN_REGION[cloud];
  const { fields, onlyArchitecture } = VOCABULARY[cloud];
  // What the fault `unknownWords` changes, by our names.
  const words = Object.entries({ architecture: fields.architecture, status: fields.status }).filter(
    (row): row is [string, string] => row[1] !== undefined,
  );

  it('has a row for every field of an image: where it stands, or that it is not reported', () => {
    expect([...NOT_IN_TABLES, ...Object.keys(definition.image)].toSorted()).toEqual(
      Object.keys(IMAGE_FIELDS).toSorted(),
    );
  });

  it('leaves absent what is not reported', async () => {
    const whole = await play(definition, { images: 3 });
    expect(whole.listing().images).toHaveLength(3);
    const names = whole.listing().images.flatMap(({ raw }) => Object.keys(parse(raw)));
    const drop = [...new Set(names)].filter((name) => name !== fields.id);
    expect(drop.length).toBeGreaterThan(5);
    const outcome = await play(definition, {
      images: generatedIn(cloud, 1).map((image) => ({ ...image, id: 'bare' })),
      faults: [{ kind: 'fields', drop }],
    });
    expect(outcome.listing()).toStrictEqual({
      images: [
        {
          ...{ cloud, region, target: `${cloud}/${region}`, id: 'bare', name: '' },
          ...(onlyArchitecture === undefined
            ? { inferred: [] }
            : { architecture: onlyArchitecture, inferred: ['architecture'] }),
          raw: JSON.stringify({ [fields.id]: 'bare' }),
        },
      ],
      notes: [],
    });
  });

  it('rejects a list with an object that has no id, since an image is missing', async () => {
    const { error } = await play(definition, {
      images: 4,
      faults: [{ kind: 'fields', drop: [fields.id], rows: [1] }],
    });
    expect(error).toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('an object without an id'),
      facts: { cloud },
    });
  });

  it.each(words)(
    'does not guess what an unknown word for %s means, and says so',
    async (field, name) => {
      const outcome = await play(definition, { images: 4, faults: [{ kind: 'unknownWords' }] });
      const { images, notes } = outcome.listing();
      expect(images).toHaveLength(4);
      for (const image of images) expect(image).not.toHaveProperty(field);
      expect(notes).toContainEqual(
        expect.stringMatching(new RegExp(`^${name}: unknown word "\\w+" \\(4 images\\)$`)),
      );
    },
  );

  it('takes no value of another type for what it should be, and says so', async () => {
    const whole = await play(definition, { images: 1 });
    const [raw = '{}'] = whole.listing().images.map((image) => image.raw);
    const { [fields.id]: _, ...others } = parse(raw);
    const set = Object.fromEntries(Object.keys(others).map((name) => [name, { odd: [true] }]));
    const outcome = await play(definition, { images: 1, faults: [{ kind: 'fields', set }] });
    const [image] = outcome.listing().images;
    expect(outcome.listing().notes.length).toBeGreaterThan(3);
    expect(Object.values(image ?? {})).not.toContainEqual({ odd: [true] });
    expect(image?.name).toBe('');
  });

  it('keeps everything that the API says in raw', async () => {
    // XML has strings only.
    const values = definition.format === 'xml' ? ['1', 'x'] : [1, null, 'x'];
    const outcome = await play(definition, {
      images: 2,
      faults: [{ kind: 'fields', set: { NewField: { a: values } } }],
    });
    expect(outcome.listing().images).toHaveLength(2);
    for (const { raw } of outcome.listing().images) {
      expect(parse(raw)['NewField']).toEqual({ a: values });
    }
  });

  it('says where its page is and what it needs', () => {
    expect(new URL(definition.docs).protocol).toBe('https:');
    expect(definition.leastPrivilege).not.toEqual([]);
    expect(definition.title).not.toBe('');
    expect(definition.pageSize).toBeGreaterThanOrEqual(50);
  });

  it('asks its own endpoint by https', () => {
    const { origin, host } = parseEndpoint(definition.endpoint(region), 'the table');
    expect(origin).toBe(`https://${host}`);
  });

  it.each(['configuration', 'environment'])(
    'can be sent to another endpoint by the %s',
    async (by) => {
      const origin = 'http://127.0.0.1:4711';
      const asked: string[] = [];
      const whole = await play(definition, { images: 1 });
      const inProcess = httpInProcess(whole.world, cloud);
      const engine = createEngine(by === 'configuration' ? { [cloud]: { endpoint: origin } } : {}, {
        environment: {
          ...accountEnvironment(defaultAccounts()),
          [`CLOUDIMAGES_ENDPOINT_${cloud.toUpperCase()}`]:
            by === 'environment' ? origin : 'http://127.0.0.1:1',
        },
        http: {
          ...inProcess,
          send: async (request, options) => {
            asked.push(new URL(request.url).origin);
            return inProcess.send(request, options);
          },
        },
      });
      const { images } = await engine.getImages({ targets: [`${cloud}/${region}`] });
      expect(images).toHaveLength(1);
      expect(new Set(asked)).toEqual(new Set([origin]));
    },
  );
}

function parse(raw: string): Readonly<Record<string, unknown>> {
  return JSON.parse(raw);
}
