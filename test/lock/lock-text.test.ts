import { LockError, parseLock, printLock, type Lock } from '@cloudimages/lock';
import fc from 'fast-check';
import { anEntry, arbitraryLock } from './a-lock';

const LOCK: Lock = {
  lockVersion: 1,
  queries: {
    web: {
      canonicalVersion: 1,
      query: { distro: 'ubuntu' },
      scopes: { public: { 'alicloud/cn-hangzhou': anEntry() } },
    },
  },
};

/** The problems that a text has. */
function problems(text: string): readonly string[] {
  try {
    parseLock(text, 'cloudimages.lock.json');
  } catch (error) {
    if (error instanceof LockError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the text of a lock file', () => {
  it('is read as what was printed', () => {
    fc.assert(
      fc.property(arbitraryLock, (lock) => {
        expect(parseLock(printLock(lock), 'file')).toEqual(lock);
      }),
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(arbitraryLock, (lock) => {
        const reversed = Object.fromEntries(Object.entries(lock.queries).toReversed());
        expect(printLock({ queries: reversed, lockVersion: 1 })).toBe(printLock(lock));
      }),
    );
  });

  it('is small, sorted and ends with one line break', () => {
    expect(printLock(LOCK)).toBe(`{
  "lockVersion": 1,
  "queries": {
    "web": {
      "canonicalVersion": 1,
      "query": {
        "distro": "ubuntu"
      },
      "scopes": {
        "public": {
          "alicloud/cn-hangzhou": {
            "images": [
              {
                "id": "m-1",
                "name": "ubuntu",
                "cloud": "alicloud",
                "digest": "1:00000000000000000000000000000000"
              }
            ],
            "lockedAt": "2026-01-31T12:00:00Z",
            "release": "0.1.0"
          }
        }
      }
    }
  }
}
`);
  });
});

describe('an invalid lock file', () => {
  const text = printLock(LOCK);

  it.each([
    [
      'a newer format',
      text.replace('"lockVersion": 1', '"lockVersion": 2'),
      [
        'cloudimages.lock.json:2: lockVersion: The file has format version 2; this release reads version 1. Update cloudimages.',
      ],
    ],
    [
      'an image without an id',
      text.replace('"id": "m-1",', ''),
      [
        'cloudimages.lock.json:13: queries.web.scopes.public["alicloud/cn-hangzhou"].images[0]: "id" is missing.',
      ],
    ],
    [
      'several edits',
      text.replace('"m-1"', '7').replace('2026-01-31T12:00:00Z', 'yesterday'),
      [
        'cloudimages.lock.json:14: queries.web.scopes.public["alicloud/cn-hangzhou"].images[0].id: must be a string that is not empty.',
        'cloudimages.lock.json:20: queries.web.scopes.public["alicloud/cn-hangzhou"].lockedAt: must be an RFC 3339 instant in UTC, such as 2026-01-31T12:00:00Z.',
      ],
    ],
    [
      'an unknown field',
      text.replace('"release": "0.1.0"', '"release": "0.1.0", "note": "x"'),
      [
        'cloudimages.lock.json:21: queries.web.scopes.public["alicloud/cn-hangzhou"].note: is not a known field.',
      ],
    ],
    [
      'no images',
      text.replace(/"images": \[[^\]]*\]/, '"images": []'),
      [
        'cloudimages.lock.json:12: queries.web.scopes.public["alicloud/cn-hangzhou"].images: must be a list with at least one image.',
      ],
    ],
    ['a list in place of the file', '[]', ['cloudimages.lock.json:1: must be an object.']],
  ])('with %s is rejected with line and path', (_, invalid, expected) => {
    expect(problems(invalid)).toEqual(expected);
  });

  it('that is cut off is rejected with its line', () => {
    expect(problems(text.slice(0, 200))).toEqual([
      expect.stringMatching(/^cloudimages\.lock\.json:\d+: The file is not valid JSON: /),
    ]);
  });

  it('with conflict markers names the line and the way out', () => {
    const conflict = text.replace('    "web"', '<<<<<<< HEAD\n    "web"');
    expect(problems(conflict)).toEqual([
      'cloudimages.lock.json:4: The file has merge conflict markers. Run `cloudimages lock --merge` as a git merge driver, or take one side and run `cloudimages lock`.',
    ]);
  });

  it('never fails in another way, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (anything) => {
        problems(anything);
      }),
    );
  });
});
