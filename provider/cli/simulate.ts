/** `cloudimages simulate`: the image APIs on loopback until the process is ended. */
import { EXIT } from './exit-codes';
import type { Terminal } from './output';

/** Serves the simulator and prints the environment that points every front at it. */
export async function simulate(
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<number> {
  const { createWorld, generateImages, startSimulator, CLOUDS } =
    await import('@cloudimages/simulator');
  const world = createWorld();
  const [count, port] = [Number(options['images'] ?? 0), Number(options['port'] ?? 0)];
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
    const lines = Object.entries(simulator.environment).map(
      ([name, value]) => `export ${name}=${value}\n`,
    );
    terminal.out(lines.join(''));
    terminal.err('The simulator listens until Ctrl-C. The lines above point every front at it.\n');
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
