import { createWorld, SECRET_MARKS, startSimulator, type Simulator } from '@cloudimages/simulator';
import { capabilities } from '../../provider/cli/clouds';
import { CLOUD_IDS } from '../../provider/image/words';
import { kebabCase, type Field } from '../../provider/schema/field';
import { QUERY_FIELDS } from '../../provider/schema/query-fields';
import { expectGolden } from '../golden/golden';
import { run, withEnvironment } from './command-line';

const TARGETS = ['--target', 'alicloud/cn-hangzhou', '--target', 'tencentcloud/ap-singapore'];

describe('help', () => {
  it('names the commands', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['find', 'explain', 'clouds', 'doctor', 'simulate', 'terraform']) {
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
  });

  it.each(['find', 'explain'])('of %s has a flag for every field of a query', async (command) => {
    const { code, out } = await run([command, '--help']);
    expect(code).toBe(0);
    const flags = [...out.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, flag]) => flag);
    const singular: Readonly<Record<string, string>> = {
      targets: 'target',
      imageIds: 'image-id',
      excludeIds: 'exclude-id',
      owners: 'owner',
      tags: 'tag',
    };
    const expected = Object.keys(QUERY_FIELDS).map((name) => singular[name] ?? kebabCase(name));
    const configuration = [
      ...['config', 'profile', 'endpoint', 'publisher', 'cache', 'no-cache', 'timeout'],
      ...['lock', 'lock-file', 'lock-scope', 'policy'],
    ];
    expect(flags).toEqual([...expected, ...configuration, 'output', 'help']);
    const prose = out.replace(/^Usage:.*/, '').replace(/(e\.g\.|RE2|ISO|RFC)/g, '');
    expect(prose.match(/\b[a-z]+[A-Z]\w*/g) ?? []).toEqual([]);
    for (const { values = [] } of Object.values<Field>(QUERY_FIELDS)) {
      for (const word of values) expect(out).toContain(word);
    }
  });

  it('of a wrong command goes to standard error', async () => {
    expect(await run([])).toMatchObject({ code: 2, out: '' });
  });
});

it('tells its version', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
});

describe('clouds', () => {
  it('prints what each cloud can be asked', async () => {
    const { code, out } = await run(['clouds']);
    expect(code).toBe(0);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(1 + CLOUD_IDS.length);
    expectGolden('cli/clouds.txt', lines.slice(0, 5).join('\n'));
  });

  it('prints the same as data, and more', async () => {
    const { out } = await run(['clouds', '-o', 'json']);
    expect(JSON.parse(out)).toEqual(capabilities());
    expect(capabilities().map(({ cloud }) => cloud)).toEqual([...CLOUD_IDS]);
  });
});

