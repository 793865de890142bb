/** The Python SDK that the package schema gives: it imports, type-checks and calls our functions. */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageSchema } from '../../scripts/generate/pulumi-schema/package-schema';
import { describeWithPython } from '../engines/find';

jest.setTimeout(300_000);

/** A program, and under mocks what it asks for. */
const PROGRAM = `
import pulumi
from typing import Any, Optional, Sequence


class Mocks(pulumi.runtime.Mocks):
    def new_resource(self, args: pulumi.runtime.MockResourceArgs) -> tuple[Optional[str], dict[str, Any]]:
        print(args.typ, sorted(args.inputs))
        return "id", {**args.inputs, "imageId": "m-1"}

    def call(
        self, args: pulumi.runtime.MockCallArgs
    ) -> tuple[dict[Any, Any], Optional[list[tuple[str, str]]]]:
        print(args.token, sorted(args.args))
        image = {"id": "m-1", "name": "n", "osVersion": "22.04", "inferred": [], "raw": "{}"}
        return {**args.args, "id": "m-1", "image": image, "images": [image], "ids": ["m-1"]}, []


pulumi.runtime.set_mocks(Mocks())

import pulumi_cloudimages as cloudimages

found = cloudimages.get_images(targets=["alicloud/cn-hangzhou"], os_version="22.04")
ids: Sequence[str] = found.ids
version: Optional[str] = found.images[0].os_version
one = cloudimages.get_image_output(targets=["alicloud/cn-hangzhou"], most_recent=True)
image_id: pulumi.Output[str] = one.id
pin = cloudimages.PinnedImage("web", targets=["alicloud/cn-hangzhou"], triggers=["a", 1])
pinned: pulumi.Output[str] = pin.image_id
print(ids, version)
`;

describeWithPython('the Python SDK', (python) => {
  let folder: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-python-'));
    const schema = path.join(folder, 'schema.json');
    fs.writeFileSync(schema, JSON.stringify(packageSchema('0.1.0')));
    const sdk = path.join(folder, 'sdk');
    execFileSync(path.join(python, 'generate-sdk'), [schema, sdk], { stdio: 'pipe' });
    // What pip would write beside an installed package, where the SDK reads its own version.
    const metadata = path.join(sdk, 'pulumi_cloudimages-0.1.0.dist-info');
    fs.mkdirSync(metadata);
    fs.writeFileSync(path.join(metadata, 'METADATA'), 'Name: pulumi_cloudimages\nVersion: 0.1.0\n');
    const search = [sdk, path.join(python, 'packages')].join(path.delimiter);
    env = { ...process.env, PYTHONPATH: search, MYPYPATH: sdk };
    fs.writeFileSync(path.join(folder, 'program.py'), PROGRAM);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const runPython = (...args: string[]) =>
    spawnSync('python3', args, { cwd: folder, env, encoding: 'utf8' });

  test('runs', () => {
    const { stdout, stderr, status } = runPython('program.py');
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        "cloudimages:index:getImages ['osVersion', 'targets']",
        "['m-1'] 22.04",
      ]),
    );
    expect(status).toBe(0);
  });

  test('type-checks', () => {
    const { stdout } = runPython('-m', 'mypy', '--strict', 'program.py');
    expect(stdout.trim()).toBe('Success: no issues found in 1 source file');
  });
});
