import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { expectGolden } from '../golden/golden';
import { run, withEnvironment } from './command-line';

let simulator: Simulator;
let restore: () => void;

beforeAll(async () => {
  simulator = await startSimulator();
  restore = withEnvironment(simulator.environment);
});

afterAll(async () => {
  restore();
  await simulator.close();
});

beforeEach(() => simulator.world.reset());

const UBUNTU = [
  ...['--target', 'alicloud/cn-hangzhou', '--target', 'tencentcloud/ap-singapore'],
  ...['--target', 'qcloud/ap-guangzhou', '--target', 'zenlayercloud/asia-east-1a'],
  ...['--distro', 'ubuntu', '--os-version', '22.04', '--architecture', 'x86_64', '--most-recent'],
];

describe('find', () => {
  it('prints a table, and warnings beside it', async () => {
    const { code, out, err } = await run(['find', ...UBUNTU]);
    expect(code).toBe(0);
    expectGolden('cli/find.txt', `${out}\n--- standard error\n${err}`);
  });

  it('prints one id a line for scripts', async () => {
    const { code, out } = await run(['find', ...UBUNTU, '--owner', 'public', '-o', 'ids']);
    expect(code).toBe(0);
    expect(out).toMatch(/^(\S+\n){4}$/);
  });

  it('prints the whole answer as JSON, warnings in it', async () => {
    const { code, out, err } = await run(['find', ...UBUNTU, '--output', 'json']);
    expect(code).toBe(0);
    expect(err).toBe('');
    const answer = JSON.parse(out);
    expect(Object.keys(answer).toSorted()).toEqual(
      ['id', 'ids', 'images', 'idByTarget', 'warnings', 'explanation'].toSorted(),
    );
    const ids = await run(['find', ...UBUNTU, '--output', 'ids']);
    expect(ids.out).toBe(answer.ids.map((id: string) => `${id}\n`).join(''));
  });

  it('ends with 3 and the explanation where nothing matches', async () => {
    const none = ['find', '--target', 'alicloud/cn-hangzhou', '--name', 'none'];
    const { code, out, err } = await run(none);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toMatch(/^No image matches: [^]*name\(none\) removed the last/);
    const optional = await run([...none, '--optional', '--output', 'ids']);
    expect(optional).toEqual({
      code: 3,
      out: '',
      err: 'warning alicloud/cn-hangzhou: no image matches.\n',
    });
  });

  it('ends with 2 and every problem where the query has some', async () => {
    const { code, err } = await run([
      ...['find', '--target', 'alicloud', '--os-type', 'Linus', '--nth', 'two'],
      ...['--tag', 'production', '--native', 'alicloud.Usage', '--any-of', 'rocky'],
      ...['--most-recent', 'maybe'],
    ]);
    expect(code).toBe(2);
    expectGolden('cli/mistakes.txt', err);
  });

  it.each([
    ['an unknown flag', ['find', '--distr', 'ubuntu'], "error: unknown option '--distr'"],
    ['an unknown command', ['serch'], "error: unknown command 'serch'"],
    ['an unknown format', ['find', '-o', 'yaml'], 'Allowed choices are table, json, csv, ids'],
    ['more than one name', ['find', 'ubuntu', 'debian'], 'error: too many arguments'],
    [
      'a name without a file',
      ['find', 'ubuntu'],
      '"ubuntu" is the name of a query, but there is neither',
    ],
  ])('ends with 2 where it gets %s', async (_, args, said) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('ends with 2 where a cloud cannot answer a condition', async () => {
    const { code, err } = await run(['find', '--target', 'qcloud/ap-guangzhou', '--tag', 'a=b']);
    expect(code).toBe(2);
    expect(err).toContain('qcloud/ap-guangzhou');
  });

  it('ends with 1 where a cloud refuses, with what its support asks for', async () => {
    simulator.world.setFaults([{ kind: 'forbidden' }]);
    const { code, out, err } = await run(['find', '--target', 'alicloud/cn-hangzhou']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^Access denied: alicloud\/cn-hangzhou: Forbidden.RAM: .*\n\(DescribeImages, HTTP 403, code Forbidden.RAM, request id [0-9A-F-]{36}\)\n\nAllow ecs:DescribeImages/,
    );
  });

  it('ends with 1 when it is interrupted', async () => {
    const controller = new AbortController();
    simulator.world.setFaults([{ kind: 'hang' }]);
    const ending = run(['find', '--target', 'alicloud/cn-hangzhou'], {
      signal: controller.signal,
    });
    while (simulator.world.requests().length === 0) await new Promise(setImmediate);
    controller.abort();
    expect(await ending).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^Cancelled: /),
    });
  });

  it('takes every kind of flag', async () => {
    const { code, out } = await run([
      ...['find', '--target', 'alicloud/cn-hangzhou', '--owner', 'self', '--owner', 'public'],
      ...['--tag', 'env=production', '--tag', 'team=platform', '--exclude-id', 'x', '--nth', '2'],
      ...['--native', 'alicloud.Filter.1.Key=CreationStartTime'],
      ...['--native', 'alicloud.Filter.1.Value=2024-01-01T00:00Z'],
      ...['--any-of', '{"name": "none"}', '--any-of', '{"nameRegex": "^golden"}'],
      ...['--cloud-init', 'true', '--include-deprecated', 'false', '-o', 'ids'],
    ]);
    expect({ code, out }).toEqual({ code: 0, out: 'm-bp1golden0ubuntu0002\n' });
    const sent = simulator.world.requests().map(({ parameters }) => parameters);
    expect(sent).toContainEqual(
      expect.objectContaining({
        'Filter.1.Key': 'CreationStartTime',
        'Filter.1.Value': '2024-01-01T00:00Z',
      }),
    );
  });
});

