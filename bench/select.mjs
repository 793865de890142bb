// How long choosing takes: 100,000 listed images, a regex, every filter and the order.
// Run after `npm run build`: node bench/select.mjs
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { criteriaOf } = require('../provider/dist/image/criteria.js');
const { select } = require('../provider/dist/image/select.js');

const COUNT = 100_000;
const RUNS = 9;

const images = Array.from({ length: COUNT }, (_, n) => ({
  cloud: 'alicloud',
  region: 'cn-hangzhou',
  target: 'alicloud/cn-hangzhou',
  id: `m-${n}`,
  name: `golden-ubuntu-22.04-${n}`,
  osType: 'linux',
  distro: 'ubuntu',
  osVersion: n % 3 === 0 ? '24.04' : '22.04',
  architecture: 'x86_64',
  variant: 'base',
  owner: 'self',
  status: 'available',
  createdAt: new Date(Date.UTC(2024, 0, 1) + (n % 9973) * 60_000).toISOString(),
  inferred: [],
  raw: '{}',
}));
const listings = [{ target: { cloud: 'alicloud', region: 'cn-hangzhou' }, images }];

const QUERIES = {
  'a regex, every filter, the newest': {
    nameRegex: '(?i)^golden-ubuntu.*\\d',
    excludeIds: ['m-7'],
    osType: 'linux',
    distro: 'ubuntu',
    osVersion: '>=20.04 <26.04',
    architecture: 'x86_64',
    owners: ['self'],
    variants: 'base',
    minAge: '7d',
    mostRecent: true,
  },
  'the highest version': { distro: 'ubuntu', owners: ['self'], order: 'version', mostRecent: true },
  'all of them in order': { distro: 'ubuntu', owners: ['self'] },
};

for (const [title, query] of Object.entries(QUERIES)) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    const [criteria] = criteriaOf(query);
    const { targets } = select(criteria, listings, { nowMs: Date.UTC(2026, 0, 1) });
    if (targets[0].images.length === 0) throw new Error(`nothing was chosen by ${title}`);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const [first] = times;
  const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)];
  console.log(
    `${title}: first ${first.toFixed(0)} ms, median ${median.toFixed(0)} ms of CPU in ${RUNS} runs over ${COUNT} images`,
  );
}
