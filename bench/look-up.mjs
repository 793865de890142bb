// What one look-up costs: 3,000 images behind 30 ms a request, on the simulator. Run by hand, after
// a build: `npm run bench`. Nothing here is asserted, since machines differ.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
const { createEngine } = require('../provider/dist/index.js');
const { CLOUDS } = require('../provider/dist/clouds/index.js');
const { readImage } = require('../provider/dist/clouds/definition/read-image.js');
const { createHttpClient } = require('../provider/dist/transport/http-client.js');
const { createWorld, generateImages, startSimulator, MAIN_REGION } =
  await import('@cloudimages/simulator');

const IMAGES = 3000;
const LATENCY_MS = 30;
const QUERIES = 100;

const world = createWorld({
  images: Object.keys(CLOUDS).flatMap((cloud) => generateImages({ cloud, count: IMAGES })),
  latencyMs: LATENCY_MS,
});
const simulator = await startSimulator({ world });
const environment = simulator.environment;
const readFile = async (path) => {
  throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
};

/** An HTTP client that counts what is under way. */
function countingClient() {
  const http = createHttpClient({ environment, readFile });
  const counts = { requests: 0, under: 0, most: 0, sumMs: 0 };
  return {
    counts,
    ...http,
    async send(request, options) {
      counts.requests += 1;
      counts.under += 1;
      counts.most = Math.max(counts.most, counts.under);
      const startedMs = performance.now();
      try {
        return await http.send(request, options);
      } finally {
        counts.under -= 1;
        counts.sumMs += performance.now() - startedMs;
      }
    },
  };
}

async function timed(work) {
  const startedMs = performance.now();
  const result = await work();
  return { result, ms: performance.now() - startedMs };
}

const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;

console.log(`${IMAGES} images in each cloud, ${LATENCY_MS} ms before each answer\n`);
for (const [cloud, definition] of Object.entries(CLOUDS)) {
  const target = `${cloud}/${MAIN_REGION[cloud]}`;
  const http = countingClient();
  const engine = createEngine({}, { environment, readFile, http });
  // One request before, so that loading the HTTP library is not counted.
  await engine.examine(target);
  Object.assign(http.counts, { requests: 0, most: 0, sumMs: 0 });

  const query = { targets: [target], owners: ['public'], distro: 'ubuntu', mostRecent: true };
  const look = await timed(() => engine.getImages(query));
  const { requests, most, sumMs } = http.counts;

  const again = await timed(() =>
    Promise.all(
      Array.from({ length: QUERIES }, (_, n) =>
        engine.getImages({ ...query, osVersion: `${(n % 20) + 4}`, optional: true }),
      ),
    ),
  );
  const more = http.counts.requests - requests;

  const { images } = await engine.getImages({ targets: [target], owners: ['public'] });
  const raws = images.map(({ raw }) => JSON.parse(raw));
  const place = { cloud, region: MAIN_REGION[cloud] };
  const read = await timed(() => raws.map((raw) => readImage(definition, place, raw, () => {})));

  console.log(target);
  console.log(`  one look-up        ${ms(look.ms)}: ${requests} requests, up to ${most} at once`);
  console.log(`  one by one         ${ms(sumMs)}: the same requests, waiting for each`);
  console.log(`  ${QUERIES} more queries   ${ms(again.ms)}: ${more} requests`);
  console.log(`  reading ${raws.length} rows  ${ms(read.ms)}: once the code is warm\n`);
  await engine.close();
}
await simulator.close();
