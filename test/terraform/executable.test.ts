import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUILT_PROVIDER, providerVersion } from './harness/built-provider';
import { temporaryFolder } from './harness/stack';

const LAUNCHER = path.join(BUILT_PROVIDER, `terraform-provider-cloudimages_v${providerVersion()}`);

const start = (environment: Readonly<Record<string, string>>) =>
  spawnSync(LAUNCHER, [], { env: environment, encoding: 'utf8', input: '' });

describe('the executable', () => {
  test('says what it is to a person who starts it', () => {
    const { status, stdout } = start({ PATH: process.env['PATH'] ?? '' });
    expect(stdout).toMatch(/^This is the cloudimages provider .*\n$/);
    expect(status).toBe(1);
  });

  test('says that there is no Node.js, or none that will do', () => {
    const folder = temporaryFolder();
    expect(start({ PATH: folder })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /^The cloudimages provider needs Node\.js 20\.18 or later, and there is no .*\n$/,
      ),
    });
    const program = readFileSync(path.join(BUILT_PROVIDER, 'provider.cjs'), 'utf8');
    writeFileSync(
      path.join(folder, 'old.cjs'),
      `Object.defineProperty(process.versions, 'node', { value: '20.17.0' });${program}`,
    );
    const old = spawnSync(process.execPath, [path.join(folder, 'old.cjs')], { encoding: 'utf8' });
    expect(old.stdout).toMatch(
      /^The cloudimages provider needs Node\.js 20\.18 or later; "node" .*\n$/,
    );
    expect(old.status).toBe(1);
  });

  test("starts Node.js with the user's certificates put aside, and without their options", () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'bin'));
    const node = path.join(folder, 'bin/node');
    writeFileSync(
      node,
      '#!/bin/sh\necho "$CLOUDIMAGES_EXTRA_CA_CERTS|$NODE_EXTRA_CA_CERTS|$NODE_OPTIONS|$1"\n',
    );
    chmodSync(node, 0o755);
    const PATH = path.dirname(node);
    const program = path.join(BUILT_PROVIDER, 'provider.cjs');
    const said = (environment: Readonly<Record<string, string>>): string =>
      start({ PATH, ...environment }).stdout.trim();
    expect(said({ NODE_EXTRA_CA_CERTS: 'a.pem', NODE_OPTIONS: '--inspect' })).toBe(
      `a.pem|||${program}`,
    );
    expect(said({ NODE_EXTRA_CA_CERTS: 'a.pem', CLOUDIMAGES_EXTRA_CA_CERTS: 'b.pem' })).toBe(
      `b.pem|a.pem||${program}`,
    );
    expect(said({ CLOUDIMAGES_NODE_OPTIONS: '--trace-warnings' })).toBe(
      `||--trace-warnings|${program}`,
    );
  });

  test('is the first file that Terraform finds by its name', () => {
    const files = readdirSync(BUILT_PROVIDER).toSorted();
    expect(files.filter((name) => name.startsWith('terraform-provider-'))).toEqual([
      path.basename(LAUNCHER),
    ]);
  });

  test('says in one line that a variable of the handshake is wrong', () => {
    const { status, stdout, stderr } = start({
      PATH: process.env['PATH'] ?? '',
      TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
      PLUGIN_CLIENT_CERT: 'junk',
    });
    expect(stdout).toMatch(/^[^\n]*PLUGIN_CLIENT_CERT[^\n]*\n$/);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test('holds nothing that depends on the machine that built it', () => {
    expect(readdirSync(BUILT_PROVIDER).toSorted()).toEqual([
      'NOTICES.txt',
      'launcher.cmd',
      'package.json',
      'provider.cjs',
      'server.js',
      path.basename(LAUNCHER),
    ]);
  });

  test('comes with the license of every package in it', () => {
    const notices = readFileSync(path.join(BUILT_PROVIDER, 'NOTICES.txt'), 'utf8');
    const titles = notices.match(/^.+(?=\n=+$)/gm) ?? [];
    for (const name of ['@grpc/grpc-js', '@msgpack/msgpack', 're2js', 'fflate']) {
      expect(titles).toContainEqual(expect.stringMatching(new RegExp(`^${name} \\d.*, .`)));
    }
    expect(notices).toContain('Apache License');
  });

  test('is read the same as Latin 1 and as UTF-8', () => {
    const bytes = readFileSync(path.join(BUILT_PROVIDER, 'server.js'));
    expect(bytes.every((byte) => byte < 0x80)).toBe(true);
  });
});
