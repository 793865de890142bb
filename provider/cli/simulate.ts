/** `cloudimages simulate`: the image APIs on loopback, until Ctrl-C or while a command runs. */
import { EXIT } from './exit-codes';
import type { Terminal } from './output';
import { runCommand } from './run-command';

/** The port of the first API where none is given. With a command any free port will do. */
const DEFAULT_PORT = 8081;

/**
 * Serves the simulator. Without a command it prints the environment that points every front at it.
 *
 * @param command - runs in that environment; the simulator ends with it, with its exit code
 */
export async function simulate(
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  command: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { createWorld, generateImages, startSimulator, CLOUDS } =
    await import('@cloudimages/simulator');
  const world = createWorld();
  const count = Number(options['images'] ?? 0);
  const port = Number(options['port'] ?? (command.length === 0 ? DEFAULT_PORT : 0));
  if (!isWhole(count, 100_000)) {
    terminal.err('--images takes a whole number from 0 to 100000.\n');
    return EXIT.usage;
  }
  // Four ports in a row, the last of which is 65535.
  if (!isWhole(port, 65_532)) {
    terminal.err('--port takes a whole number from 0 to 65532.\n');
    return EXIT.usage;
  }
  for (const cloud of count === 0 ? [] : CLOUDS) {
    generateImages({ cloud, count, seed: 1 }).forEach((image) => world.addImage(image));
  }
  const simulator = await startSimulator({ port, world }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    terminal.err(`The simulator cannot listen: ${why}. Any free ports: --port 0\n`);
  });
  if (simulator === undefined) return EXIT.failure;
  try {
    if (command.length > 0) {
      return await runCommand(command, simulator.environment, terminal, signal);
    }
    const lines = Object.entries(simulator.environment).map(
      ([name, value]) => `export ${name}=${value}\n`,
    );
    terminal.out(lines.join(''));
    terminal.err('The simulator runs until Ctrl-C. The lines above point every front at it.\n');
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    await simulator.close();
  }
  return EXIT.found;
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}
