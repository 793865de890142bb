// What the cache between runs saves: a plan with one data block over 3,000 images, without it and warm.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurns, jsonOf, wholeRun } from './measure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const LATENCIES_MS = [30, 200];
const IMAGES = 3000;
const CLOUD = 'alicloud';

/** @returns the figures, or undefined where there is no terraform */
export async function measureCache(runs) {
  if (spawnSync('terraform', ['version']).status !== 0) return undefined;
  const { createWorld, generateImages, startSimulator } = require(path.join(root, 'simulator'));
  const world = createWorld({ images: generateImages({ cloud: CLOUD, count: IMAGES }) });
  const simulator = await startSimulator({ world });
  const folder = mkdtempSync(path.join(tmpdir(), 'cloudimages-bench-'));
  try {
    const { stack, environment } = prepare(folder, simulator, world);
    const plan = (cache) => () =>
      wholeRun('terraform', ['plan', '-input=false'], {
        cwd: stack,
        env: { ...environment, ...cache },
      });
    const off = plan({});
    const warm = plan({ CLOUDIMAGES_CACHE: 'file' });
    const rows = [];
    for (const latencyMs of LATENCIES_MS) {
      world.setLatency(latencyMs);
      await warm();
      const figures = await inTurns(runs, { off, warm });
      rows.push([
        `plan over ${IMAGES} images behind ${latencyMs} ms, no cache`,
        figures.get('off'),
        'ms',
      ]);
      rows.push([`the same with a warm cache of files`, figures.get('warm'), 'ms']);
    }
    const loaded = await jsonOf(process.execPath, ['-e', LOADED], { cwd: root });
    rows.push(['modules of the cache that a look-up without one loads', loaded, '']);
    return { title: 'Cache between runs', rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await simulator.close();
  }
}

/** Opens an engine without a cache, looks up, and counts the modules that only a cache needs. */
const LOADED = `
  const { createEngine } = require('./provider/dist/index.js');
  createEngine({ targets: ['alicloud/cn-hangzhou'] }, { environment: {} })
    .getImages({ distro: 'ubuntu' })
    .catch(() => {
      const own = /source.cache.(open-cache|file-store|redis-store|entry|bounded-store)|ioredis|redis-semaphore|proper-lockfile/;
      console.log(Object.keys(require.cache).filter((file) => own.test(file)).length);
    });
`;

function prepare(folder, simulator, world) {
  const build = path.join(root, 'provider/dist/terraform-provider');
  const rc = path.join(folder, 'terraform.rc');
  const override = `"cloudimages/cloudimages" = ${JSON.stringify(build)}`;
  writeFileSync(rc, `provider_installation {\ndev_overrides {\n${override}\n}\ndirect {}\n}\n`);
  const stack = path.join(folder, 'stack');
  mkdirSync(stack);
  const [{ regions }] = world.catalog(CLOUD);
  writeFileSync(
    path.join(stack, 'main.tf'),
    `terraform {
  required_providers {
    cloudimages = { source = "cloudimages/cloudimages" }
  }
}
data "cloudimages_images" "base" {
  targets      = ["${CLOUD}/${regions[0]}"]
  distro       = "ubuntu"
  architecture = "x86_64"
  most_recent  = true
}
`,
  );
  return {
    stack,
    environment: {
      ...process.env,
      ...simulator.environment,
      XDG_CACHE_HOME: path.join(folder, 'cache'),
      TF_CLI_CONFIG_FILE: rc,
      CHECKPOINT_DISABLE: '1',
    },
  };
}
