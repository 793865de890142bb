/**
 * `pulumi-resource-cloudimages`: serves the provider protocol on a loopback port, which it prints as
 * its first line. What asks clouds is loaded after that line, so that Pulumi does not wait for it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import { shareEngines } from '../engines';
import { engineLog } from './engine-log';
import { isOwnPeer } from './peer-user';
import { providerService } from './service';

/** The longest message of Pulumi's own plugins: 400 MiB. A listing with raw objects can be large. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

const log = engineLog(engineAddress(process.argv.slice(2)));
const calls = (): Promise<typeof import('./calls.js')> => import('./calls.js');
const engineFor = shareEngines(async (configuration) => {
  const { createEngine } = await import('../../compose.js');
  return createEngine(configuration);
});
const schema = (): string => readFileSync(path.join(__dirname, 'schema.json'), 'utf8');

const server = new Server({
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
});
server.addService(
  ResourceProviderService,
  providerService({
    version: versionOf(schema()),
    schema,
    calls,
    engineFor,
    warn: log.warn,
    attach: log.attach,
    isOwnPeer,
  }),
);
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) {
    console.error(`The provider cannot listen on 127.0.0.1: ${error.message}`);
    process.exit(1);
  }
  console.log(port);
  // Both will be needed by nearly every run; Pulumi is busy with its own start now.
  void calls();
});

/** Pulumi gives its address as the last argument, after flags for its log. */
function engineAddress(args: readonly string[]): string | undefined {
  const last = args.at(-1);
  return last !== undefined && /^[^-].*:\d+$/.test(last) ? last : undefined;
}

function versionOf(schemaText: string): string {
  const { version } = JSON.parse(schemaText) as { readonly version: string };
  return version;
}
