/** A provider in a process of its own, as Pulumi starts it, and a client that speaks to it. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { connect, type ProviderClient } from './provider-client';

/** A running provider. `output` is what it printed after its port. */
export interface ProviderProcess extends ProviderClient {
  output(): string;
  stop(): Promise<void>;
}

/** Nobody listens here: a provider must do without the engine's address. */
const ENGINE = '127.0.0.1:9';

/** Pulumi's own host of dynamic providers, out of the project's `@pulumi/pulumi`. */
export function startDynamicHost(folder: string, env: NodeJS.ProcessEnv): Promise<ProviderProcess> {
  const host = createRequire(path.join(folder, 'package.json')).resolve(
    '@pulumi/pulumi/cmd/dynamic-provider',
  );
  return startProvider(process.execPath, [host, ENGINE], folder, env);
}

/** Starts a provider and waits for the port on its first line. */
export async function startProvider(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<ProviderProcess> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let printed = '';
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const first = /^(\d+)\r?\n/.exec(printed);
      if (first !== null) resolve(Number(first[1]));
    });
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => reject(new Error(`the provider ended early: ${printed}`)));
  });
  const client = connect(port);
  return {
    ...client,
    output: () => printed.replace(/^\d+\r?\n/, ''),
    async stop() {
      client.close();
      child.kill();
      await ended;
    },
  };
}
