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

  test('has a code cache that V8 takes', () => {
    const program = `
      const { readFileSync, readdirSync } = require('node:fs');
      const folder = ${JSON.stringify(BUILT_PROVIDER)} + '/';
      const cached = readdirSync(folder).find((name) => name.endsWith('.cache'));
      const { Script } = require('node:vm');
      const source = readFileSync(folder + 'server.js', 'latin1');
      const script = new Script(source, { cachedData: readFileSync(folder + cached) });
      console.log(script.cachedDataRejected);`;
    const { stdout } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    expect(stdout).toBe('false\n');
  });

  test('is read the same as Latin 1 and as UTF-8', () => {
    const bytes = readFileSync(path.join(BUILT_PROVIDER, 'server.js'));
    expect(bytes.every((byte) => byte < 0x80)).toBe(true);
  });
});
