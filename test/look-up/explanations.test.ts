import { createWorld } from '@cloudimages/simulator';
import { renderError } from '../../provider/errors/describe-error';
import type { ImageQuery } from '../../provider/image/query.generated';
import { expectGolden } from '../golden/golden';
import { engineOver, TODAY } from './engine-over';

// The whole texts that people read when a query does not do what they meant.

const engine = engineOver(createWorld({ now: () => Date.parse(TODAY) }));

const NO_MATCHES: Readonly<Record<string, ImageQuery>> = {
  'typo-in-the-expression': {
    targets: ['alicloud/cn-hangzhou'],
    nameRegex: '(?i)^ubunut_22_04_x64',
    owners: ['public'],
    mostRecent: true,
  },
  'wrong-architecture': {
    targets: ['tencentcloud/ap-singapore', 'qcloud/ap-guangzhou'],
    distro: 'windows-server',
    architecture: 'arm64',
  },
  'only-in-the-marketplace': {
    targets: ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore', 'zenlayercloud/asia-east-1a'],
    name: 'LAMP (Ubuntu 22.04, PHP 8.2)',
  },
  'only-deprecated': {
    targets: ['alicloud/cn-hangzhou'],
    nameRegex: '^golden-ubuntu-22\\.04-2024-05',
    owners: ['self'],
  },
  'region-that-lags': {
    targets: ['zenlayercloud/FRA-A'],
    distro: 'ubuntu',
    osVersion: '24.04',
    createdAfter: '2025-01-01T00:00:00Z',
  },
  'no-alternative': {
    targets: ['tencentcloud/ap-singapore'],
    architecture: 'i386',
    mostRecent: true,
    anyOf: [{ distro: 'rocky', osVersion: '9' }, { distro: 'almalinux' }, { name: 'rocky 9' }],
  },
};

describe('no match', () => {
  it.each(Object.entries(NO_MATCHES))('by a query with a %s', async (name, query) => {
    const error: unknown = await engine.getImages(query).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'no-match' });
    expectGolden(`explanations/${name}.txt`, renderError(error));
  });
});

const MATCHES: Readonly<Record<string, ImageQuery>> = {
  // The query of the README, whose answer is the plain image.
  readme: {
    targets: ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore'],
    distro: 'ubuntu',
    osVersion: '22.04',
    architecture: 'x86_64',
    mostRecent: true,
  },
  'no-architecture-named': {
    targets: ['zenlayercloud/asia-east-1a'],
    distro: 'debian',
    mostRecent: true,
  },
  'explicit-ids': {
    targets: ['alicloud/cn-hangzhou'],
    imageIds: ['m-bp1golden0ubuntu0001', 'm-bp1stranger0communi1'],
  },
  'same-build-with-a-region-that-lags': {
    targets: ['zenlayercloud/asia-east-1a', 'zenlayercloud/FRA-A'],
    distro: 'ubuntu',
    osVersion: '24.04',
    sameBuild: true,
    mostRecent: true,
  },
  'own-image-before-undated-ones': {
    targets: ['tencentcloud/ap-singapore'],
    owners: ['public', 'self'],
    order: 'recent',
    distro: 'ubuntu',
    osVersion: '22.04',
    architecture: 'x86_64',
    mostRecent: true,
  },
};

const AMBIGUOUS: Readonly<Record<string, ImageQuery>> = {
  'several-architectures': {
    targets: ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore'],
    distro: 'ubuntu',
    osVersion: '22.04',
    mostRecent: true,
  },
  'several-distributions': {
    targets: ['zenlayercloud/asia-east-1a'],
    osVersion: '9',
    architecture: 'x86_64',
    mostRecent: true,
  },
};

describe('an ambiguous match', () => {
  it.each(Object.entries(AMBIGUOUS))('by a query over %s', async (name, query) => {
    const error: unknown = await engine.getImages(query).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'ambiguous-match' });
    expectGolden(`explanations/${name}.txt`, renderError(error));
  });
});

describe('a match', () => {
  it.each(Object.entries(MATCHES))('of the %s', async (name, query) => {
    const { explanation, warnings } = await engine.getImages(query, { everything: true });
    const told = warnings.map(({ code, target, message }) =>
      [code, ...(target === undefined ? [] : [target])].join(' ').concat(`: ${message}`),
    );
    expectGolden(`explanations/${name}.txt`, [explanation.text, '', ...told].join('\n'));
  });
});
