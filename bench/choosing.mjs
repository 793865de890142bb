// What choosing costs: among 100,000 listed images, in a fresh process, and in memory.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonOf, median } from './measure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const fresh = path.join(root, 'bench/fresh-process.mjs');

const MANY = 100_000;
const PAGE_SIZE = 100;

export async function measureChoosing(runs) {
  const among = await selectAmong(MANY, runs);
  const server = await pagesServer();
  try {
    const three = await inFreshProcesses(server.origin, 3000, runs);
    const memory = await inFreshProcesses(server.origin, 50_000, Math.min(runs, 3));
    const none = await inFreshProcesses(server.origin, 0, runs);
    return {
      title: 'Choosing',
      rows: [
        [
          `select among ${among.images.toLocaleString('en-US')} listed images: a regex, all filters, the order`,
          among.ms,
          'ms',
        ],
        [
          'list and choose from 3,000 images in a fresh process, from loading to answer, CPU',
          three.workMs,
          'ms',
        ],
        ['the same with the start of Node.js, CPU', three.wholeMs, 'ms'],
        ['a fresh process that loads and lists nothing, CPU', none.workMs, 'ms'],
        ['most memory of a process with 50,000 images', memory.rssMiB, 'MiB'],
        ['most memory of a process that lists nothing', none.rssMiB, 'MiB'],
      ],
    };
  } finally {
    await server.close();
  }
}

/** Every condition that can be judged here, so that all of them are. */
const queryOf = (run) => ({
  targets: ['alicloud/cn-hangzhou'],
  owners: ['public'],
  nameRegex: `^ubuntu_22_04_x64.*alibase_20${run % 10}?`,
  excludeNameRegex: `uefi|gpu${run}`,
  excludeIds: ['m-bp1none'],
  osType: 'linux',
  distro: 'ubuntu',
  osVersion: '>=20.04 <24.04',
  architecture: 'x86_64',
  variants: 'base',
  status: 'available',
  includeDeprecated: false,
  cloudInit: true,
  createdAfter: '2018-01-01T00:00:00Z',
  createdBefore: '2030-01-01T00:00:00Z',
  minAge: '1d',
  order: 'version',
  mostRecent: true,
});

async function selectAmong(images, runs) {
  const { createEngine } = require(path.join(root, 'provider/dist/index.js'));
  let now = 0;
  const engine = createEngine(
    { timeoutSeconds: 300 },
    {
      environment: {
        ALIBABA_CLOUD_ACCESS_KEY_ID: 'bench',
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'bench',
      },
      clock: { now: () => now, sleep: async (ms) => void (now += ms) },
      http: {
        send: async ({ url }) => {
          const page = Number(new URL(url).searchParams.get('PageNumber'));
          return { status: 200, headers: {}, text: pageOf(page, images) };
        },
        warmUp: () => undefined,
        close: async () => undefined,
      },
    },
  );
  try {
    await engine.getImages(queryOf(0));
  } catch (error) {
    await engine.close();
    // The first release took exactly 100,000 for too many.
    if (images === MANY && error.code === 'bad-response')
      return selectAmong(MANY - PAGE_SIZE, runs);
    throw error;
  }
  const figures = [];
  for (let run = 1; run <= Math.max(7, runs); run += 1) {
    const startedMs = performance.now();
    await engine.getImages(queryOf(run));
    figures.push(performance.now() - startedMs);
  }
  await engine.close();
  return { images, ms: median(figures) };
}

async function inFreshProcesses(origin, images, runs) {
  const figures = [];
  for (let run = 0; run < runs; run += 1) {
    figures.push(await jsonOf(process.execPath, [fresh, origin, String(images)], { cwd: root }));
  }
  const of = (name) => median(figures.map((figure) => figure[name]));
  return { workMs: of('workMs'), wholeMs: of('wholeMs'), rssMiB: of('rssMiB') };
}

/** Answers pages of Alibaba's from memory, so that a slow server is not measured. */
async function pagesServer() {
  const pages = new Map();
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const url = new URL(request.url, 'http://x');
      const page = Number(url.searchParams.get('PageNumber'));
      const total = Number(url.searchParams.get('RegionId').replace('count-', ''));
      const key = `${total} ${page}`;
      const text = pages.get(key) ?? pageOf(page, total);
      pages.set(key, text);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function pageOf(page, total) {
  const from = (page - 1) * PAGE_SIZE;
  const count = Math.max(0, Math.min(PAGE_SIZE, total - from));
  const rows = Array.from({ length: count }, (_, index) => rowOf(from + index));
  return JSON.stringify({
    PageNumber: page,
    PageSize: PAGE_SIZE,
    TotalCount: total,
    RequestId: 'bench',
    Images: { Image: rows },
  });
}

const VERSIONS = ['18.04', '20.04', '22.04', '24.04'];

/** A row with the fields that the service sends. Every fourth is Ubuntu 22.04. */
function rowOf(index) {
  const version = VERSIONS[index % VERSIONS.length];
  const day = new Date(Date.UTC(2019, 0, 1 + (index % 2500)));
  const build = day.toISOString().slice(0, 10).replaceAll('-', '');
  const id = `ubuntu_${version.replace('.', '_')}_x64_20G_b${index.toString(36)}_alibase_${build}.vhd`;
  return {
    ImageId: id,
    ImageName: id,
    ImageFamily: `acs:ubuntu_${version.replace('.', '_')}_x64`,
    ImageVersion: '1.0.0',
    Architecture: 'x86_64',
    OSType: 'linux',
    OSName: `Ubuntu  ${version} 64位`,
    OSNameEn: `Ubuntu  ${version} 64 bit`,
    Platform: 'Ubuntu',
    ImageOwnerAlias: 'system',
    IsPublic: true,
    Size: 20,
    Status: 'Available',
    Progress: '100%',
    Usage: 'instance',
    CreationTime: day.toISOString().replace('.000Z', 'Z'),
    Description: '',
    IsCopied: false,
    IsSubscribed: false,
    IsSelfShared: '',
    IsSupportCloudinit: true,
    IsSupportIoOptimized: true,
    ProductCode: '',
    ResourceGroupId: '',
    BootMode: 'BIOS',
    LoginAsNonRootSupported: false,
    SupplierName: '',
    LicenseType: '',
    Features: { NvmeSupport: 'supported', ImdsSupport: 'v1' },
    DiskDeviceMappings: { DiskDeviceMapping: [] },
    Tags: { Tag: [] },
  };
}
