// Stands in for `alicloud.ecs.Instance` and its like, so that the demo needs no cloud account.
const pulumi = require('@pulumi/pulumi');

/** Takes an image id and a region, as instances do, and starts nothing. */
class Instance extends pulumi.dynamic.Resource {
  constructor(name, { imageId, region }, opts) {
    const provider = {
      create: async (inputs) => ({ id: `i-${inputs.region}`, outs: inputs }),
      update: async (id, olds, news) => ({ outs: news }),
    };
    super(provider, name, { imageId, region }, opts, 'demo', 'Instance');
  }
}

module.exports = { Instance };
