/** The gRPC server of the plugin: the provider's service and go-plugin's own. */
import type { Duplex } from 'node:stream';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { ProviderService, type ProviderServer } from '../protocol/provider.generated';
import { addPluginServices } from './plugin-services';

/** A server that is handed its connections. */
export interface PluginServer {
  /** Speaks gRPC on a connection that may speak. TLS, where there is any, is already off it. */
  readonly accept: (connection: Duplex) => void;
}

export function createPluginServer(provider: ProviderServer, onShutdown: () => void): PluginServer {
  // Terraform sends whole configurations and states in one message, and accepts any size itself.
  const server = new Server({
    'grpc.max_receive_message_length': -1,
    'grpc.enable_channelz': 0,
  });
  server.addService(ProviderService, provider);
  addPluginServices(server, onShutdown);
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  return { accept: (connection) => injector.injectConnection(connection) };
}
