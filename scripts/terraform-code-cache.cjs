// Runs the provider once, so that V8 has compiled what every run needs, and keeps V8's code cache.
// Started by build-terraform.mjs in a process without any flags, since V8 checks those too.
const grpc = require('@grpc/grpc-js');
const { encode } = require('@msgpack/msgpack');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const { createRequire } = require('node:module');
const net = require('node:net');
const { tmpdir } = require('node:os');
const path = require('node:path');
const vm = require('node:vm');

const [directory] = process.argv.slice(2);
const file = path.join(directory, 'server.js');

const script = new vm.Script(readFileSync(file, 'latin1'), { filename: file });
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(file), module_);

/** What Alibaba Cloud would list: enough to have the look-up compiled from end to end. */
const LISTING = {
  TotalCount: 3,
  PageNumber: 1,
  PageSize: 100,
  RequestId: '0',
  Images: {
    Image: ['20240322', '20240710', '20240926'].map((build) => ({
      ImageId: `ubuntu_22_04_x64_20G_alibase_${build}.vhd`,
      ImageName: `ubuntu_22_04_x64_20G_alibase_${build}.vhd`,
      ImageOwnerAlias: 'system',
      OSType: 'linux',
      OSName: 'Ubuntu  22.04 64位',
      OSNameEn: 'Ubuntu  22.04 64 bit',
      Platform: 'Ubuntu',
      Architecture: 'x86_64',
      Status: 'Available',
      CreationTime: `${build.replace(/(....)(..)(..)/, '$1-$2-$3')}T08:00:00Z`,
      Size: 20,
      IsSupportCloudinit: true,
      ImageFamily: 'acs:ubuntu_22_04_x64',
      Tags: { Tag: [] },
      DiskDeviceMappings: { DiskDeviceMapping: [] },
    })),
  },
};

/** Any message: what is sent and what comes back are bytes. */
const bytes = (buffer) => buffer;
const method = (service, name) => ({
  path: `/${service}/${name}`,
  requestStream: false,
  responseStream: false,
  requestSerialize: bytes,
  requestDeserialize: bytes,
  responseSerialize: bytes,
  responseDeserialize: bytes,
});

async function main() {
  const server = module_.exports.serveWithEngine({ log: () => {}, onShutdown: () => {} });
  const folder = mkdtempSync(path.join(tmpdir(), 'cloudimages-'));
  const socket = path.join(folder, 's');
  const listener = net.createServer((connection) => server.accept(connection));
  await new Promise((resolve) => listener.listen(socket, resolve));
  const cloud = http.createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(LISTING)),
  );
  await new Promise((resolve) => cloud.listen(0, '127.0.0.1', resolve));

  const names = [
    'GetProviderSchema',
    'ValidateDataResourceConfig',
    'ConfigureProvider',
    'ReadDataSource',
    'PlanResourceChange',
  ];
  const Client = grpc.makeGenericClientConstructor({
    ...Object.fromEntries(names.map((name) => [name, method('tfplugin6.Provider', name)])),
    Shutdown: method('plugin.GRPCController', 'Shutdown'),
  });
  const client = new Client(`unix:${socket}`, grpc.credentials.createInsecure());
  const call = (name, message = Buffer.alloc(0)) =>
    new Promise((resolve) => {
      client[name](message, (_error, answer) => resolve(answer));
    });

  const target = 'alicloud/cn-hangzhou';
  const query = {
    targets: [target],
    distro: 'ubuntu',
    os_version: '22.04',
    name_regex: '(?i)ubuntu',
    most_recent: true,
  };
  const configuration = {
    timeout_seconds: 2,
    alicloud: {
      access_key: 'none',
      secret_key: 'none',
      endpoint: `http://127.0.0.1:${cloud.address().port}`,
    },
  };
  await call('GetProviderSchema');
  await call('ValidateDataResourceConfig', request('cloudimages_images', query));
  await call('ConfigureProvider', field(2, dynamic(configuration)));
  const answer = await call('ReadDataSource', request('cloudimages_images', query));
  if (!answer?.includes('20240926')) throw new Error(`the look-up failed: ${answer}`);
  await call('Shutdown');

  const { cacheFile } = module_.exports;
  writeFileSync(cacheFile(file), script.createCachedData());
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

/** A message with a type name in field 1 and a value in field 2. */
function request(typeName, value) {
  return Buffer.concat([field(1, Buffer.from(typeName)), field(2, dynamic(value))]);
}

/** A DynamicValue: MessagePack in field 1. */
function dynamic(value) {
  return field(1, Buffer.from(encode(value)));
}

/** A length-delimited field of a message. */
function field(number, content) {
  const length = [];
  for (let rest = content.length; ; rest >>= 7) {
    length.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  return Buffer.concat([Buffer.of((number << 3) | 2, ...length), content]);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
