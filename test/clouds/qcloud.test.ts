import { CLOUDS } from '../../provider/clouds/index';
import { readAnswer, readImages } from './read-fixture';

const PLACE = { cloud: 'qcloud', region: 'ap-guangzhou', target: 'qcloud/ap-guangzhou' };

describe('qcloud reads', () => {
  it('the sample of the page: 1970 is no time, 32 bits is in the name', () => {
    expect(readImages('qcloud', 'ap-guangzhou', 'documented')).toStrictEqual({
      images: [
        {
          ...PLACE,
          id: 'img-pmqg1cw7',
          name: 'Centos 6.6 32-bit',
          description: 'Centos 6.6 32-bit',
          osName: 'centos6.6x86_32',
          owner: 'public',
          status: 'available',
          distro: 'centos',
          osVersion: '6.6',
          variant: 'base',
          osType: 'linux',
          architecture: 'i386',
          inferred: ['architecture', 'distro', 'osType', 'osVersion', 'variant'],
        },
      ],
      problems: [],
      total: '1',
      requestId: '5920380e-277a-420a-a221-0caac3eb7159',
    });
  });

  it('the envelope of the old gateway, times without a zone, a wrong architecture', () => {
    expect(readImages('qcloud', 'ap-guangzhou', 'gateway')).toStrictEqual({
      images: [
        {
          ...PLACE,
          id: 'img-3wnd9xpl',
          name: 'CentOS 6.5 32位',
          description: 'CentOS 6.5 32位',
          osName: 'centos6.5x86_32',
          architecture: 'i386',
          owner: 'public',
          status: 'available',
          createdAt: '2014-09-27T02:11:00Z',
          distro: 'centos',
          osVersion: '6.5',
          variant: 'base',
          osType: 'linux',
          inferred: ['architecture', 'distro', 'osType', 'osVersion', 'variant'],
        },
        {
          ...PLACE,
          id: 'img-private1',
          name: 'build-farm',
          osName: 'ubuntu14.04x86_64',
          owner: 'self',
          ownerId: '3205597606',
          status: 'failed',
          createdAt: '2016-03-09T08:00:00Z',
          distro: 'ubuntu',
          osVersion: '14.04',
          variant: 'base',
          osType: 'linux',
          architecture: 'x86_64',
          inferred: ['architecture', 'distro', 'osType', 'osVersion', 'variant'],
        },
      ],
      problems: [],
      total: '2',
      requestId: undefined,
    });
  });

  it('a refusal of the service, which comes with HTTP 200', () => {
    expect(readAnswer('qcloud', 'refused')).toEqual({
      code: 'InvalidFilter',
      message: 'Invalid filter.',
      requestId: '5920380e-277a-420a-a221-0caac3eb7159',
    });
  });

  it('a refusal of the old gateway, with a number for a code', () => {
    expect(readAnswer('qcloud', 'refused-by-gateway')).toEqual({
      code: '4100',
      message: 'AuthFailure: (100004) identity authentication failed',
    });
  });

  it('neither a page nor a failure in a body without an envelope and without a code', () => {
    expect(CLOUDS.qcloud.read({ TotalCount: 0, Images: { Image: [] } })).toBeUndefined();
    expect(CLOUDS.qcloud.read({ code: 0, TotalCount: 0, ImageSet: [] })).toMatchObject({
      items: [],
    });
  });
});
