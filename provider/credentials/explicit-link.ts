/** Credentials in the configuration. */

import { ImageError } from '../errors/image-error';
import { bearerCredential, keyCredential } from './credential';
import type { CredentialLink } from './chain';
import { given } from './given';

/** The link of the configuration. Half a pair, or a pair and a bearer token at once, is `invalid-configuration`. */
export function explicitLink(): CredentialLink {
  return {
    name: 'configuration',
    async find({ explicit }) {
      const id = given(explicit?.id);
      const secret = given(explicit?.secret);
      const token = given(explicit?.token);
      const bearerToken = given(explicit?.bearerToken);
      const source = 'configuration';
      if (bearerToken !== undefined) {
        if (id !== undefined || secret !== undefined || token !== undefined) {
          throw broken('has a bearer token and a key pair', 'Give only one of them.');
        }
        return { credential: bearerCredential(bearerToken), source };
      }
      if (id !== undefined && secret !== undefined) {
        return { credential: keyCredential({ id, secret, token }), source };
      }
      if (id === undefined && secret === undefined && token === undefined) {
        return { reason: 'no keys given' };
      }
      const missing = id === undefined ? 'access key id' : 'secret';
      throw broken(
        `has an incomplete key pair: its ${missing} is missing`,
        'Give both, or neither.',
      );
    },
  };
}

function broken(problem: string, hint: string): ImageError {
  return new ImageError('invalid-configuration', `the configuration ${problem}`, { hint });
}
