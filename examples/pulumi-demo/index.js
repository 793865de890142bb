// One query, four clouds: the newest Ubuntu 22.04 in each, feeding an instance.
const { getImages, PinnedImage } = require('@cloudimages/pulumi');
const { Instance } = require('./instance');

const query = {
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  owners: ['public'],
  mostRecent: true,
};

module.exports = async () => {
  const ubuntu = await getImages({
    ...query,
    targets: [
      'alicloud/cn-hangzhou',
      'tencentcloud/ap-singapore',
      'qcloud/ap-guangzhou',
      'zenlayercloud/asia-east-1a',
    ],
  });
  for (const image of ubuntu.images) {
    new Instance(`web-${image.cloud}`, { imageId: image.id, region: image.region });
  }

  // This one stays, however many newer images appear, until a trigger changes.
  const pinned = new PinnedImage('database', {
    ...query,
    targets: ['alicloud/cn-hangzhou'],
    triggers: ['2026-q4'],
  });
  new Instance('database', { imageId: pinned.imageId, region: 'cn-hangzhou' });

  return { imageIds: ubuntu.idByTarget, pinnedImageId: pinned.imageId };
};
