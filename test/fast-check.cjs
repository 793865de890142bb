/**
 * fast-check with a fixed seed, so that a test run depends on no luck. `CLOUDIMAGES_SEED=random`, as
 * nightly runs set it, or a number gives other cases.
 */
const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

const { CLOUDIMAGES_SEED: seed = '20' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

module.exports = fc;
