import { readFileSync } from 'node:fs';
import path from 'node:path';
import { instanceArchitecture } from '../../provider/clouds/azurerm/vm-sizes';
import { flatten } from '../../provider/clouds/azurerm/image';
import { readUrn } from '../../provider/clouds/azurerm/ids';
import { offersOf } from '../../provider/clouds/azurerm/publishers';
import { CLOUDS } from '../../provider/clouds/index';
import { readImage } from '../../provider/clouds/definition/read-image';
import { TODAY } from '../look-up/engine-over';
import { readImages } from './read-fixture';

const NOW = Date.parse(TODAY);

function fixture(name: string): unknown {
  const file = path.join(__dirname, `../fixtures/azurerm/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** One object of Azure, in the shape of the REST API or as `az` prints it. */
function readOne(raw: unknown, region = 'westus') {
  const problems: string[] = [];
  const target = { cloud: 'azurerm', region } as const;
  const report = (problem: string) => problems.push(problem);
  const object = flatten(raw as Record<string, unknown>);
  const image = readImage(CLOUDS.azurerm, target, object, report, { nowMs: NOW });
  expect(problems).toEqual([]);
  const { raw: _, ...others } = image;
  return others;
}

describe('azurerm reads', () => {
  const place = { cloud: 'azurerm', region: 'westus', target: 'azurerm/westus' };

  it('a version of Red Hat in the shape of the REST API', () => {
    expect(readOne(fixture('rest-get-rhel-79'))).toStrictEqual({
      ...place,
      id: 'RedHat:RHEL:79-gen2:7.9.2022032206',
      name: 'RedHat:RHEL:79-gen2:7.9.2022032206',
      osType: 'linux',
      distro: 'rhel',
      osVersion: '7.9',
      architecture: 'x86_64',
      bootMode: 'uefi',
      variant: 'base',
      owner: 'public',
      ownerId: 'RedHat',
      status: 'available',
      deprecated: false,
      buildDate: '2022-03-22',
      family: 'RedHat:RHEL:79-gen2',
      sizeGiB: 64,
      minDiskGiB: 64,
      disks: [{ usage: 'system', sizeGiB: 64 }],
      inferred: ['buildDate', 'distro', 'osVersion', 'variant'],
    });
  });

  it('Ubuntu 20.04 as az prints it: no architecture, and a day with a number in the version', () => {
    expect(readOne(fixture('cli-show-ubuntu-focal'))).toStrictEqual({
      ...place,
      id: 'Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2:20.04.202401291',
      name: 'Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2:20.04.202401291',
      osType: 'linux',
      distro: 'ubuntu',
      osVersion: '20.04',
      architecture: 'x86_64',
      bootMode: 'uefi',
      variant: 'base',
      owner: 'public',
      ownerId: 'Canonical',
      status: 'available',
      deprecated: false,
      buildDate: '2024-01-29',
      family: 'Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2',
      sizeGiB: 30,
      minDiskGiB: 30,
      disks: [{ usage: 'system', sizeGiB: 30 }],
      inferred: ['architecture', 'buildDate', 'distro', 'osVersion', 'variant'],
    });
  });

  it('Windows Server 2022 as az prints it: the day is the last number of the version', () => {
    expect(readOne(fixture('cli-show-windows-2022'))).toMatchObject({
      id: 'MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition:20348.1906.230803',
      osType: 'windows',
      distro: 'windows-server',
      osVersion: '2022',
      edition: 'datacenter',
      owner: 'public',
      buildDate: '2023-08-03',
      sizeGiB: 127,
    });
  });

  it('the example of the specification: deprecated by its date, with a plan', () => {
    const { images, problems } = readImages('azurerm', 'aaaaa', 'spec-list-with-properties', NOW);
    expect(problems).toEqual([]);
    expect(images).toMatchObject([
      {
        id: 'aaaaaaaaaaa',
        osType: 'windows',
        architecture: 'x86_64',
        bootMode: 'bios',
        deprecated: true,
        deprecatedAt: '2023-01-13T00:00:00Z',
      },
    ]);
    const { value } = fixture('spec-list-with-properties') as { value: Record<string, unknown>[] };
    expect(CLOUDS.azurerm.beforeStart?.(flatten(value[0] ?? {}))).toEqual([
      { code: 'must-be-accepted', message: expect.stringContaining('--plan aaaaaaaaa`') },
    ]);
  });

  it('every alias of the Azure CLI as an offer of an official publisher', () => {
    const aliases = Object.values(fixture('azure-cli-image-aliases') as object).flatMap((group) =>
      Object.values(group as Record<string, { publisher: string; offer: string }>),
    );
    expect(aliases.length).toBeGreaterThan(15);
    const official = new Set(
      CLOUDS.azurerm.publishers?.flatMap(({ accounts }) => Object.values(accounts).flat()),
    );
    for (const { publisher, offer } of aliases) {
      expect([publisher, official.has(publisher)]).toEqual([publisher, true]);
      expect([offer, offersOf(publisher, undefined).keeps(offer)]).toEqual([offer, true]);
    }
  });
});

describe('azurerm', () => {
  it('reads the SKUs of Red Hat as versions of the system', () => {
    const read = (sku: string) => {
      const id = `/Subscriptions/s/Providers/Microsoft.Compute/Locations/westus/Publishers/RedHat/ArtifactTypes/VMImage/Offers/RHEL/Skus/${sku}/Versions/1.0.0`;
      const { distro, osVersion } = readOne({ id, name: '1.0.0' });
      return [distro, osVersion];
    };
    expect(read('79-gen2')).toEqual(['rhel', '7.9']);
    expect(read('7_9')).toEqual(['rhel', '7.9']);
    expect(read('6.10')).toEqual(['rhel', '6.10']);
    for (const sku of fixture('skus-redhat-rhel') as string[]) expect(read(sku)[0]).toBe('rhel');
  });

  it('reads what az prints of a list as it reads the whole', () => {
    const [entry] = fixture('cli-list-rhel-byos') as [{ urn: string }];
    const { publisher, offer, sku, version } = readUrn(entry.urn) ?? {};
    expect(entry).toMatchObject({ publisher, offer, sku, version });
  });
});

describe('the architecture of a VM size', () => {
  it.each([
    ['Standard_D4s_v5', 'x86_64'],
    ['Standard_D4ps_v5', 'arm64'],
    ['Standard_B2pts_v2', 'arm64'],
    ['Standard_E8-4as_v5', 'x86_64'],
    ['Standard_NC24ads_A100_v4', 'x86_64'],
    ['Standard_NC4as_T4_v3', 'x86_64'],
    ['Standard_ND128isr_NDR_GB200_v6', 'arm64'],
    ['Standard_DS1_v2', 'x86_64'],
    ['Standard_M416ms_v2', 'x86_64'],
    ['Standard_DC2s_v3', 'x86_64'],
    ['Basic_A1', 'x86_64'],
    ['m7g.large', undefined],
    ['Standard_', undefined],
  ])('%s is %s', (size, architecture) => {
    expect(instanceArchitecture(size)).toBe(architecture);
  });
});
