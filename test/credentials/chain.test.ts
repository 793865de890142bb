import { inspect } from 'node:util';

import { resolveCredential, type CredentialLink } from '../../provider/credentials/chain';
import { keyCredential } from '../../provider/credentials/credential';
import { ImageError } from '../../provider/errors/image-error';
import { contextOf } from './context';

const nothing = (name: string, remedy?: string): CredentialLink => ({
  name,
  ...(remedy === undefined ? {} : { remedy }),
  find: async () => ({ reason: `nothing in ${name}` }),
});

const something = (source: string): CredentialLink => ({
  name: source,
  find: async () => ({ credential: keyCredential({ id: source, secret: 's' }), source }),
});

const failing = (error: Error): CredentialLink => ({
  name: 'broken',
  find: () => Promise.reject(error),
});

describe('resolveCredential', () => {
  it('takes the first that has one, and asks no further', async () => {
    const chain = [nothing('a'), something('b'), failing(new Error('not asked'))];
    await expect(resolveCredential(chain, contextOf({}))).resolves.toMatchObject({ source: 'b' });
  });

  it('tells every reason, and every remedy, where none has one', async () => {
    const chain = [
      nothing('a'),
      nothing('b', 'Set it:\n  export B=...'),
      nothing('c', 'Write it:\n  c configure'),
    ];
    await expect(resolveCredential(chain, contextOf({}))).rejects.toMatchObject({
      code: 'unauthenticated',
      message:
        '[unauthenticated] somecloud: no credentials were found (a: nothing in a; b: nothing in b; c: nothing in c)',
      facts: { hint: 'Set it:\n  export B=...\nOr: Write it:\n  c configure' },
    });
  });

  it('stops at something broken, and names the cloud', async () => {
    const error = new ImageError('invalid-configuration', 'the file is broken', {
      hint: 'mend it',
    });
    const chain = [nothing('a'), failing(error), something('c')];
    await expect(resolveCredential(chain, contextOf({}))).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: '[invalid-configuration] somecloud: the file is broken',
      facts: { hint: 'mend it' },
    });
  });

  it('keeps the words of a foreign error to itself', async () => {
    const error = new SyntaxError('Unexpected token in "MARKED-secret"');
    const thrown: unknown = await resolveCredential([failing(error)], contextOf({})).catch(
      (e: unknown) => e,
    );
    expect(thrown).toMatchObject({
      code: 'internal',
      reason: 'looking for credentials (broken) failed: SyntaxError',
    });
    expect(inspect(thrown, { depth: 10, showHidden: true })).not.toContain('MARKED');
  });

  it('asks nobody once it is cancelled', async () => {
    const world = contextOf({ signal: AbortSignal.abort() });
    await expect(resolveCredential([something('a')], world)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
