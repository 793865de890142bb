/** A made-up world for links: variables and files, and nothing of this machine. */

import type { CredentialContext, CredentialLink, Finding } from '../../provider/credentials/chain';

export const HOME = '/home/someone';

interface World {
  readonly environment?: Readonly<Record<string, string>>;
  /** Text by path; an error instead is what reading fails with. */
  readonly files?: Readonly<Record<string, string | Error>>;
  readonly explicit?: CredentialContext['explicit'];
  readonly profile?: string;
  readonly signal?: AbortSignal;
  /** Answers requests over the network. Default: there is no network. */
  readonly http?: CredentialContext['http'];
}

/** The time in this world. */
export const NOW = new Date('2026-01-01T00:00:00Z');

const NO_NETWORK: CredentialContext['http'] = {
  send: async ({ url }) => {
    throw new Error(`no network: ${url}`);
  },
};

export function contextOf(world: World): CredentialContext {
  const { environment = {}, files = {}, explicit, profile } = world;
  return {
    cloud: 'somecloud',
    environment,
    homeDirectory: HOME,
    now: () => NOW,
    http: world.http ?? NO_NETWORK,
    signal: world.signal ?? new AbortController().signal,
    ...(explicit === undefined ? {} : { explicit }),
    ...(profile === undefined ? {} : { profile }),
    async readFile(path) {
      const file = files[path] ?? nodeError('ENOENT');
      if (typeof file !== 'string') throw file;
      return file;
    },
  };
}

export function nodeError(code: string): Error {
  return Object.assign(new Error(`${code}: as Node says it`), { code });
}

/** What a link finds, with the values laid open. */
export async function found(link: CredentialLink, world: World) {
  return open(await link.find(contextOf(world)));
}

export function open(finding: Finding) {
  if (!('credential' in finding)) return finding;
  const { credential, ...rest } = finding;
  const { kind, token } = credential;
  if (credential.kind === 'bearer') return { ...rest, kind, token };
  const { id, secret } = credential;
  return { ...rest, kind, id, secret, ...(token === undefined ? {} : { token }) };
}
