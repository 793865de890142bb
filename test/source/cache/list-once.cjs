// One process of many: asks once through the cache, and prints the ids and whether it was cached.
const { createEngine } = require('../../../provider/dist/index.js');

const engine = createEngine({ targets: ['alicloud/cn-hangzhou'] });
engine
  .getImages({ distro: 'ubuntu', architecture: 'x86_64', mostRecent: true })
  .then(({ ids, explanation: { targets }, warnings }) => {
    const cached = targets.some(({ listedAt }) => listedAt !== undefined);
    const codes = warnings.map(({ code }) => code).filter((code) => /cache|stale/.test(code));
    console.log(JSON.stringify({ ids, cached, codes }));
  })
  .finally(() => engine.close());