describe('doctor', () => {
  let simulator: Simulator;
  let restore: () => void;

  beforeEach(async () => {
    simulator = await startSimulator();
    restore = withEnvironment({ ...simulator.environment, HOME: '/nonexistent' });
  });

  afterEach(async () => {
    restore();
    await simulator.close();
  });

  /** What changes from run to run, at the same width in every run. */
  const steady = (text: string): string =>
    text
      .replace(/-?\d+ s\b/g, 'N s')
      .replace(/\d+ ms/g, 'N ms')
      .replace(/[ ]+$/gm, '');

  it('finds nothing wrong where nothing is', async () => {
    const { code, out, err } = await run(['doctor', ...TARGETS]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expectGolden('cli/doctor.txt', steady(out));
  });

  it('prints the same as data', async () => {
    const { code, out } = await run(['doctor', ...TARGETS, '-o', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(
      ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore'].map((target) => ({
        target,
        ok: true,
        credentials: expect.stringMatching(/^environment /),
        permission: 'granted',
        clockSkewSeconds: expect.any(Number),
        latencyMs: expect.any(Number),
      })),
    );
  });

  it('ends with 1 without credentials, and says how to give them', async () => {
    delete process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'];
    delete process.env['ALIBABA_CLOUD_ACCESS_KEY_SECRET'];
    const { code, out } = await run(['doctor', ...TARGETS]);
    expect(code).toBe(1);
    expect(out).toMatch(/^alicloud\/cn-hangzhou +PROBLEM +- +- +- +-$/m);
    expect(out).toMatch(/^tencentcloud\/ap-singapore +ok /m);
    expect(out).toContain('Credentials missing or rejected: alicloud: no credentials were found');
    expect(out).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID');
  });

  it('ends with 1 where an account may not list images', async () => {
    simulator.world.setFaults([{ kind: 'forbidden', cloud: 'alicloud' }]);
    const { code, out } = await run(['doctor', ...TARGETS]);
    expect(code).toBe(1);
    expect(out).toMatch(/^alicloud\/cn-hangzhou +PROBLEM +environment \S+ +denied /m);
    expect(out).toContain('Allow ecs:DescribeImages');
  });

  it('ends with 1 where the clock is off', async () => {
    simulator.world.setFaults([{ kind: 'clockSkew', byMs: 3_600_000 }]);
    const { code, out } = await run(['doctor', ...TARGETS, '-o', 'json']);
    expect(code).toBe(1);
    for (const { clockSkewSeconds, problem } of JSON.parse(out)) {
      expect(Math.abs(clockSkewSeconds + 3600)).toBeLessThan(60);
      expect(problem).toContain('behind, and signatures carry the time');
    }
    expect.hasAssertions();
  });

  it('ends with 2 without targets, or with a target that is none', async () => {
    expect(await run(['doctor'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['doctor', '--target', 'hangzhou'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('simulate', () => {
  /** Starts it, and gives what it printed once it listens. */
  async function simulate(
    args: readonly string[],
    during: (environment: Readonly<Record<string, string>>) => Promise<void>,
  ): Promise<number> {
    const controller = new AbortController();
    let listening: (printed: string) => void = () => undefined;
    const ready = new Promise<string>((resolve) => (listening = resolve));
    const { signal } = controller;
    const ending = run(['simulate', ...args], { signal, onErr: listening });
    const lines = (await ready).matchAll(/^export (\w+)=(.*)$/gm);
    await during(Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value])));
    controller.abort();
    return (await ending).code;
  }

  it('serves what its environment points at, until it is interrupted', async () => {
    let endpoint = '';
    const code = await simulate(['--port', '0', '--images', '7'], async (environment) => {
      endpoint = environment['CLOUDIMAGES_ENDPOINT_ALICLOUD'] ?? '';
      const restore = withEnvironment(environment);
      const query = ['--target', 'alicloud/cn-hangzhou', '--owner', 'public', '-o', 'ids'];
      const found = await run(['find', ...query]);
      restore();
      expect(found.code).toBe(0);
      const own = createWorld().images('alicloud', 'cn-hangzhou');
      const usable = own.filter(({ owner, deprecated }) => owner === 'public' && !deprecated);
      expect(found.out.trim().split('\n')).toHaveLength(usable.length + 7);
    });
    expect(code).toBe(0);
    await expect(fetch(`${endpoint}/_control/health`)).rejects.toThrow('fetch failed');
  });

  it('runs a command in its environment and ends with its exit code', async () => {
    const script = `
      const http = require('node:http');
      http.get(process.env.CLOUDIMAGES_ENDPOINT_ALICLOUD + '/_control/health', (response) =>
        process.exit(response.statusCode === 200 ? 7 : 1));`;
    const { code, out } = await run(['simulate', '--', process.execPath, '-e', script]);
    expect({ code, out }).toEqual({ code: 7, out: '' });
  });

  it('reports a command that does not exist', async () => {
    const { code, err } = await run(['simulate', '--', 'no-such-command', '--flag']);
    expect(code).toBe(1);
    expect(err).toMatch(/^no-such-command cannot be started: .*ENOENT/);
  });

  it.each([[['--images', '-1']], [['--images', 'many']], [['--port', '65533']], [['--port', 'x']]])(
    'ends with 2 where it gets %j',
    async (args) => {
      const { code, out, err } = await run(['simulate', ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${args[0]} takes a whole number from 0 to`);
    },
  );

  it('ends with 1 where its ports are taken', async () => {
    const simulator = await startSimulator();
    const { port } = new URL(simulator.endpoints.alicloud);
    const { code, out, err } = await run(['simulate', '--port', port]);
    await simulator.close();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^The simulator cannot listen: .*EADDRINUSE.*--port 0\n$/);
  });
});

describe('CLOUDIMAGES_LOG', () => {
  it('writes every request to standard error, without secrets', async () => {
    const simulator = await startSimulator();
    const restore = withEnvironment({ ...simulator.environment, CLOUDIMAGES_LOG: 'debug' });
    const lines: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
    const { code } = await run(['find', '--target', 'alicloud/cn-hangzhou', '--owner', 'public']);
    write.mockRestore();
    restore();
    await simulator.close();
    expect(code).toBe(0);
    expect(lines[0]).toBe(
      'cloudimages note alicloud: credentials from environment ALIBABA_CLOUD_ACCESS_KEY_ID\n',
    );
    expect(lines[1]).toMatch(
      /^cloudimages request alicloud\/cn-hangzhou DescribeImages page 1, try 1, HTTP 200, \d+ ms, request id [0-9A-F-]{36}\n$/,
    );
    for (const mark of SECRET_MARKS) expect(lines.join('')).not.toContain(mark);
  });
});
