import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';

import {
  accountFingerprint,
  accountIdentity,
  bearerCredential,
  keyCredential,
  secretsOf,
} from '../../provider/credentials/credential';

const KEY = keyCredential({ id: 'LTAI-id', secret: 'MARKED-secret', token: 'MARKED-token' });
const BEARER = bearerCredential('MARKED-bearer');

describe('a credential', () => {
  it('gives its values by name', () => {
    expect([KEY.kind, KEY.id, KEY.secret, KEY.token]).toEqual([
      'key',
      'LTAI-id',
      'MARKED-secret',
      'MARKED-token',
    ]);
    expect([BEARER.kind, BEARER.token]).toEqual(['bearer', 'MARKED-bearer']);
    expect(keyCredential({ id: 'a', secret: 'b' }).token).toBeUndefined();
  });

  it.each([
    ['a key', KEY],
    ['a bearer token', BEARER],
  ])('shows nothing of %s, however it is printed', (_, credential) => {
    const holder = { credential, list: [credential], map: new Map([['c', credential]]) };
    const prints = [
      format('%s', credential),
      JSON.stringify(holder),
      inspect(holder, { depth: 10, showHidden: true }),
      inspect(holder, { depth: 10, showHidden: true, customInspect: false }),
      format('%s %o %O %j', credential, holder, holder, holder),
      JSON.stringify({ ...credential }),
      JSON.stringify(Object.entries(credential)),
      JSON.stringify(Object.getOwnPropertyDescriptors(credential)),
      serialize(credential).toString('latin1'),
      new Error('x', { cause: credential }).stack ?? '',
    ];
    for (const print of prints) expect(print).not.toContain('MARKED');
    expect(prints[0]).toBe('[redacted]');
    expect(inspect(credential)).toBe('[redacted]');
    expect(JSON.stringify(credential)).toBe('"[redacted]"');
  });

  it('names its secrets to the redactor, and not its id', () => {
    expect(secretsOf(KEY)).toEqual(['MARKED-secret', 'MARKED-token']);
    expect(secretsOf(keyCredential({ id: 'a', secret: 'b' }))).toEqual(['b']);
    expect(secretsOf(BEARER)).toEqual(['MARKED-bearer']);
  });
});

describe('accountFingerprint', () => {
  it('tells accounts apart by their id alone', () => {
    const of = (id: string, secret: string) => accountFingerprint(keyCredential({ id, secret }));
    expect(of('a', 'x')).toBe(of('a', 'y'));
    expect(of('a', 'x')).not.toBe(of('b', 'x'));
    expect(of('a', 'x')).toMatch(/^[0-9a-f]{16}$/);
    expect(accountFingerprint(bearerCredential('a'))).not.toBe(of('a', 'x'));
  });
});

describe('accountIdentity', () => {
  const temporary = keyCredential({ id: 'a', secret: 'x', token: 'y' });

  it('is the fingerprint of permanent keys and of tokens', () => {
    const key = keyCredential({ id: 'a', secret: 'x' });
    expect(accountIdentity(key, undefined)).toBe(accountFingerprint(key));
    const bearer = bearerCredential('a');
    expect(accountIdentity(bearer, undefined)).toBe(accountFingerprint(bearer));
  });

  it('is not known of temporary keys, which change with every run', () => {
    expect(accountIdentity(temporary, undefined)).toBeUndefined();
  });

  it('is the same for all temporary keys of a role, and another for another role', () => {
    const later = keyCredential({ id: 'b', secret: 'z', token: 'w' });
    const role = 'acs:ram::1:role/reader';
    expect(accountIdentity(temporary, role)).toBe(accountIdentity(later, role));
    expect(accountIdentity(temporary, role)).not.toBe(accountIdentity(temporary, `${role}2`));
    expect(accountIdentity(temporary, role)).toMatch(/^[0-9a-f]{16}$/);
  });
});
