import { readAnswer, readImages } from './read-fixture';

const PLACE = {
  cloud: 'zenlayercloud',
  region: 'asia-east-1a',
  target: 'zenlayercloud/asia-east-1a',
};

describe('zenlayercloud reads', () => {
  it('the sample of the page: x86_64 is assumed, and said to be', () => {
    expect(readImages('zenlayercloud', 'asia-east-1a', 'documented')).toStrictEqual({
      images: [
        {
          ...PLACE,
          id: 'ubuntu2404_20240712',
          name: 'Ubuntu Server 24.04 LTS',
          osType: 'linux',
          osName: 'Server 24.04 LTS',
          owner: 'public',
          status: 'available',
          sizeGiB: 20,
          distro: 'ubuntu',
          osVersion: '24.04',
          variant: 'base',
          buildDate: '2024-07-12',
          architecture: 'x86_64',
          inferred: ['architecture', 'buildDate', 'distro', 'osVersion', 'variant'],
        },
        {
          ...PLACE,
          id: 'ubuntu2204_20240712',
          name: 'Ubuntu Server 22.04 LTS',
          osType: 'linux',
          osName: 'Server 22.04 LTS',
          owner: 'public',
          status: 'available',
          sizeGiB: 20,
          distro: 'ubuntu',
          osVersion: '22.04',
          variant: 'base',
          buildDate: '2024-07-12',
          architecture: 'x86_64',
          inferred: ['architecture', 'buildDate', 'distro', 'osVersion', 'variant'],
        },
        {
          ...PLACE,
          id: 'ubuntu2004_20240712',
          name: 'Ubuntu Server 20.04 LTS',
          osType: 'linux',
          osName: 'Server 20.04 LTS',
          owner: 'marketplace',
          status: 'available',
          sizeGiB: 20,
          distro: 'ubuntu',
          osVersion: '20.04',
          variant: 'base',
          buildDate: '2024-07-12',
          architecture: 'x86_64',
          inferred: ['architecture', 'buildDate', 'distro', 'osVersion', 'variant'],
        },
      ],
      problems: [],
      total: '16',
      requestId: 'TD67947F8-9B29-451F-9965-58AEDB4E5B7C',
    });
  });

  it('an empty list that is null', () => {
    expect(readImages('zenlayercloud', 'asia-east-1a', 'empty')).toStrictEqual({
      images: [],
      problems: [],
      total: '0',
      requestId: 'T1A2B3C4D-0000-4000-8000-000000000001',
    });
  });

  it('custom and marketplace images: tags in an object, words of other services', () => {
    expect(readImages('zenlayercloud', 'asia-east-1a', 'custom')).toStrictEqual({
      images: [
        {
          ...PLACE,
          id: 'img-EVhEsCuXhCN0urZ7Vt77oOr6K',
          name: 'golden-web',
          description: 'Baked nightly',
          osType: 'linux',
          osName: 'Server 22.04 LTS',
          owner: 'self',
          status: 'pending',
          sizeGiB: 40,
          minDiskGiB: 60,
          tags: { env: 'production' },
          distro: 'ubuntu',
          osVersion: '22.04',
          variant: 'base',
          architecture: 'x86_64',
          inferred: ['architecture', 'distro', 'osVersion', 'variant'],
        },
        {
          ...PLACE,
          id: 'ubuntu2022',
          name: 'LAMP',
          owner: 'marketplace',
          status: 'available',
          distro: 'ubuntu',
          variant: 'application',
          architecture: 'x86_64',
          osType: 'linux',
          inferred: ['architecture', 'distro', 'osType', 'variant'],
        },
        {
          ...PLACE,
          id: 'win2019_20241018',
          name: 'Windows Server 2019 Datacenter English',
          osType: 'windows',
          osName: 'Server 2019 Datacenter English',
          owner: 'public',
          status: 'failed',
          sizeGiB: 40,
          distro: 'windows-server',
          osVersion: '2019',
          variant: 'base',
          buildDate: '2024-10-18',
          architecture: 'x86_64',
          edition: 'datacenter',
          language: 'en',
          inferred: [
            'architecture',
            'buildDate',
            'distro',
            'edition',
            'language',
            'osVersion',
            'variant',
          ],
        },
        {
          ...PLACE,
          id: '8f0c7a2e-5a55-4f0f-9b0e-1f2d3c4b5a69',
          name: 'CentOS7.4-x86_64',
          osType: 'linux',
          osName: '7.4',
          owner: 'public',
          status: 'failed',
          sizeGiB: 20,
          distro: 'centos',
          osVersion: '7.4',
          variant: 'base',
          architecture: 'x86_64',
          inferred: ['architecture', 'distro', 'osVersion', 'variant'],
        },
      ],
      problems: [],
      total: '4',
      requestId: 'T1A2B3C4D-0000-4000-8000-000000000002',
    });
  });

  it('a refusal', () => {
    expect(readAnswer('zenlayercloud', 'refused')).toEqual({
      code: 'INVALID_ZONE_NOT_FOUND',
      message: 'Region does not exist.',
      requestId: 'TD67947F8-9B29-451F-9965-58AEDB4E5B7C',
    });
  });
});
