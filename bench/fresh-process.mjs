// One look-up in a process of its own: node bench/fresh-process.mjs ORIGIN IMAGES. Prints JSON.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [origin, images] = process.argv.slice(2);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const before = process.cpuUsage();
const { createEngine } = createRequire(import.meta.url)(path.join(root, 'provider/dist/index.js'));

const engine = createEngine(
  { timeoutSeconds: 300 },
  {
    environment: {
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'bench',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'bench',
      CLOUDIMAGES_ENDPOINT_ALICLOUD: origin,
    },
  },
);
await engine.getImages({
  // The server makes as many images as the region's name says.
  targets: [`alicloud/count-${images}`],
  owners: ['public'],
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  mostRecent: true,
  optional: true,
});
await engine.close();
const { user, system } = process.cpuUsage(before);
const whole = process.cpuUsage();
console.log(
  JSON.stringify({
    workMs: (user + system) / 1000,
    wholeMs: (whole.user + whole.system) / 1000,
    rssMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
