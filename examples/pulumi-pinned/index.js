// An image that stays the same for this stack until someone asks for a new one.
const { PinnedImage } = require('@cloudimages/pulumi');
const pulumi = require('@pulumi/pulumi');

const base = new PinnedImage('base', {
  targets: ['alicloud/cn-hangzhou'],
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  mostRecent: true,
  minAge: '7d', // lets others find the faults of a new build first
  triggers: [new pulumi.Config().require('imageGeneration')],
});

exports.imageId = base.imageId;
exports.name = base.image.name;
exports.outdated = base.outdated;