describe('find, for scripts and for narrow terminals', () => {
  const TWO = ['--target', 'alicloud/cn-hangzhou', 'zenlayercloud/asia-east-1a'];
  const QUERY = ['--distro', 'ubuntu', '--os-version', '22.04', '--architecture', 'x86_64'];

  it('takes several values after one list flag', async () => {
    const { code, out } = await run(['find', ...TWO, ...QUERY, '--most-recent', '-o', 'ids']);
    expect({ code, lines: out.match(/\n/g)?.length }).toEqual({ code: 0, lines: 2 });
  });

  it('warns about each target without a match when the query is optional', async () => {
    const query = [...TWO, '--name', 'Ubuntu Server 22.04 LTS', '--optional', '-o', 'ids'];
    const { code, out, err } = await run(['find', ...query]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^ubuntu2204/) });
    expect(err).toContain('warning alicloud/cn-hangzhou: no image matches.\n');
    expect(err).not.toContain('zenlayercloud/asia-east-1a: no image');
  });

  it.each([
    [['--distro', 'ubuntu', '--distro', 'debian'], '--distro <string>'],
    [['--most-recent', 'false', '--most-recent'], '--most-recent [boolean]'],
    [['-o', 'ids', '--output', 'json'], '-o, --output <format>'],
    [['--timeout', '1', '--timeout', '2'], '--timeout <seconds>'],
  ])('refuses a single flag that is given twice: %j', async (args, flags) => {
    const { code, err } = await run(['find', ...TWO, ...args]);
    expect(code).toBe(2);
    expect(err).toContain(`error: option '${flags}' is given more than once`);
    expect(simulator.world.requests()).toEqual([]);
  });

  it('keeps a value without "=" as a problem, whatever pair follows it', async () => {
    const { code, err } = await run(['find', ...TWO, '--tag', 'production', 'env=a']);
    expect(code).toBe(2);
    expect(err).toContain('--tag: must be');
  });

  it('names flags in every problem of an alternative and of native parameters', async () => {
    const { code, err } = await run([
      ...['find', ...TWO, '--any-of', '{"osType": "linus"}', '{"osTyp": "linux"}'],
      ...['--tag', 'env', '--nth', '0'],
    ]);
    expect(code).toBe(2);
    expect(err).toContain('--nth: ');
    expect(err).toContain('--any-of[0].osType: ');
    expect(err).toContain('--any-of[1].osTyp: ');
    const native = ['--native', 'alicloud.Usag=instance'];
    expect((await run(['find', ...TWO, ...native])).err).toContain('--native alicloud.Usag: ');
  });

  it('prints failures as JSON too with --output json', async () => {
    const none = ['find', ...TWO, '--name', 'none', '--output', 'json'];
    const noMatch = await run(none);
    expect(noMatch.code).toBe(3);
    expect(noMatch.err).toMatch(/^No image matches/);
    expect(JSON.parse(noMatch.out).error).toMatchObject({
      code: 'no-match',
      message: expect.stringMatching(/^No image matches/),
      hint: expect.any(String),
    });
    const wrong = await run(['find', '--target', 'x', '--os-type', 'a', '-o', 'json']);
    expect(JSON.parse(wrong.out).error).toMatchObject({
      code: 'invalid-query',
      issues: [{ path: 'targets[0]' }, { path: 'osType' }],
    });
    const usage = await run(['find', '--distr', 'ubuntu', '--output=json']);
    expect(JSON.parse(usage.out)).toEqual({
      error: { code: 'usage', message: expect.stringContaining("unknown option '--distr'") },
    });
  });

  it('prints the place of a failed request as JSON', async () => {
    simulator.world.setFaults([{ kind: 'forbidden' }]);
    const { out } = await run(['find', '--target', 'alicloud/cn-hangzhou', '-o', 'json']);
    expect(JSON.parse(out).error).toMatchObject({
      code: 'forbidden',
      cloud: 'alicloud',
      region: 'cn-hangzhou',
      operation: 'DescribeImages',
      httpStatus: 403,
    });
  });

  it('cuts names, never ids, to the width of the terminal', async () => {
    const wide = (await run(['find', ...UBUNTU])).out.split('\n');
    const narrow = (await run(['find', ...UBUNTU], { columns: 150 })).out.split('\n');
    expect(Math.max(...wide.map((line) => line.length))).toBeGreaterThan(150);
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(150);
    const ids = await run(['find', ...UBUNTU, '-o', 'ids']);
    for (const id of ids.out.trim().split('\n')) expect(narrow.join('\n')).toContain(id);
    expect(narrow.join('\n')).toContain('…');
  });
});

