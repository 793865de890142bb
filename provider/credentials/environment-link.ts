/** Credentials in environment variables. */

import { ImageError } from '../errors/image-error';
import { bearerCredential, keyCredential } from './credential';
import type { CredentialContext, CredentialLink, Finding } from './chain';
import { firstGiven, given } from './given';

/** Variables that belong together, by the names of one tool. */
export interface VariableFamily {
  readonly id: string;
  readonly secret: string;
  /** For the token of temporary keys; the first one set wins. */
  readonly token?: readonly string[];
}

/** The answer of links that read keys from the environment if the configuration names a profile. */
export const PROFILE_FIRST = { reason: 'skipped: the configuration names a profile' };

/**
 * The link of one cloud's families of variables.
 *
 * The first family that has both an id and a secret wins, with its own token. If none is
 * complete, the first id and the first secret of any family make a pair, as Terraform's providers
 * do. One without the other is `invalid-configuration`.
 */
export function environmentLink(families: readonly VariableFamily[]): CredentialLink {
  return {
    name: 'environment',
    remedy: remedyOf(families[0]),
    async find({ environment, profile }) {
      if (profile !== undefined) return PROFILE_FIRST;
      const isSet = (name: string) => given(environment[name]) !== undefined;
      const whole = families.find(({ id, secret }) => isSet(id) && isSet(secret));
      if (whole !== undefined) return pairOf(environment, whole);

      const id = families.map((family) => family.id).find(isSet);
      const secret = families.map((family) => family.secret).find(isSet);
      if (id !== undefined && secret !== undefined) {
        const token = families.flatMap((family) => family.token ?? []);
        return pairOf(environment, { id, secret, token });
      }
      if (id === undefined && secret === undefined) {
        return { reason: `${families.map((family) => family.id).join(', ')} not set` };
      }
      const family = families.find((one) => one.id === id || one.secret === secret);
      const [set, missing] = id === undefined ? [secret, family?.id] : [id, family?.secret];
      throw new ImageError(
        'invalid-configuration',
        `the environment variable ${set} is set, but ${missing} is not`,
        { hint: `Set ${missing} as well, or unset ${set}.` },
      );
    },
  };
}

/** The link of variables with a bearer token. The first one set wins. */
export function bearerEnvironmentLink(names: readonly string[]): CredentialLink {
  return {
    name: 'environment',
    async find({ environment, profile }) {
      if (profile !== undefined) return PROFILE_FIRST;
      const token = firstGiven(names, environment);
      if (token === undefined) return { reason: `${names.join(', ')} not set` };
      return { credential: bearerCredential(token.value), source: `environment ${token.name}` };
    },
  };
}

/**
 * A link that rejects variables of other tools which choose an account in a way not supported
 * here: if they were ignored, the answer would come from an account that nobody meant.
 */
export function unsupportedVariablesLink(names: readonly string[], hint: string): CredentialLink {
  return {
    name: 'environment',
    async find({ environment }) {
      const variable = firstGiven(names, environment);
      if (variable === undefined) return { reason: `${names.join(', ')} not set` };
      const reason = `the environment variable ${variable.name} is set, which is not supported`;
      throw new ImageError('invalid-configuration', reason, { hint });
    },
  };
}

function pairOf(environment: CredentialContext['environment'], family: VariableFamily): Finding {
  const value = (name: string) => given(environment[name]);
  const token = firstGiven(family.token ?? [], environment)?.value;
  const credential = keyCredential({
    id: value(family.id) ?? '',
    secret: value(family.secret) ?? '',
    token,
  });
  return { credential, source: `environment ${family.id}` };
}

function remedyOf(family: VariableFamily | undefined): string {
  if (family === undefined) return '';
  return `Set environment variables:\n  export ${family.id}=...\n  export ${family.secret}=...`;
}
