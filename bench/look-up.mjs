// What one look-up costs: 3,000 images behind 30 ms a request in each cloud, on the simulator.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

export const IMAGES = 3000;
export const LATENCY_MS = 30;

export async function measureLookUps(runs) {
  const { createEngine } = require(path.join(root, 'provider/dist/index.js'));
  const { createWorld, generateImages, startSimulator, MAIN_REGION, CLOUDS } = require(
    path.join(root, 'simulator'),
  );
  const clouds = CLOUDS ?? Object.keys(MAIN_REGION);
  const world = createWorld({
    images: clouds.flatMap((cloud) => generateImages({ cloud, count: IMAGES })),
    latencyMs: LATENCY_MS,
  });
  const simulator = await startSimulator({ world });
  try {
    const rows = [];
    for (const cloud of clouds) {
      const figures = [];
      for (let run = 0; run < runs; run += 1) {
        const engine = createEngine({}, { environment: simulator.environment });
        const target = `${cloud}/${regionOf(cloud, MAIN_REGION, world)}`;
        // One request before, so that loading the HTTP library is not counted.
        await engine.examine(target);
        world.clearRequests();
        const query = {
          targets: [target],
          owners: ['public'],
          distro: 'ubuntu',
          architecture: 'x86_64',
        };
        const startedMs = performance.now();
        await engine.getImages({ ...query, mostRecent: true });
        figures.push(performance.now() - startedMs);
        await engine.close();
      }
      const requests = world.requests().length;
      rows.push([`${cloud}: ${IMAGES} images behind ${LATENCY_MS} ms`, median(figures), 'ms']);
      rows.push([`${cloud}: requests`, requests, '']);
    }
    return { title: 'One look-up', rows };
  } finally {
    await simulator.close();
  }
}

function regionOf(cloud, mainRegion, world) {
  return mainRegion?.[cloud] ?? world.catalog(cloud)[0].regions[0];
}
