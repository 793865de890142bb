import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { readSavedPlan } from '../../../provider/terraform/plan-memory/saved-plan';
import { SavedPlan } from '../../../provider/terraform/protocol/plan-file.generated';
import { temporaryFolder } from '../harness/stack';

const [OLD, NEW] = [{ msgpack: Buffer.from('old') }, { msgpack: Buffer.from('new') }];
const MARK = Buffer.from('mark');
const resourceWith = (kept: Buffer, values: { msgpack: Buffer }[]) => ({
  address: 'a.b',
  private: kept,
  change: { values },
});

/** A file with this content in a new folder. */
function fileWith(content: Uint8Array): string {
  const file = path.join(temporaryFolder(), 'plan.out');
  writeFileSync(file, content);
  return file;
}

const zipOf = (plan: SavedPlan): Uint8Array =>
  zipSync({ tfstate: Buffer.from('{}'), tfplan: SavedPlan.encode(plan).finish() });

describe('a saved plan', () => {
  test('gives the new value of each resource that has data of its provider', async () => {
    const file = fileWith(
      zipOf({
        version: 3,
        resources: [
          resourceWith(MARK, [NEW]),
          resourceWith(MARK, [OLD, NEW]),
          resourceWith(Buffer.of(), [NEW]),
          resourceWith(MARK, []),
        ],
      }),
    );
    expect(await readSavedPlan(file)).toEqual([
      { private: MARK, value: NEW.msgpack },
      { private: MARK, value: NEW.msgpack },
    ]);
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['is encrypted', Buffer.from('{"meta":{"key_provider.pbkdf2.key":"eyJ"}}'), /encrypted/],
    ['is empty', Buffer.of(), /encrypted or has an unknown format/],
    ['is a zip of something else', zipSync({ readme: Buffer.of() }), /no entry "tfplan"/],
    ['is of another version', zipOf({ version: 4, resources: [] }), /format version 4, not 3/],
    ['is a damaged zip', zipOf({ version: 3, resources: [] }).subarray(0, 60), /./],
    ['holds no plan', zipSync({ tfplan: Buffer.from('\xff\xff\xff', 'latin1') }), /./],
  ])('that %s is unreadable', async (_case, content, reason) => {
    expect(await readSavedPlan(fileWith(content))).toEqual({
      unreadable: expect.stringMatching(reason),
    });
  });

  test('that is a folder, a pipe or missing is unreadable', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'folder'));
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    for (const name of ['folder', 'pipe', 'missing']) {
      expect(await readSavedPlan(path.join(folder, name))).toEqual({
        unreadable: expect.any(String),
      });
    }
  });
});
