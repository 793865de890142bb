import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startSimulator, type CloudId, type Simulator } from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { describeWithPythonSet, type Environment } from '../engines/find';

// The vendors' own clients list from the simulated APIs what the engine lists from them.

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterAll(() => simulator.close());

beforeEach(() => simulator.world.reset());

async function run(python: Environment, program: string): Promise<unknown> {
  const env = { ...python, ...simulator.environment };
  const { stdout } = await promisify(execFile)('python3', ['-c', program], { env });
  return JSON.parse(stdout);
}

const publicIds = (cloud: CloudId): readonly string[] =>
  simulator.world
    .catalog(cloud)
    .flatMap(({ id, owner }) => (owner === 'public' ? [id] : []))
    .toSorted();

async function engineIds(target: string): Promise<readonly string[]> {
  const engine = createEngine({}, { environment: simulator.environment });
  try {
    const query = { status: 'any', includeDeprecated: true, variants: 'any' } as const;
    const { images } = await engine.getImages({ targets: [target], owners: ['public'], ...query });
    return images.map(({ id }) => id).toSorted();
  } finally {
    await engine.close();
  }
}

describeWithPythonSet('cloud-clients', 'hcloud-python', (python) => {
  const client = (token = 'os.environ["HCLOUD_TOKEN"]') => `import json, os, hcloud
url = os.environ["CLOUDIMAGES_ENDPOINT_HCLOUD"] + "/v1"
client = hcloud.Client(${token}, api_endpoint=url)
`;

  it('lists the pages of system images and apps', async () => {
    const program = `${client()}
images = client.images.get_all(type=["system", "app"], include_deprecated=True)
print(json.dumps(sorted(str(image.id) for image in images)))`;
    expect(await run(python, program)).toEqual(publicIds('hcloud'));
    expect(await engineIds('hcloud/global')).toEqual(publicIds('hcloud'));
  });

  it('filters by labels and architecture, lists deprecated images, and reads times', async () => {
    const program = `${client()}
golden = client.images.get_all(label_selector="env=production", architecture=["x86"])
old = client.images.get_all(name="ubuntu-20.04", include_deprecated=True)
print(json.dumps([sorted(image.description for image in golden), sorted(str(image.created) for image in old)]))`;
    expect(await run(python, program)).toEqual([
      ['golden-ubuntu-24.04-2025-05-01', 'golden-ubuntu-24.04-2025-06-01'],
      ['2020-04-23 06:15:25+00:00', '2023-03-20 06:15:25+00:00'],
    ]);
  });

  it('reports a wrong token, and an image that does not exist', async () => {
    const program = `${client('"wrong"')}
codes = []
for attempt in (lambda: client.images.get_all(), lambda: hcloud.Client(os.environ["HCLOUD_TOKEN"], api_endpoint=url).images.get_by_id(1)):
    try:
        attempt()
    except hcloud.APIException as error:
        codes.append(error.code)
print(json.dumps(codes))`;
    expect(await run(python, program)).toEqual(['unauthorized', 'not_found']);
  });
});

describeWithPythonSet('cloud-clients', 'pydo', (python) => {
  const client = `import json, os
from pydo import Client
client = Client(token=os.environ["DIGITALOCEAN_TOKEN"], endpoint=os.environ["CLOUDIMAGES_ENDPOINT_DIGITALOCEAN"])
plain = {"enforce_https": False}
`;

  it('lists the distributions page by page', async () => {
    const program = `${client}
ids, page = [], 1
while True:
    answer = client.images.list(type="distribution", per_page=20, page=page, **plain)
    ids += [str(image["id"]) for image in answer["images"]]
    if "next" not in answer["links"].get("pages", {}):
        break
    page += 1
print(json.dumps(sorted(ids)))`;
    expect(await run(python, program)).toEqual(publicIds('digitalocean'));
    const inRegion = simulator.world
      .images('digitalocean', 'nyc3')
      .flatMap(({ id, owner }) => (owner === 'public' ? [id] : []));
    expect(await engineIds('digitalocean/nyc3')).toEqual(inRegion.toSorted());
  });

  it('reads one image, the regions and a refusal', async () => {
    const program = `${client}
image = client.images.get(247516813, **plain)["image"]
regions = [region["slug"] for region in client.regions.list(**plain)["regions"]]
wrong = Client(token="wrong", endpoint=os.environ["CLOUDIMAGES_ENDPOINT_DIGITALOCEAN"])
try:
    refusal = wrong.images.list(**plain)
except Exception as error:
    refusal = error.status_code
print(json.dumps([image["slug"], "nyc3" in regions, refusal]))`;
    expect(await run(python, program)).toEqual(['ubuntu-24-04-x64', true, 401]);
  });
});