describe('find, of names that are hostile', () => {
  const hostile = '=cmd|\x1b]0;owned\x07\u202etxt\n"2"';

  beforeEach(() => {
    simulator.world.updateImage('alicloud', 'm-bp1golden0ubuntu0002', { name: hostile });
  });

  const QUERY = [
    'find',
    '--target',
    'alicloud/cn-hangzhou',
    '--image-id',
    'm-bp1golden0ubuntu0002',
  ];

  it.each(['table', 'json', 'csv'])('escapes control characters in %s', async (format) => {
    const { code, out, err } = await run([...QUERY, '-o', format]);
    expect(code).toBe(0);
    expect(`${out}${err}`).not.toMatch(/[\x1b\x07\u202e]/);
    if (format === 'table') expect(out.trimEnd().split('\n')).toHaveLength(2);
  });

  it('prints JSON that reads back to the name', async () => {
    const { out } = await run([...QUERY, '-o', 'json']);
    expect(JSON.parse(out).images[0].name).toBe(hostile);
  });

  it('prints CSV cells that no spreadsheet runs', async () => {
    const { out } = await run([...QUERY, '-o', 'csv']);
    const [head = '', row = ''] = out.split('\r\n');
    expect(head).toMatch(/^target,id,name,osType,distro,/);
    expect(row).toMatch(/^alicloud\/cn-hangzhou,m-bp1golden0ubuntu0002,"'=cmd\|/);
    expect(row).toContain('""2""');
  });
});

describe('explain', () => {
  it('tells of every image that is listed, and warns', async () => {
    const { code, out } = await run(['explain', ...UBUNTU]);
    expect(code).toBe(0);
    expectGolden('cli/explain.txt', out);
  });

  it('tells the same as data', async () => {
    const { out } = await run(['explain', ...UBUNTU, '-o', 'json']);
    const { explanation, warnings } = JSON.parse(out);
    const text = (await run(['explain', ...UBUNTU])).out;
    expect(text.startsWith(explanation.text)).toBe(true);
    for (const { message } of warnings) expect(text).toContain(message);
  });

  it('ends with 3 where nothing matches', async () => {
    const none = ['explain', '--target', 'alicloud/cn-hangzhou', '--name', 'none'];
    expect(await run(none)).toMatchObject({ code: 3, out: '' });
    const optional = await run([...none, '--optional']);
    expect(optional.code).toBe(3);
    expect(optional.out).toContain('no match');
  });
});
