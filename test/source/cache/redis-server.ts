/** Real Redis servers on loopback, each with a folder and processes of its own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../terraform/harness/stack';

export interface RedisServer {
  readonly port: number;
  /** Runs one command with redis-cli and returns what it prints. */
  cli(...args: readonly string[]): string;
  stop(): Promise<void>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a server and waits until it accepts connections.
 *
 * @param executable - redis-server
 * @param options - lines of its configuration
 */
export async function startRedis(
  executable: string,
  options: readonly string[] = [],
  { port: given, tls = false, signIn = [] as readonly string[] } = {} as {
    port?: number;
    tls?: boolean;
    signIn?: readonly string[];
  },
): Promise<RedisServer> {
  const port = given ?? (await freePort());
  const where = tls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)];
  const args = [...where, '--bind', '127.0.0.1', '--dir', temporaryFolder(), '--save', ''];
  const child = spawn(executable, [...args, ...options], { stdio: 'pipe' });
  await accepting(child);
  return {
    port,
    cli: (...command) =>
      execFileSync(executable.replace(/redis-server$/, 'redis-cli'), [
        ...['-p', String(port), '--no-auth-warning'],
        ...signIn,
        ...command,
      ]).toString(),
    stop: () => end(child),
  };
}

/** Starts a Sentinel that watches a server as `main`. */
export async function startSentinel(executable: string, watched: number): Promise<RedisServer> {
  const port = await freePort();
  const folder = temporaryFolder();
  const { writeFileSync } = await import('node:fs');
  const file = `${folder}/sentinel.conf`;
  writeFileSync(
    file,
    `port ${port}\nbind 127.0.0.1\nsentinel monitor main 127.0.0.1 ${watched} 1\n`,
  );
  const child = spawn(executable, [file, '--sentinel', '--dir', folder], { stdio: 'pipe' });
  await accepting(child);
  return { port, cli: () => '', stop: () => end(child) };
}

async function accepting(child: ChildProcess): Promise<void> {
  let printed = '';
  let ended = false;
  child.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
  child.once('exit', () => (ended = true));
  while (!/Ready to accept connections|Sentinel ID is/.test(printed)) {
    if (ended) throw new Error(`the server ended: ${printed}`);
    await sleep(10);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
